"""What a review decides: actions with an owner and a day, whether the plan is ratified; and the
manager's answer, after which the officer replies.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from casetrack.actions import changes, facts
from casetrack.actions.refusal import Refused
from casetrack.dates import add_working_days
from casetrack.models import CalendarDay, Worker
from casetrack.recording import recording
from permanence.actions import agreed_actions, plans
from permanence.actions.reviews import decided_on, is_finished
from permanence.models import AgreedAction, Disagreement, PermanencePlan, Review

ANSWER_WITHIN = 5
"""Working days from the day the decisions were sent; then silence has agreed (IRO Handbook,
chapter 3). The clock of the answer counts the same.
"""


class DecisionRefused(Refused):
    """The review cannot decide so, or its decisions cannot be answered."""


def why_not_decide(review: Review) -> str:
    """Why the review decides nothing more; empty where it does."""
    if review.decisions_sent_on is not None:
        return "The decisions were sent out. Agree what else is to be done as an action."
    return ""


def decide(*, review: Review, text: str, owner: Worker, due_on: date, by: Any) -> AgreedAction:
    """The review decided that somebody does it, and by when. Raises FactRefused."""
    on = decided_on(review)
    with recording("review.decided", by=by, children=[review.child_id]):
        review.refresh_from_db()
        if reason := why_not_decide(review):
            raise DecisionRefused(reason)
        if reasons := agreed_actions.why_not_agree(text, due_on, on):
            raise facts.FactRefused(fields=reasons)
        if reason := agreed_actions.why_not_own(review.child, owner):
            raise DecisionRefused(reason)
        return AgreedAction.objects.create(
            child=review.child,
            review=review,
            text=text.strip(),
            owner=owner,
            agreed_on=on,
            due_on=due_on,
        )


def to_judge(review: Review) -> list[PermanencePlan]:
    """The plans of that day that no review has ratified, the primary first."""
    open_plans = PermanencePlan.objects.filter(child=review.child_id, ratified_on=None)
    return list(open_plans.on(decided_on(review)).order_by("-rank"))


def judge(*, review: Review, ratified: Collection[PermanencePlan], because: str, by: Any) -> None:
    """The officer ratifies these plans; `because` says why not the others, or that there is none.

    Raises FactRefused.
    """
    with recording("review.judged-plan", by=by, children=[review.child_id]):
        review.refresh_from_db()
        if not is_finished(review):
            raise DecisionRefused("The review is not finished yet.")
        left = [plan for plan in to_judge(review) if plan not in ratified]
        some_stay = bool(left) or not ratified
        if some_stay and not because.strip():
            raise facts.FactRefused(fields={"because": "Write why the plan is not ratified"})
        for plan in ratified:
            plans.ratify(plan=plan, on=decided_on(review), by=by)
        review.not_ratified_because = because.strip() if some_stay else ""
        facts.check(review, facts.no_rule)
        review.save(update_fields=["not_ratified_because"])


def answer_by(review: Review, holidays: Collection[date]) -> date | None:
    """The last day on which a manager can answer; None before the decisions are sent."""
    if review.decisions_sent_on is None:
        return None
    return add_working_days(review.decisions_sent_on, ANSWER_WITHIN, holidays)


def why_not_answer(review: Review, on: date) -> str:
    """Why no manager can answer on `on`; empty where one can."""
    until = answer_by(review, CalendarDay.objects.holidays())
    if until is None:
        return "The decisions were not sent out yet."
    if review.answered_on is not None:
        return "The decisions are answered already."
    if on > until:
        return "The five working days are over, so silence has agreed to the decisions."
    return ""


def answer(*, review: Review, disagreements: Mapping[AgreedAction, str], on: date, by: Any) -> None:
    """A manager agrees to what the review decided, but for these actions, each with the reason.

    Raises FactRefused.
    """
    with recording("review.manager-answered", by=by, children=[review.child_id]):
        review.refresh_from_db()
        if reason := why_not_answer(review, on):
            raise DecisionRefused(reason)
        if any(action.review_id != review.pk for action in disagreements):
            raise DecisionRefused("That is not a decision of this review.")
        changes.record(fact=review, what="review.answered", by=by, answered_on=on, answered_by=by)
        for action, because in disagreements.items():
            disagreement = Disagreement(
                child=review.child,
                action=action,
                disagreed_on=on,
                disagreed_by=by,
                because=because.strip(),
            )
            facts.record(fact=disagreement, what="disagreement", by=by)


def reply(*, disagreement: Disagreement, on: date, reply: str, by: Any) -> None:
    """The officer says whether the decision stands. Raises FactRefused."""
    changes.record(
        fact=disagreement,
        what="disagreement.replied",
        by=by,
        replied_on=on,
        reply=reply.strip(),
        replied_by=by,
    )


def why_not_withdraw_disagreement(disagreement: Disagreement) -> str:
    """Why the manager cannot take it back; empty where it can be."""
    return "The officer has replied to it, so it stands." if disagreement.replied_on else ""


def why_not_withdraw_decision(action: AgreedAction) -> str:
    """Why it cannot be said that it was never agreed; empty where it can.

    A manager's disagreement would go with it, which is not the officer's to remove.
    """
    if Disagreement.objects.filter(action=action.pk).exists():
        return "A manager could not agree to it, and that stands. Correct what is to be done."
    return ""
