"""The next review before it is held: its day is set, moved or called off, and people are invited.

A review is due by its own clock whatever day is set for it.
"""

from collections.abc import Collection
from datetime import date, time
from typing import Any

from casetrack.actions import facts
from casetrack.actions.refusal import Refused
from casetrack.models import CarePeriod, Child
from casetrack.recording import recording
from permanence.models import PlannedReview, ReviewInvitation, Took

NOTED = ("child_wants", "contact_on", "reports_on", "reports_missing")
"""What the officer has before the review, noted as it comes."""
OPEN = ("", Took.COMING)
"""What an invitation stands at of whom nobody knows yet whether they took part."""


class PlannedReviewRefused(Refused):
    """The review is not one that is still to come, or cannot be planned so."""


def plan(
    *,
    child: Child,
    planned_on: date,
    on: date,
    by: Any,
    planned_at: time | None = None,
    place: str = "",
    child_wants: str = "",
) -> PlannedReview:
    """Set the day of the next review; a child has one to come at most. Raises FactRefused."""
    planned = PlannedReview(
        child=child,
        planned_on=planned_on,
        planned_at=planned_at,
        place=place.strip(),
        child_wants=child_wants.strip(),
        set_on=on,
    )
    recorded: PlannedReview = facts.record(
        fact=planned, what="planned-review", by=by, rule=_why_not_plan
    )
    return recorded


def _why_not_plan(planned: PlannedReview) -> str:
    if not CarePeriod.objects.filter(child=planned.child_id).on(planned.set_on).exists():
        return "The child is not in care on that day."
    return ""


def why_not_change(planned: PlannedReview) -> str:
    """Why nothing of it can be changed any more; empty where it can."""
    if planned.called_off_on is not None:
        return "That review was called off."
    return "That review was held already." if planned.review_id is not None else ""


def move(
    *,
    planned: PlannedReview,
    planned_on: date,
    on: date,
    by: Any,
    planned_at: time | None = None,
    place: str = "",
) -> None:
    """Another day, time or place. Raises FactRefused, as whatever changes it does.

    Another day is set on the day on which it is moved: what is due so long before the review counts
    from then, and a mid-point that was held by then stays in time.
    """
    with recording("planned-review.moved", by=by, children=[planned.child_id]):
        if planned_on < on:
            raise facts.FactRefused(fields={"planned_on": "Enter a day that has not passed"})
        planned.refresh_from_db()
        set_on = on if planned_on != planned.planned_on else planned.set_on
        _change(planned, planned_on=planned_on, planned_at=planned_at, place=place, set_on=set_on)


def call_off(*, planned: PlannedReview, on: date, because: str, by: Any) -> None:
    """It is not held; the next one is still due by the same day."""
    with recording("planned-review.called-off", by=by, children=[planned.child_id]):
        _change(planned, called_off_on=on, called_off_because=because)


def note(*, planned: PlannedReview, by: Any, **noted: Any) -> None:
    """What the officer learnt or got before the review; those of `NOTED` that are given."""
    assert set(noted) <= set(NOTED)
    with recording("planned-review.noted", by=by, children=[planned.child_id]):
        _change(planned, **noted)


def _change(planned: PlannedReview, **values: Any) -> None:
    planned.refresh_from_db()
    if reason := why_not_change(planned):
        raise PlannedReviewRefused(reason)
    for name, value in values.items():
        setattr(planned, name, value.strip() if isinstance(value, str) else value)
    facts.check(planned, facts.no_rule)
    with facts.fitting():
        planned.save(update_fields=list(values))


def invite(
    *, planned: PlannedReview, name: str, part: str, by: Any, invited_on: date | None = None
) -> ReviewInvitation:
    """Somebody is to come, as the child and the officer agreed. Raises FactRefused."""
    with recording("review-invitation.made", by=by, children=[planned.child_id]):
        _refuse_called_off(planned)
        invitation = ReviewInvitation(
            child=planned.child,
            planned=planned,
            name=name.strip(),
            part=part,
            invited_on=invited_on,
        )
        recorded: ReviewInvitation = facts.record(fact=invitation, what="review-invitation", by=by)
        return recorded


def note_invitation(
    *, invitation: ReviewInvitation, invited_on: date | None, took: str, by: Any
) -> None:
    """They were invited, and what became of it: they come, send what they think, took part."""
    with recording("review-invitation.noted", by=by, children=[invitation.child_id]):
        invitation.refresh_from_db()
        _refuse_called_off(invitation.planned)
        invitation.invited_on, invitation.took = invited_on, took
        facts.check(invitation, facts.no_rule)
        invitation.save(update_fields=["invited_on", "took"])


def attended(*, planned: PlannedReview, came: Collection[int], by: Any) -> None:
    """These invitations (ids) were taken up; whoever else was expected did not come."""
    with recording("review-invitations.attended", by=by, children=[planned.child_id]):
        invited = planned.invitations.all()
        invited.filter(pk__in=came).update(took=Took.CAME)
        invited.filter(took__in=OPEN).update(took=Took.ABSENT)


def uninvite(*, invitation: ReviewInvitation, by: Any) -> None:
    """They are not to come after all; the history keeps that they were to."""
    with recording("review-invitation.removed", by=by, children=[invitation.child_id]):
        planned = invitation.planned
        planned.refresh_from_db()
        if reason := why_not_change(planned):
            raise PlannedReviewRefused(reason)
        invitation.delete()


def _refuse_called_off(planned: PlannedReview) -> None:
    """Of one that was held it is still written down who came."""
    planned.refresh_from_db()
    if planned.called_off_on is not None:
        raise PlannedReviewRefused(why_not_change(planned))
