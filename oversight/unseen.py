"""How long children have not been seen alone, met by a reviewing officer, or heard in own words.

The limits are this product's own: for visits the law has clocks (`oversight/clocks`), which count
who was seen by whom.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q

from casetrack import words
from casetrack.models import CarePeriod
from permanence.models import ChildsWords, MidPoint, Review, Seen, SeenOrHeard, Visit, Visitor

ALONE, MET, HEARD = 42, 91, 182
"""Days: six weeks, thirteen, and half a year."""
MEETING = ("PN1", "PN2", "PN3", "PN4")
"""The ways of taking part in a review in which the child was there."""


@dataclass(frozen=True)
class Last:
    """When something happened last in this time in care, if it did; `since` counts from care."""

    on: date | None
    since: date
    day: date
    limit: int

    @property
    def days(self) -> int:
        return (self.day - self.since).days

    @property
    def long(self) -> bool:
        return self.days > self.limit

    @property
    def words(self) -> str:
        """43 days ago; none recorded, in 51 days of care; today."""
        if self.on is None:
            return f"none recorded, in {words.count(self.days, 'day')} of care"
        return f"{words.count(self.days, 'day')} ago" if self.days else "today"


@dataclass(frozen=True)
class Unseen:
    """The child was seen alone by anybody, met by an officer, and heard in own words."""

    alone: Last
    met: Last
    heard: Last

    @property
    def long(self) -> bool:
        return self.alone.long or self.met.long or self.heard.long

    @property
    def days(self) -> int:
        """The longest of what is too long."""
        return max(
            (each.days for each in (self.alone, self.met, self.heard) if each.long), default=0
        )

    @property
    def seen_on(self) -> date | None:
        """The last day on which somebody saw the child alone, or an officer met the child."""
        return max(filter(None, (self.alone.on, self.met.on)), default=None)


def unseen(children: Iterable[int], day: date) -> dict[int, Unseen]:
    """By id, of those who are in care on the day: five questions, however many they are."""
    ids = list(children)
    cared = CarePeriod.objects.on(day).filter(child__in=ids)
    visits = _last(
        Visit.objects.filter(child__in=ids, visited_on__lte=day).exclude(seen=Seen.NOT_SEEN),
        alone=Max("visited_on", filter=Q(seen=Seen.ALONE)),
        met=Max("visited_on", filter=Q(visitor=Visitor.IRO)),
    )
    looks = _last(
        MidPoint.objects.filter(child__in=ids, held_on__lte=day).exclude(seen=SeenOrHeard.NO),
        alone=Max("held_on", filter=Q(seen=SeenOrHeard.ALONE)),
        met=Max("held_on"),
    )
    reviews = _last(
        Review.objects.filter(child__in=ids, held_on__lte=day, participation__in=MEETING),
        met=Max("held_on"),
    )
    heard = _last(ChildsWords.objects.filter(child__in=ids, said_on__lte=day), heard=Max("said_on"))
    found = (visits, looks, reviews, heard)

    def last(child: int, began: date, what: str, limit: int) -> Last:
        days = [told[child][what] for told in found if what in told.get(child, {})]
        on = max((each for each in days if each and each >= began), default=None)
        return Last(on, on or began, day, limit)

    return {
        child: Unseen(
            last(child, began, "alone", ALONE),
            last(child, began, "met", MET),
            last(child, began, "heard", HEARD),
        )
        for child, began in cared.values_list("child_id", "starts_on")
    }


def _last(facts: Any, **what: Any) -> dict[int, dict[str, date | None]]:
    """By child, the last day of each; in one question."""
    return {row.pop("child_id"): row for row in facts.values("child_id").annotate(**what)}
