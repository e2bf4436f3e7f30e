"""What somebody says about a child's wait. A reason explains; it changes no state."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.recording import recording
from oversight.models import Answer, AnswerKind, ClockRow


class ReasonRefused(Refused):
    """The reason cannot be noted."""


def why_not_note(reason: str) -> str:
    """Why this cannot be noted as a reason; empty where it can."""
    if not reason.strip():
        return "Write the reason in a sentence."
    if len(reason.strip()) > 500:
        return "The reason may have up to 500 characters."
    return ""


def note_reason(*, waits: Sequence[ClockRow], reason: str, on: date, by: Any) -> list[Answer]:
    """Note one reason for these waits, each of which must be running on `on`."""
    if refusal := why_not_note(reason):
        raise ReasonRefused(refusal)
    children = {wait.child_id for wait in waits}
    with recording("reason.noted", by=by, children=children):
        running = set(
            ClockRow.objects.as_at(on)
            .filter(child_id__in=children)
            .values_list("child_id", "clock", "started_on")
        )
        if any((wait.child_id, wait.clock, wait.started_on) not in running for wait in waits):
            raise ReasonRefused("One of these waits has ended since the page was opened.")
        return Answer.objects.bulk_create(
            Answer(
                child_id=wait.child_id,
                clock=wait.clock,
                started_on=wait.started_on,
                kind=AnswerKind.REASON,
                reason=reason.strip(),
                answered_on=on,
                answered_by=by,
            )
            for wait in waits
        )
