"""Managers answer what a review decided; after five working days silence has."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from casetrack.models import CalendarDay
from oversight.models import ClockRow
from oversight.tests.reviewed import day, decided, held, sent
from permanence.actions import review_decisions, reviews
from permanence.models import Disagreement, Review
from tests.cast import Cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(cast: Cast) -> Client:
    return signed_in(cast.manager)


@pytest.fixture
def review(cast: Cast) -> Review:
    found = held(cast)
    for text in ("See Gran", "Find a school"):
        decided(cast, found, text)
    return sent(cast, found)


def address(review: Review) -> str:
    return reverse("review-answer", args=[review.child.uuid, review.pk])


def answer(client: Client, review: Review, **typed: Any) -> str:
    return client.post(address(review), typed, follow=True).content.decode()


def each(review: Review, *answers: tuple[str, str]) -> dict[str, str]:
    typed = {"do": "each"}
    for action, (agrees, why) in zip(review.actions.order_by("pk"), answers, strict=True):
        typed |= {f"agrees_{action.pk}": agrees, f"against_{action.pk}": why}
    return typed


def test_one_press_agrees_to_all(cast, manager, review) -> None:
    page = manager.get(address(review)).content.decode()
    assert "See Gran" in page and "Agree to all" in page
    assert "After that day silence is agreement (statutory guidance" in page
    assert "Your answer is recorded." in answer(manager, review, do="all")
    review.refresh_from_db()
    assert (review.answered_on, review.answered_by) == (day(0), cast.manager)
    assert "The decisions are answered already." in manager.get(address(review)).content.decode()


def test_a_manager_says_to_what_and_why_they_cannot_agree(cast, manager, review) -> None:
    answer(manager, review, **each(review, ("no", "Too far away."), ("yes", "")))
    found = Disagreement.objects.get()
    assert (found.action.text, found.because) == ("See Gran", "Too far away.")
    assert found.disagreed_by == cast.manager


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ((("no", " "), ("yes", "")), "Write why you cannot agree"),
        ((("yes", ""), ("", "")), "Answer “Do you agree?”"),
    ],
)
def test_what_is_missing_answers_nothing(manager, review, answers, why) -> None:
    page = answer(manager, review, **each(review, *answers))
    assert why in page
    review.refresh_from_db()
    assert review.answered_on is None and not Disagreement.objects.exists()


def test_too_late_silence_has_agreed(cast, manager) -> None:
    late = sent(cast, held(cast, ago=40), ago=30)
    assert "silence has agreed" in manager.get(address(late)).content.decode()
    assert "silence has agreed" in answer(manager, late, do="all")
    late.refresh_from_db()
    assert late.answered_on is None


def test_the_last_day_is_that_of_the_clock(cast, review) -> None:
    """The clock ends on the day after it, by silence."""
    row = ClockRow.objects.get(child=cast.amara, clock="review-decisions-answered")
    last = review_decisions.answer_by(review, CalendarDay.objects.holidays())
    assert (row.stopped_on - last).days == 1 and row.stopped_by == "silence is agreement"


def listed(client: Client) -> str:
    return client.get(reverse("reviews-to-answer")).content.decode()


def test_the_list_has_those_that_wait_first_to_be_silent_first(cast, manager, review) -> None:
    other = reviews.record(child=cast.tomas, on=day(9), participation="PN1", by=cast.iro)
    sent(cast, other, ago=2)
    page = listed(manager)
    assert "1 review to answer" in page and "Amara" in page and "Tomas" not in page
    page = listed(signed_in(cast.service_manager))
    assert page.index("Tomas") < page.index("Amara")
    answer(manager, review, do="all")
    assert "No review waits for your answer" in listed(manager)


def test_the_list_asks_no_more_of_more_reviews(cast, review) -> None:
    client = signed_in(cast.service_manager)

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            listed(client)
        return len(queries)

    first = asked()
    for ago in (5, 6, 7):
        other = reviews.record(child=cast.tomas, on=day(ago), participation="PN1", by=cast.iro)
        sent(cast, other)
    assert asked() == first


def test_whose_word_it_is_stays_apart(cast, review) -> None:
    """No officer answers, and no worker; a manager of another team does not reach it."""
    for who in (cast.iro, cast.social_worker, cast.chair):
        client = signed_in(who)
        assert client.get(reverse("reviews-to-answer")).status_code == 403
        assert client.post(address(review), {"do": "all"}).status_code == 403
    theirs = Review.objects.filter(child=cast.tomas).first()
    assert signed_in(cast.manager).get(address(theirs)).status_code == 404
