"""What passes its limit soon, what would stop it, and what is booked that will.

Nothing is foretold of a child: a limit is a date, and so is a booked step or hearing. A wait passes
its limit on a known day unless something stops it before; this lists those days, with the nearest
booked event that would, and whether it comes in time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from casetrack import words
from casetrack.models import Child, Hearing
from casetrack.typed import WrongDate, as_at, mark, typed_date
from oversight.clocks.booked import HEARINGS, OFFICERS, STEPS
from oversight.clocks.registry import CLOCKS
from oversight.models.states import PAST
from oversight.waits import Wait, by_worker, running, with_worker
from permanence.models import Milestone, PlannedReview, Review
from permanence.routes import titles

WINDOWS = (30, 60, 90)
SHOWN = 200
STEP_TITLES = dict(titles())
BOOKABLE = sorted(STEPS.keys() | HEARINGS.keys())


@dataclass(frozen=True)
class Asked:
    """Which limits: on which day we stand, until when, whose children, of which clock.

    Unless `every` is asked for, only of clocks that something booked ahead would stop: visits and
    checks come round by themselves, and would bury the others.
    """

    day: date
    window: int = WINDOWS[0]
    meeting: date | None = None
    worker: UUID | None = None
    clock: str = ""
    unbooked: bool = False
    every: bool = False
    wrong_date: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str], today: date) -> "Asked":
        day, wrong_date = as_at(query, today)
        window = query.get("window", "")
        try:
            meeting = typed_date(query, "meeting") or _iso(query.get("meeting", ""))
        except WrongDate as wrong:
            meeting, wrong_date = None, str(wrong)
        return cls(
            day=day,
            window=int(window) if window in map(str, WINDOWS) else WINDOWS[0],
            meeting=meeting if meeting and meeting >= day else None,
            worker=mark(query.get("worker", "")),
            clock=query.get("clock", "") if query.get("clock", "") in CLOCKS else "",
            unbooked=query.get("unbooked") == "yes",
            every=query.get("every") == "yes",
            wrong_date=wrong_date,
        )

    @property
    def until(self) -> date:
        return self.meeting or self.day + timedelta(days=self.window)

    def query(self, today: date, **changes: Any) -> str:
        """The address of this list with changes; only what is not usual stands in it."""
        given = {
            "window": self.window if self.window != WINDOWS[0] else "",
            "meeting": self.meeting or "",
            "worker": self.worker or "",
            "clock": self.clock,
            "unbooked": "yes" if self.unbooked else "",
            "every": "yes" if self.every else "",
            "as_at": self.day if self.day != today else "",
        } | changes
        return urlencode([(name, str(value)) for name, value in given.items() if value])


@dataclass(frozen=True)
class Booked:
    """A step that is planned, a hearing that is listed, a review or mid-point that is booked."""

    on: date
    what: str


@dataclass(frozen=True)
class Coming:
    """One wait with its child, her social worker, and the nearest event that would stop it."""

    wait: Wait
    child: Child
    worker: str
    booked: Booked | None

    @property
    def due_on(self) -> date:
        return self.wait.row.due_on

    @property
    def in_time(self) -> bool:
        return self.booked is not None and self.booked.on <= self.due_on

    @property
    def verdict(self) -> str:
        """In time, 12 days before; 5 days too late. Of an event that is booked."""
        assert self.booked is not None
        days = (self.due_on - self.booked.on).days
        if days < 0:
            return f"{words.count(-days, 'day')} too late"
        return f"in time, {words.count(days, 'day')} before" if days else "on the last day"


@dataclass(frozen=True)
class Found:
    """The list and what is said of it."""

    rows: list[Coming]
    total: int
    unbooked: int
    workers: list[tuple[str, UUID | None, int]]


def coming(children: QuerySet[Child], asked: Asked, *, most: int | None = SHOWN) -> Found:
    """The waits of these children that pass their limit by `asked.until`, soonest first.

    `most` of them at most, whatever their number; all where it is None.
    """
    rows = running(asked.day).filter(
        child__in=children, due_on__gte=F("on_day"), due_on__lte=asked.until
    )
    rows = rows.exclude(state__in=PAST)
    if asked.clock:
        rows = rows.filter(clock=asked.clock)
    elif not asked.every:
        rows = rows.filter(clock__in=BOOKABLE)
    rows = with_worker(rows, asked.day).select_related("child", "child__authority")
    if asked.worker:
        rows = rows.filter(worker_uuid=asked.worker)
    waits = [Wait(row) for row in rows.order_by("due_on", "child__reference", "clock", "id")]
    booked = _booked({wait.row.child_id for wait in waits}, asked.day)
    found = [
        Coming(wait, wait.row.child, wait.row.worker_name or "", _nearest(wait, booked))
        for wait in waits
    ]
    unbooked = [each for each in found if each.booked is None]
    return Found(
        rows=(unbooked if asked.unbooked else found)[:most],
        total=len(unbooked if asked.unbooked else found),
        unbooked=len(unbooked),
        workers=by_worker(waits),
    )


def _booked(children: Iterable[int], day: date) -> dict[tuple[int, str], list[Booked]]:
    """By child and code (of a step, of a hearing's purpose, of what an officer does): what is
    booked from `day` on.
    """
    found: dict[tuple[int, str], list[Booked]] = {}
    steps = Milestone.objects.filter(child__in=children, actual_on=None, plan__ends_on=None)
    steps = steps.annotate(on=Coalesce("revised_on", "planned_on")).filter(on__gte=day)
    for child, code, on in steps.values_list("child_id", "code", "on"):
        booked = Booked(on, f"{STEP_TITLES.get(code, code)}, planned")
        found.setdefault((child, code), []).append(booked)
    hearings = Hearing.objects.filter(
        child__in=children, listed_on__gte=day, held_on=None, vacated_on=None
    )
    for hearing in hearings:
        booked = Booked(hearing.listed_on, words.capital(hearing.get_purpose_display()))
        found.setdefault((hearing.child_id, f"hearing {hearing.purpose}"), []).append(booked)
    planned = PlannedReview.objects.to_come().filter(child__in=children, planned_on__gte=day)
    for child, on in planned.values_list("child_id", "planned_on"):
        found.setdefault((child, "review"), []).append(Booked(on, "Review, planned"))
    looks = Review.objects.filter(child__in=children, mid_point_planned_on__gte=day)
    for child, on in looks.values_list("child_id", "mid_point_planned_on"):
        found.setdefault((child, "mid-point"), []).append(Booked(on, "Mid-point, booked"))
    return found


def _nearest(wait: Wait, booked: Mapping[tuple[int, str], list[Booked]]) -> Booked | None:
    clock, child = wait.row.clock, wait.row.child_id
    codes = [*STEPS.get(clock, ()), *OFFICERS.get(clock, ())]
    codes += [f"hearing {each}" for each in HEARINGS.get(clock, ())]
    events = [event for code in codes for event in booked.get((child, code), [])]
    return min(events, key=lambda event: event.on, default=None)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise WrongDate("Enter a real date, for example 27 3 2026") from None
