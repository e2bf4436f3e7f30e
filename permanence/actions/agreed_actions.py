"""What somebody agreed to do for a child by a day, and that it was done."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from casetrack.actions.refusal import Refused
from casetrack.models import Child, Worker
from casetrack.recording import recording
from permanence.models import AgreedAction, Decision, MidPoint


class ActionRefused(Refused):
    """The action cannot be agreed, or is not one that can be marked as done."""


def why_not_agree(text: str, due_on: date, on: date) -> dict[str, str]:
    """Why this cannot be agreed, by field; empty where it can."""
    reasons = {}
    if not text.strip():
        reasons["text"] = "Write what is to be done."
    elif len(text.strip()) > 500:
        reasons["text"] = "What is to be done may have up to 500 characters."
    if due_on < on:
        reasons["due_on"] = "The day it is due must be today or later."
    return reasons


def why_not_own(child: Child, owner: Worker) -> str:
    """Why the worker cannot do anything for the child; empty where they can."""
    ours = child.authority_id == owner.authority_id
    return "" if ours else "An action's owner must work for the child's own authority."


def _refuse(owners: Mapping[Child, Worker], text: str, due_on: date, on: date) -> None:
    for reason in (
        *why_not_agree(text, due_on, on).values(),
        *(why_not_own(child, owner) for child, owner in owners.items()),
    ):
        if reason:
            raise ActionRefused(reason)


def agree(
    *, owners: Mapping[Child, Worker], text: str, due_on: date, on: date, by: Any
) -> list[AgreedAction]:
    """Agree the same action for several children, each with its owner."""
    _refuse(owners, text, due_on, on)
    with recording("action.agreed", by=by, children=[child.pk for child in owners]):
        return AgreedAction.objects.bulk_create(
            AgreedAction(child=child, text=text.strip(), owner=owner, agreed_on=on, due_on=due_on)
            for child, owner in owners.items()
        )


def agree_decided(*, decision: Decision, by: Any) -> AgreedAction:
    """The group decided that somebody does it, and by when."""
    assert decision.owner is not None and decision.due_on is not None
    children = [decision.child_id]
    with recording("action.agreed", by=by, children=children, decision=str(decision.uuid)):
        return AgreedAction.objects.create(
            child_id=decision.child_id,
            text=decision.text,
            owner=decision.owner,
            agreed_on=decision.decided_on,
            due_on=decision.due_on,
            decision=decision,
        )


def ask(
    *, mid_point: MidPoint, owner: Worker, text: str, due_on: date, on: date, by: Any
) -> AgreedAction:
    """The officer asks at a mid-point that somebody does it; it is the officer's own."""
    _refuse({mid_point.child: owner}, text, due_on, on)
    children = [mid_point.child_id]
    with recording("action.agreed", by=by, children=children, mid_point=mid_point.pk):
        return AgreedAction.objects.create(
            child_id=mid_point.child_id,
            text=text.strip(),
            owner=owner,
            agreed_on=on,
            due_on=due_on,
            mid_point=mid_point,
        )


def why_not_done(action: AgreedAction, on: date) -> str:
    """Why the action cannot be marked as done on `on`; empty where it can."""
    if action.done_on is not None:
        return "That action is already marked as done."
    return "" if on >= action.agreed_on else "It cannot be done before it was agreed."


def done(*, action: AgreedAction, on: date, evidence: str = "", by: Any) -> None:
    """The action was carried out on `on`; `evidence` says what shows it."""
    with recording("action.done", by=by, children=[action.child_id]):
        action.refresh_from_db()
        if reason := why_not_done(action, on):
            raise ActionRefused(reason)
        if len(evidence.strip()) > 300:
            raise ActionRefused("What shows that it was done may have up to 300 characters.")
        action.done_on, action.evidence = on, evidence.strip()
        action.save(update_fields=["done_on", "evidence"])


def of_groups() -> QuerySet[AgreedAction]:
    """What groups decided that somebody does, and is not done."""
    return AgreedAction.objects.filter(decision__isnull=False, done_on=None)


def chase(*, actions: Collection[int], by: Any) -> int:
    """Have those who own these actions (ids) of groups told again; how many actions it is.

    Chased again before the mail has gone, nobody is told twice; nor is anybody reached who has no
    account or no mail address.
    """
    asked = of_groups().filter(pk__in=actions)
    children = set(asked.values_list("child_id", flat=True))
    with recording("actions.chased", by=by, children=children):
        own = asked.filter(child__in=children, owner__user__is_active=True)
        reached = own.exclude(owner__user__email="")
        waiting = reached.exclude(chased_at__isnull=False, told_on=None)
        return int(waiting.update(chased_at=Now(), chased_by=by, told=None, told_on=None))


def untold() -> QuerySet[AgreedAction]:
    """Those of which the next mail tells the owner: of groups once the meeting is closed, and at
    once where the chair decided between meetings; of reviews once the decisions were sent out; and
    what a reviewing officer asked for.
    """
    group = Q(decision__isnull=False) & (
        Q(decision__item=None) | Q(decision__meeting__closed_at__isnull=False)
    )
    officers = Q(review__decisions_sent_on__isnull=False) | Q(mid_point__isnull=False)
    waiting = AgreedAction.objects.filter(group | officers, done_on=None, told_on=None)
    return waiting.filter(owner__user__is_active=True)


def tell(*, actions: Collection[AgreedAction], person: Any, on: date) -> None:
    """The mail of that day tells the person that these are theirs."""
    children = [action.child_id for action in actions]
    with recording("actions.told", by=None, children=children, to=person.pk):
        told = AgreedAction.objects.filter(pk__in=[action.pk for action in actions])
        told.update(told=person, told_on=on)
