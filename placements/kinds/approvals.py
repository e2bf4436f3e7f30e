"""Carers approved for the child, and what somebody senior was asked to agree to and decided."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told, period
from casetrack.record.step import step
from casetrack.words import count, long_day
from placements.actions import approvals
from placements.forms import which_home
from placements.kinds import after
from placements.models import ApprovalDecision, ApprovalRequest, ApprovedAs, CarerApproval


def _carers(fact: Any) -> Iterator[Told]:
    approved = {
        ApprovedAs.TEMPORARY: "Relatives or friends were approved to care for the child",
        ApprovedAs.MAY_ADOPT: "Carers who may adopt the child were approved to foster them",
        ApprovedAs.FOSTER: "The carers were approved as foster carers",
        ApprovedAs.LONG_TERM: "The carers were approved as long-term foster carers",
    }[fact.kind]
    until = f" until {long_day(fact.expires_on)}" if fact.expires_on else ""
    yield from period(
        fact, f"{approved}{until}.", f"That approval ended: {fact.get_end_reason_display()}."
    )
    if fact.extended_on is not None:
        why = fact.get_extended_because_display()
        until = long_day(fact.extended_until)
        yield Told(fact.extended_on, f"The approval was extended until {until}: {why}.")


def _request(fact: Any) -> Iterator[Told]:
    what = f"{fact.get_kind_display()}, from {long_day(fact.needed_on)}"
    yield Told(fact.asked_on, f"Approval was asked for: {what}.{after(fact.reason)}")


def _decision(fact: Any) -> Iterator[Told]:
    asked = fact.request
    who = f"the {fact.get_decided_as_display()}, {fact.decided_by}"
    decided = f"{fact.get_decision_display().capitalize()} by {who}"
    late = (fact.decided_on - asked.needed_on).days
    came = f" This was {count(late, 'day')} after it was needed." if late > 0 else ""
    yield Told(
        fact.decided_on, f"{decided}: {asked.get_kind_display()}.{came}{after(fact.conditions)}"
    )


def _undecided(child: Any) -> Any:
    return ApprovalRequest.objects.filter(child=child, decision=None).order_by("-asked_on")


KINDS = (
    Kind(
        code="carer-approval",
        title="Approval of carers",
        group=Group.HOME,
        model=CarerApproval,
        permission=Permission.APPROVE_HOMES,
        hint="A full approval ends a temporary approval of the same home on the same day.",
        asks=(which_home(), "kind", "starts_on", "expires_on", "approved_by"),
        labels={
            "starts_on": "When was it approved?",
            "ends_on": "When did it end?",
        },
        ahead=("expires_on", "extended_until"),
        act=lambda child, by, values: approvals.approve(
            child=child,
            home=values["home"],
            kind=values["kind"],
            on=values["starts_on"],
            expires_on=values["expires_on"],
            approved_by=values["approved_by"],
            by=by,
        ),
        rule=approvals.why_not_approve,
        tell=_carers,
        mends=(
            "kind",
            "starts_on",
            "start_known",
            "expires_on",
            "approved_by",
            "extended_on",
            "extended_until",
            "extended_because",
            "extension_notes",
            "ends_on",
            "end_reason",
        ),
        changes=(
            step(
                "carer-approval",
                "extended",
                "The temporary approval was extended",
                CarerApproval,
                ("extended_on", "extended_because", "extended_until", "extension_notes"),
                rule=approvals.why_not_approve,
                offered=lambda fact: (
                    fact.kind == ApprovedAs.TEMPORARY
                    and fact.extended_on is None
                    and fact.ends_on is None
                ),
            ),
            step(
                "carer-approval",
                "ended",
                "The approval ended",
                CarerApproval,
                ("ends_on", "end_reason"),
                labels={"ends_on": "When did it end?"},
                offered=lambda fact: fact.ends_on is None,
            ),
        ),
    ),
    Kind(
        code="approval-request",
        title="Approval asked for",
        group=Group.HOME,
        model=ApprovalRequest,
        permission=Permission.RECORD_HOMES,
        hint="Before it begins, a nominated officer, head of service or director has to agree.",
        asks=("kind", "asked_on", "needed_on", "reason"),
        ahead=("needed_on",),
        tell=_request,
    ),
    Kind(
        code="approval-decision",
        title="Approval given or refused",
        group=Group.HOME,
        model=ApprovalDecision,
        permission=Permission.APPROVE_HOMES,
        hint="Decides on what was asked for; that is recorded first.",
        asks=("request", "decision", "decided_on", "decided_by", "decided_as", "conditions"),
        choices={"request": _undecided},
        rule=approvals.why_not_decide,
        tell=_decision,
        related=("request",),
        mends=("decision", "decided_on", "decided_by", "decided_as", "conditions"),
        for_family=False,
    ),
)
