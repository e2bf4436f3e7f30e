"""What the agency decision maker decides: should be placed for adoption, and matched with whom."""

from datetime import date
from typing import Any

from adoption.actions import adopters
from adoption.models import AdopterFamily, AdoptionDecision, Match
from casetrack.actions.refusal import Refused
from casetrack.models import Child
from casetrack.models.codes import REASON_DECISION_REVERSED
from casetrack.recording import recording


class DecisionRefused(Refused):
    """The decision cannot be recorded or reversed so."""


class MatchRefused(Refused):
    """The match cannot be recorded or withdrawn so."""


def why_not_record(child: Child, on: date) -> str:
    """Why no decision of `on` can be recorded; empty where one can."""
    if child.born_on and on < child.born_on:
        return "The decision cannot be made before the child was born."
    standing = AdoptionDecision.objects.filter(child=child, reversed_on=None)
    if standing.exists():
        return "A decision that the child should be placed for adoption already stands."
    return ""


def record(*, child: Child, on: date, by: Any) -> AdoptionDecision:
    """The decision maker decided on `on` that the child should be placed for adoption."""
    with recording("adoption_decision.recorded", by=by, children=[child.pk]):
        if reason := why_not_record(child, on):
            raise DecisionRefused(reason)
        return AdoptionDecision.objects.create(child=child, decided_on=on)


def why_not_so(decision: AdoptionDecision) -> str:
    """Why a decision cannot be as it was corrected; empty where it can."""
    if decision.reversal_reason and decision.reversed_on is None:
        return "Enter when the decision was reversed."
    others = AdoptionDecision.objects.filter(child=decision.child_id).exclude(pk=decision.pk)
    if decision.reversed_on is None and others.filter(reversed_on=None).exists():
        return "Another decision that the child should be placed for adoption stands."
    return ""


def why_not_reverse(decision: AdoptionDecision, on: date) -> str:
    """Why the decision cannot be reversed on `on`; empty where it can."""
    if decision.reversed_on is not None:
        return "That decision has already been reversed."
    if on < decision.decided_on:
        return "A decision cannot be reversed before it was made."
    return ""


def reverse(*, decision: AdoptionDecision, on: date, reason: str, by: Any) -> None:
    """The decision maker decided that the child should no longer be placed for adoption."""
    with recording("adoption_decision.reversed", by=by, children=[decision.child_id]):
        decision.refresh_from_db()
        if refusal := why_not_reverse(decision, on):
            raise DecisionRefused(refusal)
        if reason not in REASON_DECISION_REVERSED:
            raise DecisionRefused("Choose why the decision was reversed.")
        decision.reversed_on, decision.reversal_reason = on, reason
        decision.save(update_fields=["reversed_on", "reversal_reason"])


def why_not_record_match(child: Child, on: date, family: AdopterFamily | None = None) -> str:
    """Why no match of `on` can be recorded; empty where one can."""
    if not AdoptionDecision.objects.filter(child=child, decided_on__lte=on).exists():
        return "A child can be matched only after the decision that they should be placed."
    if Match.objects.filter(child=child, withdrawn_on=None).exists():
        return "The child is already matched. Withdraw that match first."
    return adopters.why_not_name(child, family)


def record_match(*, child: Child, on: date, by: Any, family: AdopterFamily | None = None) -> Match:
    """The decision maker matched the child with adopters on `on`; with whom may not be known."""
    with recording("match.recorded", by=by, children=[child.pk]):
        if reason := why_not_record_match(child, on, family):
            raise MatchRefused(reason)
        return Match.objects.create(child=child, decided_on=on, family=family)


def why_not_match_so(match: Match) -> str:
    """Why a match cannot be as it was corrected; empty where it can."""
    earlier = AdoptionDecision.objects.filter(child=match.child_id)
    if not earlier.filter(decided_on__lte=match.decided_on).exists():
        return "A child can be matched only after the decision that they should be placed."
    others = Match.objects.filter(child=match.child_id).exclude(pk=match.pk)
    if match.withdrawn_on is None and others.filter(withdrawn_on=None).exists():
        return "The child has another match that stands."
    return adopters.why_not_name(match.child, match.family)


def withdraw_match(*, match: Match, on: date, by: Any) -> None:
    """The match did not come to a placement, or the placement ended."""
    with recording("match.withdrawn", by=by, children=[match.child_id]):
        match.refresh_from_db()
        if match.withdrawn_on is not None:
            raise MatchRefused("That match has already been withdrawn.")
        if on < match.decided_on:
            raise MatchRefused("A match cannot be withdrawn before it was made.")
        match.withdrawn_on = on
        match.save(update_fields=["withdrawn_on"])
