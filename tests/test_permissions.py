"""Every address of ours says who may ask for it; an address that does not fails by name."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.generics import GenericAPIView

from casetrack.access.decorators import needs, open_to_all
from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES, Role
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
UNSAID = "use @needs(...) or @open_to_all"


def says_who(view: Any) -> bool:
    """Whether the view, or the class it was made of, names a permission or is open to all."""
    said = getattr(view, "permission", "nothing")
    if said == "nothing":
        said = getattr(getattr(view, "cls", None), "permission", "nothing")
    return said is None or isinstance(said, Permission)


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_names_its_permission(view: Any) -> None:
    assert says_who(view), UNSAID


def test_a_page_that_names_none_fails() -> None:
    def page(request: Any) -> HttpResponse:
        return HttpResponse()

    class Address(GenericAPIView):
        pass

    class Guarded(GenericAPIView):
        permission = Permission.SEE_CHILDREN

    assert not says_who(page)
    assert not says_who(Address.as_view())
    assert not says_who(login_required(page)), "to be signed in is no permission"
    assert says_who(needs(Permission.SEE_CHILDREN)(page)) and says_who(Guarded.as_view())
    assert says_who(open_to_all(page))


def test_the_whole_of_the_addresses_is_walked() -> None:
    walked = {param.id for param in VIEWS}
    assert {"/", "/children/<uuid:uuid>/", "/api/v1/children/<uuid:uuid>/"} <= walked


# The pages that anybody may ask for, signed in or not: nothing of a child may ever stand on them.
OPEN = {"/", "/health", "/sign-in/", "/sign-out/", "/accessibility/"}


def test_no_other_page_is_open_to_all() -> None:
    found = {param.id for param in VIEWS if getattr(param.values[0], "permission", "") is None}
    assert found == OPEN


def test_somebody_who_is_not_signed_in_may_do_nothing() -> None:
    assert not any(may(AnonymousUser(), permission) for permission in Permission)


def test_every_role_is_there_to_be_held() -> None:
    assert set(ROLES.values()) == set(Role.__subclasses__())


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES.keys())
def test_a_role_is_described_in_plain_english(role) -> None:
    assert role.title and role.description.endswith(".")
    assert role.permissions <= set(Permission)


def test_every_permission_is_held_by_some_role() -> None:
    held = frozenset().union(*(role.permissions for role in ROLES.values()))
    assert held == set(Permission)
