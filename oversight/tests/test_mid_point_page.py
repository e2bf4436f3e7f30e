"""The mid-point: what is recorded beside it, what is kept as typed, and what is raised from it."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from casetrack.recording import recording
from casetrack.tests.test_record_pages import day as boxes
from oversight.child_record import ChildRecord
from oversight.mid_point import Looking, looking
from oversight.tests.pathways import justified
from permanence.actions import mid_points
from permanence.models import (
    QUESTIONS,
    AgreedAction,
    Challenge,
    ChildsWords,
    MidPoint,
    MidPointDraft,
    Review,
)
from placements.models import OrderQuestion
from tests import timeline
from tests.cast import DAY, Cast, a_user, signed_in

pytestmark = pytest.mark.django_db
IN_ORDER = dict.fromkeys(QUESTIONS, "yes")
TYPED = {
    "looked": "visit",
    "seen": "alone",
    **IN_ORDER,
    "judgement": "in-time",
    "judgement_because": "A family is being found",
}
HELD = (
    "born 2018-01-05; care 2025-03-01; status C2 2025-03-01; review 2025-12-20; review 2026-05-20"
)
SETTLED = (
    f"{HELD}; home U4 2025-03-01; plan long-term-fostering 2025-05-01 ratified=2025-06-01;"
    " long-term-match 2025-09-01"
)


@pytest.fixture
def iro(cast: Cast) -> Client:
    return signed_in(cast.iro)


def address(child: Child, then: str = "") -> str:
    return f"/children/{child.uuid}/mid-point/{then}"


def page(client: Client, child: Child) -> str:
    answer = client.get(address(child))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def a_child(cast: Cast, history: str) -> Child:
    child = timeline.child(history, authority=cast.authority)
    with recording("told", by=None, children=[child.pk]):
        pass
    return child


def seen(child: Child, day: date = DAY) -> Looking:
    return looking(ChildRecord(child, day))


def suggested(child: Child, day: date = DAY) -> dict[str, str]:
    return {name: str(each.answer) for name, each in seen(child, day).beside.items()}


def post(client: Client, child: Child, **typed: Any) -> Any:
    today = timezone.localdate().isoformat()
    return client.post(address(child), TYPED | boxes("held_on", today) | typed)


def keep(client: Client, child: Child, **typed: str) -> Any:
    return client.post(address(child, "draft/"), typed, headers={"Draft": "yes"})


# What is recorded beside the questions


def test_a_suggestion_is_made_where_the_facts_decide_it(cast: Cast) -> None:
    child = a_child(
        cast,
        f"{SETTLED}; contingency special-guardianship 2025-05-01; visit 2026-05-25 seen=alone",
    )
    assert suggested(child) == {
        "plan_right": "",
        "actions_done": "",
        "child_heard": "yes",
        "moving": "yes",
        "second_plan": "yes",
    }


@pytest.mark.parametrize(
    ("history", "answer", "words"),
    [
        (f"{HELD}; home U4 2025-03-01", "no", "No agreed plan is recorded."),
        (
            f"{HELD}; home U4 2025-03-01; plan long-term-fostering 2025-05-01",
            "partly",
            "The plan is not ratified yet.",
        ),
        (SETTLED, "", ""),
    ],
)
def test_whether_the_plan_is_right_no_fact_decides(
    cast: Cast, history: str, answer: str, words: str
) -> None:
    beside = seen(a_child(cast, history)).beside["plan_right"]
    assert (beside.answer, beside.words) == (answer, words)


@pytest.mark.parametrize(
    ("due", "done", "answer", "fact"),
    [
        ((), (), "", "No decision is recorded"),
        (("05-25", "06-01"), ("05-24", ""), "yes", "1 of 2 decisions done"),
        (("05-25", "05-31"), ("05-24", ""), "partly", "1 of 2 decisions done, 1 late"),
        (("05-25",), ("",), "no", "0 of 1 decision done, 1 late"),
    ],
)
def test_decisions_are_being_done_while_none_is_late(
    cast: Cast, due: tuple[str, ...], done: tuple[str, ...], answer: str, fact: str
) -> None:
    child = a_child(cast, SETTLED)
    review = Review.objects.get(child=child, held_on="2026-05-20")
    for due_on, done_on in zip(due, done, strict=True):
        AgreedAction.objects.create(
            child=child,
            review=review,
            text="Book the dentist.",
            owner=cast.north_worker,
            agreed_on="2026-05-20",
            due_on=f"2026-{due_on}",
            done_on=f"2026-{done_on}" if done_on else None,
        )
    beside = seen(child).beside["actions_done"]
    assert (beside.answer, beside.facts[0].words) == (answer, fact)
    if answer in ("partly", "no"):
        assert beside.words.startswith("Late: Book the dentist (N. Okafor, ")


def test_decisions_in_words_alone_are_told_and_not_counted(cast: Cast) -> None:
    child = a_child(cast, SETTLED)
    Review.objects.filter(child=child).update(decisions="see grandma more often")
    beside = seen(child).beside["actions_done"]
    assert (beside.answer, beside.facts[0].words) == ("", "See grandma more often.")


@pytest.mark.parametrize(
    ("visits", "day", "answer", "words"),
    [
        ("visit 2026-05-19 seen=alone", DAY, "", ""),
        ("visit 2026-05-25 seen=alone", DAY, "yes", ""),
        (
            "visit 2026-05-25 seen=with-others",
            DAY,
            "partly",
            "Not seen alone since the review.",
        ),
        ("visit 2026-05-25 seen=alone", date(2027, 1, 4), "partly", "Late: Visit"),
        ("visit 2026-05-19 seen=alone", date(2027, 1, 4), "no", "Late: Visit"),
    ],
)
def test_the_child_is_seen_by_the_visits_and_their_clock(
    cast: Cast, visits: str, day: date, answer: str, words: str
) -> None:
    beside = seen(a_child(cast, f"recorded 2020-01-01; {SETTLED}; {visits}"), day).beside
    assert beside["child_heard"].answer == answer
    assert beside["child_heard"].words.startswith(words)


def test_the_day_of_the_last_words_stands_beside(cast: Cast) -> None:
    said = {"said_on": "2026-05-30", "words": "Soon?", "gathered": "talking"}
    ChildsWords.objects.create(child=cast.amara, shared_with="readers", **said)
    facts = [fact.words for fact in seen(cast.amara).beside["child_heard"].facts]
    assert "Own words last recorded on 30 May 2026" in facts


def test_planning_drifts_where_a_limit_of_it_is_past(cast: Cast) -> None:
    beside = seen(cast.amara).beside["moving"]
    assert beside.answer == "no"
    assert beside.words.startswith("Placement order to match: 122 days over; ")
    assert beside.facts[0].words == "Placement order to match: 122 days over"
    assert beside.facts[0].small == "243 days of 121 · target", "whose limit it is is told"


def test_past_a_limit_of_our_own_it_is_partly_so(cast: Cast) -> None:
    child = a_child(cast, SETTLED.replace("; long-term-match 2025-09-01", ""))
    beside = seen(child).beside["moving"]
    assert {fact.small.rpartition(" · ")[2] for fact in beside.facts} == {"proposed"}
    assert beside.answer == "partly"


def test_a_justified_delay_is_a_delay_all_the_same(cast: Cast) -> None:
    first = seen(cast.amara).beside["moving"].words
    justified(cast.amara, by=cast.chair, asked_by=cast.manager, on=DAY)
    beside = seen(cast.amara).beside["moving"]
    assert "justified to" in beside.words and beside.words != first
    assert len(beside.words) <= 300


def test_a_second_plan_is_there_or_not(cast: Cast) -> None:
    assert seen(cast.amara).beside["second_plan"].answer == "yes"
    beside = seen(a_child(cast, SETTLED)).beside["second_plan"]
    assert (beside.answer, beside.words) == ("no", "No second plan is recorded.")


def test_the_window_is_that_of_the_clock_and_the_booked_day_the_reviews(
    cast: Cast, iro: Client
) -> None:
    timeline.record(cast.amara, "recorded 2020-01-01")
    with recording("told", by=None, children=[cast.amara.pk]):
        Review.objects.filter(child=cast.amara).update(mid_point_planned_on="2026-07-03")
    assert seen(cast.amara).when == "To be held between 20 July 2026 and 20 August 2026"
    text = page(iro, cast.amara)
    assert "To be held between 20 July 2026 and 20 August 2026; booked for 3 July 2026." in text
    assert "No law sets these days" in text


def special(child: Child, day: date = DAY) -> dict[str, list[str]]:
    return {each.title: [fact.words for fact in each.facts] for each in seen(child, day).special}


def test_with_parents_it_is_asked_whether_the_order_is_still_needed(
    cast: Cast, iro: Client
) -> None:
    at_home = f"{HELD.replace('C2', 'C1')}; home P1 2025-03-01"
    child = a_child(cast, at_home)
    assert special(child) == {"The care order": ["It was never asked whether it is still needed"]}
    OrderQuestion.objects.create(
        child=child, asked_on="2026-05-20", answer="yes", reason="it keeps her safe"
    )
    assert special(child) == {"The care order": ["Asked on 20 May 2026: yes, it is still needed"]}
    assert special(a_child(cast, f"{HELD}; home U4 2025-03-01")) == {}
    voluntary = a_child(cast, f"{HELD.replace('C2', 'V2')}; home P1 2025-03-01")
    assert special(voluntary) == {}
    assert "Is the order still needed?" not in page(iro, cast.amara)


@pytest.mark.parametrize(
    ("asked_on", "asks"), [("2026-05-17", True), ("2026-05-18", False), ("2026-06-01", False)]
)
def test_an_answer_of_the_last_fortnight_is_not_asked_for_again(
    cast: Cast, asked_on: str, asks: bool
) -> None:
    child = a_child(cast, f"{HELD.replace('C2', 'C1')}; home P1 2025-03-01")
    assert seen(child).asks_order
    OrderQuestion.objects.create(child=child, asked_on=asked_on, answer="yes", reason="Safe")
    assert seen(child).asks_order is asks


def test_a_temporary_approval_has_its_weeks(cast: Cast) -> None:
    child = a_child(
        cast,
        "born 2018-01-05; care 2026-04-27; status C1 2026-04-27; home U3 2026-04-27;"
        " approval temporary 2026-04-27 expires=2026-08-17; review 2026-05-20",
    )
    title = "Temporary approval of the carers"
    assert special(child) == {title: ["11 weeks left: it ends on 17 August 2026"]}
    assert special(child, date(2026, 8, 10)) == {title: ["7 days left: it ends on 17 August 2026"]}
    (late,) = special(child, date(2026, 8, 20))[title]
    assert late.startswith("It has run out: ")


def test_adoption_has_its_days(cast: Cast) -> None:
    assert special(cast.amara) == {"Adoption": ["243 days under a placement order without a match"]}
    (one,) = seen(cast.amara).special
    assert "average" in one.note and "(target)" in one.facts[0].small
    timeline.record(cast.amara, "match 2026-05-25")
    with recording("told", by=None, children=[cast.amara.pk]):
        pass
    (matched, waits) = special(cast.amara)["Adoption"]
    assert matched == "Matched on 25 May 2026, 236 days after the placement order"
    assert waits.startswith("Match to adoptive home: ")
    assert seen(cast.amara).special[0].note == ""


# The page


def test_it_opens_with_the_childs_words_and_the_reviews_decisions(cast: Cast, iro: Client) -> None:
    Review.objects.filter(child=cast.amara, held_on="2026-05-20").update(
        decisions="Widen the search."
    )
    text = page(iro, cast.amara)
    order = ["No words of Amara", "The review of 20 May 2026 decided", "Widen the search."]
    order += ["What has changed since the review", "How was it done?", "In all, how does it stand?"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    event = AuditEvent.objects.filter(what="mid-point").latest("at")
    assert event.children == [cast.amara.pk]


def chosen(text: str) -> dict[str, str]:
    """What is chosen beforehand, by question."""
    found = re.findall(r'<input[^>]*name="(\w+)" value="([\w-]+)" checked', text)
    return dict(found)


def test_suggestions_are_chosen_beforehand_and_the_judgement_never(cast: Cast, iro: Client) -> None:
    text = page(iro, cast.amara)
    assert chosen(text) == {"plan_right": "partly", "moving": "no", "second_plan": "yes"}
    assert "The record suggests: no. You decide." in text
    assert "Placement order to match: 122" not in text, "the page is of today, not of a past day"


def test_it_is_recorded_and_its_draft_is_gone(cast: Cast, iro: Client) -> None:
    keep(iro, cast.amara, looked="visit")
    draft = MidPointDraft.objects.get()
    answer = post(iro, cast.amara, draft=draft.saved_at.isoformat())
    made = MidPoint.objects.get(child=cast.amara)
    assert answer["Location"] == f"/children/{cast.amara.uuid}/mid-points/{made.pk}/"
    assert (made.held_by, made.judgement) == (cast.iro, "in-time")
    assert not MidPointDraft.objects.exists()


def test_what_is_missing_is_said_beside_its_question(cast: Cast, iro: Client) -> None:
    answer = post(iro, cast.amara, judgement="", judgement_because="", moving="no")
    text = unescape(answer.content.decode())
    assert "Answer “In all, how does it stand?”" in text and "Answer “Why?”" in text
    answer = post(iro, cast.amara, moving="no")
    assert "Where something is not in order, write what." in answer.content.decode()
    assert not MidPoint.objects.filter(child=cast.amara).exists()


def test_pressed_twice_it_is_recorded_once(cast: Cast, iro: Client) -> None:
    number = "6b6f4b0e-8a0b-4c7e-9a55-0c0f3d3f9a11"
    first, second = (post(iro, cast.amara, number=number) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert MidPoint.objects.filter(child=cast.amara).count() == 1


def test_the_answer_about_the_order_is_a_fact_of_its_own(cast: Cast) -> None:
    lead = a_user("lead", cast.authority, "iro-manager")
    child = a_child(cast, f"{HELD.replace('C2', 'C1')}; home P1 2025-03-01")
    client = signed_in(lead)
    assert "Is the order still needed?" in page(client, child)
    text = unescape(post(client, child).content.decode())
    assert "Answer “Is the order still needed?”" in text
    assert post(client, child, still_needed="apply", reason="All is well").status_code == 302
    assert OrderQuestion.objects.get(child=child).answer == "apply"


# Kept as typed


def test_what_is_typed_is_kept_and_opened_again(cast: Cast, iro: Client) -> None:
    answer = keep(iro, cast.amara, moving="yes", moving_words="")
    assert answer.status_code == 200
    told = answer.json()
    assert told["typed"] == {"moving": "yes", "moving_words": ""}
    assert told["at"] == f"{timezone.localtime(MidPointDraft.objects.get().saved_at):%H:%M}"
    keep(iro, cast.amara, judgement_because="Half a sent", **boxes("held_on", "2026-06-02"))
    text = page(iro, cast.amara)
    assert chosen(text)["moving"] == "yes", "what was typed stands before what is suggested"
    assert ">Half a sent</textarea>" in text and "You began on " in text
    assert 'id="id_held_on-month" name="held_on-month" type="text"' in text
    assert re.search(r'name="held_on-month"[^>]*value="06"', text, re.S)
    assert '<details class="mid-day" open>' in text


def test_without_scripts_a_button_keeps_it(cast: Cast, iro: Client) -> None:
    answer = iro.post(address(cast.amara, "draft/"), {"seen": "no", "other": "x"}, follow=True)
    assert "Kept. You can go on with it on any device" in answer.content.decode()
    assert MidPointDraft.objects.get().typed == {"seen": "no"}, "what no question asks is not kept"


def test_what_is_refused_is_told_to_the_script_and_to_the_reader(cast: Cast, iro: Client) -> None:
    answer = keep(iro, cast.amara, moving_words="x" * 1001)
    assert answer.status_code == 409 and b"1,000 characters" in answer.content
    answer = iro.post(address(cast.amara, "draft/"), {"moving_words": "x" * 1001}, follow=True)
    assert "1,000 characters" in answer.content.decode()


def test_two_devices_fill_in_one(cast: Cast, iro: Client) -> None:
    keep(iro, cast.amara, looked="visit")
    told = keep(iro, cast.amara, moving_words="Typed at the desk").json()
    assert told["typed"] == {"looked": "visit", "moving_words": "Typed at the desk"}


def test_what_another_device_typed_since_is_shown_before_it_is_recorded(
    cast: Cast, iro: Client
) -> None:
    keep(iro, cast.amara, moving_words="Typed on the telephone")
    answer = post(iro, cast.amara, judgement_because="At the desk")
    text = unescape(answer.content.decode())
    assert "More was typed on another device" in text
    assert ">Typed on the telephone</textarea>" in text and ">At the desk</textarea>" in text
    assert not MidPoint.objects.filter(child=cast.amara).exists()
    now = MidPointDraft.objects.get().saved_at.isoformat()
    assert post(iro, cast.amara, draft=now).status_code == 302


def test_it_is_thrown_away_by_a_press(cast: Cast, iro: Client) -> None:
    keep(iro, cast.amara, looked="visit")
    answer = iro.post(address(cast.amara, "draft/"), {"do": "discard"}, follow=True)
    assert "What you had typed is thrown away." in answer.content.decode()
    assert not MidPointDraft.objects.exists()


def test_a_draft_is_nobody_elses_to_read(cast: Cast, iro: Client) -> None:
    keep(iro, cast.amara, judgement_because="Nobody reads this")
    lead = a_user("lead", cast.authority, "iro-manager")
    assert "Nobody reads this" not in page(signed_in(lead), cast.amara)
    assert keep(signed_in(lead), cast.amara, looked="call").json()["typed"] == {"looked": "call"}
    for user in (cast.manager, cast.service_manager, cast.social_worker, cast.chair, lead):
        for where in ("", "history/", "record/", "record/mid-point/", "looked/"):
            answer = signed_in(user).get(f"/children/{cast.amara.uuid}/{where}")
            assert "Nobody reads this" not in answer.content.decode(), where


def test_that_somebody_recorded_one_meanwhile_is_said(cast: Cast, iro: Client) -> None:
    lead = a_user("lead", cast.authority, "iro-manager")
    keep(iro, cast.amara, looked="visit")
    assert "recorded a mid-point" not in page(iro, cast.amara)
    MidPointDraft.objects.update(begun_at=timezone.now() - timedelta(hours=1))
    made = _held(cast, by=lead, on=timezone.localdate())
    text = page(iro, cast.amara)
    assert "After you began to type, lead recorded a mid-point" in text
    assert f"/mid-points/{made.pk}/" in text
    assert "After you began" not in page(signed_in(lead), cast.amara)
    assert "since the last review" in page(signed_in(lead), cast.amara)


@pytest.mark.parametrize("who", ["manager", "service_manager", "social_worker", "chair"])
def test_the_line_is_refused_at_every_door_and_the_refusal_written_down(
    cast: Cast, iro: Client, who: str
) -> None:
    keep(iro, cast.amara, looked="visit")
    made, user = _held(cast, by=a_user("lead", cast.authority, "iro-manager")), getattr(cast, who)
    client, raises = signed_in(user), f"/children/{cast.amara.uuid}/mid-points/{made.pk}/raise/"
    typed = {"do": "discard", "looked": "call"} | TYPED
    asked = [
        client.get(address(cast.amara)),
        client.post(address(cast.amara), typed),
        client.post(address(cast.amara, "draft/"), typed),
        keep(client, cast.amara, looked="call"),
        client.post(raises, {"do": "alert", "theme": "drift", "concern": "It drifts."}),
    ]
    assert [answer.status_code for answer in asked] == [403] * len(asked)
    refused = AuditEvent.objects.filter(kind="refused", user_id=user.pk)
    assert [event.children for event in refused] == [[cast.amara.pk]] * len(asked)
    assert MidPointDraft.objects.get().typed == {"looked": "visit"}
    assert not Challenge.objects.exists() and MidPoint.objects.count() == 1


def test_a_child_who_is_not_theirs_does_not_exist(cast: Cast) -> None:
    other = signed_in(a_user("other", cast.authority, "iro"))
    for answer in (
        other.get(address(cast.amara)),
        post(other, cast.amara),
        keep(other, cast.amara, looked="visit"),
    ):
        assert answer.status_code == 404
    assert not MidPointDraft.objects.exists()


# Recorded, and what is raised from it


def _held(cast: Cast, by: User, on: date = DAY, **said: Any) -> MidPoint:
    given = TYPED | said
    return mid_points.record(mid_point=MidPoint(child=cast.amara, held_on=on, **given), by=by)


DRIFTS = {
    "moving": "no",
    "moving_words": "nobody looks for a family",
    "judgement": "off-track",
    "judgement_because": "Eight months have gone",
}


def held_page(client: Client, made: MidPoint) -> str:
    answer = client.get(f"/children/{made.child.uuid}/mid-points/{made.pk}/")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def raise_(client: Client, made: MidPoint, do: str, **typed: Any) -> str:
    where = f"/children/{made.child.uuid}/mid-points/{made.pk}/raise/"
    return unescape(client.post(where, {"do": do} | typed, follow=True).content.decode())


def test_the_record_of_it_is_read_by_whoever_reads_the_history(cast: Cast, iro: Client) -> None:
    made = _held(cast, cast.iro, **DRIFTS)
    text = held_page(iro, made)
    assert "Off track.</strong> Eight months have gone" in text
    assert "No. Nobody looks for a family." in text and "Nothing so far." in text
    assert "a formal challenge is usual" in text and "Ask for an action" in text
    read = held_page(signed_in(cast.manager), made)
    assert "Nobody looks for a family." in read
    assert "Ask for an action" not in read and "Put something right" not in read
    event = AuditEvent.objects.filter(what="mid-point.held").latest("at")
    assert event.children == [cast.amara.pk] and event.user_id == cast.manager.pk


def test_where_all_is_well_nothing_is_proposed(cast: Cast, iro: Client) -> None:
    text = held_page(iro, _held(cast, cast.iro))
    assert "is usual" not in text and "Raise something all the same" in text
    assert '<details class="mid-raise no-print">' in text


def test_at_risk_an_informal_alert_is_proposed(cast: Cast, iro: Client) -> None:
    text = held_page(iro, _held(cast, cast.iro, judgement="at-risk"))
    assert "an informal alert to the worker and the manager is usual" in text


def filled(text: str) -> dict[str, str]:
    """What the forms are filled in with."""
    found = dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>([^<]*)<', text))
    found |= dict(re.findall(r'<input[^>]*?name="(due_on-\w+)"[^>]*?value="(\d+)"', text, re.S))
    for name, options in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', text, re.S):
        found[name] = re.findall(r'value="([^"]*)" selected', options)[0]
    return found


def test_an_action_in_one_press(cast: Cast, iro: Client) -> None:
    made = _held(cast, cast.iro, **DRIFTS)
    given = filled(held_page(iro, made))
    assert given["text"] == "Nobody looks for a family."
    assert given["owner"] == str(cast.north_worker.pk)
    text = raise_(iro, made, "action", **given)
    assert "The action is asked for." in text and "Nobody looks for a family." in text
    action = AgreedAction.objects.get(mid_point=made)
    today = timezone.localdate()
    assert (action.owner, action.agreed_on) == (cast.north_worker, today)
    assert timedelta(days=14) <= action.due_on - today <= timedelta(days=18)


@pytest.mark.parametrize(
    ("do", "stage", "says"),
    [
        ("alert", "informal", "The informal alert is raised."),
        ("challenge", "stage-1", "The challenge is raised at stage 1."),
    ],
)
def test_a_concern_in_one_press(cast: Cast, iro: Client, do: str, stage: str, says: str) -> None:
    made = _held(cast, cast.iro, **DRIFTS)
    given = filled(held_page(iro, made))
    assert (given["theme"], given["concern"]) == ("drift", "Nobody looks for a family.")
    text = raise_(iro, made, do, **given)
    challenge = Challenge.objects.get(mid_point=made)
    assert says in text and f"/children/{cast.amara.uuid}/challenges/{challenge.pk}/" in text
    assert (challenge.raised_by, challenge.stages.get().stage) == (cast.iro, stage)


@pytest.mark.parametrize("do", ["action", "alert"])
def test_a_double_press_raises_once(cast: Cast, iro: Client, do: str) -> None:
    made = _held(cast, cast.iro, **DRIFTS)
    text = held_page(iro, made)
    number = re.findall(r'name="number" value="([^"]+)"', text)[0 if do == "action" else 1]
    raise_(iro, made, do, number=number, **filled(text))
    assert "That was already recorded." in raise_(iro, made, do, number=number, **filled(text))
    assert AgreedAction.objects.count() + Challenge.objects.count() == 1


def test_what_cannot_be_raised_is_said_beside_its_question(cast: Cast, iro: Client) -> None:
    made = _held(cast, cast.iro, **DRIFTS)
    given = filled(held_page(iro, made))
    text = raise_(iro, made, "action", **given | boxes("due_on", "2020-01-01"))
    assert "The day it is due must be today or later." in text
    assert "Answer “What is to be done?”" in raise_(iro, made, "action", **given | {"text": ""})
    raise_(iro, made, "alert", **given)
    assert "already recorded" in raise_(iro, made, "alert", **given)
    assert Challenge.objects.count() == 1 and not AgreedAction.objects.exists()


def test_one_of_another_child_is_not_there(cast: Cast, iro: Client) -> None:
    made = _held(cast, cast.iro)
    assert iro.get(f"/children/{cast.tomas.uuid}/mid-points/{made.pk}/").status_code == 404
    where = f"/children/{cast.tomas.uuid}/mid-points/{made.pk}/raise/"
    assert iro.post(where, {"do": "alert"}).status_code == 404


def test_the_page_asks_the_same_however_much_there_is(cast: Cast, iro: Client) -> None:
    page(iro, cast.amara)
    with CaptureQueriesContext(connection) as few:
        page(iro, cast.amara)
    days = [date(2026, 5, 21) + timedelta(days=number) for number in range(10)]
    more = "; ".join(f"visit {day} seen=alone; check dentist {day}" for day in days)
    timeline.record(cast.amara, more)
    with recording("told", by=None, children=[cast.amara.pk]):
        pass
    with CaptureQueriesContext(connection) as many:
        page(iro, cast.amara)
    assert len(many) == len(few)
