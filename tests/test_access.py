"""Every role × every address × every way a child may stand to a reader × reading and writing.

What is found is committed as docs/access.csv and put into words in docs/access.md. Where it is to
change, `WRITE_ACCESS=yes pytest tests/test_access.py` writes both anew; the diff is then to review.
"""

import os
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.plugin import DjangoDbBlocker

from casetrack.access.roles import ROLES
from casetrack.record import registry
from tests.access import addresses, page, standing
from tests.access.matrix import (
    ABSENT,
    DONE,
    LISTED,
    NO_WAY,
    PAGE,
    REFUSED,
    SHOWN,
    Matrix,
    as_csv,
    asking,
    differences,
    read,
)

pytestmark = pytest.mark.django_db
DOCS = Path(settings.BASE_DIR) / "docs"
WRITE = "WRITE_ACCESS"


@pytest.fixture(scope="module")
def found(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Matrix:
    """The whole of it, asked once."""
    with asking(django_db_blocker) as everybody:
        matrix = everybody.matrix()
    if os.environ.get(WRITE) == "yes":
        DOCS.joinpath("access.csv").write_text(as_csv(matrix))
        DOCS.joinpath("access.md").write_text(page.page(matrix))
    return matrix


def test_everybody_is_answered_as_committed(found: Matrix) -> None:
    committed = read(DOCS.joinpath("access.csv").read_text())
    changed = differences(committed, read(as_csv(found)))
    assert not changed, f"{len(changed)} answers differ:\n" + "\n".join(changed[:100])


def test_the_page_tells_what_was_found(found: Matrix) -> None:
    assert DOCS.joinpath("access.md").read_text() == page.page(found)


def test_every_role_every_address_and_every_child_was_asked_for(found: Matrix) -> None:
    names = {name for name, *_ in addresses.routes(addresses.get_resolver())}
    assert names == {label.split()[0] for label, *_ in found}
    assert {reader for _, _, reader, _ in found} >= {*ROLES, standing.NO_ROLE}
    assert {child for *_, child in found} == {*standing.CHILDREN, PAGE}
    kinds = {kind.code for kind in registry.every() if kind.asks}
    assert kinds == {label.split()[1] for label, *_ in found if label.startswith("child-enter")}


def test_a_kind_stands_for_every_permission_to_record() -> None:
    """Where this fails, say in tests/access/addresses.py which kind stands for the new ones."""
    assert {kind.permissions for kind in registry.every()} == set(addresses.STANDS_FOR)


@pytest.mark.parametrize("closed", ["restricted", "excluded", "sealed", "elsewhere"])
def test_a_child_who_is_kept_from_them_is_shown_to_nobody(found: Matrix, closed: str) -> None:
    """Said once more by itself, so that a committed hole is not taken for the way it should be.

    Who keeps watch reads references, and who keeps sealed records what two have opened.
    """
    watching = {"guardian", "adoption-records"}
    shown = {SHOWN, LISTED, DONE}
    holes = [
        f"{address}, {way}, {reader}"
        for (address, way, reader, child), outcome in found.items()
        if child == closed and outcome in shown and reader not in watching
    ]
    assert not holes


@pytest.mark.parametrize("opened", ["mine", "named"])
def test_what_is_open_is_shown_and_can_be_written(found: Matrix, opened: str) -> None:
    """The walk looks at pages that would show her, and sends what would be taken."""
    assert found["child", "read", "social-worker", opened] == SHOWN
    assert found["child-describe beliefs", "write", "social-worker", opened] == DONE
    written = {
        label
        for (label, way, _, child), outcome in found.items()
        if (way, child, outcome) == ("write", opened, DONE)
    }
    assert len(written) > 15


def test_who_stands_in_does_what_the_officer_could(found: Matrix) -> None:
    """At every address as for a child of their own; another officer's child does not exist."""
    of_one = {
        (address, way): (own, found[address, way, "iro", "covered"])
        for (address, way, reader, child), own in found.items()
        if reader == "iro" and child == "mine" and (address, way, "iro", "covered") in found
    }
    assert {cell for cell, (own, covered) in of_one.items() if own != covered} == set()
    assert found["child", "read", "iro", "covered"] == SHOWN
    assert found["child", "read", "iro", "other"] == ABSENT


# It can fail


CELL = ("child", "read", "chair", "excluded")


def test_what_has_changed_is_named() -> None:
    line = "child, read, chair, excluded: was 'does not exist', is 'shown'"
    assert differences({CELL: ABSENT}, {CELL: SHOWN}) == [line]
    assert differences({}, {CELL: SHOWN}) != []
    assert differences({CELL: SHOWN}, {}) != []


def test_lines_keep_all_but_refusals() -> None:
    cells = {
        CELL: SHOWN,
        ("child", "read", "iro", "excluded"): SHOWN,
        ("child", "write", "iro", "excluded"): NO_WAY,
    }
    refused = {("child", "read", "board-member", "excluded"): REFUSED}
    text = as_csv(cells | refused)
    assert "chair iro" in text and "board-member" not in text
    assert read(text) == cells


def test_an_address_of_which_nothing_is_said_fails_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = [("child-dance", "children/<uuid:uuid>/dance/<slug:step>/", {"uuid", "step"})]
    monkeypatch.setattr(addresses, "routes", lambda resolver: given)
    with pytest.raises(AssertionError, match="child-dance"):
        list(addresses.every())
