"""Figures of the whole country to hold an authority's against, each with its period and source.

They ship with the product, because they are the same for everybody; an authority's own target, its
region and councils like it are entered (`Benchmark`).
"""

from dataclasses import dataclass
from datetime import date

from casetrack import dates
from oversight.models import Whose


@dataclass(frozen=True)
class National:
    """One figure, in force from `starts_on` to before `ends_on` (None: until it is replaced)."""

    indicator: str
    whose: str
    value: float
    source: str
    starts_on: date
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        return dates.holds_on(self.starts_on, self.ends_on, day)


MARCH_2020, MARCH_2021, MARCH_2022 = date(2020, 3, 31), date(2021, 3, 31), date(2022, 3, 31)
MARCH_2023, MARCH_2024 = date(2023, 3, 31), date(2024, 3, 31)
SINCE_2013 = date(2013, 4, 1)

MATCHED = (
    "Adoption scorecards, thresholds since 2013: 121 days (4 months) from placement order to match"
)
MOVED_IN = (
    "Adoption scorecards, thresholds since 2013: 426 days (14 months) from coming into care to "
    "moving in with the adoptive family"
)
LEADERSHIP = (
    "Adoption and Special Guardianship Leadership Board, as a council’s scrutiny report has it"
)
LOOKED_AFTER = "Department for Education, children looked after in England including adoptions"
STABILITY = (
    "Department for Education, stability measures for children looked after in England, 2024"
)

NATIONAL = (
    National("order-to-match", Whose.NATIONAL, 121, MATCHED, SINCE_2013),
    National("stage-order-to-match", Whose.NATIONAL, 121, MATCHED, SINCE_2013),
    National("entry-to-placed", Whose.NATIONAL, 426, MOVED_IN, SINCE_2013),
    National("entry-to-adopters-home", Whose.NATIONAL, 426, MOVED_IN, SINCE_2013),
    National("care-to-adoptive-home", Whose.NATIONAL, 426, MOVED_IN, SINCE_2013),
    National(
        "entry-to-placed", Whose.ENGLAND, 455, f"{LEADERSHIP}, 2019/20", MARCH_2020, MARCH_2021
    ),
    National(
        "order-to-match",
        Whose.ENGLAND,
        216,
        f"{LEADERSHIP}, third quarter of 2020/21",
        date(2020, 12, 31),
        date(2021, 12, 31),
    ),
    National(
        "stage-entry-to-decision",
        Whose.NATIONAL,
        183,
        "The Government’s target as a council’s scrutiny report of 2021 has it",
        MARCH_2020,
    ),
    National(
        "stage-entry-to-decision",
        Whose.ENGLAND,
        245,
        f"{LEADERSHIP}, third quarter of 2020/21",
        date(2020, 12, 31),
        date(2021, 12, 31),
    ),
    *(
        National(
            "children-in-care-rate",
            Whose.ENGLAND,
            value,
            f"{LOOKED_AFTER}, 31 March {starts_on.year}",
            starts_on,
            ends_on,
        )
        for value, starts_on, ends_on in (
            (67, MARCH_2020, MARCH_2021),
            (67, MARCH_2021, MARCH_2022),
            (71, MARCH_2023, MARCH_2024),
            (70, MARCH_2024, None),
        )
    ),
    National("same-home-for-two-years", Whose.ENGLAND, 68, STABILITY, MARCH_2024),
    National("three-homes-in-two-years", Whose.ENGLAND, 23, STABILITY, MARCH_2024),
)
