"""Compute the clocks of a set of children, in SQL and set-based, and write only what differs.

The steps are named selects: the facts of `facts.sql`, the days on which clocks may run, the rows of
every rule, the rows cut to those days, and the rows with their limits. For a few children they are
the parts of one statement; for many each becomes a temporary table with an index, because the
rules look things up by child. It runs inside the transaction of the fact that changed, on children
whose rows `recording()` has locked, so two writers on one child leave the same rows as one after
the other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from django.db import connection, transaction

from oversight.clocks.clock import Clock, Limit, Runs, before, later
from oversight.clocks.registry import CLOCKS

Found = TypeVar("Found")

FEW = 20
"""Up to here one statement is faster than making temporary tables."""


def _facts() -> dict[str, str]:
    """`name AS (select)` blocks of facts.sql, in order; an earlier fact may serve a later one."""
    text = (Path(__file__).parent / "facts.sql").read_text()
    return dict(re.findall(r"^(\w+) AS \(\n(.*?)^\)", text, flags=re.DOTALL | re.MULTILINE))


FACTS = _facts()

COLUMNS = (
    "child_id",
    "clock",
    "subject",
    "started_on",
    "start_known",
    "runs_from",
    "stopped_on",
    "stopped_by",
    "warn_on",
    "due_on",
    "missing",
    "note",
)
KEY = ("child_id", "clock", "subject", "runs_from")

# The days of each kind of running (`Runs`), and what else the cutting asks of a child.
ALLOWED = """
SELECT
    child_id, authority_id, eighteen_on, recorded_from, may_adopt,
    in_care - breaks - remand - adult AS in_care,
    in_care - breaks - adult AS remand_too,
    in_care - remand - adult AS short_breaks,
    in_care - breaks - remand AS past_eighteen,
    '{(,)}'::datemultirange - adult AS beyond_care
FROM (
    SELECT
        child.child_id, authority_id, eighteen_on, recorded_from,
        coalesce(in_care, '{}') AS in_care, coalesce(breaks, '{}') AS breaks,
        coalesce(remand, '{}') AS remand, coalesce(may_adopt, '{}') AS may_adopt,
        CASE WHEN eighteen_on IS NULL THEN '{}'::datemultirange
            ELSE datemultirange(daterange(eighteen_on, NULL)) END AS adult
    FROM child
    LEFT JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS in_care
        FROM care GROUP BY child_id
    ) AS care_days USING (child_id)
    LEFT JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS breaks
        FROM short_break GROUP BY child_id
    ) AS break_days USING (child_id)
    LEFT JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS remand
        FROM status WHERE code IN ('J1', 'J2', 'J3') GROUP BY child_id
    ) AS remand_days USING (child_id)
    LEFT JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS may_adopt
        FROM home_kind WHERE kind IN ('U2', 'U5') GROUP BY child_id
    ) AS early_days USING (child_id)
) AS held
"""

# A wait of no days (a match on or before the order) is kept: it finished, at once. An eased clock
# is cut where the child comes to or leaves carers who may adopt, because its limit changes there.
CLIPPED = f"""
SELECT
    raw.*, allowed.authority_id, allowed.eighteen_on, waited.at_once, piece.is_eased,
    CASE WHEN definition.recorded AND NOT definition.once
        THEN greatest(recorded_from - raw.started_on, 0) ELSE 0 END AS unseen, recorded_from,
    CASE WHEN at_once THEN raw.runs_from ELSE lower(piece.days) END AS piece_from,
    CASE WHEN at_once THEN raw.runs_from ELSE upper(piece.days) END AS piece_to
FROM raw
JOIN definition USING (clock)
JOIN allowed USING (child_id)
CROSS JOIN LATERAL (
    SELECT CASE definition.runs {" ".join(f"WHEN '{runs}' THEN allowed.{runs}" for runs in Runs)}
        END * CASE
            WHEN NOT definition.recorded THEN '{{(,)}}'::datemultirange
            WHEN recorded_from IS NULL THEN '{{}}'
            ELSE datemultirange(daterange(recorded_from, NULL)) END AS days
) AS open_days
CROSS JOIN LATERAL (
    SELECT
        raw.runs_from IS NOT DISTINCT FROM raw.stopped_on AS at_once,
        datemultirange(daterange(raw.runs_from, raw.stopped_on)) * open_days.days AS days
) AS waited
CROSS JOIN LATERAL (
    SELECT unnest(waited.days) AS days, false AS is_eased WHERE NOT definition.eased
    UNION ALL
    SELECT unnest(waited.days - may_adopt), false WHERE definition.eased
    UNION ALL
    SELECT unnest(waited.days * may_adopt), true WHERE definition.eased
    UNION ALL
    SELECT NULL::daterange, false
    WHERE at_once AND open_days.days && daterange(raw.runs_from - 1, raw.runs_from, '[]')
) AS piece
"""

# In the order of the children, so that the rows of one child are stored, and read, together. What
# began `unseen` days before anybody recorded is counted from that day on, its limits as far off.
SEEN_FROM = "(started_on + unseen)"
WARNED = later(SEEN_FROM, "coalesce(warning_count, definition.warning)", "warning_unit")
WARNED_BEFORE = before(
    "limited.on_day", "coalesce(warning_count, definition.before)", "before_unit"
)
LIMITED = later(SEEN_FROM, "coalesce(limit_count, definition.most)", "limit_unit")
FRESH = f"""
SELECT
    child_id, clipped.clock, subject, {SEEN_FROM} AS started_on,
    start_known AND unseen = 0 AS start_known, piece_from AS runs_from, piece_to AS stopped_on,
    CASE
        WHEN piece_to IS NOT DISTINCT FROM clipped.stopped_on THEN stopped_by
        WHEN piece_to = eighteen_on THEN 'turned 18'
        WHEN EXISTS (
            SELECT FROM care WHERE care.child_id = clipped.child_id AND care.ends_on = piece_to
        ) THEN 'left care'
        ELSE 'went on otherwise' END AS stopped_by,
    coalesce(warn_on + unseen, {WARNED} - warning_beginning, {WARNED_BEFORE}) AS warn_on,
    CASE WHEN can_turn_red AND NOT is_eased THEN limited.on_day END AS due_on,
    missing,
    CASE WHEN is_eased THEN 'lives with carers who may adopt' ELSE note END AS note
FROM clipped
JOIN definition USING (clock)
LEFT JOIN setting
    ON setting.authority_id = clipped.authority_id
    AND setting.clock = clipped.clock
    AND setting.starts_on <= started_on
    AND coalesce(setting.ends_on > started_on, true)
CROSS JOIN LATERAL (
    SELECT coalesce(clipped.due_on + unseen, {LIMITED} - limit_beginning) AS on_day
) AS limited
WHERE coalesce(setting.enabled, definition.usual)
    AND NOT (definition.once AND coalesce(limited.on_day < recorded_from, false))
ORDER BY child_id
"""


_REST = [column for column in COLUMNS if column not in KEY]
# What is right already is not touched, not even locked.
MERGE = f"""
MERGE INTO oversight_clockrow AS stored
USING (
    SELECT here.id, fresh.child_id IS NOT NULL AS is_computed, {", ".join(COLUMNS)}
    FROM fresh
    FULL JOIN (
        SELECT id, {", ".join(KEY)} FROM oversight_clockrow
        WHERE child_id IN (SELECT child_id FROM scope)
    ) AS here USING ({", ".join(KEY)})
) AS wanted
ON stored.id = wanted.id
WHEN MATCHED AND NOT is_computed THEN DELETE
WHEN MATCHED
    AND ({", ".join(f"stored.{name}" for name in _REST)})
        IS DISTINCT FROM ({", ".join(f"wanted.{name}" for name in _REST)})
    THEN UPDATE SET {", ".join(f"{name} = wanted.{name}" for name in _REST)}
WHEN NOT MATCHED THEN
    INSERT ({", ".join(COLUMNS)}) VALUES ({", ".join(f"wanted.{name}" for name in COLUMNS)})
"""


DEFINITION = (
    "clock",
    "limit_unit",
    "most",
    "limit_beginning",
    "warning_unit",
    "warning",
    "warning_beginning",
    "before_unit",
    "before",
    "runs",
    "recorded",
    "once",
    "usual",
    "eased",
)


def _definition(clock: Clock) -> str:
    """A row of the `definition` table: the code, its default limits, and where it may run."""
    parts = [f"'{clock.code}'", *_counts(clock.limit), *_counts(clock.warning)]
    parts += [*_counts(clock.before)[:2], f"'{clock.runs}'"]
    return f"({', '.join(parts)}, {clock.recorded}, {clock.once}, {clock.usual}, {clock.eased})"


def _counts(limit: Limit | None) -> tuple[str, str, str]:
    if limit is None:
        return "NULL", "NULL::int", "0"
    return f"'{limit.unit}'", f"{limit.count}::int", str(int(limit.beginning))


@cache
def _steps(only: str = "") -> dict[str, str]:
    """Every step after `scope` (the children's ids), in order; the last, `fresh`, is the result.

    For the clock `only`, where one is named, with no fact but those that it needs.
    """
    clocks = [CLOCKS[only]] if only else CLOCKS.values()
    steps = {
        **FACTS,
        "allowed": ALLOWED,
        "definition": (
            "SELECT * FROM (VALUES "
            + ", ".join(_definition(clock) for clock in clocks)
            + f") AS clocks ({', '.join(DEFINITION)})"
        ),
        "raw": " UNION ALL ".join(clock.selected() for clock in clocks),
        "clipped": CLIPPED,
        "fresh": FRESH,
    }
    needed = {"fresh"}
    for name in reversed(steps):
        if name in needed:
            needed |= set(re.findall(r"\w+", steps[name])) & steps.keys()
    return {name: step for name, step in steps.items() if name in needed}


SCOPE_SOME = "SELECT unnest(current_setting('casetrack.children')::bigint[]) AS child_id"
SCOPE_ALL = "SELECT id AS child_id FROM casetrack_child"
# Views keep the index of the table beneath; the other steps are small or read once.
AS_VIEW = {"calendar"}
INLINE = ("raw", "clipped")


@cache
def _with(only: str = "") -> str:
    """All steps as the parts of one statement, for the children that the transaction names."""
    steps = ",\n".join(
        f"{name} AS {'NOT MATERIALIZED' if name in AS_VIEW else ''} ({select})"
        for name, select in _steps(only).items()
    )
    return f"WITH scope AS ({SCOPE_SOME}),\n{steps}"


@cache
def _prepared() -> tuple[str, str]:
    """A name and the statement that refreshes a few children.

    Planning it takes several times as long as running it, so each connection plans it once. It has
    no parameters, because PostgreSQL would then plan it anew for the first runs, and for ever where
    it takes the general plan for dearer. The name changes with the statement.
    """
    statement = _with() + MERGE
    return f"refresh_{sha256(statement.encode()).hexdigest()[:16]}", statement


def _name(cursor: Any, children: Sequence[int]) -> None:
    """Name the children for `SCOPE_SOME`, until the transaction ends."""
    ids = ",".join(str(int(child)) for child in children)
    cursor.execute("SELECT set_config('casetrack.children', %s, true)", [f"{{{ids}}}"])


def _refresh_few(children: Sequence[int]) -> int:
    name, statement = _prepared()
    with transaction.atomic(), connection.cursor() as cursor:
        _name(cursor, children)
        cursor.execute("SELECT FROM pg_prepared_statements WHERE name = %s", [name])
        if not cursor.rowcount:
            cursor.execute(f"PREPARE {name} AS {statement}")
        cursor.execute(f"EXECUTE {name}")
        return int(cursor.rowcount)


@contextmanager
def _computed(children: Sequence[int] | None, only: str = "") -> Iterator[tuple[Any, str]]:
    """A cursor, and the WITH to put before a statement that reads `scope` and `fresh`, if any."""
    with transaction.atomic(), connection.cursor() as cursor:
        if children is not None:
            _name(cursor, children)
            if len(children) <= FEW:
                yield cursor, _with(only)
                return
        made = _make_tables(cursor, SCOPE_ALL if children is None else SCOPE_SOME, only)
        yield cursor, ""
        for name in reversed(made):
            kind = "VIEW" if name in AS_VIEW else "TABLE"
            cursor.execute(f"DROP {kind} pg_temp.{name}")


def _make_tables(cursor: Any, scope: str, only: str) -> list[str]:
    """Each step as a temporary table with an index; returns their names in the order made."""
    # A small sample of each table tells the planner enough, at a tenth of the time.
    cursor.execute("SET LOCAL default_statistics_target = 10")
    cursor.execute(f"CREATE TEMP TABLE scope AS {scope}")
    cursor.execute("ALTER TABLE scope ADD PRIMARY KEY (child_id); ANALYZE scope")
    steps = _steps(only)
    for name, select in steps.items():
        if name in INLINE or name == "fresh":
            continue
        if name in AS_VIEW:
            cursor.execute(f"CREATE TEMP VIEW {name} AS {select}")
            continue
        cursor.execute(f"CREATE TEMP TABLE {name} AS {select}")
        if "child_id" in select:
            cursor.execute(f"CREATE INDEX ON {name} (child_id)")
        cursor.execute(f"ANALYZE {name}")
    inline = ", ".join(f"{name} AS ({steps[name]})" for name in INLINE)
    cursor.execute(f"CREATE TEMP TABLE fresh AS WITH {inline} {steps['fresh']}")
    cursor.execute("SET LOCAL default_statistics_target TO DEFAULT")
    return ["scope", *(name for name in steps if name not in INLINE)]


def refresh(children: Sequence[int] | None = None) -> int:
    """Bring the clocks of these children (ids; None for all) in line with the facts.

    Returns how many rows were written or removed: 0 when they were already right.
    """
    if children is not None and len(children) <= FEW:
        return _refresh_few(children)
    with _computed(children) as (cursor, _):
        cursor.execute(MERGE)
        return int(cursor.rowcount)


def differences(children: Sequence[int] | None = None) -> list[tuple[Any, ...]]:
    """Rows that are stored but not computed (-) or computed but not stored (+), in `COLUMNS`."""
    columns = ", ".join(COLUMNS)
    stored = (
        f"SELECT {columns} FROM oversight_clockrow WHERE child_id IN (SELECT child_id FROM scope)"
    )
    fresh = f"SELECT {columns} FROM fresh"
    with _computed(children) as (cursor, before):
        cursor.execute(
            f"""{before}
            SELECT '-', * FROM ({stored} EXCEPT {fresh}) AS gone
            UNION ALL
            SELECT '+', * FROM ({fresh} EXCEPT {stored}) AS new"""
        )
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def supposing(
    change: Callable[[], None],
    children: Sequence[int],
    read: Callable[[], Found],
    *,
    only: str = "",
) -> Found:
    """What `read` would find had `change` been made to the facts of these children (ids).

    Nothing is kept, and no stored wait is locked. The waits as they would be are put into a
    temporary table with the name of the table of waits, which comes before it until all is rolled
    back, so that `read` asks as every page does; it must not leave its question unanswered, as a
    query that is not evaluated would. `only` is the code of a clock where no other matters.
    """
    with transaction.atomic():
        change()
        with _computed(children, only) as (cursor, before):
            cursor.execute(
                f"CREATE TEMP TABLE oversight_clockrow AS {before}"
                f" SELECT row_number() OVER () AS id, {', '.join(COLUMNS)} FROM fresh"
            )
            cursor.execute("CREATE INDEX ON pg_temp.oversight_clockrow (child_id)")
            cursor.execute("ANALYZE pg_temp.oversight_clockrow")
            found = read()
        transaction.set_rollback(True)
    return found
