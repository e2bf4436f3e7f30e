"""What the agency decision maker decides."""

from collections.abc import Iterator
from typing import Any

from adoption.actions import decisions
from adoption.kinds import linked, or_none, the_family
from adoption.models import AdoptionDecision, Match
from casetrack.access.permissions import Permission
from casetrack.models.codes import REASON_DECISION_REVERSED
from casetrack.record.kind import Change, Group, Kind, Told
from casetrack.record.step import answered


def _decision(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.decided_on,
        "The agency decision maker decided that the child should be placed for adoption.",
    )
    if fact.reversed_on is not None:
        why = REASON_DECISION_REVERSED.label(fact.reversal_reason)
        yield Told(
            fact.reversed_on,
            "The decision that the child should be placed for adoption was reversed"
            f"{f': {why}' if why else ''}.",
        )


def _match(fact: Any) -> Iterator[Told]:
    family = the_family(fact.family)
    yield Told(
        fact.decided_on, f"The agency decision maker decided to match the child with {family}."
    )
    if fact.withdrawn_on is not None:
        yield Told(fact.withdrawn_on, f"The match with {family} was withdrawn.")


KINDS = (
    Kind(
        code="adoption-decision",
        title="Decision that the child should be placed for adoption",
        group=Group.ADOPTION,
        model=AdoptionDecision,
        permission=Permission.DECIDE_ADOPTION,
        asks=("decided_on",),
        choices={
            "reversal_reason": or_none(
                "not reversed, or the reason is not known", REASON_DECISION_REVERSED.choices
            )
        },
        act=lambda child, by, values: decisions.record(child=child, on=values["decided_on"], by=by),
        rule=decisions.why_not_so,
        tell=_decision,
        mends=("decided_on", "reversed_on", "reversal_reason"),
        changes=(
            Change(
                code="reversed",
                title="The decision was reversed",
                asks=answered(AdoptionDecision, "reversed_on", "reversal_reason"),
                act=lambda fact, by, values: decisions.reverse(
                    decision=fact,
                    on=values["reversed_on"],
                    reason=values["reversal_reason"],
                    by=by,
                ),
                offered=lambda fact: fact.reversed_on is None,
            ),
        ),
    ),
    Kind(
        code="match",
        title="Match with adopters",
        group=Group.ADOPTION,
        model=Match,
        permission=Permission.RECORD_ADOPTION,
        hint="The agency decision maker’s decision, after the panel.",
        asks=("family", "decided_on"),
        choices={"family": linked},
        related=("family",),
        act=lambda child, by, values: decisions.record_match(
            child=child, on=values["decided_on"], family=values["family"], by=by
        ),
        rule=decisions.why_not_match_so,
        tell=_match,
        mends=("family", "decided_on", "withdrawn_on"),
        changes=(
            Change(
                code="withdrawn",
                title="The match was withdrawn",
                asks=answered(Match, "withdrawn_on"),
                act=lambda fact, by, values: decisions.withdraw_match(
                    match=fact, on=values["withdrawn_on"], by=by
                ),
                offered=lambda fact: fact.withdrawn_on is None,
            ),
        ),
    ),
)
