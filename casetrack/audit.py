"""Who looked at which children, and who wrote what: one row an event, no foreign keys.

Events outlive the rows they speak of, so they hold ids and codes, never names. A read is written in
the transaction of the page that shows it: where it cannot be written, the page is refused. Reading
a list is one event that names all the children in it.

The database lets nobody change or remove an event, and hands each to the sealer (`casetrack.chain`)
as it is written.
"""

import uuid
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import DatabaseError, models
from django.db.models.functions import Now
from django.http import HttpRequest

from casetrack.privacy import classes

# The request that is being answered, for writes, which are not handed one; None in jobs.
serving: ContextVar[HttpRequest | None] = ContextVar("serving", default=None)


class NotWritten(Exception):
    """The event cannot be written, so what it would have told of must not happen or be shown."""


class AuditEvent(models.Model):
    """One read or write: when, who, what, about which children, why allowed, in which request.

    `allowed_by` holds the roles and grants that allowed it, such as "manager:North".
    """

    class Kind(models.TextChoices):
        READ = "read", "looked at"
        WRITE = "write", "recorded"
        EXPORT = "export", "took out"
        SIGN_IN = "sign-in", "signed in"
        REFUSED = "refused", "was refused"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(db_default=Now(), db_index=True)
    kind = models.CharField(max_length=10, choices=Kind)
    what = models.CharField(max_length=80)
    username = models.CharField(max_length=150, blank=True)
    user_id = models.BigIntegerField(null=True)
    children = ArrayField(models.BigIntegerField(), default=list)
    allowed_by = ArrayField(models.TextField(), default=list)
    request_id = models.UUIDField(null=True)
    details = models.JSONField(default=dict)

    PRIVACY = classes(
        key="id at kind what user_id children request_id",
        staff="username allowed_by",
        sensitive="details",
    )

    class Meta:
        indexes = [GinIndex(fields=["children"], name="audit_event_children")]
        constraints = [
            models.CheckConstraint(
                name="audit_event_has_a_kind",
                condition=models.Q(kind__in=["read", "write", "export", "sign-in", "refused"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} ({self.kind})"


def wrote(what: str, *, by: Any, children: Iterable[int], **details: Any) -> AuditEvent:
    """A write; called by `recording()`, inside the transaction of the write."""
    return _event(AuditEvent.Kind.WRITE, what, by, children, serving.get(), details)


def looked(request: HttpRequest, what: str, children: Iterable[int], **details: Any) -> AuditEvent:
    """A read of these children's records by the signed-in user, one event for the whole page."""
    return _event(AuditEvent.Kind.READ, what, request.user, children, request, details)


def took_out(
    request: HttpRequest, what: str, children: Iterable[int], **details: Any
) -> AuditEvent:
    """An export: like a read, and the file has left the building."""
    return _event(AuditEvent.Kind.EXPORT, what, request.user, children, request, details)


def refused(request: HttpRequest, what: str, children: Iterable[int], **details: Any) -> AuditEvent:
    """The signed-in user asked for the page `what` and did not get it."""
    return _event(AuditEvent.Kind.REFUSED, what, request.user, children, request, details)


def sign_in(request: HttpRequest, what: str, user: Any) -> AuditEvent:
    """Somebody tried to sign in; `user` is None where nobody has the name that was typed."""
    return _event(AuditEvent.Kind.SIGN_IN, what, user, [], request, {})


def _event(
    kind: str,
    what: str,
    by: Any,
    children: Iterable[int],
    request: HttpRequest | None,
    details: dict[str, Any],
) -> AuditEvent:
    try:
        return AuditEvent.objects.create(
            kind=kind,
            what=what,
            username=by.get_username() if by is not None else "",
            user_id=by.pk if by is not None else None,
            children=sorted(children),
            allowed_by=list(getattr(request, "allowed_by", [])),
            request_id=getattr(request, "request_id", None),
            details=details,
        )
    except DatabaseError as error:
        raise NotWritten from error
