"""Trying a date: what every clock of a child would do if something happened on a day.

The event is written as the facts that it would leave, the clocks are computed from them, and all is
undone (`engine.supposing`); so a trial follows the same rules as the record and can never be kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError

from adoption.models import AdoptionDecision, Match
from casetrack import words
from casetrack.models import Child, CourtOrder, LegalStatus, Proceedings, ProceedingsExtension
from oversight.clocks.clock import Clock
from oversight.clocks.engine import supposing
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockRow
from permanence.models import PermanencePlan, Rank, Review, Visit
from placements.models import Home, Placement


class NotPossible(Exception):
    """The event cannot happen to this child as the record stands; the message says why."""


@dataclass(frozen=True)
class Event:
    """Something that may be tried: its words, and how it is written for a child on a day."""

    code: str
    words: str
    write: Callable[[Child, date], None]


def _review(child: Child, day: date) -> None:
    Review.objects.get_or_create(child=child, held_on=day)


def _ratified(child: Child, day: date) -> None:
    plan = PermanencePlan.objects.on(day).filter(child=child, rank=Rank.PRIMARY).first()
    if plan is None:
        raise NotPossible("No plan is recorded for that day, so a review cannot ratify one.")
    _review(child, day)
    plan.ratified_on = day
    plan.save()


def _decided(child: Child, day: date) -> None:
    AdoptionDecision.objects.create(child=child, decided_on=day)


def _matched(child: Child, day: date) -> None:
    Match.objects.create(child=child, decided_on=day)


def _moves(kind: str) -> Callable[[Child, date], None]:
    """The child moves into a home of this type; where she lives ends that day."""

    def write(child: Child, day: date) -> None:
        Placement.objects.filter(child=child, starts_on__gte=day).delete()
        Placement.objects.on(day).filter(child=child).update(ends_on=day)
        home = Home.objects.create(authority_id=child.authority_id)
        Placement.objects.create(child=child, home=home, type=kind, starts_on=day)

    return write


def _orders(status: str, kind: str) -> Callable[[Child, date], None]:
    """A final hearing makes this order: the status changes, and proceedings are concluded."""

    def write(child: Child, day: date) -> None:
        LegalStatus.objects.filter(child=child, starts_on__gte=day).delete()
        LegalStatus.objects.on(day).filter(child=child).update(ends_on=day)
        if status:
            LegalStatus.objects.create(child=child, code=status, starts_on=day)
        CourtOrder.objects.create(child=child, kind=kind, made_on=day)
        Proceedings.objects.filter(child=child, concluded_on=None, issued_on__lte=day).update(
            concluded_on=day, outcome="order"
        )

    return write


def _extended(child: Child, day: date) -> None:
    open_now = Proceedings.objects.filter(child=child, concluded_on=None)
    court = open_now.order_by("-issued_on").first()
    if court is None:
        raise NotPossible("No proceedings are open, so the court cannot give them more time.")
    ProceedingsExtension.objects.create(
        child=child, proceedings=court, ordered_on=court.issued_on, until_on=day, reason="tried"
    )


def _visited(child: Child, day: date) -> None:
    Visit.objects.create(
        child=child, visited_on=day, visitor="social-worker", place="home", seen="alone"
    )


EVENTS = {
    event.code: event
    for event in (
        Event("review", "A review is held", _review),
        Event("ratified", "A review is held and ratifies the plan", _ratified),
        Event("visit", "The child is visited and seen", _visited),
        Event("decision", "Adoption is decided", _decided),
        Event("match", "A match is decided, after a matching panel", _matched),
        Event("placed", "The child moves in with an adoptive family", _moves("A6")),
        Event("home", "The child moves home to parents", _moves("P1")),
        Event("foster", "The child moves to a long-term foster home", _moves("U4")),
        Event("care", "A final hearing makes a care order", _orders("C2", "care")),
        Event("placement", "A final hearing makes a placement order", _orders("E1", "placement")),
        Event(
            "guardianship",
            "A final hearing makes a special guardianship order",
            _orders("", "special-guardianship"),
        ),
        Event("extension", "The court gives the proceedings until this day", _extended),
    )
}


@dataclass(frozen=True)
class Row:
    """A wait as far as a trial compares it."""

    clock: str
    subject: str
    started_on: date
    runs_from: date
    stopped_on: date | None
    stopped_by: str
    due_on: date | None

    @property
    def key(self) -> tuple[str, str, date]:
        return (self.clock, self.subject, self.runs_from)


@dataclass(frozen=True)
class Moved:
    """One clock before and after; either is None where there is no such wait."""

    before: Row | None
    after: Row | None
    today: date

    @property
    def clock(self) -> Clock:
        row = self.after or self.before
        assert row is not None
        return CLOCKS[row.clock]

    @property
    def changed(self) -> bool:
        return self.before != self.after

    @property
    def words(self) -> str:
        """Stops on 9 December 2026, 12 days before its limit; begins, with a limit on ...."""
        if self.after is None:
            return "does not run"
        if self.before is None:
            return f"begins on {words.long_day(self.after.runs_from)}{self._limit()}"
        if self.after.stopped_on != self.before.stopped_on and self.after.stopped_on:
            return f"stops on {words.long_day(self.after.stopped_on)}{self._beside_limit()}"
        if self.after.due_on != self.before.due_on:
            return f"runs on{self._limit()}"
        return "runs on as before"

    def _limit(self) -> str:
        after = self.after
        return f", limit {words.long_day(after.due_on)}" if after and after.due_on else ", no limit"

    def _beside_limit(self) -> str:
        after = self.after
        if after is None or after.stopped_on is None or after.due_on is None:
            return ""
        days = (after.due_on - after.stopped_on).days
        if days < 0:
            return f", {words.count(-days, 'day')} past its limit"
        return f", {words.count(days, 'day')} before its limit" if days else ", on its last day"

    @property
    def late(self) -> bool:
        """Whether the event comes too late for the limit, or brings a wait that is late at once."""
        after = self.after
        if after is None or after.due_on is None:
            return False
        return after.due_on < (after.stopped_on or after.runs_from)


def tried(child: Child, event: Event, day: date, today: date) -> list[Moved]:
    """Every wait that runs today or begins with the event, as it is and as it would be.

    Those that move come first. Raises NotPossible where the record does not allow the event.
    """
    before = _rows(child, today)
    try:
        after = supposing(lambda: event.write(child, day), [child.pk], lambda: _rows(child, today))
    except IntegrityError:
        raise NotPossible(
            "That cannot happen on this day as the record stands: something else of the kind "
            "is recorded for then."
        ) from None
    keys = sorted(before.keys() | after.keys())
    found = [Moved(before.get(key), after.get(key), today) for key in keys]
    return sorted(found, key=lambda each: (not each.changed, each.clock.rank, each.clock.title))


def _rows(child: Child, today: date) -> dict[tuple[str, str, date], Row]:
    """The waits that are not over today, those that begin later among them."""
    rows = ClockRow.objects.filter(child=child).exclude(stopped_on__lte=today)
    names = ("clock", "subject", "started_on", "runs_from", "stopped_on", "stopped_by", "due_on")
    found = [Row(*values) for values in rows.values_list(*names)]
    return {row.key: row for row in found if row.clock in CLOCKS}
