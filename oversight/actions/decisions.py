"""What a group decides acts at once, and is undone as long as its meeting is open.

An endorsement, an achieved plan and an agreed action are written by the floor below. Here a delay
is justified, a cohort's team allocated and something escalated. Nothing moves a clock that only a
review or the agency decision maker moves.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models.functions import Now

from casetrack.actions.undo import undo as put_back
from casetrack.models import Child
from casetrack.recording import recording
from oversight.actions import cohorts, justify
from oversight.episodes import Episode
from oversight.models import (
    Answer,
    AnswerKind,
    ClockRow,
    CohortMember,
    DelayCause,
    JustifiedNotice,
)
from permanence.actions import decisions, escalations
from permanence.actions.decisions import DecisionRefused, Typed
from permanence.actions.held import hold
from permanence.models import (
    AgendaItem,
    AgreedAction,
    Decision,
    DecisionKind,
    Escalation,
    MeetingSeries,
    PermanencePlan,
)

ACTED_ON = (PermanencePlan, AgreedAction, Answer, DelayCause, CohortMember, Escalation)
"""Where a decision writes; what rows of others point at comes first."""


def decide(*, item: AgendaItem, typed: Typed, by: Any) -> Decision:
    """The group decides at this item. Raises AlreadyDecided where it was sent before."""
    with recording("group.decided", by=by, children=[item.child_id], kind=typed.kind):
        decision = decisions.at(item=item, typed=typed, by=by)
        _act(decision, typed, by)
        return decision


def decide_between(
    *, series: MeetingSeries, child: Child, typed: Typed, on: date, by: Any
) -> Decision:
    """The chair decides what cannot wait for the next meeting."""
    with recording("group.decided", by=by, children=[child.pk], kind=typed.kind):
        decision = decisions.between(series=series, child=child, typed=typed, on=on, by=by)
        _act(decision, typed, by)
        return decision


def undo(*, decision: Decision, by: Any) -> None:
    """The decision was never made, and nothing that it did is so any more."""
    children = [decision.child_id]
    with recording("decision.undone", by=by, children=children, decision=str(decision.uuid)):
        if decision.meeting is not None:
            hold(decision.meeting)
        decision = Decision.objects.select_related("meeting").get(pk=decision.pk)
        if refusal := decisions.why_not_undo(decision):
            raise DecisionRefused(refusal)
        answers = Answer.objects.filter(decision=decision)
        JustifiedNotice.objects.filter(answer__in=answers, told_on=None).delete()
        made: Any = Decision.pgh_event_model.objects  # type: ignore[attr-defined]
        write = made.get(pgh_obj_id=decision.pk, pgh_label="insert").pgh_context_id
        put_back(write, ACTED_ON)
        decision.undone_at, decision.undone_by = Now(), by
        decision.save(update_fields=["undone_at", "undone_by"])


def _act(decision: Decision, typed: Typed, by: Any) -> None:
    if act := ACTS.get(decision.kind):
        act(decision, typed, by)


def _justify(decision: Decision, typed: Typed, by: Any) -> None:
    """The chair agrees to what was asked, before or in the room."""
    if typed.wait is None or typed.until is None:
        raise DecisionRefused("Choose the delay, and until when.")
    clock, subject, started_on = typed.wait
    episode = {"child_id": decision.child_id, "clock": clock}
    row = ClockRow.objects.filter(**episode, subject=subject, started_on=started_on)
    wait: Any = row.as_at(decision.decided_on).first()
    if wait is None:
        raise DecisionRefused("That wait does not run any more.")
    answer = _asked(decision, typed, wait)
    answer.decision = decision
    answer.until = typed.until
    answer.save(update_fields=["decision", "until"])
    try:
        justify.agree(answer=answer, on=decision.decided_on, by=decision.decided_by)
    except justify.JustificationRefused as refused:
        raise DecisionRefused(f"{decision.decided_by}, in the chair: {refused}") from None


def _asked(decision: Decision, typed: Typed, wait: ClockRow) -> Answer:
    """What somebody asked before, or now asks in the room."""
    day = decision.decided_on
    before: Answer | None = Answer.objects.filter(
        **Episode.of(wait).key, kind=AnswerKind.ASKED
    ).first()
    if before is not None:
        if typed.until is not None and (refusal := justify.why_not_until(typed.until, day)):
            raise DecisionRefused(refusal)
        return before
    if typed.asked_by is None:
        raise DecisionRefused("Say who asks for it: not whoever is in the chair.")
    assert typed.until is not None
    return justify.ask(
        wait=wait,
        cause=typed.cause,
        reason=decision.reason,
        until=typed.until,
        on=day,
        by=typed.asked_by,
    )


def _allocate(decision: Decision, typed: Typed, by: Any) -> None:
    if typed.cohort is None:
        raise DecisionRefused("Choose the cohort.")
    child = Child.objects.get(pk=decision.child_id)
    cohort = typed.cohort
    members = cohorts.add(cohort=cohort, children=[child], starts_on=decision.decided_on, by=by)
    CohortMember.objects.filter(pk__in=[each.pk for each in members]).update(decision=decision)


def _escalate(decision: Decision, typed: Typed, by: Any) -> None:
    if typed.level is None:
        raise DecisionRefused("Choose to whom it goes.")
    escalations.decided(decision=decision, level=typed.level, by=by)


ACTS: dict[str, Callable[[Decision, Typed, Any], None]] = {
    DecisionKind.JUSTIFY: _justify,
    DecisionKind.COHORT: _allocate,
    DecisionKind.ESCALATE: _escalate,
}
