"""The review that is planned and the letters that were sent: told in the history, and recorded on
their own pages.
"""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told
from casetrack.words import long_day, sentence
from permanence.models import PlannedReview, ReviewWriting, WritingForm

ON_ITS_PAGE = "The next review is planned, moved and called off on its own page."
AS_WRITTEN = "What was written about a review is kept in versions. Write a new one."


def _planned(fact: Any) -> Iterator[Told]:
    on = long_day(fact.planned_on)
    yield Told(fact.set_on, f"The next review was planned for {on}.")
    if fact.contact_on is not None:
        talked = "The reviewing officer and the social worker talked before the review"
        yield Told(fact.contact_on, f"{talked} planned for {on}.")
    if fact.reports_on is not None:
        yield Told(fact.reports_on, f"All reports for the review planned for {on} were there.")
    if fact.called_off_on is not None:
        why = sentence(fact.called_off_because)
        yield Told(fact.called_off_on, f"The review planned for {on} was called off: {why}")


def _writing(fact: Any) -> Iterator[Told]:
    """That the record was sent stands at the review."""
    if fact.sent_on is not None and fact.form == WritingForm.LETTER:
        yield Told(fact.sent_on, "A letter about the review was sent to the child.")


def _on_its_page(fact: Any) -> str:
    return ON_ITS_PAGE


def _as_written(fact: Any) -> str:
    return AS_WRITTEN


KINDS = (
    Kind(
        code="planned-review",
        title="Planned review",
        group=Group.PLAN,
        model=PlannedReview,
        permission=Permission.RECORD_REVIEWS,
        tell=_planned,
        rule=_on_its_page,
        holds=_on_its_page,
        for_family=False,
    ),
    Kind(
        code="review-writing",
        title="Letter or record of a review",
        group=Group.PLAN,
        model=ReviewWriting,
        permission=Permission.RECORD_REVIEWS,
        tell=_writing,
        rule=_as_written,
        holds=_as_written,
        for_family=False,
    ),
)
