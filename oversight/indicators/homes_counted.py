"""Children in care on a day by how many homes they have had: in twelve months, and since they came.

What boards are shown is one line, so many children with one home, two, three and more, and what it
counts is seldom said. A scrutiny panel read "in their first and only placement" of the last twelve
months, which are two readings; here both are counted and named. A home is a carer's, whatever kind
of home it becomes; a temporary stay is none, and who goes back to an earlier carer after another
home has one more. What falls wholly within short breaks is left out.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db import connection

from casetrack import dates
from casetrack.models import Authority
from oversight.indicators.compute import Known, with_facts

MOST = 7
"""So many homes or more are one group."""


class Within(StrEnum):
    """Of which days homes are counted."""

    YEAR = "in twelve months"
    CARE = "since they came"


@dataclass(frozen=True)
class HomesCounted:
    """As at the day: by `Within` the number of children by number of homes, from 0 to `MOST`.

    0 are those of whom no home is recorded. `why` says why nothing is known.
    """

    day: date
    children: dict[Within, tuple[int, ...]]
    why: str = ""

    @property
    def in_care(self) -> int:
        return sum(self.children[Within.YEAR])


def homes_counted(authority: Authority, day: date) -> HomesCounted:
    """Two statements: the days that are known, then all homes."""
    if why := Known.of(authority).why(dates.add_months(day, -12), day):
        return HomesCounted(day, dict.fromkeys(Within, (0,) * (MOST + 1)), why)
    counts = {within: [0] * (MOST + 1) for within in Within}
    with connection.cursor() as cursor:
        cursor.execute(_statement(), {"authority": authority.pk, "day": day})
        for in_year, in_care, children in cursor.fetchall():
            counts[Within.YEAR][min(in_year, MOST)] += children
            counts[Within.CARE][min(in_care, MOST)] += children
    return HomesCounted(day, {within: tuple(each) for within, each in counts.items()})


def said(homes: int) -> str:
    """One home, 2 homes, 7 homes or more."""
    if homes == 0:
        return "No home recorded"
    if homes == MOST:
        return f"{MOST} homes or more"
    return "1 home" if homes == 1 else f"{homes} homes"


def _statement() -> str:
    """How many children have had so many homes in the year, and so many in care."""
    return f"{with_facts(_STEPS)} SELECT in_year, in_care, count(*) FROM counted GROUP BY 1, 2"


_STEPS = {
    "cared_for": """
SELECT child_id, began_on FROM looked_after
WHERE starts_on <= %(day)s AND coalesce(ends_on > %(day)s, true)""",
    # As measure CP17: a home that ended a year ago to the day is not of the year any more.
    "counted": """
SELECT
    cared_for.child_id,
    count(home.child_id) FILTER (
        WHERE coalesce((home.ends_on + interval '1 year')::date > %(day)s, true)
    ) AS in_year,
    count(home.child_id) FILTER (WHERE coalesce(home.ends_on > began_on, true)) AS in_care
FROM cared_for
LEFT JOIN home ON home.child_id = cared_for.child_id AND home.starts_on <= %(day)s
GROUP BY cared_for.child_id""",
}
