"""Statutory reviews of a child's plan, on the day they are held, and what follows them."""

from collections.abc import Collection, Iterable
from dataclasses import KW_ONLY, dataclass
from datetime import date, time
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from casetrack.actions import changes, facts
from casetrack.actions.refusal import Refused
from casetrack.models import Authority, CarePeriod, Child
from casetrack.models.codes import PARTICIPATION
from casetrack.recording import recording
from permanence.actions import planned_reviews
from permanence.models import (
    ChildsWords,
    PermanencePlan,
    PlannedReview,
    Review,
    ReviewMeeting,
)


class ReviewRefused(Refused):
    """The review cannot be recorded or withdrawn so."""


@dataclass(frozen=True)
class Followed:
    """What followed a review (its id): what it decided, and the days of what was sent and made.

    `held_by` is the id of the user who held it; one that was adjourned, or held as several
    meetings, may not be finished yet.
    """

    review: int
    decisions: str
    sent_on: date | None = None
    answered_on: date | None = None
    record_made_on: date | None = None
    record_sent_on: date | None = None
    _: KW_ONLY
    held_by: int | None = None
    in_parts: bool = False
    adjourned_on: date | None = None
    adjourned_because: str = ""
    completed_on: date | None = None
    mid_point_planned_on: date | None = None


FOLLOWED = {
    "decisions": ("decisions", "text"),
    "decisions_sent_on": ("sent_on", "date"),
    "answered_on": ("answered_on", "date"),
    "record_made_on": ("record_made_on", "date"),
    "record_sent_on": ("record_sent_on", "date"),
    "held_by_id": ("held_by", "bigint"),
    "in_parts": ("in_parts", "boolean"),
    "adjourned_on": ("adjourned_on", "date"),
    "adjourned_because": ("adjourned_because", "text"),
    "completed_on": ("completed_on", "date"),
    "mid_point_planned_on": ("mid_point_planned_on", "date"),
}
"""By column of the review: the field of `Followed` that it is set from, and its type."""


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
    if before is not None and _ratified(before).exclude(ratified_on__in=_days(review)).exists():
        return "A plan was ratified at that review, so its day must stand."
    return ""


def is_finished(review: Review) -> bool:
    """Neither adjourned and not finished yet, nor still going on in several meetings."""
    one_day = review.adjourned_on is None and not review.in_parts
    return one_day or review.completed_on is not None


def decided_on(review: Review) -> date:
    """The day of what it decides: that on which it was finished, where it went on."""
    return review.completed_on or review.held_on


def hold(
    *,
    child: Child,
    on: date,
    participation: str,
    by: Any,
    held_by: Any = None,
    in_parts: bool = False,
    without_meeting: bool = False,
    with_whom: str = "",
    about: str = "",
    came: Collection[int] = (),
    words: ChildsWords | None = None,
) -> Review:
    """A review was held, with what is known on its day: who of those invited (ids) came, what the
    child said at it, and with whom the first meeting was of one in parts. Raises FactRefused.
    """
    with recording("review.held", by=by, children=[child.pk]):
        review = record(
            child=child,
            on=on,
            participation=participation,
            by=by,
            held_by=held_by,
            in_parts=in_parts,
            without_meeting=without_meeting,
        )
        if in_parts:
            meet(review=review, on=on, with_whom=with_whom, about=about, by=by)
        if planned := PlannedReview.objects.filter(review=review).first():
            planned_reviews.attended(planned=planned, came=came, by=by)
        if words is not None:
            facts.record(fact=words, what="words", by=by)
        return review


def meet(*, review: Review, on: date, with_whom: str, by: Any, about: str = "") -> ReviewMeeting:
    """One of the meetings as which it is held. Raises FactRefused."""
    meeting = ReviewMeeting(
        child=review.child,
        review=review,
        held_on=on,
        with_whom=with_whom.strip(),
        about=about.strip(),
    )
    recorded: ReviewMeeting = facts.record(
        fact=meeting, what="review-meeting", by=by, rule=why_not_meeting
    )
    return recorded


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


def follow(*, review: Review, what: str, by: Any, **happened: Any) -> None:
    """Something followed the review: it was adjourned, its decisions sent; fields and values.

    Raises FactRefused where that cannot be, such as an answer before there was anything to answer,
    and where somebody recorded it meanwhile.
    """
    changes.record(fact=review, what=f"review.{what}", by=by, **happened)


def why_not_close(review: Review) -> str:
    """Why it cannot be closed; empty where it can."""
    if not is_finished(review):
        return "The review is not finished yet."
    return "The review is closed already." if review.mid_point_planned_on is not None else ""


def close(
    *,
    review: Review,
    mid_point_on: date,
    next_on: date | None,
    on: date,
    by: Any,
    next_at: time | None = None,
    place: str = "",
) -> None:
    """The look between two reviews is booked, and the next review unless its day is set already or
    the child will have left care by then. Raises FactRefused.
    """
    with recording("review.closed", by=by, children=[review.child_id]):
        review.refresh_from_db()
        if reason := why_not_close(review):
            raise ReviewRefused(reason)
        follow(review=review, what="mid-point-booked", mid_point_planned_on=mid_point_on, by=by)
        if next_on is not None:
            planned_reviews.plan(
                child=review.child,
                planned_on=next_on,
                planned_at=next_at,
                place=place,
                on=on,
                by=by,
            )


def follow_all(*, authority: Authority, followed: Iterable[Followed], by: Any) -> None:
    """What followed many reviews, in one go; the database refuses what is out of order."""
    rows = list(followed)
    given = [[getattr(row, name) for row in rows] for name, _ in FOLLOWED.values()]
    numbers = [row.review for row in rows]
    touched = Review.objects.filter(pk__in=numbers, child__authority=authority)
    children = set(touched.values_list("child_id", flat=True))
    arrays = ", ".join(f"%s::{kind}[]" for _, kind in FOLLOWED.values())
    with (
        recording("reviews.followed", by=by, children=children, authority=authority.code),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f"UPDATE permanence_review SET {', '.join(f'{name} = f.{name}' for name in FOLLOWED)}"
            f" FROM unnest(%s::bigint[], {arrays}) AS f(id, {', '.join(FOLLOWED)})"
            " WHERE permanence_review.id = f.id AND child_id = ANY(%s)",
            [numbers, *given, list(children)],
        )


def withdraw(*, review: Review, why: str, by: Any) -> None:
    """The review was recorded by mistake; one that ratified a plan stands."""
    with recording("review.withdrawn", by=by, why=why, children=[review.child_id]):
        if reason := why_not_withdraw(review):
            raise ReviewRefused(reason)
        review.delete()


def why_not_withdraw(review: Review) -> str:
    """Why it cannot be said that the review was never held; empty where it can."""
    if _ratified(review).exists():
        return "A plan was ratified at that review, so it must stand."
    if review.actions.exists():
        return "What the review decided is recorded. Take those decisions back first."
    if review.writings.filter(sent_on__isnull=False).exists():
        return "A letter or a record of that review was sent, so it must stand."
    to_come = PlannedReview.objects.to_come().filter(child=review.child_id)
    if to_come.exists() and PlannedReview.objects.filter(review=review.pk).exists():
        return "The next review is planned already. Call that off first."
    return ""


def _ratified(review: Review) -> QuerySet[PermanencePlan]:
    """The plans that it ratified, on the day it was held or finished."""
    return PermanencePlan.objects.filter(child=review.child_id, ratified_on__in=_days(review))


def _days(review: Review) -> list[date]:
    return [day for day in (review.held_on, review.completed_on) if day is not None]
