"""Whatever was late, said and allocated: the ledger is what counting day by day comes to."""

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casetrack.models import Allocation, Child, Team, User, Worker
from oversight import causes
from oversight.causes import NO_TEAM, UNEXPLAINED, Months
from oversight.models import Answer, Cause, ClockRow, DelayCause
from tests import timeline

FIRST, LAST = date(2025, 5, 1), date(2026, 8, 31)
MONTHS = Months(date(2026, 6, 1))
KNOWN = date(2026, 6, 20)
CLOCKS = ("placement-order-to-match", "placed-with-parents")
days = st.dates(FIRST, LAST)
pytestmark = pytest.mark.django_db


class Spell(NamedTuple):
    starts_on: date
    ends_on: date | None
    what: str

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@st.composite
def spells(draw: st.DrawFn, whats: tuple[str, ...]) -> list[Spell]:
    """Periods that follow each other without sharing a day, perhaps with gaps."""
    cuts = sorted(draw(st.sets(days, max_size=5)))
    found = []
    for start, end in zip(cuts, [*cuts[1:], None][: len(cuts)], strict=True):
        gap = timedelta(days=draw(st.sampled_from([0, 0, 11])))
        last = end and max(end - gap, start + timedelta(days=1))
        found.append(Spell(start, last, draw(st.sampled_from(whats))))
    return found


class Story(NamedTuple):
    """One wait of a child: past its limit after `due_on`, on the days it runs."""

    due_on: date
    runs_from: date
    stopped_on: date | None
    clock: str
    said: list[Spell]
    worked: list[Spell]

    def is_past(self, day: date) -> bool:
        runs = self.runs_from <= day and (self.stopped_on is None or day < self.stopped_on)
        return runs and day > self.due_on


@st.composite
def stories(draw: st.DrawFn) -> Story:
    runs_from = draw(days)
    longer = draw(st.one_of(st.none(), st.integers(0, 300)))
    return Story(
        due_on=draw(days),
        runs_from=runs_from,
        stopped_on=None if longer is None else runs_from + timedelta(days=longer),
        clock=draw(st.sampled_from(CLOCKS)),
        said=draw(spells(tuple(Cause.values))),
        worked=draw(spells(("North", "South", ""))),
    )


def day_by_day(told: list[Story]) -> dict[str, Counter[str]]:
    """What each part of each table comes to, a day and a wait at a time."""
    found: dict[str, Counter[str]] = {
        name: Counter() for name in ("cause", "team", "clock", "month")
    }
    for story in told:
        day = MONTHS.first
        while day <= KNOWN:
            if story.is_past(day):
                cause = next((each.what for each in story.said if each.holds_on(day)), "")
                team = next((each.what for each in story.worked if each.holds_on(day)), "")
                found["cause"][cause or UNEXPLAINED] += 1
                found["team"][team or NO_TEAM] += 1
                found["clock"][story.clock] += 1
                found["month"][day.replace(day=1).isoformat()] += 1
            day += timedelta(days=1)
    return found


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(told=st.lists(stories(), min_size=1, max_size=3))
def test_it_is_what_counting_day_by_day_comes_to(told: list[Story]) -> None:
    children = [written(story).pk for story in told]
    ledger = causes.ledger(Child.objects.filter(pk__in=children), MONTHS, KNOWN)
    expected = day_by_day(told)
    names = {str(team.pk): team.name for team in Team.objects.all()} | {NO_TEAM: NO_TEAM}
    for table in ledger.tables:
        lost = {line.code: line.days for line in table.lines if line.days}
        if table.by == "team":
            lost = {names[code]: number for code, number in lost.items()}
        assert lost == +expected[table.by], table.by
    assert ledger.days == sum(expected["cause"].values())
    assert ledger.unexplained == expected["cause"][UNEXPLAINED]


def a_worker(team: str) -> Worker:
    authority = timeline.an_authority()
    of = Team.objects.get_or_create(authority=authority, name=team)[0] if team else None
    name = team or "alone"
    return Worker.objects.get_or_create(
        authority=authority, reference=name, defaults={"name": name, "team": of}
    )[0]


def written(story: Story) -> Child:
    child = timeline.child()
    wait = {"child": child, "clock": story.clock, "subject": "child", "started_on": FIRST}
    ClockRow.objects.create(
        **wait,
        start_known=True,
        runs_from=story.runs_from,
        stopped_on=story.stopped_on,
        due_on=story.due_on,
        stopped_by="",
        missing="",
        note="",
    )
    by = User.objects.get_or_create(username="chair")[0]
    answer = Answer.objects.create(
        **wait, kind="reason", reason="Said.", answered_on=FIRST, answered_by=by
    )
    for said in story.said:
        DelayCause.objects.create(
            **wait,
            answer=answer,
            cause=said.what,
            starts_on=said.starts_on,
            ends_on=said.ends_on,
        )
    for held in story.worked:
        Allocation.objects.create(
            child=child,
            worker=a_worker(held.what),
            role="social-worker",
            starts_on=held.starts_on,
            ends_on=held.ends_on,
        )
    return child
