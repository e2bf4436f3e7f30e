"""The regional board: authorities side by side, in numbers, hidden where small for some."""

import re
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from adoption.models import AdopterFamily, AdoptionLink, Match
from casetrack.actions import restrictions
from casetrack.audit import AuditEvent
from casetrack.models import Authority, Child, CourtOrder
from oversight.clocks.engine import refresh
from oversight.tests.pathways import justified
from placements.models import Placement
from tests import timeline
from tests.cast import WAITING, Cast, a_user, signed_in

COLUMNS = ["plan", "orders", "planned", "ordered", "linked", "matched", "placed", "past"]
ORDERED = date(2025, 10, 1)


@pytest.fixture
def worker(cast: Cast) -> Any:
    """An agency worker who serves both councils."""
    user = a_user("agency", cast.authority, "adoption-agency-worker")
    user.roles.create(authority=cast.elsewhere, role="adoption-agency-worker", starts_on="2020-1-1")
    return user


def numbers(user: Any) -> dict[str, dict[str, str]]:
    """By authority and column, what stands there."""
    answer = signed_in(user).get("/regional/")
    assert answer.status_code == 200
    body = answer.content.decode().partition("<tbody")[2].partition("</tbody>")[0]
    found = {}
    for line in body.split("<tr ")[1:]:
        name = re.sub(r"<[^>]*>", "", line.partition("<th")[2].partition("</th>")[0])
        cells = re.findall(r'<td class="number"[^>]*>(?:<a[^>]*>)?([^<]*)', line)
        found[name.partition(">")[2].strip()] = dict(zip(COLUMNS, cells, strict=True))
    return found


def order(child: Child, on: Any = ORDERED) -> None:
    CourtOrder.objects.create(child=child, kind="placement", made_on=on)


def link(child: Child, **more: Any) -> None:
    family, _ = AdopterFamily.objects.get_or_create(authority=child.authority, reference="F1")
    AdoptionLink.objects.create(child=child, family=family, linked_on="2025-11-03", **more)


def place(child: Child) -> None:
    held = Placement.objects.filter(child=child)
    home = held.get().home
    held.update(ends_on="2026-02-02")
    Placement.objects.create(child=child, home=home, type="A6", starts_on="2026-02-02")


def test_authorities_stand_side_by_side(cast: Cast, worker: Any) -> None:
    order(cast.amara)
    link(cast.noor)
    found = numbers(worker)
    assert list(found) == ["Castle Council", "Elsewhere Council", "All together"]
    assert found["Castle Council"] | {"past": ""} == {
        "plan": "2",
        "orders": "1",
        "planned": "1",
        "ordered": "1",
        "linked": "0",
        "matched": "0",
        "placed": "0",
        "past": "",
    }
    assert found["Elsewhere Council"]["linked"] == "1"
    assert [found["All together"][each] for each in COLUMNS[:5]] == ["3", "1", "1", "1", "1"]


@pytest.mark.parametrize(
    ("stage", "done"),
    [
        ("planned", []),
        ("ordered", [order]),
        ("linked", [order, link]),
        ("linked", [link]),
        ("ordered", [order, lambda child: link(child, ended_on="2025-12-1", end_reason="other")]),
        ("matched", [lambda child: Match.objects.create(child=child, decided_on="2026-01-05")]),
        (
            "ordered",
            [
                order,
                lambda child: Match.objects.create(
                    child=child, decided_on="2026-01-05", withdrawn_on="2026-01-06"
                ),
            ],
        ),
        ("placed", [order, link, place]),
        ("planned", [lambda child: order(child, date(2049, 1, 1))]),
    ],
)
def test_a_child_stands_at_the_furthest_stage_that_holds(
    cast: Cast, worker: Any, stage: str, done: list[Any]
) -> None:
    for each in done:
        each(cast.noor)
    found = numbers(worker)["Elsewhere Council"]
    assert [each for each in COLUMNS[2:7] if found[each] == "1"] == [stage]


def test_only_children_in_care_with_adoption_in_view_are_counted(cast: Cast, worker: Any) -> None:
    for history in (
        "care 2025-01-01; plan long-term-fostering 2025-02-01",
        "care 2025-01-01 .. 2026-01-01; decision 2025-02-01",
        "decision 2025-02-01",
        "care 2025-01-01; plan adoption 2025-02-01 .. 2025-05-01",
        "care 2025-01-01; decision 2025-02-01 reversed 2025-06-01",
    ):
        timeline.child(history, authority=cast.elsewhere)
    assert numbers(worker)["Elsewhere Council"]["plan"] == "1"
    timeline.child("care 2025-01-01; contingency adoption 2025-02-01", authority=cast.elsewhere)
    assert numbers(worker)["Elsewhere Council"]["plan"] == "2"


def test_waits_past_a_limit_are_counted_by_child(cast: Cast, worker: Any) -> None:
    refresh([cast.amara.pk, cast.tomas.pk, cast.noor.pk])
    assert numbers(worker)["Castle Council"]["past"] == "2"
    justified(cast.amara, by=cast.chair, asked_by=cast.manager)
    assert numbers(worker)["Castle Council"]["past"] == "2", "a justified delay is one all the same"


def test_an_authority_that_only_loads_returns_is_told_as_at_its_last_day(
    cast: Cast, worker: Any
) -> None:
    Authority.objects.filter(pk=cast.elsewhere.pk).update(records_live=False, known_to="2025-09-30")
    order(cast.noor)
    found = signed_in(worker).get("/regional/").content.decode()
    assert "nothing known since 30 Sep 2025" in found
    assert numbers(worker)["Elsewhere Councilnothing known since 30 Sep 2025"]["planned"] == "1"


def test_who_is_kept_from_the_reader_is_not_counted_for_her(cast: Cast, worker: Any) -> None:
    restrictions.restrict(
        child=cast.amara,
        kind="excluded",
        reason="A cousin.",
        people=[worker],
        on=timezone.localdate(),
        by=cast.guardian,
    )
    assert numbers(worker)["Castle Council"]["plan"] == "1"


# Totals only


def test_small_numbers_are_hidden_from_who_sees_totals_only(cast: Cast) -> None:
    found = numbers(cast.board_member)
    assert set(found) == {"Castle Council"}
    assert set(found["Castle Council"].values()) == {"hidden"}


def test_what_is_hidden_cannot_be_worked_out(cast: Cast) -> None:
    for number in range(30):
        child = timeline.child(WAITING, authority=cast.authority)
        if number < 12:
            order(child)
        elif number < 21:
            link(child)
        elif number < 24:
            Match.objects.create(child=child, decided_on="2026-01-05")
    found = numbers(cast.board_member)["Castle Council"]
    assert found["plan"] == "32" and found["ordered"] == "12"
    hidden = [each for each in COLUMNS[2:7] if found[each] == "hidden"]
    assert "matched" in hidden and len(hidden) > 1
    assert found["orders"] == "hidden", "with the stages it would tell"


def test_there_is_no_way_from_totals_to_a_child(cast: Cast) -> None:
    client = signed_in(cast.board_member)
    page = client.get("/regional/").content.decode()
    assert "/regional/children/" not in page and "All together" not in page
    assert client.get("/regional/children/?of=CAST").status_code == 403
    assert not AuditEvent.objects.filter(kind="read").exists()


def test_totals_count_the_restricted_as_well(cast: Cast) -> None:
    for _ in range(8):
        timeline.child(WAITING, authority=cast.authority)
    restrictions.restrict(
        child=cast.amara,
        kind="restricted",
        reason="A threat.",
        people=[cast.manager, cast.iro, cast.chair],
        on=timezone.localdate(),
        by=cast.guardian,
    )
    assert numbers(cast.board_member)["Castle Council"]["plan"] == "10"


def test_open_in_one_authority_and_totals_in_another(cast: Cast) -> None:
    user = a_user("mixed", cast.authority, "adoption-agency-worker")
    user.roles.create(authority=cast.elsewhere, role="board-member", starts_on="2020-01-01")
    found = numbers(user)
    assert found["Castle Council"]["plan"] == "2"
    assert found["Elsewhere Council"]["plan"] == "hidden"
    assert "All together" not in found


@pytest.mark.parametrize("who", ["chair", "manager", "social_worker", "administrator", "nobody"])
def test_who_has_no_regional_board(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get("/regional/").status_code == 403


# The children behind a number


def behind(user: Any, query: str) -> str:
    answer = signed_in(user).get(f"/regional/children/?{query}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def test_an_agency_worker_goes_on_to_the_children(cast: Cast, worker: Any) -> None:
    order(cast.amara)
    link(cast.tomas)
    page = behind(worker, "of=CAST&stage=ordered")
    assert "Placement order, no link: 1 child of Castle Council" in page
    assert "Amara Bello" in page and "Tomas" not in page
    event = AuditEvent.objects.get(kind="read")
    assert (event.what, event.children) == ("regional.children", [cast.amara.pk])
    assert event.details == {"stage": "ordered"}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("of=CAST", ["Amara", "Tomas"]),
        ("of=CAST&stage=orders", ["Amara"]),
        ("of=CAST&stage=planned", ["Tomas"]),
        ("of=CAST&stage=placed", []),
        ("of=CAST&stage=past", ["Amara", "Tomas"]),
        ("of=ELSE", ["Noor"]),
    ],
)
def test_every_number_has_its_children(
    cast: Cast, worker: Any, query: str, names: list[str]
) -> None:
    order(cast.amara)
    page = behind(worker, query)
    assert [name for name in ("Amara", "Tomas", "Noor") if name in page] == names


def test_numbers_are_those_of_the_children_behind_them(cast: Cast, worker: Any) -> None:
    order(cast.amara)
    for column, number in numbers(worker)["Castle Council"].items():
        stage = "" if column == "plan" else column
        said = f"{number} child{'' if number == '1' else 'ren'} of Castle Council"
        assert said in behind(worker, f"of=CAST&stage={stage}")


@pytest.mark.parametrize("query", ["of=ELSE", "of=NONE", "", "of=CAST&stage=x"])
def test_other_authorities_do_not_exist(cast: Cast, query: str) -> None:
    user = a_user("own", cast.authority, "adoption-agency-worker")
    assert signed_in(user).get(f"/regional/children/?{query}").status_code == 404
