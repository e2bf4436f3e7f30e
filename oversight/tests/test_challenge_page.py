"""One challenge as both sides read it; what each may record of it, and nothing else."""

import re
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casetrack.actions import restrictions
from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from casetrack.record import reading, registry
from casetrack.tests.test_record_pages import day
from oversight.challenges import ladders, of
from oversight.clocks.engine import refresh
from oversight.models import ClockSetting
from permanence.actions import challenges
from permanence.models import Challenge, ChallengeStage, ChildsWords, MidPoint
from tests import timeline
from tests.cast import Cast, a_user, signed_in

DAY = date.fromisoformat
ANSWER = {"do": "answered", "answered_by": "P. Lindqvist", "answer": "A worker starts on Monday."}
ANSWER |= day("answered_on", "2026-04-13")
FURTHER = {"do": "taken-further", "stage": "stage-3", "asked": "A day at panel"}
FURTHER |= day("began_on", "2026-04-14")
CAFCASS = {"do": "cafcass", **day("cafcass_on", "2026-04-15")}
CLOSED = {"do": "closed", "outcome": "in-part", "effect": "She has a worker."}
CLOSED |= day("closed_on", "2026-04-20")
SENT = {"answered": ANSWER, "taken-further": FURTHER, "cafcass": CAFCASS, "closed": CLOSED}
OFFICERS = ("taken-further", "cafcass", "closed")


@pytest.fixture
def challenge(cast: Cast) -> Challenge:
    return raised(cast, cast.amara)


@pytest.fixture
def director(cast: Cast) -> User:
    return a_user("director", cast.authority, "director")


def raised(cast: Cast, child: Child, stage: str = "stage-1", on: str = "2026-04-01") -> Challenge:
    found = Challenge(child=child, raised_on=DAY(on), theme="no-worker", concern="Nobody comes.")
    return challenges.raise_at(challenge=found, stage=stage, by=cast.iro)


def address(challenge: Challenge) -> str:
    return reverse("child-challenge", args=[challenge.child.uuid, challenge.pk])


def sent(client: Client, challenge: Challenge, what: dict[str, str]) -> HttpResponse:
    return client.post(address(challenge), {"put": challenge.stages.latest("stage").pk} | what)


def text(user: User, challenge: Challenge) -> str:
    page = signed_in(user).get(address(challenge))
    assert page.status_code == 200
    return plain(page)


def plain(page: HttpResponse) -> str:
    main = page.content.decode().split("<main")[1]
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", main))


def story(user: User, challenge: Challenge) -> list[str]:
    page = signed_in(user).get(address(challenge)).content.decode()
    return re.findall(r'<p class="story-told">(?:<del>)?([^<]+)', page)


# Read alike


def test_who_reads_the_history_reads_it(cast, challenge) -> None:
    for user in (cast.iro, cast.manager, cast.social_worker, cast.chair):
        said = text(user, challenge)
        assert "Challenge: No social worker" in said
        assert "Raised by iro on 1 April 2026" in said
        assert "It waits for an answer from the team manager (stage 1). It is late." in said
    looks = AuditEvent.objects.filter(kind="read", what="challenge", children=[cast.amara.pk])
    assert {event.username for event in looks} == {"iro", "manager", "social-worker", "chair"}
    assert signed_in(cast.stranger).get(address(challenge)).status_code == 404
    for user in (cast.board_member, cast.guardian, cast.nobody):
        assert signed_in(user).get(address(challenge)).status_code == 403


def test_the_childs_own_words_come_first(cast, challenge) -> None:
    words = ChildsWords(child=cast.amara, said_on=DAY("2026-03-30"), words="Who comes now?")
    words.gathered, words.shared_with = "talking", "readers"
    words.save()
    said = text(cast.manager, challenge)
    assert said.index("“Who comes now?”") < said.index("Nobody comes.")


def test_a_challenge_is_read_beside_its_own_child(cast, challenge) -> None:
    other = reverse("child-challenge", args=[cast.tomas.uuid, challenge.pk])
    assert signed_in(cast.iro).get(other).status_code == 404


def test_where_it_was_raised_is_said(cast, challenge) -> None:
    assert "mid-point" not in text(cast.iro, challenge)
    held = MidPoint.objects.create(
        child=cast.amara,
        held_on="2026-03-30",
        looked="records",
        seen="no",
        judgement="off-track",
        judgement_because="Nobody comes.",
        **dict.fromkeys(
            ("plan_right", "actions_done", "child_heard", "moving", "second_plan"), "yes"
        ),
    )
    Challenge.objects.update(mid_point=held)
    assert "on 1 April 2026, at the mid-point of 30 March 2026" in text(cast.manager, challenge)


def test_both_sides_read_the_same_in_order(cast, challenge, director) -> None:
    iro, manager = signed_in(cast.iro), signed_in(cast.manager)
    assert sent(manager, challenge, ANSWER).status_code == 302
    assert sent(iro, challenge, FURTHER).status_code == 302
    assert sent(iro, challenge, CAFCASS).status_code == 302
    answer = ANSWER | {"answered_by": "S. Hargreave"} | day("answered_on", "2026-04-17")
    assert sent(signed_in(cast.service_manager), challenge, answer).status_code == 302
    assert sent(iro, challenge, CLOSED).status_code == 302
    told = [
        "Raised by iro, about no social worker: Nobody comes.",
        "Put to the team manager (stage 1). The informal alert was skipped.",
        "Answered LATE, 1 working day after its day, by P. Lindqvist: A worker starts on Monday.",
        "Put to the head of service (stage 3). Stage 2 was skipped. Asked for: A day at panel.",
        "Passed to the Children and Family Court Advisory and Support Service (Cafcass).",
        "Answered by S. Hargreave: A worker starts on Monday.",
        "Closed: settled in part. She has a worker.",
    ]
    for user in (cast.iro, cast.manager, cast.service_manager, director):
        assert story(user, challenge) == told
        assert "Closed on 20 April 2026: settled in part. Passed to Cafcass" in text(
            user, challenge
        )


def test_an_answer_that_was_taken_back_stays_in_the_story(cast, challenge) -> None:
    manager = signed_in(cast.manager)
    sent(manager, challenge, ANSWER)
    stage = challenge.stages.get()
    withdraw = reverse(
        "child-change", args=[cast.amara.uuid, "challenge-stage", stage.pk, "answer-withdrawn"]
    )
    assert withdraw in manager.get(address(challenge)).content.decode()
    assert withdraw not in signed_in(cast.iro).get(address(challenge)).content.decode()
    manager.post(withdraw, {"because": "Another child’s"})
    page = signed_in(cast.iro).get(address(challenge)).content.decode()
    assert "<del>Answered LATE, 1 working day after its day, by P. Lindqvist" in page
    assert "Another child’s" in page


def test_another_challenge_of_the_child_is_not_told_here(cast, challenge) -> None:
    other = Challenge(child=cast.amara, raised_on=DAY("2026-04-02"), theme="drift", concern="Slow.")
    challenges.raise_at(challenge=other, stage="stage-4", by=cast.iro)
    assert "Slow" not in text(cast.iro, challenge)
    assert len(story(cast.iro, challenge)) == len(story(cast.iro, other)) == 2


def test_what_was_skipped_answered_and_never_answered(cast) -> None:
    challenge = raised(cast, cast.amara, "informal")
    challenges.take_further(challenge=challenge, stage="stage-2", on=DAY("2026-04-14"), by=cast.iro)
    ladder = ladders(of(Child.objects.filter(pk=cast.amara.pk)), DAY("2026-04-20"))[0]
    assert [(rung.stage, str(rung.at), rung.late) for rung in ladder.rungs] == [
        ("informal", "not answered", True),
        ("stage-1", "skipped", False),
        ("stage-2", "waits for an answer", False),
        ("stage-3", "not reached", False),
        ("stage-4", "not reached", False),
    ]
    assert ladder.rungs[0].over == "2 working days after its day"
    assert ladder.rungs[2].taken == "4 working days"
    assert ladder.further == [
        ("stage-3", "Stage 3, the head of service"),
        ("stage-4", "Stage 4, the director of children’s services (skips stage 3)"),
    ]


# By when


def limits(challenge: Challenge, on: str) -> list[tuple[str, str, str] | None]:
    """Of all stages together, and of the present one: how many days, whose, how many are left."""
    ladder = ladders(of(Child.objects.filter(pk=challenge.child_id)), DAY(on))[0]
    return [
        (limit.words, limit.whose, limit.left) if limit else None
        for limit in (ladder.in_all, ladder.present.limit)
    ]


def test_the_limits_are_those_of_the_clocks_and_say_whose_they_are(cast) -> None:
    challenge = raised(cast, cast.amara, "informal")
    # Over Easter: 3 and 6 April are no working days.
    assert limits(challenge, "2026-04-02") == [
        None,
        ("5 working days", "local practice", "4 working days left"),
    ]
    assert "Not counted yet" in text(cast.iro, challenge)
    challenges.take_further(challenge=challenge, stage="stage-2", on=DAY("2026-04-10"), by=cast.iro)
    assert limits(challenge, "2026-04-17") == [
        ("20 working days", "statutory guidance", "15 working days left"),
        ("5 working days", "proposed by this product", "today is the last day"),
    ]
    assert limits(challenge, "2026-04-20")[1] == (
        "5 working days",
        "proposed by this product",
        "1 working day over",
    )
    said = text(cast.manager, challenge)
    assert "Statutory guidance. IRO Handbook, 6.2: all stages together" in said
    assert "Proposed by this product. Proposed by this product" not in said


def test_a_limit_of_the_authoritys_own_says_so(cast) -> None:
    ClockSetting.objects.create(
        authority=cast.authority,
        clock="informal-alert",
        limit=10,
        warning=8,
        starts_on="2020-01-01",
    )
    challenge = raised(cast, cast.amara, "informal")
    assert limits(challenge, "2026-04-17")[1] == (
        "10 working days",
        "set by the authority",
        "today is the last day",
    )
    said = text(cast.manager, challenge)
    assert "Set by the authority. By default it is 5 working days: local practice." in said


def test_where_no_clock_counts_there_is_no_limit(cast) -> None:
    ClockSetting.objects.create(
        authority=cast.authority, clock="challenge-stage", enabled=False, starts_on="2020-01-01"
    )
    challenge = raised(cast, cast.amara)
    assert limits(challenge, "2026-04-17")[1] is None
    assert "No limit is counted: the child is not in care, or" in text(cast.manager, challenge)


def test_it_is_not_late_by_days_after_the_child_left_care(cast) -> None:
    child = timeline.child(
        "care 2026-01-05 .. 2026-04-09; status C2 2026-01-05 .. 2026-04-09;"
        " challenge drift 2026-04-01; challenge-stage stage-1 2026-04-01",
        authority=cast.authority,
    )
    refresh([child.pk])
    ladder = ladders(of(Child.objects.filter(pk=child.pk)), DAY("2026-06-01"))[0]
    assert (ladder.open, ladder.waits, ladder.late) == (True, True, False)
    said = text(cast.service_manager, ladder.challenge)
    assert said.count("not counted since 9 April 2026, when the child left care") == 2
    assert "LATE" not in said


def test_it_took_too_long_though_it_is_closed(cast, challenge) -> None:
    sent(signed_in(cast.iro), challenge, CLOSED | day("closed_on", "2026-05-06"))
    said = text(cast.manager, challenge)
    assert "It took longer than the 20 working days for all stages together." in said
    assert "Closed after 22 working days" in said
    assert "It was closed without an answer at this stage" in said


# Each does their own


@pytest.mark.parametrize("code", OFFICERS)
def test_the_officer_leads_it(cast, challenge, code) -> None:
    iro = signed_in(cast.iro)
    assert f'name="do" value="{code}"' in iro.get(address(challenge)).content.decode()
    page = sent(iro, challenge, SENT[code])
    assert page.status_code == 302, plain(page)
    assert page["Location"] == address(challenge)
    assert AuditEvent.objects.filter(what=f"challenge.{code}", user_id=cast.iro.pk).exists()


def test_a_manager_answers_with_their_name_before_them(cast, challenge) -> None:
    manager = signed_in(cast.manager)
    page = manager.get(address(challenge)).content.decode()
    assert 'value="manager, Team manager"' in page
    assert sent(manager, challenge, ANSWER).status_code == 302
    stage = challenge.stages.get()
    assert (stage.answered_on, stage.answered_by) == (DAY("2026-04-13"), "P. Lindqvist")
    assert AuditEvent.objects.filter(what="challenge-stage.answered").exists()
    said = text(cast.iro, challenge)
    assert "Answered on 13 April 2026 (stage 1); the officer decides what follows." in said
    assert 'name="do" value="answered"' not in manager.get(address(challenge)).content.decode()


@pytest.mark.parametrize("code", SENT)
@pytest.mark.parametrize(
    "who", ["manager", "service_manager", "director", "social_worker", "chair", "iro"]
)
def test_nobody_does_what_is_the_others(cast, challenge, director, who, code) -> None:
    user = director if who == "director" else getattr(cast, who)
    answers = who in ("manager", "service_manager", "director")
    may = answers if code == "answered" else who == "iro"
    client = signed_in(user)
    assert (f'name="do" value="{code}"' in client.get(address(challenge)).content.decode()) is may
    before = versions(challenge)
    page = sent(client, challenge, SENT[code])
    assert page.status_code == (302 if may else 403)
    assert (versions(challenge) == before) is not may
    refused = AuditEvent.objects.filter(kind="refused", user_id=user.pk, what="child-challenge")
    assert [event.children for event in refused] == ([] if may else [[cast.amara.pk]])


def test_a_team_manager_does_not_answer_what_was_put_above_them(cast) -> None:
    challenge = raised(cast, cast.amara, "stage-2")
    manager = signed_in(cast.manager)
    said = plain(manager.get(address(challenge)))
    assert "Answer it" not in said
    assert sent(manager, challenge, ANSWER).status_code == 403
    page = signed_in(cast.service_manager).get(address(challenge))
    assert "answered by a service manager or head of service, or the director" in plain(page)


def test_nothing_else_can_be_sent(cast, challenge) -> None:
    iro = signed_in(cast.iro)
    before = versions(challenge)
    for code in ("", "answer-withdrawn", "delete"):
        assert sent(iro, challenge, {"do": code}).status_code == 404
    for user in (cast.iro, cast.manager, cast.service_manager):
        client = signed_in(user)
        for page in (address(challenge), "/challenges/"):
            for ask in (client.put, client.patch, client.delete):
                assert ask(page).status_code == 405
    assert versions(challenge) == before


def test_programs_change_nothing_of_it(cast, challenge, director) -> None:
    before = versions(challenge)
    for user in (cast.manager, cast.service_manager, director, cast.iro):
        client = signed_in(user)
        for page in (
            "/api/v1/children/",
            f"/api/v1/children/{cast.amara.uuid}/",
            f"/api/v1/children/{cast.amara.uuid}/challenges/{challenge.pk}/",
            "/api/v1/challenges/",
            "/api/v1/flags/",
        ):
            for ask in (client.post, client.put, client.patch, client.delete):
                assert ask(page, {"closed_on": "2026-04-20"}).status_code in (403, 404, 405), page
    assert versions(challenge) == before


def test_it_is_kept_from_those_from_whom_the_record_is_kept(cast, challenge) -> None:
    restrictions.restrict(
        child=cast.amara,
        kind="excluded",
        reason="A threat.",
        people=[cast.manager, cast.iro],
        on=timezone.localdate(),
        by=cast.guardian,
    )
    for user in (cast.manager, cast.iro):
        client = signed_in(user)
        assert client.get(address(challenge)).status_code == 404
        assert sent(client, challenge, ANSWER).status_code == 404
        assert "Amara" not in client.get("/challenges/").content.decode()
        assert "waits for your answer" not in client.get("/tracker/").content.decode()


def versions(challenge: Challenge) -> list[int]:
    rows = (challenge, *ChallengeStage.objects.filter(challenge=challenge))
    return [reading.newest(registry.of(row), row.pk) for row in rows]


# Refused in words, and what was typed is kept


@pytest.mark.parametrize(
    ("who", "what", "changed", "words"),
    [
        ("manager", ANSWER, {"answer": ""}, "Answer “What is the answer?”"),
        ("manager", ANSWER, {"answered_on-year": "2049"}, "Enter a date that is not in the future"),
        ("manager", ANSWER, day("answered_on", "2026-03-02"), "It cannot be answered before"),
        ("iro", FURTHER, {"stage": "stage-1"}, "Select a valid choice"),
        ("iro", FURTHER, day("began_on", "2026-03-02"), "was not raised yet on that day."),
        ("iro", CAFCASS, day("cafcass_on", "2026-03-02"), "It cannot be passed to Cafcass before"),
        ("iro", CLOSED, {"effect": ""}, "Answer “What changed for the child?”"),
    ],
)
def test_a_refusal_keeps_what_was_typed(cast, challenge, who, what, changed, words) -> None:
    page = sent(signed_in(getattr(cast, who)), challenge, what | changed)
    assert page.status_code == 200
    said = page.content.decode()
    assert words in said
    assert "There is a problem" in said
    kept = [value for name, value in what.items() if name not in {"do", "theme", *changed}]
    assert all(value in said for value in kept)


def test_it_is_put_further_while_somebody_answers(cast, challenge) -> None:
    page: Any = {"put": challenge.stages.get().pk}
    challenges.take_further(challenge=challenge, stage="stage-2", on=DAY("2026-04-10"), by=cast.iro)
    answer = sent(signed_in(cast.service_manager), challenge, ANSWER | page)
    assert "The challenge was put to another stage while you had it open" in plain(answer)
    assert "A worker starts on Monday." in answer.content.decode()
    assert not ChallengeStage.objects.exclude(answered_on=None).exists()


def test_two_managers_answer_at_once(cast, challenge) -> None:
    sent(signed_in(cast.manager), challenge, ANSWER)
    page = sent(signed_in(cast.service_manager), challenge, ANSWER | {"answer": "Mine."})
    assert "Somebody recorded this while you had it open." in plain(page)
    assert "Mine." in page.content.decode()
    assert challenge.stages.get().answer == ANSWER["answer"]


def test_a_closed_challenge_is_only_read(cast, challenge) -> None:
    sent(signed_in(cast.iro), challenge, CLOSED)
    for user in (cast.iro, cast.manager):
        assert 'name="do"' not in signed_in(user).get(address(challenge)).content.decode()
    for code in OFFICERS:
        page = sent(signed_in(cast.iro), challenge, SENT[code])
        assert "There is a problem" in page.content.decode()
    assert challenge.stages.count() == 1


def test_the_last_stage_goes_no_further(cast) -> None:
    challenge = raised(cast, cast.amara, "stage-4")
    page = signed_in(cast.iro).get(address(challenge)).content.decode()
    assert 'value="taken-further"' not in page
    assert 'value="closed"' in page


# On the child's page


def test_the_childs_page_leads_to_it(cast, challenge) -> None:
    def section(user: User, as_at: str = "") -> str:
        page = signed_in(user).get(reverse("child", args=[cast.amara.uuid]) + as_at)
        found = page.content.decode().split('aria-labelledby="challenges-title"')
        return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", found[1].split("</section>")[0]))

    manager = signed_in(cast.manager).get(reverse("child", args=[cast.amara.uuid]))
    assert address(challenge) in manager.content.decode()
    assert "Raised 1 Apr 2026 · with the team manager (stage 1)" in section(cast.manager)
    assert "over Challenge settled" in section(cast.manager)
    assert "None recorded." in section(cast.iro, "?as_at=2026-03-31")
    sent(signed_in(cast.iro), challenge, CLOSED)
    assert "closed 20 Apr 2026: settled in part" in section(cast.iro)
    assert "with the team manager" in section(cast.iro, "?as_at=2026-04-19")


def test_whoever_reads_no_history_sees_none_of_it(cast, challenge) -> None:
    school = a_user("school", cast.authority, "virtual-school")
    page = signed_in(school).get(reverse("child", args=[cast.amara.uuid]))
    assert page.status_code == 200
    assert "Challenges of the reviewing officer" not in page.content.decode()
    assert signed_in(school).get(address(challenge)).status_code == 403


def test_a_challenge_of_another_record_is_told_by_no_history(cast) -> None:
    child = timeline.child("care 2024-01-01; challenge drift 2024-03-04", authority=cast.authority)
    bare = Challenge.objects.get(child=child)
    assert signed_in(cast.chair).get(address(bare)).status_code == 404, "it has no stage"
    assert signed_in(cast.chair).get(reverse("child", args=[child.uuid])).status_code == 200


def test_a_day_ahead_on_which_it_would_stop_is_not_told_as_past(cast) -> None:
    """Every clock stops at the eighteenth birthday, years before that as well."""
    child = timeline.child(
        "born 2012-03-04; care 2026-01-05; status C2 2026-01-05;"
        " challenge drift 2026-04-01; challenge-stage stage-1 2026-04-01",
        authority=cast.authority,
    )
    refresh([child.pk])
    ladder = ladders(of(Child.objects.filter(pk=child.pk)), DAY("2026-06-01"))[0]
    assert ladder.in_all is not None and ladder.in_all.row.stopped_on == DAY("2030-03-04")
    assert ladder.in_all.cut is None and ladder.late_in_all
    assert "not counted since" not in text(cast.service_manager, ladder.challenge)
