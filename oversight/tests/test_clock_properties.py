"""What must hold of the clocks of any history whatever, believable or not."""

from datetime import date, timedelta
from itertools import pairwise
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casetrack.models import CarePeriod
from oversight.clocks import engine
from oversight.clocks.clock import Runs
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockRow
from oversight.tests.histories import FIRST, histories
from tests import timeline

pytestmark = pytest.mark.django_db

# Half as many histories as is usual: each refreshes every clock several times.
properties = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def rows_of(history: str) -> list[ClockRow]:
    child = timeline.child(history)
    engine.refresh([child.pk])
    return list(ClockRow.objects.filter(child=child).order_by("clock", "subject", "runs_from"))


@properties
@given(history=histories())
def test_a_clock_starts_runs_and_stops_in_that_order(history: str) -> None:
    for row in rows_of(history):
        assert row.started_on <= row.runs_from
        assert row.stopped_on is None or row.runs_from <= row.stopped_on
        assert row.stopped_on is None or row.stopped_by, row.clock


@properties
@given(history=histories())
def test_rows_of_one_subject_never_overlap(history: str) -> None:
    for before, after in pairwise(rows_of(history)):
        if (before.clock, before.subject) == (after.clock, after.subject):
            assert before.stopped_on is not None, before.clock
            assert before.stopped_on <= after.runs_from, before.clock


@properties
@given(history=histories())
def test_no_clock_runs_outside_care(history: str) -> None:
    rows = rows_of(history)
    if not rows:
        return
    periods = list(CarePeriod.objects.filter(child=rows[0].child))
    for row in rows:
        if CLOCKS[row.clock].runs == Runs.BEYOND_CARE:
            continue
        if row.stopped_on != row.runs_from:
            assert any(period.holds_on(row.runs_from) for period in periods), row.clock
        last = row.stopped_on - timedelta(days=1) if row.stopped_on else date(2100, 1, 1)
        if last >= row.runs_from:
            assert any(period.holds_on(last) for period in periods), row.clock


@properties
@given(history=histories(), offset=st.integers(1, 2500))
def test_a_state_changes_only_on_the_days_that_the_row_names(history: str, offset: int) -> None:
    child_rows = rows_of(history)
    yesterday, today = (FIRST + timedelta(days=offset - back) for back in (1, 0))
    states = []
    for day in (yesterday, today):
        found = ClockRow.objects.filter(pk__in=[row.pk for row in child_rows]).as_at(day)
        states.append({row.pk: row.state for row in found})
    for row in child_rows:
        if states[0].get(row.pk) != states[1].get(row.pk):
            after_due = row.due_on + timedelta(days=1) if row.due_on else None
            assert today in (row.runs_from, row.warn_on, after_due, row.stopped_on), row.clock


@properties
@given(first=histories(), second=histories())
def test_refreshing_one_child_equals_refreshing_all(first: str, second: str) -> None:
    children = [timeline.child(first).pk, timeline.child(second).pk]
    engine.refresh()
    for child in children:
        assert engine.refresh([child]) == 0
    with mock.patch.object(engine, "FEW", 0):
        assert engine.refresh(children) == 0
    assert engine.differences() == []
