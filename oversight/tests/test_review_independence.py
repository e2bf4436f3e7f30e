"""At every address of a review's pages the line is refused what is the officer's, and the refusal
is written down; the officer is refused what is the manager's.
"""

from collections.abc import Iterator

import pytest
from django.urls import get_resolver, reverse

from casetrack.audit import AuditEvent
from oversight.tests.reviewed import day, decided, held, planned, sent
from oversight.views import review_next, review_steps
from permanence.actions import review_decisions
from permanence.models import PlannedReview, Review, ReviewInvitation, ReviewWriting
from tests.cast import Cast, signed_in

pytestmark = pytest.mark.django_db
LINE = ["manager", "service_manager", "social_worker"]
TABLES = (Review, PlannedReview, ReviewInvitation, ReviewWriting)
READ = {"review", "review-next", "review-letter", "review-record", "reviews-to-answer"}
READ |= {f"review-{form}-{kind}" for form in ("letter", "record") for kind in ("pdf", "word")}


@pytest.fixture
def review(cast: Cast) -> Review:
    """With a decision that a manager could not agree to, and a next review that Gran comes to."""
    found = held(cast)
    action = decided(cast, found)
    sent(cast, found)
    against = {action: "Too far away."}
    review_decisions.answer(review=found, disagreements=against, on=day(0), by=cast.manager)
    planned(cast).invitations.create(child=cast.amara, name="Gran", part="family")
    return found


def doors(review: Review) -> Iterator[tuple[str, str]]:
    """Every address at which something of a review is written, with the name of it."""
    child = review.child.uuid
    yield "review-held", reverse("review-held", args=[child])
    for step in review_next.STEPS:
        yield "review-next-step", reverse("review-next-step", args=[child, step])
    for each in ReviewInvitation.objects.all():
        yield "review-invitation", reverse("review-invitation", args=[child, each.pk])
    for step in review_steps.STEPS:
        yield "review-step", reverse("review-step", args=[child, review.pk, step])
    for form in ("letter", "record"):
        yield f"review-{form}-write", reverse(f"review-{form}-write", args=[child, review.pk])
    for action in review.actions.all():
        about = [child, review.pk, action.disagreement.pk]
        yield "review-reply", reverse("review-reply", args=about)


def events() -> list[int]:
    return [table.pgh_event_model.objects.count() for table in TABLES]


def test_there_is_no_door_beside_these(review) -> None:
    every = {name for name in get_resolver().reverse_dict if str(name).startswith("review")}
    assert every - READ - {"review-answer"} == {name for name, _ in doors(review)}


@pytest.mark.parametrize("who", LINE)
def test_the_line_is_refused_at_every_door(cast, review, who) -> None:
    user, before = getattr(cast, who), events()
    client, addresses = signed_in(user), [address for _, address in doors(review)]
    typed = {"do": "send", "text": "Mine", "name": "Mine", "called_off_because": "Mine"}
    for address in addresses:
        assert client.get(address).status_code == 403, address
        assert client.post(address, typed).status_code == 403, address
    refused = AuditEvent.objects.filter(kind="refused", user_id=user.pk)
    assert [event.children for event in refused] == [[cast.amara.pk]] * 2 * len(addresses)
    assert events() == before


def test_the_officer_neither_answers_nor_takes_an_answer_back(cast, review) -> None:
    client = signed_in(cast.iro)
    answer = reverse("review-answer", args=[cast.amara.uuid, review.pk])
    assert client.post(answer, {"do": "all"}).status_code == 403
    number = review.actions.get().disagreement.pk
    for name in ("child-correct", "child-take-back"):
        address = reverse(name, args=[cast.amara.uuid, "disagreement", number])
        assert client.post(address, {"why": "No"}).status_code == 403
    assert AuditEvent.objects.filter(kind="refused", user_id=cast.iro.pk).count() == 3
