"""Relatives are looked at where that is kept as an assessment of a home, as well as with them."""

from datetime import date

import pytest

from casetrack.models import Child, Relative
from oversight.clocks.engine import refresh
from oversight.models import ClockRow
from placements.models import HomeAssessment
from tests import timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def child() -> Child:
    return timeline.child(
        "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-03-04;"
        " relative friend 2024-03-04 name=x stood_back=2024-03-04"
    )


def assess(
    child: Child, kind: str, started_on: str, completed_on: str = "", found: str = ""
) -> None:
    HomeAssessment.objects.create(
        child=child,
        relative=Relative.objects.get(child=child, kinship="grandparent"),
        kind=kind,
        started_on=started_on,
        completed_on=completed_on or None,
        finding=found,
    )


def waits(child: Child, kind: str) -> list[tuple[date, date | None]]:
    refresh([child.pk])
    rows = ClockRow.objects.filter(child=child, clock=f"relative-{kind}")
    return list(
        rows.exclude(stopped_by="stood back or ruled out").values_list("started_on", "stopped_on")
    )


def test_a_first_look_stops_the_wait_for_it(child: Child) -> None:
    assess(child, "viability", "2024-03-06", "2024-03-11", "not-suitable")
    assert waits(child, "viability") == [(date(2024, 3, 4), date(2024, 3, 11))]
    assert waits(child, "assessment") == [], "there is nobody to assess in full"


def test_what_is_not_finished_stops_nothing(child: Child) -> None:
    assess(child, "viability", "2024-03-06")
    assert waits(child, "viability") == [(date(2024, 3, 4), None)]


def test_a_good_first_look_starts_the_wait_for_the_full_assessment(child: Child) -> None:
    assess(child, "viability", "2024-03-06", "2024-03-11", "with-support")
    assert waits(child, "assessment") == [(date(2024, 3, 11), None)]
    assess(child, "full", "2024-03-18", "2024-05-20", "suitable")
    assert waits(child, "assessment") == [(date(2024, 3, 11), date(2024, 5, 20))]


def test_a_full_assessment_that_started_is_waited_for(child: Child) -> None:
    assess(child, "full", "2024-03-06")
    assert waits(child, "viability") == [(date(2024, 3, 4), date(2024, 3, 6))]
    assert waits(child, "assessment") == [(date(2024, 3, 6), None)]


def test_a_look_from_before_they_were_put_forward_leaves_no_wait(child: Child) -> None:
    assess(child, "viability", "2024-02-05", "2024-03-01", "suitable")
    assert waits(child, "viability") == []
