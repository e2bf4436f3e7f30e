"""A group is set up, meets, and its members come, go, and say where they have an interest."""

from datetime import date, time
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from casetrack.audit import AuditEvent
from casetrack.models import CalendarDay
from permanence.actions import meetings
from permanence.actions.meetings import MeetingRefused
from permanence.models import GroupMember, Interest, Meeting, MeetingSeries
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def series(cast: Cast) -> MeetingSeries:
    return group(cast)


def group(cast: Cast, **changes: Any) -> MeetingSeries:
    given = {
        "authority": cast.authority,
        "name": "Permanence Monitoring Group",
        "place": "Room 2",
        "starts_at": time(9, 30),
        "chair": cast.chair,
        "starts_on": date(2026, 1, 1),
    }
    return meetings.save_series(series=MeetingSeries(**given | changes), by=cast.chair)


def test_a_group_is_set_up_and_changed(cast: Cast, series: MeetingSeries) -> None:
    assert (series.minutes, series.minutes_a_child, series.quorum) == (120, 5, 4)
    series.place = "Room 3"
    meetings.save_series(series=series, by=cast.chair)
    assert MeetingSeries.objects.get().place == "Room 3"
    told = AuditEvent.objects.filter(what__startswith="group.").order_by("id")
    assert {event.what for event in told} == {"group.started", "group.changed"}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"minutes": 4}, "at least as long as one child is given"),
        ({"quorum": 0}, "at least as long"),
        ({"place": ""}, "cannot be blank"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(MeetingRefused, match=says):
        group(cast, **changes)
    assert not MeetingSeries.objects.exists()


def test_the_deputy_is_another(cast: Cast) -> None:
    with pytest.raises(MeetingRefused, match="somebody else"):
        group(cast, deputy=cast.chair)


def test_two_groups_of_an_authority_have_two_names(cast: Cast, series: MeetingSeries) -> None:
    with pytest.raises(MeetingRefused):
        group(cast, name=" Permanence  Monitoring Group ")
    group(cast, name="Urgent group")
    assert MeetingSeries.objects.count() == 2


def test_a_meeting_is_dated_once(cast: Cast, series: MeetingSeries) -> None:
    days = [date(2026, 7, 15), date(2026, 6, 17), date(2026, 6, 17)]
    made = meetings.schedule(series=series, days=days, by=cast.chair)
    assert [each.held_on for each in made] == [date(2026, 6, 17), date(2026, 7, 15)]
    again = meetings.schedule(series=series, days=[*days, date(2026, 8, 19)], by=cast.chair)
    assert [each.held_on for each in again] == [date(2026, 8, 19)]
    with pytest.raises(MeetingRefused, match="already"):
        meetings.schedule(series=series, days=days, by=cast.chair)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(series=series, held_on=date(2026, 6, 17))


def test_a_group_meets_only_while_there_is_one(cast: Cast, series: MeetingSeries) -> None:
    with pytest.raises(MeetingRefused, match="31 December 2025"):
        meetings.schedule(series=series, days=[date(2025, 12, 31)], by=cast.chair)
    many = [
        date(2026, 1, 1).replace(day=day, month=month) for month in (1, 2) for day in range(1, 20)
    ]
    with pytest.raises(MeetingRefused, match="36 dates at most"):
        meetings.schedule(series=series, days=many, by=cast.chair)


def test_papers_are_due_five_working_days_before(cast: Cast, series: MeetingSeries) -> None:
    """Wednesday 8 April 2026: Easter Monday was the 6th, Good Friday the 3rd."""
    (meeting,) = meetings.schedule(series=series, days=[date(2026, 4, 8)], by=cast.chair)
    assert meeting.papers_due_on(CalendarDay.objects.holidays()) == date(2026, 3, 30)


def test_what_differs_from_the_series_is_said_of_the_meeting(
    cast: Cast, series: MeetingSeries
) -> None:
    (meeting,) = meetings.schedule(series=series, days=[date(2026, 4, 8)], by=cast.chair)
    assert (meeting.place, meeting.starts_at, meeting.minutes) == ("Room 2", time(9, 30), 120)
    meeting.own_place, meeting.own_starts_at, meeting.own_minutes = "Online", time(14), 60
    assert (meeting.place, meeting.starts_at, meeting.minutes) == ("Online", time(14), 60)


def test_a_meeting_is_put_off_once_and_with_a_reason(cast: Cast, series: MeetingSeries) -> None:
    (meeting,) = meetings.schedule(series=series, days=[date(2026, 4, 8)], by=cast.chair)
    with pytest.raises(MeetingRefused, match="Say why"):
        meetings.put_off(meeting=meeting, because=" ", by=cast.chair)
    meetings.put_off(meeting=meeting, because="The chair is ill.", by=cast.chair)
    with pytest.raises(MeetingRefused, match="already"):
        meetings.put_off(meeting=meeting, because="Again", by=cast.chair)
    meeting.refresh_from_db()
    assert meeting.put_off_because == "The chair is ill."


def test_members_join_and_leave(cast: Cast, series: MeetingSeries) -> None:
    on = date(2026, 2, 1)
    known = meetings.join(series=series, seat="care", on=on, user=cast.manager, by=cast.chair)
    named = meetings.join(series=series, seat="health", on=on, name=" N.  Ray ", by=cast.chair)
    assert (known.called, named.called) == ("manager", "N. Ray")
    with pytest.raises(MeetingRefused, match="member already"):
        meetings.join(series=series, seat="legal", on=on, user=cast.manager, by=cast.chair)
    for wrong in ({}, {"user": cast.iro, "name": "I. Ashdown"}):
        with pytest.raises(MeetingRefused, match="Choose somebody"):
            meetings.join(series=series, seat="legal", on=on, by=cast.chair, **wrong)
    with pytest.raises(MeetingRefused, match="later day"):
        meetings.leave(member=known, on=on, by=cast.chair)
    meetings.leave(member=known, on=date(2026, 3, 1), by=cast.chair)
    with pytest.raises(MeetingRefused, match="left already"):
        meetings.leave(member=known, on=date(2026, 3, 2), by=cast.chair)
    assert list(GroupMember.objects.on(date(2026, 3, 1))) == [named]


def test_an_interest_is_declared_and_taken_back(cast: Cast, series: MeetingSeries) -> None:
    on = date(2026, 2, 1)
    member = meetings.join(series=series, seat="care", on=on, user=cast.manager, by=cast.chair)
    said = {"member": member, "on": on, "by": cast.chair}
    interest = meetings.declare(child=cast.amara, reason="Her aunt", **said)
    with pytest.raises(MeetingRefused, match="recorded already"):
        meetings.declare(child=cast.amara, reason="Her aunt", **said)
    with pytest.raises(MeetingRefused, match="another authority"):
        meetings.declare(child=cast.noor, reason="Her aunt", **said)
    meetings.withdraw(interest=interest, on=date(2026, 3, 1), by=cast.chair)
    with pytest.raises(MeetingRefused, match="taken back"):
        meetings.withdraw(interest=interest, on=date(2026, 3, 2), by=cast.chair)
    assert not Interest.objects.on(date(2026, 3, 1)).exists()


def test_an_interest_taken_back_on_its_day_never_was(cast: Cast, series: MeetingSeries) -> None:
    on = date(2026, 2, 1)
    member = meetings.join(series=series, seat="care", on=on, user=cast.manager, by=cast.chair)
    interest = meetings.declare(member=member, child=cast.amara, reason="X", on=on, by=cast.chair)
    meetings.withdraw(interest=interest, on=on, by=cast.chair)
    assert not Interest.objects.exists()
