"""What a group decides for a child, and finds of her plan.

Here a decision acts on what this floor has: it endorses a plan, says that it is achieved, and has
an action agreed. What the floor above does on top is in its own action of the same name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from casetrack.access.visibility import sealed
from casetrack.actions.refusal import Refused
from casetrack.models import Child, User, Worker
from casetrack.recording import recording
from permanence.actions import agreed_actions, plans
from permanence.actions.held import UNAPPROVED, hold, why_no_quorum
from permanence.actions.meetings import valid
from permanence.models import (
    AgendaItem,
    Decision,
    DecisionKind,
    Finding,
    Meeting,
    MeetingSeries,
    MeetingStage,
    PermanencePlan,
    Question,
    Rank,
)

WITHOUT_QUORUM = (DecisionKind.CARRY, DecisionKind.NOTED)
"""What may be recorded however few are there, because it decides nothing."""


class DecisionRefused(Refused):
    """The group cannot decide this, or not now."""


class AlreadyDecided(Refused):
    """It was sent before, and is recorded."""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """A decision as somebody typed it; `uuid` was made where it was typed.

    `wait` is the (clock, subject, start) whose delay is justified until `until`, for `cause`, as
    `asked_by` asks in the room.
    """

    uuid: UUID
    kind: str
    text: str
    reason: str = ""
    owner: Worker | None = None
    due_on: date | None = None
    plan: PermanencePlan | None = None
    wait: tuple[str, str, date] | None = None
    cause: str = ""
    until: date | None = None
    asked_by: User | None = None
    cohort: Any = None
    level: int | None = None


def at(*, item: AgendaItem, typed: Typed, by: Any) -> Decision:
    """The group decides at this item of its agenda. Raises AlreadyDecided if it was sent before."""
    children, meeting = [item.child_id], str(item.meeting.uuid)
    with recording("decision.recorded", by=by, children=children, meeting=meeting, kind=typed.kind):
        _refuse_twice(typed.uuid)
        held = hold(item.meeting)
        if held.stage != MeetingStage.OPEN:
            raise DecisionRefused("The meeting is not open, so nothing can be decided at it.")
        if not AgendaItem.objects.filter(pk=item.pk).exists():
            raise DecisionRefused("The child is not on the agenda any more.")
        if typed.kind not in WITHOUT_QUORUM and (refusal := why_no_quorum(item)):
            raise DecisionRefused(refusal)
        decision = Decision(
            child_id=item.child_id,
            series_id=held.series_id,
            meeting=held,
            item=item,
            decided_on=held.held_on,
            decided_by=held.chaired_by,
        )
        return _made(decision, typed, by)


def why_not_between(series: MeetingSeries, by: Any) -> str:
    """Why `by` cannot decide between two meetings of the group; empty where they can."""
    if by.pk in (series.chair_id, series.deputy_id):
        return ""
    return "Between meetings the chair or the deputy of the group decides."


def between(*, series: MeetingSeries, child: Child, typed: Typed, on: date, by: Any) -> Decision:
    """The chair decides what cannot wait; the next meeting has it in its minutes."""
    children, group = [child.pk], str(series.uuid)
    with recording("decision.recorded", by=by, children=children, group=group, kind=typed.kind):
        _refuse_twice(typed.uuid)
        if refusal := why_not_between(series, by):
            raise DecisionRefused(refusal)
        if child.authority_id != series.authority_id:
            raise DecisionRefused("The child is of another authority.")
        decision = Decision(child=child, series=series, decided_on=on, decided_by=by)
        return _made(decision, typed, by)


def to_minute(meeting: Meeting) -> QuerySet[Decision]:
    """What was decided between meetings up to this one and stands in no minutes yet.

    Nothing is written of a child whose record was sealed meanwhile.
    """
    waiting = Decision.objects.filter(
        series=meeting.series_id, meeting=None, decided_on__lte=meeting.held_on
    )
    return waiting.exclude(child__in=Child.objects.filter(sealed()))


def minuted(*, meeting: Meeting, by: Any) -> int:
    """What was decided between meetings stands in the minutes of this one; how much it was."""
    children = list(to_minute(meeting).values_list("child_id", flat=True))
    with recording("decisions.minuted", by=by, children=children, meeting=str(meeting.uuid)):
        return int(to_minute(meeting).filter(child__in=children).update(meeting=meeting))


def why_not_undo(decision: Decision) -> str:
    """Why the decision stands; empty where it can be undone."""
    if decision.undone_at is not None:
        return "That decision is undone already."
    if decision.meeting is not None and decision.meeting.closed_at is not None:
        return "The meeting is closed. Decide anew at the next, or correct the words."
    return ""


def find_of_plan(*, item: AgendaItem, question: str, values: Mapping[str, Any], by: Any) -> Finding:
    """What the group finds on one of its questions; said again, the last word stands.

    `values` are `answered`, `found` and `recheck_on`.
    """
    meeting = str(item.meeting.uuid)
    with recording("finding.recorded", by=by, children=[item.child_id], meeting=meeting):
        held = hold(item.meeting)
        if held.stage not in UNAPPROVED:
            raise DecisionRefused("The minutes of this meeting are not written any more.")
        if question not in Question.values:
            raise DecisionRefused("The group has no such question.")
        finding = Finding.objects.filter(item=item, question=question).first() or Finding(
            child_id=item.child_id, item=item, question=question
        )
        plans_now = PermanencePlan.objects.on(held.held_on).filter(child=item.child_id)
        finding.plan = plans_now.filter(rank=Rank.PRIMARY).first()
        finding.answered, finding.recheck_on = values["answered"], values["recheck_on"]
        finding.found = values["found"].strip()
        finding.found_on, finding.recorded_by = held.held_on, by
        valid(finding, DecisionRefused, validate_unique=False)
        finding.save()
        return finding


def find_all(*, meeting: Meeting, found: Iterable[Finding], by: Any) -> int:
    """Record many findings of one meeting in one go; the database refuses what cannot be."""
    rows = list(found)
    touched = {row.child_id for row in rows}
    with recording("findings.recorded", by=by, children=touched, meeting=str(meeting.uuid)):
        Finding.objects.bulk_create(rows)
    return len(rows)


def _made(decision: Decision, typed: Typed, by: Any) -> Decision:
    decision.uuid, decision.kind, decision.recorded_by = typed.uuid, typed.kind, by
    decision.text, decision.reason = typed.text.strip(), typed.reason.strip()
    decision.owner, decision.due_on, decision.plan = typed.owner, typed.due_on, typed.plan
    if typed.wait is not None:
        decision.clock, decision.subject, decision.started_on = typed.wait
        decision.until, decision.asked_by = typed.until, typed.asked_by
    if typed.plan is not None and typed.plan.child_id != decision.child_id:
        raise DecisionRefused("That is the plan of another child.")
    authority = decision.series.authority_id
    if typed.owner is not None and typed.owner.authority_id != authority:
        raise DecisionRefused("Who does it must work for the child’s own authority.")
    valid(decision, DecisionRefused, validate_unique=False)
    decision.save()
    decision.refresh_from_db(fields=["recorded_at"])
    _act(decision, by)
    return decision


def _act(decision: Decision, by: Any) -> None:
    day = decision.decided_on
    if decision.kind == DecisionKind.ENDORSE and decision.plan is not None:
        plans.endorse(plan=decision.plan, on=day, by=by)
    if decision.kind == DecisionKind.ACHIEVED and decision.plan is not None:
        plans.achieve(plan=decision.plan, on=day, by=by)
    if decision.owner is not None and decision.due_on is not None:
        agreed_actions.agree_decided(decision=decision, by=by)


def _refuse_twice(uuid: UUID) -> None:
    """Asked under the lock of the child, for which a second press waits until the first is done."""
    if Decision.objects.filter(uuid=uuid).exists():
        raise AlreadyDecided("That decision is recorded already.")
