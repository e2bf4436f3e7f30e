"""A review is held, in one meeting or several, closed with what comes next, or taken back."""

from datetime import date

import pytest

from casetrack.actions import facts
from casetrack.actions.facts import FactRefused
from casetrack.actions.refusal import Refused
from casetrack.record.reading import newest
from casetrack.record.registry import named
from permanence.actions import planned_reviews, review_writings, reviews
from permanence.actions.reviews import ReviewRefused
from permanence.models import ChildsWords, PlannedReview, Review, WritingForm
from tests.cast import DAY, Cast

HELD = date(2026, 6, 3)
MID = date(2026, 8, 3)
NEXT = date(2026, 11, 19)


@pytest.fixture
def planned(cast: Cast) -> PlannedReview:
    return planned_reviews.plan(child=cast.amara, planned_on=HELD, on=DAY, by=cast.iro)


def hold(cast: Cast, **given) -> Review:
    return reviews.hold(child=cast.amara, on=HELD, participation="PN1", by=cast.iro, **given)


def close(review: Review, cast: Cast, **given) -> None:
    booked = {"mid_point_on": MID, "next_on": NEXT, "on": date(2026, 6, 24)}
    reviews.close(review=review, by=cast.iro, **booked | given)


def test_held_it_knows_who_came_and_what_the_child_said(cast, planned) -> None:
    gran = planned_reviews.invite(planned=planned, name="Gran", part="family", by=cast.iro)
    words = ChildsWords(
        child=cast.amara,
        said_on=HELD,
        words="I like it here.",
        gathered="talking",
        shared_with="meetings",
    )
    review = hold(cast, came=[gran.pk], words=words)
    assert review.planned == planned
    assert planned.invitations.get().took == "came"
    assert ChildsWords.objects.get(child=cast.amara).words == "I like it here."


def test_what_is_wrong_in_part_is_recorded_not_at_all(cast, planned) -> None:
    words = ChildsWords(child=cast.amara, said_on=HELD, words=" ", gathered="talking")
    with pytest.raises(FactRefused):
        hold(cast, words=words)
    assert not Review.objects.filter(held_on=HELD).exists()
    assert PlannedReview.objects.to_come().get() == planned


def test_in_parts_it_begins_with_its_first_meeting(cast) -> None:
    review = hold(cast, in_parts=True, with_whom="Amara and her carer", about="School")
    reviews.meet(review=review, on=date(2026, 6, 10), with_whom="The social worker", by=cast.iro)
    assert [each.held_on.day for each in review.meetings.order_by("held_on")] == [3, 10]
    assert not reviews.is_finished(review)
    reviews.follow(review=review, what="finished", completed_on=date(2026, 6, 10), by=cast.iro)
    review.refresh_from_db()
    assert reviews.is_finished(review)
    assert reviews.decided_on(review) == date(2026, 6, 10)
    for on, why in ((date(2026, 6, 2), "began after"), (date(2026, 6, 11), "finished by")):
        with pytest.raises(FactRefused, match=why):
            reviews.meet(review=review, on=on, with_whom="The school", by=cast.iro)


def test_only_a_review_in_parts_has_meetings_and_each_says_with_whom(cast) -> None:
    with pytest.raises(FactRefused):
        hold(cast, in_parts=True)
    review = hold(cast)
    with pytest.raises(FactRefused, match="not one that is held as several"):
        reviews.meet(review=review, on=HELD, with_whom="The school", by=cast.iro)


def test_closed_it_has_a_mid_point_and_a_day_for_the_next(cast) -> None:
    review = hold(cast)
    close(review, cast)
    review.refresh_from_db()
    assert review.mid_point_planned_on == MID
    assert PlannedReview.objects.to_come().get().planned_on == NEXT
    with pytest.raises(ReviewRefused, match="closed already"):
        close(review, cast)


def test_closed_without_a_next_review_it_plans_none(cast) -> None:
    close(hold(cast), cast, next_on=None)
    assert not PlannedReview.objects.exists()


def test_an_unfinished_review_is_not_closed(cast) -> None:
    review = hold(cast)
    reviews.follow(
        review=review,
        what="adjourned",
        adjourned_on=HELD,
        adjourned_because="A report",
        by=cast.iro,
    )
    with pytest.raises(ReviewRefused, match="not finished"):
        close(review, cast)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"mid_point_on": HELD}, "The mid-point lies after the review"),
        ({"next_on": date(2026, 6, 23)}, "before the day on which it is set"),
    ],
)
def test_a_day_that_cannot_be_closes_nothing(cast, given, why) -> None:
    review = hold(cast)
    with pytest.raises(FactRefused, match=why):
        close(review, cast, **given)
    review.refresh_from_db()
    assert review.mid_point_planned_on is None
    assert not PlannedReview.objects.exists()


def take_back(review: Review) -> None:
    facts.take_back(
        fact=review,
        what="review",
        why="A slip",
        seen=newest(named("review"), review.pk),
        by=None,
        rule=reviews.why_not_withdraw,
    )


def test_one_that_was_planned_is_to_come_again_when_it_was_not_held(cast, planned) -> None:
    take_back(hold(cast))
    assert PlannedReview.objects.to_come().get() == planned


def test_nothing_goes_with_a_review_that_rests_on_it(cast, planned) -> None:
    review = hold(cast)
    close(review, cast)
    with pytest.raises(Refused, match="The next review is planned already"):
        take_back(review)
    to_come = PlannedReview.objects.to_come().get()
    planned_reviews.call_off(planned=to_come, on=DAY, because="A slip", by=cast.iro)
    letter = review_writings.draft(
        review=review, form=WritingForm.LETTER, text="Dear Amara", by=cast.iro
    )
    review_writings.send(writing=letter, on=HELD, by=cast.iro)
    with pytest.raises(Refused, match="was sent, so it must stand"):
        take_back(review)
