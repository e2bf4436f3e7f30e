"""A stock month by month: a plain line, for no control chart can tell chance from change in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import ClassVar

from casetrack import words
from oversight.charts.chart import (
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
    axis_of,
    months_axis,
    number,
    through,
    up_axis,
    wide,
)
from oversight.indicators.trend_words import NOT_KNOWN


@dataclass(frozen=True)
class LineDrawing(Drawing):
    """`dots` are where labels point at; `target` the height of its line, with its words."""

    axes: Axes
    lines: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]
    target: Label | None


@dataclass(frozen=True, kw_only=True)
class LineChart(Chart):
    """`values` of the months in a row, None where not known, and the same in words."""

    kind: ClassVar[str] = "line"

    months: tuple[date, ...]
    values: tuple[float | None, ...]
    said: tuple[str, ...]
    target: float | None
    target_said: str
    ending: str

    @property
    def ups(self) -> list[float]:
        drawn = [value for value in (*self.values, self.target) if value is not None]
        return axis_of(drawn, whole=all(value == round(value) for value in drawn))

    @property
    def told(self) -> list[int]:
        """The places whose values are said: first, last, highest and lowest."""
        known = [place for place, value in enumerate(self.values) if value is not None]
        if not known:
            return []
        by_value = sorted(known, key=lambda place: self.values[place] or 0.0)
        return list(dict.fromkeys((known[-1], known[0], by_value[-1], by_value[0])))

    def drawing(self, frame: Frame) -> LineDrawing:
        ups = self.ups
        height = 260 if frame.narrow else 280
        up = Scale(ups[0], ups[-1], height - FOOT, HEAD)
        ticks = up_axis(up, ups, self.ending)
        left = max(wide(tick.words, SMALL) for tick in ticks) + 10
        right = frame.width - max(wide(self.target_said, SMALL) + 12, 16)
        along = Scale(0, max(len(self.months) - 1, 1), left + 12, right - 12)
        axes = Axes(
            left,
            right,
            HEAD,
            height - FOOT,
            tuple(ticks),
            tuple(months_axis(self.months, along, 7 if frame.narrow else 13)),
        )
        at = {
            place: (along.at(place), up.at(value))
            for place, value in enumerate(self.values)
            if value is not None
        }
        return LineDrawing(
            width=frame.width,
            height=height,
            axes=axes,
            lines=tuple(_lines(self.values, at)),
            dots=tuple(at[place] for place in self.told),
            labels=tuple(self._labels(at, axes)),
            target=None
            if self.target is None
            else Label(round(right + 6, 1), up.at(self.target), self.target_said),
        )

    def _labels(self, at: dict[int, tuple[float, float]], axes: Axes) -> Iterator[Label]:
        """Above a point or under it, where the line leaves room; none where two would touch."""
        taken: list[tuple[float, float]] = []
        for place in self.told:
            (x, y), said = at[place], self.said[place]
            half = wide(said) / 2
            middle = min(max(x, axes.left + half), axes.right - half)
            if any(abs(middle - other) < half + room + 4 for other, room in taken):
                continue
            taken.append((middle, half))
            beside = [at[each][1] for each in (place - 1, place + 1) if each in at]
            under = bool(beside) and min(beside) < y and y + 22 < axes.bottom
            yield Label(round(middle, 1), round(y + 20 if under else y - 10, 1), said)


def line_chart(
    months: Sequence[date],
    values: Sequence[float | None],
    what: str,
    say: Callable[[float], str],
    *,
    target: float | None = None,
    ending: str = "",
    missing: str = NOT_KNOWN,
) -> LineChart:
    """`what` is drawn, such as Children in care; `say` says a value, and `missing` why there is
    none; `ending` follows the numbers of the axis (%).
    """
    said = [missing if value is None else say(value) for value in values]
    rows = tuple((words.month(month), each) for month, each in zip(months, said, strict=True))
    chart = LineChart(
        title=_finding(what, values, rows),
        description=_described(values, rows),
        table=Table(("Month", "Value"), rows),
        months=tuple(months),
        values=tuple(values),
        said=tuple(said),
        target=target,
        target_said="" if target is None else f"target {say(target)}",
        ending=ending,
    )
    low = chart.ups[0]
    if low <= 0:
        return chart
    return replace(chart, notes=(f"The vertical axis begins at {number(low)}{ending}, not at 0.",))


def _finding(what: str, values: Sequence[float | None], rows: Sequence[tuple[str, str]]) -> str:
    """Children in care: 526 in Jun 2022, 545 in Jun 2021."""
    known = [row for row, value in zip(rows, values, strict=True) if value is not None]
    if not known:
        return f"{what}: nothing is known yet."
    (last, said), (first, before) = known[-1], known[0]
    rest = "" if first == last else f"; it was {before} in {first}"
    return f"{what}: {said} in {last}{rest}."


def _described(values: Sequence[float | None], rows: Sequence[tuple[str, str]]) -> str:
    known = [(value, *row) for row, value in zip(rows, values, strict=True) if value is not None]
    if not known:
        return "Nothing is drawn."
    first, last, high, low = known[0], known[-1], max(known), min(known)
    return (
        f"A line from {first[2]} in {first[1]} to {last[2]} in {last[1]}. Its highest point is "
        f"{high[2]} in {high[1]}, its lowest {low[2]} in {low[1]}."
    )


def _lines(values: Sequence[float | None], at: dict[int, tuple[float, float]]) -> Iterator[str]:
    """Months joined as far as they are known one after another."""
    for known, places in groupby(range(len(values)), lambda place: place in at):
        if known:
            yield through([at[place] for place in places])
