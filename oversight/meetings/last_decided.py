"""What a group last decided for each child, and whether it was carried out."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from casetrack import words
from permanence.models import Decision, DecisionKind, Meeting

BY_ITSELF: dict[str, str] = {
    DecisionKind.CARRY: "carried over",
    DecisionKind.NOTED: "there was nothing to do",
}


def last_decided(meeting: Meeting, children: Collection[int]) -> dict[int, list[Decision]]:
    """By child, what the group decided when it last looked at her before this meeting, and since
    then between meetings: one query. To be carried over is not to be looked at.
    """
    before = Q(decided_on__lt=meeting.held_on) | Q(item=None, decided_on=meeting.held_on)
    standing = Decision.objects.standing().filter(before, series=meeting.series_id)
    found: dict[int, list[Decision]] = {}
    for decision in (
        standing.filter(child__in=children)
        .select_related("owner", "action")
        .order_by("decided_on", "pk")
    ):
        found.setdefault(decision.child_id, []).append(decision)
    return {child: _since_she_was_looked_at(those) for child, those in found.items()}


def _since_she_was_looked_at(decisions: list[Decision]) -> list[Decision]:
    at_meetings = [
        each.decided_on
        for each in decisions
        if each.item_id is not None and each.kind != DecisionKind.CARRY
    ]
    last = max(at_meetings, default=date.min)
    return [each for each in decisions if each.decided_on >= last]


def done_on(decision: Decision) -> date | None:
    """When what the group decided was done, as its agreed action says."""
    action = getattr(decision, "action", None)
    return action.done_on if action else None


def carried_out(decision: Decision, day: date) -> str:
    """Done 12 Jan 2027; 9 days over; due in 6 days; done by being decided."""
    if decision.due_on is None:
        return BY_ITSELF.get(decision.kind, "done by being decided")
    done = done_on(decision)
    if done is not None and done <= day:
        return f"done {words.short_day(done)}"
    if decision.due_on < day:
        return words.over(decision.due_on, day)
    return words.due_in(decision.due_on, day)


def evidence(decision: Decision) -> str:
    """What shows that it was done."""
    action = getattr(decision, "action", None)
    return action.evidence if action else ""
