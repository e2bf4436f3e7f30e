"""What must be done before an adopted child's record is sealed, for many children in one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q
from django.db.models.functions import Coalesce

from casetrack.access import visibility
from casetrack.models import Child
from permanence.models import LifeStoryKind


@dataclass(frozen=True)
class Step:
    """One thing that must be done before a record is sealed: the day it was, or what lacks."""

    title: str
    on: date | None
    lacks: str


@dataclass(frozen=True)
class Waiting:
    """An adopted child, with the steps before sealing and how many days ago the order was made."""

    child: Child
    steps: Sequence[Step]
    ordered_on: date | None
    days: int

    @property
    def is_ready(self) -> bool:
        return all(step.on for step in self.steps)


def waiting(children: Any, today: date) -> list[Waiting]:
    """For a queryset of adopted children: ready first, then by the day of the order."""
    found = [_waiting(child, today) for child in with_days(children)]
    return sorted(found, key=lambda each: (not each.is_ready, -each.days, each.child.reference))


def with_days(children: Any) -> Any:
    """The children with the days that the steps ask for."""
    order = Q(courtorder_facts__kind="adoption", courtorder_facts__ended_on=None)
    by_return = Q(careperiod_facts__end_reason__in=visibility.ADOPTED)
    return children.annotate(
        order_day=Coalesce(
            Max("courtorder_facts__made_on", filter=order),
            Max("careperiod_facts__ends_on", filter=by_return),
        ),
        left_day=Max("careperiod_facts__ends_on"),
        still_in_care=Max("careperiod_facts__starts_on", filter=Q(careperiod_facts__ends_on=None)),
        book_day=Max(
            "lifestory_facts__done_on", filter=Q(lifestory_facts__kind=LifeStoryKind.BOOK)
        ),
        letter_day=Max(
            "lifestory_facts__done_on", filter=Q(lifestory_facts__kind=LifeStoryKind.LETTER)
        ),
    )


def steps(child: Any) -> list[Step]:
    """The steps of a child read `with_days`, in the order in which they are usually done."""
    left = None if child.still_in_care else child.left_day
    return [
        Step("Adoption order", child.order_day, "No adoption order is recorded."),
        Step("Left care", left, "The child is still recorded as in care."),
        Step("Life story book", child.book_day, "Record when the life story book was given."),
        Step("Later life letter", child.letter_day, "Record when the later life letter was given."),
    ]


def _waiting(child: Any, today: date) -> Waiting:
    days = (today - child.order_day).days if child.order_day else 0
    return Waiting(child, steps(child), child.order_day, days)
