"""What the mail tells of the reviewing officers' work: challenges to answer, decisions to do."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core import mail

from casetrack.models import User
from oversight.actions import digests
from oversight.models import StageNotice
from permanence.actions import agreed_actions, challenges, reviews
from permanence.models import AgreedAction, Challenge, ChallengeStage, Review
from tests.cast import DAY, Cast, a_user

pytestmark = pytest.mark.django_db
TO_ANSWER = "Challenged by a reviewing officer, for you to answer"
TO_DO = "Decided by a review, or asked for by a reviewing officer"


@pytest.fixture(autouse=True)
def addresses(cast: Cast) -> Iterator[None]:
    a_user("director", cast.authority, "director")
    for user in User.objects.all():
        user.email = f"{user.username}@council.example"
        user.save()
    yield
    for each in mail.outbox:
        for name in ("Amara", "Bello", "Okafor", "It drifts", "Ring the school"):
            assert name not in each.message().as_string(), "no name, and none of the words"


def send(days: int = 0) -> dict[str, str]:
    """The body of each person's mail by username, that many days after DAY."""
    before = len(mail.outbox)
    digests.send(on=DAY + timedelta(days=days), by=None)
    sent = {each.to[0].split("@")[0]: str(each.body) for each in mail.outbox[before:]}
    assert len(sent) == len(mail.outbox) - before, "one mail a person"
    return sent


def raised(cast: Cast, stage: str, on: date = DAY) -> Challenge:
    challenge = Challenge(child=cast.amara, raised_on=on, theme="drift", concern="It drifts.")
    return challenges.raise_at(challenge=challenge, stage=stage, by=cast.iro)


def told(sent: dict[str, str], title: str = TO_ANSWER) -> set[str]:
    return {who for who, body in sent.items() if title in body}


def test_those_of_the_level_are_told_once_with_the_day_and_the_way(cast: Cast) -> None:
    challenge = raised(cast, "informal")
    sent = send()
    assert told(sent) == {"manager"}
    lines = sent["manager"].partition(TO_ANSWER)[2].splitlines()
    assert lines[2:4] == [
        "  A1 (A. B.): drift and delay, informal alert: answer by 8 June 2026",
        f"  http://127.0.0.1:8000/children/{cast.amara.uuid}/challenges/{challenge.pk}/",
    ]
    assert mail.outbox[-1].subject == "Casetrack: 1 challenge to answer"
    assert StageNotice.objects.get().told_on == DAY
    assert not told(send(1))


def test_each_level_is_told_of_its_own_stage(cast: Cast) -> None:
    challenge = raised(cast, "stage-1")
    assert told(send()) == {"manager"}
    for days, stage, who in ((1, "stage-2", "service-manager"), (2, "stage-4", "director")):
        on = DAY + timedelta(days=days)
        challenges.take_further(challenge=challenge, stage=stage, on=on, by=cast.iro)
        assert told(send(days)) == {who}


def test_what_is_answered_closed_or_old_is_told_to_nobody(cast: Cast) -> None:
    answered = raised(cast, "stage-1")
    stage = ChallengeStage.objects.get(challenge=answered)
    stage.answered_on, stage.answered_by, stage.answer = DAY, "T. Manager", "Yes."
    stage.save()
    raised(cast, "stage-1", on=DAY - timedelta(days=digests.NEWS_DAYS))
    assert not told(send())


def test_a_manager_of_another_team_is_not_told(cast: Cast) -> None:
    raised(cast, "stage-1")
    other = a_user("south", cast.authority, "manager", team=cast.south_worker.team)
    User.objects.filter(pk=other.pk).update(email="south@council.example")
    assert told(send()) == {"manager"}


def decided(cast: Cast) -> Review:
    review = reviews.record(child=cast.amara, on=DAY, participation="PN1", by=cast.iro)
    AgreedAction.objects.create(
        child=cast.amara,
        review=review,
        text="Ring the school.",
        owner=cast.north_worker,
        agreed_on=DAY,
        due_on=DAY + timedelta(days=10),
    )
    return review


def test_the_owner_is_told_of_a_review_once_its_decisions_are_sent(cast: Cast) -> None:
    review = decided(cast)
    assert not told(send(), TO_DO)
    reviews.follow(review=review, what="decisions-sent", decisions_sent_on=DAY, by=cast.iro)
    sent = send(1)
    assert told(sent, TO_DO) == {"social-worker"}
    line = "  A1 (A. B.): the review of 1 June 2026: due by 11 June 2026"
    assert line in sent["social-worker"].splitlines()
    assert not told(send(2), TO_DO)


def test_what_is_done_by_then_is_told_to_nobody(cast: Cast) -> None:
    review = decided(cast)
    reviews.follow(review=review, what="decisions-sent", decisions_sent_on=DAY, by=cast.iro)
    agreed_actions.done(action=review.actions.get(), on=DAY, by=cast.manager)
    assert not told(send(), TO_DO)
