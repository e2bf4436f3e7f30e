"""Half-way between two reviews the reviewing officer looks how things stand."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from casetrack.actions import facts
from casetrack.actions.refusal import Refused
from casetrack.models import CarePeriod, Child
from casetrack.recording import Recording, recording
from permanence.models import MidPoint, MidPointDraft
from placements.models import OrderQuestion

DRAFTS_KEPT = timedelta(days=90)
"""Since it was last kept: as long as half of the longest time between two reviews; our own."""
LONGEST = 1_000
"""So many characters of one answer are kept: more than any answer may have, right or wrong."""


class DraftRefused(Refused):
    """What was typed cannot be kept."""


def keep_draft(*, child: Child, typed: Mapping[str, str], by: Any) -> MidPointDraft:
    """Keep what the officer has typed since the last time, by the name of the question.

    What else the draft holds stays, so that a telephone and a desk fill in one. It is no fact yet:
    no clock is computed and no event written. Nothing is kept of a sealed record.
    """
    if any(len(said) > LONGEST for said in typed.values()):
        raise DraftRefused(f"An answer may have up to {LONGEST:,} characters here.")
    with transaction.atomic():
        Recording().touch([child.pk])
        draft, _ = MidPointDraft.objects.get_or_create(child=child, written_by=by)
        draft.typed = {**draft.typed, **typed}
        draft.saved_at = Now()
        draft.save(update_fields=["typed", "saved_at"])
        draft.refresh_from_db()
        return draft


def discard_draft(*, child: Child, by: Any) -> None:
    """The officer throws away what they have typed."""
    with recording("mid-point.draft-discarded", by=by, children=[child.pk]):
        _remove_draft(child.pk, by)


def forget_drafts(*, now: datetime) -> int:
    """Remove what nobody has gone on with for so long, whoever may read it; how many drafts."""
    old = list(MidPointDraft.objects.filter(saved_at__lt=now - DRAFTS_KEPT))
    children = {draft.child_id for draft in old}
    if not old:
        return 0
    with recording("mid-point.drafts-forgotten", by=None, children=children):
        removed, _ = MidPointDraft.objects.filter(
            pk__in=[draft.pk for draft in old], saved_at__lt=now - DRAFTS_KEPT
        ).delete()
        return removed


def _remove_draft(child: int, by: Any) -> None:
    MidPointDraft.objects.filter(child=child, written_by=by).delete()


def why_not_so(mid_point: MidPoint) -> str:
    """Why the mid-point cannot stand as it is written; empty where it can."""
    if not CarePeriod.objects.filter(child=mid_point.child_id).on(mid_point.held_on).exists():
        return "The child is not in care on that day."
    return ""


def record(*, mid_point: MidPoint, by: Any, still_needed: str = "", reason: str = "") -> MidPoint:
    """The officer held it, `by` unless the mid-point names another.

    `still_needed` answers whether the order of a child who lives at home is still needed, with its
    reason; it is a fact of its own, of the same day. What they had typed of it so far is removed.
    Raises FactRefused.
    """
    with recording("mid-point.held", by=by, children=[mid_point.child_id]):
        mid_point.held_by = mid_point.held_by or by
        facts.record(fact=mid_point, what="mid-point", by=by, rule=why_not_so)
        if still_needed or reason:
            _answer(mid_point, still_needed, reason.strip(), by)
        _remove_draft(mid_point.child_id, by)
        return mid_point


def _answer(mid_point: MidPoint, still_needed: str, reason: str, by: Any) -> None:
    """Raises FactRefused, its reasons beside the questions of the mid-point's page."""
    if not still_needed:
        raise facts.FactRefused(fields={"still_needed": "Answer whether the order is still needed"})
    if not reason:
        raise facts.FactRefused(fields={"reason": "Write why it is, or is not, still needed"})
    question = OrderQuestion(
        child=mid_point.child, asked_on=mid_point.held_on, answer=still_needed, reason=reason
    )
    facts.record(fact=question, what="order-question", by=by)
