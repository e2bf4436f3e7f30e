"""Half-way between two reviews the reviewing officer looks how things stand."""

from typing import Any

from casetrack.actions import facts
from casetrack.models import CarePeriod
from casetrack.recording import recording
from permanence.models import MidPoint
from placements.models import OrderQuestion


def why_not_so(mid_point: MidPoint) -> str:
    """Why the mid-point cannot stand as it is written; empty where it can."""
    if not CarePeriod.objects.filter(child=mid_point.child_id).on(mid_point.held_on).exists():
        return "The child is not in care on that day."
    return ""


def record(*, mid_point: MidPoint, by: Any, still_needed: str = "", reason: str = "") -> MidPoint:
    """The officer held it, `by` unless the mid-point names another.

    `still_needed` answers whether the order of a child who lives at home is still needed, with its
    reason; it is a fact of its own, of the same day. Raises FactRefused.
    """
    with recording("mid-point.held", by=by, children=[mid_point.child_id]):
        mid_point.held_by = mid_point.held_by or by
        facts.record(fact=mid_point, what="mid-point", by=by, rule=why_not_so)
        if still_needed or reason:
            _answer(mid_point, still_needed, reason.strip(), by)
        return mid_point


def _answer(mid_point: MidPoint, still_needed: str, reason: str, by: Any) -> None:
    """Raises FactRefused, its reasons beside the questions of the mid-point's page."""
    if not still_needed:
        raise facts.FactRefused(fields={"still_needed": "Answer whether the order is still needed"})
    if not reason:
        raise facts.FactRefused(fields={"reason": "Write why it is, or is not, still needed"})
    question = OrderQuestion(
        child=mid_point.child, asked_on=mid_point.held_on, answer=still_needed, reason=reason
    )
    facts.record(fact=question, what="order-question", by=by)
