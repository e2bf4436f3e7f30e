"""What a control chart says, in sentences written from its points.

Of a change from one month to the next that lies within the limits nothing is said: it is what
chance does, and a sentence about it would be read as news.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from casetrack import words
from oversight.indicators.trend import FULL, LEAST, Assurance, Kind, Point, Signal, Trend

NOT_KNOWN = "not known"
SAID = 2
"""Stretches that stand out and are told one by one, the newest; earlier ones are counted."""
CHANCE = {13: "1 in 10", 24: "2 in 10", 36: "3 in 10"}
"""Of stable series of so many months, those on which something stands out (see trend.py)."""
TIMES = {1: "once", 2: "twice"}
VERDICT = {Kind.IMPROVEMENT: " (better)", Kind.CONCERN: " (worse)"}
COMPARED = {
    (False, True): "higher than usual",
    (False, False): "lower than usual",
    (True, True): "longer than usual",
    (True, False): "shorter than usual",
}
"""Of (days between events, above)."""
GOING = {
    (False, True): "rising",
    (False, False): "falling",
    (True, True): "longer and longer",
    (True, False): "shorter and shorter",
}

Said = Callable[[float], str]
"""How a value is said: 85%, 192 days."""


def reading(trend: Trend) -> str:
    """Higher than usual in Mar 2022 (worse); otherwise no change that could not be chance."""
    if all(part.limits is None for part in trend.parts):
        return _without_limits(trend)
    found = stretches(trend)
    if not found:
        return "No change that could not be chance."
    said = [told(points, trend.between) for points in found[-SAID:]]
    if earlier := len(found) - len(said):
        said.insert(0, f"other than usual {TIMES.get(earlier, f'{earlier} times')} before")
    return f"{words.capital('; '.join(said))}; otherwise no change that could not be chance."


def assured(trend: Trend, say: Said) -> str:
    """What the limits say of the target; '' where there is none, or they are not firm."""
    limits, target = trend.limits, trend.target
    if trend.assurance is None or limits is None or target is None or limits.provisional:
        return ""
    aim = f"The target of {say(target)}"
    if trend.assurance == Assurance.PASSES:
        return f"{aim} will be met unless something changes."
    if trend.assurance == Assurance.FAILS:
        return f"{aim} will not be met unless something changes."
    return f"{aim} lies within the limits: whether a month meets it is chance."


def usual(trend: Trend, say: Said) -> str:
    """From 11 to 35 is usual, 23 on average; '' where there are no limits."""
    if trend.limits is None:
        return ""
    lower, upper = within(trend, trend.limits.lower), within(trend, trend.limits.upper)
    centre = f"{say(trend.limits.mean)} {'typical' if trend.between else 'on average'}"
    return f"From {say(lower)} to {say(upper)} is usual, {centre}."


def within(trend: Trend, limit: float) -> float:
    """A limit as it is drawn and said: never where no value can be."""
    low = limit if trend.lowest is None else max(limit, trend.lowest)
    return low if trend.highest is None else min(low, trend.highest)


def can_pass(trend: Trend, limit: float) -> bool:
    """Whether a value could lie beyond it at all: else it is no limit, and not drawn as one."""
    return limit not in (trend.lowest, trend.highest) and within(trend, limit) == limit


def notes(trend: Trend, missing: str = NOT_KNOWN) -> tuple[str, ...]:
    """What has to be known to read the chart: where limits begin anew, how firm they are, what is
    `missing`, and how often chance alone stands out.
    """
    said = [
        f"New limits from {moment(trend, part.first)}: {words.sentence(part.rebase.reason)}"
        for part in trend.parts
        if part.rebase
    ]
    if trend.limits and trend.limits.provisional:
        rest = f"{trend.limits.months} {'events' if trend.between else 'months'}"
        said.append(f"The limits are provisional: they rest on {rest}, not yet on {FULL}.")
    unknown = [words.month(point.on_day) for point in trend.points if point.value is None]
    if unknown:
        said.append(f"{words.capital(missing)}: {words.listed(unknown)}.")
    if stretches(trend):
        length = next((each for each in CHANCE if len(trend.points) <= each), max(CHANCE))
        said.append(
            f"Even where nothing has changed, about {CHANCE[length]} charts as long as this show "
            "something other than usual."
        )
    return tuple(said)


def stretches(trend: Trend) -> list[list[Point]]:
    """Points that stand out the same way one after another; those that rise or fall by themselves,
    for not all of them lie above the average, or below.
    """

    def way(point: Point) -> tuple[bool, bool, bool]:
        return point.signal is not None, point.up, point.signal == Signal.TREND

    return [list(points) for (out, *_), points in groupby(trend.points, way) if out]


def moment(trend: Trend, place: int) -> str:
    """The month of a point, or the day where points are events."""
    day = trend.points[place].on_day
    return words.short_day(day) if trend.between else words.month(day)


def told(points: Sequence[Point], between: bool) -> str:
    """higher than usual from Jan to Aug 2022 (worse)"""
    way = (between, points[0].up)
    rises = points[0].signal == Signal.TREND
    verdict = VERDICT.get(points[0].kind, "")
    return f"{GOING[way] if rises else COMPARED[way]} {_when(points, between)}{verdict}"


def _without_limits(trend: Trend) -> str:
    known = words.count(trend.known, "event" if trend.between else "month")
    if not trend.known:
        return "Nothing is known yet."
    if trend.known < LEAST:
        return f"{known}: too few to tell a change from chance."
    return f"{known} that hardly differ: no limits can be drawn."


def _when(points: Sequence[Point], between: bool) -> str:
    """in Mar 2022; from Jan to Aug 2022; from Nov 2021 to Feb 2022; on 3 Mar 2022."""
    say = words.short_day if between else words.month
    first, last = points[0].on_day, points[-1].on_day
    if first == last:
        return f"{'on' if between else 'in'} {say(first)}"
    if first.year != last.year:
        return f"from {say(first)} to {say(last)}"
    begun = words.short_day(first, beside=last) if between else words.MONTHS[first.month - 1]
    return f"from {begun} to {say(last)}"
