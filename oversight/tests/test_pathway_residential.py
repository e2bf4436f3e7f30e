"""Residential step-down: why no family now, how far the way out has come, and its day."""

from datetime import date

import pytest

from casetrack.models import Child
from oversight.tests.pathways import (
    Cast,
    a_child,
    days,
    every,
    marked,
    names,
    page,
    planned,
    said,
    stands,
    without_a_day,
)
from placements.models import ApprovalDecision, ApprovalRequest, Placement

pytestmark = pytest.mark.django_db
CODE = "residential"
PLANNED = f"plan residential {days(300)}; home K2 {days(290)}"


def approval(child: Child, ago: int, decision: str = "approved") -> None:
    asked = ApprovalRequest.objects.create(
        child=child,
        kind="residential",
        asked_on=days(ago + 5),
        needed_on=days(ago),
        reason="No family could keep him safe yet",
    )
    ApprovalDecision.objects.create(
        child=child,
        request=asked,
        decision=decision,
        decided_on=days(ago),
        decided_by="A. Head",
        decided_as="director",
    )


def test_each_stage_is_shown_by_a_step_or_by_the_approval() -> None:
    child = a_child(PLANNED)
    for code, stage in (
        ("why-no-family", "why"),
        ("", "approved"),
        ("registration-checked", "registration"),
        ("purpose-agreed", "purpose"),
        ("three-month-look", "look"),
        ("way-back-to-family", "search"),
        ("transition-started", "prepared"),
    ):
        assert stands(CODE, child) == stage
        if code:
            planned(child, code, days(200), actual_on=days(100))
        else:
            approval(child, 100)
    assert stands(CODE, child) == "ended"
    assert stands(CODE, child, days(106)) == "why"
    assert without_a_day(CODE, child) == []


def test_an_approval_may_also_be_a_step_of_the_plan_and_a_refusal_is_none() -> None:
    child = a_child(PLANNED)
    planned(child, "why-no-family", days(200), actual_on=days(100))
    approval(child, 90, "refused")
    assert stands(CODE, child) == "approved"
    planned(child, "residential-approved", days(80), actual_on=days(70))
    assert stands(CODE, child) == "registration"


def test_the_reason_given_when_approval_was_asked_for_is_why() -> None:
    child = a_child(PLANNED)
    approval(child, 90)
    assert stands(CODE, child) == "registration"
    assert stands(CODE, child, days(91)) == "approved"
    assert without_a_day(CODE, child) == []


def test_who_has_no_day_to_move_on_stands_on_top() -> None:
    none = a_child(PLANNED, reference="Z1")
    has = a_child(PLANNED, reference="M1")
    planned(has, "moved-on", days(-30))
    assert [each.facts["id"] for each in every(CODE)] == [none.pk, has.pk]
    assert marked(CODE, none) == {"no-day", "external"}
    assert marked(CODE, has) == {"external"}


def test_the_day_to_move_on_is_that_of_the_residential_plan_as_it_stands_now() -> None:
    child = a_child(f"{PLANNED}; contingency independence {days(300)}")
    step = planned(child, "moved-on", days(30))
    assert every(CODE)[0].facts["moves_on"] == days(30)
    assert "late" in marked(CODE, child)
    step.revised_on, step.revised_because = days(-30), "The carers need time"
    step.save()
    assert "late" not in marked(CODE, child)
    child.permanenceplan_facts.filter(route="residential").update(ends_on=days(1))
    assert marked(CODE, child) >= {"no-day"}


@pytest.mark.parametrize(
    ("provider", "mark"), [("PR1", "in-house"), ("PR4", "external"), ("", "external")]
)
def test_who_provides_the_home(provider: str, mark: str) -> None:
    child = a_child(PLANNED, born_on=date(2010, 1, 1))
    Placement.objects.update(provider=provider)
    assert marked(CODE, child) == {"no-day", mark}


def test_who_is_under_twelve() -> None:
    assert "under-12" in marked(CODE, a_child(PLANNED, born_on=date(2014, 6, 2)))
    assert "under-12" not in marked(CODE, a_child(PLANNED, born_on=date(2014, 6, 1)))


@pytest.mark.parametrize(
    ("home", "on_it"), [("K1", True), ("R1", True), ("S1", True), ("K3", False), ("U6", False)]
)
def test_who_is_on_it(home: str, on_it: bool) -> None:
    child = a_child(f"plan residential {days(300)}; home {home} {days(290)}")
    assert bool(stands(CODE, child)) is on_it


def test_a_child_on_a_stay_elsewhere_still_lives_there() -> None:
    child = a_child(f"home K2 {days(290)} .. {days(3)} a; home T1 {days(3)} b")
    assert stands(CODE, child) == "why"


def test_why_and_when_are_said(cast: Cast) -> None:
    child = a_child(PLANNED)
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    text = page(cast.chair, CODE)
    assert "1 child in a children’s or residential home, 1 without a day to move on</h1>" in text
    assert '<strong class="late">No reason recorded</strong>' in text
    assert '<strong class="late">No day to move on</strong>' in text
    approval(child, 90)
    step = planned(child, "moved-on", days(-30))
    words = said(page(cast.chair, CODE))
    assert "No family could keep him safe yet 26 Feb 2026" in words
    assert "1 Jul 2026 due in 30 days" in words
    step.planned_on = days(12)
    step.save()
    assert '<strong class="late">20 May 2026</strong>' in page(cast.chair, CODE)
    assert names(page(cast.chair, CODE, "only=late&only=external")) == [f"Child {child.reference}"]
    assert names(page(cast.chair, CODE, "only=in-house")) == []


def test_a_long_reason_is_cut_off_at_a_word(cast: Cast) -> None:
    child = a_child(PLANNED)
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    approval(child, 90)
    ApprovalRequest.objects.update(reason="Because " * 40)
    assert f"{'Because ' * 14}…" in said(page(cast.chair, CODE))
