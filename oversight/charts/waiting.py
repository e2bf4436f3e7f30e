"""How a wait ends, by the days since it began: a curve of what is done rises from the floor, what
ended otherwise hangs from the ceiling, and the white between them waits still.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from casetrack.words import listed
from oversight.charts.chart import Chart, Drawing, Frame, Scale, Table, Tick, apart, up_axis, wide
from oversight.indicators.survival import OTHERWISE
from oversight.indicators.trend_words import NOT_KNOWN
from oversight.indicators.waiting_words import FEW, Words, of_hundred
from oversight.indicators.waits import WaitKind
from oversight.suppression import is_small

GRID = 30
"""In public the curve has a step every so many days, so that no step is the day of one child."""

BAND = "Hatched: where the true curve lies, 95 times in 100."
HIDDEN = "hidden"
WIDE_TICKS, NARROW_TICKS = 10, 5
STEPS = (7, 14, 30, 60, 90, 180, 365)

AREAS = ("done", "still", "otherwise")

Steps = tuple[tuple[int, float], ...]
"""A day and the share of 1 that holds from it to the next."""


@dataclass(frozen=True)
class Line:
    """A mark upright in the drawing: the day, its words, and the share done by it."""

    day: int
    words: str
    share: float | None


@dataclass(frozen=True, kw_only=True)
class WaitingCurve(Chart):
    """Shares of 1 by days since the beginning; `band` has the low and the high of each day.

    `until` is the last day that anything is said of and `reach` the last of the axis. `labels` are
    those of what is done, waits still and ended otherwise, as at `until`. `followed` has a day and
    how many were followed on it.
    """

    kind: ClassVar[str] = "waiting"

    done: Steps
    otherwise: Steps
    band: tuple[tuple[int, float, float], ...]
    until: int
    reach: int
    lines: tuple[Line, ...]
    labels: tuple[str, str, str]
    axis: str
    followed: tuple[tuple[int, str], ...]

    def drawing(self, frame: Frame) -> "CurveDrawing":
        return _drawn(self, frame)


def curve_of(words: Words) -> WaitingCurve | None:
    """The chart of a wait; None where too few were followed to draw one."""
    found, kind = words.found, words.found.kind
    if found.why or not words.enough or not found.curve.says(0):
        return None
    until = _until(words)
    days = _days(words, until)
    done = tuple((day, share) for day in days if (share := words.share(day)) is not None)
    if not done:
        return None
    otherwise = _all_otherwise(words, days)
    bands = ((day, found.curve.band(day)) for day, _ in done)
    reach = max(until, kind.marks[0].days)
    return WaitingCurve(
        title=words.sentence,
        description=_described(words, until),
        table=_table(words, until),
        notes=(BAND, *words.notes, *_whose(kind)),
        done=done,
        otherwise=otherwise,
        band=tuple((day, band.low, band.high) for day, band in bands if band is not None),
        until=until,
        reach=reach,
        lines=tuple(
            Line(mark.days, mark.said, words.share(mark.days) if mark.days <= until else None)
            for mark in kind.marks
            if mark.days <= reach
        ),
        labels=_labels(words, until),
        axis=f"Days since {kind.since}",
        followed=tuple(
            (day, _followed(words, day))
            for day in sorted({*_ticks(reach, WIDE_TICKS), *_ticks(reach, NARROW_TICKS)})
            if day <= until
        ),
    )


def _until(words: Words) -> int:
    """The last day drawn: in public none on which few are followed."""
    found, last = words.found, words.found.kind.table[-1]
    if found.curve.known_to is not None:
        last = min(last, found.curve.known_to)
    if words.public:
        grid = range(0, last + 1, GRID)
        last = max((day for day in grid if _at_risk(words, day) >= FEW), default=0)
    return last


def _days(words: Words, until: int) -> list[int]:
    """The days on which the shares step."""
    if words.public:
        return list(range(0, until + 1, GRID))
    return sorted({0, *(int(day) for day in words.found.curve.days if day <= until)})


def _at_risk(words: Words, day: int) -> int:
    return words.found.followed.there(day)


def _otherwise(words: Words, day: int) -> float | None:
    few = words.public and is_small(words.found.followed.ended_by(day, OTHERWISE))
    return None if few else words.found.curve.otherwise_by(day)


def _all_otherwise(words: Words, days: list[int]) -> Steps:
    """None at all where the last has to be hidden: then it is one with who waits still."""
    shares = [(day, _otherwise(words, day)) for day in days]
    if not shares or shares[-1][1] is None:
        return ()
    return tuple((day, share) for day, share in shares if share is not None)


def _followed(words: Words, day: int) -> str:
    """How many were followed on the day: in public to the nearest five."""
    number = _at_risk(words, day)
    if not words.public:
        return f"{number:,}"
    return f"under {FEW}" if number < FEW else f"{5 * round(number / 5):,}"


def _labels(words: Words, until: int) -> tuple[str, str, str]:
    """73 matched; 18 still waiting; 9 plan changed: together a hundred; '' for what is hidden."""
    kind = words.found.kind
    share, otherwise = words.share(until), _otherwise(words, until)
    done = round(100 * (share or 0))
    if otherwise is None:
        return f"{done} {kind.done}", f"{100 - done} {kind.still}, or {kind.otherwise}", ""
    changed = round(100 * otherwise)
    return (
        f"{done} {kind.done}",
        f"{100 - done - changed} {kind.still}",
        f"{changed} {kind.otherwise}",
    )


def _described(words: Words, until: int) -> str:
    kind = words.found.kind
    done, still, otherwise = _labels(words, until)
    parts = [f"{done} (below the curve)", f"{otherwise} (dotted, from above)" if otherwise else ""]
    shown = listed([*filter(None, parts), f"{still} (white)"])
    return (
        f"A curve of how many of 100 {kind.of} are {kind.done}, by the days since {kind.since}."
        f" In the hatched band the true one lies 95 times in 100. After {until:,} days: {shown}."
    )


def _table(words: Words, until: int) -> Table:
    kind = words.found.kind
    head = (
        f"Days since {kind.since}",
        f"Of 100 {kind.done}",
        "Between",
        f"Of 100 {kind.otherwise}",
        f"Of 100 {kind.still}",
        "Waits followed",
    )
    return Table(head, tuple(_row(words, day, until) for day in kind.table))


def _row(words: Words, day: int, until: int) -> tuple[str, ...]:
    if day > until:
        return (f"{day:,}", *[NOT_KNOWN] * 5)
    done, otherwise, band = words.share(day), _otherwise(words, day), words.found.curve.band(day)
    between = HIDDEN if done is None else "–"
    if done is not None and band is not None:
        between = f"{round(100 * band.low)} to {round(100 * band.high)}"
    still = HIDDEN
    if done is not None and otherwise is not None:
        still = _number(1 - done - otherwise)
    first, second = (HIDDEN if share is None else _number(share) for share in (done, otherwise))
    return f"{day:,}", first, between, second, still, _followed(words, day)


def _number(share: float) -> str:
    """A share of 100 in a column: 41, under 1, 0."""
    if 1e-9 < share < 0.005:
        return "under 1"
    return str(round(100 * share)) if share < 0.995 else str(99 + (share > 1 - 1e-9))


def _whose(kind: WaitKind) -> Iterator[str]:
    for mark in kind.marks:
        if mark.whose:
            yield f"{mark.said[:1].upper()}{mark.said[1:]}: {mark.whose}."


def _ticks(reach: int, most: int) -> list[int]:
    """Days for an axis, evenly, about `most` at most."""
    step = next((each for each in STEPS if reach / each < most), STEPS[-1])
    return list(range(0, reach + 1, step))


@dataclass(frozen=True)
class Label:
    """Lines of words from (x, y) down, and of what: done, still or otherwise."""

    x: float
    y: float
    lines: tuple[str, ...]
    of: str


@dataclass(frozen=True)
class Upright:
    """A mark: its line, its words in one of two rows above, and a point with its number."""

    x: float
    words_x: float
    words_y: float
    words: str
    point_y: float | None
    number: str


@dataclass(frozen=True)
class CurveDrawing(Drawing):
    """Where everything lies; areas and lines are the `d` of paths."""

    left: float
    right: float
    top: float
    bottom: float
    line: str
    area: str
    otherwise: str
    otherwise_line: str
    band: str
    across: list[Tick]
    up: list[Tick]
    uprights: list[Upright]
    labels: list[Label]
    keys: list[Label]
    followed: list[Tick]
    followed_y: float


LEFT, TOP, MARGIN = 38, 48, 172
HIGH, ROW = 260, 16


def _drawn(chart: WaitingCurve, frame: Frame) -> CurveDrawing:
    left, right = LEFT, frame.width - (14 if frame.narrow else MARGIN)
    bottom = TOP + HIGH
    across = Scale(0, chart.reach, left, right)
    up = Scale(0, 1, bottom, TOP)
    # Beneath the axis: ticks, its title, the title of the row of numbers, and the numbers.
    followed_y = bottom + 78
    keys = _keys(chart, frame, followed_y + 28) if frame.narrow else []
    height = keys[-1].y + ROW * len(keys[-1].lines) if keys else followed_y + 10
    ends = across.at(chart.until)
    done = [(across.at(day), up.at(share)) for day, share in chart.done]
    otherwise = [(across.at(day), up.at(1 - share)) for day, share in chart.otherwise]
    ticks = _ticks(chart.reach, NARROW_TICKS if frame.narrow else WIDE_TICKS)
    return CurveDrawing(
        width=frame.width,
        height=round(height),
        left=left,
        right=right,
        top=TOP,
        bottom=bottom,
        line=_stepped(done, ends),
        area=_area(done, ends, bottom),
        otherwise=_area(otherwise, ends, TOP),
        otherwise_line=_stepped(otherwise, ends),
        band=_band(chart, across, up, ends),
        across=[Tick(across.at(day), f"{day:,}") for day in ticks],
        up=_hundreds(up),
        uprights=_uprights(chart, across, up, frame.width),
        labels=[] if frame.narrow else _beside(chart, up, right + 10),
        keys=keys,
        followed=[Tick(across.at(day), said) for day, said in chart.followed if day in ticks],
        followed_y=followed_y,
    )


def _hundreds(up: Scale) -> list[Tick]:
    return [
        Tick(tick.at, str(round(100 * float(tick.words))))
        for tick in up_axis(up, (0, 0.25, 0.5, 0.75, 1))
    ]


def _stepped(points: list[tuple[float, float]], ends: float) -> str:
    """From point to point: to the right, then up or down; last to the right end."""
    if not points:
        return ""
    (x, y), *rest = points
    return f"M{x} {y}{''.join(f'H{x}V{y}' for x, y in rest)}H{ends}"


def _area(points: list[tuple[float, float]], ends: float, floor: float) -> str:
    return f"{_stepped(points, ends)}V{floor}H{points[0][0]}Z" if points else ""


def _band(chart: WaitingCurve, across: Scale, up: Scale, ends: float) -> str:
    """Along the highs, and back along the lows."""
    if not chart.band:
        return ""
    highs = [(across.at(day), up.at(high)) for day, _, high in chart.band]
    lows = [(across.at(day), up.at(low)) for day, low, _ in chart.band]
    back = "".join(f"V{y}H{x}" for x, y in reversed(lows))
    return f"{_stepped(highs, ends)}{back}Z"


def _uprights(chart: WaitingCurve, across: Scale, up: Scale, width: int) -> list[Upright]:
    """A label that would touch the one before stands a row higher; none leaves the drawing."""
    found: list[Upright] = []
    taken = 0.0
    for line in chart.lines:
        x, half = across.at(line.day), wide(line.words) / 2
        words_x = min(x, width - half)
        row = TOP - 10 - (ROW if words_x - half < taken else 0)
        taken = words_x + half + 6
        point, number = (
            (None, "") if line.share is None else (up.at(line.share), of_hundred(line.share))
        )
        found.append(Upright(x, words_x, row, line.words, point, number))
    return found


def _beside(chart: WaitingCurve, up: Scale, x: float) -> list[Label]:
    """Each area's label beside its middle at the right end."""
    done = chart.done[-1][1]
    otherwise = chart.otherwise[-1][1] if chart.otherwise else 0.0
    middles = (done / 2, (done + 1 - otherwise) / 2, 1 - otherwise / 2)
    said = [each for each in zip(chart.labels, middles, strict=True) if each[0]]
    lines = [tuple(wrap(label, 19)) for label, _ in said]
    places = [up.at(middle) for _, middle in said]
    most = max(len(each) for each in lines)
    tops = apart(places, ROW * most + 6, TOP, TOP + HIGH)
    return [
        Label(x, y - ROW * (len(each) - 1) / 2 + 5, each, of)
        for y, each, of in zip(tops, lines, AREAS, strict=False)
    ]


def _keys(chart: WaitingCurve, frame: Frame, y: float) -> list[Label]:
    """Beneath a narrow drawing: what each area is, from the top down."""
    found = []
    for label, of in reversed(list(zip(chart.labels, AREAS, strict=True))):
        if label:
            lines = tuple(wrap(label, int((frame.width - 30) / wide("m"))))
            found.append(Label(26, y, lines, of))
            y += ROW * len(lines) + 6
    return found
