"""How many there were, how many are expected, the range of four times out of five, and what the
same method said a year ago.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from casetrack import words
from oversight.charts.chart import (
    FOOT,
    HEAD,
    SMALL,
    TEXT,
    Axes,
    Chart,
    Drawing,
    Frame,
    Label,
    Scale,
    Table,
    apart,
    months_axis,
    nice,
    number,
    through,
    up_axis,
    wide,
)
from oversight.indicators.forecast.forecast import (
    CannotForecast,
    Forecast,
    Point,
    Series,
)
from oversight.indicators.forecast.model import AHEAD


@dataclass(frozen=True)
class FanDrawing(Drawing):
    """Points of lines as SVG has them; `today` is where what is known ends, `now` how many there
    are, `key` explains the dashed line, a sample of which is drawn before it.
    """

    axes: Axes
    fan: str
    edges: tuple[str, ...]
    past: str
    ahead: str
    then: str
    today: Label
    dots: tuple[tuple[float, float], ...]
    now: Label
    sides: tuple[Label, ...]
    key: Label | None


@dataclass(frozen=True, kw_only=True)
class FanChart(Chart):
    """`past` ends with the day of the origin, which `ahead` goes on from; all a month apart."""

    kind: ClassVar[str] = "fan"

    past: tuple[tuple[date, int], ...]
    ahead: tuple[Point, ...]
    then: tuple[Point, ...]

    @property
    def months(self) -> list[date]:
        return [day for day, _ in self.past] + [point.on_day for point in self.ahead]

    @property
    def ups(self) -> list[float]:
        """The values of the axis: it begins at 0 where that is not far off."""
        drawn = [float(value) for _, value in self.past]
        drawn += [float(end) for point in self.ahead for end in (point.low, point.high)]
        drawn += [point.value for point in self.then]
        low, high = min(drawn), max(drawn)
        return nice(0 if 0 < low < high - low else low, high, 5, whole=True)

    def drawing(self, frame: Frame) -> FanDrawing:
        return _Plan.of(self, frame).drawing


def fan_chart(series: Series, forecast: Forecast) -> FanChart:
    """One line of a forecast. Where there are too few children it has no chart, only words."""
    if not series.points:
        raise CannotForecast(series.said)
    notes = (
        _checked(series, forecast),
        forecast.window,
        "The range is how far off the same method was in the past, four times out of five.",
    )
    chart = FanChart(
        title=_finding(series),
        description=_described(series),
        table=_table(series),
        notes=notes,
        past=series.past,
        ahead=series.points,
        then=series.a_year_ago,
    )
    low = chart.ups[0]
    if low <= 0:
        return chart
    return replace(chart, notes=(*notes, f"The upright axis begins at {number(low)}, not at 0."))


def _finding(series: Series) -> str:
    """140 children in agency foster homes; in 12 months about 128, between 110 and 149."""
    last = series.points[-1]
    return (
        f"{words.children(series.now)} {series.words}; in {words.count(last.months, 'month')} about"
        f" {last.shown:,}, between {last.low:,} and {last.high:,}."
    )


def _checked(series: Series, forecast: Forecast) -> str:
    """What was said a year ago of today, and what came."""
    said = series.checked
    if said is None:
        return forecast.not_checked or "A year ago there were too few children for a forecast."
    held = "within" if said.low <= series.now <= said.high else "outside"
    return (
        f"A year ago this method would have said {said.shown:,}, between {said.low:,} and"
        f" {said.high:,}: the {series.now:,} of today are {held} that range."
    )


def _described(series: Series) -> str:
    first, last = series.past[0], series.points[-1]
    then = (
        " A dashed line is what would have been forecast a year ago." if series.a_year_ago else ""
    )
    return (
        f"A line from {first[1]:,} in {words.month(first[0])} to {series.now:,} in"
        f" {words.month(series.past[-1][0])}. From there a dotted line goes on to {last.shown:,} in"
        f" {words.month(last.on_day)}, in a band that widens to between {last.low:,} and"
        f" {last.high:,}.{then}"
    )


def _table(series: Series) -> Table:
    then = {point.on_day: point for point in series.a_year_ago}
    rows = [
        (words.short_day(day), f"{value:,}", "", _ranged(then.get(day)))
        for day, value in series.past
    ]
    rows += [(words.short_day(point.on_day), "", _ranged(point), "") for point in series.points]
    head = ("On", "Children", "Forecast and its range", "Forecast a year ago")
    return Table(head, tuple(rows))


def _ranged(point: Point | None) -> str:
    """541 (504 to 578)."""
    return f"{point.shown:,} ({point.low:,} to {point.high:,})" if point else ""


@dataclass(frozen=True)
class _Plan:
    """Where the parts of one chart lie in one frame."""

    chart: FanChart
    frame: Frame
    axes: Axes
    along: Scale
    up: Scale

    @classmethod
    def of(cls, chart: FanChart, frame: Frame) -> "_Plan":
        ups, height = chart.ups, 300 if frame.narrow else 320
        up = Scale(ups[0], ups[-1], height - FOOT, HEAD)
        ticks = up_axis(up, ups)
        left = max(wide(tick.words, SMALL) for tick in ticks) + 10
        right = frame.width - max(wide(each) for each in _ends(chart)) - 16
        along = Scale(0, len(chart.months) - 1, left + 8, right)
        below = tuple(months_axis(chart.months, along, 7 if frame.narrow else 13))
        axes = Axes(left, right, HEAD, height - FOOT, tuple(ticks), below)
        return cls(chart, frame, axes, along, up)

    @property
    def drawing(self) -> FanDrawing:
        chart, now = self.chart, self._now
        ahead = [now, *((self._x(point), self.up.at(point.value)) for point in chart.ahead)]
        high = [now, *((self._x(point), self.up.at(point.high)) for point in chart.ahead)]
        low = [now, *((self._x(point), self.up.at(point.low)) for point in chart.ahead)]
        return FanDrawing(
            width=self.frame.width,
            height=int(self.axes.bottom) + FOOT,
            axes=self.axes,
            fan=through([*high, *reversed(low)]),
            edges=(through(high), through(low)),
            past=through(list(self._past)),
            ahead=through(ahead),
            then=through(list(self._then)),
            today=Label(now[0], HEAD - 10, words.short_day(chart.past[-1][0])),
            dots=(now, ahead[-1]),
            sides=self._sides(ahead[-1], high[-1], low[-1]),
            now=Label(*self._beside_now, f"{chart.past[-1][1]:,}", "", "end"),
            key=self._key,
        )

    @property
    def _now(self) -> tuple[float, float]:
        return self.along.at(len(self.chart.past) - 1), self.up.at(self.chart.past[-1][1])

    @property
    def _past(self) -> Iterator[tuple[float, float]]:
        for place, (_, value) in enumerate(self.chart.past):
            yield self.along.at(place), self.up.at(value)

    @property
    def _then(self) -> Iterator[tuple[float, float]]:
        """The forecast of a year ago, from what there was then."""
        began = len(self.chart.past) - 1 - AHEAD
        if self.chart.then:
            yield self.along.at(began), self.up.at(self.chart.past[began][1])
        for point in self.chart.then:
            yield self.along.at(began + point.months), self.up.at(point.value)

    def _x(self, point: Point) -> float:
        return self.along.at(len(self.chart.past) - 1 + point.months)

    def _sides(self, *ends: tuple[float, float]) -> tuple[Label, ...]:
        """The number expected and both ends of the range, beside where they end."""
        moved = apart([y for _, y in ends], TEXT + 3, self.axes.top, self.axes.bottom)
        said = zip(ends, moved, _ends(self.chart), strict=True)
        return tuple(Label(x + 8, y, each) for (x, _), y, each in said)

    @property
    def _beside_now(self) -> tuple[float, float]:
        """Left of what there is now, on the side of it that the line does not come from."""
        x, y = self._now
        falls = self.chart.past[-2][1] > self.chart.past[-1][1]
        place = y + 18 if falls else y - 10
        return x - 6, round(min(max(place, self.axes.top + TEXT), self.axes.bottom - 6), 1)

    @property
    def _key(self) -> Label | None:
        if not self.chart.then:
            return None
        said = f"{self.chart.then[-1].shown:,}"
        told = f"a year ago: {said}" if self.frame.narrow else f"forecast a year ago: {said}"
        return Label(self.axes.left + 28, HEAD - 10, told)


def _ends(chart: FanChart) -> tuple[str, str, str]:
    last = chart.ahead[-1]
    return f"{last.shown:,}", f"{last.high:,}", f"{last.low:,}"
