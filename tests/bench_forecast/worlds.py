"""Made-up councils whose truth is known: four worlds, each unfair to forecasts in its own way.

Children come into care, move between types of home and leave at rates by age band and type, day by
day; about 540 are in care. The rates are round figures of ours that give the sizes of a council
such as the published ones, and are the rates of no place.

    constant   the rates never change
    shock      entries rise by 45 % for sixteen months, then exits by 60 % for good
    lasting    exits depend on the time in care: quick at first, slow later
    siblings   brothers and sisters come into care together and leave it together
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from casetrack import dates
from oversight.indicators.forecast.histories import FAR, Counts, Days, Histories, HomeType, Numbers
from oversight.indicators.forecast.model import Rates
from oversight.indicators.forecast.monthly import BANDS, B, T

BEGINS = date(2019, 4, 1)
"""The first day that is known of a council; what came before only fills it with children."""
FILLING = 10 * 365
MONTH = 365.25 / 12
RISE, FALL = 22, 38
"""Months from the beginning at which the shock begins, and turns."""
KEPT = 72
"""Months that are made: the last origin and a year after it."""


class World(StrEnum):
    CONSTANT = "constant"
    SHOCK = "shock"
    LASTING = "lasting"
    SIBLINGS = "siblings"


# By band of age (under 1, 1-4, 5-9, 10-15, 16-17): children a month, and where they come to live.
ENTRIES = (4.3, 3.6, 3.2, 5.0, 2.7)
FIRST = {
    HomeType.CONNECTED: (0.36, 0.36, 0.32, 0.24, 0.10),
    HomeType.IN_HOUSE: (0.40, 0.36, 0.34, 0.26, 0.16),
    HomeType.AGENCY: (0.12, 0.16, 0.20, 0.24, 0.20),
    HomeType.PARENTS: (0.12, 0.12, 0.13, 0.10, 0.04),
    HomeType.EXTERNAL: (0.00, 0.00, 0.01, 0.12, 0.18),
    HomeType.OWN: (0.00, 0.00, 0.00, 0.04, 0.04),
    HomeType.SUPPORTED: (0.00, 0.00, 0.00, 0.00, 0.28),
}
# Exits a month by type, at ages of 5 to 15; younger children leave more quickly.
LEAVE = {
    HomeType.CONNECTED: 0.028,
    HomeType.IN_HOUSE: 0.020,
    HomeType.AGENCY: 0.016,
    HomeType.PARENTS: 0.045,
    HomeType.EXTERNAL: 0.020,
    HomeType.OWN: 0.025,
    HomeType.SUPPORTED: 0.030,
    HomeType.ADOPTIVE: 0.110,
}
QUICKER = (1.6, 1.3, 1.0, 0.9, 1.0)
# Moves a month between types, and the bands of age in which they happen.
MOVES = {
    (HomeType.CONNECTED, HomeType.IN_HOUSE): (0.006, 0.006, 0.006, 0.006, 0.004),
    (HomeType.CONNECTED, HomeType.PARENTS): (0.004, 0.004, 0.004, 0.004, 0.002),
    (HomeType.CONNECTED, HomeType.AGENCY): (0.003, 0.003, 0.004, 0.006, 0.004),
    (HomeType.IN_HOUSE, HomeType.CONNECTED): (0.012, 0.010, 0.008, 0.005, 0.002),
    (HomeType.IN_HOUSE, HomeType.AGENCY): (0.003, 0.004, 0.006, 0.008, 0.006),
    (HomeType.IN_HOUSE, HomeType.ADOPTIVE): (0.035, 0.020, 0.002, 0.000, 0.000),
    (HomeType.IN_HOUSE, HomeType.PARENTS): (0.006, 0.005, 0.004, 0.004, 0.002),
    (HomeType.IN_HOUSE, HomeType.SUPPORTED): (0.000, 0.000, 0.000, 0.000, 0.020),
    (HomeType.AGENCY, HomeType.IN_HOUSE): (0.010, 0.008, 0.006, 0.004, 0.002),
    (HomeType.AGENCY, HomeType.ADOPTIVE): (0.020, 0.012, 0.001, 0.000, 0.000),
    (HomeType.AGENCY, HomeType.EXTERNAL): (0.000, 0.000, 0.002, 0.012, 0.010),
    (HomeType.AGENCY, HomeType.SUPPORTED): (0.000, 0.000, 0.000, 0.000, 0.020),
    (HomeType.PARENTS, HomeType.IN_HOUSE): (0.010, 0.008, 0.006, 0.006, 0.004),
    (HomeType.EXTERNAL, HomeType.AGENCY): (0.000, 0.000, 0.020, 0.015, 0.005),
    (HomeType.EXTERNAL, HomeType.OWN): (0.000, 0.000, 0.000, 0.008, 0.004),
    (HomeType.EXTERNAL, HomeType.SUPPORTED): (0.000, 0.000, 0.000, 0.000, 0.040),
    (HomeType.OWN, HomeType.EXTERNAL): (0.000, 0.000, 0.000, 0.015, 0.010),
    (HomeType.OWN, HomeType.SUPPORTED): (0.000, 0.000, 0.000, 0.000, 0.040),
}
FAMILY = (0.55, 0.25, 0.12, 0.08)
"""The share of groups of one, two, three and four brothers and sisters."""
LASTING = ((3, 2.4), (12, 1.1), (36, 0.75), (np.inf, 0.6))
"""Up to so many months in care, so many times the rate of leaving."""


def truth() -> Rates:
    """The rates of the constant world, which an oracle knows."""
    places = {home: place for place, home in enumerate(HomeType)}
    moves, exits, entries = np.zeros((B, T, T)), np.zeros((B, T)), np.zeros((B, T))
    for home, leave in LEAVE.items():
        exits[:, places[home]] = leave * np.array(QUICKER)
    for (one, other), rate in MOVES.items():
        moves[:, places[one], places[other]] = rate
    for home, share in FIRST.items():
        entries[:, places[home]] = np.array(share) * ENTRIES
    return Rates(moves, exits, entries)


@dataclass(frozen=True)
class Council:
    world: World
    histories: Histories

    def origin(self, month: int) -> date:
        return dates.add_months(BEGINS, month)


class _Making:
    """A council while it is made, by the day; arrays with a place for each child there has been."""

    MOST = 8_000

    def __init__(self, world: World, chance: np.random.Generator) -> None:
        self.world, self.chance = world, chance
        self.born, self.came, self.since = (np.zeros(self.MOST, dtype=np.int64) for _ in range(3))
        self.home, self.family = (np.full(self.MOST, -1, dtype=np.int64) for _ in range(2))
        self.number = self.families = 0
        self.there = np.zeros(0, dtype=np.int64)
        self.spells: list[Counts] = []
        rates = truth()
        self.entries, self.exits = rates.entries / MONTH, rates.exits / MONTH
        self.moves = np.cumsum(rates.moves / MONTH, axis=2)

    def day(self, day: int, more: float, faster: float) -> None:
        """One day: who leaves or moves, then who comes. `day` counts from the beginning."""
        some = self.there
        age = (day - self.born[some]) / MONTH
        band = np.clip(np.searchsorted(BANDS, age, side="right") - 1, 0, B - 1)
        leaving = self.exits[band, self.home[some]] * faster
        if self.world == World.LASTING:
            leaving = leaving * _pace((day - self.came[some]) / MONTH)
        lot = self.chance.random(len(some))
        out = (age >= BANDS[-1]) | self._leave(some, leaving, lot)
        moving = self.moves[band, self.home[some]]
        moved = ~out & (lot >= leaving) & (lot < leaving + moving[:, -1])
        to = (moving > (lot - leaving)[:, None]).argmax(axis=1)
        self._spell(some[out | moved], day)
        self.home[some[moved]], self.since[some[moved]] = to[moved], day
        self.there = some[~out]
        self._come(day, more)

    def _leave(self, some: Counts, leaving: Numbers, lot: Numbers) -> np.ndarray:
        """Each for herself; brothers and sisters, where there are any, at the same time: one lot
        is drawn for a group, against the mean of what its members would do.
        """
        if self.world != World.SIBLINGS or not len(some):
            return lot < leaving
        family = self.family[some]
        size = np.bincount(family, minlength=self.families)
        mean = np.bincount(family, leaving, minlength=self.families) / np.maximum(size, 1)
        together = self.chance.random(self.families) < mean
        return together[family]

    def _spell(self, ended: Counts, day: int) -> None:
        spells = (ended, self.home[ended], self.since[ended], np.full(len(ended), day))
        some = spells[2] < day
        self.spells.append(np.array(spells)[:, some])

    def _come(self, day: int, more: float) -> None:
        shared = 1.0
        if self.world == World.SIBLINGS:
            shared = float(np.dot(FAMILY, range(1, len(FAMILY) + 1)))
        for band, home in self._drawn(self.entries * more / shared):
            size = 1
            if self.world == World.SIBLINGS:
                size = 1 + self.chance.choice(len(FAMILY), p=FAMILY)
            age = self._age(band)
            for nth in range(size):
                # Brothers and sisters are some years apart, and live in the same type of home.
                each = age if nth == 0 else np.clip(age + self.chance.normal(0, 30), 0.1, 200)
                self._child(day, each, home)
            self.families += 1

    def _drawn(self, entries: Numbers) -> list[tuple[int, int]]:
        counts = self.chance.poisson(entries)
        return [tuple(each) for each in np.argwhere(counts) for _ in range(counts[tuple(each)])]

    def _age(self, band: int) -> float:
        """In months; a third of the youngest are newborn."""
        if band == 0 and self.chance.random() < 1 / 3:
            return self.chance.random()
        return self.chance.uniform(BANDS[band], BANDS[band + 1])

    def _child(self, day: int, age: float, home: int) -> None:
        new = self.number
        self.born[new], self.came[new] = day - int(age * MONTH), day
        self.since[new], self.home[new], self.family[new] = day, home, self.families
        self.there = np.append(self.there, new)
        self.number += 1


def _pace(months: Numbers) -> Numbers:
    upto, pace = zip(*LASTING, strict=True)
    return np.array(pace)[np.searchsorted(upto, months, side="right")]


def council(world: World, seed: int) -> Council:
    """Always the same for a world and a seed."""
    making = _Making(world, np.random.default_rng([list(World).index(world), seed]))
    rise, fall, end = (
        (dates.add_months(BEGINS, months) - BEGINS).days for months in (RISE, FALL, KEPT)
    )
    for day in range(-FILLING, end + 1):
        shocked = world == World.SHOCK and day >= rise
        more = 1.45 if shocked and day < fall else 1.0
        making.day(day, more, 1.6 if shocked and day >= fall else 1.0)
    return Council(world, _histories(making))


def _histories(making: _Making) -> Histories:
    open_ = making.there
    still = np.array([open_, making.home[open_], making.since[open_], np.full(len(open_), 10**6)])
    child, home, since, to = np.concatenate([*making.spells, still], axis=1)
    known = to > 0
    child, home, since, to = child[known], home[known], since[known], to[known]
    order = np.lexsort((since, child))
    child, home, since, to = child[order], home[order], since[order], to[order]
    ends = np.where(to == 10**6, FAR, _days(np.minimum(to, 10**5)))
    return Histories(child, _days(making.born[child]), home, _days(since), ends)


def _days(numbers: Counts) -> Days:
    days: Days = np.datetime64(BEGINS, "D") + numbers.astype("timedelta64[D]")
    return days
