"""The homes that only returns know: one for each unbroken stretch with one carer.

A home keeps its row, and with it the name that a person gave it, when an earlier return shows that
the stretch began before the day it is named after.
"""

import uuid
from collections.abc import Iterable
from typing import Any

from placements.models import Home
from returns.ssda903.children import IMPORTED
from returns.ssda903.copying import drop, execute, fetch, stage
from returns.ssda903.facts import House, Stay
from returns.ssda903.reconcile import TOUCHED

HOUSES, STAYS = "staged_homes", "staged_stays"


def write(authority: int, houses: Iterable[House], stays: Iterable[Stay]) -> dict[uuid.UUID, int]:
    """Insert and update homes; the id of each."""
    stage(HOUSES, "uuid uuid, postcode text, urn text", houses)
    stage(
        STAYS,
        "child_id bigint, starts_on date, ends_on date, uuid uuid",
        ((stay.child, stay.starts_on, stay.ends_on, stay.home) for stay in stays),
    )
    _rename()
    execute(
        "UPDATE placements_home AS home SET postcode = staged.postcode, urn = staged.urn"
        f" FROM {HOUSES} AS staged WHERE home.uuid = staged.uuid AND home.origin = 'return'"
        " AND (home.postcode, home.urn) IS DISTINCT FROM (staged.postcode, staged.urn)"
        " AND (SELECT (event.postcode, event.urn) = (home.postcode, home.urn)"
        "  FROM placements_homeevent AS event WHERE event.pgh_obj_id = home.id"
        "  AND event.pgh_context ->> 'what' = %s ORDER BY event.pgh_id DESC LIMIT 1)",
        IMPORTED,
    )
    execute(
        "INSERT INTO placements_home (uuid, authority_id, name, postcode, urn, origin)"
        f" SELECT uuid, %s, '', postcode, urn, 'return' FROM {HOUSES} AS staged"
        " WHERE NOT EXISTS (SELECT 1 FROM placements_home AS home WHERE home.uuid = staged.uuid)",
        authority,
    )
    ids = fetch(
        f"SELECT home.uuid, home.id FROM placements_home AS home JOIN {HOUSES} AS staged"
        " USING (uuid)"
    )
    drop(HOUSES, STAYS)
    return dict(ids)


def _rename() -> None:
    """The same stay in a home under another name is the same home: it takes the new name."""
    execute(
        "UPDATE placements_home AS home SET uuid = renamed.uuid FROM ("
        "  SELECT DISTINCT ON (home_id) home_id, uuid FROM ("
        "    SELECT DISTINCT ON (stay.uuid) held.home_id, stay.uuid, held.starts_on"
        f"    FROM {STAYS} AS stay JOIN placements_placement AS held USING (child_id)"
        "    WHERE held.origin = 'return' AND held.starts_on >= stay.starts_on"
        "    AND (stay.ends_on IS NULL OR held.starts_on < stay.ends_on)"
        "    AND NOT EXISTS (SELECT 1 FROM placements_home AS there WHERE there.uuid = stay.uuid)"
        "    ORDER BY stay.uuid, held.starts_on"
        "  ) AS wanted ORDER BY home_id, starts_on"
        " ) AS renamed WHERE home.id = renamed.home_id AND home.origin = 'return'"
        f" AND NOT EXISTS (SELECT 1 FROM {HOUSES} AS staged WHERE staged.uuid = home.uuid)"
    )


def held_by_touched() -> list[int]:
    """The homes of returns in which the touched children live or lived, before the import."""
    rows: list[tuple[Any, ...]] = fetch(
        "SELECT DISTINCT placement.home_id FROM placements_placement AS placement"
        f" JOIN {TOUCHED} AS touched ON touched.child_id = placement.child_id"
        " JOIN placements_home AS home ON home.id = placement.home_id"
        " WHERE home.origin = 'return'"
    )
    return [row[0] for row in rows]


def _keys() -> list[Any]:
    """Every foreign key to a home, wherever it is."""
    return [relation.field for relation in Home._meta.related_objects]


def clear(candidates: list[int]) -> None:
    """Delete those in which nobody lives any more and of which nobody recorded anything."""
    unused = " ".join(
        f"AND NOT EXISTS (SELECT 1 FROM {key.model._meta.db_table} AS used"
        f" WHERE used.{key.column} = home.id)"
        for key in _keys()
        if key.db_constraint
    )
    execute(
        f"DELETE FROM placements_home AS home WHERE home.id = ANY(%s) AND home.name = '' {unused}",
        candidates,
    )
