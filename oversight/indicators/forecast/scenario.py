"""What if: twelve fewer in external residential homes, ten fewer coming into care a year.

The same model is run with and without, and the difference is put on the forecast that is shown.
What a scenario costs to bring about, and whether it can be, it does not say.
"""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from casetrack import dates, words
from oversight.indicators.forecast.change import detected
from oversight.indicators.forecast.forecast import EVERYBODY, Forecast, Point, Series
from oversight.indicators.forecast.histories import LIVING, PLACE, HomeType, Numbers
from oversight.indicators.forecast.model import AHEAD, WINDOW, Rates, fitted, projected
from oversight.indicators.forecast.monthly import Monthly


class NotPossible(ValueError):
    """Why it cannot be supposed, in words for the screen."""


def _children(number: int, less: str) -> str:
    return f"{number} {less} {'child' if number == 1 else 'children'}"


@dataclass(frozen=True)
class Moved:
    """From the day on so many children live elsewhere: in homes `into`, or no longer in care."""

    number: int
    out_of: HomeType
    into: HomeType | None
    from_on: date

    @property
    def words(self) -> str:
        where = f"who live {LIVING[self.into]} instead" if self.into else "who leave care"
        since = words.long_day(self.from_on)
        return f"{_children(self.number, 'fewer')} {LIVING[self.out_of]}, {where}, from {since}"


@dataclass(frozen=True)
class Entrants:
    """From the day on so many fewer children come into care a year; more where it is negative."""

    fewer: int
    from_on: date

    @property
    def words(self) -> str:
        number = _children(abs(self.fewer), "fewer" if self.fewer > 0 else "more")
        return f"{number} coming into care a year, from {words.long_day(self.from_on)}"


Scenario = Moved | Entrants


def difference(monthly: Monthly, scenario: Scenario) -> Numbers:
    """How many more children (fewer: negative) in each type after 0, 1 ... 12 months: (13, T).

    It begins at the first month's end, counted from the origin, that is not before its day.
    """
    change = detected(monthly)
    rates = fitted(monthly, WINDOW, change.months if change else 0)
    begins = _begins(monthly.days[-1].item(), scenario.from_on)
    usual = projected(monthly.stock[-1].astype(float), rates)
    stock, changed = _supposed(usual[begins], rates, scenario)
    after = projected(stock, changed, AHEAD - begins)
    supposed = np.concatenate([usual[:begins], after]).sum(axis=1)
    more: Numbers = supposed - usual.sum(axis=1)
    return more


def _begins(origin: date, from_on: date) -> int:
    steps = (ahead for ahead in range(AHEAD) if dates.add_months(origin, ahead) >= from_on)
    begins = next(steps, None)
    if begins is None:
        raise NotPossible(f"It must begin within {AHEAD - 1} months of {words.long_day(origin)}.")
    return begins


def _supposed(stock: Numbers, rates: Rates, scenario: Scenario) -> tuple[Numbers, Rates]:
    if isinstance(scenario, Entrants):
        coming = rates.entries.sum() * 12
        if scenario.fewer > coming:
            raise NotPossible(f"Only about {coming:.0f} children come into care in a year.")
        share = 1 - scenario.fewer / coming if coming else 1.0
        return stock, replace(rates, entries=rates.entries * share)
    if scenario.number < 1 or scenario.out_of == scenario.into:
        raise NotPossible("Say how many children live in which other type of home.")
    place = PLACE[scenario.out_of]
    there = stock[:, place].sum()
    if scenario.number > there:
        raise NotPossible(f"Only about {there:.0f} children live {LIVING[scenario.out_of]}.")
    # Of each age as many as there are of it: who they would be is not said.
    leaving = stock[:, place] * (scenario.number / there)
    moved = stock.copy()
    moved[:, place] -= leaving
    if scenario.into is not None:
        moved[:, PLACE[scenario.into]] += leaving
    return moved, rates


def supposed(shown: Forecast, monthly: Monthly, scenario: Scenario) -> Forecast:
    """The forecast that is shown, as it would be then; as sure as it is without."""
    more = difference(monthly, scenario)
    return replace(
        shown, series=tuple(_shifted(series, _of(more, series.of)) for series in shown.series)
    )


def _of(more: Numbers, name: str) -> Numbers:
    column: Numbers = more.sum(axis=1) if name == EVERYBODY else more[:, PLACE[HomeType(name)]]
    return column


def _shifted(series: Series, more: Numbers) -> Series:
    return replace(
        series, points=tuple(_moved(point, float(more[point.months])) for point in series.points)
    )


def _moved(point: Point, more: float) -> Point:
    value = max(point.value + more, 0.0)
    by = round(value) - point.shown
    return replace(
        point, value=round(value, 2), low=max(point.low + by, 0), high=max(point.high + by, 0)
    )
