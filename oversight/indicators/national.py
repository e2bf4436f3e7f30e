"""Figures of the whole country to hold an authority's against, each with its period and source.

They ship with the product, because they are the same for everybody; an authority's own target, its
region and councils like it are entered (`Benchmark`).
"""

from dataclasses import dataclass
from datetime import date

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
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


THRESHOLD = (
    "Adoption scorecards, thresholds since 2013: 121 days (4 months) from placement order to match"
)

NATIONAL = (National("order-to-match", Whose.NATIONAL, 121, THRESHOLD, date(2013, 4, 1)),)
