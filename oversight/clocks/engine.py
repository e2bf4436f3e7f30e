"""Compute the clocks of a set of children: one statement, whatever the number of children.

The statement joins the facts, the SQL of every rule, the days on which clocks may run, and the
limits; then it writes only the difference to what is stored. It runs inside the transaction of the
fact that changed, on children whose rows `recording()` has locked, so two writers on one child
leave the same rows as one after the other.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.db import connection

from oversight.clocks.clock import Clock, Unit
from oversight.clocks.registry import CLOCKS

FACTS = (Path(__file__).parent / "facts.sql").read_text()

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
allowed AS (
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
)
"""

# A wait of no days (a match on or before the order) is kept: it finished, at once. An eased clock is
# cut where the child comes to or leaves carers who may adopt, because its limit changes there.
CLIPPED = """
clipped AS (
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
),
fresh AS (
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
)
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


def fresh_rows(scope: str, clocks: Iterable[Clock]) -> str:
    """The CTEs, from `scope` (a SELECT of child_id) to `fresh`: the rows as the facts give them."""
    chosen = list(clocks)
    definitions = ",\n".join(_definition(clock) for clock in chosen)
    raw = "\nUNION ALL\n".join(clock.selected() for clock in chosen)
    return (
        f"WITH scope AS ({scope}),\n{FACTS},\n{ALLOWED},\n"
        "definition (clock, unit, limit_count_default, warning, remand_too, past_eighteen, eased) AS ("
        f"VALUES {definitions}),\nraw AS ({raw}),\n{CLIPPED}"
    )


def _write(scope: str) -> str:
    columns, key = ", ".join(COLUMNS), ", ".join(KEY)
    rest = [column for column in COLUMNS if column not in KEY]
    changed = ", ".join(f"{column} = excluded.{column}" for column in rest)
    old, new = (", ".join(f"{table}.{c}" for c in rest) for table in ("stored", "excluded"))
    return f"""{fresh_rows(scope, CLOCKS.values())},
gone AS (
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


SOME = "SELECT unnest(%s::bigint[]) AS child_id"
ALL = "SELECT id AS child_id FROM casetrack_child"


def refresh(children: Sequence[int] | None = None) -> int:
    """Bring the clocks of these children (ids; None for all) in line with the facts.

    Returns how many rows were written or removed: 0 when they were already right.
    """
    with connection.cursor() as cursor:
        if children is None:
            cursor.execute(_write(ALL))
        else:
            cursor.execute(_write(SOME), [list(children)])
        return int(cursor.fetchone()[0])


def differences(children: Sequence[int] | None = None) -> list[tuple[Any, ...]]:
    """Rows that are stored but not computed (-) or computed but not stored (+), in `COLUMNS`."""
    columns = ", ".join(COLUMNS)
    scope, params = (ALL, []) if children is None else (SOME, [list(children)])
    with connection.cursor() as cursor:
        cursor.execute(
            f"""{fresh_rows(scope, CLOCKS.values())},
            stored AS (
                SELECT {columns} FROM oversight_clockrow
                WHERE child_id IN (SELECT child_id FROM scope)
            )
            SELECT '-', * FROM (TABLE stored EXCEPT SELECT {columns} FROM fresh) AS gone
            UNION ALL
            SELECT '+', * FROM (SELECT {columns} FROM fresh EXCEPT TABLE stored) AS new""",
            params,
        )
        return cursor.fetchall()
