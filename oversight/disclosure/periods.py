"""Averages of periods that overlap, side by side or pack after pack, and what they tell of few.

Whoever knows an average and of how many it is knows what their days come to, as near as it was
rounded; and so, of two periods that share most of their children, what the days of those come to by
whom they differ. Of the year to October 40 children, of that to November 41, and the one who came
is all that changed: then 200 and 205 days tell that hers are about 405.

So an average is rounded, the more the fewer are behind it, until no sum of days is told closer than
CLOSEST; and it is withheld where, with all that were told before and are told with it, it would
tell closer than that what the days of fewer than `few` come to. All of them together are reckoned
with as anybody could who knew how many came on which days: nobody's days are less than 0, and those
of all from one place in a row to another come to so much at least and so much at most. That is a
system of differences, solved by shortest paths (Cormen, Leiserson, Rivest and Stein, Introduction
to Algorithms, 24.4): what `Reckoned` finds is just what can be found.

CLOSEST and STEPS are our own defaults. For amounts, guidance asks that nobody's can be estimated
too closely from what is told, and leaves it to each office how closely that is (Hundepool and
others, Statistical Disclosure Control, chapter 4).

Not looked at are few who do not follow each other in the row, the difference between two of them,
and what different measures of the same children say of each other. That an average is withheld
tells, to those who work out why, no more than that the days of few come to less than CLOSEST.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from oversight.disclosure.cells import HOUSE, Key, Rule

CLOSEST = 90.0
"""What the days of few come to is never told closer than to a span of so many."""
STEPS = (1, 2, 5, 10)
"""Averages are rounded to multiples of one of these, in their unit."""
SLACK = 1e-6
"""Sums of days are as exact as that."""


def step(number: int, unit: float = 1) -> int:
    """To what an average of so many is rounded, where the unit is so many days: of 20 children to
    5 days."""
    return next((each for each in STEPS if number * each * unit >= CLOSEST), STEPS[-1])


def rounded(average: float, number: int, unit: float = 1) -> float:
    """192 days of 62 children, 190 of 20; halves upwards."""
    by = step(number, unit)
    return by * float(np.floor(average / by + 0.5))


@dataclass(frozen=True)
class Row:
    """What is averaged of a child: it counts on days in a row, from the place `first` up to `end`,
    and for the average where it is known."""

    first: int
    end: int
    known: bool = True

    def on(self, place: int) -> bool:
        return self.first <= place < self.end


@dataclass(frozen=True)
class Average:
    """As at the day of a place: of so many, those included of whom it is not known."""

    place: int
    number: int
    value: float


@dataclass(frozen=True)
class Stretch:
    """Of all in their order on a `line`, the days of those from the place `first` up to `end` come
    to `low` at least and to `high` at most.
    """

    line: Key
    first: int
    end: int
    low: float
    high: float


@dataclass(frozen=True)
class Periods:
    """What is averaged as at each of the `days`, in their order, in a unit of so many days.

    Where it happened in the months to each of them, all are in a row in which it happened, and a
    period is a stretch of it. Where it goes on (`so_far`), there is a row for each day: who was
    there, and left last, comes first, so that of each later day there is a stretch of it. What is
    reckoned are then the days before the first on which she was there, which for who came since are
    no more than lie between two days. (That these are the same in two averages is left out of the
    reckoning: what it finds may be too wide there.)
    """

    days: Sequence[date]
    rows: Sequence[Row]
    so_far: bool = False
    unit: float = 1

    def told(
        self, before: Iterable[Average], new: Iterable[Average], rule: Rule = HOUSE
    ) -> dict[int, float | None]:
        """By place the new averages as they may be told, None where they are withheld.

        Those told `before` stay as they were. Of the others the latest comes first: for it a pack
        is read.
        """
        earlier = sorted(before, key=lambda each: -each.place)
        fresh = [Average(each.place, each.number, self._rounded(each)) for each in new]
        fresh.sort(key=lambda each: -each.place)
        tells = {each: list(self._tells(each)) for each in (*earlier, *fresh)}
        reckoned = Reckoned((stretch for every in tells.values() for stretch in every), rule)
        for each in earlier:
            reckoned.was_told(tells[each])
        return {each.place: each.value if reckoned.tell(tells[each]) else None for each in fresh}

    def _known(self, average: Average) -> int:
        """Of how many it is the average."""
        unknown = sum(row.on(average.place) for row in self.rows if not row.known)
        return average.number - unknown

    def _rounded(self, average: Average) -> float:
        return rounded(average.value, self._known(average), self.unit)

    def _tells(self, average: Average) -> Iterator[Stretch]:
        """Of as many as were counted when it was told, whatever is counted now: who was added since
        is as one who came later.
        """
        number, place = self._known(average), average.place
        # One that was told before averages were rounded is known as it is.
        is_rounded = self._rounded(average) == average.value
        half = step(number, self.unit) / 2 if is_rounded else 0.0
        low, high = (
            number * self.unit * each
            for each in (max(0.0, average.value - half), average.value + half)
        )
        rows = [row for row in self.rows if row.known]
        if not self.so_far:
            gone = sum(row.end <= place for row in rows)
            yield Stretch(("in a row",), gone, gone + number, low, high)
            return
        came = Counter(row.first for row in rows if row.on(place))
        more = number - came.total()
        least = sum(came[first] * self._passed(first, place) for first in came)
        for start in range(place + 1):
            stayed = sum(came[first] for first in came if first <= start)
            since = [first for first in came if first > start]
            more_at_most = sum(came[first] * self._passed(first - 1, first) for first in since)
            there = max(0, stayed + more)
            line = ("there on", start)
            yield Stretch(line, 0, there, low - least - more_at_most, high - least)

    def _passed(self, one: int, other: int) -> int:
        return (self.days[other] - self.days[one]).days


class Reckoned:
    """What anybody can reckon of the days of those in a row, from all that is told.

    Of each line the places at which stretches begin or end, and a matrix of the most that the days
    from one place to another come to; backwards it is the least, with the other sign.
    """

    def __init__(self, stretches: Iterable[Stretch], rule: Rule = HOUSE) -> None:
        ends: dict[Key, set[int]] = {}
        for each in stretches:
            ends.setdefault(each.line, set()).update((each.first, each.end))
        self.rule = rule
        self.places = {line: np.array(sorted(of)) for line, of in ends.items()}
        self.most: dict[Key, NDArray[np.float64]] = {
            line: np.where(np.tri(len(of), dtype=bool), 0.0, np.inf)
            for line, of in self.places.items()
        }

    def was_told(self, stretches: Sequence[Stretch]) -> None:
        """What an earlier pack told. Where it cannot be so beside the others, as facts were mended
        since, nobody can reckon with it."""
        then = self._with(stretches)
        if all((np.diag(most) >= -SLACK).all() for most in then.values()):
            self.most |= then

    def tell(self, stretches: Sequence[Stretch]) -> bool:
        """Tells it where nothing of few becomes known closer than CLOSEST, or closer still than it
        was; whether it did."""
        then = self._with(stretches)
        may = all(
            (
                self._widths(line, most)
                >= np.minimum(CLOSEST, self._widths(line, self.most[line])) - SLACK
            ).all()
            for line, most in then.items()
        )
        if may:
            self.most |= then
        return may

    def _with(self, stretches: Sequence[Stretch]) -> Mapping[Key, NDArray[np.float64]]:
        then: dict[Key, NDArray[np.float64]] = {}
        for each in stretches:
            most = then.get(each.line, self.most[each.line])
            here, there = np.searchsorted(self.places[each.line], (each.first, each.end))
            for one, other, days in ((here, there, each.high), (there, here, -each.low)):
                most = np.minimum(most, most[:, [one]] + days + most[[other], :])
            then[each.line] = most
        return then

    def _widths(self, line: Key, most: NDArray[np.float64]) -> NDArray[np.float64]:
        """Of all from a place to another, where they are few, how closely their days are known."""
        places = self.places[line]
        apart = places[None, :] - places[:, None]
        return np.asarray((most + most.T)[(apart >= 1) & (apart < self.rule.few)])
