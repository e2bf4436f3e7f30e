"""What happened month by month: all that rates are made of, counted once for every window.

Month k are the days after `days[k]` up to and with `days[k + 1]`; `stock[k]` is who lived where on
`days[k]`, its moves made. So stock + entries - exits - those who came of age is the next stock.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from casetrack import dates
from oversight.indicators.forecast.histories import (
    TYPES,
    Counts,
    Days,
    Histories,
    Numbers,
    birthdays,
    months_old,
)

OF_AGE = 216
"""Months of age at which care ends."""
BANDS = (0, 12, 60, 120, 192, OF_AGE)
"""Ages in months between which children are counted together: under 1, 1-4, 5-9, 10-15, 16-17."""
BAND = np.searchsorted(BANDS, np.arange(OF_AGE), side="right") - 1
B, T = len(BANDS) - 1, len(TYPES)


@dataclass(frozen=True)
class Monthly:
    """M months, B bands of age, T types of home; whole children, but `lived` in child-months."""

    days: Days  # (M + 1)
    stock: Counts  # (M + 1, months of age, T)
    lived: Numbers  # (M, B, T) under 18
    moves: Counts  # (M, B, T from, T to)
    exits: Counts  # (M, B, T) before the 18th birthday
    entries: Counts  # (M, B, T)
    of_age: Counts  # (M, T) left on the 18th birthday or later

    @property
    def months(self) -> int:
        return len(self.days) - 1

    @property
    def homes(self) -> Counts:
        """How many children in each type of home, on each day: (M + 1, T)."""
        homes: Counts = self.stock.sum(axis=1)
        return homes

    def up_to(self, at: int) -> "Monthly":
        """What was known on `days[at]`."""
        return Monthly(
            days=self.days[: at + 1],
            stock=self.stock[: at + 1],
            lived=self.lived[:at],
            moves=self.moves[:at],
            exits=self.exits[:at],
            entries=self.entries[:at],
            of_age=self.of_age[:at],
        )


def month_ends(origin: date, months: int) -> Days:
    """The origin and the same day of each month before it, the earliest first."""
    days = [dates.add_months(origin, back) for back in range(-months, 1)]
    return np.array(days, dtype="datetime64[D]")


def counted(histories: Histories, origin: date, months: int) -> Monthly:
    """The months that end with the origin; of a spell that goes on nothing later is looked at."""
    days = month_ends(origin, months)
    months = len(days) - 1
    moves = np.zeros((months, B, T, T), dtype=np.int64)
    entries, exits = (np.zeros((months, B, T), dtype=np.int64) for _ in range(2))
    of_age = np.zeros((months, T), dtype=np.int64)
    before, born, home = histories.moved_from, histories.born, histories.home
    month, band = _when(histories.since, born, days)
    moved, new = (before >= 0) & (month >= 0), (before < 0) & (month >= 0)
    np.add.at(moves, (month[moved], band[moved], home[before[moved]], home[moved]), 1)
    np.add.at(entries, (month[new], band[new], home[new]), 1)
    month, band = _when(histories.to, born, days)
    left = month >= 0
    left[before[before >= 0]] = False
    adult = histories.to >= birthdays(born, OF_AGE)
    np.add.at(exits, tuple(each[left & ~adult] for each in (month, band, home)), 1)
    np.add.at(of_age, tuple(each[left & adult] for each in (month, home)), 1)
    return Monthly(
        days, _stock(histories, days), _lived(histories, days), moves, exits, entries, of_age
    )


def _when(day: Days, born: Days, days: Days) -> tuple[Counts, Counts]:
    """The month of each day, -1 where it is none of ours, and the band of age on it."""
    month = np.searchsorted(days, day, side="left") - 1
    month[month >= len(days) - 1] = -1
    return month, BAND[np.clip(months_old(born, day), 0, OF_AGE - 1)]


def _stock(histories: Histories, days: Days) -> Counts:
    stock = np.zeros((len(days), OF_AGE, T), dtype=np.int64)
    for place, day in enumerate(days):
        there = (histories.since <= day) & (day < histories.to)
        age = np.clip(months_old(histories.born[there], day), 0, OF_AGE - 1)
        np.add.at(stock[place], (age, histories.home[there]), 1)
    return stock


def _lived(histories: Histories, days: Days) -> Numbers:
    """Child-months in each band and type: the days lived of the month's, so every month is one."""
    lived = np.zeros((len(days) - 1, B, T))
    lengths = np.diff(days).astype(np.int64)
    for band, (youngest, oldest) in enumerate(zip(BANDS, BANDS[1:], strict=False)):
        since = np.maximum(histories.since, birthdays(histories.born, youngest))
        to = np.minimum(histories.to, birthdays(histories.born, oldest))
        some = since < to
        since, to, home = since[some], to[some], histories.home[some]
        so_far = [
            np.bincount(home, np.clip(day + 1 - since, 0, to - since).astype(float), minlength=T)
            for day in days
        ]
        lived[:, band] = np.diff(so_far, axis=0) / lengths[:, None]
    return lived
