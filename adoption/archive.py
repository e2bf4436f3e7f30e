"""What a sealed record is made of: taken out of every table, whole, and put back the same.

Which tables and columns is not written here: every table that has a child is asked for its rows,
and every column's privacy class says whether it is taken out. Words and names go (identity, where,
sensitive and staff, as far as they are free text); dates, codes and numbers stay, so that what was
counted and published is counted the same again. The history of all these rows goes whole.

What belongs to this child alone goes as well: a home where no other child lived, a family whom no
other child was linked with. Floors above hold rows of children that no fact is: they `register`.
"""

import json
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.apps import apps
from django.db import connection, models
from pghistory.models import Context

from adoption.models import AdopterFamily, SealedRecord
from casetrack.models import Child, SiblingGroup
from casetrack.privacy import Privacy
from placements.models import Carer, Home

Rows = list[dict[str, Any]]
Tables = dict[str, Rows]
"""Rows as JSON by the label of their model."""

OURS = ("casetrack", "placements", "permanence", "adoption", "oversight", "returns")
TAKEN = (Privacy.IDENTITY, Privacy.WHERE, Privacy.SENSITIVE, Privacy.STAFF)
# Free text whose form the database checks: what stands for it instead of "sealed 12".
INSTEAD = {"casetrack.PreviousPermanence.ordered_on": "''"}


@dataclass(frozen=True)
class Holder:
    """What a floor above holds of children outside the facts.

    `take(child)` takes it out and gives what `give(child, taken)` needs to put it back, as JSON;
    `why_not(child)` says why it cannot be taken now, empty where it can.
    """

    name: str
    take: Callable[[Child], Any]
    give: Callable[[Child, Any], None]
    why_not: Callable[[Child], str]


_holders: dict[str, Holder] = {}


def register(holder: Holder) -> None:
    _holders[holder.name] = holder


def holders() -> list[Holder]:
    return list(_holders.values())


def tables() -> list[Any]:
    """Every table of ours whose rows belong to a child; histories are reached through these."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in OURS
        and not hasattr(model, "pgh_tracked_model")
        and model is not SealedRecord
        and any(field.related_model is Child for field in model._meta.concrete_fields)
    ]


def texts(model: Any) -> list[models.Field]:
    """The columns of free text that say something of somebody."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not (field.choices or field.generated or field.primary_key)
        and model.PRIVACY[field.name] in TAKEN
    ]


def tracked(model: Any) -> bool:
    """Whether it holds what somebody said; the other tables of children are computed from that."""
    return hasattr(model, "pgh_event_model")


def take(child: Child) -> dict[str, Any]:
    """Take the record out of every table; what was there, ready to be locked."""
    kept = _read(child)
    with _unwatched():
        _forget_versions(kept["versions"])
        for label, rows in kept["rows"].items():
            _blank(apps.get_model(label), rows)
        _blank_child(child)
        held = {holder.name: holder.take(child) for holder in holders()}
    return kept | {"form": 1, "held": held}


def put_back(child: Child, kept: dict[str, Any]) -> None:
    """Put what `take` took back where it was."""
    with _unwatched():
        for label, rows in kept["rows"].items():
            _restore(apps.get_model(label), rows)
        _restore(Child, kept["child"])
        for label, rows in kept["versions"].items():
            insert(apps.get_model(label), rows)
        for holder in holders():
            if holder.name in kept["held"]:
                holder.give(child, kept["held"][holder.name])


def _read(child: Child) -> dict[str, Any]:
    """`rows` and `versions` are taken out; `around` is read only, to tell whose and where."""
    rows: Tables = {}
    for model in filter(tracked, tables()):
        rows[model._meta.label] = _rows(model, "child_id = %s", [child.pk])
    around = {
        Home._meta.label: _named(rows, Home),
        AdopterFamily._meta.label: _named(rows, AdopterFamily),
    }
    homes = [row["id"] for row in around[Home._meta.label]]
    around[Carer._meta.label] = _rows(Carer, "home_id = ANY(%s)", [homes])
    alone = _alone(child, around)
    versions = {}
    for label, found in (rows | alone).items():
        model = apps.get_model(label)
        versions[model.pgh_event_model._meta.label] = _versions(model, found, child)
    versions[Child.pgh_event_model._meta.label] = _rows(
        Child.pgh_event_model, "pgh_obj_id = %s", [child.pk]
    )
    return {
        "child": _rows(Child, "id = %s", [child.pk]),
        "rows": rows | alone,
        "versions": versions,
        "around": around,
    }


def _alone(child: Child, around: Tables) -> Tables:
    """Of the homes and families, those that no other child's record names, if not sealed too."""
    sealed = SealedRecord.objects.in_force().exclude(child=child).values_list("child_id", flat=True)
    mine = [child.pk, *sealed]
    found: Tables = {}
    for model in (Home, AdopterFamily):
        rows = around[model._meta.label]
        others = _used_by_others(model, [row["id"] for row in rows], mine)
        found[model._meta.label] = [row for row in rows if row["id"] not in others]
    homes = {row["id"] for row in found[Home._meta.label]}
    carers = around[Carer._meta.label]
    found[Carer._meta.label] = [row for row in carers if row["home_id"] in homes]
    return found


def _used_by_others(model: Any, ids: list[int], mine: list[int]) -> set[int]:
    used: set[int] = set()
    for table in tables():
        for field in table._meta.concrete_fields:
            if field.related_model is model:
                rows = table._base_manager.filter(**{f"{field.attname}__in": ids})
                others = rows.exclude(child_id__in=mine)
                used.update(others.values_list(field.attname, flat=True).distinct())
    return used


def _named(rows: Tables, model: Any) -> Rows:
    """The rows of `model` that these rows name."""
    ids: set[int] = set()
    for label, found in rows.items():
        for field in apps.get_model(label)._meta.concrete_fields:
            if field.related_model is model:
                ids.update(row[field.column] for row in found if row[field.column])
    return _rows(model, "id = ANY(%s)", [sorted(ids)])


def _versions(model: Any, rows: Rows, child: Child) -> Rows:
    """All versions of the child's facts, those taken back included; of a home, by its own id."""
    event = model.pgh_event_model
    if any(field.related_model is Child for field in model._meta.concrete_fields):
        return _rows(event, "child_id = %s", [child.pk])
    return _rows(event, "pgh_obj_id = ANY(%s)", [[row["id"] for row in rows]])


def _rows(model: Any, condition: str, params: list[Any]) -> Rows:
    key = _quoted(model._meta.pk.column)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT to_jsonb(t)::text FROM {_table(model)} AS t WHERE {condition} ORDER BY {key}",
            params,
        )
        return [json.loads(row) for (row,) in cursor.fetchall()]


def _forget_versions(versions: Tables) -> None:
    """Each version says who changed it and why; that stands once more in a table of its own."""
    contexts = {row["pgh_context_id"] for rows in versions.values() for row in rows} - {None}
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {_table(Context)} WHERE id = ANY(%s::uuid[])", [sorted(contexts)]
        )
    for label, rows in versions.items():
        model = apps.get_model(label)
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {_table(model)} WHERE pgh_id = ANY(%s)",
                [[row["pgh_id"] for row in rows]],
            )


def _blank(model: Any, rows: Rows) -> None:
    ids = [row["id"] for row in rows]
    sets = [*map(_blanked, texts(model)), *_anew(model)]
    if ids and sets:
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {_table(model)} SET {', '.join(sets)} WHERE id = ANY(%s)", [ids]
            )


def _blanked(field: models.Field) -> str:
    """What was empty stays empty, so that whatever rests on words being there still holds."""
    column, label = _quoted(field.column), f"{field.model._meta.label}.{field.name}"
    instead = INSTEAD.get(label, "'sealed ' || id")
    cut = f"left({instead}, {field.max_length})" if field.max_length else instead
    return f"{column} = CASE WHEN {column} = '' THEN '' ELSE {cut} END"


def _anew(model: Any) -> Iterator[str]:
    """The mark of a home may be made from the child's reference, so it is made anew."""
    if model is Home:
        yield "uuid = gen_random_uuid()"


def _blank_child(child: Child) -> None:
    """A child of an age, a sex and an origin, and nobody.

    The birth is the first of its month: at every month's end the age is what it was.
    """
    blank = ", ".join(
        f"{_quoted(field.column)} = ''" for field in texts(Child) if field.name != "reference"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {_table(Child)} SET {blank}, reference = %s, siblings_id = NULL,"
            " born_on = date_trunc('month', born_on)::date,"
            " expected_on = CASE WHEN born_on IS NULL"
            "  THEN date_trunc('month', expected_on)::date END"
            " WHERE id = %s",
            [f"SEALED-{secrets.token_hex(6).upper()}", child.pk],
        )


def _restore(model: Any, rows: Rows) -> None:
    fields = [field.column for field in texts(model)]
    fields += {Child: ["born_on", "expected_on"], Home: ["uuid"]}.get(model, [])
    if not (rows and fields):
        return
    sets = ", ".join(f"{_quoted(column)} = was.{_quoted(column)}" for column in fields)
    if model is Child:  # the brothers and sisters may have been joined to others meanwhile
        group = _table(SiblingGroup)
        sets += f", siblings_id = (SELECT id FROM {group} WHERE id = was.siblings_id)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {_table(model)} AS now SET {sets}"
            f" FROM jsonb_populate_recordset(NULL::{_table(model)}, %s::jsonb) AS was"
            " WHERE now.id = was.id",
            [json.dumps(rows)],
        )


def taken(statement: str, params: list[Any]) -> Rows:
    """The rows that a DELETE which returns them all takes out, in their order."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH taken AS ({statement}) SELECT to_jsonb(taken)::text FROM taken ORDER BY id",
            params,
        )
        return [json.loads(row) for (row,) in cursor.fetchall()]


def insert(model: Any, rows: Rows) -> None:
    """Put rows back as they were."""
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {_table(model)}"
                f" SELECT * FROM jsonb_populate_recordset(NULL::{_table(model)}, %s::jsonb)",
                [json.dumps(rows)],
            )


def _unwatched() -> Any:
    """Without the triggers that would remember what is taken out, and keep what was remembered."""
    return pgtrigger.ignore(*_watchers([*tables(), Child, Home, Carer, AdopterFamily]))


def _watchers(watched: Iterable[Any]) -> Iterator[str]:
    for model in filter(tracked, watched):
        label, event = model._meta.label, model.pgh_event_model._meta.label
        yield from (f"{label}:{name}" for name in HISTORY)
        yield from (f"{label}:{each.name}" for each in model._meta.triggers if each.name in KEPT)
        yield f"{event}:append_only"


KEPT = ("locked",)
HISTORY = ("insert_insert", "update_update", "delete_delete")


def _table(model: Any) -> str:
    return _quoted(model._meta.db_table)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
