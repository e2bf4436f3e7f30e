"""What a group decided and found of the child, and the page of its minutes in the record.

They are recorded in a meeting, put right in its minutes, and by no page of the record.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told
from casetrack.words import capital, sentence, short_day
from permanence.models import Answered, Decision, DecisionKind, Finding, MinutePage, Question

IN_MINUTES = "What the group decided and found is put right in the minutes of its meeting."
KEPT = "Locked minutes stay as they are. Add a note to them."


def _decision(fact: Any) -> Iterator[Told]:
    """An undone decision was never made."""
    if fact.undone_at is not None:
        return
    who = "The chair, between meetings" if fact.item_id is None else fact.series.name
    said = [f"{capital(who)} {_what(fact)}", sentence(fact.text), sentence(fact.reason)]
    if fact.owner is not None and fact.due_on is not None:
        said.append(f"To be done by {fact.owner.name} by {short_day(fact.due_on)}.")
    yield Told(fact.decided_on, " ".join(filter(None, said)))


def _what(fact: Any) -> str:
    if fact.kind == DecisionKind.NOTED:
        return "noted:"
    if fact.kind == DecisionKind.JUSTIFY:
        return f"found the delay justified until {short_day(fact.until)}."
    return f"decided: {DecisionKind(fact.kind).label}."


def _finding(fact: Any) -> Iterator[Told]:
    asked, answered = Question(fact.question).label, Answered(fact.answered).label
    said = [f"The group asked of the plan: {asked} {capital(answered)}.", sentence(fact.found)]
    if fact.recheck_on is not None:
        said.append(f"It looks again on {short_day(fact.recheck_on)}.")
    yield Told(fact.found_on, " ".join(filter(None, said)))


def _page(fact: Any) -> Iterator[Told]:
    head = fact.minutes.head
    told = f"The page of the minutes of {head['held_on']} was put into the record."
    yield Told(date.fromisoformat(head["locked_on"]), told)


def _for_minutes(fact: Any) -> str:
    return IN_MINUTES


def _for_ever(fact: Any) -> str:
    return KEPT


KINDS = (
    Kind(
        code="group-decision",
        title="Decision of the group",
        group=Group.PLAN,
        model=Decision,
        permission=Permission.PREPARE_MEETINGS,
        tell=_decision,
        related=("series", "owner"),
        rule=_for_minutes,
        holds=_for_minutes,
        for_family=False,
    ),
    Kind(
        code="group-finding",
        title="What the group found of a plan",
        group=Group.PLAN,
        model=Finding,
        permission=Permission.PREPARE_MEETINGS,
        tell=_finding,
        rule=_for_minutes,
        holds=_for_minutes,
        for_family=False,
    ),
    Kind(
        code="minutes-page",
        title="Page of the minutes",
        group=Group.PLAN,
        model=MinutePage,
        permission=Permission.PREPARE_MEETINGS,
        tell=_page,
        related=("minutes",),
        rule=_for_ever,
        holds=_for_ever,
        for_family=False,
    ),
)
