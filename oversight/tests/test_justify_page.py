"""Asking for one child's delay to be justified, and what becomes of it on the pages."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.dates import add_months
from casetrack.models import LegalStatus
from casetrack.recording import recording
from oversight.actions import justify
from oversight.episodes import Episode
from oversight.models import Answer, ClockRow
from tests import timeline
from tests.cast import Cast, signed_in

MATCH = "placement-order-to-match"
TODAY = timezone.localdate


def mark(cast: Cast, clock: str = MATCH) -> str:
    row = ClockRow.objects.as_at(TODAY()).get(child=cast.amara, clock=clock)
    return Episode.of(row).mark


def boxes(name: str, day: date) -> dict[str, Any]:
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def address(cast: Cast) -> str:
    return f"/children/{cast.amara.uuid}/justify/"


def ask(cast: Cast, user: Any = None, **changes: Any) -> Any:
    until = changes.pop("until", TODAY() + timedelta(days=40))
    typed = {
        "wait": mark(cast),
        "cause": "matching",
        "reason": "Two families are being assessed.",
        **boxes("until", until),
    }
    client = signed_in(user or cast.manager)
    return client.post(address(cast), typed | changes, follow=True)


def page(user: Any, where: str) -> str:
    answer = signed_in(user).get(where)
    assert answer.status_code == 200
    return answer.content.decode()


def asked(cast: Cast) -> Answer:
    row = ClockRow.objects.get(child=cast.amara, clock=MATCH)
    return justify.ask(
        wait=row,
        cause="matching",
        reason="Two families are being assessed.",
        until=TODAY() + timedelta(days=40),
        on=TODAY(),
        by=cast.manager,
    )


def change(user: Any, answer: Answer, what: str, **typed: Any) -> Any:
    where = f"/children/{answer.child.uuid}/record/answer/{answer.pk}/{what}/"
    return signed_in(user).post(where, boxes("on", TODAY()) | typed, follow=True)


def test_it_offers_the_delays_that_may_be_justified_and_says_why_not_the_others(
    cast: Cast,
) -> None:
    shown = page(cast.manager, f"{address(cast)}?wait={mark(cast)}")
    assert f'value="{mark(cast)}" checked' in shown
    assert "Placement order to match: " in shown
    offered, others = shown.split("Not these")
    assert "> Review<" not in offered.replace("</span>", ">")
    assert "nobody here can put it off" in others
    assert "Where the review was adjourned, record that with the review." in others
    assert f"/children/{cast.amara.uuid}/history/?about=plan" in others
    assert AuditEvent.objects.get(kind="read").what == "delay.ask"


def test_asked(cast: Cast) -> None:
    shown = ask(cast).content.decode()
    assert "Asked. Somebody outside the team decides; until then nothing changes." in shown
    assert "not decided yet</strong> · finding a family or a home · manager asked on" in shown
    assert Answer.objects.get().kind == "asked"
    assert "Amara Bello" in page(cast.manager, f"/tracker/?show=red&clock={MATCH}")


def test_sent_twice_it_is_asked_once(cast: Cast) -> None:
    number = "11111111-1111-4111-8111-111111111111"
    ask(cast, number=number)
    justify.refuse(answer=Answer.objects.get(), because="No.", on=TODAY(), by=cast.chair)
    assert "That was already recorded." in ask(cast, number=number).content.decode()
    assert Answer.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"wait": ""}, "Choose which delay it is about"),
        ({"wait": "nonsense"}, "Select a valid choice"),
        ({"cause": ""}, "Answer “What holds it up?”"),
        ({"reason": " "}, "Answer “Why does it take so long"),
        ({"reason": "x" * 501}, "at most 500 characters"),
        ({"until": timezone.localdate()}, "Enter a day that is still to come"),
        ({"until": add_months(timezone.localdate(), 4)}, "three months at most"),
        ({"until-day": "99"}, "Enter a real date"),
        ({"until-day": "", "until-month": "", "until-year": ""}, "Enter a date"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    cast: Cast, changes: dict[str, Any], said: str
) -> None:
    shown = ask(cast, **changes).content.decode()
    assert said in shown
    assert "<title>Error: " in shown
    if "reason" not in changes:
        assert "Two families are being assessed." in shown
    assert not Answer.objects.exists()


def test_a_statutory_delay_is_not_offered_even_when_it_is_named(cast: Cast) -> None:
    assert "Select a valid choice" in ask(cast, wait=mark(cast, "review-due")).content.decode()


@pytest.mark.parametrize("who", ["social_worker", "iro", "chair", "board_member", "nobody"])
def test_who_may_not_ask(cast: Cast, who: str) -> None:
    assert ask(cast, getattr(cast, who)).status_code == 403


def test_a_child_out_of_reach_does_not_exist(cast: Cast) -> None:
    for child in (cast.tomas, cast.noor):
        answer = signed_in(cast.manager).get(f"/children/{child.uuid}/justify/")
        assert answer.status_code == 404


def test_from_the_tracker_one_child_at_a_time(cast: Cast) -> None:
    client = signed_in(cast.service_manager)
    one = client.get(f"/tracker/justify/?child={cast.amara.uuid}")
    assert one["Location"] == address(cast)
    both = f"/tracker/justify/?child={cast.amara.uuid}&child={cast.tomas.uuid}&back=sort=name"
    answer = client.get(both, follow=True)
    assert "Tick one child whose delay is to be justified." in answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/tracker/?sort=name"
    assert client.post("/tracker/justify/").status_code == 405


# What becomes of it


def test_the_chair_agrees_and_the_page_shows_until_when_and_who(cast: Cast) -> None:
    answer = asked(cast)
    assert "Agree<" in page(cast.chair, f"/children/{cast.amara.uuid}/")
    assert change(cast.chair, answer, "agreed").status_code == 200
    shown = page(cast.manager, f"/children/{cast.amara.uuid}/")
    assert 'class="tag tag-justified">justified to ' in shown
    assert "manager asked on" in shown
    assert "chair, Chair of the Permanence Monitoring Group, agreed on" in shown
    assert "Agree<" not in shown
    assert "Amara Bello" not in page(cast.manager, f"/tracker/?show=red&clock={MATCH}")
    assert "Amara Bello" in page(cast.manager, "/tracker/?show=justified")


def test_whoever_manages_the_line_does_not_decide(cast: Cast) -> None:
    assert change(cast.manager, asked(cast), "agreed").status_code == 403
    assert Answer.objects.get().kind == "asked"


def test_whoever_asked_reads_why_somebody_else_decides(cast: Cast) -> None:
    ask(cast, cast.service_manager)
    shown = change(cast.service_manager, Answer.objects.get(), "agreed").content.decode()
    assert "You asked for this yourself, so somebody else decides." in shown


def test_not_agreed_to_it_says_why(cast: Cast) -> None:
    change(cast.chair, asked(cast), "refused", because="No family was approached.")
    shown = page(cast.manager, f"/children/{cast.amara.uuid}/")
    assert "Not justified</strong>" in shown
    assert "No family was approached." in shown
    assert "did not agree on" in shown


def test_her_own_officer_disputes_it_and_no_other(cast: Cast) -> None:
    answer = justify.agree(answer=asked(cast), on=TODAY(), by=cast.chair)
    assert "I do not agree<" in page(cast.iro, f"/children/{cast.amara.uuid}/")
    for who in (cast.manager, cast.chair, cast.service_manager):
        assert "I do not agree<" not in page(who, f"/children/{cast.amara.uuid}/")
        assert change(who, answer, "dissent", reason="No.").status_code == 403
    change(cast.iro, answer, "dissent", reason="Nobody has been approached.")
    shown = page(cast.manager, f"/children/{cast.amara.uuid}/")
    assert "The reviewing officer does not agree:</strong> Nobody has been approached." in shown
    assert change(cast.iro, answer, "dissent", reason="Again.").status_code == 404


def test_ended_early_it_says_when_and_why(cast: Cast) -> None:
    answer = justify.agree(answer=asked(cast), on=TODAY(), by=cast.chair)
    change(cast.chair, answer, "ended", because="The family withdrew.")
    shown = page(cast.manager, f"/children/{cast.amara.uuid}/")
    assert "Ended early: The family withdrew." in shown
    assert "Was justified from" in shown
    assert "tag-justified" not in shown


def test_on_a_day_before_it_was_agreed_to_it_was_only_asked(cast: Cast) -> None:
    asked(cast)
    before = TODAY() - timedelta(days=3)
    Answer.objects.update(asked_on=before, answered_on=before)
    justify.agree(answer=Answer.objects.get(), on=TODAY(), by=cast.chair)
    yesterday = (TODAY() - timedelta(days=1)).isoformat()
    shown = page(cast.manager, f"/children/{cast.amara.uuid}/?as_at={yesterday}")
    assert "not decided yet" in shown
    assert "agreed on" not in shown


def test_asked_of_a_delay_that_holds_it_is_not_offered_again_until_its_last_weeks(
    cast: Cast,
) -> None:
    answer = justify.agree(answer=asked(cast), on=TODAY(), by=cast.chair)
    link = f"justify/?wait={mark(cast)}"
    assert link not in page(cast.manager, f"/children/{cast.amara.uuid}/")
    Answer.objects.filter(pk=answer.pk).update(until=TODAY() + timedelta(days=14))
    shown = page(cast.manager, f"/children/{cast.amara.uuid}/")
    assert link in shown
    assert "Ask to renew it" in shown


# Of waits that have moved or ended


def said_before(user: Any, cast: Cast) -> str:
    shown = page(user, f"/children/{cast.amara.uuid}/")
    return shown[shown.index("Said of waits that have moved or ended") :]


def test_what_was_said_of_a_wait_whose_start_was_corrected_is_not_lost(cast: Cast) -> None:
    justify.agree(answer=asked(cast), on=TODAY(), by=cast.chair)
    assert "Two families" not in said_before(cast.chair, cast)
    with recording("order.corrected", by=None, children=[cast.amara.pk]):
        LegalStatus.objects.filter(child=cast.amara, code="E1").update(starts_on=date(2025, 10, 2))
    shown = said_before(cast.chair, cast)
    assert "Two families are being assessed." in shown
    assert "Was justified from" in shown
    assert "said-stands" not in shown
    assert "End it early" not in shown
    assert "tag-justified" not in page(cast.chair, f"/children/{cast.amara.uuid}/")


def test_what_was_said_of_a_wait_that_has_ended_is_history(cast: Cast) -> None:
    asked(cast)
    with recording("match.decided", by=None, children=[cast.amara.pk]):
        timeline.record(cast.amara, f"match {TODAY().isoformat()}")
    shown = said_before(cast.chair, cast)
    assert "Asked to be justified to" in shown
    assert "and never decided" in shown
    assert "Agree<" not in shown
    assert "Amara" not in page(cast.chair, "/delays/")
