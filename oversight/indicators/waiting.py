"""Who waits, for how long, and how it ended: an authority's curves, averages and lists.

Everything is as at a day: what stopped later still runs on it. A curve follows waits through the
months that end with that day, so that it speaks of now: a child who began to wait before them is
followed from their first day on, at the age that the wait then had.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import QuerySet

from casetrack import dates
from casetrack.models import Authority, Child
from oversight.indicators.compute import SCOPE, Known, with_facts
from oversight.indicators.survival import DONE, OTHERWISE, STILL, Curve, Days, Followed
from oversight.indicators.waits import INTERRUPTED, KINDS, WaitKind, of_clock
from oversight.models import ClockSetting

AVERAGED = (36, 12)
"""Over so many months the averages of those who finished are given, as official ones are."""

NEVER = date.max.toordinal()
SOME = "SELECT unnest(%(children)s::bigint[]) AS child_id"
ROWS = """
SELECT child_id, clock, subject, started_on, start_known, runs_from, stopped_on, stopped_by
FROM oversight_clockrow
WHERE child_id IN (SELECT child_id FROM scope) AND clock = ANY(%(clocks)s)
    AND coalesce(stopped_on >= %(since)s, true)"""

# A wait is whole once its pieces are put together; a piece that starts after the day is not known.
WHOLE = """
SELECT place, child_id, started_on, runs_from, stopped_on, start_known, ending
FROM (
    SELECT
        place, child_id, started_on, min(runs_from) AS runs_from,
        bool_and(start_known) AS start_known,
        (array_agg(stopped_on ORDER BY runs_from DESC))[1] AS stopped_on,
        (array_agg(ending ORDER BY runs_from DESC))[1] AS ending
    FROM ({pieces}) AS piece
    WHERE runs_from <= %(day)s AND coalesce(stopped_on >= runs_from, true)
    GROUP BY place, child_id, subject, started_on
) AS whole
WHERE coalesce(stopped_on >= %(since)s, true)
ORDER BY place, child_id, started_on"""


@dataclass(frozen=True)
class Rows:
    """Waits as at a day, the element of every array one wait; days are ordinals.

    `stopped` is NEVER while it lasts. `ended` is STILL, DONE or OTHERWISE; what was only
    interrupted has stopped and is STILL.
    """

    child: Days
    began: Days
    runs_from: Days
    stopped: Days
    known: Any
    ended: Days
    endings: tuple[str, ...]

    @classmethod
    def read(cls, kind: WaitKind, day: date, found: Sequence[tuple[Any, ...]]) -> "Rows":
        endings = tuple(
            "" if stopped is None or stopped > day else ending for *_, stopped, _, ending in found
        )
        return cls(
            child=_array([child for child, *_ in found]),
            began=_array([began.toordinal() for _, began, *_ in found]),
            runs_from=_array([runs_from.toordinal() for _, _, runs_from, *_ in found]),
            stopped=_array(
                [
                    stopped.toordinal() if ending else NEVER
                    for (*_, stopped, _, _), ending in zip(found, endings, strict=True)
                ]
            ),
            known=np.array([known for *_, known, _ in found], dtype=bool),
            ended=_array([_how(kind, ending) for ending in endings]),
            endings=endings,
        )

    def __len__(self) -> int:
        return len(self.child)


def _array(values: list[int]) -> Days:
    return np.array(values, dtype=np.int64)


def _how(kind: WaitKind, ending: str) -> int:
    if ending in ("", INTERRUPTED):
        return STILL
    return DONE if ending in kind.endings else OTHERWISE


@dataclass(frozen=True)
class Average:
    """The mean days of the waits that were done in the `months` to a day, or from `first` on where
    nothing is known of the months before; None where none was done.
    """

    months: int
    first: date
    number: int
    days: float | None


@dataclass(frozen=True)
class Running:
    """Who waits on the day, the longest first: each child, the days so far, and whether it is known
    on which day they began; where it is not they are the least that it can be.
    """

    on_day: date
    child: Days
    days: Days
    known: Any

    def __len__(self) -> int:
        return len(self.days)

    def longer(self, than: int) -> int:
        """How many have certainly waited longer than so many days."""
        return int(np.sum(self.days > than))

    def over_years(self, years: int) -> int:
        """How many have waited longer than so many years, to the same day of the year."""
        return self.longer((self.on_day - dates.add_months(self.on_day, -12 * years)).days)

    @property
    def longest(self) -> tuple[int, bool] | None:
        """The most days, and whether the wait began on a day that is known."""
        return (int(self.days[0]), bool(self.known[0])) if len(self) else None

    @property
    def mean(self) -> float | None:
        """The mean days so far of those whose start is known."""
        return float(self.days[self.known].mean()) if self.known.any() else None

    @property
    def unknown(self) -> int:
        return int(np.sum(~self.known))


@dataclass(frozen=True)
class Waiting:
    """One kind of wait as at `on_day`, followed from `first` to it; `why` where nothing is known.

    `unknown` waits are left out of the curve, because nobody recorded on which day they began.
    `endings` tell how often those followed ended in each way, most often first.
    """

    kind: WaitKind
    on_day: date
    first: date
    months: int
    followed: Followed
    curve: Curve
    unknown: int
    endings: tuple[tuple[str, int], ...]
    averages: tuple[Average, ...]
    running: Running
    why: str = ""

    @property
    def whole(self) -> bool:
        """Whether facts are held for all the months that were asked for."""
        return self.first == first_day(self.on_day, self.months)


def first_day(day: date, months: int) -> date:
    """Of the months that end with the day the first: the year to 31 October is from 1 November."""
    return dates.add_months(day + timedelta(days=1), -months)


def waiting(
    authority: Authority,
    day: date,
    *,
    months: int = 12,
    kinds: Sequence[WaitKind] = KINDS,
    children: QuerySet[Child] | None = None,
) -> dict[str, Waiting]:
    """By code each kind of wait as at `day`, or as at the last day that the authority knows of.

    Of `children` alone where they are given. Three statements, one more where children are given.
    """
    on_day = authority.known_day(day)
    since, off = Known.of(authority).since, _switched_off(authority, on_day)
    found = _found(authority, on_day, kinds, children)
    return {
        kind.code: followed(
            kind, on_day, months, since, (rows, running), _why(kind, on_day, since, off)
        )
        for kind, rows, running in found
    }


def _switched_off(authority: Authority, day: date) -> set[str]:
    """The clocks that the authority did not keep at all times up to the day."""
    settings = ClockSetting.objects.filter(authority=authority, enabled=False, starts_on__lte=day)
    return set(settings.values_list("clock", flat=True))


def _why(kind: WaitKind, day: date, since: date | None, off: set[str]) -> str:
    """Why there is nothing to say of a kind of wait; '' where there may be."""
    if since is None or day < since:
        return "Nothing is known of that day."
    if off.intersection(kind.clocks):
        return "A clock that this is counted by is switched off, or was."
    return ""


def _found(
    authority: Authority, day: date, kinds: Sequence[WaitKind], children: QuerySet[Child] | None
) -> list[tuple[WaitKind, Rows, Rows]]:
    """Of each kind the waits that a curve follows, and those among which are today's."""
    clocks = [code for kind in kinds for code in kind.clocks]
    since = first_day(day, max(AVERAGED))
    params: dict[str, Any] = {"day": day, "since": since, "clocks": clocks}
    parts = {"clock_row": ROWS, "scope": SCOPE}
    if children is None:
        params["authority"] = authority.pk
    else:
        mine = children.filter(authority=authority)
        params["children"] = list(mine.values_list("pk", flat=True))
        parts["scope"] = SOME
    selects = [(kind, select) for kind in kinds for select in _selects(kind)]
    pieces = " UNION ALL ".join(
        f"SELECT {place} AS place, child_id, subject, started_on, start_known, runs_from,"
        f" stopped_on, ending FROM ({select}) AS piece_{place}"
        for place, (_, select) in enumerate(selects)
    )
    parts["whole"] = WHOLE.format(pieces=pieces)
    by_place: dict[int, list[tuple[Any, ...]]] = {place: [] for place in range(len(selects))}
    with connection.cursor() as cursor:
        cursor.execute(f"{with_facts(parts)} SELECT * FROM whole", params)
        for place, *row in cursor.fetchall():
            by_place[place].append(tuple(row))
    read = iter([Rows.read(kind, day, by_place[at]) for at, (kind, _) in enumerate(selects)])
    return [
        (kind, rows, next(read) if kind.running else rows)
        for kind in kinds
        for rows in (next(read),)
    ]


def _selects(kind: WaitKind) -> list[str]:
    return [kind.selected, *([of_clock(kind.running)] if kind.running else [])]


def followed(
    kind: WaitKind,
    day: date,
    months: int,
    since: date | None,
    found: tuple[Rows, Rows],
    why: str = "",
) -> Waiting:
    """A kind of wait as at the day, of its waits and of those among which are today's; nothing is
    known of the days before `since`, and nothing is said where there is a `why`.
    """
    rows, running = found if not why else (Rows.read(kind, day, []), Rows.read(kind, day, []))
    first = max(first_day(day, months), since or day)
    seen = (rows.stopped >= first.toordinal()) & rows.known
    through = Followed.within(
        first.toordinal(),
        day.toordinal(),
        *(each[seen] for each in (rows.began, rows.runs_from, rows.stopped, rows.ended)),
    )
    ended = Counter(
        ending
        for ending, was_seen, how in zip(rows.endings, seen, rows.ended, strict=True)
        if was_seen and how != STILL
    )
    return Waiting(
        kind=kind,
        on_day=day,
        first=first,
        months=months,
        followed=through,
        curve=Curve.of(through),
        unknown=int(np.sum((rows.stopped >= first.toordinal()) & ~rows.known)),
        endings=tuple(sorted(ended.items(), key=lambda each: (-each[1], each[0]))),
        averages=tuple(
            _average(rows, max(first_day(day, over), since or day), over) for over in AVERAGED
        ),
        running=_running(running, day),
        why=why,
    )


def _average(rows: Rows, first: date, months: int) -> Average:
    """Of the waits done from `first` on; a match before the order is a wait of 0 days."""
    counted = (rows.ended == DONE) & rows.known & (rows.stopped >= first.toordinal())
    lasted = (rows.stopped - rows.began)[counted]
    return Average(months, first, len(lasted), float(lasted.mean()) if len(lasted) else None)


def _running(rows: Rows, day: date) -> Running:
    on = rows.stopped == NEVER
    order = np.lexsort((rows.child[on], rows.began[on]))
    return Running(
        on_day=day,
        child=rows.child[on][order],
        days=(day.toordinal() - rows.began[on])[order],
        known=rows.known[on][order],
    )


def behind(found: Waiting, user: Any, than: int = -1) -> QuerySet[Child]:
    """The children who wait on the day, longer than so many days: those whom `user` may see."""
    waiting_on = found.running.child[found.running.days > than]
    return Child.objects.visible_to(user).filter(pk__in=[int(child) for child in waiting_on])
