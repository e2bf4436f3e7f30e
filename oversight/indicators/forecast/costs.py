"""What homes cost: a forecast in pounds by dated weekly rates, and a ledger of what was saved.

What is cashable was paid and is paid no longer: a real home with a real rate ended. What is avoided
might have come: it has a chance, a cap in weeks, and a low, a central and a high. The two are
different kinds of pounds, and adding one to the other is refused.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NoReturn

import numpy as np

from casetrack import dates, words
from oversight.indicators.forecast.backtest import LEAST_ORIGINS, Past, apart, interval, reached
from oversight.indicators.forecast.histories import LIVING, TYPES, HomeType, Numbers, home_type
from oversight.indicators.forecast.model import AHEAD

WEEK = 7
PENNY = Decimal("0.01")
OF_AGE = 18


class NoRate(LookupError):
    """For which home, in words for the screen."""


class NotSaved(ValueError):
    """Why it is no saving of that kind, in words for the screen."""


@dataclass(frozen=True)
class Rate:
    """What a week costs in a home of a code and provider of the return, over a period.

    `ends_on` is the first day on which it holds no longer, None while it does.
    """

    type: str
    provider: str
    pounds: Decimal
    starts_on: date
    ends_on: date | None
    source: str

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True)
class Prices:
    """All rates of an authority. One without a provider is for homes of any without its own."""

    rates: tuple[Rate, ...]

    def on(self, type_code: str, provider: str, day: date) -> Rate:
        for each in (provider, ""):
            for rate in self.rates:
                if (rate.type, rate.provider) == (type_code, each) and rate.holds_on(day):
                    return rate
        raise NoRate(f"There is no weekly rate for {type_code} on {words.long_day(day)}.")

    def between(
        self, type_code: str, provider: str, since: date, to: date
    ) -> Iterator[tuple[date, date, Rate]]:
        """The days from `since` until before `to`, cut wherever the rate changes."""
        may_hold = [
            each
            for each in self.rates
            if each.type == type_code and each.provider in (provider, "")
        ]
        day = since
        while day < to:
            rate = self.on(type_code, provider, day)
            changes = [each.starts_on for each in may_hold if each.starts_on > day]
            until = min([*changes, to, *([rate.ends_on] if rate.ends_on else [])])
            yield day, until, rate
            day = until


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


@dataclass(frozen=True)
class Cashable:
    """Pounds that were paid and are paid no longer."""

    pounds: Decimal

    def __add__(self, other: "Cashable") -> "Cashable":
        return Cashable(self.pounds + other.pounds) if isinstance(other, Cashable) else _never()

    def less(self, cost: Decimal) -> "Cashable":
        """What is left after the cost of what made the saving."""
        return Cashable(self.pounds - cost)


@dataclass(frozen=True)
class Avoided:
    """Pounds that might have had to be paid: a low, a central and a high."""

    low: Decimal
    central: Decimal
    high: Decimal

    def __add__(self, other: "Avoided") -> "Avoided":
        if not isinstance(other, Avoided):
            _never()
        return Avoided(self.low + other.low, self.central + other.central, self.high + other.high)

    def less(self, cost: Decimal) -> "Avoided":
        return Avoided(self.low - cost, self.central - cost, self.high - cost)


def _never() -> NoReturn:
    raise TypeError("Cashable and avoided pounds are never added together.")


@dataclass(frozen=True)
class Line:
    """Days of one child at two rates: where each pound of a saving comes from."""

    child_id: int
    starts_on: date
    ends_on: date
    instead_of: Rate
    now: Rate

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days

    @property
    def weeks(self) -> Decimal:
        return Decimal(self.days) / WEEK

    @property
    def pounds(self) -> Decimal:
        """To the penny, so that the lines that are shown add up to what is shown."""
        saved = (self.instead_of.pounds - self.now.pounds) * self.days / WEEK
        return saved.quantize(PENNY, ROUND_HALF_UP)


@dataclass(frozen=True)
class Home:
    """A child's home of a code and provider; `ends_on` is the first day on which she has left."""

    child_id: int
    type: str
    provider: str
    starts_on: date
    ends_on: date | None


def stops_on(home: Home, born_on: date, care_ends_on: date | None, to: date) -> date:
    """Until before which day it may count: it ends, she comes of age or leaves care, `to`."""
    ends = [home.ends_on, care_ends_on, dates.birthday(born_on, OF_AGE), to]
    return min(day for day in ends if day is not None)


def cashable(before: Home, now: Home, prices: Prices, until: date) -> tuple[Line, ...]:
    """From the day a child moved from one home into another until before `until` (`stops_on`)."""
    if before.child_id != now.child_id or before.ends_on != now.starts_on:
        raise NotSaved("Cashable is only what follows a home that has ended, from that day on.")
    paid = prices.on(before.type, before.provider, now.starts_on - timedelta(days=1))
    return tuple(
        Line(now.child_id, since, to, paid, rate)
        for since, to, rate in prices.between(now.type, now.provider, now.starts_on, until)
    )


@dataclass(frozen=True)
class Supposed:
    """What would have come otherwise: a home of that code and provider, so likely, so long.

    The chances (0 to 1) and the cap are somebody's judgement, written down by whom it is.
    """

    type: str
    provider: str
    chances: tuple[float, float, float]
    most_weeks: int
    judged_by: str

    def __post_init__(self) -> None:
        low, central, high = self.chances
        if not 0 <= low <= central <= high <= 1:
            raise NotSaved("The low, central and high chance rise, from 0 to 1.")
        if self.most_weeks < 1 or not self.judged_by:
            raise NotSaved("Say for how many weeks at most, and who judged it.")


def avoided(
    now: Home, supposed: Supposed, prices: Prices, until: date
) -> tuple[tuple[Line, ...], Avoided]:
    """The lines in full, and what they come to by their chances; a gap in the rates is refused."""
    until = min(until, now.starts_on + timedelta(weeks=supposed.most_weeks))
    lines = tuple(
        Line(now.child_id, since, to, instead, rate)
        for start, end, rate in prices.between(now.type, now.provider, now.starts_on, until)
        for since, to, instead in prices.between(supposed.type, supposed.provider, start, end)
    )
    whole = sum((line.pounds for line in lines), Decimal(0))
    low, central, high = (
        (whole * Decimal(str(chance))).quantize(PENNY, ROUND_HALF_UP) for chance in supposed.chances
    )
    return lines, Avoided(low, central, high)


def total(lines: Iterable[Line]) -> Cashable:
    return Cashable(sum((line.pounds for line in lines), Decimal(0)))
