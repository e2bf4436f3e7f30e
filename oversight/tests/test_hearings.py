"""The calendar of hearings: by day, what was called off in words, and a file that names nobody."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar

from casetrack.audit import AuditEvent
from casetrack.models import Hearing, Proceedings
from tests.cast import Cast, signed_in


def listed(child: Any, day: Any, purpose: str = "final", **more: Any) -> Hearing:
    court, _ = Proceedings.objects.get_or_create(
        child=child, kind="care", issued_on="2025-01-02", court="Teesside, court 3"
    )
    return Hearing.objects.create(
        child=child, proceedings=court, purpose=purpose, listed_on=day, **more
    )


def text(user: Any, query: str = "month=2026-03") -> str:
    answer = signed_in(user).get(f"/legal/hearings/?{query}")
    assert answer.status_code == 200
    page = answer.content.decode()
    said = re.sub(r"<[^>]*>", " ", page[page.index("<main") : page.index("</main")])
    return re.sub(r"\s+", " ", said)


def events(user: Any, query: str = "") -> list[Any]:
    answer = signed_in(user).get(f"/legal/hearings/calendar/?{query}")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="hearings.ics"'
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_hearings_of_a_month_stand_by_day(cast: Cast) -> None:
    listed(cast.tomas, "2026-03-31", "first")
    listed(cast.amara, "2026-03-02")
    listed(cast.tomas, "2026-03-02", "case-management")
    listed(cast.amara, "2026-02-28", "first")
    listed(cast.amara, "2026-04-01", "first")
    page = text(cast.chair)
    assert "3 hearings in March 2026" in page
    order = ["Monday 2 March 2026", "Amara Bello Final hearing", "Tomas Bello Case management"]
    order += ["Tuesday 31 March 2026", "Tomas Bello First hearing"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "Teesside, court 3" in page and "N. Okafor" in page


def test_what_is_called_off_is_struck_through_and_said_in_words(cast: Cast) -> None:
    listed(cast.amara, "2026-03-02", vacated_on="2026-02-20", vacated_because="no judge is free")
    assert "0 hearings in March 2026, and 1 called off" in text(cast.chair)
    assert "Called off on 20 Feb 2026. No judge is free." in text(cast.chair)
    page = signed_in(cast.chair).get("/legal/hearings/?month=2026-03").content.decode()
    assert "<s>Final hearing</s>" in page


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"held_on": "2026-03-02"}, "Held. Tomas"),
        ({"held_on": "2026-03-04"}, "Held until 4 Mar 2026. Tomas"),
        ({"held_on": "2026-03-02", "decided": "a care order"}, "Held. A care order. Tomas"),
        ({}, "Whether it was held is not recorded. Tomas"),
        ({"vacated_on": "2026-03-02"}, "Called off on 2 Mar 2026. Tomas"),
    ],
)
def test_what_became_of_it(cast: Cast, more: dict[str, str], said: str) -> None:
    listed(cast.amara, "2026-03-02", **more)
    page = text(cast.chair).replace("N. Okafor North", "Tomas")
    assert said in page


def test_a_hearing_to_come_is_only_listed(cast: Cast) -> None:
    today = timezone.localdate()
    listed(cast.amara, today)
    assert "Today." in text(cast.chair, "") and ", today" in text(cast.chair, "")
    ahead = today + timedelta(days=40)
    listed(cast.tomas, ahead)
    page = text(cast.chair, f"month={ahead:%Y-%m}")
    assert "Teesside, court 3 S. Farrell" in page


@pytest.mark.parametrize("month", ["", "x", "2026-13", "2026-3-02", "0001-01", "9999-12", "2026"])
def test_a_month_that_is_none_is_this_one(cast: Cast, month: str) -> None:
    assert f"{timezone.localdate():%B %Y}" in text(cast.chair, f"month={month}")


def test_months_follow_each_other_over_the_year(cast: Cast) -> None:
    page = signed_in(cast.chair).get("/legal/hearings/?month=2025-12").content.decode()
    assert "?month=2025-11" in page and "?month=2026-01" in page


def test_only_children_whom_the_reader_reaches(cast: Cast) -> None:
    for child in (cast.amara, cast.tomas, cast.noor):
        listed(child, "2026-03-02")
    assert "2 hearings" in text(cast.chair) and "Noor" not in text(cast.chair)
    assert "1 hearing in" in text(cast.manager)
    assert "1 hearing in" in text(cast.chair, f"month=2026-03&team={cast.south_worker.team_id}")


@pytest.mark.parametrize("who", ["board_member", "administrator", "nobody"])
@pytest.mark.parametrize("page", ["hearings/", "hearings/calendar/"])
def test_who_may_not_see_them(cast: Cast, who: str, page: str) -> None:
    assert signed_in(getattr(cast, who)).get(f"/legal/{page}").status_code == 403


# The file


def test_the_file_holds_what_is_to_come_and_the_last_month(cast: Cast) -> None:
    today = timezone.localdate()
    for days in (-32, -31, 0, 400):
        listed(cast.amara, today + timedelta(days=days))
    found = events(cast.chair)
    assert [(each["dtstart"].dt - today).days for each in found] == [-31, 0, 400]


def test_an_event_is_whole_days_at_a_court(cast: Cast) -> None:
    today = timezone.localdate()
    hearing = listed(cast.amara, today, held_on=today + timedelta(days=2))
    (event,) = events(cast.chair)
    assert str(event["summary"]) == "Final hearing"
    assert str(event["location"]) == "Teesside, court 3"
    assert str(event["status"]) == "CONFIRMED" and str(event["class"]) == "PRIVATE"
    assert event["dtstart"].dt == today and not hasattr(event["dtstart"].dt, "hour")
    assert event["dtend"].dt == today + timedelta(days=3)
    assert str(event["url"]).endswith(f"/children/{hearing.child.uuid}/")


def test_the_file_names_nobody(cast: Cast) -> None:
    hearing = listed(
        cast.amara, timezone.localdate(), decided="Amara goes to Ruth", held_on=timezone.localdate()
    )
    Proceedings.objects.filter(pk=hearing.proceedings_id).update(reference="TS25C00017")
    body = signed_in(cast.chair).get("/legal/hearings/calendar/").content.decode()
    for hidden in ("Amara", "Bello", "A1", "20210910", "2021-09-10", "Okafor", "Ruth", "TS25C"):
        assert hidden not in body, hidden


def test_a_mark_stays_with_its_hearing(cast: Cast) -> None:
    """So that a calendar takes out what was called off, and moves what was corrected."""
    today = timezone.localdate()
    hearing, other = listed(cast.amara, today), listed(cast.amara, today, "first")
    before = {str(each["uid"]): each for each in events(cast.chair)}
    assert len(before) == 2
    Hearing.objects.filter(pk=hearing.pk).update(vacated_on=today)
    Hearing.objects.filter(pk=other.pk).update(listed_on=today + timedelta(days=7))
    after = {str(each["uid"]): each for each in events(cast.chair)}
    assert after.keys() == before.keys()
    (off,) = [each for each in after.values() if str(each["status"]) == "CANCELLED"]
    assert str(off["summary"]) == "Called off: final hearing"
    assert off["sequence"] > before[str(off["uid"])]["sequence"]


def test_the_file_is_as_the_standard_wants_it(cast: Cast) -> None:
    hearing = listed(cast.amara, timezone.localdate())
    court = "Teesside; Combined Court, Russell Street\\ Middlesbrough, a very long way of saying so"
    Proceedings.objects.filter(pk=hearing.proceedings_id).update(court=court)
    body = signed_in(cast.chair).get("/legal/hearings/calendar/").content
    lines = body.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2] == b"END:VCALENDAR"
    assert all(len(line) <= 75 for line in lines) and b"\n" not in body.replace(b"\r\n", b"")
    unfolded = body.replace(b"\r\n ", b"").decode()
    assert r"LOCATION:Teesside\; Combined Court\, Russell Street\\ Middlesbrough\," in unfolded
    assert re.search(r"DTSTAMP:\d{8}T\d{6}Z", unfolded)
    assert f"DTSTART;VALUE=DATE:{timezone.localdate():%Y%m%d}" in unfolded


def test_taking_it_out_is_written_down(cast: Cast) -> None:
    listed(cast.amara, timezone.localdate())
    listed(cast.noor, timezone.localdate())
    assert len(events(cast.chair)) == 1
    event = AuditEvent.objects.get(kind="export")
    assert (event.what, event.children) == ("hearings.calendar", [cast.amara.pk])
    text(cast.chair)
    looked = AuditEvent.objects.get(kind="read")
    assert (looked.what, looked.details) == ("hearings", {"month": "2026-03"})


def test_the_file_may_be_of_one_team(cast: Cast) -> None:
    for child in (cast.amara, cast.tomas):
        listed(child, date(2049, 1, 1))
    assert len(events(cast.chair, f"team={cast.south_worker.team_id}")) == 1
