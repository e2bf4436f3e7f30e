"""The legal status that governs, and the orders of the court: made, made longer, and ended."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.actions import legal
from casetrack.dates import add_months
from casetrack.forms import DateBoxes
from casetrack.models import (
    CourtOrder,
    DischargeApplication,
    DischargeOutcome,
    LegalStatus,
    OrderExtension,
    OrderKind,
)
from casetrack.models.codes import LEGAL_STATUS
from casetrack.record.kind import Ask, Change, Group, Kind, Told, period
from casetrack.record.step import wanted, within
from casetrack.words import long_day

MAY_BE_EXTENDED = (
    OrderKind.SUPERVISION,
    OrderKind.INTERIM_SUPERVISION,
    OrderKind.INTERIM_CARE,
    OrderKind.EMERGENCY_PROTECTION,
    OrderKind.SECURE_ACCOMMODATION,
)
SUPERVISION_MONTHS = 36
"""How long a supervision order may last in all (Children Act 1989, schedule 3, paragraph 6)."""


def _status(fact: Any) -> Iterator[Told]:
    yield from period(fact, f"Legal status: {LEGAL_STATUS.label(fact.code)}.")


def _order(fact: Any) -> Iterator[Told]:
    order = fact.get_kind_display()
    until = f", until {long_day(fact.expires_on)}" if fact.expires_on else ""
    yield Told(fact.made_on, f"The court made {_article(order)} {order}{until}.", fact.made_known)
    if fact.ended_on is not None:
        yield Told(fact.ended_on, f"The {order} ended.")


def _article(words: str) -> str:
    return "an" if words[:1].lower() in "aeiou" else "a"


def _extension(fact: Any) -> Iterator[Told]:
    order = fact.order.get_kind_display()
    yield Told(
        fact.ordered_on, f"The court made the {order} longer, until {long_day(fact.until_on)}."
    )


def why_not_extend(fact: OrderExtension) -> str:
    """Why the order cannot be made longer so; empty where it can."""
    order = fact.order
    if order.child_id != fact.child_id:
        return "Choose an order about this child."
    if fact.ordered_on < order.made_on:
        return "An order cannot be made longer before it is made."
    if order.ended_on is not None and fact.ordered_on > order.ended_on:
        return "The order had ended by that day."
    if order.expires_on is not None and fact.until_on <= order.expires_on:
        return f"The order lasts until {long_day(order.expires_on)} already."
    last = add_months(order.made_on - timedelta(days=1), SUPERVISION_MONTHS)
    if order.kind == OrderKind.SUPERVISION and fact.until_on > last:
        return f"A supervision order lasts three years at most: this one until {long_day(last)}."
    return ""


def _application(fact: Any) -> Iterator[Told]:
    order, who = fact.order.get_kind_display(), fact.get_applied_by_display()
    yield Told(fact.applied_on, f"{who[:1].upper()}{who[1:]} asked the court to end the {order}.")
    if fact.decided_on is not None:
        yield Told(fact.decided_on, _decided(fact.outcome, order))


def _decided(outcome: str, order: str) -> str:
    return {
        DischargeOutcome.DISCHARGED: f"The court agreed to end the {order}.",
        DischargeOutcome.REPLACED: f"The court put another order in place of the {order}.",
        DischargeOutcome.REFUSED: f"The court decided that the {order} stays.",
        DischargeOutcome.WITHDRAWN: f"The court was no longer asked to end the {order}.",
    }[DischargeOutcome(outcome)]


def why_not_apply(fact: DischargeApplication) -> str:
    """Why the court cannot have been asked so to end the order; empty where it can."""
    if fact.order.child_id != fact.child_id:
        return "Choose an order about this child."
    if fact.applied_on < fact.order.made_on:
        return "Nobody can ask the court to end an order before it is made."
    if fact.order.ended_on is not None and fact.applied_on > fact.order.ended_on:
        return "The order had ended by that day."
    return ""


STATUS = Kind(
    code="legal-status",
    title="Legal status",
    group=Group.COURT,
    model=LegalStatus,
    permission=Permission.RECORD_LEGAL,
    hint="The status before it ends on the same day. The order that it rests on is recorded "
    "with it.",
    asks=("code", "starts_on"),
    labels={
        "code": "What is the child’s legal status?",
        "starts_on": "From when?",
        "ends_on": "Until when?",
    },
    choices={"code": lambda child: LEGAL_STATUS.current},
    act=lambda child, by, values: legal.start(
        child=child, code=values["code"], on=values["starts_on"], by=by
    ),
    tell=_status,
    mends=("code", "starts_on", "start_known", "ends_on"),
    chain=(),
)

ORDER = Kind(
    code="order",
    title="Court order",
    group=Group.COURT,
    model=CourtOrder,
    permission=Permission.RECORD_LEGAL,
    asks=("kind", "made_on", "expires_on"),
    labels={
        "kind": "Which order did the court make?",
        "made_on": "When was it made?",
        "made_known": "That day is known, not only that it was on or before it",
        "ended_on": "When did it end?",
    },
    ahead=("expires_on",),
    act=lambda child, by, values: legal.record_order(
        child=child,
        kind=values["kind"],
        made_on=values["made_on"],
        expires_on=values["expires_on"],
        by=by,
    ),
    tell=_order,
    mends=("kind", "made_on", "made_known", "expires_on", "ended_on"),
    changes=(
        Change(
            code="ended",
            title="The order ended",
            asks=(Ask("on", lambda child: DateBoxes(label="When did it end?")),),
            act=lambda fact, by, values: legal.end_order(order=fact, on=values["on"], by=by),
            offered=lambda fact: fact.ended_on is None,
        ),
    ),
)

EXTENSION = Kind(
    code="order-extension",
    title="An order made longer",
    group=Group.COURT,
    model=OrderExtension,
    permission=Permission.RECORD_LEGAL,
    hint="A supervision order lasts three years at most, counted from the day it was made.",
    asks=("order", "ordered_on", "until_on"),
    labels={"order": "Which order?"},
    choices={
        "order": lambda child: CourtOrder.objects.filter(
            child=child, kind__in=MAY_BE_EXTENDED
        ).order_by("-made_on")
    },
    ahead=("until_on",),
    related=("order",),
    rule=why_not_extend,
    act=within("order-extension", OrderExtension, "order", why_not_extend),
    tell=_extension,
)

DISCHARGE = Kind(
    code="discharge-application",
    title="The court was asked to end an order",
    group=Group.COURT,
    model=DischargeApplication,
    permission=Permission.RECORD_LEGAL,
    hint="To discharge an order, or to revoke a placement order.",
    asks=("order", "applied_on", "applied_by"),
    labels={"order": "Which order?"},
    choices={
        "order": lambda child: (
            CourtOrder.objects.filter(child=child)
            .exclude(kind=OrderKind.ADOPTION)
            .order_by("-made_on")
        )
    },
    related=("order",),
    rule=why_not_apply,
    act=within("discharge-application", DischargeApplication, "order", why_not_apply),
    tell=_application,
    mends=("order", "applied_on", "applied_by", "decided_on", "outcome"),
    changes=(
        Change(
            code="decided",
            title="The court decided",
            asks=(
                wanted(DischargeApplication, "decided_on"),
                wanted(DischargeApplication, "outcome"),
            ),
            act=lambda fact, by, values: legal.decide_discharge(
                application=fact,
                on=values["decided_on"],
                outcome=values["outcome"],
                by=by,
                rule=why_not_apply,
            ),
            offered=lambda fact: fact.decided_on is None,
        ),
    ),
)

KINDS = (STATUS, ORDER, EXTENSION, DISCHARGE)
