"""What stands out after a meeting, for the director; what does not is said to be none."""

import re
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from oversight.meetings.exceptions import made
from oversight.models import ClockRow
from permanence.actions import agreed_actions, escalations, held, meetings
from permanence.actions.decisions import find_of_plan
from permanence.models import AgreedAction, Level, Meeting
from tests import papers, timeline
from tests.cast import DAY, WAITING, Cast, a_user, signed_in
from tests.sittings import decided, group, item, sitting

pytestmark = pytest.mark.django_db
DUE = date(2026, 7, 1)


def tables(cast: Cast, meeting: Meeting) -> dict[str, list[tuple[str, ...]]]:
    """The rows of every part of the report, by its title."""
    pack = made(meeting, Child.objects.filter(authority=cast.authority))
    counted = dict(pack.agenda.rows)
    for table in pack.sheets[0].tables:
        assert counted[table.title] == (str(len(table.rows)) if table.rows else "None")
        assert table.nothing == "None."
    return {table.title: table.rows for table in pack.sheets[0].tables}


def closed(cast: Cast, meeting: Meeting) -> Meeting:
    held.close_meeting(meeting=meeting, on=meeting.held_on, by=cast.chair)
    meeting.refresh_from_db()
    return meeting


def months(cast: Cast, count: int) -> Meeting:
    """So many meetings running, each with Amara on it; the last is closed."""
    series = group(cast)
    for month in range(1, count + 1):
        meeting = sitting(cast, cast.amara, on=date(2026, month, 5), series=series)
        decided(cast, meeting, cast.amara, "noted")
        closed(cast, meeting)
    return meeting


def test_where_nothing_stands_out_it_says_none(cast: Cast) -> None:
    meeting = sitting(cast, cast.amara)
    decided(cast, meeting, cast.amara, "noted")
    found = tables(cast, closed(cast, meeting))
    assert len(found) == 8 and not any(found.values())


def test_what_the_group_escalated(cast: Cast) -> None:
    meeting = sitting(cast, cast.amara)
    more = {"level": Level.DIRECTOR, "reason": "no adopter in a year"}
    decided(cast, meeting, cast.amara, "escalate", text="ask for a search", **more)
    assert tables(cast, meeting)["The group escalated"] == [
        (
            "Amara Bello, A1",
            "The director of children’s services",
            "Ask for a search.",
            "No adopter in a year.",
        )
    ]


def test_at_a_first_meeting_nothing_goes_up_by_itself(cast: Cast) -> None:
    assert not tables(cast, months(cast, 1))["Went up by itself"]


@pytest.mark.parametrize(
    ("count", "level", "again"),
    [(2, "The service manager", False), (3, "The chair of the group", True)],
)
def test_the_same_reason_again(cast: Cast, count: int, level: str, again: bool) -> None:
    found = tables(cast, months(cast, count))
    ((who, to, why, _),) = found["Went up by itself"]
    assert (who, to) == ("Amara Bello, A1", level)
    assert why == f"On the agenda for the same reason at {count} meetings running"
    rows = found["On the agenda for the same reason at 3 meetings or more"]
    assert [row[2] for row in rows] == (["3"] if again else [])


def late(cast: Cast) -> tuple[Meeting, AgreedAction]:
    """An action of one meeting that is long overdue at the next."""
    before = sitting(cast, cast.amara, on=date(2026, 3, 2))
    to_do = {"owner": cast.north_worker, "due_on": date(2026, 3, 16)}
    decided(cast, before, cast.amara, "action", text="ring the school", **to_do)
    closed(cast, before)
    escalations.climb(on=DAY, by=None)
    meeting = sitting(cast, cast.tomas, on=DAY, series=before.series)
    decided(cast, meeting, cast.tomas, "noted")
    return closed(cast, meeting), AgreedAction.objects.get()


def test_what_was_not_carried_out_by_its_day(cast: Cast) -> None:
    meeting, action = late(cast)
    found = tables(cast, meeting)
    assert found["Not carried out by the day set"] == [
        ("Amara Bello, A1", "Ring the school.", "N. Okafor", "16 Mar 2026, 77 days late")
    ]
    ((_, to, what, _),) = found["Went up by itself"]
    assert to == "The director of children’s services"
    assert what == "Ring the school. N. Okafor, due 16 Mar 2026"
    agreed_actions.done(action=action, on=DAY + timedelta(days=1), by=cast.chair)
    assert tables(cast, meeting) == found, "it was not done on the day of the meeting"


def test_what_was_done_by_then_does_not_stand_out(cast: Cast) -> None:
    meeting, action = late(cast)
    agreed_actions.done(action=action, on=DAY, by=cast.chair)
    assert not any(tables(cast, meeting).values())


def test_delays_found_to_be_justified(cast: Cast) -> None:
    meeting = sitting(cast, cast.amara)
    row = ClockRow.objects.get(child=cast.amara, clock="placement-order-to-match")
    wait = {"wait": (row.clock, row.subject, row.started_on), "until": DUE, "cause": "health"}
    asked = {"reason": "an operation", "asked_by": cast.service_manager}
    decided(cast, meeting, cast.amara, "justify", **wait, **asked)
    assert tables(cast, meeting)["Delays found to be justified"] == [
        ("Amara Bello, A1", "Placement order to match", "An operation.", "1 Jul 2026")
    ]


def test_carried_over_and_not_answered(cast: Cast) -> None:
    meeting = sitting(cast, cast.amara, cast.tomas)
    for question, answered in (("route", "not"), ("drift", "partly")):
        values = {"answered": answered, "found": "nobody knew", "recheck_on": DUE}
        about = item(meeting, cast.amara)
        find_of_plan(item=about, question=question, values=values, by=cast.chair)
    found = tables(cast, closed(cast, meeting))
    assert found["Carried over to the next meeting"] == [
        ("Tomas Bello, A2", "There was no time for this child.")
    ]
    assert found["Questions about a plan that were not answered"] == [
        (
            "Amara Bello, A1",
            "Is the route right, and why not the others?",
            "Nobody knew.",
            "1 Jul 2026",
        )
    ]


def test_too_few_in_the_room(cast: Cast) -> None:
    meeting = sitting(cast, cast.amara, cast.tomas)
    row = meeting.attendance.first()
    given = {"reason": "Her aunt", "on": DAY, "by": cast.chair}
    meetings.declare(member=row.member, child=cast.amara, **given)
    found = tables(cast, meeting)["Too few members in the room to decide"]
    assert found == [("Amara Bello, A1", "3; 4 are needed")]
    held.mark(meeting=meeting, member=row.member, presence="apologies", by=cast.chair)
    text = page(cast.chair, meeting)
    assert "3 members were there and 4 are needed, so it could not decide" in text


# The page and the file


def page(user: User, meeting: Meeting) -> str:
    answer = signed_in(user).get(f"/meetings/{meeting.uuid}/exceptions/")
    assert answer.status_code == 200
    main = answer.content.decode().partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


def test_the_director_reads_it_and_takes_it_out(cast: Cast) -> None:
    meeting, _ = late(cast)
    director = a_user("director", cast.authority, "director")
    text = page(director, meeting)
    assert "For the director: Permanence Monitoring Group, 1 June 2026" in text
    assert "Not carried out by the day set 1" in text and "Carried over" in text
    assert "defaults of this product and not law" in text
    answer = signed_in(director).get(f"/meetings/{meeting.uuid}/exceptions/pdf/")
    assert answer["Content-Disposition"].endswith('"for-the-director-2026-06-01.pdf"')
    paper = PdfReader(BytesIO(answer.content))
    root: Any = paper.trailer["/Root"]
    assert root["/Lang"] == "en-GB" and root["/MarkInfo"]["/Marked"]
    said = " ".join(papers.of_pdf(answer.content).split())
    assert "Ring the school." in said and "Page 1 of 2" in said
    for what in ("meeting.exceptions", "meeting.exceptions.file"):
        assert AuditEvent.objects.get(what=what).children == [cast.amara.pk]


def test_who_does_not_read_minutes_does_not_read_it(cast: Cast) -> None:
    meeting = sitting(cast, cast.amara)
    for more in ("", "pdf/"):
        where = f"/meetings/{meeting.uuid}/exceptions/{more}"
        assert signed_in(cast.manager).get(where).status_code == 403
        assert signed_in(cast.stranger).get(where).status_code == 404


def test_before_the_meeting_begins_there_is_none(cast: Cast) -> None:
    (ahead,) = meetings.schedule(series=group(cast), days=[DAY], by=cast.chair)
    assert signed_in(cast.chair).get(f"/meetings/{ahead.uuid}/exceptions/").status_code == 404


def test_however_many_children_the_questions_are_the_same(cast: Cast) -> None:
    few = sitting(cast, cast.amara, cast.tomas)
    children = [timeline.child(WAITING, authority=cast.authority) for _ in range(25)]
    many = sitting(cast, *children, on=DAY + timedelta(days=30), series=few.series)
    client, asked = signed_in(cast.chair), []
    for meeting in (few, many):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/meetings/{meeting.uuid}/exceptions/").status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]
