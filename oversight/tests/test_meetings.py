"""The pages of a group and its meetings: dates, members, the agenda in one press and by hand."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from casetrack.actions import restrictions
from casetrack.audit import AuditEvent
from casetrack.models import User
from permanence.actions import meetings
from permanence.models import (
    AgendaItem,
    AgreedAction,
    GroupMember,
    Interest,
    Meeting,
    MeetingSeries,
)
from tests.boxes import boxes
from tests.cast import Cast, a_user, signed_in

pytestmark = pytest.mark.django_db
GROUP = {
    "name": "Permanence Monitoring Group",
    "place": "Room 2",
    "starts_at": "9:30",
    "minutes": "120",
    "minutes_a_child": "5",
    "quorum": "4",
    "team_after": "3",
    "service_after": "5",
    "chair_after": "10",
    "director_after": "20",
}


@pytest.fixture
def series(cast: Cast) -> MeetingSeries:
    today = timezone.localdate()
    sent = GROUP | {"chair": str(cast.chair.pk)} | boxes("starts_on", today)
    answer = signed_in(cast.chair).post("/meetings/groups/start/", sent)
    made = MeetingSeries.objects.get()
    assert answer["Location"] == f"/meetings/groups/{made.uuid}/"
    return made


@pytest.fixture
def meeting(cast: Cast, series: MeetingSeries) -> Meeting:
    days = [timezone.localdate() + timedelta(days=days) for days in (14, 42)]
    lines = "\n".join(f"{day:%d %m %Y}" for day in days)
    sent = {"do": "date", "days": lines}
    signed_in(cast.chair).post(f"/meetings/groups/{series.uuid}/", sent)
    assert [each.held_on for each in series.meetings.all()] == days
    found = series.meetings.first()
    assert found
    return found


def page(user: User, meeting: Meeting) -> str:
    answer = signed_in(user).get(f"/meetings/{meeting.uuid}/")
    assert answer.status_code == 200
    return answer.content.decode()


def press(user: User, meeting: Meeting, do: str, **sent: Any) -> str:
    """What the page says after the button was pressed."""
    address = f"/meetings/{meeting.uuid}/"
    return signed_in(user).post(address, {"do": do} | sent, follow=True).content.decode()


def on_it(meeting: Meeting) -> list[str]:
    return list(meeting.items.values_list("child__first_name", flat=True))


def test_a_group_is_set_up_and_changed(cast: Cast, series: MeetingSeries) -> None:
    assert (series.chair, series.starts_at.hour, series.authority) == (
        cast.chair,
        9,
        cast.authority,
    )
    client = signed_in(cast.chair)
    text = client.get(f"/meetings/groups/{series.uuid}/change/").content.decode()
    assert 'value="09:30"' in text
    assert "Casetrack’s own default" in text and 'name="director_after" value="20"' in text
    sent = GROUP | {"chair": str(cast.chair.pk), "place": "Room 3", "deputy": str(cast.manager.pk)}
    sent |= {"director_after": "15"}
    client.post(f"/meetings/groups/{series.uuid}/change/", sent)
    series.refresh_from_db()
    assert (series.place, series.deputy) == ("Room 3", cast.manager)
    assert (series.team_after, series.director_after) == (3, 15)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"starts_at": "half past"}, "Enter a time, such as 9:30"),
        ({"minutes": "3"}, "at least as long as one child is given"),
        ({"chair": ""}, "Answer"),
        ({"service_after": "3"}, "Each level is told later than the one below it."),
        ({"team_after": ""}, "Enter a number of working days, such as 5"),
        ({"chair_after": "ten"}, "Enter a number of working days, such as 5"),
    ],
)
def test_what_was_typed_wrongly_is_said_and_kept(
    cast: Cast, wrong: dict[str, str], says: str
) -> None:
    sent = GROUP | {"chair": str(cast.chair.pk)} | boxes("starts_on", timezone.localdate()) | wrong
    text = signed_in(cast.chair).post("/meetings/groups/start/", sent).content.decode()
    assert says in text and ">Room 2</textarea>" in text
    assert not MeetingSeries.objects.exists()


def test_only_who_works_for_the_authority_is_offered(cast: Cast) -> None:
    text = signed_in(cast.chair).get("/meetings/groups/start/").content.decode()
    assert "Service-manager" in text and "tranger" not in text


@pytest.mark.parametrize("line", ["32 1 2027", "tomorrow", "1 2"])
def test_a_wrong_date_is_named(cast: Cast, series: MeetingSeries, line: str) -> None:
    sent = {"do": "date", "days": f"14 1 2049\n{line}"}
    answer = signed_in(cast.chair).post(f"/meetings/groups/{series.uuid}/", sent)
    text = answer.content.decode()
    assert f"{line}: Enter" in text and "14 1 2049" in text
    assert not series.meetings.exists()


def test_members_join_and_leave(cast: Cast, series: MeetingSeries) -> None:
    client, today = signed_in(cast.chair), timezone.localdate()
    address = f"/meetings/groups/{series.uuid}/"
    joined = {"do": "join", "name": "N. Ray", "seat": "health", **boxes("on", today)}
    client.post(address, joined)
    member = GroupMember.objects.get()
    assert "N. Ray" in client.get(address).content.decode()
    nobody = client.post(address, joined | {"name": ""}).content.decode()
    assert "Choose somebody with an account, or write a name." in nobody
    leave = f"{address}members/{member.uuid}/leave/"
    assert "N. Ray leaves the group" in client.get(leave).content.decode()
    refused = client.post(leave, follow=True).content.decode()
    assert "Choose a later day" in refused
    GroupMember.objects.update(starts_on=today - timedelta(days=9))
    client.post(leave)
    assert "N. Ray" not in client.get(address).content.decode()


def test_the_list_says_when_papers_are_due(cast: Cast, meeting: Meeting) -> None:
    text = signed_in(cast.chair).get("/meetings/").content.decode()
    assert f"Next meeting: {meeting.held_on.day} " in text
    assert text.index("Meetings to come") < text.index("Papers due")


def test_the_agenda_is_chosen_in_one_press_and_once(cast: Cast, meeting: Meeting) -> None:
    assert "Nobody stands on the agenda yet" in page(cast.chair, meeting)
    assert "2 children put on the agenda by the rules" in press(cast.chair, meeting, "choose")
    assert sorted(on_it(meeting)) == ["Amara", "Tomas"]
    text = page(cast.chair, meeting)
    assert "The children take 10 of 120 minutes; 110 are left." in text
    assert "Past a limit" in text and "Placement order to match" in text
    assert "nobody else whom a rule chooses" in press(cast.chair, meeting, "choose")


def test_more_than_the_time_is_warned_of(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "choose")
    item = meeting.items.first()
    assert item
    press(cast.chair, meeting, "give", item=item.uuid, minutes="118")
    assert "The children take 123 minutes, 3 more than the meeting has." in page(
        cast.chair, meeting
    )
    assert "from 1 to 120 minutes" in press(
        cast.chair, meeting, "give", item=item.uuid, minutes="x"
    )


def test_the_order_is_changed_by_buttons(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "choose")
    first, second = on_it(meeting)
    item = meeting.items.get(child__first_name=second)
    press(cast.chair, meeting, "earlier", item=item.uuid)
    assert on_it(meeting) == [second, first]
    press(cast.chair, meeting, "later", item=item.uuid)
    assert on_it(meeting) == [first, second]
    assert "Taken off" in press(cast.chair, meeting, "off", item=item.uuid)
    assert on_it(meeting) == [first]
    assert "no longer on the agenda" in press(cast.chair, meeting, "off", item=item.uuid)


def test_who_was_taken_off_stands_beside_and_is_put_on_again(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "choose")
    press(cast.chair, meeting, "off", item=meeting.items.get(child=cast.tomas).uuid)
    assert "1 more whom a rule chooses" in page(cast.chair, meeting)
    press(cast.chair, meeting, "take", child=cast.tomas.uuid)
    assert sorted(on_it(meeting)) == ["Amara", "Tomas"]
    item = meeting.items.get(child=cast.tomas)
    assert "placement-order-to-match" in item.because and item.added_by is None


def test_a_child_is_put_on_by_hand(cast: Cast, meeting: Meeting) -> None:
    sent = {"reference": " a2 ", "why": "He asked when.", "urgent": "on"}
    press(cast.chair, meeting, "add", **sent)
    item = AgendaItem.objects.get()
    assert (item.child, item.part, item.why) == (cast.tomas, "urgent", "He asked when.")
    assert item.added_by == cast.chair
    assert "on the agenda already" in press(cast.chair, meeting, "add", **sent)
    unknown = press(cast.chair, meeting, "add", reference="B1", why="Of another council")
    assert "You reach no child with this reference" in unknown and "Of another council" in unknown


def test_children_of_the_tracker_are_put_on(cast: Cast, meeting: Meeting) -> None:
    client = signed_in(cast.chair)
    ticked = {"child": [str(cast.amara.uuid), str(cast.noor.uuid)]}
    text = client.get("/tracker/agenda/", ticked).content.decode()
    assert "Put 1 child on an agenda" in text and "Amara Bello" in text and "Noor" not in text
    sent = ticked | {"meeting": str(meeting.uuid), "why": "Her aunt has come forward."}
    answer = client.post("/tracker/agenda/", sent, follow=True).content.decode()
    assert "1 child put on the agenda." in answer
    assert on_it(meeting) == ["Amara"]
    again = client.post("/tracker/agenda/", sent, follow=True).content.decode()
    assert "1 child stood on it already." in again
    assert "Choose a meeting" in client.post("/tracker/agenda/", ticked).content.decode()


def test_who_has_an_interest_sees_nothing_of_the_child(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "choose")
    today = timezone.localdate()
    member = meetings.join(
        series=meeting.series, seat="other", on=today, user=cast.chair, by=cast.chair
    )
    meetings.declare(member=member, child=cast.tomas, reason="Uncle", on=today, by=cast.chair)
    text = page(cast.chair, meeting)
    assert "Amara" in text and "Tomas" not in text
    item = meeting.items.get(child=cast.tomas)
    assert "no longer on the agenda" in press(cast.chair, meeting, "off", item=item.uuid)
    address = f"/meetings/groups/{meeting.series.uuid}/interests/"
    assert "Tomas" not in signed_in(cast.chair).get(address).content.decode()
    other = a_user("secretary", cast.authority, "secretary")
    assert "Tomas" in page(other, meeting)
    assert "Tomas" in signed_in(other).get(address).content.decode()


def test_a_restricted_child_is_not_seen_there(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "choose")
    restrictions.restrict(
        child=cast.tomas,
        kind="restricted",
        reason="A threat.",
        people=[cast.manager, cast.iro, a_user("chair-2", cast.authority, "chair")],
        on=timezone.localdate(),
        by=cast.service_manager,
    )
    text = page(cast.chair, meeting)
    assert "Amara" in text and "Tomas" not in text


def test_the_look_is_written_down(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "choose")
    page(cast.chair, meeting)
    event = AuditEvent.objects.filter(kind="read", what="meeting").latest("id")
    assert set(event.children) == {cast.amara.pk, cast.tomas.pk}


@pytest.mark.parametrize("who", ["manager", "iro", "social_worker", "board_member"])
def test_it_is_the_chairs_and_the_secretarys(cast: Cast, meeting: Meeting, who: str) -> None:
    client = signed_in(getattr(cast, who))
    for address in (f"/meetings/{meeting.uuid}/", "/meetings/", "/meetings/groups/start/"):
        assert client.get(address).status_code == 403
    assert signed_in(cast.stranger).get(f"/meetings/{meeting.uuid}/").status_code == 404


def test_reasons_say_how_the_waits_stand(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "choose")
    over = (timezone.localdate() - date(2026, 1, 30)).days
    assert f"Placement order to match: {over} days over" in page(cast.chair, meeting)


def test_the_order_of_dragged_rows_is_kept(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "choose")
    first, second = meeting.items.all()
    press(cast.chair, meeting, "arrange", order=[str(second.uuid), "nonsense", str(first.uuid)])
    assert list(meeting.items.all()) == [second, first]


def test_a_meeting_is_put_off(cast: Cast, meeting: Meeting) -> None:
    client = signed_in(cast.chair)
    address = f"/meetings/{meeting.uuid}/put-off/"
    assert "Answer" in client.post(address, {"because": " "}).content.decode()
    said = client.post(address, {"because": "Snow."}, follow=True).content.decode()
    assert "The meeting was put off: Snow." in said
    assert "was put off already" in client.post(address, {"because": "Ice."}).content.decode()
    assert "The meeting was put off." in press(cast.chair, meeting, "choose")
    assert not meeting.items.exists()


def test_interests_are_declared_and_taken_back(cast: Cast, series: MeetingSeries) -> None:
    today = timezone.localdate()
    member = meetings.join(series=series, seat="care", on=today, user=cast.manager, by=cast.chair)
    client, address = signed_in(cast.chair), f"/meetings/groups/{series.uuid}/interests/"
    sent = {"do": "declare", "member": member.uuid, "reference": "a2", "reason": "Uncle"}
    assert "No interest is declared" in client.get(address).content.decode()
    assert "1 interest declared" in client.post(address, sent, follow=True).content.decode()
    again = client.post(address, sent).content.decode()
    assert "That interest is recorded already." in again and "Uncle" in again
    other = client.post(address, sent | {"reference": "B1"}).content.decode()
    assert "You reach no child with this reference" in other
    interest = Interest.objects.get()
    withdrawn = {"do": "withdraw", "interest": interest.pk}
    assert "taken back" in client.post(address, withdrawn, follow=True).content.decode()
    assert "taken back already" in client.post(address, withdrawn, follow=True).content.decode()
    assert not Interest.objects.exists()


def test_what_was_agreed_since_the_last_meeting_stands_first(cast: Cast, meeting: Meeting) -> None:
    today = timezone.localdate()
    last = meeting.series.meetings.create(held_on=today - timedelta(days=20))
    last.items.create(child=cast.amara, part="late", place=1, minutes=5)
    given = {"owner": cast.north_worker, "child": cast.amara}
    for text, agreed, due, done in (
        ("Before it", 21, 5, None),
        ("Ring the court", 20, 1, None),
        ("Write the report", 10, -6, None),
        ("See her", 20, 3, 4),
    ):
        AgreedAction.objects.create(
            text=text,
            agreed_on=today - timedelta(days=agreed),
            due_on=today - timedelta(days=due),
            done_on=done and today - timedelta(days=done),
            **given,
        )
    AgreedAction.objects.create(
        text="Of Tomas", child=cast.tomas, owner=cast.north_worker, agreed_on=today, due_on=today
    )
    text = page(cast.chair, meeting)
    assert "Actions from last time: 1 late" in text
    assert "Before it" not in text and "Of Tomas" not in text
    places = [text.index(said) for said in ("1 day over", "due in 6 days", "done ")]
    assert places == sorted(places)
    first = meeting.series.meetings.get(pk=last.pk)
    assert "Actions from last time" not in page(cast.chair, first)


def test_the_room_has_a_screen_for_each_child_in_order(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "choose")
    first = meeting.items.get(place=1)
    press(cast.chair, meeting, "give", item=first.uuid, minutes="12")
    text = signed_in(cast.chair).get(f"/meetings/{meeting.uuid}/room/").content.decode()
    assert text.count('class="screen"') == 2
    assert text.index('data-minutes="12"') < text.index('data-minutes="5"')
    assert text.index(f">{first.child.name}</h2>") < text.index('data-minutes="5"')
    event = AuditEvent.objects.filter(kind="read", what="meeting.room").latest("id")
    assert set(event.children) == {cast.amara.pk, cast.tomas.pk}


def test_the_room_of_an_empty_agenda_says_so(cast: Cast, meeting: Meeting) -> None:
    text = signed_in(cast.chair).get(f"/meetings/{meeting.uuid}/room/").content.decode()
    assert "Nobody stands on the agenda yet." in text
