"""The letter to the child and the record of a review: drafted, kept in versions, and sent."""

from datetime import date
from typing import Any

from casetrack.actions import facts
from casetrack.actions.refusal import Refused
from casetrack.recording import recording
from permanence.actions.reviews import is_finished
from permanence.models import Review, ReviewWriting, WritingForm


class WritingRefused(Refused):
    """The text cannot be kept or sent so."""


def newest(review: Review, form: str) -> ReviewWriting | None:
    return review.writings.filter(form=form).order_by("version").last()


def draft(*, review: Review, form: str, text: str, by: Any) -> ReviewWriting:
    """The first version, which the officer goes on from; what was written already stands."""
    with recording("review-writing.drafted", by=by, children=[review.child_id], form=form):
        return newest(review, form) or _version(review, form, 1, text, by)


def keep(*, review: Review, form: str, text: str, seen: int, by: Any) -> ReviewWriting:
    """A version of its own where the text is another than before; `seen` is the number of the one
    that the writer had before them. Raises FactRefused.
    """
    with recording("review-writing.kept", by=by, children=[review.child_id], form=form):
        before = newest(review, form)
        last = before.version if before else 0
        if before is not None and before.text == text.strip():
            return before
        if last != seen:
            raise WritingRefused(
                "Somebody kept another version while you had this one open. Look at it, then put "
                "yours in again."
            )
        return _version(review, form, last + 1, text, by)


def _version(review: Review, form: str, number: int, text: str, by: Any) -> ReviewWriting:
    writing = ReviewWriting(
        child=review.child,
        review=review,
        form=form,
        version=number,
        text=text.strip(),
        written_by=by,
    )
    recorded: ReviewWriting = facts.record(fact=writing, what="review-writing", by=by)
    return recorded


def why_not_send(writing: ReviewWriting, on: date) -> str:
    """Why this version cannot be sent on `on`; empty where it can."""
    review = writing.review
    if writing.sent_on is not None:
        return "That version was sent already."
    if on < review.held_on:
        return "Nothing of a review can lie before the day it was held."
    if newest(review, writing.form) != writing:
        return "There is a newer version. Send that one."
    if writing.form == WritingForm.RECORD and not is_finished(review):
        return "The review is not finished yet."
    return ""


def send(*, writing: ReviewWriting, on: date, by: Any) -> None:
    """It was sent, and stays as it is. With the record, the review's own days are set where they
    stand empty. Raises FactRefused.
    """
    children, form = [writing.child_id], writing.form
    with recording("review-writing.sent", by=by, children=children, form=form):
        writing.refresh_from_db()
        if reason := why_not_send(writing, on):
            raise WritingRefused(reason)
        writing.sent_on = on
        writing.save(update_fields=["sent_on"])
        if form == WritingForm.RECORD:
            _sent_with(writing.review, on)


def _sent_with(review: Review, on: date) -> None:
    review.record_made_on = review.record_made_on or on
    review.record_sent_on = review.record_sent_on or on
    facts.check(review, facts.no_rule)
    review.save(update_fields=["record_made_on", "record_sent_on"])
