"""Statutory reviews of a child's plan, on the day they are held."""

from datetime import date
from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.models import CarePeriod, Child
from casetrack.models.codes import PARTICIPATION
from casetrack.recording import recording
from permanence.models import PermanencePlan, Review


class ReviewRefused(Refused):
    """The review cannot be recorded or withdrawn so."""


def why_not_record(child: Child, on: date) -> str:
    """Why no review can be recorded for `on`; empty where one can."""
    if not CarePeriod.objects.filter(child=child).on(on).exists():
        return "The child is not in care on that day."
    if Review.objects.filter(child=child, held_on=on).exists():
        return "A review is already recorded for that day."
    return ""


def record(*, child: Child, on: date, participation: str, by: Any) -> Review:
    """A review was held on `on`, and this is how the child took part in it."""
    with recording("review.recorded", by=by, children=[child.pk]):
        if reason := why_not_record(child, on):
            raise ReviewRefused(reason)
        if participation not in PARTICIPATION:
            raise ReviewRefused("Choose how the child took part.")
        return Review.objects.create(child=child, held_on=on, participation=participation)


def withdraw(*, review: Review, why: str, by: Any) -> None:
    """The review was recorded by mistake; one that ratified a plan stands."""
    with recording("review.withdrawn", by=by, why=why, children=[review.child_id]):
        ratified = PermanencePlan.objects.filter(child=review.child_id, ratified_on=review.held_on)
        if ratified.exists():
            raise ReviewRefused("A plan was ratified at that review, so it must stand.")
        review.delete()
