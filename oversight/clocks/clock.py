"""What a clock is: a dated wait with a limit, defined once, in one file, without Django.

A rule file in `rules/` makes one `Clock`. Its SQL selects, from the facts of `facts.sql` alone, one
row for each stretch of waiting, and the engine does the rest: it cuts the row to the days on which
the child is in care and clocks may run, adds the limit in force on the day the wait started, and
stores it.

Columns that a rule's SQL must give: `child_id`, `started_on` (the day it counts from) and
`stopped_on` (null while it waits). It may also give any of `OPTIONAL`, with these meanings:

    start_known   false where the wait began on or before `started_on`          (default true)
    runs_from     later than `started_on` where the wait only matters from then (started_on)
    stopped_by    what stopped this stretch, in a few words                     ('')
    subject       what the wait is about where a child may have several         ('child')
    missing       a fact that is needed and not recorded                        ('')
    note          what a reader must know about this stretch                    ('')
    can_turn_red  false where this stretch is amber at most                     (true)
    due_on, warn_on  where the rule counts its own limit                        (from the limit)
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

OPTIONAL = {
    "start_known": "true",
    "runs_from": "started_on",
    "stopped_by": "''",
    "subject": "'child'",
    "missing": "''",
    "note": "''",
    "can_turn_red": "true",
    "due_on": "null::date",
    "warn_on": "null::date",
}


class Kind(StrEnum):
    """Where a limit comes from. Only the first two bind anybody from outside."""

    STATUTORY = "statutory"
    GUIDANCE = "statutory guidance"
    NATIONAL_TARGET = "national target"
    LOCAL = "local practice"
    PROPOSED = "proposed by this product"


RANK = {
    Kind.STATUTORY: 1,
    Kind.GUIDANCE: 1,
    Kind.NATIONAL_TARGET: 2,
    Kind.LOCAL: 3,
    Kind.PROPOSED: 4,
}
"""How serious a clock is beside others; 0 is kept for unlawful and unapproved homes."""


class Confidence(StrEnum):
    """How far the wording behind a limit was checked."""

    HIGH = "the words of the source were read"
    MEDIUM = "well known, the words of the source were not read"
    LOW = "recollection or local custom"


class Unit(StrEnum):
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True)
class Limit:
    """`count` days or months after the start; `words` say it on screen. The last day is in time."""

    count: int
    unit: Unit = Unit.DAYS
    said: str = ""

    @property
    def words(self) -> str:
        return self.said or f"{self.count} {self.unit}"


def days(count: int, said: str = "") -> Limit:
    return Limit(count, Unit.DAYS, said)


def months(count: int, said: str = "") -> Limit:
    return Limit(count, Unit.MONTHS, said)


def weeks(count: int) -> Limit:
    return Limit(count * 7, Unit.DAYS, f"{count} weeks")


@dataclass(frozen=True)
class Row:
    """An expected row of a worked example; dates as ISO text, None for none."""

    started: str
    stopped: str | None = None
    warn: str | None = None
    due: str | None = None
    runs_from: str | None = None
    known: bool = True
    missing: bool = False

    def dates(self) -> tuple[date | None, ...]:
        """(started_on, runs_from, stopped_on, warn_on, due_on)"""
        texts = (self.started, self.runs_from or self.started, self.stopped, self.warn, self.due)
        return tuple(date.fromisoformat(text) if text else None for text in texts)


@dataclass(frozen=True)
class Example:
    """A worked example: what it shows, a history as `tests/timeline.py` reads it, the rows."""

    shows: str
    history: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Clock:
    """The definition of one clock; see the module for the SQL.

    `limit` and `warning` are None where the rule counts its own (`counting` then says how) or where
    it has none. `bands` are further marks past the limit, in months. `remand_too` keeps the clock
    for children looked after only by remand, `past_eighteen` after the 18th birthday, and `eased`
    makes it amber at most while the child lives with carers who may adopt (U2, U5). `switches` are
    options of an authority's setting: name, default, and what it does in words.
    """

    code: str
    title: str
    why: str
    source: str
    kind: Kind
    confidence: Confidence
    owner: str
    subject: str
    counting: str
    stops: str
    sql: str
    examples: tuple[Example, ...]
    limit: Limit | None = None
    warning: Limit | None = None
    limit_words: str = ""
    gives: frozenset[str] = frozenset()
    bands: tuple[int, ...] = ()
    remand_too: bool = False
    past_eighteen: bool = False
    eased: bool = False
    switches: tuple[tuple[str, bool, str], ...] = ()

    def __post_init__(self) -> None:
        unknown = self.gives - OPTIONAL.keys()
        if unknown:
            raise ValueError(f"{self.code} gives unknown columns: {sorted(unknown)}")

    @property
    def rank(self) -> int:
        return RANK[self.kind]

    @property
    def statutory(self) -> bool:
        """Whether the law or statutory guidance sets the limit, rather than a target or us."""
        return self.kind in (Kind.STATUTORY, Kind.GUIDANCE)

    def selected(self) -> str:
        """The rule's SQL with every optional column filled in, in the engine's order."""
        optional = ", ".join(
            column if column in self.gives else f"{default} AS {column}"
            for column, default in OPTIONAL.items()
        )
        return (
            f"SELECT '{self.code}'::text AS clock, child_id, started_on, stopped_on, {optional}"
            f" FROM ({self.sql}) AS rule"
        )
