"""What a group decides acts at once, by its kind, and is undone as if it had never been."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from casetrack.actions.undo import UndoRefused
from casetrack.audit import AuditEvent
from casetrack.models import Child
from oversight.actions import cohorts, decisions, justify
from oversight.actions.decisions import ACTED_ON
from oversight.clocks.engine import refresh
from oversight.models import (
    Answer,
    AnswerKind,
    ClockRow,
    CohortMember,
    DelayCause,
    JustifiedNotice,
)
from permanence.actions import agreed_actions, held
from permanence.actions.decisions import AlreadyDecided, DecisionRefused, find_of_plan
from permanence.models import (
    TO_DO,
    AgreedAction,
    Decision,
    DecisionKind,
    Escalation,
    Finding,
    Meeting,
    PermanencePlan,
    Rank,
)
from tests.cast import DAY, Cast
from tests.sittings import decided, group, item, sitting, typed

pytestmark = pytest.mark.django_db
DUE = DAY + timedelta(days=28)
UNTIL = DAY + timedelta(days=60)
MATCH = "placement-order-to-match"


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return sitting(cast, cast.amara, cast.tomas)


def plan(child: Child, rank: str = Rank.PRIMARY) -> PermanencePlan:
    return PermanencePlan.objects.get(child=child, rank=rank)


def more(cast: Cast, kind: str) -> dict[str, Any]:
    """What a decision of the kind needs beside its words."""
    if kind in TO_DO:
        return {"owner": cast.north_worker, "due_on": DUE, "reason": "It has waited."}
    if kind in (DecisionKind.ENDORSE, DecisionKind.ACHIEVED):
        return {"plan": plan(cast.amara)}
    if kind == DecisionKind.JUSTIFY:
        wait = ClockRow.objects.get(child=cast.amara, clock=MATCH)
        return {
            "wait": (wait.clock, wait.subject, wait.started_on),
            "cause": "matching",
            "until": UNTIL,
            "asked_by": cast.manager,
            "reason": "Two families are being assessed.",
        }
    if kind == DecisionKind.COHORT:
        started = {"authority": cast.authority, "name": "Wave 3", "aim": "family"}
        return {"cohort": cohorts.start(**started, on=DAY, by=cast.chair)}
    if kind == DecisionKind.ESCALATE:
        return {"level": 4, "reason": "Nobody has answered."}
    return {"reason": "The team sees to it."}


def everything(child: Child) -> dict[str, list[Any]]:
    """All that a decision may write of a child, and her clocks."""
    tables = (*ACTED_ON, ClockRow, JustifiedNotice)
    return {
        model.__name__: list(
            model._base_manager.filter(
                **{"answer__child" if model is JustifiedNotice else "child": child}
            )
            .order_by("pk")
            .values()
        )
        for model in tables
    }


@pytest.mark.parametrize("kind", DecisionKind.values)
def test_undone_it_is_as_if_it_had_never_been(cast: Cast, meeting: Meeting, kind: str) -> None:
    given = more(cast, kind)
    before = everything(cast.amara)
    made = decided(cast, meeting, cast.amara, kind, **given)
    changed = everything(cast.amara) != before
    assert changed == (kind not in ("back", "carry", "noted"))
    decisions.undo(decision=made, by=cast.chair)
    assert everything(cast.amara) == before
    made.refresh_from_db()
    assert made.undone_by == cast.chair
    assert not Decision.objects.standing().exists()
    told = AuditEvent.objects.filter(what="decision.undone").get()
    assert told.children == [cast.amara.pk]


def test_endorsing_is_no_ratifying(cast: Cast, meeting: Meeting) -> None:
    decided(cast, meeting, cast.amara, "endorse", plan=plan(cast.amara))
    endorsed = plan(cast.amara)
    assert (endorsed.endorsed_on, endorsed.ratified_on) == (DAY, None)
    with pytest.raises(Exception, match="already endorsed"):
        decided(cast, meeting, cast.amara, "endorse", plan=endorsed)
    assert Decision.objects.count() == 1


def test_what_is_to_do_has_a_clock_of_its_own(cast: Cast, meeting: Meeting) -> None:
    made = decided(cast, meeting, cast.amara, "match", owner=cast.north_worker, due_on=DUE)
    action = AgreedAction.objects.get(decision=made)
    assert (action.text, action.owner, action.due_on) == (made.text, cast.north_worker, DUE)
    wait = ClockRow.objects.get(child=cast.amara, clock="agreed-action")
    assert (wait.started_on, wait.due_on) == (DAY, DUE)
    assert ClockRow.objects.as_at(DUE).filter(child=cast.amara, clock=MATCH).exists()


def test_the_delay_is_justified_as_it_was_asked_in_the_room(cast: Cast, meeting: Meeting) -> None:
    made = decided(cast, meeting, cast.amara, "justify", **more(cast, "justify"))
    answer = Answer.objects.get(decision=made)
    assert answer.kind == AnswerKind.JUSTIFIED
    assert (answer.asked_by, answer.answered_by) == (cast.manager, cast.chair)
    assert (answer.answered_on, answer.until) == (DAY, UNTIL)
    cause = DelayCause.objects.get(answer=answer)
    assert (cause.cause, cause.starts_on, cause.ends_on) == ("matching", DAY, UNTIL)


def test_a_request_that_waits_is_agreed_to_and_waits_again_when_that_is_undone(
    cast: Cast, meeting: Meeting
) -> None:
    wait = ClockRow.objects.get(child=cast.amara, clock=MATCH)
    asked = justify.ask(
        wait=wait, cause="health", reason="Ill.", until=UNTIL, on=DAY, by=cast.manager
    )
    given = more(cast, "justify") | {"asked_by": None, "until": DAY + timedelta(days=30)}
    made = decided(cast, meeting, cast.amara, "justify", **given)
    asked.refresh_from_db()
    assert (asked.kind, asked.until) == (AnswerKind.JUSTIFIED, DAY + timedelta(days=30))
    decisions.undo(decision=made, by=cast.chair)
    asked.refresh_from_db()
    assert (asked.kind, asked.until, asked.decision) == (AnswerKind.ASKED, UNTIL, None)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"asked_by": None}, "Say who asks for it"),
        ({"until": DAY + timedelta(days=200)}, "three months at most"),
        ({"wait": ("review-due", "child", date(2026, 5, 20))}, "nobody here can put it off"),
        ({"wait": (MATCH, "child", date(2020, 1, 1))}, "does not run"),
        ({"reason": ""}, "Write why"),
        ({"wait": None, "until": None}, "Choose the delay"),
    ],
)
def test_what_cannot_be_justified(
    cast: Cast, meeting: Meeting, changes: dict[str, Any], says: str
) -> None:
    with pytest.raises(Exception, match=says):
        decided(cast, meeting, cast.amara, "justify", **more(cast, "justify") | changes)
    assert not Decision.objects.exists()
    assert not Answer.objects.exists()


def test_whoever_is_in_the_chair_does_not_ask(cast: Cast, meeting: Meeting) -> None:
    given = more(cast, "justify") | {"asked_by": cast.chair}
    with pytest.raises(DecisionRefused, match="in the chair: You asked for this yourself"):
        decided(cast, meeting, cast.amara, "justify", **given)


def test_sent_twice_it_is_once(cast: Cast, meeting: Meeting) -> None:
    said = typed("action", owner=cast.north_worker, due_on=DUE)
    decisions.decide(item=item(meeting, cast.amara), typed=said, by=cast.chair)
    with pytest.raises(AlreadyDecided):
        decisions.decide(item=item(meeting, cast.amara), typed=said, by=cast.chair)
    assert Decision.objects.count() == AgreedAction.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "changes", "says"),
    [
        ("action", {"owner": None}, "Say who does it"),
        ("action", {"due_on": None}, "Say who does it"),
        ("action", {"due_on": DAY - timedelta(days=1)}, "before it is decided"),
        ("action", {"text": " "}, "cannot be blank"),
        ("noted", {"owner": "north", "due_on": DUE}, "Say who does it"),
        ("endorse", {"plan": None}, "Choose the plan"),
        ("escalate", {"reason": ""}, "Write why"),
        ("escalate", {"level": None}, "to whom"),
        ("cohort", {"cohort": None}, "Choose the cohort"),
        ("nonsense", {}, "not a valid choice"),
    ],
)
def test_what_is_not_whole_is_refused(
    cast: Cast, meeting: Meeting, kind: str, changes: dict[str, Any], says: str
) -> None:
    if changes.get("owner") == "north":
        changes["owner"] = cast.north_worker
    with pytest.raises(DecisionRefused, match=says):
        decided(cast, meeting, cast.amara, kind, **more(cast, kind) | changes)
    assert not Decision.objects.exists()


def test_another_childs_plan_is_refused_by_the_database_too(cast: Cast, meeting: Meeting) -> None:
    with pytest.raises(DecisionRefused, match="plan of another child"):
        decided(cast, meeting, cast.amara, "endorse", plan=plan(cast.tomas))
    made = decided(cast, meeting, cast.amara, "endorse", plan=plan(cast.amara))
    with pytest.raises(IntegrityError, match="of_the_same_child"), transaction.atomic():
        Decision.objects.filter(pk=made.pk).update(plan=plan(cast.tomas))


def test_too_few_decide_nothing_but_may_carry_over(cast: Cast, meeting: Meeting) -> None:
    row = meeting.attendance.first()
    held.mark(meeting=meeting, member=row.member, presence="apologies", by=cast.chair)
    with pytest.raises(DecisionRefused, match="3 members of the group are recorded"):
        decided(cast, meeting, cast.amara, "action", **more(cast, "action"))
    decided(cast, meeting, cast.amara, "carry", reason="Too few.")
    decided(cast, meeting, cast.amara, "noted")


def test_out_of_the_room_counts_for_that_child_alone(cast: Cast, meeting: Meeting) -> None:
    row = meeting.attendance.first()
    held.step_out(attendance=row, item=item(meeting, cast.amara), out=True, by=cast.chair)
    assert held.there_for(item(meeting, cast.amara)) == 3
    assert held.there_for(item(meeting, cast.tomas)) == 4
    held.step_out(attendance=row, item=item(meeting, cast.amara), out=False, by=cast.chair)
    assert held.there_for(item(meeting, cast.amara)) == 4


def test_nothing_is_decided_before_the_meeting_or_undone_after_it(cast: Cast) -> None:
    meeting = sitting(cast, cast.amara)
    made = decided(cast, meeting, cast.amara, "noted")
    assert held.close_meeting(meeting=meeting, on=DAY, by=cast.chair) == 0
    with pytest.raises(DecisionRefused, match="is closed"):
        decisions.undo(decision=made, by=cast.chair)
    with pytest.raises(DecisionRefused, match="not open"):
        decided(cast, meeting, cast.amara, "noted")
    held.reopen(meeting=meeting, by=cast.chair)
    decisions.undo(decision=made, by=cast.chair)
    with pytest.raises(DecisionRefused, match="undone already"):
        decisions.undo(decision=made, by=cast.chair)


def test_what_rests_on_a_decision_keeps_it(cast: Cast, meeting: Meeting) -> None:
    made = decided(cast, meeting, cast.amara, "action", owner=cast.north_worker, due_on=DUE)
    agreed_actions.done(action=AgreedAction.objects.get(), on=DAY, by=cast.manager)
    with pytest.raises(UndoRefused, match="recorded since"):
        decisions.undo(decision=made, by=cast.chair)
    assert AgreedAction.objects.get().done_on == DAY


def test_whom_the_group_did_not_come_to_is_carried_over(cast: Cast, meeting: Meeting) -> None:
    decided(cast, meeting, cast.amara, "noted")
    assert held.close_meeting(meeting=meeting, on=DAY, by=cast.chair) == 1
    left = Decision.objects.get(child=cast.tomas)
    assert (left.kind, left.reason) == ("carry", "There was no time for this child.")


def test_between_meetings_the_chair_decides_and_the_next_minutes_have_it(cast: Cast) -> None:
    series = group(cast)
    given = typed("action", owner=cast.north_worker, due_on=DUE)
    with pytest.raises(DecisionRefused, match="the chair or the deputy"):
        decisions.decide_between(
            series=series, child=cast.amara, typed=given, on=DAY, by=cast.manager
        )
    made = decisions.decide_between(
        series=series, child=cast.amara, typed=given, on=DAY, by=cast.chair
    )
    assert (made.meeting, made.item, made.decided_by) == (None, None, cast.chair)
    assert AgreedAction.objects.get().decision == made
    with pytest.raises(DecisionRefused, match="another authority"):
        decisions.decide_between(
            series=series, child=cast.noor, typed=typed("noted"), on=DAY, by=cast.chair
        )
    decisions.undo(decision=made, by=cast.chair)
    assert not AgreedAction.objects.exists()


def test_a_finding_that_lacks_is_looked_at_again(cast: Cast, meeting: Meeting) -> None:
    on = item(meeting, cast.amara)
    lacks = {"answered": "not", "found": " No second plan. ", "recheck_on": None}
    with pytest.raises(DecisionRefused, match="when it is looked at again"):
        find_of_plan(item=on, question="contingency", values=lacks, by=cast.chair)
    given = lacks | {"recheck_on": DUE}
    find_of_plan(item=on, question="contingency", values=given, by=cast.chair)
    again = {"answered": "well", "found": "Agreed now.", "recheck_on": None}
    find_of_plan(item=on, question="contingency", values=again, by=cast.chair)
    finding = Finding.objects.get()
    assert (finding.answered, finding.found, finding.plan) == (
        "well",
        "Agreed now.",
        plan(cast.amara),
    )


def test_the_second_time_running_it_goes_up_by_itself(cast: Cast) -> None:
    series = group(cast)
    for month, levels in ((2, []), (3, [2]), (4, [2, 3]), (5, [2, 3, 4]), (6, [2, 3, 4, 4])):
        meeting = sitting(cast, cast.amara, on=date(2026, month, 1), series=series)
        held.close_meeting(meeting=meeting, on=meeting.held_on, by=cast.chair)
        assert [each.level for each in Escalation.objects.order_by("pk")] == levels


def test_clocks_are_the_same_whether_computed_now_or_anew(cast: Cast, meeting: Meeting) -> None:
    for kind in ("endorse", "justify", "action"):
        decided(cast, meeting, cast.amara, kind, **more(cast, kind))
    now = list(ClockRow.objects.order_by("pk").values())
    refresh([cast.amara.pk])
    assert list(ClockRow.objects.order_by("pk").values()) == now
    assert CohortMember.objects.count() == 0
