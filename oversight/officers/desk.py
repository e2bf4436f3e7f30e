"""The officers as the IRO manager sees them on a day: their children, and what of them is late.

Counted are the children whom the reader reaches; a fixed number of questions, however many.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, QuerySet

from casetrack.actions import cover
from casetrack.models import (
    Allocation,
    AllocationRole,
    Authority,
    CarePeriod,
    Child,
    Cover,
    Worker,
)
from oversight.models.states import PAST
from oversight.officers.figures import LEAST, MOST, Beside, Workload, beside
from oversight.waits import running
from permanence.models import Challenge, MidPoint, Review, ReviewMeeting, Visit
from permanence.models.visits import Visitor

WEEKS = (8, 13, 26)
USUAL_WEEKS = 13
"""Our own default: a quarter of a year, half of the longest time between two reviews."""


@dataclass(frozen=True)
class Row:
    """One officer; `away` is the cover that others give today, `covers` what the officer gives."""

    worker: Worker
    children: int
    reviews: int
    mid_points: int
    challenges: int
    unlooked: int
    away: Cover | None
    covers: list[Cover]

    @property
    def load(self) -> str:
        """Beside the 50 to 70 children of the guidance, for somebody who works full time."""
        than = beside(self.children)
        return "" if than is Beside.WITHIN else f"{than} {MOST if than is Beside.MORE else LEAST}"


@dataclass(frozen=True)
class Desk:
    """All officers, who has most children first, and the children whom nobody looks after so."""

    rows: list[Row]
    workload: Workload
    covers: list[Cover]
    alone: int
    unlooked: int
    idle: int

    @property
    def doubtful(self) -> set[int]:
        """The covers (ids) in whose time who stands in is away too, so that nobody does."""
        return {
            cover.pk
            for cover in self.covers
            for other in self.covers
            if other.absent_id == cover.stands_in_id
            and other.starts_on < cover.ends_on
            and cover.starts_on < other.ends_on
        }


@dataclass(frozen=True)
class Unlooked:
    """Since when no officer has looked at a child in care; `ever` one did since care began."""

    child: int
    since: date
    ever: bool


def desk(
    authority: Authority, reached: QuerySet[Child], today: date, weeks: int = USUAL_WEEKS
) -> Desk:
    day = authority.known_day(today)
    children = in_care(reached, day)
    held = officers_of(children, day)
    late = _late(children, today)
    challenged = Counter(
        Challenge.objects.filter(child__in=children, closed_on=None).values_list(
            "child_id", flat=True
        )
    )
    unlooked = {each.child for each in not_looked_at(children, day, weeks)}
    covers = covers_to_come(authority, today)
    workers = cover.officers(authority, day)
    own = _by_officer(held)
    rows = [
        Row(
            worker=worker,
            children=len(mine := own.get(worker.pk, set())),
            reviews=len(mine & late["review-due"]),
            mid_points=len(mine & late["mid-point"]),
            challenges=sum(challenged[child] for child in mine),
            unlooked=len(mine & unlooked),
            away=next((c for c in covers if c.absent_id == worker.pk and c.holds_on(today)), None),
            covers=[c for c in covers if c.stands_in_id == worker.pk and c.holds_on(today)],
        )
        for worker in workers
    ]
    return Desk(
        rows=sorted(rows, key=lambda row: (-row.children, row.worker.name, row.worker.pk)),
        workload=Workload(tuple(sorted(len(mine) for mine in own.values()))),
        covers=covers,
        alone=children.count() - len(held),
        unlooked=len(unlooked),
        idle=sum(not row.children for row in rows),
    )


def in_care(reached: QuerySet[Child], day: date) -> QuerySet[Child]:
    return reached.filter(pk__in=CarePeriod.objects.on(day).values("child"))


def officers_of(children: QuerySet[Child], day: date) -> dict[int, int]:
    """Child and officer (ids), of those who have one on the day."""
    held = Allocation.objects.on(day).filter(role=AllocationRole.IRO, child__in=children)
    return dict(held.values_list("child_id", "worker_id"))


def looked_at(children: QuerySet[Child], day: date) -> list[Unlooked]:
    """Since when no officer has looked at each of these children in care, the longest first: held a
    review or one of its meetings, held a mid-point, or visited.
    """
    looks = _last_looks(children, day)
    cared = CarePeriod.objects.on(day).filter(child__in=children)
    found = (
        Unlooked(child, max(began, looks.get(child, began)), looks.get(child, date.min) >= began)
        for child, began in cared.values_list("child_id", "starts_on")
    )
    return sorted(found, key=lambda each: (each.since, each.child))


def not_looked_at(children: QuerySet[Child], day: date, weeks: int) -> list[Unlooked]:
    """Those of them at whom nobody has looked for so many weeks, which they have been in care."""
    before = day - timedelta(weeks=weeks)
    return [each for each in looked_at(children, day) if each.since < before]


def _last_looks(children: QuerySet[Child], day: date) -> dict[int, date]:
    """By child (id), the last day up to `day` on which an officer looked."""
    found: dict[int, date] = {}
    for model, field, only in LOOKS:
        told = model.objects.filter(**{"child__in": children, f"{field}__lte": day} | only)
        for child, last in (
            told.values("child_id").annotate(last=Max(field)).values_list("child_id", "last")
        ):
            found[child] = max(last, found.get(child, last))
    return found


LOOKS: tuple[tuple[Any, str, dict[str, str]], ...] = (
    (Review, "held_on", {}),
    (Review, "completed_on", {}),
    (ReviewMeeting, "held_on", {}),
    (MidPoint, "held_on", {}),
    (Visit, "visited_on", {"visitor": Visitor.IRO}),
)


def covers_to_come(authority: Authority, today: date) -> list[Cover]:
    """Those that run today or begin later, the first to end first."""
    found = Cover.objects.filter(absent__authority=authority, ends_on__gt=today)
    return list(found.select_related("absent", "stands_in").order_by("ends_on", "pk"))


def _late(children: QuerySet[Child], today: date) -> dict[str, set[int]]:
    """The children past the limit of their review, and of their mid-point, justified or not."""
    rows = running(today).filter(
        child__in=children, clock__in=["review-due", "mid-point"], state__in=PAST
    )
    found: dict[str, set[int]] = {"review-due": set(), "mid-point": set()}
    for clock, child in rows.values_list("clock", "child_id"):
        found[clock].add(child)
    return found


def _by_officer(held: Mapping[int, int]) -> dict[int, set[int]]:
    own: dict[int, set[int]] = {}
    for child, worker in held.items():
        own.setdefault(worker, set()).add(child)
    return own
