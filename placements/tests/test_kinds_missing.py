"""Going missing, coming back, and the talk that is offered then."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from casetrack.tests.test_record_pages import day
from placements.models import MissingEpisode, ReturnInterview
from placements.tests.pages import changed, corrected, recorded, refused, said, told

OFFERED = day("came_back_on", "2026-03-05") | day("offered_on", "2026-03-06")


@pytest.fixture
def away(cast, worker) -> MissingEpisode:
    """Amara was missing from 3 to 5 March 2026."""
    recorded(worker, cast.amara, "missing", kind="M", **day("starts_on", "2026-03-03"))
    episode = MissingEpisode.objects.get(child=cast.amara)
    page = changed(worker, cast.amara, episode, "came-back", **day("on", "2026-03-05"))
    assert page.status_code == 302
    return episode


@pytest.fixture
def talk(cast, worker, away) -> ReturnInterview:
    recorded(worker, cast.amara, "return-interview", **OFFERED)
    return ReturnInterview.objects.get(child=cast.amara)


def test_a_child_goes_missing_and_comes_back(cast, worker, away):
    story = told(worker, cast.amara)
    assert "3 March 2026 The child went missing." in story
    assert "5 March 2026 The child came back." in story


def test_being_missing_is_refused_in_words(cast, worker, away):
    typed = {"kind": "A", **day("starts_on", "2026-03-04")}
    assert "already recorded as missing" in refused(worker, cast.amara, "missing", **typed)
    typed = {"kind": "M", **day("starts_on", "2025-02-03"), **day("ends_on", "2026-03-02")}
    page = corrected(worker, cast.amara, away, **typed)
    assert "The child is not in care on that day." in said(page)


def test_the_talk_is_offered_and_held(cast, worker, talk):
    typed = {"held_by": "R. Stone", "said": "I missed my brother", **day("held_on", "2026-03-07")}
    assert changed(worker, cast.amara, talk, "held", **typed).status_code == 302
    story = told(worker, cast.amara)
    assert "6 March 2026 A talk about being away was offered." in story
    assert (
        "7 March 2026 The child talked about being away."
        " In their own words: “I missed my brother”" in story
    )
    address = reverse(
        "child-change", args=[cast.amara.uuid, "return-interview", talk.pk, "declined"]
    )
    assert worker.get(address).status_code == 404


def test_the_talk_is_declined(cast, worker, talk):
    page = changed(worker, cast.amara, talk, "declined", **day("declined_on", "2026-03-06"))
    assert page.status_code == 302
    assert "6 March 2026 The child did not want to talk about being away." in told(
        worker, cast.amara
    )


@pytest.mark.parametrize(
    "typed, words",
    [
        (OFFERED, "A talk after that return is already recorded."),
        (
            OFFERED | day("came_back_on", "2026-03-04"),
            "The child did not come back on that day, as recorded.",
        ),
        (
            OFFERED | day("offered_on", "2026-03-04"),
            "The talk is offered once the child is back",
        ),
    ],
)
def test_a_talk_is_refused_in_words(cast, worker, talk, typed, words):
    assert words in refused(worker, cast.amara, "return-interview", **typed)


@pytest.mark.parametrize("kind", ["missing", "return-interview"])
def test_who_may_not_record_it_is_refused(cast, officer, kind):
    assert officer.get(reverse("child-enter", args=[cast.amara.uuid, kind])).status_code == 403


@pytest.mark.parametrize(
    "wrong, name",
    [
        ({"offered_on": "2026-03-04"}, "in_order"),
        ({"held_on": "2026-03-05", "held_by": "R. Stone"}, "in_order"),
        ({"held_on": "2026-03-06", "declined_on": "2026-03-06"}, "held_or_declined"),
        ({"said": "nothing"}, "words_of_one_held"),
    ],
)
def test_the_database_refuses_a_talk_that_cannot_be(cast, wrong, name):
    given = {"came_back_on": "2026-03-05", "offered_on": "2026-03-06", **wrong}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        ReturnInterview.objects.create(child=cast.amara, **given)
