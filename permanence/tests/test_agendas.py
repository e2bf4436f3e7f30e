"""Children are put on an agenda, arranged, given time and taken off, whoever does so at once."""

from datetime import date

import pytest

from casetrack.audit import AuditEvent
from casetrack.models import Child
from permanence.actions import agendas, meetings
from permanence.actions.agendas import Choice
from permanence.actions.held import close_meeting
from permanence.actions.meetings import MeetingRefused
from permanence.models import AgendaItem, Meeting, Part
from permanence.tests.test_meetings import group
from tests import sittings, timeline
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    (made,) = meetings.schedule(series=group(cast), days=[date(2026, 6, 17)], by=cast.chair)
    return made


@pytest.fixture
def five(cast: Cast) -> list[Child]:
    return [timeline.child("care 2025-01-01", authority=cast.authority) for _ in range(5)]


def put(cast: Cast, meeting: Meeting, *pairs: tuple[Child, str], chosen: bool = False) -> int:
    choices = [Choice(child.pk, part, (part,)) for child, part in pairs]
    return agendas.put_on(meeting=meeting, choices=choices, by=cast.chair, chosen=chosen)


def order(meeting: Meeting) -> list[int]:
    items = list(meeting.items.order_by("place"))
    assert [item.place for item in items] == list(range(1, len(items) + 1))
    return [item.child_id for item in items]


def item(meeting: Meeting, child: Child) -> AgendaItem:
    return meeting.items.select_related("meeting__series").get(child=child)


def test_the_parts_stand_in_order_and_who_comes_later_last_in_her_part(
    cast: Cast, meeting: Meeting, five: list[Child]
) -> None:
    one, two, three, four, last = five
    assert put(cast, meeting, (one, Part.LATE), (two, Part.NEW), (three, Part.ACHIEVED)) == 3
    assert order(meeting) == [two.pk, one.pk, three.pk]
    assert put(cast, meeting, (four, Part.LATE), (one, Part.URGENT), (last, Part.URGENT)) == 2
    assert order(meeting) == [last.pk, two.pk, one.pk, four.pk, three.pk]
    assert {each.minutes for each in meeting.items.all()} == {5}


def test_the_order_that_somebody_made_stays_when_others_come(
    cast: Cast, meeting: Meeting, five: list[Child]
) -> None:
    one, two, three, four, _ = five
    put(cast, meeting, (one, Part.NEW), (two, Part.LATE), (three, Part.ACHIEVED))
    agendas.move(item=item(meeting, three), by_places=-10, by=cast.chair)
    assert order(meeting) == [three.pk, one.pk, two.pk]
    put(cast, meeting, (four, Part.LATE))
    assert order(meeting) == [three.pk, one.pk, two.pk, four.pk]


@pytest.mark.parametrize(
    ("places", "expected"), [(1, [1, 0, 2]), (2, [1, 2, 0]), (9, [1, 2, 0]), (-1, [0, 1, 2])]
)
def test_a_child_is_moved_as_far_as_the_agenda_goes(
    cast: Cast, meeting: Meeting, five: list[Child], places: int, expected: list[int]
) -> None:
    put(cast, meeting, *[(child, Part.LATE) for child in five[:3]])
    agendas.move(item=item(meeting, five[0]), by_places=places, by=cast.chair)
    assert order(meeting) == [five[at].pk for at in expected]


def test_time_is_given(cast: Cast, meeting: Meeting, five: list[Child]) -> None:
    put(cast, meeting, (five[0], Part.LATE))
    agendas.give(item=item(meeting, five[0]), minutes=20, by=cast.chair)
    assert item(meeting, five[0]).minutes == 20
    for wrong in (0, 121):
        with pytest.raises(MeetingRefused, match="1 to 120"):
            agendas.give(item=item(meeting, five[0]), minutes=wrong, by=cast.chair)


def test_who_is_taken_off_leaves_no_gap(cast: Cast, meeting: Meeting, five: list[Child]) -> None:
    put(cast, meeting, *[(child, Part.LATE) for child in five[:3]])
    off = item(meeting, five[1])
    agendas.take_off(item=off, by=cast.chair)
    assert order(meeting) == [five[0].pk, five[2].pk]
    agendas.take_off(item=off, by=cast.chair)
    assert order(meeting) == [five[0].pk, five[2].pk]


def test_no_child_of_another_authority(cast: Cast, meeting: Meeting) -> None:
    with pytest.raises(MeetingRefused, match="whose group this is"):
        put(cast, meeting, (cast.noor, Part.LATE))
    assert order(meeting) == []


def test_a_meeting_that_is_put_off_takes_nobody(
    cast: Cast, meeting: Meeting, five: list[Child]
) -> None:
    put(cast, meeting, (five[0], Part.LATE))
    meetings.put_off(meeting=meeting, because="Snow.", by=cast.chair)
    with pytest.raises(MeetingRefused, match="put off"):
        put(cast, meeting, (five[1], Part.LATE))
    with pytest.raises(MeetingRefused, match="put off"):
        agendas.take_off(item=item(meeting, five[0]), by=cast.chair)


def test_what_is_told_of_it_names_the_children_by_their_numbers_alone(
    cast: Cast, meeting: Meeting
) -> None:
    put(cast, meeting, (cast.amara, Part.LATE), chosen=True)
    event = AuditEvent.objects.get(what="agenda.added")
    assert event.children == [cast.amara.pk] and "Amara" not in str(event.details)
    assert item(meeting, cast.amara).added_by == cast.chair


def test_who_was_decided_for_stays_and_an_agenda_that_is_over_too(cast: Cast) -> None:
    held = sittings.sitting(cast, cast.amara, cast.tomas)
    sittings.decided(cast, held, cast.amara, "noted")
    with pytest.raises(MeetingRefused, match="so she stays"):
        agendas.take_off(item=item(held, cast.amara), by=cast.chair)
    agendas.take_off(item=item(held, cast.tomas), by=cast.chair)
    close_meeting(meeting=held, on=held.held_on, by=cast.chair)
    with pytest.raises(MeetingRefused, match="is over"):
        put(cast, held, (cast.tomas, Part.URGENT), chosen=True)
    with pytest.raises(MeetingRefused, match="has begun"):
        meetings.put_off(meeting=held, because="Snow.", by=cast.chair)
