"""What the page of a meeting shows of each child on its agenda, and of those who qualify beside."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from casetrack import words
from casetrack.models import Allocation, AllocationRole, Child
from oversight.homes import home_words
from oversight.meetings.agenda import again_words, candidates, reasons_of
from permanence.actions import escalations
from permanence.models import AgendaItem, Meeting, PermanencePlan, Rank, Route
from placements.models import Placement

MOST_OTHERS = 50
"""So many of those who qualify are shown beside the agenda, the weightiest first."""


@dataclass(frozen=True)
class Line:
    """A child on the agenda, with what the group knows her by."""

    item: AgendaItem
    child: Any
    age: str
    route: str
    home: str
    worker: str
    reasons: list[str]


@dataclass(frozen=True)
class Other:
    """A child whom the rules choose as well, and who is not on the agenda."""

    child: Any
    reasons: list[str]


@dataclass(frozen=True)
class Others:
    """Those shown, and how many there are."""

    shown: list[Other]
    count: int


def lines(meeting: Meeting, reached: QuerySet[Child], today: date) -> list[Line]:
    """The agenda in order, of the children reached: four queries."""
    own = {"child": OuterRef("child")}
    plans = PermanencePlan.objects.on(today).filter(rank=Rank.PRIMARY, **own)
    homes = Placement.objects.on(today).filter(**own)
    workers = Allocation.objects.on(today).filter(role=AllocationRole.SOCIAL_WORKER, **own)
    items = meeting.items.filter(child__in=reached).select_related("child", "added_by")
    items = items.annotate(
        route=Subquery(plans.values("route")[:1]),
        home=Subquery(homes.values("type")[:1]),
        provider=Subquery(homes.values("provider")[:1]),
        worker=Subquery(workers.values("worker__name")[:1]),
    )
    found = list(items)
    reasons = reasons_of([(item.child_id, item.because) for item in found], today)
    meetings = escalations.running(found)
    return [
        Line(
            item,
            item.child,
            words.age(item.child.born_on, today),
            Route(item.route).label if item.route else "no plan",
            home_words(item.home, item.provider) if item.home else "no home recorded",
            item.worker or "no worker recorded",
            [*reasons[item.child_id], *again_words(meetings[item.pk])],
        )
        for item in found
    ]


def qualifying(meeting: Meeting, reached: QuerySet[Child], today: date, on_it: set[int]) -> Others:
    """Whom the rules choose beside those on the agenda."""
    found = [each for each in candidates(meeting, reached, today) if each.child not in on_it]
    first = found[:MOST_OTHERS]
    children = reached.in_bulk([each.child for each in first])
    reasons = reasons_of([(each.child, each.choice.because) for each in first], today)
    shown = [Other(children[each.child], reasons[each.child]) for each in first]
    return Others(shown, len(found))
