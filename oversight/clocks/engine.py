"""Compute the clocks of a set of children, in SQL and set-based, and write only what differs.

The steps are named selects: the facts of `facts.sql`, the days on which clocks may run, the rows of
every rule, the rows cut to those days, and the rows with their limits. For a few children they are
the parts of one statement; for many each becomes a temporary table with an index, because the
rules look things up by child. It runs inside the transaction of the fact that changed, on children
whose rows `recording()` has locked, so two writers on one child leave the same rows as one after
the other.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from oversight.clocks.clock import Clock, Unit
from oversight.clocks.registry import CLOCKS

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

# No clock runs outside care, in short breaks (V3, V4), nor after the 18th birthday; children looked
# after only by remand (J1 to J3) keep those that say so.
ALLOWED = """
SELECT
    child_id, authority_id, eighteen_on,
    in_care - breaks - adult AS ordinary_remand_too,
    in_care - breaks - remand - adult AS ordinary,
    in_care - breaks - remand AS past_eighteen,
    may_adopt
FROM child
JOIN LATERAL (
    SELECT range_agg(daterange(starts_on, ends_on)) AS in_care
    FROM care WHERE care.child_id = child.child_id
) AS care_days ON in_care IS NOT NULL
CROSS JOIN LATERAL (
    SELECT
        coalesce(
            range_agg(daterange(starts_on, ends_on)) FILTER (WHERE code IN ('V3', 'V4')), '{}'
        ) AS breaks,
        coalesce(
            range_agg(daterange(starts_on, ends_on)) FILTER (WHERE code IN ('J1', 'J2', 'J3')),
            '{}'
        ) AS remand
    FROM status WHERE status.child_id = child.child_id
) AS masks
CROSS JOIN LATERAL (
    SELECT coalesce(range_agg(daterange(starts_on, ends_on)), '{}') AS may_adopt
    FROM home_kind WHERE home_kind.child_id = child.child_id AND kind IN ('U2', 'U5')
) AS early
CROSS JOIN LATERAL (
    SELECT CASE WHEN eighteen_on IS NULL THEN '{}'::datemultirange
        ELSE datemultirange(daterange(eighteen_on, NULL)) END AS adult
) AS adulthood
"""

# A wait of no days (a match on or before the order) is kept: it finished, at once. An eased clock
# is cut where the child comes to or leaves carers who may adopt, because its limit changes there.
CLIPPED = """
SELECT
    raw.*, allowed.authority_id, allowed.eighteen_on, waited.at_once, piece.is_eased,
    CASE WHEN at_once THEN raw.runs_from ELSE lower(piece.days) END AS piece_from,
    CASE WHEN at_once THEN raw.runs_from ELSE upper(piece.days) END AS piece_to
FROM raw
JOIN definition USING (clock)
JOIN allowed USING (child_id)
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN definition.past_eighteen THEN allowed.past_eighteen
        WHEN definition.remand_too THEN allowed.ordinary_remand_too
        ELSE allowed.ordinary END AS days
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

FRESH = """
SELECT DISTINCT
    child_id, clipped.clock, subject, started_on, start_known,
    piece_from AS runs_from, piece_to AS stopped_on,
    CASE
        WHEN piece_to IS NOT DISTINCT FROM clipped.stopped_on THEN stopped_by
        WHEN piece_to = eighteen_on THEN 'turned 18'
        WHEN EXISTS (
            SELECT FROM care WHERE care.child_id = clipped.child_id AND care.ends_on = piece_to
        ) THEN 'left care'
        ELSE 'went on otherwise' END AS stopped_by,
    coalesce(warn_on, CASE definition.unit
        WHEN 'days' THEN started_on + coalesce(warning_count, definition.warning)
        WHEN 'months' THEN (
            started_on + coalesce(warning_count, definition.warning) * interval '1 month'
        )::date END) AS warn_on,
    CASE WHEN can_turn_red AND NOT is_eased THEN coalesce(due_on, CASE definition.unit
        WHEN 'days' THEN started_on + coalesce(limit_count, definition.limit_count_default)
        WHEN 'months' THEN (
            started_on
            + coalesce(limit_count, definition.limit_count_default) * interval '1 month'
        )::date END) END AS due_on,
    missing,
    CASE WHEN is_eased THEN 'lives with carers who may adopt' ELSE note END AS note
FROM clipped
JOIN definition USING (clock)
LEFT JOIN setting
    ON setting.authority_id = clipped.authority_id
    AND setting.clock = clipped.clock
    AND setting.starts_on <= started_on
    AND coalesce(setting.ends_on > started_on, true)
WHERE coalesce(setting.enabled, true)
"""


def _definition(clock: Clock) -> str:
    """A row of the `definition` table: the code, its default limits, and where it may run."""
    unit = next((limit.unit for limit in (clock.limit, clock.warning) if limit), Unit.DAYS)
    limit = clock.limit.count if clock.limit else "NULL"
    warning = clock.warning.count if clock.warning else "NULL"
    return (
        f"('{clock.code}', '{unit}', {limit}::int, {warning}::int,"
        f" {clock.remand_too}, {clock.past_eighteen}, {clock.eased})"
    )


def _steps() -> dict[str, str]:
    """Every step after `scope` (the children's ids), in order; the last, `fresh`, is the result."""
    clocks = CLOCKS.values()
    return {
        **FACTS,
        "allowed": ALLOWED,
        "definition": (
            "SELECT * FROM (VALUES "
            + ", ".join(_definition(clock) for clock in clocks)
            + ") AS clocks"
            " (clock, unit, limit_count_default, warning, remand_too, past_eighteen, eased)"
        ),
        "raw": " UNION ALL ".join(clock.selected() for clock in clocks),
        "clipped": CLIPPED,
        "fresh": FRESH,
    }


SCOPE_SOME = "SELECT unnest(%s::bigint[]) AS child_id"
SCOPE_ALL = "SELECT id AS child_id FROM casetrack_child"
# Views keep the index of the table beneath; the other steps are small or read once.
AS_VIEW = {"calendar"}
INLINE = ("raw", "clipped")


def _with(scope: str) -> str:
    """All steps as the parts of one statement."""
    steps = ",\n".join(
        f"{name} AS {'NOT MATERIALIZED' if name in AS_VIEW else ''} ({select})"
        for name, select in _steps().items()
    )
    return f"WITH scope AS ({scope}),\n{steps}"


@contextmanager
def _computed(children: Sequence[int] | None) -> Iterator[tuple[Any, str, list[Any]]]:
    """A cursor, what to write before a statement that reads `scope` and `fresh`, its parameters."""
    scope = SCOPE_ALL if children is None else SCOPE_SOME
    params: list[Any] = [] if children is None else [list(children)]
    with transaction.atomic(), connection.cursor() as cursor:
        if children is not None and len(children) <= FEW:
            yield cursor, _with(scope) + ",\n", params
            return
        made = _make_tables(cursor, scope, params)
        yield cursor, "WITH ", []
        for name in reversed(made):
            kind = "VIEW" if name in AS_VIEW else "TABLE"
            cursor.execute(f"DROP {kind} pg_temp.{name}")


def _make_tables(cursor: Any, scope: str, params: list[Any]) -> list[str]:
    """Each step as a temporary table with an index; returns their names in the order made."""
    cursor.execute(f"CREATE TEMP TABLE scope AS {scope}", params)
    cursor.execute("ALTER TABLE scope ADD PRIMARY KEY (child_id); ANALYZE scope")
    made = ["scope"]
    steps = _steps()
    inline = ", ".join(f"{name} AS ({steps[name]})" for name in INLINE)
    for name, select in steps.items():
        if name in INLINE:
            continue
        if name in AS_VIEW:
            cursor.execute(f"CREATE TEMP VIEW {name} AS {select}")
        elif name == "fresh":
            cursor.execute(f"CREATE TEMP TABLE fresh AS WITH {inline} {select}")
        else:
            cursor.execute(f"CREATE TEMP TABLE {name} AS {select}")
        if "child_id" in select and name not in AS_VIEW:
            cursor.execute(f"CREATE INDEX ON {name} (child_id); ANALYZE {name}")
        made.append(name)
    return made


def _difference() -> str:
    """Remove the stored rows that are not computed, write those that are new or differ; count."""
    columns, key = ", ".join(COLUMNS), ", ".join(KEY)
    rest = [column for column in COLUMNS if column not in KEY]
    changed = ", ".join(f"{column} = excluded.{column}" for column in rest)
    old, new = (", ".join(f"{table}.{c}" for c in rest) for table in ("stored", "excluded"))
    return f"""gone AS (
    DELETE FROM oversight_clockrow AS stored
    WHERE child_id IN (SELECT child_id FROM scope)
        AND NOT EXISTS (
            SELECT FROM fresh WHERE ({", ".join(f"fresh.{c}" for c in KEY)})
                = ({", ".join(f"stored.{c}" for c in KEY)})
        )
    RETURNING 1
),
written AS (
    INSERT INTO oversight_clockrow AS stored ({columns})
    SELECT {columns} FROM fresh
    ON CONFLICT ({key}) DO UPDATE SET {changed}
    WHERE ({old}) IS DISTINCT FROM ({new})
    RETURNING 1
)
SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM written)
"""


def refresh(children: Sequence[int] | None = None) -> int:
    """Bring the clocks of these children (ids; None for all) in line with the facts.

    Returns how many rows were written or removed: 0 when they were already right.
    """
    with _computed(children) as (cursor, before, params):
        cursor.execute(before + _difference(), params)
        return int(cursor.fetchone()[0])


def differences(children: Sequence[int] | None = None) -> list[tuple[Any, ...]]:
    """Rows that are stored but not computed (-) or computed but not stored (+), in `COLUMNS`."""
    columns = ", ".join(COLUMNS)
    with _computed(children) as (cursor, before, params):
        cursor.execute(
            f"""{before} stored AS (
                SELECT {columns} FROM oversight_clockrow
                WHERE child_id IN (SELECT child_id FROM scope)
            )
            SELECT '-', * FROM (TABLE stored EXCEPT SELECT {columns} FROM fresh) AS gone
            UNION ALL
            SELECT '+', * FROM (SELECT {columns} FROM fresh EXCEPT TABLE stored) AS new""",
            params,
        )
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
