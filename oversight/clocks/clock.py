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

A rule that counts a day itself says it with `later()` and `before()`, as the engine does.
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

    @property
    def brief(self) -> str:
        """For a column: source read."""
        return {"HIGH": "source read", "MEDIUM": "well known", "LOW": "recollection"}[self.name]


class Group(StrEnum):
    """Where a clock is looked for: the part of a child's story that it watches."""

    REVIEWS = "Reviews and the reviewing officer"
    VISITS = "Visits"
    PARENTS = "Home with parents"
    APPROVALS = "Relatives, approvals and unregistered homes"
    COURT = "Court and orders"
    GUARDIANSHIP = "Special guardianship and child arrangements"
    ADOPTION = "Adoption"
    HOMES = "Long-term homes and stability"
    WELLBEING = "Health, learning and going missing"
    WORKER = "The worker, the care plan and moving on"
    DRIFT = "Plans that stand still"


class Runs(StrEnum):
    """On which days a clock may run at all; the value is a column of the engine's `open`.

    No clock runs outside care, in short breaks (V3, V4), for children looked after only by remand
    (J1 to J3) nor from the 18th birthday on, but for those that say so.
    """

    IN_CARE = "in_care"
    REMAND_TOO = "remand_too"
    SHORT_BREAKS = "short_breaks"
    PAST_EIGHTEEN = "past_eighteen"
    BEYOND_CARE = "beyond_care"


class Unit(StrEnum):
    DAYS = "days"
    WORKING_DAYS = "working days"
    MONTHS = "months"
    TERMS = "terms"


@dataclass(frozen=True)
class Limit:
    """So many days, working days, months or school terms after the start; the last day is in time.

    The start is day 0, but day 1 where the law says "beginning with" (`beginning`). Months go to
    the same numbered day, or the month's last. `count` terms end with the last day of the
    `count`-th term after the one that the start falls in; terms begin on 1 September, 1 January and
    1 April, the national pattern that early education is funded by. `said` is for the screen.
    """

    count: int
    unit: Unit = Unit.DAYS
    said: str = ""
    beginning: bool = False

    @property
    def words(self) -> str:
        unit = str(self.unit) if self.count != 1 else str(self.unit)[:-1]
        return self.said or f"{self.count} {unit}"


def days(count: int, said: str = "") -> Limit:
    return Limit(count, Unit.DAYS, said)


def working_days(count: int) -> Limit:
    return Limit(count, Unit.WORKING_DAYS)


def months(count: int, said: str = "") -> Limit:
    return Limit(count, Unit.MONTHS, said)


def terms(count: int) -> Limit:
    return Limit(count, Unit.TERMS)


def weeks(count: int, *, beginning: bool = False) -> Limit:
    """`beginning`: 26 weeks beginning with the day of issue end 181 days after it."""
    said = f"{count} weeks" if count != 1 else "1 week"
    return Limit(count * 7, Unit.DAYS, said, beginning)


def later(start: str, limit: Limit | str, unit: str = "") -> str:
    """SQL for the day that is `limit` after the day `start`, both SQL but for a `Limit`.

    With `limit` in SQL, `unit` is the SQL of its unit. A working day is looked up in `calendar`.
    """
    if isinstance(limit, Limit):
        counted = _counted(start, str(limit.count))[limit.unit]
        return f"({counted} - 1)" if limit.beginning else counted
    cases = " ".join(
        f"WHEN '{name}' THEN {sql}" for name, sql in _counted(start, f"({limit})").items()
    )
    return f"CASE {unit} {cases} END"


def before(end: str, limit: Limit | str, unit: str = "") -> str:
    """SQL for the day that is so many days, working days or months before the day `end`."""
    counted = {
        Unit.DAYS: "({end} - {count})",
        Unit.WORKING_DAYS: _WORKING.format(day="{end} - 1", count="1 - {count}"),
        Unit.MONTHS: "({end} - {count} * interval '1 month')::date",
    }
    if isinstance(limit, Limit):
        return counted[limit.unit].format(end=end, count=limit.count)
    cases = " ".join(
        f"WHEN '{name}' THEN {sql.format(end=end, count=f'({limit})')}"
        for name, sql in counted.items()
    )
    return f"CASE {unit} {cases} END"


# The working day whose number is `count` more than that of `day`, which need not be one itself.
_WORKING = (
    "(SELECT counted.day FROM calendar AS counted WHERE counted.is_working"
    " AND counted.working_number ="
    " (SELECT working_number FROM calendar AS since WHERE since.day = {day}) + {count})"
)


def _counted(start: str, count: str) -> dict[Unit, str]:
    # Terms are numbered from the year 0: the first of a year begins in January, then April, then
    # September. A term ends on the eve of the next.
    term = (
        f"(extract(year FROM {start})::int * 3 + CASE WHEN extract(month FROM {start}) < 4 THEN 0"
        f" WHEN extract(month FROM {start}) < 9 THEN 1 ELSE 2 END + {count} + 1)"
    )
    return {
        Unit.DAYS: f"({start} + {count})",
        Unit.WORKING_DAYS: _WORKING.format(day=start, count=count),
        Unit.MONTHS: f"({start} + {count} * interval '1 month')::date",
        Unit.TERMS: f"(make_date({term} / 3, (ARRAY[1, 4, 9])[mod({term}, 3) + 1], 1) - 1)",
    }


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

    `rules` are the ids of the rules that it counts (`oversight/clocks/rulebook.py`), `group` where
    it is looked for. `limit` and `warning` are counted from the start and None where the rule
    counts its own (`counting` then says how) or where it has none; `before` is a warning so long
    before the limit, whoever counted that. `bands` are further marks past the limit, in months.

    `recorded` says that what stops the clock is in no return: it then runs only where, and from the
    day on which, people record here, and a wait that is older counts from that day with an unknown
    start. `once` is for what is done once: then an older wait keeps its start, and is not asked
    about where its limit had passed before anybody recorded. `runs` says on which days it may run,
    `eased` makes it amber at most while the child lives with carers who may adopt (U2, U5), and
    `unlawful` puts it before everything else: what it counts may not be at all. A clock that is not
    `usual` runs only where an authority switches it on. `heeds` are the codes of other clocks whose
    settings its SQL reads. `switches` are options of an authority's setting: name, default, and
    what it does in words.
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
    group: Group
    rules: tuple[str, ...] = ()
    limit: Limit | None = None
    warning: Limit | None = None
    before: Limit | None = None
    limit_words: str = ""
    gives: frozenset[str] = frozenset()
    bands: tuple[int, ...] = ()
    runs: Runs = Runs.IN_CARE
    recorded: bool = False
    once: bool = False
    usual: bool = True
    unlawful: bool = False
    eased: bool = False
    heeds: tuple[str, ...] = ()
    switches: tuple[tuple[str, bool, str], ...] = ()

    def __post_init__(self) -> None:
        unknown = self.gives - OPTIONAL.keys()
        if unknown:
            raise ValueError(f"{self.code} gives unknown columns: {sorted(unknown)}")
        if self.once and not self.recorded:
            raise ValueError(f"{self.code} is done once, and of nothing that only people record")
        if self.warning and self.before:
            raise ValueError(f"{self.code} warns both after its start and before its limit")

    @property
    def rank(self) -> int:
        return 0 if self.unlawful else RANK[self.kind]

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
