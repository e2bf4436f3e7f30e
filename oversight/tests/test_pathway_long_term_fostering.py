"""Long-term fostering: from a carer in mind to the child told, and who waits too long."""

from typing import Any

import pytest

from casetrack.models import Child
from oversight.tests.pathways import (
    Cast,
    a_child,
    days,
    every,
    home_of,
    marked,
    names,
    page,
    planned,
    said,
    stands,
    without_a_day,
)
from placements.models import LongTermMatch, Placement

pytestmark = pytest.mark.django_db
CODE = "long-term-fostering"
PLANNED = f"plan long-term-fostering {days(300)}; home U6 {days(320)}"


def a_match(child: Child, ago: int, **more: Any) -> LongTermMatch:
    return LongTermMatch.objects.create(
        child=child, home=home_of(child), decided_on=days(ago), decided_by="A. Panel", **more
    )


def test_each_stage_is_shown_by_a_step_or_by_the_match() -> None:
    child = a_child(PLANNED)
    for code, stage in (
        ("carer-in-mind", "in-mind"),
        ("match-assessed", "assessed"),
        ("matching-report", "report"),
    ):
        assert stands(CODE, child) == stage
        planned(child, code, days(200), actual_on=days(190))
    assert stands(CODE, child) == "panel"
    match = a_match(child, 60, panel_on=days(70))
    assert stands(CODE, child) == "conditions"
    match.matters_recorded_on = days(40)
    match.save()
    assert stands(CODE, child) == "told"
    match.child_told_on = days(30)
    match.save()
    assert stands(CODE, child) == "ended"
    assert [stands(CODE, child, days(ago)) for ago in (31, 41, 191)] == [
        "told",
        "conditions",
        "in-mind",
    ]
    assert without_a_day(CODE, child) == []


def test_a_panel_stands_only_with_the_decision_that_followed_it() -> None:
    child = a_child(PLANNED)
    a_match(child, 60, panel_on=days(70))
    assert stands(CODE, child, days(65)) == "in-mind"


def test_a_child_who_was_told_still_needs_the_conditions() -> None:
    child = a_child(PLANNED)
    a_match(child, 60, panel_on=days(70), child_told_on=days(50))
    assert stands(CODE, child) == "conditions"
    assert without_a_day(CODE, child) == ["in-mind", "assessed", "report"]


def test_a_match_that_ended_is_none() -> None:
    child = a_child(PLANNED)
    a_match(child, 60, ended_on=days(10), end_reason="They moved away")
    assert stands(CODE, child, days(11)) == "conditions"
    assert stands(CODE, child) == "in-mind"


def test_whose_plan_is_a_year_old_stands_on_top(cast: Cast) -> None:
    old = a_child(f"plan long-term-fostering {days(366)}; home U6 {days(9)}", reference="Z1")
    new = a_child(f"plan long-term-fostering {days(365)}; home U6 {days(9)}", reference="M1")
    assert [each.facts["id"] for each in every(CODE)] == [old.pk, new.pk]
    assert marked(CODE, old) == {"year-old", "agency"}
    assert marked(CODE, new) == {"agency"}
    a_match(old, 5)
    assert "year-old" not in marked(CODE, old)


def test_two_years_in_one_home_without_a_match() -> None:
    child = a_child(f"plan long-term-fostering {days(9)}; home U4 {days(731)}")
    assert "two-years" in marked(CODE, child)
    assert "two-years" not in marked(CODE, child, days(1))


@pytest.mark.parametrize(
    ("home", "provider", "mark"),
    [
        ("U6", "PR1", {"in-house"}),
        ("U6", "PR4", {"agency"}),
        ("U1", "PR1", set()),
        ("K2", "PR4", {"not-fostered"}),
    ],
)
def test_who_provides_the_home(home: str, provider: str, mark: set[str]) -> None:
    child = a_child(f"plan long-term-fostering {days(9)}; home {home} {days(8)}")
    Placement.objects.update(provider=provider)
    assert marked(CODE, child) == mark


@pytest.mark.parametrize(
    ("history", "on_it"),
    [
        (PLANNED, True),
        (f"contingency long-term-fostering {days(9)}; plan home {days(9)}", False),
        (f"plan home {days(9)}; home U6 {days(9)}", False),
    ],
)
def test_who_is_on_it(history: str, on_it: bool) -> None:
    assert bool(stands(CODE, a_child(history))) is on_it


def test_who_is_matched_is_on_it_whatever_the_plan() -> None:
    child = a_child(f"plan independence {days(9)}; home U6 {days(320)}")
    a_match(child, 60)
    assert stands(CODE, child) == "conditions"


def test_the_button_marks_a_planned_step_or_plans_it_or_the_route(cast: Cast) -> None:
    def button(words: str) -> str:
        text = page(cast.service_manager, CODE)
        start = text.rindex('href="/children/', 0, text.index(words))
        return text[start + 6 : text.index('"', start + 6)]

    child = a_child(PLANNED)
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    assert button("Plan this step") == f"/children/{child.uuid}/record/milestone/"
    step = planned(child, "carer-in-mind", days(-9))
    address = f"/children/{child.uuid}/record/milestone/{step.pk}/done/"
    assert button("Record that it is done") == address
    step.delete()
    a_match(child, 60)
    child.permanenceplan_facts.all().delete()
    LongTermMatch.objects.update(child_told_on=None)
    assert "/long-term-match/" in button("Record the conditions")


def test_what_is_said(cast: Cast) -> None:
    child = a_child(PLANNED)
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    words = said(page(cast.chair, CODE))
    assert "1 child planned or matched for long-term fostering, none with a plan more" in words
    assert "Carer in mind now Match assessed to come" in words
    assert names(page(cast.chair, CODE, "stage=in-mind")) == [f"Child {child.reference}"]
    a_match(child, 60, panel_on=days(70), matters_recorded_on=days(60), child_told_on=days(59))
    assert "Matched, child told" in said(page(cast.chair, CODE, "stage=ended"))
