"""Reasons noted for a wait, and delays justified; they are given from the tracker."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told
from casetrack.words import short_day
from oversight.clocks.registry import CLOCKS
from oversight.models import Answer, AnswerKind


def _answer(fact: Any) -> Iterator[Told]:
    clock = CLOCKS[fact.clock].title if fact.clock in CLOCKS else fact.clock
    if fact.kind == AnswerKind.JUSTIFIED:
        until = short_day(fact.until)
        yield Told(fact.answered_on, f"{clock}: the delay is justified until {until}.")
    else:
        yield Told(fact.answered_on, f"{clock}: a reason was noted.")


KINDS = (
    Kind(
        code="answer",
        title="Reason for a wait",
        group=Group.PLAN,
        model=Answer,
        permission=Permission.NOTE_REASONS,
        tell=_answer,
        mends=("reason",),
        labels={"reason": "Why does it take so long?"},
    ),
)
