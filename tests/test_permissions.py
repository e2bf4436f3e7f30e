"""Every address of ours says who may ask for it; an address that does not fails by name."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import URLPattern, URLResolver, get_resolver

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES
from casetrack.access.visibility import may

OURS = ("casetrack.", "placements.", "permanence.", "adoption.", "oversight.", "returns.")


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern, path)
        else:
            yield path, pattern


VIEWS = [
    pytest.param(pattern.callback, id=f"/{path}") for path, pattern in _patterns(get_resolver())
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_names_its_permission(view) -> None:
    said = getattr(view, "permission", "nothing")
    if said == "nothing":
        said = getattr(getattr(view, "cls", None), "permission", "nothing")
    assert said is None or isinstance(said, Permission), "use @needs(...) or @open_to_all"


def test_somebody_who_is_not_signed_in_may_do_nothing() -> None:
    assert not any(may(AnonymousUser(), permission) for permission in Permission)


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES.keys())
def test_a_role_is_described_in_plain_english(role) -> None:
    assert role.title and role.description.endswith(".")
    assert role.permissions <= set(Permission)


def test_every_permission_is_held_by_some_role() -> None:
    held = frozenset().union(*(role.permissions for role in ROLES.values()))
    assert held == set(Permission)
