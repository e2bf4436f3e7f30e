"""One write is undone: every row that it made, changed or removed is again as it was before.

What that was is read from the history, in which all rows of one write share a context, so that no
action has to know how another is taken back.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from casetrack.actions.refusal import Refused


class UndoRefused(Refused):
    """Something was recorded since that rests on what is to be undone."""


def undo(write: UUID, models: Sequence[Any]) -> None:
    """Put back what the write with this context did in the tables of `models`.

    `models` stand in the order in which rows point to one another: what is pointed to first. Called
    within the recording of whoever undoes it, which holds the children. Raises UndoRefused where a
    row was changed again since.
    """
    changed = {model: list(_changed(model, write)) for model in models}
    for model in reversed(models):
        made = [each.pgh_obj_id for each in changed[model] if each.pgh_label == "insert"]
        model._base_manager.filter(pk__in=made).delete()
    for model in models:
        for event in changed[model]:
            if event.pgh_label != "insert":
                _restored(model, event).save(force_insert=event.pgh_label == "delete")


def _changed(model: Any, write: UUID) -> Iterator[Any]:
    """The first thing the write did to each row, if it was the last to touch it."""
    events = model.pgh_event_model.objects
    by_row: dict[int, Any] = {}
    for event in events.filter(pgh_context_id=write).order_by("pgh_id"):
        by_row.setdefault(event.pgh_obj_id, event)
    first = min((event.pgh_id for event in by_row.values()), default=0)
    since = events.filter(pgh_obj_id__in=by_row, pgh_id__gt=first)
    if since.exclude(pgh_context_id=write).exists():
        raise UndoRefused(
            "Something was recorded since that rests on it, so it cannot be undone here."
        )
    yield from by_row.values()


def _restored(model: Any, event: Any) -> Any:
    """The row as it stood before the event."""
    before = event if event.pgh_label == "delete" else _before(model, event)
    row = model(pk=event.pgh_obj_id)
    for field in model._meta.concrete_fields:
        if not field.primary_key and not field.generated:
            setattr(row, field.attname, getattr(before, field.attname))
    return row


def _before(model: Any, event: Any) -> Any:
    events = model.pgh_event_model.objects.filter(pgh_obj_id=event.pgh_obj_id)
    return events.filter(pgh_id__lt=event.pgh_id).latest("pgh_id")
