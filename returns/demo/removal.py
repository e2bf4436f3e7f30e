"""Takes a demo authority away with all that hangs on it, so that it can be made anew."""

from collections.abc import Iterable, Iterator

import pgtrigger
from django.apps import apps
from django.db import connection, models
from pghistory.models import Event

from casetrack.models import Authority
from casetrack.recording import recording
from returns.demo.authority import how_made
from returns.demo.sign_ins import NotHere

DEEPEST = 4
LOCKED = "locked"


def remove(authority: Authority) -> None:
    """Delete every row that leads to the authority by its links; history and audit stay.

    The links are checked at the end, so the only order that matters is that rows can still be
    found: those that are furthest from the authority go first.
    """
    if how_made(authority) is None:
        raise NotHere(f"{authority.code} is not a demo authority, so nothing of it is removed.")
    with recording("demo.removed", by=None, authority=authority.code), pgtrigger.ignore(*_locks()):
        _links_are_checked("DEFERRED")
        found = [(path, model) for model in _tables() if (path := _path(model)) is not None]
        _are_known_of(model for _, model in found)
        for path, model in sorted(found, key=lambda each: -each[0].count("__")):
            rows = model._base_manager.filter(**{path: authority})
            rows._raw_delete(rows.db)
        rows = Authority.objects.filter(pk=authority.pk)
        rows._raw_delete(rows.db)
        _links_are_checked("IMMEDIATE")


def _locks() -> Iterator[str]:
    """The triggers by which nothing of locked minutes is ever removed, were it not made up."""
    for model in _tables():
        if any(trigger.name == LOCKED for trigger in getattr(model._meta, "triggers", ())):
            yield f"{model._meta.label}:{LOCKED}"


def _links_are_checked(when: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL {when}")


def _are_known_of(found: Iterable[type[models.Model]]) -> None:
    """The planner that last looked while nothing was there takes minutes for what takes seconds."""
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in found)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")


def _tables() -> Iterator[type[models.Model]]:
    for model in apps.get_models():
        if model._meta.managed and not model._meta.proxy and not issubclass(model, Event):
            yield model


def _path(model: type[models.Model], deep: int = 1) -> str | None:
    """The shortest way from a table to its authority, as a filter: `child__authority`."""
    links = [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and not field.null
    ]
    if any(field.related_model is Authority for field in links):
        return next(field.name for field in links if field.related_model is Authority)
    if deep >= DEEPEST:
        return None
    ways = [
        f"{field.name}__{onward}"
        for field in links
        if (onward := _path(field.related_model, deep + 1)) is not None
    ]
    return min(ways, key=lambda way: way.count("__"), default=None)
