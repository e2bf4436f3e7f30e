"""What homes cost: a forecast in pounds by dated weekly rates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np

from casetrack import dates, words
from oversight.indicators.forecast.backtest import LEAST_ORIGINS, Past, apart, interval, reached
from oversight.indicators.forecast.histories import LIVING, TYPES, HomeType, Numbers, home_type
from oversight.indicators.forecast.model import AHEAD
from oversight.weekly_rates import NoRate, Prices

WEEK = 7
Mix = Mapping[tuple[str, str], int]
"""How many children live in homes of a code and provider of the return."""


def weekly(prices: Prices, mix: Mix, day: date) -> dict[HomeType, Decimal]:
    """What a child costs a week in each type on the day: the mean over the homes of `mix`.

    A type is left out where children live in a home of it that has no rate.
    """
    found: dict[HomeType, Decimal] = {}
    for home in TYPES:
        lived_in = {codes: number for codes, number in mix.items() if home_type(*codes) == home}
        try:
            paid = sum(
                (prices.on(*codes, day).pounds * number for codes, number in lived_in.items()),
                Decimal(0),
            )
        except NoRate:
            continue
        if lived_in:
            found[home] = paid / sum(lived_in.values())
    return found


def weekly_ahead(prices: Prices, mix: Mix, origin: date) -> list[dict[HomeType, Decimal]]:
    """The same on the first day of each of the twelve months after the origin."""
    return [weekly(prices, mix, dates.add_months(origin, ahead)) for ahead in range(AHEAD)]


@dataclass(frozen=True)
class Cost:
    """Pounds from the origin until so many months later, and the range of four times out of five.

    `left_out` are types of home for which there is no rate.
    """

    months: int
    until_on: date
    pounds: int
    low: int
    high: int
    left_out: tuple[HomeType, ...]

    @property
    def words(self) -> str:
        said = (
            f"£{self.pounds:,} in {words.count(self.months, 'month')}, four times out of five"
            f" between £{self.low:,} and £{self.high:,}."
        )
        if not self.left_out:
            return said
        missing = words.listed([LIVING[home] for home in self.left_out])
        return f"{said} Children {missing} are not in it: there is no weekly rate."


def costs(past: Past, by_month: Sequence[Mapping[HomeType, Decimal]]) -> tuple[Cost, ...]:
    """What the forecast costs in the first 1, 2 ... months; `by_month` are each month's rates.

    How sure it is comes from the same forecasts of the past as of children, at the same rates: so
    that a child more in a dear home counts for more than one in a cheap one.
    """
    end = past.monthly.months
    origin = past.monthly.days[end].item()
    left_out = tuple(
        home
        for place, home in enumerate(TYPES)
        if past.at(end).homes[:, place].max() >= 0.5 and any(home not in each for each in by_month)
    )
    paid = np.array([[float(each.get(home, 0)) for home in TYPES] for each in by_month])
    days = [dates.add_months(origin, ahead) for ahead in range(AHEAD + 1)]
    weeks = np.diff([day.toordinal() for day in days]) / WEEK
    made: list[Cost] = []
    for ahead in range(1, min(AHEAD, len(by_month)) + 1):
        said, came = past.followed(end, ahead)
        if len(said) < LEAST_ORIGINS:
            break
        price = paid[:ahead] * weeks[:ahead, None]
        pounds = _spent(past.at(end).homes[None, : ahead + 1], price)[0]
        low, high = interval(pounds, reached(apart(_spent(said, price), _spent(came, price))))
        made.append(Cost(ahead, days[ahead], round(pounds), round(low), round(high), left_out))
    return tuple(made)


def _spent(homes: Numbers, price: Numbers) -> Numbers:
    """Of paths (origins, months + 1, T) at a price a month (months, T): the mean of both ends."""
    halfway = (homes[:, :-1] + homes[:, 1:]) / 2
    spent: Numbers = (halfway * price).sum(axis=(1, 2))
    return spent
