"""Independence and staying put: who is eligible from when, and what is due before 18."""

from datetime import date

import pytest

from casetrack.models import Child
from oversight.pathways.progress import Standing
from oversight.tests.pathways import (
    Cast,
    a_child,
    days,
    every,
    marked,
    names,
    page,
    planned,
    row,
    said,
    stands,
    timeline,
)

pytestmark = pytest.mark.django_db
CODE = "independence"
PLANNED = f"born 2009-12-01; plan independence {days(90)}; home U4 {days(400)}"


def test_each_stage_is_a_step_of_the_plan() -> None:
    child = a_child(PLANNED)
    for code, stage in (
        ("needs-assessed", "assessment"),
        ("pathway-plan", "pathway-plan"),
        ("personal-adviser", "adviser"),
        ("staying-put-asked", "staying-put"),
        ("housing-plan", "housing"),
    ):
        assert stands(CODE, child) == stage
        planned(child, code, days(60), actual_on=days(50))
    assert stands(CODE, child) == "ended"
    assert stands(CODE, child, days(51)) == "assessment"


def test_no_step_stands_for_another() -> None:
    child = a_child(PLANNED)
    planned(child, "personal-adviser", days(60), actual_on=days(50))
    assert stands(CODE, child) == "assessment"
    standings = [each.standing for each in row(CODE, child).places]
    assert Standing.GONE_BY not in standings


@pytest.mark.parametrize(
    ("care", "born", "eligible"),
    [
        ("2020-01-01", "2009-12-01", date(2025, 12, 1)),  # long in care: the 16th birthday
        ("2026-01-01", "2009-12-01", date(2026, 4, 2)),  # 13 weeks after coming in
        ("2025-09-01", "2009-12-01", date(2025, 12, 1)),  # 13 weeks to the very birthday
        ("2025-09-02", "2009-12-01", date(2025, 12, 2)),
        ("2026-04-01", "2009-12-01", None),  # not yet on the day
        # 60 days after 14 in an earlier care, so 31 days are lacking
        ("2024-01-01 .. 2024-03-01; care 2026-03-01", "2009-12-01", date(2026, 4, 1)),
        # an earlier care that ended before 14 counts for nothing
        ("2019-01-01 .. 2022-03-01; care 2026-01-01", "2009-12-01", date(2026, 4, 2)),
        # and of one that went on past 14 only what came after: 90 days, so one is lacking
        ("2019-01-01 .. 2024-02-29; care 2026-01-01", "2009-12-01", date(2026, 1, 2)),
    ],
)
def test_eligible_after_thirteen_weeks_since_fourteen(
    care: str, born: str, eligible: date | None
) -> None:
    child = timeline.child(f"born {born}; care {care}")
    assert row(CODE, child).facts["on_eligible"] == eligible
    assert ("not-eligible" in marked(CODE, child)) is (eligible is None)


@pytest.mark.parametrize(
    ("born", "on_it"), [("2010-06-01", True), ("2010-06-02", False), ("2008-01-01", True)]
)
def test_from_the_sixteenth_birthday(born: str, on_it: bool) -> None:
    assert bool(stands(CODE, a_child(f"born {born}"))) is on_it


def test_who_is_seventeen_without_a_pathway_plan_stands_on_top() -> None:
    bare = a_child("born 2009-05-30", reference="Z1")
    younger = a_child("born 2009-12-01", reference="M1")
    assert [each.facts["id"] for each in every(CODE)] == [bare.pk, younger.pk]
    assert marked(CODE, bare) == {"no-plan", "seventeen", "no-adviser"}
    assert marked(CODE, younger) == {"no-adviser"}
    made = a_child(f"born 2009-05-30; plan independence {days(90)}")
    planned(made, "pathway-plan", days(60), actual_on=days(50))
    planned(made, "personal-adviser", days(60), actual_on=days(50))
    assert marked(CODE, made) == {"seventeen"}


@pytest.mark.parametrize(
    ("home", "may"), [("U6", True), ("U1", True), ("K2", False), ("K3", False), ("P1", False)]
)
def test_who_may_stay_put(home: str, may: bool) -> None:
    child = a_child(f"born 2009-12-01; home {home} {days(90)}")
    assert ("with-carers" in marked(CODE, child)) is may
    asked = row(CODE, child).places[4]
    assert (asked.standing is Standing.NOT_NEEDED) is not may


def test_who_came_alone() -> None:
    assert "unaccompanied" in marked(CODE, a_child("born 2009-12-01; unaccompanied"))


def test_what_is_said(cast: Cast) -> None:
    child = a_child(PLANNED)
    old = a_child("born 2008-05-01", reference="OLD")
    Child.objects.filter(pk__in=[child.pk, old.pk]).update(authority=cast.authority)
    text = page(cast.chair, CODE)
    assert "2 children aged 16 and over, 1 aged 17 and over without a pathway plan</h1>" in text
    assert "1 Dec 2027 in 1 y 6 m" in said(text)
    assert '<strong class="late">Is 18 and over</strong>' in text
    assert names(page(cast.chair, CODE, "only=with-carers")) == [f"Child {child.reference}"]


def test_the_button_begins_with_the_plan_where_there_is_none(cast: Cast) -> None:
    child = a_child("born 2009-12-01")
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    text = page(cast.service_manager, CODE)
    assert f'href="/children/{child.uuid}/record/plan/">Record a plan for it' in text
    timeline.record(child, f"contingency independence {days(9)}")
    text = page(cast.service_manager, CODE)
    assert f'href="/children/{child.uuid}/record/milestone/">Plan this step' in text
