"""The agendas of a demo authority's group: by the rules, of many kinds, and not always the same."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from casetrack.access.permissions import Permission
from casetrack.models import Child
from oversight.demo.group import People
from oversight.meetings.agenda import Candidate, candidates, fitting
from permanence.actions import agendas
from permanence.models import AgendaItem, Meeting, Part

MOST = {Part.LATE: 8}
MOST_OF_A_PART, MOST_FOR_A_REASON = 3, 2
MOST_AGAIN = 4
LATELY = 2
"""Only so many children come again who stood on one of the last two agendas."""


def make(meeting: Meeting, people: People, on: date, most: int | None = None) -> list[AgendaItem]:
    """As the rules have it on that day, as many as there is time for."""
    reached = Child.objects.visible_to(people.chair, Permission.PREPARE_MEETINGS)
    children = reached.filter(authority=meeting.series.authority_id)
    found = list(_mixed(candidates(meeting, children, on), _lately(meeting)))
    choices = [each.choice for each in fitting(meeting, found)[:most]]
    agendas.put_on(meeting=meeting, choices=choices, by=people.secretary, chosen=False)
    items = meeting.items.select_related("child", "meeting__series", "meeting__chaired_by")
    return list(items.order_by("place"))


def _mixed(found: Iterable[Candidate], lately: set[int]) -> Iterator[Candidate]:
    """Some of every part and for every reason, as a group would choose where far more are late."""
    taken: Counter[object] = Counter()
    for each in found:
        part, code = each.reasons[0].part, each.reasons[0].code
        full = taken[part] >= MOST.get(part, MOST_OF_A_PART) or taken[code] >= MOST_FOR_A_REASON
        again = each.child in lately
        if full or (again and taken["again"] >= MOST_AGAIN):
            continue
        taken.update([part, code, *["again"] * again])
        yield each


def _lately(meeting: Meeting) -> set[int]:
    before = meeting.series.meetings.filter(held_on__lt=meeting.held_on).order_by("-held_on")
    items = AgendaItem.objects.filter(meeting__in=list(before[:LATELY]))
    return set(items.values_list("child_id", flat=True))
