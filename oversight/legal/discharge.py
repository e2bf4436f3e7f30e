"""The court was asked to end an order: to discharge it, or to revoke a placement order.

Children Act 1989, section 39; Adoption and Children Act 2002, section 24. No law sets a limit.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from casetrack import words
from casetrack.models import DischargeApplication
from oversight.export import Cell
from oversight.legal.part import LOOKED_BACK, Column, Part, Row, Tag, by_then, those, wait, waited


class Asked(Row):
    """An application to end an order, decided or not."""

    @property
    def applied_on(self) -> date:
        applied_on: date = self.fact.applied_on
        return applied_on

    @property
    def decided_on(self) -> date | None:
        return by_then(self.fact.decided_on, self.day)

    @property
    def outcome(self) -> str:
        return words.capital(self.fact.get_outcome_display()) if self.decided_on else ""

    @property
    def order(self) -> tuple[Any, ...]:
        """Who waits longest first, then what was decided last."""
        if self.decided_on is None:
            return (0, self.applied_on.toordinal())
        return (1, -self.decided_on.toordinal())

    @property
    def shows(self) -> set[str]:
        return those(asked=self.decided_on is None, decided=self.decided_on is not None)

    @property
    def tag(self) -> Tag | None:
        return Tag("waits", "amber") if self.decided_on is None else None

    @property
    def columns(self) -> list[Column]:
        order = self.fact.order
        until = self.decided_on or self.day
        took = f"{'after' if self.decided_on else 'waits for'} {waited(self.applied_on, until)}"
        return [
            Column(
                "Order",
                words.capital(order.get_kind_display()),
                [f"made {words.since(order.made_on, order.made_known)}"],
            ),
            Column(
                "Asked of the court",
                words.short_day(self.applied_on),
                [f"by {self.fact.get_applied_by_display()}"],
            ),
            Column(
                "Decided",
                words.short_day(self.decided_on) if self.decided_on else "Not decided yet",
                [took],
            ),
            Column("What came of it", self.outcome),
        ]

    @property
    def cells(self) -> list[tuple[str, Cell]]:
        order = self.fact.order
        return [
            ("Order", order.get_kind_display()),
            ("Order made", order.made_on),
            ("Asked of the court", self.applied_on),
            ("Asked by", self.fact.get_applied_by_display()),
            ("Decided", self.decided_on),
            ("What came of it", self.outcome),
        ]


def _facts(applications: QuerySet) -> QuerySet:
    """Those the court had not decided by the day, and what it decided in the year before it."""
    waiting = Q(decided_on=None) | Q(decided_on__gt=F("on_day") - LOOKED_BACK)
    return applications.filter(waiting, applied_on__lte=F("on_day")).select_related("order")


def _heading(children: int, counts: Mapping[str, int]) -> str:
    waiting = f"{wait(counts['asked'])} for the end of an order"
    return f"{waiting}, {counts['decided']} decided in the last year"


PART = Part(
    code="discharge",
    title="Ending an order",
    about="Applications to discharge an order, or to revoke a placement order. What was decided "
    "stays here for a year.",
    model=DischargeApplication,
    row=Asked,
    facts=_facts,
    shows={"asked": "Waits for the court", "decided": "Decided in the last year"},
    heading=_heading,
)
