"""Supervision orders by the day they run out, of children at home and in care alike.

An order is made for a year at most and ends on the eve of the anniversary; the court may extend it
to three years in all (Children Act 1989, schedule 3, paragraph 6).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Max, OuterRef, QuerySet, Subquery

from casetrack import dates, words
from casetrack.models import CourtOrder, OrderExtension, OrderKind
from oversight.export import Cell
from oversight.legal.part import Column, Part, Row, Tag, left, not_over, those

NEAR = 90
"""A quarter of the year ahead: when the council has to know whether to ask for more time."""


class Order(Row):
    """A supervision order that nobody has recorded as ended, with its last day."""

    @property
    def made_on(self) -> date:
        made_on: date = self.fact.made_on
        return made_on

    @property
    def last_day(self) -> date:
        """As the court set it or has extended it; a year where it set none."""
        own = self.fact.expires_on or dates.add_months(self.made_on, 12) - timedelta(days=1)
        return max(own, self.fact.until_on or own)

    @property
    def third_year(self) -> date:
        """The last day to which the court may extend the order."""
        return dates.add_months(self.made_on, 36) - timedelta(days=1)

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.last_day,)

    @property
    def shows(self) -> set[str]:
        ahead = (self.last_day - self.day).days
        return those(
            over=ahead < 0,
            near=0 <= ahead <= NEAR,
            extended=self.fact.until_on is not None,
            home=not self.fact.in_care,
        )

    @property
    def tag(self) -> Tag:
        if self.last_day < self.day:
            return Tag(f"ran out {words.stretch(self.last_day, self.day)} ago", "red")
        said = left(self.last_day, self.day)
        near = (self.last_day - self.day).days <= NEAR
        return Tag(said.words, "amber" if near else "green")

    @property
    def columns(self) -> list[Column]:
        fact = self.fact
        extended = "Not extended"
        if fact.until_on is not None:
            extended = f"Until {words.short_day(fact.until_on)}"
        return [
            Column("Made", words.since(self.made_on, fact.made_known)),
            Column("Extended", extended, [f"to {words.short_day(self.third_year)} at most"]),
            Column("Runs out", words.short_day(self.last_day)),
        ]

    @property
    def cells(self) -> list[tuple[str, Cell]]:
        return [
            ("Order made", self.made_on),
            ("Extended until", self.fact.until_on),
            ("Last day", self.last_day),
            ("Days left", (self.last_day - self.day).days),
            ("Three years end", self.third_year),
        ]


def _facts(orders: QuerySet) -> QuerySet:
    """Those made and not ended, with the last day of the latest extension by then."""
    given = OrderExtension.objects.filter(order=OuterRef("pk"), ordered_on__lte=OuterRef("on_day"))
    until = given.values("order").annotate(until=Max("until_on")).values("until")
    standing = orders.filter(not_over("ended_on"), kind=OrderKind.SUPERVISION)
    return standing.filter(made_on__lte=F("on_day")).annotate(until_on=Subquery(until))


def _heading(children: int, counts: Mapping[str, int]) -> str:
    said = f"{words.children(children)} with a supervision order, {counts['near']} running out"
    return f"{said} in {NEAR} days"


PART = Part(
    code="supervision",
    title="Supervision orders",
    about="For a year from the day the order was made, as its first day, and for three years with "
    "every extension. An order stays here until its end is recorded.",
    model=CourtOrder,
    row=Order,
    facts=_facts,
    shows={
        "near": f"Runs out in {NEAR} days",
        "over": "Has run out",
        "extended": "Extended",
        "home": "Not in care",
    },
    heading=_heading,
)
