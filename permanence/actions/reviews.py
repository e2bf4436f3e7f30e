"""Statutory reviews of a child's plan, on the day they are held, and what follows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from casetrack.actions import changes
from casetrack.actions.refusal import Refused
from casetrack.models import Authority, CarePeriod, Child
from casetrack.models.codes import PARTICIPATION
from casetrack.recording import recording
from permanence.models import (
    Disagreement,
    PermanencePlan,
    PlannedReview,
    Review,
    ReviewMeeting,
)


class ReviewRefused(Refused):
    """The review cannot be recorded or withdrawn so."""


@dataclass(frozen=True)
class Followed:
    """What followed a review (its id): what it decided, and the days of what was sent and made."""

    review: int
    decisions: str
    sent_on: date | None = None
    answered_on: date | None = None
    record_made_on: date | None = None
    record_sent_on: date | None = None


def why_not_record(child: Child, on: date) -> str:
    """Why no review can be recorded for `on`; empty where one can."""
    if not CarePeriod.objects.filter(child=child).on(on).exists():
        return "The child is not in care on that day."
    if Review.objects.filter(child=child, held_on=on).exists():
        return "A review is already recorded for that day."
    return ""


def record(
    *,
    child: Child,
    on: date,
    participation: str,
    by: Any,
    held_by: Any = None,
    in_parts: bool = False,
    without_meeting: bool = False,
    decisions: str = "",
) -> Review:
    """A review was held on `on`, and this is how the child took part in it.

    `by` held it unless another did. The review that was planned is this one from now on.
    """
    with recording("review.recorded", by=by, children=[child.pk]):
        if reason := why_not_record(child, on):
            raise ReviewRefused(reason)
        if participation not in PARTICIPATION:
            raise ReviewRefused("Choose how the child took part.")
        if in_parts and without_meeting:
            raise ReviewRefused("A review without a meeting is not held as several.")
        review = Review.objects.create(
            child=child,
            held_on=on,
            held_by=held_by or by,
            participation=participation,
            in_parts=in_parts,
            without_meeting=without_meeting,
            decisions=decisions.strip(),
        )
        PlannedReview.objects.to_come().filter(child=child, set_on__lte=on).update(review=review)
        return review


def why_not_so(review: Review) -> str:
    """Why a review cannot stand as it is written, beside what else is recorded; empty if it can."""
    care = CarePeriod.objects.filter(child=review.child_id)
    if not care.on(review.held_on).exists():
        return "The child is not in care on that day."
    before = Review.objects.filter(pk=review.pk).first()
    if before is not None and before.held_on != review.held_on and _ratified(before):
        return "A plan was ratified at that review, so its day must stand."
    return ""


def why_not_meeting(meeting: ReviewMeeting) -> str:
    """Why the meeting cannot have been one of its review; empty where it can."""
    review = meeting.review
    if not review.in_parts:
        return "That review is not one that is held as several meetings."
    if meeting.held_on < review.held_on:
        return "The review began after that day."
    if review.completed_on is not None and meeting.held_on > review.completed_on:
        return "The review was finished by that day."
    return ""


def reply(*, disagreement: Disagreement, on: date, reply: str, by: Any) -> None:
    """The officer says whether the decision stands. Raises FactRefused."""
    changes.record(
        fact=disagreement,
        what="disagreement.replied",
        by=by,
        replied_on=on,
        reply=reply.strip(),
        replied_by=by,
    )


def why_not_withdraw_disagreement(disagreement: Disagreement) -> str:
    """Why the manager cannot take it back; empty where it can be."""
    return "The officer has replied to it, so it stands." if disagreement.replied_on else ""


def follow(*, review: Review, what: str, by: Any, **happened: Any) -> None:
    """Something followed the review: it was adjourned, its decisions sent; fields and values.

    Raises FactRefused where that cannot be, such as an answer before there was anything to answer,
    and where somebody recorded it meanwhile.
    """
    changes.record(fact=review, what=f"review.{what}", by=by, **happened)


def follow_all(*, authority: Authority, followed: Iterable[Followed], by: Any) -> None:
    """What followed many reviews, in one go; the database refuses what is out of order."""
    rows = list(followed)
    columns = (
        [row.review for row in rows],
        [row.decisions for row in rows],
        [row.sent_on for row in rows],
        [row.answered_on for row in rows],
        [row.record_made_on for row in rows],
        [row.record_sent_on for row in rows],
    )
    touched = Review.objects.filter(pk__in=columns[0], child__authority=authority)
    children = set(touched.values_list("child_id", flat=True))
    with (
        recording("reviews.followed", by=by, children=children, authority=authority.code),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE permanence_review SET decisions = f.decisions, decisions_sent_on = f.sent,"
            " answered_on = f.answered, record_made_on = f.made, record_sent_on = f.record_sent"
            " FROM unnest(%s::bigint[], %s::text[], %s::date[], %s::date[], %s::date[], %s::date[])"
            " AS f(id, decisions, sent, answered, made, record_sent)"
            " WHERE permanence_review.id = f.id AND child_id = ANY(%s)",
            [*columns, list(children)],
        )


def withdraw(*, review: Review, why: str, by: Any) -> None:
    """The review was recorded by mistake; one that ratified a plan stands."""
    with recording("review.withdrawn", by=by, why=why, children=[review.child_id]):
        if reason := why_not_withdraw(review):
            raise ReviewRefused(reason)
        review.delete()


def why_not_withdraw(review: Review) -> str:
    """Why it cannot be said that the review was never held; empty where it can."""
    if _ratified(review):
        return "A plan was ratified at that review, so it must stand."
    if review.actions.exists():
        return "What the review decided is recorded. Take those decisions back first."
    return ""


def _ratified(review: Review) -> bool:
    return PermanencePlan.objects.filter(child=review.child_id, ratified_on=review.held_on).exists()
