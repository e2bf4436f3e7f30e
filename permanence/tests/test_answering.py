"""At which stage of a challenge who answers: their own, or one below it."""

import pytest
from django.urls import reverse

from casetrack.access.roles import ROLES
from casetrack.audit import AuditEvent
from casetrack.models import Team, User
from casetrack.tests.test_record_pages import day
from permanence.actions import challenges
from permanence.answering import NEEDED, waits_for
from permanence.models import Challenge, ChallengeStage, Stage
from tests.cast import Cast, a_user, signed_in

UP_TO = {"manager": "stage-1", "service-manager": "stage-3", "director": "stage-4"}
OWN = {
    "manager": ("informal", "stage-1"),
    "service-manager": ("stage-2", "stage-3"),
    "director": ("stage-4",),
}
ANSWER = {"answered_by": "P. Lindqvist", "answer": "Yes.", **day("answered_on", "2026-04-03")}


@pytest.fixture
def managers(cast: Cast) -> dict[str, User]:
    director = a_user("director", cast.authority, "director")
    return {"manager": cast.manager, "service-manager": cast.service_manager, "director": director}


def raised(cast: Cast, stage: str, theme: str = "drift") -> ChallengeStage:
    challenge = Challenge(
        child=cast.amara, raised_on="2026-04-01", theme=theme, concern="It drifts."
    )
    challenges.raise_at(challenge=challenge, stage=stage, by=cast.iro)
    return challenge.stages.get()


def test_nobody_else_answers() -> None:
    able = {code for code, role in ROLES.items() if set(NEEDED.values()) & role.permissions}
    assert able == set(UP_TO)


@pytest.mark.parametrize("role", UP_TO)
@pytest.mark.parametrize("stage", Stage.values)
def test_a_manager_answers_at_their_level_and_below(cast, managers, role, stage) -> None:
    put, user = raised(cast, stage), managers[role]
    may = stage <= UP_TO[role]
    assert list(waits_for(user)) == ([put] if stage in OWN[role] else []), "no level below"
    client = signed_in(user)
    address = reverse("child-change", args=[cast.amara.uuid, "challenge-stage", put.pk, "answered"])
    history = client.get(reverse("child-history", args=[cast.amara.uuid])).content.decode()
    assert (address in history) is may
    assert client.post(address, ANSWER).status_code == (302 if may else 403)
    assert AuditEvent.objects.filter(kind="refused", user_id=user.pk).exists() is not may
    put.refresh_from_db()
    assert (put.answered_on is not None) is may
    assert list(waits_for(user)) == []


@pytest.mark.parametrize(("role", "status"), [("manager", 403), ("service-manager", 302)])
def test_an_answer_is_taken_back_by_whoever_may_give_it(cast, managers, role, status) -> None:
    put = raised(cast, "stage-2")
    ChallengeStage.objects.filter(pk=put.pk).update(
        answered_on="2026-04-03", answered_by="S. Hargreave", answer="Yes."
    )
    about = [cast.amara.uuid, "challenge-stage", put.pk, "answer-withdrawn"]
    page = signed_in(managers[role]).post(
        reverse("child-change", args=about), {"because": "Another child’s"}
    )
    assert page.status_code == status


def test_what_was_put_further_waits_for_the_next_alone(cast, managers) -> None:
    put = raised(cast, "informal")
    further = challenges.take_further(
        challenge=put.challenge, stage="stage-2", on="2026-04-02", by=cast.iro
    )
    assert list(waits_for(managers["manager"])) == []
    assert list(waits_for(managers["service-manager"])) == [further]
    Challenge.objects.update(closed_on="2026-04-03", outcome="no-longer", effect="None.")
    assert list(waits_for(managers["service-manager"])) == []


def test_it_waits_only_for_those_who_reach_the_child(cast, managers) -> None:
    challenge = Challenge(
        child=cast.tomas, raised_on="2026-04-01", theme="drift", concern="It drifts."
    )
    challenges.raise_at(challenge=challenge, stage="stage-1", by=cast.iro)
    assert list(waits_for(managers["manager"])) == [], "another team’s"
    south = Team.objects.get(name="South")
    assert waits_for(a_user("south", cast.authority, "manager", south)).count() == 1
    assert list(waits_for(cast.iro)) == list(waits_for(cast.stranger)) == []


def test_what_is_closed_is_answered_and_passed_on_no_more(cast) -> None:
    put = raised(cast, "stage-1")
    Challenge.objects.update(closed_on="2026-04-02", outcome="no-longer", effect="None.")
    page = signed_in(cast.manager).post(
        reverse("child-change", args=[cast.amara.uuid, "challenge-stage", put.pk, "answered"]),
        ANSWER,
    )
    assert "The challenge was closed by that day." in page.content.decode()
    address = reverse(
        "child-change", args=[cast.amara.uuid, "challenge", put.challenge_id, "cafcass"]
    )
    passed = signed_in(cast.iro).post(address, day("cafcass_on", "2026-04-02"))
    assert passed.status_code == 404
