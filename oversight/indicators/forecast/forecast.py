"""One forecast, as it is shown and kept: for everybody and each type of home, month by month.

What it will not say: nothing beyond twelve months, no line for fewer than five children (their
range in words), nothing from less than twelve months of history, and nothing so far ahead that the
method could not be checked against at least four forecasts of its own.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np

from casetrack import dates, words
from oversight.indicators.forecast.backtest import LEAST_CHILDREN, Past, Widths, interval
from oversight.indicators.forecast.histories import LIVING, TYPES, HomeType, Numbers
from oversight.indicators.forecast.method import method_words, window_words
from oversight.indicators.forecast.model import AHEAD
from oversight.indicators.forecast.monthly import Monthly

EVERYBODY = "all"
HORIZONS = (3, 6, 12)
"""Months ahead that are said in words and tables; the line has every month."""
LEAST_HISTORY = 12
SHOWN = 24
"""Months of history that the line is drawn with."""


class CannotForecast(ValueError):
    """Why not, in words for the screen."""


@dataclass(frozen=True)
class Point:
    """So many months ahead: the number and the range in which it was to be four times out of five.

    Whole children, but for `value`, which is expected and rounded only where it is shown.
    """

    months: int
    on_day: date
    value: float
    low: int
    high: int

    @property
    def shown(self) -> int:
        return round(self.value)


@dataclass(frozen=True)
class Series:
    """One line: `of` is a type of home, or EVERYBODY. `past` ends with the origin.

    Where there are too few children `points` is empty and `said` is all there is. `a_year_ago` is
    what the same method would have said then of the months up to the origin.
    """

    of: str
    past: tuple[tuple[date, int], ...]
    points: tuple[Point, ...]
    a_year_ago: tuple[Point, ...]
    said: str

    @property
    def now(self) -> int:
        return self.past[-1][1]

    @property
    def words(self) -> str:
        """In care, or where the children of the type live."""
        return "in care" if self.of == EVERYBODY else LIVING[HomeType(self.of)]

    def at(self, months: int) -> Point | None:
        return next((point for point in self.points if point.months == months), None)

    @property
    def checked(self) -> Point | None:
        """What was forecast a year ago of the origin's day."""
        return next((point for point in self.a_year_ago if point.months == AHEAD), None)


@dataclass(frozen=True)
class Forecast:
    """`made_on` is the day it was computed, `origin` the last day that it knows of."""

    made_on: date
    origin: date
    method: str
    window: str
    changed: bool
    series: tuple[Series, ...]
    not_checked: str

    def of(self, name: str) -> Series:
        return next(each for each in self.series if each.of == name)

    def as_json(self) -> dict[str, Any]:
        """Plain JSON: dates are ISO."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Forecast":
        return cls(
            **{each.name: kept[each.name] for each in fields(cls)}
            | {
                "made_on": date.fromisoformat(kept["made_on"]),
                "origin": date.fromisoformat(kept["origin"]),
                "series": tuple(_series_of(each) for each in kept["series"]),
            }
        )


def forecast(monthly: Monthly, made_on: date) -> Forecast:
    """From the months that were counted up to the origin."""
    months = monthly.months
    if months < LEAST_HISTORY:
        known = words.count(months, "month")
        raise CannotForecast(
            f"A forecast needs {LEAST_HISTORY} months of history, and {known} are known."
        )
    past_year = months - AHEAD >= LEAST_HISTORY
    past = Past.of(monthly, back=AHEAD if past_year else 0)
    newest = past.at(months)
    names: list[tuple[str, int | None]] = [(EVERYBODY, None)]
    names += [(home, place) for place, home in enumerate(TYPES)]
    return Forecast(
        made_on=made_on,
        origin=monthly.days[-1].item(),
        method=method_words(newest.change),
        window=window_words(newest.change, monthly.days),
        changed=newest.change is not None,
        series=tuple(
            _series(past, name, place, past_year)
            for name, place in names
            if place is None or monthly.homes[:, place].any()
        ),
        not_checked=""
        if past_year
        else "A year ago too little was known for a forecast, so none can be compared.",
    )


def _series(past: Past, name: str, place: int | None, past_year: bool) -> Series:
    monthly = past.monthly
    homes = monthly.homes.sum(axis=1) if place is None else monthly.homes[:, place]
    days = [day.item() for day in monthly.days]
    shown = min(SHOWN, monthly.months) + 1
    series = Series(
        of=name,
        past=tuple(zip(days[-shown:], (int(each) for each in homes[-shown:]), strict=True)),
        points=points(past, monthly.months, place),
        a_year_ago=points(past, monthly.months - AHEAD, place) if past_year else (),
        said="",
    )
    if min([series.now, *(point.value for point in series.points)]) >= LEAST_CHILDREN:
        return series
    return replace(series, points=(), a_year_ago=(), said=_few(series))


def points(past: Past, month: int, place: int | None) -> tuple[Point, ...]:
    """What was said at the end of `month`, as far ahead as it could be checked by then."""
    origin = past.monthly.days[month].item()
    homes = past.at(month).homes
    path = homes.sum(axis=1) if place is None else homes[:, place]
    points: list[Point] = []
    width = 0.0
    for ahead in range(1, AHEAD + 1):
        widths = past.widths(month, ahead)
        if widths is None:
            break
        width = max(width, _width(widths, path, place, ahead))
        low, high = interval(path[ahead], width)
        number = float(path[ahead])
        points.append(
            Point(
                months=ahead,
                on_day=dates.add_months(origin, ahead),
                value=round(number, 2),
                low=min(int(np.ceil(low)), round(number)),
                high=max(int(np.floor(high)), round(number)),
            )
        )
    return tuple(points)


def _width(widths: Widths, path: Numbers, place: int | None, ahead: int) -> float:
    return widths.everybody if place is None else widths.of(path[ahead])


def _few(series: Series) -> str:
    """Of few children only a range, and no line."""
    point = series.points[-1] if series.points else None
    if point is None:
        return f"Fewer than {LEAST_CHILDREN} children: too few for a forecast."
    ahead = words.count(point.months, "month")
    return f"Few children: between {point.low} and {point.high} in {ahead}."


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _series_of(kept: Mapping[str, Any]) -> Series:
    return Series(
        of=kept["of"],
        past=tuple((date.fromisoformat(day), number) for day, number in kept["past"]),
        points=tuple(_point_of(each) for each in kept["points"]),
        a_year_ago=tuple(_point_of(each) for each in kept["a_year_ago"]),
        said=kept["said"],
    )


def _point_of(kept: Mapping[str, Any]) -> Point:
    return Point(**{**kept, "on_day": date.fromisoformat(kept["on_day"])})
