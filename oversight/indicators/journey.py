"""The way of children who came into care: where they lived after 3, 6 and 12 months, and what came
of it.

A cohort is the children who came into care in some months, up to a day or to one before it, each
once, from the first time in them; a period of care counts without short breaks. Every child is
looked at on the same five days: the day she came, so many months later, and the day itself. So
whoever leaves one column stands in the next. A child who came back is where she then lives. Nothing
after the day is known: a child who came too lately for a column is "not yet" there.

Where a child lives is the last home that was recorded by then: a temporary stay does not change it.
Whoever turned 18 in care left it that day. A child whose first day in care is known only as "on or
before" is in no cohort, and counted apart.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from django.db import connection

from casetrack import dates
from casetrack.models import Authority
from oversight.indicators.compute import Known, with_facts
from oversight.indicators.shared import homes, leaving
from oversight.indicators.waits import ENTRY

COLUMNS = (0, 3, 6, 12)
"""Months in which a child is looked at since she came; the day asked about is the last column."""
LAST = len(COLUMNS)
SPANS = (36, 12)
"""Months of which the children may be asked for who came in them."""


class State(StrEnum):
    """Where a child is, in the order in which columns are drawn."""

    RELATIVES = "relatives"
    FOSTER = "foster"
    PARENTS = "parents"
    RESIDENTIAL = "residential"
    SUPPORTED = "supported"
    ADOPTIVE = "adoptive"
    ELSEWHERE = "elsewhere"
    IN_CARE = "in-care"
    HOME = "home"
    GUARDIANSHIP = "guardianship"
    ARRANGEMENTS = "arrangements"
    ADOPTED = "adopted"
    EIGHTEEN = "eighteen"
    OTHERWISE = "otherwise"
    NOT_YET = "not-yet"

    @property
    def words(self) -> str:
        return WORDS[self]

    @property
    def cared_for(self) -> bool:
        return self in HOMES or self == State.IN_CARE

    @property
    def left(self) -> bool:
        return self in LEFT


HOMES: dict[State, str] = {
    State.RELATIVES: homes.CONNECTED,
    State.FOSTER: homes.FOSTER,
    State.PARENTS: "type = 'P1'",
    State.RESIDENTIAL: homes.RESIDENTIAL,
    State.SUPPORTED: "type IN ('H5', 'P2', 'K3')",
    State.ADOPTIVE: homes.ADOPTIVE,
    State.ELSEWHERE: "true",
}
"""The kinds of home, in their codes; what is none of these, or not recorded, is elsewhere."""
WENT_HOME = (*leaving.HOME_AS_PLANNED, "E4B")
LEFT: dict[State, tuple[str, ...]] = {
    State.HOME: WENT_HOME,
    State.GUARDIANSHIP: leaving.SPECIAL_GUARDIANSHIP,
    State.ARRANGEMENTS: leaving.CHILD_ARRANGEMENTS,
    State.ADOPTED: leaving.ADOPTED,
    State.EIGHTEEN: ("E17",),
    State.OTHERWISE: (),
}
"""How care ended, in the codes of the return; any other reason, or none, is "otherwise"."""
WORDS = {
    State.RELATIVES: "with relatives or friends",
    State.FOSTER: "in a foster home",
    State.PARENTS: "with parents",
    State.RESIDENTIAL: "in a children’s home",
    State.SUPPORTED: "in supported accommodation",
    State.ADOPTIVE: "in an adoptive home",
    State.ELSEWHERE: "elsewhere",
    State.IN_CARE: "still in care",
    State.HOME: "home with family",
    State.GUARDIANSHIP: "under special guardianship",
    State.ARRANGEMENTS: "under a child arrangements order",
    State.ADOPTED: "adopted",
    State.EIGHTEEN: "turned 18",
    State.OTHERWISE: "left another way",
    State.NOT_YET: "not yet: they came too lately",
}

Way = tuple[State, ...]
"""The states of a child in each column."""


@dataclass(frozen=True)
class Journey:
    """The children who came into care from `first` to `last`, by their ways as was known on `day`.

    `unknown` are those who came on or before a day of these months. `why` says why nothing is
    known.
    """

    first: date
    last: date
    day: date
    ways: Mapping[Way, int]
    unknown: int = 0
    why: str = ""

    @property
    def children(self) -> int:
        return sum(self.ways.values())

    @property
    def months(self) -> int:
        return dates.whole_months(self.first, self.last + timedelta(days=1))

    def at(self, column: int) -> Counter[State]:
        """How many children are where, in one column."""
        found: Counter[State] = Counter()
        for way, number in self.ways.items():
            found[way[column]] += number
        return found

    @property
    def columns(self) -> tuple[int, ...]:
        """Those that say something: not those for which all children came too lately."""
        return tuple(n for n in range(LAST + 1) if self.at(n).keys() - {State.NOT_YET})

    def between(self, one: int, other: int) -> Counter[tuple[State, State]]:
        """How many children are where in one column, and where in the other."""
        found: Counter[tuple[State, State]] = Counter()
        for way, number in self.ways.items():
            found[way[one], way[other]] += number
        return found

    @property
    def onwards(self) -> list[Counter[tuple[State, State]]]:
        """The same from each column that says something to the next of them."""
        return [self.between(one, other) for one, other in pairwise(self.columns)]


def cohort(day: date, months: int, ago: int = 0) -> tuple[date, date]:
    """The first and the last day of so many months, which ended so many months before the day."""
    eve = day + timedelta(days=1)
    last = dates.add_months(eve, -ago) - timedelta(days=1)
    return dates.add_months(eve, -ago - months), last


def came(authority: Authority, first: date, last: date) -> int:
    """How many children came into care from the first day to the last."""
    parts = {"entry": _ENTRY, "came": _STEPS["came"]}
    with connection.cursor() as cursor:
        cursor.execute(
            f"{with_facts(parts)} SELECT count(*) FROM came",
            {"authority": authority.pk, "first": first, "last": last},
        )
        (number,) = cursor.fetchone()
    return int(number)


def journey(authority: Authority, day: date, months: int = SPANS[0], *, ago: int = 0) -> Journey:
    """Of the children who came in the months that end with the day, or so many months `ago`, as was
    known on it.

    Two statements: the days that are known, then all ways.
    """
    first, last = cohort(day, months, ago)
    if why := Known.of(authority).why(first, day):
        return Journey(first, last, day, {}, why=why)
    asked: dict[str, int | date] = {
        "authority": authority.pk,
        "first": first,
        "last": last,
        "day": day,
    }
    with connection.cursor() as cursor:
        cursor.execute(_statement(), asked)
        found = cursor.fetchall()
    ways = {tuple(map(State, way)): number for way, number in found if way is not None}
    return Journey(first, last, day, ways, sum(number for way, number in found if way is None))


def _statement() -> str:
    """Each way with its number of children, and under null those whose first day is not known."""
    return f"""{with_facts({"entry": _ENTRY, **_STEPS})}
SELECT way, count(*) FROM ways GROUP BY way
UNION ALL
SELECT NULL, count(*) FROM unknown"""


_ENTRY = f"SELECT * FROM {ENTRY} AS entries"
_AT = ", ".join(
    f"({place}, (came_on + interval '{months} months')::date)"
    for place, months in enumerate(COLUMNS)
)
_HOME = " ".join(f"WHEN {codes} THEN '{state}'" for state, codes in HOMES.items())
_LEFT = " ".join(
    f"WHEN why IN ({', '.join(repr(code) for code in codes)}) THEN '{state}'"
    for state, codes in LEFT.items()
    if codes
)
_STEPS = {
    "came": """
SELECT child_id, min(started_on) AS came_on FROM entry
WHERE start_known AND started_on BETWEEN %(first)s AND %(last)s GROUP BY child_id""",
    "unknown": """
SELECT DISTINCT child_id FROM entry
WHERE NOT start_known AND started_on BETWEEN %(first)s AND %(last)s
    AND child_id NOT IN (SELECT child_id FROM came)""",
    "looked_at": f"""
SELECT child_id, place, on_day FROM came
CROSS JOIN LATERAL (VALUES {_AT}, ({LAST}, %(day)s::date)) AS columns (place, on_day)""",
    # The period of care that began last by then.
    "stood": """
SELECT DISTINCT ON (child_id, place)
    child_id, place, on_day, started_on, left_on, why, eighteen_on
FROM looked_at JOIN entry USING (child_id)
WHERE started_on <= on_day
ORDER BY child_id, place, started_on DESC""",
    "housed": """
SELECT DISTINCT ON (child_id, place) stood.child_id, place, type
FROM stood JOIN placement USING (child_id)
WHERE NOT is_stay AND placement.starts_on <= on_day
    AND coalesce(placement.ends_on > started_on, true)
ORDER BY child_id, place, placement.starts_on DESC""",
    "states": f"""
SELECT stood.child_id, place,
    CASE
        WHEN on_day > %(day)s THEN '{State.NOT_YET}'
        WHEN eighteen_on <= on_day AND coalesce(left_on >= eighteen_on, true)
            THEN '{State.EIGHTEEN}'
        WHEN left_on <= on_day THEN CASE {_LEFT} ELSE '{State.OTHERWISE}' END
        WHEN place = {LAST} THEN '{State.IN_CARE}'
        ELSE CASE {_HOME} END
    END AS state
FROM stood LEFT JOIN housed USING (child_id, place)""",
    "ways": "SELECT array_agg(state ORDER BY place) AS way FROM states GROUP BY child_id",
}
