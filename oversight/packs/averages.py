"""Averages of a measure, as a pack may tell them beside those of earlier packs."""

from collections.abc import Iterable
from datetime import date

from casetrack.models import Authority
from oversight.disclosure.cells import Rule
from oversight.disclosure.periods import Average, Periods, Row
from oversight.indicators.compute import Asked, Figure, averaged
from oversight.indicators.indicator import How, Indicator, Shape

DAYS = {"weeks": 7}
"""How many days a unit has, where it is not one."""


def told(
    authority: Authority,
    indicator: Indicator,
    before: Iterable[Figure],
    new: Iterable[Figure],
    rule: Rule,
) -> dict[date, float | None]:
    """By day each new average of the measure as it may be told; None where it is withheld.

    `before` are those of earlier packs, of any days. One that somebody entered was published by
    others, and is told as it is.
    """
    if indicator.shape != Shape.MEAN or indicator.numerator is None:
        return {}
    earlier, fresh = list(before), list(new)
    days = sorted({figure.on_day for figure in (*earlier, *fresh)})
    rows = [Row(*each) for each in averaged(Asked(authority, tuple(days)), indicator)]
    periods = Periods(
        days, rows, indicator.numerator.how == How.ON_DAY, DAYS.get(indicator.unit, 1)
    )
    found = periods.told(_averages(days, earlier), _averages(days, fresh), rule)
    return {days[place]: value for place, value in found.items()}


def _averages(days: list[date], figures: Iterable[Figure]) -> list[Average]:
    return [
        Average(days.index(figure.on_day), figure.number, figure.value)
        for figure in figures
        if figure.number is not None and figure.value is not None
    ]
