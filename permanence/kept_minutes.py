"""Proves locked minutes: each page and head against its digest, and that against the audit.

The audit is proved by itself (`verify_audit`). A child's record that was sealed since has her page
in its archive, and no words of it here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from casetrack.access import visibility
from casetrack.audit import AuditEvent
from casetrack.models import Child
from permanence.actions.minutes import LOCKED_AS, digest_of, whole_digest
from permanence.models import Meeting, MinutePage, Minutes


@dataclass(frozen=True)
class Proof:
    """Of the minutes of one meeting: how many pages are as they were locked, which records were
    sealed since (ids of the pages), and what differs, in words.
    """

    meeting: str
    pages: int
    sealed: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def prove() -> list[Proof]:
    """Of all locked minutes, and of those that should be there and are not."""
    told = _told()
    found = [_proved(kept, told) for kept in Minutes.objects.select_related("meeting")]
    kept = {proof.meeting for proof in found}
    locked = Meeting.objects.exclude(locked_at=None).values_list("uuid", flat=True)
    for meeting in sorted({*map(str, locked), *told} - kept):
        found.append(Proof(meeting, 0, wrong=["the minutes are missing"]))
    return found


def _told() -> dict[str, str]:
    """By meeting, the digest in the audit."""
    events = AuditEvent.objects.filter(what=LOCKED_AS, kind=AuditEvent.Kind.WRITE)
    return dict(events.values_list("details__meeting", "details__digest"))


def _proved(kept: Minutes, told: dict[str, str]) -> Proof:
    meeting, pages = str(kept.meeting.uuid), list(MinutePage.objects.filter(minutes=kept))
    own = Child.objects.filter(pk__in=[page.child_id for page in pages])
    hidden = set(own.filter(visibility.sealed()).values_list("pk", flat=True))
    sealed = [page.pk for page in pages if page.child_id in hidden]
    whole = whole_digest(kept.head, {page.child_id: page.digest for page in pages})
    wrong = list(_changed(pages, hidden))
    if whole != kept.digest:
        wrong.append("the head was changed, or a page added or removed")
    if told.get(meeting) != kept.digest:
        wrong.append("the digest is not the one in the audit")
    return Proof(meeting, len(pages) - len(sealed), sealed, wrong)


def _changed(pages: list[MinutePage], hidden: set[int]) -> Iterator[str]:
    for page in pages:
        if page.child_id not in hidden and digest_of(page.page) != page.digest:
            yield f"page {page.pk} was changed"
