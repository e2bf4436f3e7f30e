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
from permanence.models import PermanencePlan, Review


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
    without_meeting: bool = False,
    decisions: str = "",
) -> Review:
    """A review was held on `on`, and this is how the child took part in it."""
    with recording("review.recorded", by=by, children=[child.pk]):
        if reason := why_not_record(child, on):
            raise ReviewRefused(reason)
        if participation not in PARTICIPATION:
            raise ReviewRefused("Choose how the child took part.")
        return Review.objects.create(
            child=child,
            held_on=on,
            participation=participation,
            without_meeting=without_meeting,
            decisions=decisions.strip(),
        )


def why_not_so(review: Review) -> str:
    """Why a review cannot stand as it is written, beside what else is recorded; empty if it can."""
    care = CarePeriod.objects.filter(child=review.child_id)
    if not care.on(review.held_on).exists():
        return "The child is not in care on that day."
    before = Review.objects.filter(pk=review.pk).first()
    if before is not None and before.held_on != review.held_on and _ratified(before):
        return "A plan was ratified at that review, so its day must stand."
    return ""


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
    return "A plan was ratified at that review, so it must stand." if _ratified(review) else ""


def _ratified(review: Review) -> bool:
    return PermanencePlan.objects.filter(child=review.child_id, ratified_on=review.held_on).exists()
