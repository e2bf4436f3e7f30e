"""Placed with parents: for how long, is the order still needed, how far its end has come."""

from typing import Any

import pytest

from casetrack.models import Child, CourtOrder, DischargeApplication, LegalGateway
from oversight.tests.pathways import (
    Cast,
    a_child,
    add,
    days,
    every,
    marked,
    names,
    page,
    planned,
    row,
    said,
    stands,
    without_a_day,
)
from placements.models import OrderQuestion

pytestmark = pytest.mark.django_db
CODE = "with-parents"
HOME = f"status C2 {days(800)}; plan home {days(500)}; home U6 {days(900)} .. {days(400)}"
AT_HOME = f"{HOME}; home P1 {days(400)}"


def asked(ago: int, answer: str = "apply") -> OrderQuestion:
    return OrderQuestion(asked_on=days(ago), answer=answer, reason="Things are well")


def panel(ago: int, decision: str = "discharge") -> LegalGateway:
    return LegalGateway(decided_on=days(ago), decision=decision)


def application(child: Child, ago: int, **more: Any) -> DischargeApplication:
    order, _ = CourtOrder.objects.get_or_create(child=child, kind="care", made_on=days(800))
    return DischargeApplication(order=order, applied_on=days(ago), applied_by="authority", **more)


def test_each_stage_is_shown_by_its_own_fact() -> None:
    child = a_child(AT_HOME)
    assert stands(CODE, child) == "recommended"
    add(child, asked(90))
    assert stands(CODE, child) == "panel"
    add(child, panel(80))
    assert stands(CODE, child) == "applied"
    add(child, application(child, 60))
    assert stands(CODE, child) == "decided"
    DischargeApplication.objects.update(decided_on=days(5), outcome="discharged")
    assert stands(CODE, child) == "ended"
    assert [stands(CODE, child, days(ago)) for ago in (6, 61, 81, 91, 401)] == [
        "decided",
        "applied",
        "panel",
        "recommended",
        "",
    ]


def test_only_the_answer_that_we_apply_recommends_it() -> None:
    child = a_child(AT_HOME, asked(90, "yes"), asked(30, "not-yet"))
    assert stands(CODE, child) == "recommended"


def test_a_panel_may_also_be_a_step_of_the_plan() -> None:
    child = a_child(AT_HOME, asked(90), panel(85, "support"))
    assert stands(CODE, child) == "panel"
    planned(child, "discharge-panel", days(70), actual_on=days(72))
    assert stands(CODE, child) == "applied"


@pytest.mark.parametrize("outcome", ["refused", "withdrawn"])
def test_an_application_that_came_to_nothing_is_asked_anew(outcome: str) -> None:
    child = a_child(AT_HOME, asked(90))
    add(child, application(child, 60, decided_on=days(5), outcome=outcome))
    assert stands(CODE, child, days(6)) == "decided"
    assert stands(CODE, child) == "panel"
    assert "nobody-asks" in marked(CODE, child)


def test_what_was_not_recorded_has_gone_by() -> None:
    child = a_child(AT_HOME)
    add(child, application(child, 60))
    assert without_a_day(CODE, child) == ["recommended", "panel"]


def test_what_was_said_of_an_earlier_time_at_home_is_not_counted() -> None:
    child = a_child(
        f"home P1 {days(900)} .. {days(600)} a; home U6 {days(600)} .. {days(100)};"
        f" home P1 {days(100)} a",
        asked(700),
    )
    assert stands(CODE, child) == "recommended"
    assert row(CODE, child).facts["on_moved"] == days(100)
    assert marked(CODE, child) == {"never-asked"}


def test_a_change_of_address_and_a_stay_elsewhere_are_the_same_time_at_home() -> None:
    child = a_child(
        f"{HOME}; home P1 {days(400)} .. {days(300)} a; home P1 {days(300)} .. {days(200)} b;"
        f" home T1 {days(200)} .. {days(190)} c; home P1 {days(190)} b"
    )
    for ago in (0, 195, 250):
        assert row(CODE, child, days(ago)).facts["on_moved"] == days(400)


def test_who_no_longer_needs_the_order_stands_on_top(cast: Cast) -> None:
    waits = a_child(AT_HOME, asked(90), reference="Z1")
    asks = a_child(AT_HOME, asked(90), reference="M1")
    add(asks, application(asks, 60))
    assert [each.facts["id"] for each in every(CODE)] == [waits.pk, asks.pk]
    assert "nobody-asks" not in marked(CODE, asks)
    assert "nobody-asks" not in marked(CODE, a_child(AT_HOME, asked(90), asked(20, "yes")))
    Child.objects.filter(pk__in=[waits.pk, asks.pk]).update(authority=cast.authority)
    assert (
        "2 children placed with parents, 1 with an order that is no longer needed and no"
        " application to end it</h1>" in page(cast.chair, CODE)
    )


@pytest.mark.parametrize(
    ("ago", "marks"),
    [
        (365, set()),
        (366, {"over-12"}),
        (731, {"over-12", "over-24"}),
        (1096, {"over-12", "over-24"}),
        (1097, {"over-12", "over-24", "over-36"}),
    ],
)
def test_over_twelve_months_is_the_day_after_the_year(ago: int, marks: set[str]) -> None:
    child = a_child(f"home P1 {days(ago)}; status C2 {days(ago)}", care=ago)
    assert marked(CODE, child) - {"never-asked"} == marks


def test_an_interim_order_is_told_apart() -> None:
    child = a_child(f"home P1 {days(30)}; status C1 {days(900)}", asked(2, "yes"))
    assert marked(CODE, child) == {"interim"}


def test_the_months_and_the_answer_are_said(cast: Cast) -> None:
    child = a_child(AT_HOME)
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    text = page(cast.chair, CODE)
    assert "13 months since 27 Apr 2025" in said(text)
    assert '<strong class="late">Never asked since moving home</strong>' in text
    add(child, asked(90, "yes"), asked(9, "not-yet"))
    assert "No, but we do not apply yet 23 May 2026" in said(page(cast.chair, CODE))
    assert "Care order 23 Mar 2024" in said(text)
    assert names(page(cast.chair, CODE, "only=over-12")) == [f"Child {child.reference}"]
    assert names(page(cast.chair, CODE, "only=over-24")) == []


@pytest.mark.parametrize("history", [f"home U6 {days(400)}", f"{HOME}", f"plan home {days(9)}"])
def test_who_is_not_on_it(history: str) -> None:
    assert stands(CODE, a_child(history)) == ""
