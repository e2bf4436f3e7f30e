"""What the reviewing officer records is out of the line managers' hands, by every address."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES
from casetrack.actions import people
from casetrack.audit import AuditEvent
from casetrack.models import User, Worker
from casetrack.record import reading, registry
from permanence.actions import (
    challenges,
    mid_points,
    planned_reviews,
    review_decisions,
    review_writings,
    reviews,
)
from permanence.answering import NEEDED
from permanence.models import AgreedAction, Challenge, MidPoint, Review
from permanence.tests.telling import told
from placements.models import OrderQuestion
from tests.cast import Cast, a_user, signed_in

OFFICERS = [
    kind
    for kind in registry.every()
    # Whether the officer agrees with a justified delay is recorded, and tried, on a floor above.
    if kind.permission is Permission.RECORD_REVIEWS and kind.code != "dissent"
]
DAY = date.fromisoformat
LINE = ["manager", "service_manager", "director", "social_worker"]


@pytest.fixture
def line(cast: Cast) -> dict[str, User]:
    """Whoever works with the child, and those who manage that work, up to the director."""
    director = a_user("director", cast.authority, "director")
    found = {who: getattr(cast, who) for who in LINE if who != "director"}
    return found | {"director": director}


@pytest.fixture
def recorded(cast: Cast) -> dict[str, Any]:
    """One fact of each kind that is the officer's alone, the challenge answered."""
    child = cast.amara
    mid_point = mid_points.record(
        mid_point=MidPoint(
            child=child,
            held_on=DAY("2026-03-20"),
            looked="records",
            seen="no",
            plan_right="yes",
            actions_done="yes",
            child_heard="yes",
            moving="no",
            moving_words="Nobody looks for a family.",
            second_plan="yes",
            judgement="at-risk",
            judgement_because="Five months have gone.",
        ),
        still_needed="yes",
        reason="It keeps her safe.",
        by=cast.iro,
    )
    challenge = Challenge(
        child=child, raised_on=DAY("2026-04-01"), theme="drift", concern="It drifts."
    )
    challenges.raise_at(challenge=challenge, stage="stage-1", by=cast.iro)
    stage = challenge.stages.get()
    stage.answered_on, stage.answered_by, stage.answer = DAY("2026-04-03"), "T. Manager", "Yes."
    stage.save()
    review = reviews.record(
        child=child, on=DAY("2026-04-13"), participation="PN1", in_parts=True, by=cast.iro
    )
    meeting = review.meetings.create(child=child, held_on=DAY("2026-04-13"), with_whom="The school")
    planned = planned_reviews.plan(
        child=child, planned_on=DAY("2026-10-12"), on=DAY("2026-04-20"), by=cast.iro
    )
    letter = review_writings.draft(review=review, form="letter", text="Dear Amara", by=cast.iro)
    review_writings.send(writing=letter, on=DAY("2026-04-20"), by=cast.iro)
    return {
        "review-meeting": meeting,
        "planned-review": planned,
        "review-writing": letter,
        "mid-point": mid_point,
        "challenge": challenge,
        "challenge-stage": stage,
        "review": Review.objects.filter(child=child).latest("held_on"),
        "order-question": OrderQuestion.objects.get(child=child),
    }


def doors(fact: Any, *, besides: Permission | None = None) -> Iterator[str]:
    """Every address at which a fact of this kind is written, but what `besides` allows."""
    kind, child = registry.of(fact), fact.child.uuid
    yield reverse("child-enter", args=[child, kind.code])
    about = [child, kind.code, fact.pk]
    yield from (reverse(name, args=about) for name in ("child-correct", "child-take-back"))
    for change in kind.changes:
        if besides is None or change.permission is not besides:
            yield reverse("child-change", args=[*about, change.code])


def test_there_is_a_fact_of_each_kind_to_try(recorded) -> None:
    assert set(recorded) == {kind.code for kind in OFFICERS}


@pytest.mark.parametrize("kind", OFFICERS, ids=lambda kind: kind.code)
@pytest.mark.parametrize("who", LINE)
def test_the_line_is_refused_at_every_door_and_the_refusal_written_down(
    cast, recorded, line, who, kind
) -> None:
    user, fact = line[who], recorded[kind.code]
    answers = Permission.ANSWER_CHALLENGES if who != "social_worker" else None
    addresses = list(doors(fact, besides=answers))
    before, told_before = reading.newest(kind, fact.pk), told(cast.amara)
    client = signed_in(user)
    for address in addresses:
        assert client.get(address).status_code == 403, address
        assert client.post(address, {"why": "No", "version": before}).status_code == 403, address
    refused = AuditEvent.objects.filter(kind="refused", user_id=user.pk)
    assert [event.children for event in refused] == [[cast.amara.pk]] * 2 * len(addresses)
    assert reading.newest(kind, fact.pk) == before
    assert told(cast.amara) == told_before


@pytest.mark.parametrize("who", LINE)
def test_the_history_offers_the_line_nothing_but_to_answer(cast, recorded, line, who) -> None:
    page = signed_in(line[who]).get(reverse("child-history", args=[cast.amara.uuid]))
    links = set(re.findall(r'href="([^"]+)"', page.content.decode()))
    offered = links & {address for fact in recorded.values() for address in doors(fact)}
    stage = recorded["challenge-stage"]
    withdraw = reverse(
        "child-change",
        args=[cast.amara.uuid, "challenge-stage", stage.pk, "answer-withdrawn"],
    )
    assert offered == ({withdraw} if who != "social_worker" else set())


def test_the_officer_neither_answers_for_a_manager_nor_takes_an_answer_back(cast, recorded) -> None:
    answered, child = recorded["challenge-stage"], cast.amara.uuid
    further = challenges.take_further(
        challenge=recorded["challenge"], stage="stage-2", on=DAY("2026-04-07"), by=cast.iro
    )
    lead = a_user("lead", cast.authority, "iro-manager")
    before, told_before = reading.newest(registry.of(further), further.pk), told(cast.amara)
    for user in (cast.iro, lead):
        for fact, code in ((further, "answered"), (answered, "answer-withdrawn")):
            address = reverse("child-change", args=[child, "challenge-stage", fact.pk, code])
            assert signed_in(user).get(address).status_code == 403, code
            assert signed_in(user).post(address, {"answer": "Yes."}).status_code == 403, code
        refused = AuditEvent.objects.filter(kind="refused", user_id=user.pk)
        assert [event.children for event in refused] == [[cast.amara.pk]] * 4
    assert reading.newest(registry.of(further), further.pk) == before
    assert told(cast.amara) == told_before


def test_nothing_is_administered_past_the_pages(recorded, line) -> None:
    for user in line.values():
        for address in ("/admin/", "/admin/permanence/challenge/"):
            assert signed_in(user).get(address).status_code == 404


def test_another_officer_changes_nothing_of_what_was_held_and_raised(cast, recorded) -> None:
    before = [each for each in told(cast.amara) if "reviewing officer, iro," in each]
    assert len(before) == 2
    second = User.objects.create_user("second")
    worker = Worker.objects.create(
        authority=cast.authority, reference="I2", name="I. Second", user=second
    )
    people.allocate(child=cast.amara, worker=worker, role="iro", on=DAY("2026-05-01"), by=None)
    for code, officer in (("mid-point", "held_by"), ("challenge", "raised_by")):
        recorded[code].refresh_from_db()
        assert getattr(recorded[code], officer) == cast.iro
    assert [each for each in told(cast.amara) if "reviewing officer, iro," in each] == before


def test_no_role_is_on_both_sides() -> None:
    """Who works with the child, or manages who does, neither reviews nor picks who reviews."""
    officers = {Permission.RECORD_REVIEWS, Permission.RATIFY_PLANS, Permission.ALLOCATE_IRO}
    line = {Permission.RECORD_PLANS, Permission.RECORD_CHILD, *NEEDED.values()}
    for role in ROLES.values():
        assert not (officers & role.permissions and line & role.permissions), role.code


@pytest.fixture
def decision(cast: Cast, recorded: dict[str, Any]) -> AgreedAction:
    return review_decisions.decide(
        review=recorded["review"],
        text="See Gran",
        owner=cast.north_worker,
        due_on=DAY("2026-06-01"),
        by=cast.iro,
    )


@pytest.mark.parametrize("who", LINE)
def test_what_a_review_decided_the_line_does_and_does_not_change(cast, decision, line, who) -> None:
    about = [cast.amara.uuid, "agreed-action", decision.pk]
    client = signed_in(line[who])
    addresses = [reverse(name, args=about) for name in ("child-correct", "child-take-back")]
    for address in addresses:
        assert client.get(address).status_code == 403, address
        assert client.post(address, {"why": "No"}).status_code == 403, address
    refused = AuditEvent.objects.filter(kind="refused", user_id=line[who].pk)
    assert [event.children for event in refused] == [[cast.amara.pk]] * 2 * len(addresses)
    assert AgreedAction.objects.get(pk=decision.pk).text == "See Gran"
    own = AgreedAction.objects.create(
        child=cast.amara,
        text="Ring the school",
        owner=cast.north_worker,
        agreed_on=DAY("2026-05-01"),
        due_on=DAY("2026-06-01"),
    )
    may = 200 if who in ("manager", "service_manager") else 403
    theirs = reverse("child-correct", args=[cast.amara.uuid, "agreed-action", own.pk])
    assert client.get(theirs).status_code == may, "what they agreed themselves they correct"


def test_whoever_assigns_actions_says_that_it_was_done_and_what_shows_it(cast, decision) -> None:
    done = reverse("child-change", args=[cast.amara.uuid, "agreed-action", decision.pk, "done"])
    assert signed_in(cast.social_worker).get(done).status_code == 403
    typed = {"on-day": 1, "on-month": 6, "on-year": 2026, "evidence": "A photograph."}
    assert signed_in(cast.manager).post(done, typed).status_code == 302
    decision.refresh_from_db()
    assert (decision.done_on, decision.evidence) == (DAY("2026-06-01"), "A photograph.")
    assert (decision.text, decision.review_id is not None) == ("See Gran", True)


def test_whatever_the_database_is_told_a_sent_letter_stays(recorded) -> None:
    letter = recorded["review-writing"]
    for change in (letter.delete, letter.review.delete):
        with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
            change()
