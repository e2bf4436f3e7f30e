"""The reviewing officer's challenge: raised, taken further, answered by managers, closed."""

from datetime import date
from typing import Any

from casetrack.actions import facts
from casetrack.actions.refusal import Refused
from casetrack.models import CarePeriod
from casetrack.recording import recording
from permanence.models import Challenge, ChallengeStage, Stage


class ChallengeRefused(Refused):
    """The challenge cannot be taken further, or its answer not be withdrawn."""


def why_not_so(challenge: Challenge) -> str:
    """Why the challenge cannot stand as it is written, beside its stages; empty if it can."""
    if not CarePeriod.objects.filter(child=challenge.child_id).on(challenge.raised_on).exists():
        return "The child is not in care on that day."
    if challenge.closed_on and challenge.cafcass_on and challenge.cafcass_on > challenge.closed_on:
        return "The challenge was closed before it was passed to Cafcass."
    stages = ChallengeStage.objects.filter(challenge=challenge.pk)
    if stages.filter(began_on__lt=challenge.raised_on).exists():
        return "A stage of the challenge began before it was raised."
    if challenge.closed_on and stages.filter(began_on__gt=challenge.closed_on).exists():
        return "A stage of the challenge began after it was closed."
    if challenge.closed_on and stages.filter(answered_on__gt=challenge.closed_on).exists():
        return "A stage of the challenge was answered after it was closed."
    return ""


def why_not_stage(stage: ChallengeStage) -> str:
    """Why the stage cannot have been so, beside the others; empty where it can."""
    challenge = stage.challenge
    if stage.began_on < challenge.raised_on:
        return "The challenge was not raised yet on that day."
    last = stage.answered_on or stage.began_on
    if challenge.closed_on is not None and last > challenge.closed_on:
        return "The challenge was closed by that day."
    order = Stage.values
    for other in ChallengeStage.objects.filter(challenge=challenge).exclude(pk=stage.pk):
        earlier, later = sorted([stage, other], key=lambda each: order.index(each.stage))
        if later.began_on < earlier.began_on:
            return "A later stage cannot begin before an earlier one."
    return ""


def raise_at(*, challenge: Challenge, stage: str, by: Any) -> Challenge:
    """The officer raises it at any stage, `by` unless the challenge names another."""
    with recording("challenge.begun", by=by, children=[challenge.child_id], stage=stage):
        challenge.raised_by = challenge.raised_by or by
        facts.record(fact=challenge, what="challenge", by=by, rule=why_not_so)
        _begin(challenge, stage, challenge.raised_on, "", by)
        return challenge


def take_further(
    *, challenge: Challenge, stage: str, on: date, by: Any, asked: str = ""
) -> ChallengeStage:
    """The officer puts it to somebody else; stages may be skipped."""
    with recording("challenge.taken-further", by=by, children=[challenge.child_id], stage=stage):
        challenge.refresh_from_db()
        if challenge.closed_on is not None:
            raise ChallengeRefused("That challenge is closed.")
        return _begin(challenge, stage, on, asked, by)


def _begin(challenge: Challenge, stage: str, on: date, asked: str, by: Any) -> ChallengeStage:
    begun = ChallengeStage(
        child=challenge.child, challenge=challenge, stage=stage, began_on=on, asked=asked.strip()
    )
    recorded: ChallengeStage = facts.record(
        fact=begun, what="challenge-stage", by=by, rule=why_not_stage
    )
    return recorded


def withdraw_answer(*, stage: ChallengeStage, why: str, by: Any) -> None:
    """The answer was a mistake of the manager who gave it; the stage stands, unanswered."""
    with recording("challenge-stage.answer-withdrawn", by=by, why=why, children=[stage.child_id]):
        stage.refresh_from_db()
        if stage.answered_on is None:
            raise ChallengeRefused("That stage has no answer.")
        if stage.challenge.closed_on is not None:
            raise ChallengeRefused("The challenge is closed, so its answers stand.")
        stage.answered_on, stage.answered_by, stage.answer = None, "", ""
        stage.save(update_fields=["answered_on", "answered_by", "answer"])


def why_not_withdraw(challenge: Challenge) -> str:
    """Why it cannot be said that it was never raised; empty where it can."""
    if challenge.stages.count() > 1:
        return "The challenge was taken further. Remove its later stages first."
    return ""


def why_not_withdraw_stage(stage: ChallengeStage) -> str:
    """Why it cannot be said that the stage never was; empty where it can."""
    if not ChallengeStage.objects.filter(challenge=stage.challenge_id).exclude(pk=stage.pk):
        return "A challenge has one stage at least. Correct this one, or remove the challenge."
    return ""
