"""The legal status that a child is looked after under, and the orders of the court."""

from datetime import date, timedelta
from typing import Any

from casetrack.actions import changes, facts
from casetrack.actions.refusal import Refused
from casetrack.models import (
    CarePeriod,
    Child,
    CourtOrder,
    DeprivationOfLiberty,
    DischargeApplication,
    LegalStatus,
    OrderKind,
)
from casetrack.models.codes import LEGAL_STATUS
from casetrack.models.court import ORDER_ENDED
from casetrack.recording import recording

RESTS_ON = {
    "C1": OrderKind.INTERIM_CARE,
    "C2": OrderKind.CARE,
    "E1": OrderKind.PLACEMENT,
    "L2": OrderKind.EMERGENCY_PROTECTION,
    "L3": OrderKind.CHILD_ASSESSMENT,
}
ENDS_WITH_ITS_STATUS = (
    OrderKind.INTERIM_CARE,
    OrderKind.EMERGENCY_PROTECTION,
    OrderKind.CHILD_ASSESSMENT,
)


class LegalStatusRefused(Refused):
    """The legal status cannot change so."""


class OrderRefused(Refused):
    """The order cannot be recorded or ended so."""


def why_not_start(child: Child, code: str, on: date) -> str:
    """Why the child cannot have the status from `on`; empty where they can."""
    if code not in LEGAL_STATUS:
        return "Choose a legal status."
    if not CarePeriod.objects.filter(child=child).on(on).exists():
        return "The child is not in care on that day."
    statuses = LegalStatus.objects.filter(child=child)
    if statuses.filter(starts_on__gte=on).exists():
        return "Another legal status starts on or after that day. Choose a later day."
    if statuses.on(on).filter(code=code).exists():
        return "The child already has that legal status."
    return ""


def start(*, child: Child, code: str, on: date, by: Any) -> LegalStatus:
    """The status governs from `on`, and the one before it ends; the order it rests on is recorded.

    An interim care order ends with its status, and so do the short orders. A care order lives on
    under a placement order, which only suspends it (Adoption and Children Act 2002, section 29).
    """
    with recording("legal_status.started", by=by, children=[child.pk], code=code):
        if reason := why_not_start(child, code, on):
            raise LegalStatusRefused(reason)
        LegalStatus.objects.filter(child=child).on(on).update(ends_on=on)
        orders = CourtOrder.objects.filter(child=child)
        orders.filter(kind__in=ENDS_WITH_ITS_STATUS, ended_on=None, made_on__lt=on).update(
            ended_on=on
        )
        if code in RESTS_ON:
            orders.get_or_create(child=child, kind=RESTS_ON[code], made_on=on)
        return LegalStatus.objects.create(child=child, code=code, starts_on=on)


def why_not_record_order(child: Child, kind: str, made_on: date) -> str:
    """Why the order cannot be recorded; empty where it can."""
    if kind not in OrderKind.values:
        return "Choose a kind of order."
    if CourtOrder.objects.filter(child=child, kind=kind, made_on=made_on).exists():
        return "That order is already recorded."
    return ""


def record_order(
    *, child: Child, kind: str, made_on: date, by: Any, expires_on: date | None = None
) -> CourtOrder:
    """A court made an order about the child, until a last day where it set one."""
    with recording("order.recorded", by=by, children=[child.pk], kind=kind):
        if reason := why_not_record_order(child, kind, made_on):
            raise OrderRefused(reason)
        order = CourtOrder(child=child, kind=kind, made_on=made_on, expires_on=expires_on)
        facts.check(order, facts.no_rule)
        order.save()
        return order


def why_not_end_order(order: CourtOrder, on: date) -> str:
    """Why the order cannot end on `on`; empty where it can."""
    if order.ended_on is not None:
        return "That order has already ended."
    return "" if on > order.made_on else "An order must end after the day it was made."


def end_order(*, order: CourtOrder, on: date, by: Any) -> None:
    """The order was discharged or revoked, or ran out."""
    with recording("order.ended", by=by, children=[order.child_id], kind=order.kind):
        order.refresh_from_db()
        if reason := why_not_end_order(order, on):
            raise OrderRefused(reason)
        order.ended_on = on
        order.save(update_fields=["ended_on"])


def decide_discharge(
    *, application: DischargeApplication, on: date, outcome: str, by: Any, rule: facts.Rule
) -> None:
    """The court decided whether an order ends; where it does, the order ends that day."""
    with recording("order.discharge-decided", by=by, children=[application.child_id]):
        changes.record(
            fact=application,
            what="discharge-application.decided",
            by=by,
            rule=rule,
            decided_on=on,
            outcome=outcome,
        )
        order = CourtOrder.objects.get(pk=application.order_id)
        if outcome in ORDER_ENDED and order.ended_on is None:
            end_order(order=order, on=on, by=by)


def start_deprivation_of_liberty(*, order: DeprivationOfLiberty, by: Any) -> DeprivationOfLiberty:
    """A court allowed the child's liberty to be limited; an earlier order gives way to this one.

    The earlier one ended the day after its last day, where it had run out before.
    """
    with recording("deprivation-of-liberty.recorded", by=by, children=[order.child_id]):
        held = DeprivationOfLiberty.objects.filter(child=order.child_id)
        earlier = held.on(order.starts_on).filter(starts_on__lt=order.starts_on).first()
        if earlier is not None:
            ran_out = earlier.expires_on and earlier.expires_on + timedelta(days=1)
            earlier.ends_on = min(ran_out or order.starts_on, order.starts_on)
            earlier.save(update_fields=["ends_on"])
        facts.check(order, facts.no_rule)
        order.save()
        return order
