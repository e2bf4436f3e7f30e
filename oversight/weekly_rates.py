"""What a week in a kind of home costs on a day: rates that hold over a period, with their source.

Arithmetic alone; kept as `WeeklyRate`, which `oversight.indicators.forecast.recorded` reads.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casetrack import dates, words


class NoRate(LookupError):
    """For which home, in words for the screen."""


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
        return dates.holds_on(self.starts_on, self.ends_on, day)


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
