"""The chain that makes a change of the audit show, whoever makes it.

Each link holds the digest of one event and a hash over that digest, the link's own place and time,
and the hash before it: whoever changes, removes or adds an event afterwards would have to make all
later links anew. Once a day an anchor notes how far the chain had come; it is an event of the chain
itself and a line of the log, so that a chain made anew disagrees with what was kept elsewhere.

Events are written without a link, because a chain that every page had to lock would queue the whole
site; `casetrack.actions.sealing` links them within seconds. No event can be missed by that: a
trigger of the audit table notes each event in `AuditUnsealed`, in the event's own transaction. An
event that commits late, with an earlier time than events long sealed, appears there when it
commits, and stays until the transaction that links it takes it out. The table is as small as the
backlog, however many millions of events there are.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import models

from casetrack.privacy import classes

FORM = 1
# The columns of each form of an event's content. A new column makes a new form; old links keep
# theirs, because they could not be proved otherwise.
FORMS: dict[int, tuple[str, ...]] = {
    FORM: (
        "id",
        "at",
        "kind",
        "what",
        "username",
        "user_id",
        "children",
        "allowed_by",
        "request_id",
        "details",
    )
}
START = bytes(32)
"""What stands for the hash before the first link."""

ANCHORED = "audit.anchored"
"""The event that tells of an anchor."""

_MOMENT = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
# As text, because a time or a number beyond what Python knows must not stop the proof.
_AS_TEXT = {
    "id": "{}::text",
    "at": _MOMENT,
    "request_id": "{}::text",
    "details": "{}::text",
}


class AuditUnsealed(models.Model):
    """An event that is not in the chain yet; filled by a trigger, emptied by the sealer."""

    event = models.UUIDField(primary_key=True)
    at = models.DateTimeField()

    PRIVACY = classes(key="event at")

    class Meta:
        indexes = [models.Index(fields=["at", "event"], name="audit_unsealed_order")]

    def __str__(self) -> str:
        return f"unsealed {self.event}"


class AuditLink(models.Model):
    """One event's place in the chain; `form` says which columns its digest covers."""

    position = models.BigIntegerField(primary_key=True)
    event = models.UUIDField(unique=True)
    form = models.SmallIntegerField(default=FORM)
    digest = models.BinaryField()
    hash = models.BinaryField()
    sealed_at = models.DateTimeField()

    PRIVACY = classes(key="position event form digest hash sealed_at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="audit_link_counts_from_one", condition=models.Q(position__gte=1)
            )
        ]

    def __str__(self) -> str:
        return f"link {self.position}"


class AuditAnchor(models.Model):
    """The last link that was sealed on `day` (Europe/London)."""

    day = models.DateField(primary_key=True)
    position = models.BigIntegerField()
    hash = models.BinaryField()
    made_at = models.DateTimeField()

    PRIVACY = classes(key="day position hash made_at")

    def __str__(self) -> str:
        return f"anchor of {self.day}"


def moment(at: datetime) -> str:
    """In UTC to the microsecond: 2026-06-01T09:30:00.000000Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment_sql(column: str) -> str:
    """What PostgreSQL writes as `moment` does."""
    return _MOMENT.format(column)


def content_sql(alias: str) -> str:
    """The columns of an event's content, in the order of FORMS[FORM], as `digest` takes them."""
    return ", ".join(_AS_TEXT.get(name, "{}").format(f"{alias}.{name}") for name in FORMS[FORM])


def digest(event: Mapping[str, Any], form: int = FORM) -> bytes:
    """SHA-256 of an event's content: JSON with sorted keys and without spaces, in ASCII.

    `details` is the text that PostgreSQL writes of it: parsed, numbers would lose digits. The ids
    of `children` stand as they are stored, which is sorted.
    """
    told = {name: event[name] for name in FORMS[form]} | {"form": form}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).digest()


def link_hash(previous: bytes, content: bytes, position: int, sealed_at: str) -> bytes:
    """SHA-256 of the hash before, the event's digest, and the link's own place and time."""
    return hashlib.sha256(previous + content + f"{position} {sealed_at}".encode()).digest()
