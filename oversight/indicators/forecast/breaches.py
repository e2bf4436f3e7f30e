"""Limits that will be passed in the next 30, 60 and 90 days: which, and about how many in the end.

Which is no forecast: a wait passes its limit on a known day unless something stops it, so they are
listed for somebody to act on. How many in the end is a sum, for planning: of all who waited so long
in the last two years, some were done in time. It is given of five waits or more and in whole
children, and nothing here says of one child how likely anything is: that would be a judgement of
her, and is not needed.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.db.models import F, Min, Q, QuerySet

from casetrack.models import Child
from oversight.indicators.survival import DONE, Curve, Days, Followed
from oversight.models import ClockRow
from oversight.models.states import PAST
from oversight.waits import Wait, running
from permanence.models import Meeting

WINDOWS = (30, 60, 90)
LEARNT_FROM = 730
"""Days back in which waits are followed, to learn how many are done in time."""
LEAST = 5
"""Of fewer waits no sum is given: it would be near to saying it of a child."""


@dataclass(frozen=True)
class Passing:
    """A wait that passes its limit unless something stops it, and when the group meets before."""

    wait: Wait
    meets_on: date | None

    @property
    def due_on(self) -> date:
        due_on: date = self.wait.row.due_on
        return due_on


@dataclass(frozen=True)
class Ahead:
    """In so many days: waits past their limit if nothing happens, and about how many at our pace.

    `expected` is None of fewer than five.
    """

    days: int
    if_nothing: int
    expected: int | None

    @property
    def words(self) -> str:
        """5 pass their limit in 90 days if nobody acts; at our usual pace about 4."""
        verb = "passes its" if self.if_nothing == 1 else "pass their"
        said = f"{self.if_nothing} {verb} limit in {self.days} days if nobody acts"
        if self.expected is None:
            return f"{said}."
        return f"{said}; at our usual pace about {self.expected}."


def passing(
    children: QuerySet[Child], day: date, days: int = WINDOWS[-1], clocks: Collection[str] = ()
) -> list[Passing]:
    """The waits of these children whose limit is passed in so many days, soonest first."""
    rows = _due(children, day, days, clocks).select_related("child")
    found = [Wait(row) for row in rows.order_by("due_on", "child__reference", "clock", "id")]
    meets = _meets_on({wait.row.child.authority_id for wait in found}, day)
    return [Passing(wait, _before(meets, wait)) for wait in found]


def _due(
    children: QuerySet[Child], day: date, days: int, clocks: Collection[str]
) -> QuerySet[ClockRow]:
    """As the page of what is coming up counts them: the last day of a limit is still in time."""
    rows: QuerySet[Any] = running(day).filter(child__in=children, due_on__gte=F("on_day"))
    rows = rows.filter(due_on__lte=day + timedelta(days=days)).exclude(state__in=PAST)
    return rows.filter(clock__in=clocks) if clocks else rows


def _meets_on(authorities: Collection[int], day: date) -> dict[int, date]:
    """By authority the next day on which a group of it meets."""
    meetings = Meeting.objects.filter(
        series__authority__in=authorities, held_on__gte=day, put_off_because="", closed_at=None
    )
    by_authority = meetings.order_by().values("series__authority").annotate(on=Min("held_on"))
    return dict(by_authority.values_list("series__authority", "on"))


def _before(meets: dict[int, date], wait: Wait) -> date | None:
    meets_on = meets.get(wait.row.child.authority_id)
    return meets_on if meets_on is not None and meets_on <= wait.row.due_on else None


def ahead(
    children: QuerySet[Child], day: date, clocks: Collection[str] = ()
) -> dict[str, tuple[Ahead, ...]]:
    """By clock what is to be expected in 30, 60 and 90 days; of all of them together by ''."""
    due: dict[str, list[tuple[date, date]]] = {}
    values = ("clock", "started_on", "due_on")
    for clock, started_on, due_on in _due(children, day, WINDOWS[-1], clocks).values_list(*values):
        due.setdefault(clock, []).append((started_on, due_on))
    curves = _learnt(children, day, due.keys())
    sums = {clock: _sums(due[clock], curves[clock], day) for clock in sorted(due)}
    sums[""] = tuple(
        (
            sum(each[place][0] for each in sums.values()),
            sum(each[place][1] for each in sums.values()),
        )
        for place in range(len(WINDOWS))
    )
    return {clock: tuple(_ahead(each)) for clock, each in sums.items()}


def _ahead(sums: Iterable[tuple[int, float]]) -> Iterable[Ahead]:
    for days, (number, expected) in zip(WINDOWS, sums, strict=True):
        yield Ahead(days, number, round(expected) if number >= LEAST else None)


def _learnt(children: QuerySet[Child], day: date, clocks: Collection[str]) -> dict[str, Curve]:
    """By clock the share of waits that were done by each day, of the last two years."""
    since = day - timedelta(days=LEARNT_FROM)
    rows = ClockRow.objects.filter(child__in=children, clock__in=clocks, runs_from__lte=day)
    rows = rows.filter(Q(stopped_on=None) | Q(stopped_on__gte=since))
    seen: dict[str, list[tuple[int, int, int]]] = {clock: [] for clock in clocks}
    values = ("clock", "started_on", "runs_from", "stopped_on")
    for clock, started_on, runs_from, stopped_on in rows.values_list(*values):
        stopped = stopped_on or date.max
        seen[clock].append((started_on.toordinal(), runs_from.toordinal(), stopped.toordinal()))
    return {clock: _curve(each, since, day) for clock, each in seen.items()}


def _curve(waits: Sequence[tuple[int, int, int]], since: date, day: date) -> Curve:
    began, came, stopped = np.array(waits, dtype=np.int64).reshape(-1, 3).T
    ended = np.full(len(began), DONE)
    span = since.toordinal(), day.toordinal()
    return Curve.of(Followed.within(*span, began, came, stopped, ended))


def _sums(
    due: Sequence[tuple[date, date]], curve: Curve, day: date
) -> tuple[tuple[int, float], ...]:
    """For each window how many limits are in it, and how many of them would be passed in the end:
    the share of waits that last to the limit, of those that have lasted until today.
    """
    began, limits = np.array([(a.toordinal(), b.toordinal()) for a, b in due]).T
    today = day.toordinal()
    lasted, would_last = _left(curve, today - began), _left(curve, limits - began)
    known = lasted > 0
    share = np.divide(would_last, lasted, out=np.ones(len(due)), where=known)
    return tuple(
        (int(some.sum()), float(share[some].sum()))
        for some in (limits <= today + days for days in WINDOWS)
    )


def _left(curve: Curve, days: Days) -> np.ndarray:
    """The share that still waits after so many days."""
    done = np.concatenate([[0.0], curve.done])
    return 1 - done[np.searchsorted(curve.days, days, side="right")]
