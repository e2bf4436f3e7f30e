"""What somebody agreed to do for the child by a day."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes
from casetrack.models import Worker
from casetrack.record.kind import Ask, Change, Group, Kind, Told
from permanence.actions import agreed_actions, review_decisions
from permanence.models import AgreedAction


def _action(fact: Any) -> Iterator[Told]:
    yield Told(fact.agreed_on, f"{_how(fact)}: {fact.text}")
    if fact.done_on is not None:
        yield Told(fact.done_on, f"Done: {fact.text}")
        if fact.evidence:
            yield Told(fact.done_on, f"What shows it: {fact.evidence}")


def _how(fact: Any) -> str:
    if fact.review_id:
        return "The review decided that this is done"
    return "The reviewing officer asked for" if fact.mid_point_id else "Agreed to do"


def _agree(child: Any, by: Any, values: Any) -> Any:
    return agreed_actions.agree(
        owners={child: values["owner"]},
        text=values["text"],
        due_on=values["due_on"],
        on=values["agreed_on"],
        by=by,
    )


def _the_officers(values: Any) -> Permission | None:
    """What a review decided, or was asked for at a mid-point, only a reviewing officer changes."""
    own = values.get("review_id") or values.get("mid_point_id")
    return Permission.RECORD_REVIEWS if own else None


KINDS = (
    Kind(
        code="agreed-action",
        title="Agreed action",
        group=Group.PLAN,
        model=AgreedAction,
        permission=Permission.ASSIGN_ACTIONS,
        asks=("text", "owner", "agreed_on", "due_on"),
        ahead=("due_on",),
        choices={"owner": lambda child: Worker.objects.filter(authority=child.authority_id)},
        act=_agree,
        tell=_action,
        mends=("text", "owner", "agreed_on", "due_on", "done_on", "evidence"),
        for_family=False,
        owned=_the_officers,
        holds=review_decisions.why_not_withdraw_decision,
        changes=(
            Change(
                code="done",
                permission=Permission.ASSIGN_ACTIONS,
                title="It was done",
                asks=(Ask("on", lambda child: DateBoxes(label="When was it done?")), "evidence"),
                act=lambda fact, by, values: agreed_actions.done(
                    action=fact, on=values["on"], evidence=values["evidence"], by=by
                ),
                offered=lambda fact: fact.done_on is None,
            ),
        ),
    ),
)
