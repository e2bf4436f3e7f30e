"""The days that an agency's list may hold, what their columns are called, and where each stands."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from adoption.models import (
    AdoptionDecision,
    AdoptionLink,
    AdoptionNotification,
    FamilyFinding,
    Match,
)
from casetrack.models import CourtOrder, OrderKind
from casetrack.record import registry
from casetrack.record.kind import Kind
from placements.models import Placement

PLACED = ("A3", "A4", "A5", "A6")
"""Placed for adoption, in the codes of the return."""


@dataclass(frozen=True)
class Field:
    """One day of the way to adoption.

    `facts` are those of which one holds it, the last of a child counting; `day` is where it stands.
    `values(on)` are the answers with which it would be recorded; where more than a day has to be
    known, `elsewhere` says where it is recorded. There may be `several` side by side, each as good
    as the other: another day is then another fact, and none is corrected.
    """

    code: str
    title: str
    headings: tuple[str, ...]
    kind_code: str
    day: str
    facts: Callable[[], QuerySet[Any]]
    values: Callable[[date], Mapping[str, Any]] | None = None
    elsewhere: str = ""
    several: bool = False

    @property
    def kind(self) -> Kind:
        kind = registry.named(self.kind_code)
        assert kind is not None
        return kind

    def held(self, children: Iterable[int], stated: Mapping[int, date | None]) -> dict[int, Any]:
        """By child (id), the fact that holds the day; of several the one with what is stated."""
        found: dict[int, Any] = {}
        for fact in self.facts().filter(child__in=children):
            before = found.get(fact.child_id)
            if not (self.several and before and self.on(before) == stated.get(fact.child_id)):
                found[fact.child_id] = fact
        return found

    def why_elsewhere(self, fact: Any) -> str:
        """Why the day alone is not enough to record it; empty where it is, or one is corrected."""
        return self.elsewhere if fact is None or self.several else ""

    def on(self, fact: Any) -> date | None:
        return getattr(fact, self.day) if fact is not None else None


def _order(kind: OrderKind) -> Callable[[], QuerySet[Any]]:
    return lambda: CourtOrder.objects.filter(kind=kind, ended_on=None).order_by("made_on")


def _made(kind: OrderKind) -> Callable[[date], Mapping[str, Any]]:
    return lambda on: {"kind": kind, "made_on": on, "expires_on": None}


FIELDS: dict[str, Field] = {
    field.code: field
    for field in (
        Field(
            "notified",
            "Agency told",
            ("notified", "early notification", "notification", "agency told", "referred"),
            "adoption-notification",
            "notified_on",
            lambda: AdoptionNotification.objects.order_by("-notified_on"),
            lambda on: {"notified_on": on},
        ),
        Field(
            "decided",
            "Decision to place for adoption",
            ("decision", "adm decision", "shobpa", "agency decision", "should be placed"),
            "adoption-decision",
            "decided_on",
            lambda: AdoptionDecision.objects.filter(reversed_on=None).order_by("decided_on"),
            lambda on: {"decided_on": on},
        ),
        Field(
            "placement-order",
            "Placement order",
            ("placement order", "placement order granted", "placement order made", "po"),
            "order",
            "made_on",
            _order(OrderKind.PLACEMENT),
            _made(OrderKind.PLACEMENT),
        ),
        Field(
            "finding",
            "Family finding began",
            ("family finding", "family finding start", "family finding started", "finding start"),
            "family-finding",
            "starts_on",
            lambda: FamilyFinding.objects.order_by("starts_on"),
            lambda on: {"starts_on": on},
        ),
        Field(
            "linked",
            "Link with a family",
            ("link", "linked", "link made"),
            "adoption-link",
            "linked_on",
            lambda: AdoptionLink.objects.filter(ended_on=None).order_by("-linked_on"),
            elsewhere="A link needs the reference of the family. Record it in the child’s record.",
            several=True,
        ),
        Field(
            "matched",
            "Match",
            ("match", "matched", "match decision", "match approved"),
            "match",
            "decided_on",
            lambda: Match.objects.filter(withdrawn_on=None).order_by("decided_on"),
            lambda on: {"decided_on": on, "family": None},
        ),
        Field(
            "placed",
            "Placed for adoption",
            ("placed", "placed for adoption", "placement", "moved in"),
            "home",
            "starts_on",
            lambda: Placement.objects.filter(type__in=PLACED).order_by("starts_on"),
            elsewhere="A move needs the home and its carers. Record it in the child’s record.",
        ),
        Field(
            "ordered",
            "Adoption order",
            ("order", "adoption order", "adoption order made", "ao"),
            "order",
            "made_on",
            _order(OrderKind.ADOPTION),
            _made(OrderKind.ADOPTION),
        ),
    )
}
TITLES = {code: field.title for code, field in FIELDS.items()}
REFERENCE, UPN, COUNCIL = "reference", "upn", "council"
WHO: dict[str, tuple[str, ...]] = {
    REFERENCE: (
        *("reference", "ref", "child reference", "child ref", "child id", "child", "id", "own id"),
        *("la reference", "la ref", "la id", "council reference", "case number", "case id"),
    ),
    UPN: ("upn", "unique pupil number"),
    COUNCIL: ("council", "authority", "local authority", "la"),
}
_LEFT_OUT = re.compile(r"['’]s\b|\b(date|dates|day|of|the|on)\b|[^a-z ]")


def column_of(heading: str) -> str:
    """What a column of the list holds, by its heading; empty where it is none of ours.

    Date of ADM decision, decision_date and Decision all name the same day.
    """
    said = " ".join(_LEFT_OUT.sub(" ", heading.casefold().replace("_", " ")).split())
    for code, headings in [*WHO.items(), *((each.code, each.headings) for each in FIELDS.values())]:
        if said in headings:
            return code
    return ""
