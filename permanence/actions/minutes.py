"""The minutes of a meeting: corrected, approved, locked, and noted upon."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models.functions import Now

from casetrack.models import Child, User, Worker
from casetrack.recording import recording
from permanence.actions.decisions import DecisionRefused, minuted, to_minute
from permanence.actions.held import DRAFTS, hold
from permanence.actions.meetings import MeetingRefused, valid
from permanence.models import (
    AgreedAction,
    Decision,
    Meeting,
    MeetingStage,
    MinuteNote,
    MinutePage,
    Minutes,
)

TOO_LATE = "Minutes are corrected after the meeting, until they are approved."
LOCKED_AS = "minutes.digest"
"""The event of the audit that holds the digest."""


def why_not_sign(meeting: Meeting, by: Any) -> str:
    """Why `by` cannot approve or lock the minutes; empty where they may."""
    series = meeting.series
    if by.pk in (series.chair_id, series.deputy_id, meeting.chaired_by_id):
        return ""
    return "The minutes are approved and locked by the chair or the deputy of the group."


def correct(
    *,
    decision: Decision,
    text: str,
    reason: str,
    owner: Worker | None,
    due_on: date | None,
    by: Any,
) -> Decision:
    """Put the words of a decision right, and who carries it out by when; what it did stays done."""
    children = [decision.child_id]
    with recording("minutes.corrected", by=by, children=children, decision=str(decision.uuid)):
        if decision.meeting is None:
            raise MeetingRefused("That decision is in no minutes yet.")
        meeting = hold(decision.meeting)
        if meeting.stage not in DRAFTS:
            raise MeetingRefused(TOO_LATE)
        decision = Decision.objects.select_related("series").get(pk=decision.pk)
        decision.text, decision.reason = text.strip(), reason.strip()
        decision.owner, decision.due_on = owner, due_on
        if owner is not None and owner.authority_id != decision.series.authority_id:
            raise DecisionRefused("Who does it must work for the child’s own authority.")
        valid(decision, MeetingRefused, validate_unique=False)
        decision.save()
        for action in AgreedAction.objects.filter(decision=decision):
            _follow(action, decision)
        meeting.corrected_at = Now()
        meeting.save(update_fields=["corrected_at"])
        return decision


def approve(*, meeting: Meeting, by: User) -> None:
    """The chair finds that the minutes say what was decided."""
    # The children are held before the meeting, as by everybody who writes of one at it.
    children = list(to_minute(meeting).values_list("child_id", flat=True))
    with recording("minutes.approved", by=by, children=children, meeting=str(meeting.uuid)):
        meeting = hold(meeting)
        if refusal := why_not_sign(meeting, by):
            raise MeetingRefused(refusal)
        if meeting.stage not in DRAFTS:
            raise MeetingRefused("Minutes are approved once, after the meeting is closed.")
        minuted(meeting=meeting, by=by)
        meeting.approved_at, meeting.approved_by = Now(), by
        meeting.save(update_fields=["approved_at", "approved_by"])


def send_back(*, meeting: Meeting, by: User) -> None:
    """The minutes were approved too soon, and may be corrected again."""
    with recording("minutes.sent-back", by=by, meeting=str(meeting.uuid)):
        meeting = hold(meeting)
        if refusal := why_not_sign(meeting, by):
            raise MeetingRefused(refusal)
        if meeting.stage != MeetingStage.APPROVED:
            raise MeetingRefused("Only approved minutes that are not locked are sent back.")
        meeting.approved_at, meeting.approved_by = None, None
        meeting.save(update_fields=["approved_at", "approved_by"])


def lock(
    *, meeting: Meeting, head: Mapping[str, Any], pages: Mapping[int, str], by: User
) -> Minutes:
    """Put a page into each child's record (by child, its text) and let nothing change any more.

    The digest of head and pages goes into the audit, which cannot be written anew.
    """
    with recording("minutes.locked", by=by, children=pages, meeting=str(meeting.uuid)):
        meeting = hold(meeting)
        if refusal := why_not_sign(meeting, by):
            raise MeetingRefused(refusal)
        if meeting.stage != MeetingStage.APPROVED:
            raise MeetingRefused("Only approved minutes are locked.")
        digests = {child: digest_of(page) for child, page in pages.items()}
        whole = whole_digest(head, digests)
        kept = Minutes.objects.create(meeting=meeting, head=dict(head), digest=whole)
        MinutePage.objects.bulk_create(
            MinutePage(child_id=child, minutes=kept, page=page, digest=digests[child])
            for child, page in pages.items()
        )
        meeting.locked_at, meeting.locked_by = Now(), by
        meeting.save(update_fields=["locked_at", "locked_by"])
        with recording(LOCKED_AS, by=by, meeting=str(meeting.uuid), digest=whole):
            return kept


def note(*, minutes: Minutes, child: Child | None, text: str, by: Any) -> MinuteNote:
    """What is wrong in locked minutes, and what is right; they themselves stay as they are."""
    children = [child.pk] if child else []
    with recording("minutes.noted", by=by, children=children, meeting=str(minutes.meeting.uuid)):
        noted = MinuteNote(minutes=minutes, child=child, text=text.strip(), noted_by=by)
        valid(noted, MeetingRefused, validate_unique=False)
        noted.save()
        return noted


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def whole_digest(head: Mapping[str, Any], digests: Mapping[int, str]) -> str:
    """Of the head, which is the same read back from the database, and of each child's page."""
    said = json.dumps(head, sort_keys=True, ensure_ascii=False)
    return digest_of(said + "".join(digests[child] for child in sorted(digests)))


def _follow(action: AgreedAction, decision: Decision) -> None:
    """The action that the decision had agreed says the same as the decision."""
    assert decision.owner is not None and decision.due_on is not None
    if decision.owner_id != action.owner_id or decision.due_on != action.due_on:
        action.told, action.told_on = None, None
    action.text, action.owner, action.due_on = decision.text, decision.owner, decision.due_on
    action.save()
