"""A measure over the months that are shown: with limits where they tell something, else a line."""

from functools import partial

from oversight.charts.chart import Chart
from oversight.charts.line import NOT_KNOWN, line_chart
from oversight.charts.trend import trend_chart
from oversight.indicators import said
from oversight.indicators.indicator import Shape
from oversight.indicators.scorecard import Line


def drawn(line: Line, missing: str = NOT_KNOWN) -> Chart | None:
    """None where fewer than two months are known; `missing` says why there is no value."""
    shown = line.figures[-line.months :]
    values = [figure.value for figure in shown]
    if sum(value is not None for value in values) < 2:
        return None
    indicator = line.indicator
    say = partial(said.amount, indicator)
    ending = "%" if indicator.shape == Shape.PERCENT else ""
    if line.trend is not None:
        return trend_chart(line.trend, indicator.title, say, ending=ending, missing=missing)
    return line_chart(
        [figure.on_day for figure in shown],
        values,
        indicator.title,
        say,
        target=line.target.value if line.target else None,
        ending=ending,
        missing=missing,
    )
