"""What a step of a route is: a piece of work in an order; its day is a suggestion with a source."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from casetrack import dates

PROPOSED = "plan-proposed"
ENTRY = "came-into-care"
SIXTEEN = "sixteenth-birthday"
BEGINNINGS = frozenset({PROPOSED, ENTRY, SIXTEEN})
"""Days from which steps are counted that are no steps themselves."""


class Source(StrEnum):
    """Where a suggested timing comes from. Only the first two bind anybody from outside."""

    STATUTORY = "statutory"
    GUIDANCE = "statutory guidance"
    NATIONAL_TARGET = "national target"
    LOCAL = "local practice"
    PROPOSED = "proposed by this product"


class Unit(StrEnum):
    DAYS = "days"
    WORKING_DAYS = "working days"
    MONTHS = "months"


@dataclass(frozen=True)
class Within:
    """So many days after another step, or after a beginning; day 0 is that day itself."""

    count: int
    unit: Unit
    after: str
    kind: Source
    source: str

    def day(self, start: date, holidays: Collection[date]) -> date:
        if self.unit is Unit.MONTHS:
            return dates.add_months(start, self.count)
        if self.unit is Unit.WORKING_DAYS:
            return dates.add_working_days(start, self.count, holidays)
        return start + timedelta(days=self.count)


OURS = "No rule says so: a suggestion of this product."


def days(count: int, after: str, kind: Source = Source.PROPOSED, source: str = OURS) -> Within:
    return Within(count, Unit.DAYS, after, kind, source)


def working_days(
    count: int, after: str, kind: Source = Source.PROPOSED, source: str = OURS
) -> Within:
    return Within(count, Unit.WORKING_DAYS, after, kind, source)


def months(count: int, after: str, kind: Source = Source.PROPOSED, source: str = OURS) -> Within:
    return Within(count, Unit.MONTHS, after, kind, source)


@dataclass(frozen=True)
class Step:
    """One step: what is done, who usually sees to it, and when, counted from what.

    A code means the same on every route. `fact` is the code of the kind of fact that is this step:
    whoever records that fact has done the step, and nobody enters it twice.
    """

    code: str
    title: str
    owner: str
    within: Within
    fact: str = ""
