"""The list of challenges: for managers what they are to answer, for officers what is open."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from oversight.challenges_listed import Filters, listed
from permanence.actions import challenges
from permanence.models import Challenge, ChallengeStage
from tests.cast import Cast, signed_in

DAY = date.fromisoformat
TODAY = DAY("2026-04-20")


def raised(
    cast: Cast, child: Child, stage: str = "stage-1", on: str = "2026-04-17", theme: str = "drift"
) -> Challenge:
    found = Challenge(child=child, raised_on=DAY(on), theme=theme, concern="It drifts.")
    return challenges.raise_at(challenge=found, stage=stage, by=cast.iro)


def closed(challenge: Challenge, outcome: str = "as-asked") -> Challenge:
    challenge.closed_on, challenge.outcome, challenge.effect = TODAY, outcome, "She has a worker."
    challenge.save()
    return challenge


def answered(challenge: Challenge) -> Challenge:
    ChallengeStage.objects.filter(challenge=challenge).update(
        answered_on=TODAY, answered_by="P. Lindqvist", answer="Yes."
    )
    return challenge


def of(user: User, **filters: str) -> dict[str, list[tuple[str, str]]]:
    found = listed(user, Filters(**filters), TODAY)
    return {
        part: [(each.challenge.child.reference, each.title) for each in getattr(found, part)]
        for part in ("to_answer", "open", "closed")
    }


def text(user: User, query: str = "") -> str:
    answer = signed_in(user).get(f"/challenges/{query}")
    assert answer.status_code == 200
    main = answer.content.decode().split("<main")[1]
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", main))


def test_each_finds_what_is_theirs_to_do(cast: Cast) -> None:
    raised(cast, cast.amara)
    raised(cast, cast.amara, theme="practice", stage="stage-2")
    answered(raised(cast, cast.amara, theme="decisions"))
    raised(cast, cast.tomas)
    drift, practice, decisions = (
        ("A1", "Drift and delay"),
        ("A1", "Poor practice"),
        ("A1", "How decisions are made"),
    )
    theirs = ("A2", "Drift and delay")
    assert of(cast.manager) == {"to_answer": [drift], "open": [practice, decisions], "closed": []}
    assert of(cast.service_manager)["to_answer"] == [practice], "its own level"
    assert sorted(of(cast.iro)["open"]) == sorted([drift, practice, decisions, theirs])
    assert of(cast.iro)["to_answer"] == []
    assert of(cast.stranger) == {"to_answer": [], "open": [], "closed": []}


def test_the_late_come_first_and_then_what_is_due_soonest(cast: Cast) -> None:
    raised(cast, cast.tomas, on="2026-04-16")
    raised(cast, cast.amara, on="2026-04-15")
    raised(cast, cast.amara, on="2026-04-01", theme="practice")
    found = listed(cast.iro, Filters(), TODAY)
    assert [(each.challenge.child.reference, each.late) for each in found.open] == [
        ("A1", True),
        ("A1", False),
        ("A2", False),
    ]
    assert found.late == 1


def test_an_answer_in_time_waits_for_the_officer_and_is_not_late(cast: Cast) -> None:
    late = raised(cast, cast.amara, on="2026-04-01", stage="informal")
    assert listed(cast.iro, Filters(), TODAY).late == 1
    answered(late)
    assert listed(cast.iro, Filters(), TODAY).late == 0, "what is to come is the officer’s"


def test_the_list_is_narrowed(cast: Cast) -> None:
    raised(cast, cast.amara)
    further = raised(cast, cast.tomas, theme="practice", stage="informal")
    challenges.take_further(challenge=further, stage="stage-3", on=TODAY, by=cast.iro)
    closed(raised(cast, cast.amara, theme="decisions"))
    closed(raised(cast, cast.tomas, theme="decisions"), "no-longer")
    assert of(cast.iro, theme="practice")["open"] == [("A2", "Poor practice")]
    assert of(cast.iro, stage="stage-3") == {
        "to_answer": [],
        "open": [("A2", "Poor practice")],
        "closed": [],
    }
    assert of(cast.iro, stage="informal")["open"] == [], "it has come further"
    assert of(cast.iro, outcome="no-longer") == {
        "to_answer": [],
        "open": [],
        "closed": [("A2", "How decisions are made")],
    }


def test_the_address_holds_what_the_list_is_narrowed_to(cast: Cast) -> None:
    closed(raised(cast, cast.amara))
    page = signed_in(cast.iro).get("/challenges/?theme=drift&outcome=as-asked&stage=rubbish")
    text = page.content.decode()
    assert 'href="?outcome=as-asked"' in text
    assert 'href="?theme=drift"' in text
    assert "Settled as the officer asked" in text
    assert "She has a worker." in text
    nothing = signed_in(cast.iro).get("/challenges/?theme=practice").content.decode()
    assert "No closed challenge fits." in re.sub(r"\s+", " ", nothing)


def test_the_heading_says_what_is_to_do(cast: Cast) -> None:
    assert "No challenge to answer" in text(cast.manager)
    assert "No challenge open" in text(cast.iro)
    raised(cast, cast.amara, on="2026-04-01")
    raised(cast, cast.amara, theme="practice", on=(timezone.localdate()).isoformat())
    assert "2 challenges to answer, 1 late" in text(cast.manager)
    assert "2 challenges open, 1 late" in text(cast.iro)
    looks = AuditEvent.objects.filter(kind="read", what="challenges", children=[cast.amara.pk])
    assert {event.username for event in looks} == {"manager", "iro"}


def test_what_is_closed_is_shown_a_page_at_a_time(cast: Cast, monkeypatch) -> None:
    monkeypatch.setattr("oversight.challenges_listed.PAGE", 1)
    first = closed(raised(cast, cast.amara))
    Challenge.objects.filter(pk=first.pk).update(closed_on=TODAY - timedelta(days=1))
    closed(raised(cast, cast.tomas))
    page = signed_in(cast.iro).get("/challenges/").content.decode()
    assert "Tomas Bello" in page and "Amara Bello" not in page
    assert 'href="?page=2"' in page
    page = signed_in(cast.iro).get("/challenges/?page=2").content.decode()
    assert "Amara Bello" in page and "Tomas Bello" not in page


def test_the_tracker_tells_a_manager_what_waits(cast: Cast) -> None:
    note = "1 challenge of a reviewing officer waits for your answer."
    manager, iro = signed_in(cast.manager), signed_in(cast.iro)
    assert note not in manager.get("/tracker/").content.decode()
    put = raised(cast, cast.amara)
    assert note in manager.get("/tracker/").content.decode()
    for other in (iro, signed_in(cast.service_manager)):
        assert note not in other.get("/tracker/").content.decode()
    answered(put)
    assert note not in manager.get("/tracker/").content.decode()


@pytest.mark.parametrize("who", ["board_member", "guardian", "nobody", "chair", "social_worker"])
def test_it_is_for_those_who_raise_and_those_who_answer(cast: Cast, who: str) -> None:
    raised(cast, cast.amara)
    client = signed_in(getattr(cast, who))
    assert client.get("/challenges/").status_code == 403
    assert "/challenges/" not in client.get("/tracker/").content.decode()
    assert "/challenges/" in signed_in(cast.iro).get("/tracker/").content.decode()
