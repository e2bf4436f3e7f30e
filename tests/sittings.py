"""A group that sits: four members who are there, and children of the cast on its agenda."""

from datetime import date
from typing import Any
from uuid import uuid4

from casetrack.models import Child, User
from oversight.actions import decisions
from permanence.actions import agendas, held, meetings
from permanence.actions.decisions import Typed
from permanence.models import AgendaItem, Decision, Meeting, MeetingSeries, Part
from tests.cast import DAY, Cast, a_user

LATE = ("placement-order-to-match",)
SEATS = ("fostering", "adoption", "reviewing", "legal")


def group(cast: Cast, **changes: Any) -> MeetingSeries:
    """The group with its chair, a secretary and four members known by name."""
    secretary = User.objects.filter(username="secretary").first()
    given = {
        "authority": cast.authority,
        "name": "Permanence Monitoring Group",
        "place": "Room 2",
        "starts_at": "9:30",
        "chair": cast.chair,
        "deputy": cast.service_manager,
        "secretary": secretary or a_user("secretary", cast.authority, "secretary"),
        "starts_on": date(2026, 1, 1),
    }
    series = MeetingSeries.objects.create(**given | changes)
    for seat in SEATS:
        meetings.join(
            series=series, seat=seat, name=f"Member for {seat}", on=series.starts_on, by=cast.chair
        )
    return series


def ahead(
    cast: Cast, *children: Child, on: date = DAY, series: MeetingSeries | None = None
) -> Meeting:
    """A meeting on that day with these children on its agenda, past a limit."""
    series = series or group(cast)
    (meeting,) = meetings.schedule(series=series, days=[on], by=cast.chair)
    choices = [agendas.Choice(child.pk, Part.LATE, LATE) for child in children]
    agendas.put_on(meeting=meeting, choices=choices, by=cast.chair, chosen=False)
    return meeting


def sitting(
    cast: Cast, *children: Child, on: date = DAY, series: MeetingSeries | None = None
) -> Meeting:
    """The same, opened, with the four members there."""
    meeting = ahead(cast, *children, on=on, series=series)
    held.open_meeting(meeting=meeting, chaired_by=cast.chair, on=on, by=cast.chair)
    held.mark_the_rest(meeting=meeting, by=cast.chair)
    meeting.refresh_from_db()
    return meeting


def item(meeting: Meeting, child: Child) -> AgendaItem:
    return AgendaItem.objects.select_related("meeting__series").get(meeting=meeting, child=child)


def typed(kind: str, text: str = "So it is decided.", **more: Any) -> Typed:
    return Typed(uuid=more.pop("uuid", uuid4()), kind=kind, text=text, **more)


def decided(cast: Cast, meeting: Meeting, child: Child, kind: str, **more: Any) -> Decision:
    said = typed(kind, **more)
    return decisions.decide(item=item(meeting, child), typed=said, by=cast.chair)
