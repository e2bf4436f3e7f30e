"""An earlier adoption, special guardianship or residence order, before this time in care."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.models import PreviousPermanence
from casetrack.models.codes import PREVIOUS_PERMANENCE
from casetrack.record.kind import Group, Kind, Told

NONE = "Z1"


def ordered(text: str) -> tuple[date, bool] | None:
    """The last day on which the order can have been made, and whether that is the day itself.

    dd/mm/yyyy, with zz for what is not known; None where not even the year is. Raises ValueError
    where there is no such day.
    """
    day, month, year = (text or "zz/zz/zz").split("/")
    if "z" in year:
        return None
    number = int(year)
    if "z" in month:
        return date(number, 12, 31), False
    if "z" in day:
        return date(number, int(month), monthrange(number, int(month))[1]), False
    return date(number, int(month), int(day)), True


def _before(fact: Any) -> Iterator[Told]:
    if fact.kind != NONE and (found := ordered(fact.ordered_on)):
        day, known = found
        was = PREVIOUS_PERMANENCE.label(fact.kind)
        what = "an order was made, not known which" if fact.kind == "P4" else f"{was} was ordered"
        yield Told(day, f"Before this time in care {what}.", known)


def why_not_before(fact: PreviousPermanence) -> str:
    """Why there cannot have been such an order; empty where there can."""
    if fact.kind == NONE:
        return "Leave the day out where there was no order before." if fact.ordered_on else ""
    try:
        found = ordered(fact.ordered_on)
    except ValueError:
        return "Enter a real day of the order, for example 27/03/2018."
    if found and fact.child.born_on and found[0] < fact.child.born_on:
        return "The order cannot have been made before the child was born."
    return ""


KINDS = (
    Kind(
        code="previous-permanence",
        title="Permanence before this time in care",
        group=Group.CARE,
        model=PreviousPermanence,
        permission=Permission.RECORD_LEGAL,
        hint="An earlier adoption, special guardianship or child arrangements order.",
        asks=("kind", "ordered_on", "ordering_authority"),
        rule=why_not_before,
        tell=_before,
    ),
)
