"""A measure over the months that are shown: with limits where they tell something, else a line."""

from functools import partial

from casetrack.models import Authority
from casetrack.words import count, uncapital
from oversight.charts.chart import Chart
from oversight.charts.line import line_chart
from oversight.charts.trend import trend_chart
from oversight.indicators import said
from oversight.indicators.compute import happened
from oversight.indicators.indicator import Shape
from oversight.indicators.scorecard import Line
from oversight.indicators.trend import LEAST, days_between, is_rare
from oversight.indicators.trend_words import NOT_KNOWN


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


def between(authority: Authority, line: Line) -> Chart | None:
    """The days from one event to the next, where so few happen a month that these tell more."""
    shown = line.figures[-line.months :]
    known = [figure for figure in shown if figure.number is not None]
    if line.trend is None or not known or not line.indicator.is_count:
        return None
    if not is_rare([(figure.on_day, figure.value) for figure in known]):
        return None
    first = known[0].on_day.replace(day=1)
    days = happened(authority, line.indicator, first, known[-1].on_day)
    if len(days) <= LEAST:
        return None
    trend = days_between(days, line.indicator.polarity)
    return trend_chart(trend, f"Days between: {uncapital(line.indicator.title)}", _days)


def _days(number: float) -> str:
    return count(round(number), "day")
