"""A reviewing officer's children on a day, and what is to be done for them.

A fixed number of questions, however many children there are. Where a limit stands on the page it is
that of a clock; what is soon, or too long, is this product's own.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet

from casetrack import words
from casetrack.models import Allocation, AllocationRole, CarePeriod, Child, Cover, Worker
from oversight.challenges import Ladder, ladders, of
from oversight.officers.figures import LEAST, MOST, beside
from oversight.unseen import Unseen, unseen
from oversight.waits import Wait, by_child, running, with_answers
from permanence.models import MidPointDraft, PermanencePlan, PlannedReview, Rank, Review, Route

SOON = 28
"""So many days ahead a review is listed."""
NEXT_REVIEW = ("review-due", "review-under-fives", "short-break-review")
BEFORE = ("review-contact", "review-reports")
OWED = {
    "review-adjourned": "the adjourned review to finish",
    "review-decisions-sent": "decisions to send",
    "review-record-made": "the full record to write",
    "review-record-sent": "the record to send",
}
ANSWERED = "review-decisions-answered"
CLOCKS = ("mid-point", *NEXT_REVIEW, *BEFORE, *OWED, ANSWERED)


@dataclass(frozen=True)
class OfChild:
    """One child of the officer; `cover` where the officer stands in for whose child it is."""

    child: Child
    day: date
    waits: Sequence[Wait]
    seen: Unseen
    review: Review | None = None
    planned: PlannedReview | None = None
    plan: PermanencePlan | None = None
    drafted: bool = False
    cover: Cover | None = None

    def _wait(self, *clocks: str) -> Wait | None:
        """The one of them that is due first."""
        found = [wait for wait in self.waits if wait.row.clock in clocks]
        return min(found, key=lambda wait: wait.days_left, default=None)

    @property
    def mid_point(self) -> Wait | None:
        return self._wait("mid-point")

    @property
    def window(self) -> str:
        """24 Jun 2026 to 24 Jul 2026: in which the mid-point is to be held."""
        if self.mid_point is None:
            return ""
        row = self.mid_point.row
        return f"{words.short_day(row.warn_on)} to {words.short_day(row.due_on)}"

    @property
    def booked_on(self) -> date | None:
        """The day that the review set for a mid-point, while one is waited for."""
        return self.review.mid_point_planned_on if self.review and self.mid_point else None

    @property
    def to_hold(self) -> bool:
        """Whether it is time for the mid-point, or past it."""
        return self.mid_point is not None and self.mid_point.row.warn_on <= self.day

    @property
    def next_review(self) -> Wait | None:
        return self._wait(*NEXT_REVIEW)

    @property
    def before_review(self) -> list[Wait]:
        """What the review that is planned still needs: the talk, the reports."""
        return [wait for wait in self.waits if wait.row.clock in BEFORE]

    @property
    def review_on(self) -> date | None:
        """The day planned for the next review, else the last on which it is due."""
        if self.planned is not None:
            return self.planned.planned_on
        return self.next_review.row.due_on if self.next_review else None

    @property
    def review_soon(self) -> bool:
        """Whether it lies in the next weeks, or its day or its limit has passed."""
        last = self.day + timedelta(days=SOON)
        return self.review_late or (self.review_on is not None and self.review_on <= last)

    @property
    def review_late(self) -> bool:
        return self.next_review is not None and self.next_review.past

    @property
    def planned_late(self) -> bool:
        """Whether the day that is set lies behind the limit."""
        due_on = self.next_review.row.due_on if self.next_review else None
        return bool(self.planned and due_on and self.planned.planned_on > due_on)

    @property
    def unfinished(self) -> bool:
        """Whether the last review is held as several meetings, and goes on."""
        review = self.review
        return bool(review and review.in_parts and not review.completed_on)

    @property
    def owed(self) -> list[tuple[str, Wait]]:
        """What is still to be done after reviews, in words, the first due first."""
        waits = [wait for wait in self.waits if wait.row.clock in OWED]
        return [(OWED[w.row.clock], w) for w in sorted(waits, key=lambda wait: wait.days_left)]

    @property
    def silence(self) -> date | None:
        """The last day on which the manager may disagree with what the last review decided."""
        wait = self._wait(ANSWERED)
        return wait.row.stopped_on - timedelta(days=1) if wait else None

    @property
    def after_review(self) -> bool:
        return bool(self.owed or self.silence or self.unfinished)

    @property
    def route(self) -> str:
        return str(Route(self.plan.route).label) if self.plan else ""

    @property
    def age(self) -> str:
        return words.age(self.child.born_on, self.day)


@dataclass(frozen=True)
class MyChildren:
    """All of them, in the order of their names; `challenges` are the open ones."""

    worker: Worker
    day: date
    rows: Sequence[OfChild]
    challenges: Sequence[Ladder]
    covers: Sequence[Cover]

    @cached_property
    def mid_points(self) -> list[OfChild]:
        """Those to hold; whose limit comes first, first."""
        found = [row for row in self.rows if row.to_hold]
        return sorted(found, key=lambda row: row.mid_point.days_left if row.mid_point else 0)

    @cached_property
    def reviews(self) -> list[OfChild]:
        found = [row for row in self.rows if row.review_soon]
        return sorted(found, key=lambda row: (not row.review_late, row.review_on or date.max))

    @cached_property
    def after(self) -> list[OfChild]:
        found = [row for row in self.rows if row.after_review]
        return sorted(found, key=lambda row: (not row.owed, [w.days_left for _, w in row.owed]))

    @cached_property
    def unseen(self) -> list[OfChild]:
        """Those not seen, met or heard for too long, the longest first."""
        found = [row for row in self.rows if row.seen.long]
        return sorted(found, key=lambda row: -row.seen.days)

    @property
    def own(self) -> int:
        return sum(row.cover is None for row in self.rows)

    @property
    def finding(self) -> str:
        """3 mid-points to hold, 1 late; 2 reviews in the next four weeks; 1 challenge without an
        answer.
        """
        parts = [
            _counted(
                "{} to hold", "mid-point", self.mid_points, [_past(r) for r in self.mid_points]
            ),
            _counted(
                "{} in the next four weeks",
                "review",
                self.reviews,
                [row.review_late for row in self.reviews],
            ),
            _counted(
                "{} without an answer",
                "challenge",
                [each for each in self.challenges if each.waits],
                [each.late for each in self.challenges if each.waits],
            ),
            _counted(
                "{} to write up",
                "review",
                [row for row in self.after if row.owed],
                [any(wait.past for _, wait in row.owed) for row in self.after if row.owed],
            ),
        ]
        said = "; ".join(filter(None, parts))
        return f"{said}." if said else "Nothing waits for you today."

    @property
    def workload(self) -> str:
        """Beside the 50 to 70 children of the guidance, for somebody who works full time."""
        return words.children(self.own)

    @property
    def load(self) -> str:
        return f"{beside(self.own)} the {LEAST} to {MOST}"


def _past(row: OfChild) -> bool:
    return row.mid_point is not None and row.mid_point.past


def _counted(phrase: str, noun: str, found: Sequence[Any], late: Collection[bool]) -> str:
    """3 mid-points to hold, 1 late; empty where there is none."""
    if not found:
        return ""
    number = sum(late)
    said = phrase.format(words.count(len(found), noun))
    return f"{said}, {number} late" if number else said


def my_children(
    worker: Worker, visible: QuerySet[Child], today: date, *, reader: Any = None
) -> MyChildren:
    """The children of this officer in care today, and of those for whom the officer stands in, as
    far as they are `visible`. With what `reader` has begun to type.
    """
    day = worker.authority.known_day(today)
    covers = {
        cover.absent_id: cover
        for cover in Cover.objects.on(today).filter(stands_in=worker).select_related("absent")
    }
    held = Allocation.objects.on(today).filter(
        child__in=visible, role=AllocationRole.IRO, worker__in=[worker.pk, *covers]
    )
    whose = dict(held.values_list("child_id", "worker_id"))
    cared = CarePeriod.objects.on(day).filter(child__in=visible)
    children = visible.filter(pk__in=whose).filter(pk__in=cared.values("child"))
    found = list(
        children.select_related("authority").order_by("last_name", "first_name", "reference")
    )
    ids = [child.pk for child in found]
    waits = by_child(with_answers(running(today).filter(child__in=ids, clock__in=CLOCKS)))
    reviews, planned, plans = _reviews(ids, day), _planned(ids), _plans(ids, day)
    drafts = set(
        MidPointDraft.objects.filter(child__in=ids, written_by=reader).values_list(
            "child_id", flat=True
        )
    )
    seen = unseen(ids, day)
    rows = [
        OfChild(
            child=child,
            day=day,
            waits=waits.get(child.pk, []),
            seen=seen[child.pk],
            review=reviews.get(child.pk),
            planned=planned.get(child.pk),
            plan=plans.get(child.pk),
            drafted=child.pk in drafts,
            cover=covers.get(whose[child.pk]),
        )
        for child in found
    ]
    raised = of(visible.filter(pk__in=ids)).filter(closed_on=None)
    challenges = sorted(ladders(raised, today), key=lambda each: (not each.late, each.due_on))
    return MyChildren(worker, day, rows, challenges, list(covers.values()))


def _reviews(children: Collection[int], day: date) -> Mapping[int, Review]:
    """The last of each child."""
    held = Review.objects.filter(child__in=children, held_on__lte=day)
    newest = held.order_by("child_id", F("held_on").desc()).distinct("child_id")
    return {review.child_id: review for review in newest}


def _planned(children: Collection[int]) -> Mapping[int, PlannedReview]:
    found = PlannedReview.objects.to_come().filter(child__in=children)
    return {planned.child_id: planned for planned in found}


def _plans(children: Collection[int], day: date) -> Mapping[int, PermanencePlan]:
    found = PermanencePlan.objects.on(day).filter(child__in=children, rank=Rank.PRIMARY)
    return {plan.child_id: plan for plan in found}
