"""The legal status that a child is looked after under, and the orders of the court."""

from datetime import date
from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.models import CarePeriod, Child, CourtOrder, LegalStatus, OrderKind
from casetrack.models.codes import LEGAL_STATUS
from casetrack.recording import recording

RESTS_ON = {
    "C1": OrderKind.INTERIM_CARE,
    "C2": OrderKind.CARE,
    "E1": OrderKind.PLACEMENT,
}


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

    An interim care order ends with its status. A care order lives on under a placement order,
    which only suspends it (Adoption and Children Act 2002, section 29).
    """
    with recording("legal_status.started", by=by, children=[child.pk], code=code):
        if reason := why_not_start(child, code, on):
            raise LegalStatusRefused(reason)
        LegalStatus.objects.filter(child=child).on(on).update(ends_on=on)
        orders = CourtOrder.objects.filter(child=child)
        orders.filter(kind=OrderKind.INTERIM_CARE, ended_on=None, made_on__lt=on).update(
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


def record_order(*, child: Child, kind: str, made_on: date, by: Any) -> CourtOrder:
    """A court made an order about the child."""
    with recording("order.recorded", by=by, children=[child.pk], kind=kind):
        if reason := why_not_record_order(child, kind, made_on):
            raise OrderRefused(reason)
        return CourtOrder.objects.create(child=child, kind=kind, made_on=made_on)


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
