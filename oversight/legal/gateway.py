"""What managers and lawyers decided together: whether and how to go to court (Legal Gateway)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from casetrack import words
from casetrack.models import LegalGateway
from oversight.export import Cell
from oversight.legal.part import LOOKED_BACK, Column, Part, Row, Tag, by_then, those, wait, waited


class Question(Row):
    """The panel was asked, and has decided or has not."""

    @property
    def asked_on(self) -> date | None:
        return by_then(self.fact.referred_on, self.day)

    @property
    def decided_on(self) -> date | None:
        return by_then(self.fact.decided_on, self.day)

    @property
    def order(self) -> tuple[Any, ...]:
        """Who waits longest first, then what was decided last."""
        if self.decided_on is None:
            return (0, self.asked_on.toordinal() if self.asked_on else 0)
        return (1, -self.decided_on.toordinal())

    @property
    def shows(self) -> set[str]:
        return those(asked=self.decided_on is None, decided=self.decided_on is not None)

    @property
    def tag(self) -> Tag | None:
        return Tag("waits", "amber") if self.decided_on is None else None

    @property
    def columns(self) -> list[Column]:
        asked = words.short_day(self.asked_on) if self.asked_on else "Not recorded"
        waits = [f"waits for {waited(self.asked_on, self.day)}"] if self._waits else []
        decided = words.short_day(self.decided_on) if self.decided_on else "Not decided yet"
        return [
            Column("Asked", asked, waits),
            Column("Decided", decided, self._took),
            Column("What was decided", *self._decision),
        ]

    @property
    def _waits(self) -> bool:
        return self.decided_on is None and self.asked_on is not None

    @property
    def _took(self) -> list[str]:
        if self.asked_on is None or self.decided_on is None:
            return []
        return [f"after {waited(self.asked_on, self.decided_on)}"]

    @property
    def _decision(self) -> tuple[str, list[str]]:
        if self.decided_on is None:
            return "", []
        own = [words.sentence(self.fact.words)] if self.fact.words else []
        return words.capital(self.fact.get_decision_display()), own

    @property
    def cells(self) -> list[tuple[str, Cell]]:
        decision, own = self._decision
        return [
            ("Asked", self.asked_on),
            ("Decided", self.decided_on),
            ("Decision", decision),
            ("In its own words", " ".join(own)),
        ]


def _facts(panels: QuerySet) -> QuerySet:
    """Those asked and undecided on the day, and what was decided in the year before it."""
    open_then = Q(decided_on=None) | Q(decided_on__gt=F("on_day"))
    lately = Q(decided_on__lte=F("on_day"), decided_on__gt=F("on_day") - LOOKED_BACK)
    return panels.filter((open_then & Q(referred_on__lte=F("on_day"))) | lately)


def _heading(children: int, counts: Mapping[str, int]) -> str:
    return f"{wait(counts['asked'])} for the panel, {counts['decided']} decided in the last year"


PART = Part(
    code="gateway",
    title="Legal Gateway",
    about="A panel of managers and lawyers is asked whether and how to go to court. What was "
    "decided stays here for a year.",
    model=LegalGateway,
    row=Question,
    facts=_facts,
    shows={"asked": "Waits for a decision", "decided": "Decided in the last year"},
    heading=_heading,
)
