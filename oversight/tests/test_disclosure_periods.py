"""Averages of periods that overlap: of few who came or left nobody reckons the days."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from casetrack import dates
from oversight.disclosure.cells import HOUSE
from oversight.disclosure.periods import CLOSEST, Average, Periods, Row, rounded, step
from oversight.tests.attack import MOST, spans

DAYS = [dates.add_months(date(2020, 1, 1), month) - timedelta(days=1) for month in range(1, 61)]
A_MONTH = 31.0


@pytest.mark.parametrize(
    ("number", "by", "unit"),
    [(10, 10, 1), (18, 5, 1), (45, 2, 1), (90, 1, 1), (13, 1, 7), (9, 10, 1)],
)
def test_the_fewer_the_coarser(number: int, by: int, unit: float) -> None:
    assert step(number, unit) == by


def test_halves_are_rounded_upwards() -> None:
    assert [rounded(each, 20) for each in (192.4, 192.5, 197.5, 0.0)] == [190, 195, 200, 0]
    assert rounded(191.6, 62) == 192


def told(
    periods: Periods, new: Sequence[Average], before: Sequence[Average] = ()
) -> list[float | None]:
    found = periods.told(before, new)
    return [found[each.place] for each in new]


def one_more(number: int) -> list[Row]:
    """So many on either day, and one who comes before the second."""
    return [*[Row(0, 2)] * number, Row(1, 2)]


def test_one_who_came_to_many_is_told_within_a_quarter_of_a_year_at_least() -> None:
    """40 of 200 days and one of 405 are told as 200 and 205: hers may be any from 202 to 607."""
    periods = Periods(DAYS[:2], one_more(40))
    assert told(periods, [Average(0, 40, 200.0), Average(1, 41, 205.0)]) == [200, 205]


def test_one_who_brought_hardly_any_days_is_not_told() -> None:
    """40 of 62.6 days, and one of 0: told as 65 and 60 hers would be 41 times 62.5 less 40 times
    62.5 at the most."""
    new = [Average(0, 40, 62.6), Average(1, 41, LESS)]
    assert told(Periods(DAYS[:2], one_more(40)), new) == [None, 60]


LESS = 40 * 62.6 / 41


def test_what_was_told_stays_told_and_binds_the_next() -> None:
    periods = Periods(DAYS[:2], one_more(40))
    assert told(periods, [Average(1, 41, LESS)], [Average(0, 40, 65)]) == [None]


def test_one_came_and_one_left() -> None:
    """Of either of them alone nothing is known, only what one has more than the other."""
    rows = [Row(0, 1), *[Row(0, 2)] * 39, Row(1, 2)]
    averages = [Average(0, 40, 62.6), Average(1, 40, 62.6)]
    assert told(Periods(DAYS[:2], rows), averages) == [65, 65]


def test_what_was_told_unrounded_tells_more() -> None:
    """40 of 196.7 days and one of 20.4: 190 after 195 tells little, but after 196.7 a lot."""
    periods = Periods(DAYS[:2], one_more(40))
    new = [Average(1, 41, 192.4)]
    assert told(periods, new, [Average(0, 40, 195)]) == [190]
    assert told(periods, new, [Average(0, 40, 196.7)]) == [None]


def test_facts_that_were_mended_since_tell_nothing() -> None:
    """40 of 200 days were told, then 40 of 100 of the very same children: one of them is not so.
    What comes next is looked at as if the older had never been told."""
    rows = [*[Row(0, 3)] * 40, Row(2, 3)]
    before = [Average(0, 40, 200.0), Average(1, 40, 100.0)]
    assert told(Periods(DAYS[:3], rows), [Average(2, 41, 104.9)], before) == [105]


def test_one_who_was_recorded_late_is_one_who_came_late() -> None:
    """41 happened by the first day, of whom 40 were known of when it was told."""
    rows = [Row(0, 2)] * 41
    new = [Average(1, 41, LESS)]
    assert told(Periods(DAYS[:2], rows), new, [Average(0, 40, 65)]) == [None]
    assert told(Periods(DAYS[:2], rows), new, [Average(0, 41, 60)]) == [60]


def test_who_is_left_out_of_an_average_is_not_counted_for_it() -> None:
    rows = [*one_more(40), *[Row(0, 2, known=False)] * 60]
    new = [Average(0, 100, 62.6), Average(1, 101, LESS)]
    assert told(Periods(DAYS[:2], rows), new) == [None, 60]


def test_weeks_are_of_seven_days() -> None:
    """26.4 weeks of 40 are told to the week, which is seven days of each of them."""
    periods = Periods(DAYS[:2], one_more(40), unit=7)
    assert told(periods, [Average(0, 40, 26.4), Average(1, 41, 26.8)]) == [26, 27]


def test_who_left_is_not_told_by_those_who_stayed() -> None:
    """Of 40 who have been there for so many days one leaves within the month, and one comes. What
    the one who left had been there is told within 400 days, but not where that was hardly any."""
    rows = [*[Row(0, 2)] * 39, Row(0, 1), Row(1, 2)]
    periods = Periods(DAYS[1:3], rows, so_far=True)
    new = [Average(0, 40, (39 * 207.59 + 400) / 40), Average(1, 40, 39 * 238.59 / 40)]
    assert told(periods, new) == [210, 235]
    new = [Average(0, 40, 39 * 207.59 / 40), Average(1, 40, 39 * 238.59 / 40)]
    assert told(periods, new) == [None, 235]


# Under attack.


@dataclass(frozen=True)
class Series:
    """So many months of rows, with the averages that are shown of its last `shown` months."""

    periods: Periods
    amounts: Sequence[float]
    """Of each row, where they go on as on the first of its days."""
    first: int

    @property
    def averages(self) -> list[Average]:
        found = []
        for place in range(self.first, len(self.periods.days)):
            there = [row for row in self.periods.rows if row.on(place)]
            if len(there) >= HOUSE.few:
                found.append(Average(place, len(there), self._sum(place) / len(there)))
        return found

    def _sum(self, place: int) -> float:
        days, so_far = self.periods.days, self.periods.so_far
        return sum(
            amount + so_far * (days[place] - days[row.first]).days
            for row, amount in zip(self.periods.rows, self.amounts, strict=True)
            if row.on(place)
        )

    def shown(self) -> list[Average]:
        """Pack after pack, one a quarter, each of the thirteen months up to its day."""
        told: dict[int, Average] = {}
        hidden: set[int] = set()
        averages = self.averages
        for place in range(self.first + 12, len(self.periods.days), 3):
            months = [each for each in averages if place - 13 < each.place <= place]
            new = [each for each in months if each.place not in told.keys() | hidden]
            for at, value in self.periods.told(told.values(), new).items():
                if value is None:
                    hidden.add(at)
                else:
                    number = next(each.number for each in new if each.place == at)
                    told[at] = Average(at, number, value)
        return list(told.values())

    def as_before(self) -> list[Average]:
        """All of them, to the whole day, as packs had them before they were looked at together."""
        return [Average(each.place, each.number, round(each.value)) for each in self.averages]

    def within(self, shown: Sequence[Average], by: Sequence[float]) -> NDArray[np.float64]:
        """The bounds of the days that each average is the sum of, rounded `by` so much."""
        return np.array(
            [
                [each.number * max(0.0, each.value + side * much / 2) for side in (-1, 1)]
                for each, much in zip(shown, by, strict=True)
            ]
        )


def some_waits(random: np.random.Generator, number: int) -> list[float]:
    waits = np.where(random.random(number) < 0.1, 0, random.lognormal(5.1, 0.7, number))
    return [float(days) for days in waits.round()]


def happened(random: np.random.Generator, rate: float, window: int) -> Series:
    """Some each month, of few or many days; of each month it is the average of a window."""
    came = np.repeat(np.arange(len(DAYS)), random.poisson(rate, len(DAYS)))
    rows = [Row(month, month + window) for month in came.tolist()]
    return Series(Periods(DAYS, rows), some_waits(random, len(rows)), window)


def remained(random: np.random.Generator, rate: float, stay: float) -> Series:
    """30 are there at first, and some come each month; they stay for so many months, more or less.
    The days so far of all who are there."""
    came = np.repeat(np.arange(len(DAYS)), [30, *random.poisson(rate, len(DAYS) - 1)])
    stayed = 1 + random.exponential(stay, len(came)).astype(int)
    rows = [Row(int(first), int(end)) for first, end in np.stack([came, came + stayed], axis=1)]
    since = [*some_waits(random, 30), *random.integers(0, 28, len(rows) - 30).astype(float)]
    return Series(Periods(DAYS, rows, so_far=True), since, 0)


def closest(series: Series, shown: Sequence[Average], by: Sequence[float]) -> NDArray[np.float64]:
    """How closely the days of few can be reckoned, by linear programs: of those who came in months
    in a row, and, where days go on, of those who left in them.

    The attacker knows in which months how many came and left, that nobody's days are less than 0,
    and of who came since the first day that they are no more than a month then. He knows nothing
    of the code that is tried.
    """
    so_far, days = series.periods.so_far, series.periods.days
    count = Counter((row.first, row.end) for row in series.periods.rows)
    first, end = np.array(list(count)).T
    number, places = np.array(list(count.values())), np.array([each.place for each in shown])
    on = (first <= places[:, None]) & (places[:, None] < end)
    bounds = series.within(shown, by)
    if so_far:
        passed = np.array([[(days[at] - days[each]).days for each in first] for at in places])
        bounds = bounds - (on * number * passed).sum(axis=1, keepdims=True)
    most = number * np.where(so_far & (first > 0), A_MONTH, MOST)
    turn, there = (end, first == 0) if so_far else (first, first >= 0)
    few = [
        there & (turn >= one) & (turn <= other)
        for one in range(1, len(days))
        for other in range(one, len(days))
    ]
    some = np.unique([each for each in few if 1 <= number[each].sum() < HOUSE.few], axis=0)
    some = some[:: len(some) // AIMS + 1].astype(float)
    found = spans(on.astype(float), bounds, most.astype(float), some)
    return found[:, 1] - found[:, 0]


AIMS = 24
"""Of so many few, at most, it is tried in each series."""


STATED = ((90, 1), (45, 2), (18, 5), (0, 10))
"""Of so many or more averages are told as rounded to so many days: what a pack says of itself."""


def as_stated(shown: Sequence[Average]) -> list[float]:
    return [next(by for least, by in STATED if each.number >= least) for each in shown]


def many(kind: str, seed: int) -> Series:
    random = np.random.default_rng(seed)
    if kind == "so far":
        return remained(random, 1.0, 20.0)
    return happened(random, 1.0, 12) if kind == "a year" else happened(random, 0.6, 36)


@pytest.mark.parametrize("kind", ["a year", "three years", "so far"])
def test_of_few_nobody_reckons_the_days(kind: str) -> None:
    """Averages of five years, told pack after pack, nearly all of them: the days of few are never
    known closer than to three months. As they were told before, each to the day, they were."""
    before = []
    # In the last of these one who came on the first day of all left many months later.
    for seed in (0, 1, 159):
        series = many(kind, seed)
        averages = series.as_before()
        before += list(closest(series, averages, [1.0] * len(averages)))
        shown = series.shown()
        assert min(closest(series, shown, as_stated(shown))) >= CLOSEST
        assert len(shown) > 0.8 * len(averages)
    assert min(before) < CLOSEST


def test_drawn_unrounded_they_told_days() -> None:
    """A line of 200 pixels for 100 days, drawn to a tenth of a pixel, tells an average to 0.05."""
    series = many("a year", 0)
    averages = series.averages
    found = closest(series, averages, [0.05] * len(averages))
    assert found.min() < 5
    assert (found < CLOSEST).mean() > 0.2
