"""A control chart: month by month, what is usual, the target, and marks on what stands out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from casetrack import words
from oversight.charts.chart import (
    COLOURS,
    FOOT,
    HEAD,
    SMALL,
    Axes,
    Chart,
    Drawing,
    Frame,
    Label,
    Scale,
    Table,
    apart,
    axis_of,
    days_axis,
    months_axis,
    through,
    up_axis,
    wide,
)
from oversight.indicators.trend import Kind, Limits, Part, Point, Trend
from oversight.indicators.trend_words import (
    NOT_KNOWN,
    Said,
    assured,
    can_pass,
    moment,
    notes,
    reading,
    stretches,
    told,
    usual,
    within,
)

FILLS = {
    Kind.IMPROVEMENT: COLOURS["teal"],
    Kind.CONCERN: COLOURS["amber"],
    Kind.NEUTRAL: COLOURS["ink"],
}
KEYED = (Kind.IMPROVEMENT, Kind.CONCERN, Kind.NEUTRAL)


@dataclass(frozen=True)
class Mark:
    """A point: what is as usual is a ring, what is better a diamond, what is worse a square, and
    what is only other a triangle that points the way.
    """

    x: float
    y: float
    kind: Kind
    up: bool = True

    @property
    def path(self) -> str:
        way = 1 if self.up else -1
        shape = {
            Kind.COMMON: "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z",
            Kind.IMPROVEMENT: "m-6.5 0l6.5 -6.5l6.5 6.5l-6.5 6.5z",
            Kind.CONCERN: "m-5 -5h10v10h-10z",
            Kind.NEUTRAL: f"m-6 {5 * way}l6 {-11 * way}l6 {11 * way}z",
        }[self.kind]
        return f"M{self.x} {self.y}{shape}"

    @property
    def fill(self) -> str:
        return FILLS.get(self.kind, "#fff")


@dataclass(frozen=True)
class Usual:
    """What is usual in one part: a band, its mean, and the limits that a value can lie beyond."""

    x: float
    width: float
    top: float
    height: float
    mean: float
    edges: tuple[float, ...]

    @property
    def end(self) -> float:
        return round(self.x + self.width, 1)


@dataclass(frozen=True)
class TrendDrawing(Drawing):
    axes: Axes
    usual: tuple[Usual, ...]
    lines: tuple[str, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    sides: tuple[Label, ...]
    anew: tuple[Label, ...]
    key: tuple[tuple[Mark, Label], ...]
    target: float | None

    @property
    def rings(self) -> str:
        """All points that are as usual, as one path; `shapes` are the others, by kind."""
        return "".join(mark.path for mark in self.marks if mark.kind == Kind.COMMON)

    @property
    def shapes(self) -> list[tuple[str, str]]:
        paths = {kind: [mark.path for mark in self.marks if mark.kind == kind] for kind in FILLS}
        return [("".join(those), FILLS[kind]) for kind, those in paths.items() if those]


@dataclass(frozen=True)
class Across:
    """A line across the ground, in words and its value in words, such as target and 85%."""

    value: float
    words: str
    said: str


@dataclass(frozen=True, kw_only=True)
class TrendChart(Chart):
    """`said` are the values of the points in words; `ending` follows numbers of the axis (%)."""

    kind: ClassVar[str] = "trend"

    trend: Trend
    said: tuple[str, ...]
    across: tuple[Across, ...]
    ending: str

    def drawing(self, frame: Frame) -> TrendDrawing:
        return Plan.of(self, frame).drawing


def trend_chart(
    trend: Trend, what: str, say: Said, *, ending: str = "", missing: str = NOT_KNOWN
) -> TrendChart:
    """`what` is drawn: the title is this and the reading. `say` says a value, unit and all, and
    `missing` why there is none.
    """
    said = tuple(missing if point.value is None else say(point.value) for point in trend.points)
    rest = (usual(trend, say), assured(trend, say), *notes(trend, missing))
    return TrendChart(
        title=f"{what}: {words.uncapital(reading(trend))}",
        description=_described(trend, said, usual(trend, say)),
        table=_table(trend, said),
        notes=tuple(note for note in rest if note),
        trend=trend,
        said=said,
        across=tuple(_across(trend, say)),
        ending=ending,
    )


def _described(trend: Trend, said: tuple[str, ...], rest: str) -> str:
    if not trend.points:
        return "Nothing is drawn."
    first, last = moment(trend, 0), moment(trend, len(trend.points) - 1)
    found = [told(points, trend.between) for points in stretches(trend)]
    out = f"What stands out: {'; '.join(found)}." if found else "Nothing stands out."
    parts = (f"A line from {said[0]} ({first}) to {said[-1]} ({last}).", rest, out)
    return " ".join(part for part in parts if part)


def _table(trend: Trend, said: tuple[str, ...]) -> Table:
    if trend.between:
        head = ("Event", "Days since the one before", "Stands out")
    else:
        head = ("Month", "Value", "Stands out")
    rows = [
        (moment(trend, place), said[place], f"{point.kind}: {point.signal}" if point.signal else "")
        for place, point in enumerate(trend.points)
    ]
    return Table(head, tuple(rows), words=(2,))


def _across(trend: Trend, say: Said) -> Iterator[Across]:
    """Lines of the part that holds now, and the target; no limit where no value can lie beyond."""
    if limits := trend.limits:
        centre = "typical" if trend.between else "average"
        yield Across(limits.mean, centre, say(limits.mean))
        for limit, side in ((limits.upper, "upper limit"), (limits.lower, "lower limit")):
            if can_pass(trend, limit):
                yield Across(limit, side, say(limit))
    if trend.target is not None:
        yield Across(trend.target, "target", say(trend.target))


@dataclass(frozen=True)
class Plan:
    """Where the parts of one chart lie in one frame."""

    chart: TrendChart
    frame: Frame
    axes: Axes
    along: Scale
    up: Scale

    @classmethod
    def of(cls, chart: TrendChart, frame: Frame) -> "Plan":
        trend, narrow = chart.trend, frame.narrow
        ups = _ups(chart)
        top, bottom = HEAD + 20.0 * bool(_keyed(trend)), (300 if narrow else 320) - FOOT
        up = Scale(ups[0], ups[-1], bottom, top)
        ticks = up_axis(up, ups, chart.ending)
        left = max(wide(tick.words, SMALL) for tick in ticks) + 10
        beside = [part for label in _sides(chart, frame) for part in (label.words, label.below)]
        right = frame.width - max((wide(part, SMALL) for part in beside), default=0) - 14
        inset = min(14.0, (right - left) / (2 * max(len(trend.points), 1)))
        along = Scale(0, max(len(trend.points) - 1, 1), left + inset, right - inset)
        days = [point.on_day for point in trend.points]
        if trend.between:
            below = days_axis(days, along, 4 if narrow else 9)
        else:
            below = months_axis(days, along, 7 if narrow else 13)
        axes = Axes(left, right, top, bottom, tuple(ticks), tuple(below))
        return cls(chart, frame, axes, along, up)

    @property
    def drawing(self) -> TrendDrawing:
        target = self.chart.trend.target
        return TrendDrawing(
            width=self.frame.width,
            height=int(self.axes.bottom) + FOOT,
            axes=self.axes,
            usual=tuple(
                self._usual(part, part.limits) for part in self.chart.trend.parts if part.limits
            ),
            lines=tuple(self._lines()),
            marks=tuple(mark for mark in map(self._mark, range(len(self.points))) if mark),
            labels=tuple(self._labels()),
            sides=self._beside(),
            anew=tuple(self._anew()),
            key=tuple(_key(_keyed(self.chart.trend), self.axes.left)),
            target=None if target is None else self.up.at(target),
        )

    @property
    def points(self) -> tuple[Point, ...]:
        return self.chart.trend.points

    def _usual(self, part: Part, limits: Limits) -> Usual:
        """From half way to the part before to half way to the next, or to the edge."""
        trend = self.chart.trend
        x = self.axes.left if part.first == 0 else self.along.at(part.first - 0.5)
        end = self.axes.right if part.end == len(self.points) else self.along.at(part.end - 0.5)
        edges = (limits.upper, limits.lower)
        top, bottom = (self.up.at(within(trend, edge)) for edge in edges)
        return Usual(
            x,
            round(end - x, 1),
            top,
            round(bottom - top, 1),
            self.up.at(limits.mean),
            tuple(self.up.at(edge) for edge in edges if can_pass(trend, edge)),
        )

    def _lines(self) -> Iterator[str]:
        """The points of each part joined, as far as they are known one after another."""
        for part in self.chart.trend.parts:
            places = range(part.first, part.end)
            for known, those in groupby(places, lambda each: self.points[each].value is not None):
                if known:
                    yield through([self._at(place) for place in those])

    def _at(self, place: int) -> tuple[float, float]:
        value = self.points[place].value
        return self.along.at(place), self.up.at(0.0 if value is None else value)

    def _mark(self, place: int) -> Mark | None:
        point = self.points[place]
        return Mark(*self._at(place), point.kind, point.up) if point.value is not None else None

    def _labels(self) -> Iterator[Label]:
        """The value that stands out most in each stretch, and the newest where there is room."""
        taken: list[tuple[float, float]] = []
        out = [
            max(those, key=lambda each: (each.value or 0) * (1 if each.up else -1))
            for those in stretches(self.chart.trend)
        ]
        newest = [point for point in self.points if point.value is not None][-1:]
        for point in (*out, *newest):
            place = self.points.index(point)
            (x, y), said = self._at(place), self.chart.said[place]
            if any(abs(x - other) < (room + wide(said)) / 2 + 4 for other, room in taken):
                continue
            taken.append((x, wide(said)))
            half = wide(said) / 2
            first = x + half - 6 if place in self._begun else x
            middle = min(max(first, self.axes.left + half), self.frame.width - half)
            under = self._room_under(place) and y + 20 < self.axes.bottom
            yield Label(round(middle, 1), round(y + 20 if under else y - 10, 1), said)

    @property
    def _begun(self) -> set[int]:
        """The first points of later parts, whose words must not stand in the part before."""
        return {part.first for part in self.chart.trend.parts[1:]}

    def _room_under(self, place: int) -> bool:
        """Whether it stands out below, or the line comes to it from above."""
        point, before = self.points[place], self.points[max(place - 1, 0)].value
        if point.signal:
            return not point.up
        return before is not None and point.value is not None and before > point.value

    def _beside(self) -> tuple[Label, ...]:
        labels = _sides(self.chart, self.frame)
        gap = 2 * SMALL + 4 if self.frame.narrow else SMALL + 4
        places = [self.up.at(line.value) for line in self.chart.across]
        moved = apart(places, gap, self.axes.top, self.axes.bottom)
        return tuple(
            Label(round(self.axes.right + 6, 1), y, label.words, label.below)
            for label, y in zip(labels, moved, strict=True)
        )

    def _anew(self) -> Iterator[Label]:
        """Where limits begin anew; in a narrow frame the note beneath alone says when."""
        for part in self.chart.trend.parts:
            if part.rebase:
                x = self.along.at(part.first - 0.5)
                since = f" from {moment(self.chart.trend, part.first)}"
                said = "new limits" + ("" if self.frame.narrow else since)
                anchor = "end" if x + wide(said, SMALL) > self.axes.right else "start"
                yield Label(x, round(self.axes.top - 8, 1), said, "", anchor)


def _ups(chart: TrendChart) -> list[float]:
    """The values of the axis: all that is drawn."""
    trend = chart.trend
    drawn = [point.value for point in trend.points if point.value is not None]
    whole = all(value == round(value) for value in drawn)
    drawn += [line.value for line in chart.across]
    for part in trend.parts:
        if part.limits:
            drawn += [within(trend, part.limits.lower), within(trend, part.limits.upper)]
    return axis_of(drawn, whole=whole)


def _sides(chart: TrendChart, frame: Frame) -> tuple[Label, ...]:
    """What stands beside the lines across: in a narrow frame on two lines."""
    if frame.narrow:
        return tuple(Label(0, 0, line.words, line.said) for line in chart.across)
    return tuple(Label(0, 0, f"{line.words} {line.said}") for line in chart.across)


def _keyed(trend: Trend) -> list[Kind]:
    return [kind for kind in KEYED if any(point.kind == kind for point in trend.points)]


def _key(kinds: list[Kind], left: float) -> Iterator[tuple[Mark, Label]]:
    """The marks that need to be explained, above the ground."""
    x = left
    for kind in kinds:
        yield Mark(x + 6, 12, kind), Label(x + 16, 16, str(kind))
        x = round(x + 40 + wide(str(kind), SMALL), 1)
