"""Reviews and agreed actions, as people record them, read them, and are refused."""

import re
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from casetrack.tests.test_record_pages import corrected, day, enter
from permanence.actions import plans
from permanence.models import AgreedAction, PermanencePlan, Review
from permanence.tests.telling import told
from tests.cast import Cast, signed_in


@pytest.fixture
def iro(cast: Cast) -> Client:
    return signed_in(cast.iro)


@pytest.fixture
def review(cast: Cast) -> Review:
    return Review.objects.get(child=cast.amara, held_on="2026-05-20")


def change(client: Client, review: Review, code: str, **typed):
    address = reverse("child-change", args=[review.child.uuid, "review", review.pk, code])
    return client.post(address, typed)


def test_a_review_is_recorded_by_its_reviewing_officer_alone(cast, iro) -> None:
    address = reverse("child-enter", args=[cast.amara.uuid, "review"])
    assert signed_in(cast.social_worker).get(address).status_code == 403
    typed = {"participation": "PN6", "decisions": "Visits to Gran go on."}
    page = enter(iro, cast.amara, "review", **typed, **day("held_on", "2026-05-28"))
    assert page.status_code == 302, page.content.decode()
    sentences = told(cast.amara)
    assert "28 May 2026 A review was held. The child was absent, views sent." in sentences
    assert "28 May 2026 The review decided: Visits to Gran go on." in sentences


def test_a_review_may_go_without_a_meeting(cast, iro) -> None:
    typed = {"participation": "PN1", "without_meeting": "on", **day("held_on", "2026-05-28")}
    assert enter(iro, cast.amara, "review", **typed).status_code == 302
    sentences = told(cast.amara)
    assert (
        "28 May 2026 A review was held without a meeting. The child attended and spoke."
        in sentences
    )


@pytest.mark.parametrize(
    ("on", "participation", "words"),
    [
        ("2026-05-20", "PN1", "A review is already recorded for that day."),
        ("2024-05-20", "PN1", "The child is not in care on that day."),
        ("2026-05-28", "", "Choose how the child took part."),
    ],
)
def test_a_review_is_refused_in_words(cast, iro, on, participation, words) -> None:
    page = enter(iro, cast.amara, "review", participation=participation, **day("held_on", on))
    assert words in page.content.decode()


def test_what_follows_a_review_has_a_day_each(cast, iro, review) -> None:
    adjourned = {"because": "The health report.", **day("on", "2026-05-20")}
    assert change(iro, review, "adjourned", **adjourned).status_code == 302
    for code, on in (
        ("finished", "2026-05-27"),
        ("decisions-sent", "2026-05-28"),
        ("answered", "2026-05-29"),
        ("record-made", "2026-06-01"),
        ("record-sent", "2026-06-02"),
    ):
        page = change(iro, review, code, **day("on", on))
        assert page.status_code == 302, page.content.decode()
        assert change(iro, review, code, **day("on", on)).status_code == 404, "once"
    sentences = told(cast.amara)
    for sentence in (
        "20 May 2026 The review was paused until more was known: The health report.",
        "27 May 2026 The review that had been paused was finished.",
        "28 May 2026 The review’s decisions were sent out.",
        "29 May 2026 The manager answered the review’s decisions.",
        "1 June 2026 The record of the review was written.",
        "2 June 2026 The record of the review was sent out.",
    ):
        assert sentence in sentences
    assert "20 May 2026 A review was held." in sentences, "it is believed as before"
    assert told(cast.amara, believed=False) == []


def test_what_follows_cannot_come_before(iro, review) -> None:
    page = change(iro, review, "decisions-sent", **day("on", "2026-05-19"))
    assert "Nothing of a review can lie before the day it was held." in page.content.decode()
    assert change(iro, review, "answered", **day("on", "2026-05-29")).status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        {"adjourned_on": date(2026, 5, 19)},
        {"completed_on": date(2026, 5, 27)},
        {"decisions_sent_on": date(2026, 5, 19)},
        {"answered_on": date(2026, 5, 27)},
        {"record_made_on": date(2026, 5, 19)},
        {"record_sent_on": date(2026, 5, 27)},
    ],
)
def test_the_database_refuses_what_cannot_follow_a_review(review, fields) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(**fields)


def test_the_day_of_a_review_that_ratified_a_plan_stands(cast, iro, review) -> None:
    plan = PermanencePlan.objects.get(child=cast.amara, rank="primary")
    plans.ratify(plan=plan, on=review.held_on, by=cast.iro)
    page = corrected(iro, cast.amara, review, why="A slip", **day("held_on", "2026-05-21"))
    assert "A plan was ratified at that review, so its day must stand." in page.content.decode()


def test_a_review_is_not_moved_out_of_care(cast, iro, review) -> None:
    page = corrected(iro, cast.amara, review, why="A slip", **day("held_on", "2024-05-21"))
    assert "The child is not in care on that day." in page.content.decode()


# Agreed actions


def test_an_action_is_agreed_and_done(cast) -> None:
    manager = signed_in(cast.manager)
    typed = {"text": "Call Gran.", "owner": cast.north_worker.pk, **day("agreed_on", "2026-05-20")}
    page = enter(manager, cast.amara, "agreed-action", **typed, **day("due_on", "2049-06-01"))
    assert page.status_code == 302, page.content.decode()
    action = AgreedAction.objects.get(child=cast.amara)
    address = reverse("child-change", args=[cast.amara.uuid, "agreed-action", action.pk, "done"])
    early = manager.post(address, day("on", "2026-05-19"))
    assert "It cannot be done before it was agreed." in early.content.decode()
    assert manager.post(address, day("on", "2026-05-22")).status_code == 302
    sentences = told(cast.amara)
    assert "20 May 2026 Agreed to do: Call Gran." in sentences
    assert "22 May 2026 Done: Call Gran." in sentences


def test_a_social_worker_agrees_no_actions(cast) -> None:
    address = reverse("child-enter", args=[cast.amara.uuid, "agreed-action"])
    assert signed_in(cast.social_worker).get(address).status_code == 403


def test_a_review_that_ratified_a_plan_is_not_removed(cast, iro, review) -> None:
    plan = PermanencePlan.objects.get(child=cast.amara, rank="primary")
    plans.ratify(plan=plan, on=review.held_on, by=None)
    address = reverse("child-take-back", args=[cast.amara.uuid, "review", review.pk])
    seen = re.search(r'name="version" value="(\d+)"', iro.get(address).content.decode())
    assert seen
    page = iro.post(address, {"version": seen[1], "why": "Never held"})
    assert "A plan was ratified at that review, so it must stand." in page.content.decode()
    assert Review.objects.filter(pk=review.pk).exists()
