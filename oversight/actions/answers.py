"""What somebody says about a child's wait. A reason explains; it changes no state."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.recording import recording
from oversight.actions import causes
from oversight.episodes import Episode
from oversight.models import Answer, AnswerKind, Cause, ClockRow


class ReasonRefused(Refused):
    """The reason cannot be noted."""


def why_not_note(reason: str) -> str:
    """Why this cannot be noted as a reason; empty where it can."""
    if not reason.strip():
        return "Write the reason in a sentence."
    if len(reason.strip()) > 500:
        return "The reason may have up to 500 characters."
    return ""


def why_not_put_down(cause: str, since: date | None, on: date) -> str:
    """Why a wait cannot be put down to `cause` since that day; empty where it can."""
    if cause and cause not in Cause.values:
        return "Choose what holds it up from the list."
    if since is not None and not cause:
        return "Choose what has held it up since that day."
    if since is not None and since > on:
        return "Enter a day that is not in the future."
    return ""


def note_reason(
    *,
    waits: Sequence[ClockRow],
    reason: str,
    on: date,
    by: Any,
    cause: str = "",
    since: date | None = None,
) -> list[Answer]:
    """Note one reason for these waits, each of which must be running on `on`.

    With a `cause` their days from `since` (from `on` where it is not said) are put down to it; of a
    wait that began later, all its days.
    """
    if refusal := why_not_note(reason) or why_not_put_down(cause, since, on):
        raise ReasonRefused(refusal)
    children = {wait.child_id for wait in waits}
    with recording("reason.noted", by=by, children=children):
        rows = ClockRow.objects.as_at(on).filter(child_id__in=children)
        running = {Episode.of(row) for row in rows}
        if any(Episode.of(wait) not in running for wait in waits):
            raise ReasonRefused("One of these waits has ended since the page was opened.")
        noted = Answer.objects.bulk_create(
            Answer(
                **Episode.of(wait).key,
                kind=AnswerKind.REASON,
                reason=reason.strip(),
                answered_on=on,
                answered_by=by,
            )
            for wait in waits
        )
        for answer in noted if cause else ():
            starts_on = max(since or on, answer.started_on)
            causes.put_down(answer=answer, cause=cause, starts_on=starts_on, by=by)
        return noted
