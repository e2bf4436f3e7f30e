"""Challenges: raised and led by the reviewing officer, answered by managers."""

import re
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from casetrack.audit import AuditEvent
from casetrack.models import Child
from casetrack.record import registry
from casetrack.tests.test_record_pages import corrected, day, enter
from permanence.models import Challenge, ChallengeStage
from permanence.tests.telling import told
from tests.cast import Cast, signed_in

DAY = date.fromisoformat
ANSWER = {
    "answered_by": "T. Manager",
    "answer": "a worker starts on Monday",
    **day("answered_on", "2026-04-08"),
}
CLOSED = {"outcome": "as-asked", "effect": "she has a worker", **day("closed_on", "2026-04-20")}


@pytest.fixture
def iro(cast: Cast) -> Client:
    return signed_in(cast.iro)


@pytest.fixture
def manager(cast: Cast) -> Client:
    return signed_in(cast.manager)


@pytest.fixture
def challenge(cast: Cast, iro: Client) -> Challenge:
    page = raised(iro, cast.amara)
    assert page.status_code == 302, page.content.decode()
    return Challenge.objects.get(child=cast.amara)


def raised(client: Client, child: Child, on: str = "2026-04-01", **typed):
    answers = {"theme": "no-worker", "concern": "nobody has come", "stage": "informal"} | typed
    return enter(client, child, "challenge", **answers, **day("raised_on", on))


def change(client: Client, fact, code: str, /, **typed):
    kind = registry.of(fact).code
    address = reverse("child-change", args=[fact.child.uuid, kind, fact.pk, code])
    return client.post(address, typed)


def further(client: Client, challenge: Challenge, stage: str, on: str, **typed):
    return change(client, challenge, "taken-further", stage=stage, **typed, **day("began_on", on))


def removed(client: Client, fact) -> str:
    address = reverse("child-take-back", args=[fact.child.uuid, registry.of(fact).code, fact.pk])
    seen = re.search(r'name="version" value="(\d+)"', client.get(address).content.decode())
    assert seen
    return client.post(address, {"version": seen[1], "why": "A slip"}).content.decode()


def test_a_challenge_is_told_from_the_alert_to_its_end(cast, iro, manager, challenge) -> None:
    first = challenge.stages.get()
    assert change(manager, first, "answered", **ANSWER).status_code == 302
    page = further(iro, challenge, "stage-2", "2026-04-10", asked="a worker by May")
    assert page.status_code == 302, page.content.decode()
    assert change(iro, challenge, "cafcass", **day("cafcass_on", "2026-04-12")).status_code == 302
    assert change(iro, challenge, "closed", **CLOSED).status_code == 302
    assert [each for each in told(cast.amara) if "concern" in each.lower()][::-1] == [
        "1 April 2026 The reviewing officer, iro, raised a concern about no social worker. Nobody "
        "has come.",
        "1 April 2026 The concern about no social worker was raised informally with the child’s "
        "worker and manager.",
        "8 April 2026 The concern about no social worker was answered by T. Manager: A worker "
        "starts on Monday.",
        "10 April 2026 The concern about no social worker was put to the service manager (stage "
        "2). Asked for: a worker by May.",
        "12 April 2026 The concern about no social worker was passed to the Children and Family "
        "Court Advisory and Support Service (Cafcass).",
        "20 April 2026 The concern about no social worker was closed: settled as the officer "
        "asked. She has a worker.",
    ]
    assert told(cast.amara, believed=False) == []
    assert AuditEvent.objects.filter(what="challenge-stage.answered").exists()


def test_a_challenge_may_begin_at_any_stage_and_skip_some(cast, iro) -> None:
    assert raised(iro, cast.amara, stage="stage-3").status_code == 302
    challenge = Challenge.objects.get(child=cast.amara)
    assert challenge.stages.get().stage == "stage-3"
    page = further(iro, challenge, "stage-1", "2026-04-03")
    assert "A later stage cannot begin before an earlier one." in page.content.decode()
    assert further(iro, challenge, "stage-4", "2026-04-03").status_code == 302


@pytest.mark.parametrize(
    ("on", "typed", "words"),
    [
        ("2024-04-01", {}, "The child is not in care on that day."),
        ("2026-04-01", {"concern": ""}, "Answer “What is the concern, and what should happen?”"),
        ("2026-04-01", {"stage": ""}, "Answer “At which stage do you raise it?”"),
    ],
)
def test_a_challenge_is_refused_in_words(cast, iro, on, typed, words) -> None:
    assert words in raised(iro, cast.amara, on, **typed).content.decode()
    assert not Challenge.objects.exists()


def test_a_stage_keeps_to_the_days_of_its_challenge(iro, challenge) -> None:
    page = further(iro, challenge, "stage-1", "2026-03-31")
    assert "The challenge was not raised yet on that day." in page.content.decode()
    page = further(iro, challenge, "informal", "2026-04-03")
    assert "The challenge has been at that stage already." in page.content.decode()
    assert further(iro, challenge, "stage-1", "2026-04-22").status_code == 302
    page = change(iro, challenge, "closed", **CLOSED)
    assert "A stage of the challenge began after it was closed." in page.content.decode()


def test_a_closed_challenge_goes_no_further(iro, challenge) -> None:
    assert change(iro, challenge, "closed", **CLOSED).status_code == 302
    assert further(iro, challenge, "stage-1", "2026-04-10").status_code == 404
    assert change(iro, challenge, "closed", **CLOSED).status_code == 404


def test_what_changed_is_said_where_it_is_closed(iro, challenge) -> None:
    page = change(iro, challenge, "closed", **CLOSED | {"effect": ""})
    assert "Answer “What changed for the child?”" in page.content.decode()


def test_a_challenge_that_was_closed_by_mistake_is_opened_again(cast, iro, challenge) -> None:
    change(iro, challenge, "closed", **CLOSED)
    typed = {"theme": "no-worker", "concern": "nobody has come", "outcome": "", "effect": ""}
    typed |= {"why": "Another child’s", "raised_by": cast.iro.pk, **day("raised_on", "2026-04-01")}
    page = corrected(iro, cast.amara, challenge, **typed)
    assert page.status_code == 302, page.content.decode()
    challenge.refresh_from_db()
    assert (challenge.closed_on, challenge.outcome) == (None, "")


def test_an_answer_is_the_managers_own(cast, iro, manager, challenge) -> None:
    stage = challenge.stages.get()
    early = change(manager, stage, "answered", **ANSWER | day("answered_on", "2026-03-31"))
    assert "It cannot be answered before the stage began." in early.content.decode()
    assert change(iro, stage, "answered", **ANSWER).status_code == 403
    assert change(manager, stage, "answered", **ANSWER).status_code == 302
    assert change(manager, stage, "answered", **ANSWER).status_code == 404, "once"
    typed = {"stage": "informal", "asked": "a worker", "why": "Left out", "answer": "Nothing"}
    page = corrected(iro, cast.amara, stage, **typed, **day("began_on", "2026-04-01"))
    assert page.status_code == 302, page.content.decode()
    stage.refresh_from_db()
    assert stage.asked == "a worker"
    assert stage.answer == ANSWER["answer"], "the officer puts no words into a manager’s mouth"


def test_a_manager_takes_a_mistaken_answer_back_while_it_is_open(iro, manager, challenge) -> None:
    stage = challenge.stages.get()
    change(manager, stage, "answered", **ANSWER)
    assert change(iro, stage, "answer-withdrawn", because="wrong child").status_code == 403
    page = change(manager, stage, "answer-withdrawn", because="wrong child")
    assert page.status_code == 302, page.content.decode()
    assert change(manager, stage, "answer-withdrawn", because="again").status_code == 404
    assert any("was answered by" in each for each in told(stage.child, believed=False))
    change(manager, stage, "answered", **ANSWER)
    change(iro, challenge, "closed", **CLOSED)
    page = change(manager, stage, "answer-withdrawn", because="late")
    assert "The challenge is closed, so its answers stand." in page.content.decode()


def test_a_challenge_is_removed_with_its_only_stage(cast, iro, challenge) -> None:
    further(iro, challenge, "stage-1", "2026-04-10")
    first, later = challenge.stages.order_by("began_on")
    assert "The challenge was taken further." in removed(iro, challenge)
    removed(iro, later)
    assert "A challenge has one stage at least." in removed(iro, first)
    removed(iro, challenge)
    assert not Challenge.objects.exists() and not ChallengeStage.objects.exists()
    gone = told(cast.amara, believed=False)
    assert sum("no social worker" in each for each in gone) == 3, "all of it is still told"


def test_a_stage_is_of_its_own_childs_challenge(cast, challenge) -> None:
    with pytest.raises(IntegrityError, match="challengestage_of_the_same_child"):
        ChallengeStage.objects.create(
            child=cast.tomas, challenge=challenge, stage="stage-1", began_on=DAY("2026-04-10")
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"cafcass_on": DAY("2026-03-31")},
        {"closed_on": DAY("2026-03-31"), "outcome": "as-asked", "effect": "Much"},
        {"closed_on": DAY("2026-04-02"), "outcome": "as-asked"},
        {"outcome": "as-asked"},
        {"concern": " "},
    ],
)
def test_the_database_refuses_a_challenge_that_cannot_be(challenge, wrong) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Challenge.objects.filter(pk=challenge.pk).update(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"answered_on": DAY("2026-04-02")},
        {"answer": "Yes"},
        {"answered_on": DAY("2026-03-31"), "answered_by": "T. Manager", "answer": "Yes"},
    ],
)
def test_the_database_refuses_an_answer_that_cannot_be(challenge, wrong) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        challenge.stages.update(**wrong)
