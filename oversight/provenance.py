"""Who recorded the facts that a wait starts from, out of the history of each table.

A wait is computed, so what can be shown is every fact of the child that is dated on the day the
wait counts from. Where there is none, the wait follows from several facts, and the page says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from casetrack.models import Origin
from casetrack.models.codes import LEGAL_STATUS
from casetrack.record import reading
from oversight.child_record import ChildRecord
from oversight.episodes import Episode
from oversight.homes import home_words
from oversight.said import Said
from oversight.waits import Wait
from permanence.models import Route


@dataclass(frozen=True)
class Start:
    """One fact dated on the day a wait counts from, with who recorded it and when."""

    words: str
    origin: str
    by: str = ""
    at: datetime | None = None
    why: str = ""


def _dated(record: ChildRecord) -> Iterable[tuple[date, Any, str]]:
    """Every fact of the record with its day, in words."""
    yield from ((fact.starts_on, fact, "Came into care") for fact in record.care)
    for status in record.legal:
        yield status.starts_on, status, f"Legal status: {LEGAL_STATUS.label(status.code)}"
    for order in record.orders:
        yield order.made_on, order, f"{order.get_kind_display().capitalize()} made"
    for home in record.homes:
        yield home.starts_on, home, f"Home: {home_words(home.type, home.provider)}"
    for plan in record.plans:
        yield plan.starts_on, plan, f"Plan: {Route(plan.route).label}"
    decided = "Decision that the child should be placed for adoption"
    yield from ((fact.decided_on, fact, decided) for fact in record.decisions)
    yield from ((fact.decided_on, fact, "Match decided") for fact in record.matches)
    yield from ((fact.held_on, fact, "Review held") for fact in record.reviews)


def starts(record: ChildRecord) -> dict[date, list[Start]]:
    """For each day that a running wait counts from: the facts of that day."""
    days = {wait.row.started_on for wait in record.waits}
    facts = [found for found in _dated(record) if found[0] in days]
    versions = reading.recorded(fact for _, fact, _ in facts)
    known: dict[date, list[Start]] = {}
    for day, fact, words in facts:
        version = versions.get((type(fact), fact.pk))
        start = Start(
            words=words,
            origin=str(Origin(fact.origin).label),
            by=version.by if version else "",
            at=version.at if version else None,
            why=version.why if version else "",
        )
        known.setdefault(day, []).append(start)
    return known


@dataclass(frozen=True)
class Explained:
    """A wait with the facts that it starts from, and what was said of it."""

    wait: Wait
    starts: list[Start]
    said: list[Said]

    @property
    def to_ask(self) -> str:
        """What may be asked of its delay; empty where that was asked, or holds for a while yet."""
        if self.wait.clock.statutory:
            return "What may put it off"
        if any(said.waits or (said.stands and not said.ends_soon) for said in self.said):
            return ""
        renewed = any(said.stands for said in self.said)
        return "Ask to renew it" if renewed else "Ask to justify this delay"

    @property
    def mark(self) -> str:
        """What stands for the wait in an address."""
        return Episode.of(self.wait.row).mark


def explained(record: ChildRecord) -> list[Explained]:
    known = starts(record)
    return [
        Explained(wait, known.get(wait.row.started_on, []), record.said_of(wait))
        for wait in record.waits
    ]
