"""Write the facts of returns, set by set, as the difference to what is on record.

What a person recorded stands: a row of origin "person", or a row of a return that a person changed
or deleted since (the history tells). A derived fact that shares days or a key with such a row is
not written; unless both say the same, it is listed as a difference.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models

from adoption.models import AdoptionDecision, Match
from casetrack.models import Allocation, CarePeriod, CourtOrder, LegalStatus, PreviousPermanence
from permanence.models import Review
from placements.models import MissingEpisode, Placement
from returns.ssda903.children import IMPORTED
from returns.ssda903.copying import drop, execute, fetch, stage

STAGED = "staged_facts"
HELD = "held_facts"
THEIRS = "facts_of_people"
TOUCHED = "touched_children"


@dataclass(frozen=True)
class FactTable:
    """A table of facts: its columns with their types as staged, and what makes two rows one.

    `key` names a fact within a child. `days` are the columns of its period, and two rows of which
    `alike` is the same may not share a day. `fixed` are columns that a return says nothing of.
    """

    model: type[models.Model]
    columns: dict[str, str]
    key: tuple[str, ...]
    days: tuple[str, str] | None = None
    alike: tuple[str, ...] = ()
    fixed: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.model._meta.db_table

    @property
    def events(self) -> str:
        return f"{self.name}event"

    @property
    def title(self) -> str:
        return str(self.model._meta.verbose_name)

    def equal(self, one: str, other: str, columns: Iterable[str]) -> str:
        return " AND ".join(
            [f"{one}.child_id = {other}.child_id", *(f"{one}.{c} = {other}.{c}" for c in columns)]
        )

    def listed(self, of: str) -> str:
        return ", ".join(f"{of}.{column}" for column in self.columns)


PERIOD = {"starts_on": "date", "ends_on": "date", "start_known": "boolean"}
SPELL = ("starts_on", "ends_on")

CARE = FactTable(
    CarePeriod,
    {**PERIOD, "category_of_need": "text", "end_reason": "text"},
    key=("starts_on",),
    days=SPELL,
)
STATUS = FactTable(LegalStatus, {**PERIOD, "code": "text"}, key=("starts_on",), days=SPELL)
ORDER = FactTable(
    CourtOrder,
    {"kind": "text", "made_on": "date", "made_known": "boolean", "ended_on": "date"},
    key=("kind", "made_on"),
    days=("made_on", "ended_on"),
    alike=("kind",),
)
STAY = FactTable(
    Placement,
    {
        **PERIOD,
        "home_id": "bigint",
        **dict.fromkeys(
            ("type", "provider", "postcode", "family_postcode", "urn", "end_reason"), "text"
        ),
    },
    key=("starts_on",),
    days=SPELL,
)
DECISION = FactTable(
    AdoptionDecision,
    {"decided_on": "date", "reversed_on": "date", "reversal_reason": "text"},
    key=("decided_on",),
)
MATCH = FactTable(Match, {"decided_on": "date"}, key=("decided_on",))
REVIEW = FactTable(Review, {"held_on": "date", "participation": "text"}, key=("held_on",))
AWAY = FactTable(
    MissingEpisode,
    {"starts_on": "date", "ends_on": "date", "kind": "text"},
    key=("starts_on",),
    days=SPELL,
    fixed={"start_known": "TRUE"},
)
BEFORE = FactTable(
    PreviousPermanence,
    {"kind": "text", "ordering_authority": "text", "ordered_on": "text"},
    key=(),
)
ALLOCATED = FactTable(
    Allocation,
    {"starts_on": "date", "ends_on": "date", "worker_id": "bigint", "role": "text"},
    key=("starts_on", "role"),
    days=SPELL,
    alike=("role",),
    fixed={"start_known": "TRUE"},
)


@dataclass(frozen=True)
class Difference:
    """A derived fact that gave way to a person's: the fact, its key, what differs, both values."""

    child: int
    fact: str
    key: str
    field: str
    recorded: str
    returned: str


def touch(children: Collection[int]) -> None:
    """The children whose facts are derived anew by the calls of `write` that follow."""
    stage(TOUCHED, "child_id bigint PRIMARY KEY", ((child,) for child in children))


def write(table: FactTable, facts: Iterable[Sequence[Any]]) -> tuple[list[Difference], int]:
    """Make the touched children's facts of one table what was derived; how many rows changed.

    Each fact is a child's id, then the columns in order.
    """
    columns = ", ".join(f"{name} {kind}" for name, kind in table.columns.items())
    stage(STAGED, f"child_id bigint, {columns}", facts)
    differences: list[Difference] = []
    changed = 0
    if _gather_held(table):
        _gather_theirs(table)
        differences = [*_give_way(table), *_stay_deleted(table)]
        changed = _delete(table) + _update(table)
    else:
        differences = list(_stay_deleted(table))
    changed += _insert(table)
    drop(STAGED, HELD, THEIRS)
    return differences, changed


def _gather_held(table: FactTable) -> int:
    """The facts of the touched children on record; how many there are."""
    execute(f"DROP TABLE IF EXISTS {HELD}")
    execute(
        f"CREATE TEMPORARY TABLE {HELD} ON COMMIT DROP AS SELECT held.* FROM {table.name} AS held"
        f" WHERE held.child_id IN (SELECT child_id FROM {TOUCHED})"
    )
    execute(f"ANALYZE {HELD}")
    return int(fetch(f"SELECT count(*) FROM {HELD}")[0][0])


def _gather_theirs(table: FactTable) -> None:
    """The facts on record that a person recorded, or changed after an import had written them."""
    execute(f"DROP TABLE IF EXISTS {THEIRS}")
    execute(
        f"CREATE TEMPORARY TABLE {THEIRS} ON COMMIT DROP AS"
        f" SELECT held.* FROM {HELD} AS held WHERE held.origin = 'person' UNION ALL"
        f" SELECT held.* FROM {HELD} AS held LEFT JOIN {STAGED} AS staged"
        f" ON {table.equal('staged', 'held', table.key)}"
        " CROSS JOIN LATERAL (SELECT event.pgh_context ->> 'what' AS what"
        f"  FROM {table.events} AS event WHERE event.pgh_obj_id = held.id"
        "  ORDER BY event.pgh_id DESC LIMIT 1) AS last"
        f" WHERE held.origin = 'return' AND last.what IS DISTINCT FROM '{IMPORTED}'"
        " AND (staged.child_id IS NULL"
        f"  OR ({table.listed('held')}) IS DISTINCT FROM ({table.listed('staged')}))"
    )
    execute(f"ANALYZE {THEIRS}")


def _give_way(table: FactTable) -> Iterator[Difference]:
    """Leave out of what is staged all that meets a person's fact; the differences between them."""
    meets = table.equal("staged", "theirs", table.key)
    if table.days:
        spans = [f"daterange({of}.{table.days[0]}, {of}.{table.days[1]})" for of in _BOTH]
        alike = table.equal("staged", "theirs", table.alike)
        meets = f"({meets}) OR ({alike} AND {' && '.join(spans)})"
    found = fetch(
        f"SELECT DISTINCT ON (staged.ctid) staged.child_id, {table.listed('staged')},"
        f" {table.listed('theirs')} FROM {STAGED} AS staged"
        f" JOIN {THEIRS} AS theirs ON {meets} ORDER BY staged.ctid, theirs.id"
    )
    execute(
        f"DELETE FROM {STAGED} AS staged WHERE EXISTS"
        f" (SELECT 1 FROM {THEIRS} AS theirs WHERE {meets})"
    )
    width = len(table.columns)
    for child, *values in found:
        yield from _difference(table, child, values[:width], values[width:])


_BOTH = ("staged", "theirs")


def _difference(
    table: FactTable, child: int, returned: Sequence[Any], recorded: Sequence[Any]
) -> Iterator[Difference]:
    differing = [
        (name, old, new)
        for name, old, new in zip(table.columns, recorded, returned, strict=True)
        if old != new
    ]
    if differing:
        yield Difference(
            child,
            table.title,
            _key(table, returned),
            ", ".join(name for name, _, _ in differing),
            ", ".join(_words(old) for _, old, _ in differing),
            ", ".join(_words(new) for _, _, new in differing),
        )


def _key(table: FactTable, values: Sequence[Any]) -> str:
    named = dict(zip(table.columns, values, strict=True))
    return " ".join(_words(named[name]) for name in table.key)


def _words(value: Any) -> str:
    if value is None or value == "":
        return "nothing"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _stay_deleted(table: FactTable) -> Iterator[Difference]:
    """A fact of a return that a person deleted is not brought back, but listed."""
    if not fetch(
        f"SELECT 1 FROM {table.events} AS event JOIN {TOUCHED} AS touched USING (child_id)"
        " WHERE event.pgh_label = 'delete'"
        " AND event.pgh_context ->> 'what' IS DISTINCT FROM %s LIMIT 1",
        IMPORTED,
    ):
        return
    last = (
        f"(SELECT event.pgh_label || ' ' || (event.pgh_context ->> 'what' IS NOT DISTINCT FROM %s)"
        f" FROM {table.events} AS event WHERE {table.equal('event', 'staged', table.key)}"
        " ORDER BY event.pgh_id DESC LIMIT 1)"
    )
    deleted = (
        f"{last} = 'delete false' AND NOT EXISTS (SELECT 1 FROM {HELD} AS held"
        f" WHERE {table.equal('held', 'staged', table.key)})"
    )
    found = fetch(
        f"DELETE FROM {STAGED} AS staged WHERE {deleted}"
        f" RETURNING staged.child_id, {table.listed('staged')}",
        IMPORTED,
    )
    for child, *values in found:
        said = ", ".join(_words(value) for value in values)
        yield Difference(child, table.title, _key(table, values), "", "deleted", said)


def _delete(table: FactTable) -> int:
    return execute(
        f"DELETE FROM {table.name} AS fact USING {HELD} AS held"
        " WHERE fact.id = held.id AND held.origin = 'return'"
        f" AND NOT EXISTS (SELECT 1 FROM {THEIRS} AS theirs WHERE theirs.id = held.id)"
        f" AND NOT EXISTS (SELECT 1 FROM {STAGED} AS staged"
        f"  WHERE {table.equal('staged', 'held', table.key)})"
    )


def _update(table: FactTable) -> int:
    values = [name for name in table.columns if name not in table.key]
    if not values:
        return 0
    return execute(
        f"UPDATE {table.name} AS fact SET {', '.join(f'{v} = staged.{v}' for v in values)}"
        f" FROM {STAGED} AS staged JOIN {HELD} AS held"
        f" ON {table.equal('staged', 'held', table.key)}"
        " WHERE fact.id = held.id AND held.origin = 'return'"
        f" AND ({', '.join(f'held.{v}' for v in values)})"
        f" IS DISTINCT FROM ({', '.join(f'staged.{v}' for v in values)})"
    )


def _insert(table: FactTable) -> int:
    names = [*table.columns, *table.fixed]
    values = [*(f"staged.{name}" for name in table.columns), *table.fixed.values()]
    return execute(
        f"INSERT INTO {table.name} (child_id, origin, {', '.join(names)})"
        f" SELECT staged.child_id, 'return', {', '.join(values)} FROM {STAGED} AS staged"
        f" WHERE NOT EXISTS (SELECT 1 FROM {HELD} AS held"
        f"  WHERE {table.equal('held', 'staged', table.key)})"
        " ORDER BY staged.child_id"
    )
