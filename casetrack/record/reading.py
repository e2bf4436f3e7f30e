"""Reading whole records: every kind of fact of some children in one query, now or as it was known.

The tables are asked together, each row as JSON, because a record has dozens of kinds and a page may
not have dozens of queries. What comes back are ordinary, unsaved-again instances of the models.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import connection, models

from casetrack.record import registry
from casetrack.record.kind import Kind


@dataclass(frozen=True)
class Version:
    """A fact as it stood from one moment on; `fact` is None once it was taken back."""

    kind: Kind
    fact_id: int
    number: int
    at: datetime
    by: str
    what: str
    why: str
    fact: Any


def facts(
    children: Sequence[int], kinds: Iterable[Kind] | None = None, beside: Iterable[Any] = ()
) -> list[Any]:
    """The facts of these children (ids) as they stand now, with the related rows they name.

    `beside` are foreign keys that a page follows too, of these facts or of the rows they name: the
    owner of an action, the team of a worker.
    """
    asked = list(registry.every() if kinds is None else kinds)
    if not asked or not children:
        return []
    parts = " UNION ALL ".join(
        f"SELECT %s AS kind, to_jsonb(fact) FROM {_table(kind.model)} AS fact"
        " WHERE child_id = ANY(%s)"
        for kind in asked
    )
    params = [part for kind in asked for part in (kind.code, list(children))]
    with connection.cursor() as cursor:
        cursor.execute(parts, params)
        rows = cursor.fetchall()
    found = [(kind, made(kind.model, row)) for kind, row in _known(rows)]
    _relate(found, list(beside))
    return [fact for _, fact in found]


def versions(child: int, kinds: Iterable[Kind], until: datetime | None = None) -> list[Version]:
    """Every version of every fact of the child (id) that was recorded before `until`, in order."""
    asked = list(kinds)
    if not asked:
        return []
    parts = " UNION ALL ".join(
        f"{_events(kind)} WHERE child_id = %s AND (%s::timestamptz IS NULL OR pgh_created_at < %s)"
        for kind in asked
    )
    params = [part for kind in asked for part in (kind.code, child, until, until)]
    with connection.cursor() as cursor:
        cursor.execute(f"{parts} ORDER BY pgh_created_at, pgh_id", params)
        rows = cursor.fetchall()
    found = [_version(row) for row in rows]
    _relate([(each.kind, each.fact) for each in found if each.fact is not None])
    return found


def recorded(facts: Iterable[Any]) -> dict[tuple[Any, int], Version]:
    """The newest version of each of these facts, by model and id: who said it last, and why."""
    wanted: dict[str, list[int]] = {}
    for fact in facts:
        wanted.setdefault(registry.of(fact).code, []).append(fact.pk)
    if not wanted:
        return {}
    kinds = [kind for kind in registry.every() if kind.code in wanted]
    parts = " UNION ALL ".join(f"{_events(kind)} WHERE pgh_obj_id = ANY(%s)" for kind in kinds)
    params = [part for kind in kinds for part in (kind.code, wanted[kind.code])]
    with connection.cursor() as cursor:
        cursor.execute(f"{parts} ORDER BY pgh_created_at, pgh_id", params)
        found = [_version(row) for row in cursor.fetchall()]
    return {(version.kind.model, version.fact_id): version for version in found}


def newest(kind: Kind, fact_id: int) -> int:
    """The number of the newest version of a fact: what a form was filled in against."""
    event = kind.model.pgh_event_model
    return int(event.objects.filter(pgh_obj_id=fact_id).aggregate(n=models.Max("pgh_id"))["n"] or 0)


def made(model: Any, row: dict[str, Any]) -> Any:
    """An instance of `model` from a row as JSON."""
    fields = model._meta.concrete_fields
    fact = model(**{field.attname: field.to_python(row[field.column]) for field in fields})
    fact._state.adding = False
    return fact


def _events(kind: Kind) -> str:
    return (
        "SELECT %s AS kind, to_jsonb(event), pgh_id, pgh_obj_id, pgh_label, pgh_created_at,"
        f" pgh_context FROM {_table(kind.model.pgh_event_model)} AS event"
    )


def _version(row: Sequence[Any]) -> Version:
    code, told, number, fact_id, label, at, context = row
    kind = registry.named(code)
    assert kind is not None, code
    said = json.loads(context) if context else {}
    return Version(
        kind=kind,
        fact_id=fact_id,
        number=number,
        at=at,
        by=str(said.get("by", "")),
        what=str(said.get("what", "")),
        why=str(said.get("why", "")),
        fact=None if label == "delete" else made(kind.model, json.loads(told) | {"id": fact_id}),
    )


def _known(rows: Iterable[tuple[str, str]]) -> Iterable[tuple[Kind, dict[str, Any]]]:
    for code, row in rows:
        kind = registry.named(code)
        assert kind is not None, code
        yield kind, json.loads(row)


def _relate(found: Sequence[tuple[Kind, Any]], beside: Sequence[Any] = ()) -> None:
    """Set the related rows that sentences name, those of all tables in one query."""
    named = [(fact, fact._meta.get_field(name)) for kind, fact in found for name in kind.related]
    named += [(fact, field) for _, fact in found for field in beside if type(fact) is field.model]
    wanted: dict[Any, set[int]] = {}
    for fact, field in named:
        if number := getattr(fact, field.attname):
            wanted.setdefault(field.related_model, set()).add(number)
    further = [field for field in beside if field.model in wanted]
    rows = _rows(wanted, further)
    named += [(row, field) for field in further for row in rows[field.model].values()]
    for model, ids in wanted.items():
        _add_gone(model, ids - rows[model].keys(), rows[model])
    for row, field in named:
        setattr(row, field.name, rows.get(field.related_model, {}).get(getattr(row, field.attname)))


def _rows(wanted: Mapping[Any, set[int]], further: Sequence[Any]) -> dict[Any, dict[int, Any]]:
    """By model and id: the rows with these ids, and those that their foreign keys lead to."""
    parts, params = [], []
    for model, ids in wanted.items():
        parts.append(f"SELECT %s, to_jsonb(named) FROM {_table(model)} AS named WHERE id = ANY(%s)")
        params += [model._meta.label, list(ids)]
    for field in further:
        parts.append(
            f"SELECT %s, to_jsonb(named) FROM {_table(field.related_model)} AS named WHERE id IN"
            f" (SELECT {field.column} FROM {_table(field.model)} WHERE id = ANY(%s))"
        )
        params += [field.related_model._meta.label, list(wanted[field.model])]
    found: dict[Any, dict[int, Any]] = {model: {} for model in wanted}
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), params)
            for label, told in cursor.fetchall():
                row = made(apps.get_model(label), json.loads(told))
                found.setdefault(type(row), {})[row.pk] = row
    return found


def _add_gone(model: Any, ids: set[int], rows: dict[int, Any]) -> None:
    """Rows that were taken back since, as they last stood, where the table is tracked."""
    if ids and hasattr(model, "pgh_event_model"):
        events = model.pgh_event_model.objects.filter(pgh_obj_id__in=ids).order_by("pgh_id")
        kept = [field.attname for field in model._meta.concrete_fields if not field.generated]
        for event in events:
            rows[event.pgh_obj_id] = model(**{name: getattr(event, name) for name in kept})


def _table(model: Any) -> str:
    return connection.ops.quote_name(model._meta.db_table)
