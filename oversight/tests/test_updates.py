"""The update of a child for a meeting: asked for by the chair, written by her social worker."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from casetrack.actions import restrictions
from casetrack.audit import AuditEvent
from casetrack.models import CalendarDay, User
from oversight.actions import digests
from oversight.meetings.updates import answers
from permanence.actions import agendas, meetings
from permanence.actions.agendas import Choice
from permanence.models import AgendaItem, AgendaUpdate, ChildsWords, Meeting, MeetingSeries
from tests.cast import Cast, a_user, signed_in

pytestmark = pytest.mark.django_db
BLANK = "Nothing was written"


def a_meeting(cast: Cast, days: int) -> Meeting:
    today = timezone.localdate()
    series = MeetingSeries(authority=cast.authority, name="Permanence Monitoring Group")
    series.place, series.starts_at, series.chair = "Room 2", time(9, 30), cast.chair
    series.starts_on = today - timedelta(days=90)
    meetings.save_series(series=series, by=cast.chair)
    on = today + timedelta(days=days)
    (made,) = meetings.schedule(series=series, days=[on], by=cast.chair)
    choices = [Choice(child.pk, "late") for child in (cast.amara, cast.tomas)]
    agendas.put_on(meeting=made, choices=choices, by=cast.chair, chosen=False)
    return made


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return a_meeting(cast, days=28)


@pytest.fixture
def late(cast: Cast) -> Meeting:
    """Its papers were due some days ago."""
    return a_meeting(cast, days=2)


def listed(user: User, meeting: Meeting) -> str:
    answer = signed_in(user).get(f"/meetings/{meeting.uuid}/updates/")
    assert answer.status_code == 200
    return answer.content.decode()


def press(user: User, meeting: Meeting, do: str) -> str:
    address = f"/meetings/{meeting.uuid}/updates/"
    return signed_in(user).post(address, {"do": do}, follow=True).content.decode()


def address(meeting: Meeting, child: Any) -> str:
    item = AgendaItem.objects.get(meeting=meeting, child=child)
    return f"/children/{child.uuid}/update/{item.uuid}/"


def write(client: Client, meeting: Meeting, child: Any, do: str = "send", **said: Any) -> str:
    return client.post(address(meeting, child), said | {"do": do}, follow=True).content.decode()


def send(on: date) -> dict[str, str]:
    """The mails of the day by the address they went to."""
    User.objects.filter(username="social-worker").update(email="social-worker@council.example")
    mail.outbox.clear()
    digests.send(on=on, by=None)
    return {each.to[0]: f"{each.subject}\n{each.body}" for each in mail.outbox}


def test_all_are_asked_in_one_press(cast: Cast, meeting: Meeting) -> None:
    assert "0 of 2 updates sent" in listed(cast.chair, meeting)
    said = press(cast.chair, meeting, "ask")
    assert "1 update asked for. The next mail tells it." in said
    assert "1 child has no social worker with an account here: nobody is asked." in said
    assert f"Asked on {timezone.localdate():%-d %b %Y}" in said and "Ask all" not in said
    assert "All who can be asked were asked already." in press(cast.chair, meeting, "ask")
    assert AgendaUpdate.objects.count() == 1


def test_a_secretary_asks_as_well(cast: Cast, meeting: Meeting) -> None:
    secretary = a_user("secretary", cast.authority, "secretary")
    press(secretary, meeting, "ask")
    assert AgendaUpdate.objects.get().asked_by == secretary


def test_the_social_worker_is_told_on_the_tracker_and_writes(cast: Cast, meeting: Meeting) -> None:
    client = signed_in(cast.social_worker)
    tracker = client.get("/tracker/").content.decode()
    assert "asked for a meeting" not in tracker and "Updates for meetings</a>" in tracker
    assert "Updates for meetings" not in signed_in(cast.iro).get("/tracker/").content.decode()
    press(cast.chair, meeting, "ask")
    assert "1 update is asked for a meeting." in client.get("/tracker/").content.decode()
    page = client.get("/updates/").content.decode()
    assert "1 update to write" in page and "Amara Bello" in page and "Tomas" not in page
    said = {"child_says": "When do I move?", "decide": "Whether to widen the search."}
    kept = write(client, meeting, cast.amara, do="save", **said)
    assert "Kept. The group does not see it until you send it." in kept and ", begun" in kept
    page = client.get(address(meeting, cast.amara)).content.decode()
    assert "When do I move?</textarea>" in page
    assert "When do I move?" not in listed(cast.chair, meeting)
    assert "The update is sent." in write(client, meeting, cast.amara, **said)
    assert "asked for a meeting" not in client.get("/tracker/").content.decode()
    page = listed(cast.chair, meeting)
    assert "1 of 2 updates sent" in page
    assert page.index("When do I move?") < page.index("Whether to widen the search.")
    assert page.count(BLANK) == 3


def test_what_is_recorded_stands_beside_the_questions(cast: Cast, meeting: Meeting) -> None:
    day = timezone.localdate() - timedelta(days=3)
    ChildsWords.objects.create(
        child=cast.amara, said_on=day, words="Soon?", gathered="talking", shared_with="readers"
    )
    page = signed_in(cast.social_worker).get(address(meeting, cast.amara)).content.decode()
    for known in ("“Soon?”", "Adoption", "Long-term foster", "Placement order", "Foster"):
        assert known in page, known
    over = (timezone.localdate() - date(2026, 1, 30)).days
    assert f"Placement order to match: {over} days over" in page
    since = meeting.held_on - timedelta(days=31)
    assert f"what has happened since {since.day} {since:%B %Y}" in page


def test_a_wrong_date_is_said_and_what_was_typed_is_kept(cast: Cast, meeting: Meeting) -> None:
    wrong = {"next_step_on-day": "32", "next_step_on-month": "1", "next_step_on-year": "2027"}
    page = write(signed_in(cast.social_worker), meeting, cast.amara, held_up="A court.", **wrong)
    assert "There is a problem" in page and 'value="32"' in page and "A court.</textarea>" in page
    assert not AgendaUpdate.objects.exists()


def test_an_empty_update_may_be_sent_and_corrected(cast: Cast, meeting: Meeting) -> None:
    client = signed_in(cast.social_worker)
    assert "The update is sent." in write(client, meeting, cast.amara)
    assert listed(cast.chair, meeting).count(BLANK) == 5
    page = client.get(address(meeting, cast.amara)).content.decode()
    assert "Save the correction" in page and "Send to the group" not in page
    corrected = write(client, meeting, cast.amara, do="save", next_step="Ask the court.")
    assert "The update is corrected." in corrected
    assert "Ask the court." in listed(cast.chair, meeting)


def test_the_day_stands_beside_the_step() -> None:
    update = AgendaUpdate(next_step="ask the court", next_step_on=date(2026, 7, 1))
    assert answers(update)[3] == ("What is the next step?", "Ask the court. By 1 July 2026.")
    update.next_step = ""
    assert answers(update)[3][1] == "By 1 July 2026."
    assert [said for _, said in answers(None)] == [""] * 5


def test_after_the_day_it_is_only_read(cast: Cast, meeting: Meeting) -> None:
    client = signed_in(cast.social_worker)
    write(client, meeting, cast.amara, happened="They met.")
    gone = timezone.localdate() - timedelta(days=1)
    Meeting.objects.update(held_on=gone)
    page = client.get(address(meeting, cast.amara)).content.decode()
    assert "Nothing is written for it any more." in page and "They met." in page
    assert "<textarea" not in page
    typed = write(client, meeting, cast.amara, happened="They met twice.")
    assert "Nothing is written for it any more." in typed and "They met twice.</textarea>" in typed
    assert AgendaUpdate.objects.get().happened == "They met."
    assert "Ask all" not in listed(cast.chair, meeting)
    assert "None of the children you work with" in client.get("/updates/").content.decode()


def test_late_ones_are_seen_and_reminded_of(cast: Cast, late: Meeting) -> None:
    press(cast.chair, late, "ask")
    page = listed(cast.chair, late)
    assert "0 of 2 updates sent, 1 late" in page and '<strong class="late">Late</strong>' in page
    today = timezone.localdate()
    send(today)
    said = press(cast.chair, late, "remind")
    assert "1 late update reminded of." in said and f"reminded on {today:%-d %b %Y}" in said
    assert "No update is late of which" in press(cast.chair, late, "remind")


def test_nobody_is_late_before_the_day(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "ask")
    assert "Remind those who are late" not in listed(cast.chair, meeting)
    assert "nobody is late yet" in press(cast.chair, meeting, "remind")


def test_the_digest_tells_it_once_and_a_reminder_again(cast: Cast, late: Meeting) -> None:
    today = timezone.localdate()
    due = late.papers_due_on(CalendarDay.objects.holidays())
    press(cast.chair, late, "ask")
    sent = send(today)
    assert list(sent) == ["social-worker@council.example"]
    told = sent["social-worker@council.example"]
    assert "Casetrack: 1 update to write" in told
    asked = f"{late.held_on.day} {late.held_on:%B %Y}: 1 update, due by {due.day} {due:%B %Y}, LATE"
    assert f"Permanence Monitoring Group, {asked}: A1 (A. B.)\n" in told
    assert "http://127.0.0.1:8000/updates/" in told and "Amara" not in told
    assert send(today) == {} and send(today + timedelta(days=1)) == {}
    press(cast.chair, late, "remind")
    assert "1 update to write" in send(today + timedelta(days=2)).popitem()[1]


def test_the_digest_does_not_tell_of_what_was_sent(cast: Cast, meeting: Meeting) -> None:
    press(cast.chair, meeting, "ask")
    write(signed_in(cast.social_worker), meeting, cast.amara)
    assert send(timezone.localdate()) == {}


def test_a_worker_who_does_not_reach_the_child_is_told_nothing(
    cast: Cast, meeting: Meeting
) -> None:
    press(cast.chair, meeting, "ask")
    _keep_from(cast, cast.social_worker)
    assert send(timezone.localdate()) == {}
    assert AgendaUpdate.objects.get().told_on is None


def _keep_from(cast: Cast, person: User) -> None:
    restrictions.restrict(
        child=cast.amara,
        kind="excluded",
        reason="A threat.",
        people=[person],
        on=timezone.localdate(),
        by=cast.service_manager,
    )


def test_a_child_who_is_kept_from_the_chair_is_not_there(cast: Cast, meeting: Meeting) -> None:
    write(signed_in(cast.social_worker), meeting, cast.amara, happened="They met.")
    _keep_from(cast, cast.chair)
    page = listed(cast.chair, meeting)
    assert "Amara" not in page and "They met." not in page and "0 of 1 update sent" in page


def test_a_member_with_an_interest_reads_no_update(cast: Cast, meeting: Meeting) -> None:
    write(signed_in(cast.social_worker), meeting, cast.amara, happened="They met.")
    today = timezone.localdate()
    member = meetings.join(
        series=meeting.series, seat="care", on=today, user=cast.chair, by=cast.chair
    )
    meetings.declare(member=member, child=cast.amara, reason="Aunt", on=today, by=cast.chair)
    page = listed(cast.chair, meeting)
    assert "Amara" not in page and "They met." not in page


def test_who_may_write_it(cast: Cast, meeting: Meeting) -> None:
    for user, status in (
        (cast.social_worker, 200),
        (cast.manager, 200),
        (cast.service_manager, 200),
        (cast.chair, 403),
        (cast.iro, 403),
        (a_user("other", cast.authority, "social-worker"), 404),
        (a_user("elsewhere", cast.elsewhere, "service-manager"), 404),
    ):
        assert signed_in(user).get(address(meeting, cast.amara)).status_code == status
    item = AgendaItem.objects.get(meeting=meeting, child=cast.tomas)
    mixed = f"/children/{cast.amara.uuid}/update/{item.uuid}/"
    assert signed_in(cast.service_manager).get(mixed).status_code == 404


def test_the_list_is_the_chairs_and_the_secretarys(cast: Cast, meeting: Meeting) -> None:
    where = f"/meetings/{meeting.uuid}/updates/"
    for user in (cast.manager, cast.social_worker, cast.iro, cast.board_member):
        assert signed_in(user).get(where).status_code == 403
    assert signed_in(cast.stranger).post(where, {"do": "ask"}).status_code == 404
    assert not AgendaUpdate.objects.exists()


def test_the_looks_are_written_down(cast: Cast, meeting: Meeting) -> None:
    client = signed_in(cast.social_worker)
    client.get("/updates/")
    client.get(address(meeting, cast.amara))
    listed(cast.chair, meeting)
    for what in ("updates", "update"):
        event = AuditEvent.objects.get(kind="read", what=what)
        assert event.children == [cast.amara.pk]
    event = AuditEvent.objects.get(kind="read", what="meeting.updates")
    assert set(event.children) == {cast.amara.pk, cast.tomas.pk}
