"""What moves saved, pound by pound: each is a child's days at two dated rates.

What is cashable was paid and is paid no longer: a real home with a real rate ended, and the child
moved into another on that day. What is avoided might have come: it has a chance, a cap in weeks,
and a low, a central and a high. The two are different kinds of pounds, and adding one to the other
is refused.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise, product
from typing import NoReturn

from casetrack import dates
from oversight.indicators.forecast.histories import TYPES, HomeType, home_type
from oversight.weekly_rates import NoRate, Prices, Rate

WEEK = 7
PENNY = Decimal("0.01")
NOTHING = Decimal("0.00")
OF_AGE = 18


class NotSaved(ValueError):
    """Why it is no saving of that kind, in words for the screen."""


@dataclass(frozen=True)
class Year:
    """The financial year of a day, from 1 April up to that day."""

    starts_on: date
    day: date

    @classmethod
    def of(cls, day: date) -> "Year":
        return cls(dates.financial_year(day), day)

    @property
    def until(self) -> date:
        """The first day that is not counted."""
        return self.day + timedelta(days=1)

    @property
    def is_over(self) -> bool:
        return self.until == dates.financial_year(self.until)

    def days_of(self, starts_on: date, ends_on: date) -> int:
        """How many days of a period lie in it."""
        return max((min(ends_on, self.until) - max(starts_on, self.starts_on)).days, 0)


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
    def last_on(self) -> date:
        return self.ends_on - timedelta(days=1)

    @property
    def weeks(self) -> Decimal:
        return Decimal(self.days) / WEEK

    @property
    def pounds(self) -> Decimal:
        """To the penny, so that the lines that are shown add up to what is shown."""
        saved = (self.instead_of.pounds - self.now.pounds) * self.days / WEEK
        return saved.quantize(PENNY, ROUND_HALF_UP)

    @property
    def less(self) -> Decimal:
        """Pounds that are paid less, where the home costs less."""
        return max(self.pounds, NOTHING)

    @property
    def more(self) -> Decimal:
        return max(-self.pounds, NOTHING)


def total(lines: Iterable[Line]) -> Cashable:
    return Cashable(sum((line.pounds for line in lines), NOTHING))


@dataclass(frozen=True)
class Part:
    """Days in which a home was of one code and provider of the return; `ends_on` None is open."""

    type: str
    provider: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Home:
    """A child's time with one carer, in parts: a foster home may become the family that adopts.

    `ends_on` is the first day on which she has left it, or care.
    """

    child_id: int
    parts: tuple[Part, ...]

    @property
    def starts_on(self) -> date:
        return self.parts[0].starts_on

    @property
    def ends_on(self) -> date | None:
        return self.parts[-1].ends_on

    def between(self, prices: Prices, since: date, to: date) -> Iterator[tuple[date, date, Rate]]:
        """The days from `since` until before `to` that she lived there, each at its rate."""
        for part in self.parts:
            ends_on = to if part.ends_on is None else min(part.ends_on, to)
            yield from prices.between(part.type, part.provider, max(part.starts_on, since), ends_on)

    def without_rate(self, prices: Prices, since: date, to: date) -> Iterator["Kind"]:
        """Of what kind it was on those of the days for which there is no rate."""
        for part in self.parts:
            try:
                list(Home(self.child_id, (part,)).between(prices, since, to))
            except NoRate:
                yield part.type, part.provider


Kind = tuple[str, str]
"""The code and the provider of a home."""


def stops_on(home: Home, born_on: date | None, to: date) -> date:
    """Until before which day it may count: the home or care ends, she comes of age, `to`."""
    of_age = born_on and dates.birthday(born_on, OF_AGE)
    return min(day for day in (home.ends_on, of_age, to) if day is not None)


def cashable(before: Home, now: Home, prices: Prices, until: date) -> tuple[Line, ...]:
    """From the day a child moved from one home into another until before `until` (`stops_on`).

    What the old home would cost by now is not known: its last real rate stays.
    """
    if before.child_id != now.child_id or before.ends_on != now.starts_on:
        raise NotSaved("Cashable is only what follows a home that has ended, from that day on.")
    left = before.parts[-1]
    paid = prices.on(left.type, left.provider, now.starts_on - timedelta(days=1))
    return tuple(
        Line(now.child_id, since, to, paid, rate)
        for since, to, rate in now.between(prices, now.starts_on, until)
    )


@dataclass(frozen=True)
class Move:
    """A child's move in the year, with its lines; none where a rate is missing (`lacks`)."""

    before: Home
    now: Home
    until: date
    lines: tuple[Line, ...]
    lacks: frozenset[Kind] = frozenset()

    @classmethod
    def of(cls, before: Home, now: Home, prices: Prices, until: date) -> "Move":
        """Every kind of home for which a rate is missing is found, not only the first."""
        eve = now.starts_on - timedelta(days=1)
        left = Home(before.child_id, before.parts[-1:])
        lacks = frozenset(
            [
                *left.without_rate(prices, eve, now.starts_on),
                *now.without_rate(prices, now.starts_on, until),
            ]
        )
        return cls(before, now, until, () if lacks else cashable(before, now, prices, until), lacks)

    @property
    def child_id(self) -> int:
        return self.now.child_id

    @property
    def moved_on(self) -> date:
        return self.now.starts_on

    @property
    def pounds(self) -> Decimal:
        return total(self.lines).pounds

    @property
    def kinds(self) -> tuple[HomeType, HomeType]:
        """From which kind of home into which, on the day."""
        left, came = self.before.parts[-1], self.now.parts[0]
        return home_type(left.type, left.provider), home_type(came.type, came.provider)


@dataclass(frozen=True)
class Work:
    """Pounds that were paid over a period for what made moves possible, and whose figure it is."""

    name: str
    pounds: Decimal
    starts_on: date
    ends_on: date
    source: str

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days

    def share(self, year: Year) -> Decimal:
        """As much of the pounds as of the days lies in the year, to the penny."""
        inside = self.pounds * year.days_of(self.starts_on, self.ends_on) / self.days
        return inside.quantize(PENNY, ROUND_HALF_UP)


@dataclass(frozen=True)
class Row:
    """The moves from one kind of home into another: how many, their days, pounds less and more."""

    was: HomeType
    now: HomeType
    moves: tuple[Move, ...]

    @property
    def days(self) -> int:
        return sum(line.days for move in self.moves for line in move.lines)

    @property
    def weeks(self) -> Decimal:
        return Decimal(self.days) / WEEK

    @property
    def less(self) -> Decimal:
        return sum((line.less for move in self.moves for line in move.lines), NOTHING)

    @property
    def more(self) -> Decimal:
        return sum((line.more for move in self.moves for line in move.lines), NOTHING)


@dataclass(frozen=True)
class Moves:
    """All moves of an authority's children in a year, and what the work towards them cost.

    `apart` counts those between homes of which none began on the day on which the other ended: a
    temporary stay, or days without a home, lay between.
    """

    year: Year
    all: tuple[Move, ...]
    works: tuple[Work, ...]
    apart: int = 0

    @property
    def rated(self) -> tuple[Move, ...]:
        return tuple(move for move in self.all if not move.lacks)

    @property
    def unrated(self) -> tuple[Move, ...]:
        return tuple(move for move in self.all if move.lacks)

    @property
    def lacking(self) -> dict[Kind, int]:
        """For each kind of home without a rate, of how many moves it is missing."""
        kinds = sorted({kind for move in self.all for kind in move.lacks})
        return {kind: sum(kind in move.lacks for move in self.all) for kind in kinds}

    @property
    def cheaper(self) -> int:
        return sum(move.pounds > 0 for move in self.rated)

    @property
    def dearer(self) -> int:
        return sum(move.pounds < 0 for move in self.rated)

    @property
    def rows(self) -> list[Row]:
        """By kind of home before and now, in the order of the kinds."""
        found: dict[tuple[HomeType, HomeType], list[Move]] = defaultdict(list)
        for move in self.rated:
            found[move.kinds].append(move)
        kinds = [kinds for kinds in product(TYPES, TYPES) if kinds in found]
        return [Row(was, now, tuple(found[was, now])) for was, now in kinds]

    @property
    def weeks(self) -> Decimal:
        return Decimal(sum(line.days for move in self.rated for line in move.lines)) / WEEK

    @property
    def whole(self) -> Cashable:
        return total(line for move in self.rated for line in move.lines)

    @property
    def less(self) -> Decimal:
        return sum((line.less for move in self.rated for line in move.lines), NOTHING)

    @property
    def more(self) -> Decimal:
        return sum((line.more for move in self.rated for line in move.lines), NOTHING)

    @property
    def work(self) -> Decimal:
        return sum((work.share(self.year) for work in self.works), NOTHING)

    @property
    def left(self) -> Cashable:
        return self.whole.less(self.work)


def moves_of(
    homes: Sequence[tuple[Home, date]], born_on: date | None, prices: Prices, year: Year
) -> tuple[list[Move], int]:
    """One child's moves in the year, and how many of hers are `Moves.apart`.

    `homes` are hers in order, temporary stays left out, each with the day on which the care began
    that it is of: coming back into care is no move. From her eighteenth birthday on there is none.
    """
    made, apart = [], 0
    for (before, care_before), (now, care) in pairwise(homes):
        until = stops_on(now, born_on, year.until)
        if care != care_before or not year.starts_on <= now.starts_on < until:
            continue
        if before.ends_on == now.starts_on:
            made.append(Move.of(before, now, prices, until))
        else:
            apart += 1
    return made, apart


@dataclass(frozen=True)
class Supposed:
    """What would have come otherwise: a home of that code and provider, so likely, so long.

    The chances (percent) and the cap are somebody's judgement, written down by whom it is.
    """

    type: str
    provider: str
    from_on: date
    chances: tuple[int, int, int]
    most_weeks: int
    judged_by: str

    def __post_init__(self) -> None:
        low, central, high = self.chances
        if not 0 <= low <= central <= high <= 100:
            raise NotSaved("The low, central and high chance rise, from 0 to 100.")
        if self.most_weeks < 1 or not self.judged_by:
            raise NotSaved("Say for how many weeks at most, and who judged it.")

    @property
    def ends_on(self) -> date:
        """Until before which day at most it is supposed to have lasted."""
        return self.from_on + timedelta(weeks=self.most_weeks)


def avoided(
    now: Home, supposed: Supposed, prices: Prices, starts_on: date, until: date
) -> tuple[tuple[Line, ...], Avoided]:
    """The lines in full, and what they come to by their chances; a gap in the rates is refused.

    Of the days from `starts_on` until before `until`, as far as she lived in the home in which she
    was from the first day of what is supposed, and the cap allows.
    """
    since, until = max(supposed.from_on, starts_on), min(until, supposed.ends_on)
    lines = tuple(
        Line(now.child_id, begins, ends, instead, rate)
        for start, end, rate in now.between(prices, since, until)
        for begins, ends, instead in prices.between(supposed.type, supposed.provider, start, end)
    )
    whole = total(lines).pounds
    low, central, high = (
        (whole * chance / 100).quantize(PENNY, ROUND_HALF_UP) for chance in supposed.chances
    )
    return lines, Avoided(low, central, high)
