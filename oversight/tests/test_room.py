"""What the room sends and reads: recorded once, refused in words, and only by who prepares it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from casetrack.audit import AuditEvent
from permanence.actions import held
from permanence.models import Attendance, Decision, Finding, Interest, Meeting
from tests.cast import DAY, Cast, signed_in
from tests.sittings import ahead, decided, item, sitting

pytestmark = pytest.mark.django_db
ROOM = {"HTTP_ROOM": "yes"}


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return sitting(cast, cast.amara, cast.tomas)


@pytest.fixture
def chair(cast: Cast) -> Client:
    return signed_in(cast.chair)


def at(name: str, meeting: Meeting, child: Any) -> str:
    return reverse(name, args=[meeting.uuid, item(meeting, child).uuid])


def noted(**changes: Any) -> dict[str, Any]:
    return {"kind": "noted", "number": str(uuid4()), "text": "The aunt was seen."} | changes


def test_the_same_entry_sent_twice_is_recorded_once(
    cast: Cast, meeting: Meeting, chair: Client
) -> None:
    said, address = noted(), at("meeting-decide", meeting, cast.amara)
    assert [chair.post(address, said, **ROOM).status_code for _ in range(2)] == [204, 204]
    made = Decision.objects.get()
    assert (str(made.uuid), made.text) == (said["number"], "The aunt was seen.")
    assert (made.recorded_by, made.decided_on) == (cast.chair, DAY)


def test_what_is_missing_comes_back_with_what_was_typed(
    cast: Cast, meeting: Meeting, chair: Client
) -> None:
    said = noted(kind="escalate", text="It goes up.", reason="")
    answer = chair.post(at("meeting-decide", meeting, cast.amara), said, **ROOM)
    assert (answer.status_code, answer["Refused"]) == (200, "yes")
    page = answer.content.decode()
    assert "It goes up." in page
    assert "Error:" in page
    assert "<html" not in page
    assert not Decision.objects.exists()


def test_what_the_group_cannot_decide_is_refused_in_words(
    cast: Cast, meeting: Meeting, chair: Client
) -> None:
    held.close_meeting(meeting=meeting, on=DAY, by=cast.chair)
    answer = chair.post(at("meeting-decide", meeting, cast.amara), noted(), **ROOM)
    assert "The meeting is not open" in answer.content.decode()


def test_undone_twice_is_undone(cast: Cast, meeting: Meeting, chair: Client) -> None:
    made = decided(cast, meeting, cast.amara, "noted")
    address = reverse("meeting-undo", args=[meeting.uuid, made.uuid])
    assert [chair.post(address, **ROOM).status_code for _ in range(2)] == [204, 204]
    assert not Decision.objects.standing().exists()


def test_what_is_closed_is_not_undone(cast: Cast, meeting: Meeting, chair: Client) -> None:
    made = decided(cast, meeting, cast.amara, "noted")
    held.close_meeting(meeting=meeting, on=DAY, by=cast.chair)
    answer = chair.post(reverse("meeting-undo", args=[meeting.uuid, made.uuid]), **ROOM)
    assert answer["Refused"] == "yes"
    assert answer.content.decode().startswith("The meeting is closed.")
    assert Decision.objects.standing().filter(pk=made.pk).exists()


def test_entries_come_once_and_again_when_there_are_more(
    cast: Cast, meeting: Meeting, chair: Client
) -> None:
    address = reverse("meeting-entries", args=[meeting.uuid])
    first = chair.get(address)
    seen = first["Seen"]
    looks = AuditEvent.objects.filter(what="meeting.entries")
    assert looks.get().children == [cast.amara.pk, cast.tomas.pk]
    assert chair.get(address, {"seen": seen}).status_code == 204
    assert looks.count() == 1
    decided(cast, meeting, cast.tomas, "noted", text="Tomas likes the family.")
    more = chair.get(address, {"seen": seen})
    assert "Tomas likes the family." in more.content.decode()
    hidden = chair.get(address, {"initials": "yes"}).content.decode()
    assert "T. likes the family." in hidden
    assert "Tomas" not in hidden


def test_a_finding_that_lacks_is_looked_at_again_at_the_next_meeting(
    cast: Cast, meeting: Meeting, chair: Client
) -> None:
    later = meeting.series.meetings.create(held_on=DAY + timedelta(days=35))
    said = {"question": "route", "route-answered": "not", "route-found": "Not said."}
    assert chair.post(at("meeting-plan", meeting, cast.amara), said, **ROOM).status_code == 204
    assert Finding.objects.get().recheck_on == later.held_on
    wrong = chair.post(
        at("meeting-plan", meeting, cast.amara), {"question": "drift", "drift-found": "?"}, **ROOM
    )
    assert wrong["Refused"] == "yes"


def test_who_has_an_interest_records_nothing_of_her_and_sees_nothing(
    cast: Cast, meeting: Meeting, chair: Client
) -> None:
    member = meeting.series.members.create(
        user=cast.chair, seat="care", starts_on=meeting.series.starts_on
    )
    Interest.objects.create(child=cast.amara, member=member, reason="Aunt", starts_on=DAY)
    for name in ("meeting-decide", "meeting-plan", "meeting-who"):
        assert chair.get(at(name, meeting, cast.amara)).status_code == 404
        assert chair.get(at(name, meeting, cast.tomas)).status_code == 200
    assert "Amara" not in chair.get(reverse("meeting-room", args=[meeting.uuid])).content.decode()


def test_a_meeting_is_opened_on_its_day_by_somebody_of_the_group(cast: Cast, chair: Client) -> None:
    found = ahead(cast, cast.amara)
    address = reverse("meeting-attendance", args=[found.uuid])
    said = chair.post(address, {"do": "open", "chair": str(cast.manager.uuid)})
    assert "Choose who is in the chair." in said.content.decode()
    chair.post(address, {"do": "open", "chair": str(cast.chair.uuid)})
    found.refresh_from_db()
    assert found.chaired_by == cast.chair
    again = chair.post(address, {"do": "open", "chair": str(cast.chair.uuid)})
    assert "open already" in again.content.decode()


def test_guests_come_and_go_and_those_who_stood_in_are_named(
    cast: Cast, meeting: Meeting, chair: Client
) -> None:
    address = reverse("meeting-attendance", args=[meeting.uuid])
    chair.post(address, {"do": "guest", "guest": " S.  Worker "})
    guest = Attendance.objects.get(member=None)
    assert guest.name == "S. Worker"
    chair.post(address, {"do": "dismiss", "guest": str(guest.uuid)})
    assert not Attendance.objects.filter(member=None).exists()
    row = meeting.attendance.select_related("member").first()
    assert row is not None
    assert row.member is not None
    number = row.member.uuid
    said = {"do": "save", f"presence-{number}": "there", f"stood-in-{number}": "P. Stand"}
    chair.post(address, said)
    row.refresh_from_db()
    assert row.name == "P. Stand"
    wrong = chair.post(address, said | {f"presence-{number}": "missing"})
    assert "Nobody stands in for a member who is not there." in wrong.content.decode()
