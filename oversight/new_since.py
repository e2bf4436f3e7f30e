"""What others recorded of children since a moment, counted by kind from the history."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from casetrack.audit import AuditEvent
from casetrack.record import registry
from casetrack.words import uncapital


@dataclass(frozen=True)
class New:
    """What is new of one child: the kinds, each with the number of its facts; the newest moment."""

    child: int
    kinds: tuple[tuple[str, int], ...]
    at: datetime

    @property
    def words(self) -> str:
        """Visit (3), plan for permanence: the kind of which something came last stands first."""
        said = ", ".join(
            uncapital(title) + (f" ({number})" if number > 1 else "")
            for title, number in self.kinds
        )
        return said[:1].upper() + said[1:]


def signed_in_before(user: Any) -> datetime | None:
    """When the user signed in before the last time; None where there was no such time."""
    events = AuditEvent.objects.filter(
        user_id=user.pk, kind=AuditEvent.Kind.SIGN_IN, what="signed-in"
    )
    moments = list(events.order_by("-at").values_list("at", flat=True)[:2])
    return moments[1] if len(moments) == 2 else None


def new_since(children: Collection[int], moment: datetime, *, but_by: str) -> list[New]:
    """Of each of these children (ids) of whom anybody else recorded, changed or took back anything
    after the moment; the newest first, in one question.
    """
    if not children:
        return []
    kinds = registry.every()
    parts = " UNION ALL ".join(
        f"SELECT %s, child_id, count(DISTINCT pgh_obj_id), max(pgh_created_at) FROM {_events(kind)}"
        " WHERE child_id = ANY(%s) AND pgh_created_at > %s"
        " AND coalesce(pgh_context ->> 'by', '') <> %s GROUP BY child_id"
        for kind in kinds
    )
    asked = [part for kind in kinds for part in (kind.code, list(children), moment, but_by)]
    with connection.cursor() as cursor:
        cursor.execute(parts, asked)
        rows = sorted(cursor.fetchall(), key=lambda row: row[3], reverse=True)
    found: dict[int, list[tuple[str, int]]] = {}
    newest: dict[int, datetime] = {}
    for code, child, number, at in rows:
        kind = registry.named(code)
        assert kind is not None, code
        found.setdefault(child, []).append((kind.title, number))
        newest.setdefault(child, at)
    return [New(child, tuple(told), newest[child]) for child, told in found.items()]


def _events(kind: Any) -> str:
    return str(connection.ops.quote_name(kind.model.pgh_event_model._meta.db_table))
