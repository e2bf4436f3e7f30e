"""Compute the clocks of a set of children, in SQL and set-based, and write only what differs.

The steps are named selects: the facts of `facts.sql`, the days on which clocks may run, the rows of
every rule, those rows cut to those days and with their limits, and what differs from the rows that
are stored. For a few children they are the parts of one statement; for many each becomes a
temporary table with an index, because the rules look things up by child. It runs inside the
transaction of the fact that changed, on children whose rows `recording()` has locked, so two
writers on one child leave the same rows as one after the other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from itertools import chain
from os import cpu_count
from pathlib import Path
from typing import Any, TypeVar

from django.db import connection, transaction

from casetrack.recording import hold
from oversight.clocks.clock import Clock, Limit, Runs, before, later
from oversight.clocks.registry import CLOCKS

Found = TypeVar("Found")

FEW = 20
"""Up to here one statement is faster than making temporary tables."""

RANGE = 2_000
"""So many children at a time keep their steps in memory, where all are computed."""


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

# The spans of days on which the clocks of each sort may run, by what `sort` holds of a clock. Those
# of eased clocks are cut where the child comes to or leaves carers who may adopt, because the limit
# changes there. A wait of no days belongs to the later of two spans that adjoin: `least_to`.
OPEN = f"""
SELECT
    child_id, authority_id, eighteen_on, recorded_from, sort.*,
    piece.is_eased, lower(piece.days) AS opens_on, upper(piece.days) AS closes_on,
    upper(piece.days) - (open_days.days @> upper(piece.days))::int AS least_to
FROM (
    SELECT
        child_id, authority_id, eighteen_on, recorded_from, may_adopt,
        in_care - breaks - remand - adult AS {Runs.IN_CARE},
        in_care - breaks - adult AS {Runs.REMAND_TOO},
        in_care - remand - adult AS {Runs.SHORT_BREAKS},
        in_care - breaks - remand AS {Runs.PAST_EIGHTEEN},
        '{{(,)}}'::datemultirange - adult AS {Runs.BEYOND_CARE}
    FROM (
        SELECT
            child.child_id, authority_id, eighteen_on, recorded_from,
            coalesce(in_care, '{{}}') AS in_care, coalesce(breaks, '{{}}') AS breaks,
            coalesce(remand, '{{}}') AS remand, coalesce(may_adopt, '{{}}') AS may_adopt,
            CASE WHEN eighteen_on IS NULL THEN '{{}}'::datemultirange
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
) AS allowed
CROSS JOIN (SELECT DISTINCT runs, recorded, eased FROM definition) AS sort
CROSS JOIN LATERAL (
    SELECT CASE sort.runs {" ".join(f"WHEN '{runs}' THEN allowed.{runs}" for runs in Runs)} END
        * CASE
            WHEN NOT sort.recorded THEN '{{(,)}}'::datemultirange
            WHEN recorded_from IS NULL THEN '{{}}'
            ELSE datemultirange(daterange(recorded_from, NULL)) END AS days
) AS open_days
CROSS JOIN LATERAL (
    SELECT unnest(open_days.days) AS days, false AS is_eased WHERE NOT sort.eased
    UNION ALL
    SELECT unnest(open_days.days - may_adopt), false WHERE sort.eased
    UNION ALL
    SELECT unnest(open_days.days * may_adopt), true WHERE sort.eased
) AS piece
"""

# A wait of no days (a match on or before the order) is kept: it finished, at once. What began
# `unseen` days before anybody recorded is counted from that day on, its limits as far off. In the
# order of the children, so that the rows of one child are stored, and read, together.
SEEN_FROM = "(raw.started_on + unseen)"
WARNED = later(SEEN_FROM, "coalesce(warning_count, definition.warning)", "warning_unit")
WARNED_BEFORE = before(
    "limited.on_day", "coalesce(warning_count, definition.before)", "before_unit"
)
LIMITED = later(SEEN_FROM, "coalesce(limit_count, definition.most)", "limit_unit")
FRESH = f"""
SELECT
    child_id, raw.clock, subject, {SEEN_FROM} AS started_on,
    start_known AND unseen = 0 AS start_known, piece_from AS runs_from, piece_to AS stopped_on,
    CASE
        WHEN piece_to IS NOT DISTINCT FROM raw.stopped_on THEN stopped_by
        WHEN piece_to = eighteen_on THEN 'turned 18'
        WHEN EXISTS (
            SELECT FROM care WHERE care.child_id = raw.child_id AND care.ends_on = piece_to
        ) THEN 'left care'
        ELSE 'went on otherwise' END AS stopped_by,
    coalesce(warn_on + unseen, {WARNED} - warning_beginning, {WARNED_BEFORE}) AS warn_on,
    CASE WHEN can_turn_red AND NOT eases THEN limited.on_day END AS due_on,
    missing,
    CASE WHEN eases THEN 'lives with carers who may adopt' ELSE note END AS note
FROM raw
JOIN definition USING (clock)
JOIN open USING (child_id, runs, recorded, eased)
LEFT JOIN setting
    ON setting.authority_id = open.authority_id
    AND setting.clock = raw.clock
    AND setting.starts_on <= raw.started_on
    AND coalesce(setting.ends_on > raw.started_on, true)
CROSS JOIN LATERAL (
    SELECT
        coalesce(raw.runs_from = raw.stopped_on, false) AS at_once,
        CASE WHEN definition.recorded AND NOT definition.once
            THEN greatest(recorded_from - raw.started_on, 0) ELSE 0 END AS unseen
) AS waited
CROSS JOIN LATERAL (
    SELECT
        is_eased AND NOT at_once AS eases,
        CASE WHEN at_once THEN raw.runs_from ELSE greatest(raw.runs_from, opens_on) END
            AS piece_from,
        least(raw.stopped_on, CASE WHEN NOT at_once THEN closes_on END) AS piece_to
) AS cut
CROSS JOIN LATERAL (
    SELECT coalesce(raw.due_on + unseen, {LIMITED} - limit_beginning) AS on_day
) AS limited
WHERE coalesce(setting.enabled, definition.usual)
    AND CASE WHEN at_once
        THEN coalesce(opens_on <= raw.runs_from, true) AND coalesce(least_to >= raw.runs_from, true)
        ELSE coalesce(opens_on < raw.stopped_on, true) AND coalesce(closes_on > raw.runs_from, true)
        END
    AND NOT (definition.once AND coalesce(limited.on_day < recorded_from, false))
ORDER BY child_id
"""


_REST = [column for column in COLUMNS if column not in KEY]
# Rows to remove (not computed), to write over, and to add (no id). The stored rows of the children
# are a stretch of their index, which the least and the greatest id tell the planner.
DIFFERENT = f"""
SELECT
    here.id, fresh.child_id IS NOT NULL AS is_computed, {", ".join(KEY)},
    {", ".join(f"fresh.{name}" for name in _REST)}
FROM fresh
FULL JOIN (
    SELECT * FROM oversight_clockrow
    WHERE child_id IN (SELECT child_id FROM scope)
        AND child_id >= (SELECT min(child_id) FROM scope)
        AND child_id <= (SELECT max(child_id) FROM scope)
        AND {{of_clock}}
) AS here USING ({", ".join(KEY)})
WHERE here.id IS NULL OR fresh.child_id IS NULL
    OR ({", ".join(f"here.{name}" for name in _REST)})
        IS DISTINCT FROM ({", ".join(f"fresh.{name}" for name in _REST)})
"""
# What is right already is not touched, not even locked. It gives the number of rows written.
WRITTEN = f"""
gone AS (
    DELETE FROM oversight_clockrow AS stored USING different
    WHERE stored.id = different.id AND NOT is_computed
    RETURNING true
),
changed AS (
    UPDATE oversight_clockrow AS stored
    SET {", ".join(f"{name} = different.{name}" for name in _REST)}
    FROM different
    WHERE stored.id = different.id AND is_computed
    RETURNING true
),
added AS (
    INSERT INTO oversight_clockrow ({", ".join(COLUMNS)})
    SELECT {", ".join(COLUMNS)} FROM different WHERE id IS NULL
    RETURNING true
)
SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM changed) + (SELECT count(*) FROM added)
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
def _steps(result: str = "different", only: tuple[str, ...] = ()) -> dict[str, str]:
    """The steps after `scope` (the children's ids) that `result` needs, in order; it is the last.

    For the clocks `only`, where any is named, with no fact but those that they need.
    """
    clocks = [CLOCKS[code] for code in only] if only else list(CLOCKS.values())
    named = ", ".join(f"'{code}'" for code in only)
    steps = {
        **FACTS,
        "definition": (
            "SELECT * FROM (VALUES "
            + ", ".join(_definition(clock) for clock in clocks)
            + f") AS clocks ({', '.join(DEFINITION)})"
        ),
        "open": OPEN,
        "raw": " UNION ALL ".join(clock.selected() for clock in clocks),
        "fresh": FRESH,
        "different": DIFFERENT.format(of_clock=f"clock IN ({named})" if only else "true"),
    }
    needed = {result}
    for name in reversed(steps):
        if name in needed:
            needed |= set(re.findall(r"\w+", steps[name])) & steps.keys()
    return {name: step for name, step in steps.items() if name in needed}


SCOPE = "SELECT unnest(current_setting('casetrack.children')::bigint[]) AS child_id"
# A view keeps the index of the table beneath.
AS_VIEW = {"calendar"}


@cache
def _with(result: str = "different", only: tuple[str, ...] = ()) -> str:
    """All steps as the parts of one statement, for the children that the transaction names."""
    steps = ",\n".join(
        f"{name} AS {'NOT MATERIALIZED' if name in AS_VIEW else ''} ({select})"
        for name, select in _steps(result, only).items()
    )
    return f"WITH scope AS ({SCOPE}),\n{steps}"


@cache
def _prepared() -> tuple[str, str]:
    """A name and the statement that refreshes a few children.

    Planning it takes several times as long as running it, so each connection plans it once. It has
    no parameters, because PostgreSQL would then plan it anew for the first runs, and for ever where
    it takes the general plan for dearer. The name changes with the statement.
    """
    statement = f"{_with()}, {WRITTEN}"
    return f"refresh_{sha256(statement.encode()).hexdigest()[:16]}", statement


def _name(cursor: Any, children: Sequence[int]) -> None:
    """Name the children for `SCOPE`, until the transaction ends."""
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
        return int(cursor.fetchone()[0])


@contextmanager
def _computed(
    children: Sequence[int], result: str = "different", only: tuple[str, ...] = ()
) -> Iterator[tuple[Any, str]]:
    """A cursor, and the WITH that begins a statement which reads `result`."""
    with transaction.atomic(), connection.cursor() as cursor:
        _name(cursor, children)
        if len(children) <= FEW:
            yield cursor, _with(result, only)
            return
        made = _make_tables(cursor, _steps(result, only))
        yield cursor, "WITH scope AS (TABLE pg_temp.scope)"
        for name in reversed(made):
            kind = "VIEW" if name in AS_VIEW else "TABLE"
            cursor.execute(f"DROP {kind} pg_temp.{name}")


def _make_tables(cursor: Any, steps: dict[str, str]) -> list[str]:
    """Each step as a temporary table with an index; returns their names in the order made."""
    # A small sample of each table tells the planner enough, at a tenth of the time.
    cursor.execute("SET LOCAL default_statistics_target = 10")
    cursor.execute(f"CREATE TEMP TABLE scope AS {SCOPE}")
    cursor.execute("ALTER TABLE scope ADD PRIMARY KEY (child_id); ANALYZE scope")
    for name, select in steps.items():
        if name in AS_VIEW:
            cursor.execute(f"CREATE TEMP VIEW {name} AS {select}")
            continue
        cursor.execute(f"CREATE TEMP TABLE {name} AS {select}")
        if name in FACTS and "child_id" in select:
            cursor.execute(f"CREATE INDEX ON {name} (child_id)")
        cursor.execute(f"ANALYZE {name}")
    cursor.execute("SET LOCAL default_statistics_target TO DEFAULT")
    return ["scope", *steps]


def _of_everyone(work: Callable[[Sequence[int]], Found]) -> list[Found]:
    """What `work` gives for all children, a range of ids at a time, on all cores at once.

    Each range has its own connection and transaction. Within a transaction, whose facts no other
    connection can see, all children are one range.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM casetrack_child ORDER BY id")
        children = [child for (child,) in cursor.fetchall()]
    if connection.in_atomic_block or len(children) <= RANGE:
        return [work(children)]

    def apart(some: Sequence[int]) -> Found:
        try:
            return work(some)
        finally:
            connection.close()  # a thread has its own, which nobody else would close

    ranges = [children[at : at + RANGE] for at in range(0, len(children), RANGE)]
    with ThreadPoolExecutor(cpu_count()) as threads:
        return list(threads.map(apart, ranges))


def refresh(children: Sequence[int] | None = None, *, only: tuple[str, ...] = ()) -> int:
    """Bring the clocks of these children (ids; None for all) in line with the facts.

    `only` are the codes of clocks where no other can have changed.

    Returns how many rows were written or removed: 0 when they were already right. Whoever names
    children holds them (`casetrack.recording.hold`); of all, each range is held while it lasts.
    """
    if children is None:
        return sum(_of_everyone(partial(_refresh_held, only=only)))
    if len(children) <= FEW and not only:
        return _refresh_few(children)
    with _computed(children, only=only) as (cursor, before):
        cursor.execute(f"{before}, {WRITTEN}")
        return int(cursor.fetchone()[0])


def _refresh_held(children: Sequence[int], *, only: tuple[str, ...]) -> int:
    with transaction.atomic():
        hold(children)
        return refresh(children, only=only)


def differences(children: Sequence[int] | None = None) -> list[tuple[Any, ...]]:
    """Rows that are stored but not computed (-) or computed but not stored (+), in `COLUMNS`."""
    if children is None:
        return list(chain.from_iterable(_of_everyone(differences)))
    columns = ", ".join(COLUMNS)
    with _computed(children) as (cursor, before):
        cursor.execute(
            f"""{before}
            SELECT '-', {columns} FROM oversight_clockrow WHERE id IN (SELECT id FROM different)
            UNION ALL
            SELECT '+', {columns} FROM different WHERE is_computed"""
        )
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def supposing(
    change: Callable[[], None],
    children: Sequence[int],
    read: Callable[[], Found],
    *,
    only: tuple[str, ...] = (),
) -> Found:
    """What `read` would find had `change` been made to the facts of these children (ids).

    Nothing is kept, and no stored wait is locked. The waits as they would be are put into a
    temporary table with the name of the table of waits, which comes before it until all is rolled
    back, so that `read` asks as every page does; it must not leave its question unanswered, as a
    query that is not evaluated would. `only` are the codes of clocks where no other matters.
    """
    with transaction.atomic():
        change()
        with _computed(children, "fresh", only) as (cursor, before):
            cursor.execute(
                f"CREATE TEMP TABLE oversight_clockrow AS {before}"
                f" SELECT row_number() OVER () AS id, {', '.join(COLUMNS)} FROM fresh"
            )
            cursor.execute("CREATE INDEX ON pg_temp.oversight_clockrow (child_id)")
            cursor.execute("ANALYZE pg_temp.oversight_clockrow")
            found = read()
        transaction.set_rollback(True)
    return found
