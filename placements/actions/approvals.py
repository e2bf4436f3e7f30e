"""The approval of carers for a child, for a time or lasting, and what is decided on requests."""

from datetime import date, timedelta
from typing import Any

from casetrack import words
from casetrack.actions import facts
from casetrack.recording import recording
from placements.actions.homes import why_not_home
from placements.models import (
    ApprovalDecision,
    ApprovalEnded,
    ApprovalRequest,
    ApprovedAs,
    CarerApproval,
    ExtendedBecause,
    Home,
)

TEMPORARY = timedelta(weeks=16)
"""The longest that a temporary approval may last (regulation 24(4) of the 2010 regulations)."""
EXTENSION = timedelta(weeks=8)
"""The longest that it may be extended while the assessment is finished (regulation 25(1)(a))."""
LASTING = (ApprovedAs.FOSTER, ApprovedAs.LONG_TERM)


def why_not_approve(approval: CarerApproval) -> str:
    """Why the approval cannot be so; empty where it can."""
    if reason := why_not_home(approval):
        return reason
    if approval.kind != ApprovedAs.TEMPORARY:
        return ""
    if approval.expires_on is None:
        return "Enter the day on which the temporary approval ends."
    if approval.expires_on > approval.starts_on + TEMPORARY:
        last = words.long_day(approval.starts_on + TEMPORARY)
        return f"A temporary approval lasts 16 weeks at most, here until {last}."
    unfinished = approval.extended_because == ExtendedBecause.UNFINISHED
    extended = approval.extended_until
    if unfinished and extended is not None and extended > approval.expires_on + EXTENSION:
        last = words.long_day(approval.expires_on + EXTENSION)
        return f"An unfinished assessment extends it by 8 weeks at most, here until {last}."
    return ""


def approve(
    *,
    child: Any,
    home: Home,
    kind: str,
    on: date,
    approved_by: str,
    by: Any,
    expires_on: date | None = None,
) -> CarerApproval:
    """The carers are approved from `on`; a full approval ends the temporary one before it."""
    if kind == ApprovedAs.TEMPORARY and expires_on is None:
        expires_on = on + TEMPORARY
    approval = CarerApproval(
        child=child,
        home=home,
        kind=kind,
        starts_on=on,
        expires_on=expires_on,
        approved_by=approved_by,
    )
    with recording("carers.approved", by=by, children=[child.pk], kind=kind):
        if kind in LASTING:
            CarerApproval.objects.filter(
                child=child, home=home, kind=ApprovedAs.TEMPORARY, ends_on=None, starts_on__lt=on
            ).update(ends_on=on, end_reason=ApprovalEnded.APPROVED)
        facts.record(fact=approval, what="carer-approval", by=by, rule=why_not_approve)
        return approval


def why_not_decide(decision: ApprovalDecision) -> str:
    """Why the decision cannot be so; empty where it can."""
    request: ApprovalRequest = decision.request
    if request.child_id != decision.child_id:
        return "That request is about another child."
    if decision.decided_on < request.asked_on:
        return "It cannot be decided before it was asked for."
    return ""
