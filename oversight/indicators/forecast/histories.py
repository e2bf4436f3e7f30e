"""Who lived where and when, as arrays: all that a forecast knows of children, and no name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.datetime64]
Counts = NDArray[np.int64]
Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]


class HomeType(StrEnum):
    """The kinds of home that are forecast, each child in one of them; OTHER is none of the rest."""

    CONNECTED = "connected"
    IN_HOUSE = "in-house"
    AGENCY = "agency"
    PARENTS = "parents"
    EXTERNAL = "external"
    OWN = "own"
    SUPPORTED = "supported"
    ADOPTIVE = "adoptive"
    OTHER = "other"

    @property
    def words(self) -> str:
        """Where children live, for the end of a sentence: 140 children in agency foster homes."""
        return LIVING[self]


LIVING = {
    HomeType.CONNECTED: "with relatives or friends",
    HomeType.IN_HOUSE: "in our own foster homes",
    HomeType.AGENCY: "in agency foster homes",
    HomeType.PARENTS: "with parents",
    HomeType.EXTERNAL: "in external residential homes",
    HomeType.OWN: "in our own residential homes",
    HomeType.SUPPORTED: "in supported accommodation",
    HomeType.ADOPTIVE: "in adoptive homes",
    HomeType.OTHER: "in other homes",
}
IN_HOUSE = "PR1"
RESIDENTIAL = ("K1", "K2", "R1")
FOSTER = ("U4", "U5", "U6", "Q2", "F6")
OF_TYPE = {
    HomeType.CONNECTED: ("U1", "U2", "U3", "Q1"),
    HomeType.PARENTS: ("P1",),
    HomeType.SUPPORTED: ("K3", "H5", "P2", "P3"),
    HomeType.ADOPTIVE: ("A1", "A2", "A3", "A4", "A5", "A6"),
}

TYPES = tuple(HomeType)
PLACE = {home: place for place, home in enumerate(TYPES)}
FAR = np.datetime64("9999-01-01", "D")

Row = tuple[int, date, str, date, date | None]
"""A child (any number that tells her from the others), born, the type of home, from, to (open)."""


@dataclass(frozen=True)
class Histories:
    """Spells in one type of home, by child and day; `to` is the day of the next, FAR while open.

    `child` tells the spells of one from those of another; `born` is her birthday in every spell.
    """

    child: Counts
    born: Days
    home: Counts
    since: Days
    to: Days

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Histories":
        """Of rows in any order; a child who stays in a type of home without a gap has one spell."""
        listed = sorted(rows, key=lambda row: (row[0], row[3]))
        child = np.array([row[0] for row in listed], dtype=np.int64)
        born = np.array([row[1] for row in listed], dtype="datetime64[D]")
        home = np.array([PLACE[HomeType(row[2])] for row in listed], dtype=np.int64)
        since = np.array([row[3] for row in listed], dtype="datetime64[D]")
        to = np.array([row[4] or FAR for row in listed], dtype="datetime64[D]")
        if np.any((child[1:] == child[:-1]) & (since[1:] < to[:-1])):
            raise ValueError("A child lives in two homes on one day.")
        follows = (child[1:] == child[:-1]) & (since[1:] == to[:-1])
        goes_on = follows & (home[1:] == home[:-1])
        first = np.concatenate([[True], ~goes_on]) if listed else np.zeros(0, dtype=bool)
        last = np.concatenate([~goes_on, [True]]) if listed else np.zeros(0, dtype=bool)
        return cls(child[first], born[first], home[first], since[first], to[last])

    @property
    def moved_from(self) -> Counts:
        """Of each spell the spell that it followed on the same day, or -1: an entry into care."""
        before = np.full(len(self.child), -1, dtype=np.int64)
        follows = (self.child[1:] == self.child[:-1]) & (self.since[1:] == self.to[:-1])
        before[1:][follows] = np.flatnonzero(follows)
        return before


def home_type(type_code: str, provider: str) -> HomeType:
    """Of the codes of the return. Homes of any other provider than the council's own are agency or
    external ones; hospitals, family centres, residential schools and custody are other homes.
    """
    if type_code in FOSTER:
        return HomeType.IN_HOUSE if provider == IN_HOUSE else HomeType.AGENCY
    if type_code in RESIDENTIAL:
        return HomeType.OWN if provider == IN_HOUSE else HomeType.EXTERNAL
    found = (home for home, codes in OF_TYPE.items() if type_code in codes)
    return next(found, HomeType.OTHER)


def birthdays(born: Days, months: int) -> Days:
    """The day on which each is so many months old; born on the 31st it may be the next month's 1st.

    So somebody born on 29 February comes of age on 1 March, as the law has it.
    """
    month = born.astype("datetime64[M]")
    days: Days = (month + months).astype("datetime64[D]") + (born - month.astype("datetime64[D]"))
    return days


def months_old(born: Days, day: np.datetime64 | Days) -> Counts:
    """Whole months of age on the day, of each; negative before birth."""
    month = day.astype("datetime64[M]")
    born_month = born.astype("datetime64[M]")
    later = born - born_month.astype("datetime64[D]") > day - month.astype("datetime64[D]")
    months: Counts = (month - born_month).astype(np.int64) - later
    return months
