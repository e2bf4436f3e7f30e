"""Reading what was locked away: the child, the history in sentences, and the record that followed.

Nothing is put back for it. The versions of the facts are told as the child's own page told them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps

from adoption import escrow
from adoption.archive import Tables
from adoption.models import SealedRecord
from casetrack.models import Child
from casetrack.record import registry
from casetrack.record.kind import Kind
from casetrack.record.reading import Version, made
from casetrack.record.telling import Line, told


@dataclass(frozen=True)
class Followed:
    """The record under the new name, as it was when the two were parted."""

    name: str
    reference: str
    uuid: str


@dataclass(frozen=True)
class Opened:
    """A sealed record as two people of adoption records read it."""

    child: Child
    lines: list[Line]
    words: list[Any]
    """What the child said, which the sentences of the history do not hold."""
    followed: Followed | None


def read(sealed: SealedRecord) -> Opened:
    kept = escrow.unlock(sealed.archive)
    found = list(_versions(kept["versions"]))
    _relate(found, _known(kept))
    found.sort(key=lambda version: (version.at, version.number))
    after = kept.get("after")
    return Opened(
        child=made(Child, kept["child"][0]),
        lines=told(found),
        words=_words(kept["rows"]),
        followed=Followed(**after) if after else None,
    )


def _versions(tables: Tables) -> Iterator[Version]:
    for kind in registry.every():
        for event in tables.get(kind.model.pgh_event_model._meta.label, []):
            yield _version(kind, event)


def _version(kind: Kind, event: dict[str, Any]) -> Version:
    said = event["pgh_context"] or {}
    gone = event["pgh_label"] == "delete"
    return Version(
        kind=kind,
        fact_id=event["pgh_obj_id"],
        number=event["pgh_id"],
        at=datetime.fromisoformat(event["pgh_created_at"]),
        by=str(said.get("by", "")),
        what=str(said.get("what", "")),
        why=str(said.get("why", "")),
        fact=None if gone else made(kind.model, event | {"id": event["pgh_obj_id"]}),
    )


def _known(kept: dict[str, Any]) -> dict[Any, dict[int, Any]]:
    """The rows that sentences name, by model and number."""
    found: dict[Any, dict[int, Any]] = {}
    for label, rows in (kept["rows"] | kept["around"]).items():
        model = apps.get_model(label)
        found[model] = {row["id"]: made(model, row) for row in rows}
    return found


def _relate(versions: list[Version], known: dict[Any, dict[int, Any]]) -> None:
    """Homes and families as they were locked away; people who worked with the child as they are."""
    named = [
        (version.fact, version.fact._meta.get_field(name))
        for version in versions
        if version.fact is not None
        for name in version.kind.related
    ]
    for model in {field.related_model for _, field in named} - known.keys():
        ids = {
            getattr(fact, field.attname) for fact, field in named if field.related_model is model
        }
        known[model] = model._base_manager.in_bulk(ids - {None})
    for fact, field in named:
        setattr(fact, field.name, known[field.related_model].get(getattr(fact, field.attname)))


def _words(rows: Tables) -> list[Any]:
    kind = registry.named("words")
    if kind is None:
        return []
    said = [made(kind.model, row) for row in rows.get(kind.model._meta.label, [])]
    return sorted(said, key=lambda each: each.said_on, reverse=True)
