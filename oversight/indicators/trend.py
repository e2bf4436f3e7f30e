"""Whether a month differs from others by more than chance: process-control charts (XmR).

Limits lie 2.66 times the average change from one month to the next above and below the average, and
hold nearly all that chance does. What stands out is a point outside them, one of seven that rise or
fall in a row, one of two in three near the same limit, or one of seven in a row on one side of the
average; the first of these that holds is told. Constants and rules are those of NHS England's
Making Data Count as the R package NHSRplotthedots 0.2.2 has them. Changes above 3.267 times the
average one are left out of it once, as there and in Nelson, Control Charts for Individual
Measurements, Journal of Quality Technology 14 (1982) 172. Unlike there, limits need five months and
something that varies; and a month of which nothing is known ends a row, as nobody knows what was in
it.

By chance alone 8 to 10 of 100 stable series of 13 months show a point that stands out, and 28 to 39
of 36 months. Limits may be locked on the first twelve months, as Making Data Count advises, so that
a change does not move them; but they then rest on little, and of 36 months every second stable
series shows something (measured on counts and percentages drawn by chance; tests/test_trend.py).

A stock, such as the children in care on a day, is refused: most children of one month are those of
the month before, so nearly every quiet year would look unusual. Events that are few are no better
told by the month: for them there are the days from one to the next (`days_between`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from casetrack import dates
from oversight.indicators.indicator import Chart, Polarity

LIMIT = 2.66
NEAR = LIMIT * 2 / 3
SCREEN = 3.267
ROW = 7
FULL = 12
"""Limits that rest on fewer months are provisional."""
LEAST = 5
"""Wheeler, Understanding Variation (1993) page 60: limits from five or six values are useful."""
RARE = 3
"""Where there are no more events a month on average, days between them tell more."""
POWER = 1 / 3.6
"""To it, days between events that chance alone spaces are about normal: Nelson, A Control Chart for
Parts-Per-Million Nonconforming Items, Journal of Quality Technology 26 (1994) 239."""
HALF_A_DAY = 0.5

Series = Sequence[tuple[date, float | None]]
"""A day of each month, in order, and the value, None where it is not known."""


class CannotChart(ValueError):
    """Why not, and what to draw instead, in words for the screen."""


class Signal(StrEnum):
    """Why chance alone would hardly have put a point there."""

    OUTSIDE = "outside the limits"
    TREND = "one of seven or more that rise or fall in a row"
    NEAR = "one of two in three near the same limit"
    SIDE = "one of seven or more in a row on one side of the average"


class Kind(StrEnum):
    COMMON = "as usual"
    IMPROVEMENT = "better than usual"
    CONCERN = "worse than usual"
    NEUTRAL = "other than usual"


class Assurance(StrEnum):
    """What the limits say of a target: whether it would be met if nothing changes."""

    PASSES = "consistently passes"
    FAILS = "consistently fails"
    HIT_AND_MISS = "hit and miss"


@dataclass(frozen=True)
class Rebase:
    """From this day on something is done otherwise, so that limits begin anew; why is always said.

    The first point of the new part is the first that is not earlier than `from_on`.
    """

    from_on: date
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise CannotChart("New limits need a reason: what is done otherwise from then on?")


@dataclass(frozen=True)
class Limits:
    """`months` is how many points they rest on; the near ones lie two thirds of the way out."""

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    months: int

    @property
    def provisional(self) -> bool:
        return self.months < FULL


@dataclass(frozen=True)
class Part:
    """Points from place `first` to before place `end` with limits of their own; None where there
    are too few or they vary too little. `rebase` is what began it.
    """

    first: int
    end: int
    limits: Limits | None
    rebase: Rebase | None = None


@dataclass(frozen=True)
class Point:
    """`up` says which way it stands out: above, or rising."""

    on_day: date
    value: float | None
    signal: Signal | None = None
    up: bool = False
    kind: Kind = Kind.COMMON


@dataclass(frozen=True)
class Trend:
    """`lowest` and `highest` are what a value can be at all: limits are drawn no further.

    Where `between` its points are not months but events, and its values the days since the last.
    """

    polarity: Polarity
    points: tuple[Point, ...]
    parts: tuple[Part, ...]
    target: float | None = None
    lowest: float | None = None
    highest: float | None = None
    between: bool = False

    @property
    def limits(self) -> Limits | None:
        """Those that hold now."""
        return self.parts[-1].limits if self.parts else None

    @property
    def assurance(self) -> Assurance | None:
        if self.limits is None or self.target is None or self.polarity == Polarity.NEUTRAL:
            return None
        if self.limits.lower <= self.target <= self.limits.upper:
            return Assurance.HIT_AND_MISS
        above = self.target < self.limits.lower
        return Assurance.PASSES if above == (self.polarity == Polarity.HIGHER) else Assurance.FAILS

    @property
    def known(self) -> int:
        return sum(point.value is not None for point in self.points)


def xmr(
    chart: Chart,
    series: Series,
    polarity: Polarity,
    *,
    target: float | None = None,
    rebases: Sequence[Rebase] = (),
    screen: bool = True,
    locked: int | None = None,
) -> Trend:
    """The chart of monthly values. Months that are left out between others count as not known.

    Limits rest on all months of their part, or on the first `locked` of them.
    """
    if chart == Chart.STOCK:
        raise CannotChart(
            "A number of children on a day goes on from month to month, so limits would call most "
            "quiet years unusual. Draw how many come and how many leave each month, or the "
            "forecast."
        )
    months = _every_month(series)
    values = [value for _, value in months]
    points, parts = _charted(months, values, polarity, rebases, screen, locked)
    known = [value for value in values if value is not None]
    return Trend(
        polarity,
        points,
        parts,
        target,
        lowest=0.0 if min(known, default=0) >= 0 else None,
        highest=100.0 if chart == Chart.PERCENTAGE and max(known, default=0) <= 100 else None,
    )


def days_between(
    events: Sequence[date],
    polarity: Polarity,
    *,
    rebases: Sequence[Rebase] = (),
    locked: int | None = None,
) -> Trend:
    """The chart of the days from each event to the next, for what happens RARE times a month or
    less (t chart). `polarity` is that of the events: where fewer are better, longer is.

    Days are judged as their 3.6th roots, and limits turned back into days: their mean is what is
    typical, less than the average of the days. Two events on one day are judged as half a day
    apart: less than that nothing can be.
    """
    ordered = sorted(events)
    series = [(day, float((day - before).days)) for before, day in pairwise(ordered)]
    better = {Polarity.LOWER: Polarity.HIGHER, Polarity.HIGHER: Polarity.LOWER}
    longer = better.get(polarity, polarity)
    roots: list[float | None] = [max(days, HALF_A_DAY) ** POWER for _, days in series]
    points, parts = _charted(series, roots, longer, rebases, True, locked)
    back = tuple(replace(part, limits=part.limits and _in_days(part.limits)) for part in parts)
    return Trend(longer, points, back, lowest=HALF_A_DAY, between=True)


def is_rare(series: Series) -> bool:
    """Whether there are so few events a month that days between them tell more."""
    known = [value for _, value in series if value is not None]
    return bool(known) and sum(known) / len(known) <= RARE


def _in_days(limits: Limits) -> Limits:
    def back(root: float) -> float:
        return float(max(root, 0.0) ** (1 / POWER))

    return Limits(
        back(limits.mean),
        back(limits.lower),
        back(limits.upper),
        back(limits.near_lower),
        back(limits.near_upper),
        limits.months,
    )


def _every_month(series: Series) -> list[tuple[date, float | None]]:
    found: list[tuple[date, float | None]] = []
    for day, value in series:
        if found and (day.year, day.month) <= (found[-1][0].year, found[-1][0].month):
            raise ValueError(f"{day} is no later month than {found[-1][0]}")
        while found and (following := dates.add_months(found[-1][0].replace(day=1), 1)) < (
            day.replace(day=1)
        ):
            found.append((following, None))
        found.append((day, value))
    return found


def _charted(
    series: Series,
    values: Sequence[float | None],
    polarity: Polarity,
    rebases: Sequence[Rebase],
    screen: bool,
    locked: int | None,
) -> tuple[tuple[Point, ...], tuple[Part, ...]]:
    """Points as they are in the series, judged by `values`, which their limits are of too."""
    points: list[Point] = []
    parts = []
    for first, end, rebase in _cut([day for day, _ in series], rebases):
        limits = limits_of(values[first:end], screen=screen, locked=locked)
        parts.append(Part(first, end, limits, rebase))
        judged = signals(values[first:end], limits)
        for (day, value), (signal, up) in zip(series[first:end], judged, strict=True):
            points.append(Point(day, value, signal, up, _kind(signal, up, polarity)))
    return tuple(points), tuple(parts)


def _cut(days: Sequence[date], rebases: Sequence[Rebase]) -> list[tuple[int, int, Rebase | None]]:
    """Places of parts. A rebase at the first point or after the last cuts nothing."""
    begun: dict[int, Rebase | None] = {0: None} if days else {}
    for rebase in sorted(rebases, key=lambda each: each.from_on):
        place = sum(day < rebase.from_on for day in days)
        if 0 < place < len(days):
            begun[place] = rebase
    ends = [*list(begun)[1:], len(days)]
    return [(first, end, begun[first]) for first, end in zip(begun, ends, strict=bool(begun))]


def limits_of(
    values: Sequence[float | None], *, screen: bool = True, locked: int | None = None
) -> Limits | None:
    """From the first `locked` known values; None where they are too few, or hardly vary."""
    known = [place for place, value in enumerate(values) if value is not None]
    if len(known) < LEAST:
        return None
    resting = values[: known[:locked][-1] + 1]
    told = [value for value in resting if value is not None]
    ranges = [abs(b - a) for a, b in pairwise(resting) if a is not None and b is not None]
    average = _mean(ranges)
    if screen:
        average = _mean([each for each in ranges if each < SCREEN * average])
    if average == 0:
        return None
    mean = _mean(told)
    return Limits(
        mean,
        mean - LIMIT * average,
        mean + LIMIT * average,
        mean - NEAR * average,
        mean + NEAR * average,
        len(told),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def signals(
    values: Sequence[float | None], limits: Limits | None
) -> list[tuple[Signal | None, bool]]:
    """Of each value the first rule by which it stands out, and whether above or rising."""
    if limits is None:
        return [(None, False)] * len(values)
    side = [_sign(value, limits.mean) for value in values]
    beyond = [_beyond(value, limits.lower, limits.upper) for value in values]
    near = [
        not out and _beyond(value, limits.near_lower, limits.near_upper) != 0
        for value, out in zip(values, beyond, strict=True)
    ]
    trend, close, row = trends(values), two_in_three(near, side), in_rows(side, ROW)
    found: list[tuple[Signal | None, bool]] = []
    for place in range(len(values)):
        if beyond[place]:
            found.append((Signal.OUTSIDE, beyond[place] > 0))
        elif trend[place]:
            found.append((Signal.TREND, trend[place] > 0))
        elif close[place]:
            found.append((Signal.NEAR, side[place] > 0))
        elif row[place]:
            found.append((Signal.SIDE, side[place] > 0))
        else:
            found.append((None, False))
    return found


def _sign(value: float | None, other: float) -> int:
    """1 above, -1 below; 0 where equal but for rounding, or not known."""
    if value is None or abs(value - other) <= 1e-9 * max(abs(value), abs(other)):
        return 0
    return 1 if value > other else -1


def _beyond(value: float | None, lower: float, upper: float) -> int:
    return 1 if _sign(value, upper) > 0 else -1 if _sign(value, lower) < 0 else 0


def in_rows(signs: Sequence[int], least: int) -> list[bool]:
    """Which belong to at least so many of the same sign in a row; 0 is no sign."""
    found = [False] * len(signs)
    first = 0
    for place in range(1, len(signs) + 1):
        if place < len(signs) and signs[place] == signs[first]:
            continue
        if signs[first] and place - first >= least:
            found[first:place] = [True] * (place - first)
        first = place
    return found


def trends(values: Sequence[float | None]) -> list[int]:
    """1 for each of seven or more that rise in a row, -1 where they fall, else 0; who ends one such
    row and begins another belongs to the second.
    """
    steps = [0 if a is None or b is None else _sign(b, a) for a, b in pairwise(values)]
    going = [step if held else 0 for step, held in zip(steps, in_rows(steps, ROW - 1), strict=True)]
    return [after or before for before, after in zip([0, *going], [*going, 0], strict=True)][
        : len(values)
    ]


def two_in_three(near: Sequence[bool], side: Sequence[int]) -> list[bool]:
    """Which of the near ones are among three in a row on the same side of which two are near."""
    found = [False] * len(near)
    for first in range(len(near) - 2):
        three = slice(first, first + 3)
        if abs(sum(side[three])) == 3 and sum(near[three]) >= 2:
            found[three] = [a or b for a, b in zip(found[three], near[three], strict=True)]
    return found


def _kind(signal: Signal | None, up: bool, polarity: Polarity) -> Kind:
    if signal is None:
        return Kind.COMMON
    if polarity == Polarity.NEUTRAL:
        return Kind.NEUTRAL
    return Kind.IMPROVEMENT if up == (polarity == Polarity.HIGHER) else Kind.CONCERN
