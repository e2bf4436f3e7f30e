"""The next review: its day is set, moved, called off; people are invited, and come or do not."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from casetrack.actions.facts import FactRefused
from casetrack.actions.refusal import Refused
from casetrack.audit import AuditEvent
from permanence.actions import planned_reviews, reviews
from permanence.actions.planned_reviews import PlannedReviewRefused
from permanence.models import PlannedReview, ReviewInvitation, Took
from tests.cast import DAY, Cast

AHEAD = date(2026, 11, 9)


@pytest.fixture
def planned(cast: Cast) -> PlannedReview:
    return planned_reviews.plan(
        child=cast.amara,
        planned_on=AHEAD,
        planned_at=time(15, 30),
        place=" At Gran’s ",
        on=DAY,
        by=cast.iro,
    )


def events() -> list[str]:
    return list(
        AuditEvent.objects.filter(kind="write").order_by("at").values_list("what", flat=True)
    )


def test_a_day_is_set_once(cast, planned) -> None:
    assert (planned.planned_on, planned.set_on, planned.place) == (AHEAD, DAY, "At Gran’s")
    with pytest.raises(FactRefused, match="A day for the next review is set already"):
        planned_reviews.plan(child=cast.amara, planned_on=AHEAD, on=DAY, by=cast.iro)
    assert events() == ["planned-review.recorded"]


@pytest.mark.parametrize(
    ("planned_on", "on", "why"),
    [
        (date(2026, 5, 31), DAY, "before the day on which it is set"),
        (AHEAD, date(2024, 5, 1), "not in care on that day"),
    ],
)
def test_a_day_that_cannot_be_is_refused(cast, planned_on, on, why) -> None:
    with pytest.raises(FactRefused, match=why):
        planned_reviews.plan(child=cast.amara, planned_on=planned_on, on=on, by=cast.iro)
    assert not PlannedReview.objects.exists()


def test_moved_another_day_is_set_from_then_and_its_past_is_kept(cast, planned) -> None:
    later, on = date(2026, 11, 16), date(2026, 7, 1)
    planned_reviews.move(planned=planned, planned_on=AHEAD, on=on, place="At home", by=cast.iro)
    planned.refresh_from_db()
    assert (planned.place, planned.set_on) == ("At home", DAY), "the day is the same"
    planned_reviews.move(planned=planned, planned_on=later, on=on, by=cast.iro)
    planned.refresh_from_db()
    assert (planned.planned_on, planned.planned_at, planned.set_on) == (later, None, on)
    days = PlannedReview.pgh_event_model.objects.order_by("pgh_id")
    assert list(days.values_list("planned_on", flat=True)) == [AHEAD, AHEAD, later]
    with pytest.raises(FactRefused) as refused:
        planned_reviews.move(planned=planned, planned_on=DAY, on=date(2026, 7, 1), by=cast.iro)
    assert refused.value.fields == {"planned_on": "Enter a day that has not passed"}


def test_called_off_it_says_why_and_another_day_can_be_set(cast, planned) -> None:
    with pytest.raises(FactRefused, match="Write why it is called off"):
        planned_reviews.call_off(planned=planned, on=DAY, because=" ", by=cast.iro)
    planned_reviews.call_off(planned=planned, on=DAY, because="The school is shut.", by=cast.iro)
    for change in (
        lambda: planned_reviews.move(planned=planned, planned_on=AHEAD, on=DAY, by=cast.iro),
        lambda: planned_reviews.note(planned=planned, child_wants="Cake", by=cast.iro),
        lambda: planned_reviews.invite(planned=planned, name="Gran", part="family", by=cast.iro),
    ):
        with pytest.raises(PlannedReviewRefused, match="That review was called off"):
            change()
    again = planned_reviews.plan(child=cast.amara, planned_on=AHEAD, on=DAY, by=cast.iro)
    assert list(PlannedReview.objects.to_come()) == [again]


def test_what_is_there_before_is_noted_as_it_comes(cast, planned) -> None:
    planned_reviews.note(planned=planned, child_wants=" No teachers. ", by=cast.iro)
    planned_reviews.note(planned=planned, reports_missing="The health plan", by=cast.iro)
    planned.refresh_from_db()
    assert (planned.child_wants, planned.reports_missing) == ("No teachers.", "The health plan")
    with pytest.raises(FactRefused, match="Either all reports are there, or one is missing"):
        planned_reviews.note(planned=planned, reports_on=DAY, by=cast.iro)


def test_it_is_changed_no_more_once_it_is_held(cast, planned) -> None:
    review = reviews.record(child=cast.amara, on=AHEAD, participation="PN1", by=cast.iro)
    planned.refresh_from_db()
    assert planned.review == review
    with pytest.raises(PlannedReviewRefused, match="held already"):
        planned_reviews.call_off(planned=planned, on=AHEAD, because="Late", by=cast.iro)


def test_a_review_before_the_day_was_set_is_another(cast, planned) -> None:
    reviews.record(child=cast.amara, on=date(2026, 5, 30), participation="PN1", by=cast.iro)
    assert PlannedReview.objects.to_come().get() == planned


def invite(planned: PlannedReview, name: str, part: str = "family") -> ReviewInvitation:
    return planned_reviews.invite(planned=planned, name=name, part=part, by=None)


def test_somebody_is_invited_once_and_by_name(planned) -> None:
    invite(planned, " Gran ")
    for name, why in (("Gran", "They are invited already"), (" ", "cannot be blank")):
        with pytest.raises(FactRefused) as refused:
            invite(planned, name)
        assert why in f"{refused.value} {refused.value.fields}"
    assert [each.name for each in planned.invitations.all()] == ["Gran"]


def test_what_becomes_of_an_invitation(cast, planned) -> None:
    gran, school, nurse = (invite(planned, name) for name in ("Gran", "School", "Nurse"))
    planned_reviews.note_invitation(invitation=school, invited_on=DAY, took=Took.VIEWS, by=cast.iro)
    planned_reviews.attended(planned=planned, came=[gran.pk], by=cast.iro)
    took = dict(planned.invitations.values_list("name", "took"))
    assert took == {"Gran": "came", "School": "views", "Nurse": "absent"}
    planned_reviews.uninvite(invitation=nurse, by=cast.iro)
    assert planned.invitations.count() == 2


def test_after_the_review_nobody_is_struck_off_who_was_invited(cast, planned) -> None:
    gran = invite(planned, "Gran")
    reviews.record(child=cast.amara, on=AHEAD, participation="PN1", by=cast.iro)
    with pytest.raises(Refused, match="held already"):
        planned_reviews.uninvite(invitation=gran, by=cast.iro)
    came_too = invite(planned, "Aunt")
    planned_reviews.note_invitation(
        invitation=came_too, invited_on=None, took=Took.CAME, by=cast.iro
    )
    assert planned.invitations.count() == 2


def test_an_invitation_is_of_the_child_of_its_review(cast, planned) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewInvitation.objects.create(
            child=cast.tomas, planned=planned, name="Gran", part="family"
        )
