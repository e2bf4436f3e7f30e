"""The agenda of a meeting: children are put on it, given a place and time, and taken off again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from casetrack.models import Child
from casetrack.recording import recording
from permanence.actions.meetings import MeetingRefused
from permanence.models import AgendaItem, Meeting, Part

ORDER = [part.value for part in Part]


@dataclass(frozen=True)
class Choice:
    """A child (id) whom the rules, or somebody, put on an agenda: the part, and the reasons."""

    child: int
    part: str
    because: tuple[str, ...] = ()
    why: str = ""


def put_on(*, meeting: Meeting, choices: Sequence[Choice], by: Any, chosen: bool) -> int:
    """Put those on the agenda who are not on it yet, each at the end of her part; how many were.

    `chosen` where a person chose them, and not the rules.
    """
    children = [choice.child for choice in choices]
    what = "agenda.added" if chosen else "agenda.made"
    with recording(what, by=by, children=children, meeting=str(meeting.uuid)):
        meeting = _held(meeting)
        if any(_elsewhere(meeting, children)):
            raise MeetingRefused("Every child must be of the authority whose group this is.")
        items = list(meeting.items.all())
        on_it = {item.child_id for item in items}
        new = [
            AgendaItem(
                child_id=choice.child,
                meeting=meeting,
                part=choice.part,
                place=0,
                minutes=meeting.series.minutes_a_child,
                because=list(choice.because),
                why=choice.why.strip(),
                added_by=by if chosen else None,
            )
            for choice in choices
            if choice.child not in on_it
        ]
        for item in new:
            items.insert(_where(item, items), item)
        _place(items)
        AgendaItem.objects.bulk_create(new)
        return len(new)


def take_off(*, item: AgendaItem, by: Any) -> None:
    """The child does not stand on this agenda any more; the history keeps that she did."""
    with recording(
        "agenda.taken-off", by=by, children=[item.child_id], meeting=str(item.meeting.uuid)
    ):
        meeting = _held(item.meeting)
        if item.decisions.exists() or item.findings.exists():
            raise MeetingRefused("Something was recorded for her in this meeting, so she stays.")
        meeting.items.filter(pk=item.pk).delete()
        _place(list(meeting.items.all()))


def give(*, item: AgendaItem, minutes: int, by: Any) -> None:
    """So many minutes for the child."""
    with recording("agenda.timed", by=by, children=[item.child_id], meeting=str(item.meeting.uuid)):
        if not 1 <= minutes <= 120:
            raise MeetingRefused("A child is given from 1 to 120 minutes.")
        _held(item.meeting).items.filter(pk=item.pk).update(minutes=minutes)


def move(*, item: AgendaItem, by_places: int, by: Any) -> None:
    """Take the child so many places later (before, when negative), as far as the agenda goes."""
    items = [each.uuid for each in item.meeting.items.all() if each.pk != item.pk]
    at = max(0, min(len(items), item.place - 1 + by_places))
    arrange(meeting=item.meeting, order=[*items[:at], item.uuid, *items[at:]], by=by)


def arrange(*, meeting: Meeting, order: Sequence[UUID], by: Any) -> None:
    """Take the children in this order of their items; who is not named keeps their order, last."""
    with recording("agenda.arranged", by=by, meeting=str(meeting.uuid)):
        places = {uuid: at for at, uuid in enumerate(order)}
        items = list(_held(meeting).items.all())
        _place(sorted(items, key=lambda item: places.get(item.uuid, len(places))))


def _held(meeting: Meeting) -> Meeting:
    """The meeting, held against whoever writes to its agenda at the same moment."""
    held = Meeting.objects.select_for_update(of=["self"]).select_related("series")
    meeting = held.get(pk=meeting.pk)
    if meeting.put_off_because:
        raise MeetingRefused("The meeting was put off.")
    if meeting.closed_at is not None:
        raise MeetingRefused("The meeting is over, so its agenda stays as it is.")
    return meeting


def _where(item: AgendaItem, items: Sequence[AgendaItem]) -> int:
    """After the last that belongs to her part or an earlier one; nobody else changes order."""
    own = ORDER.index(item.part)
    before = [at for at, each in enumerate(items, start=1) if ORDER.index(each.part) <= own]
    return max(before, default=0)


def _place(items: list[AgendaItem]) -> None:
    """Number them from 1, and store the places of those that are stored already."""
    for place, item in enumerate(items, start=1):
        item.place = place
    AgendaItem.objects.bulk_update([item for item in items if item.pk], ["place"])


def _elsewhere(meeting: Meeting, children: Sequence[int]) -> Any:
    of_another = Child.objects.exclude(authority=meeting.series.authority_id)
    return of_another.filter(pk__in=children)
