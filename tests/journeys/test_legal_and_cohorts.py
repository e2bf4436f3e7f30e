"""Walks through the legal tracker, a cohort, and the adoption agency's own list."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import expect

from adoption.models import FamilyFinding
from casetrack.models import Hearing, Proceedings
from oversight.models import CohortMember
from returns.models import AgencyDifference
from tests.cast import Cast, a_user
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.journey


def test_from_the_proceedings_to_the_calendar_of_ones_own(cast: Cast, visit: Visit) -> None:
    today = timezone.localdate()
    for child, weeks in ((cast.amara, 30), (cast.tomas, 4)):
        court = Proceedings.objects.create(
            child=child, kind="care", issued_on=today - timedelta(weeks=weeks), court="Teesside"
        )
        Hearing.objects.create(
            child=child, proceedings=court, purpose="final", listed_on=today + timedelta(days=1)
        )
    user = a_user("court", cast.authority, "court-progression-officer")
    page = visit(user, "/")
    page.get_by_role("link", name="Legal", exact=True).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("2 children before a court, 1 past the last day")
    page.get_by_role("link", name="Past the last day 1").click()
    expect(page.get_by_role("rowheader")).to_have_count(1)
    expect(page.get_by_text("Week 31 of 26")).to_be_visible()
    for part, said in (
        ("Pre-proceedings", "0 children in pre-proceedings, none past the limit"),
        ("Legal Gateway", "0 children wait for the panel, 0 decided in the last year"),
        ("Supervision orders", "0 children with a supervision order, 0 running out in 90 days"),
    ):
        page.get_by_role("link", name=part, exact=True).click()
        expect(heading).to_have_text(said)
    page.get_by_role("link", name="Calendar of hearings").click()
    if (today + timedelta(days=1)).day == 1:
        page.get_by_role("link", name="Month after").click()
    expect(heading).to_contain_text("2 hearings in")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Take out for my calendar").click()
    content = taken.value.path().read_bytes()
    assert len(Calendar.from_ical(content).walk("VEVENT")) == 2
    assert b"Bello" not in content


def test_from_a_preset_to_what_became_of_a_child(cast: Cast, visit: Visit) -> None:
    page = visit(cast.service_manager, "/cohorts/")
    page.get_by_role("link", name="Connected carers to guardianship").click()
    for label, typed in (("Day", "6"), ("Month", "1"), ("Year", "2025")):
        page.get_by_label(label, exact=True).fill(typed)
    page.get_by_role("button", name="Start the cohort").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Connected carers to guardianship: 0 children")
    page.get_by_role("link", name="Choose children in the tracker").click()
    page.get_by_label("Choose all children on this page").check()
    page.get_by_role("button", name="Add to a cohort").click()
    page.get_by_label("Which cohort?").select_option("Connected carers to guardianship")
    page.get_by_label("Why that day?").fill("As in other years")
    page.get_by_role("button", name="Add to the cohort").click()
    expect(page.get_by_role("link", name="Enter the day that was expected")).to_be_visible()
    expected = page.get_by_role("group", name=re.compile("By when would it have happened"))
    for label, typed in (("Day", "1"), ("Month", "6"), ("Year", "2049")):
        expected.get_by_label(label, exact=True).fill(typed)
    page.get_by_role("button", name="Add to the cohort").click()
    expect(page.get_by_text("2 children added to the cohort.")).to_be_visible()
    expect(heading).to_have_text("Connected carers to guardianship: 2 children")
    assert CohortMember.objects.filter(expected_on="2049-06-01").count() == 2


def test_a_list_of_the_agency_is_decided_line_by_line(cast: Cast, visit: Visit) -> None:
    user = a_user("agency", cast.authority, "adoption-agency-worker")
    page = visit(user, "/regional/")
    page.get_by_role("link", name="Compare with the agency’s list").click()
    page.get_by_label("Or choose a file").set_input_files(
        {
            "name": "list.csv",
            "mimeType": "text/csv",
            "buffer": "Child ref;Family finding\r\nA1;03/11/2025\r\nA2;31/02/2026\r\n"
            "A3;04/11/2025\r\n".encode("utf-8-sig"),
        }
    )
    page.get_by_role("button", name="Compare").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("1 difference from the adoption agency’s list")
    expect(page.get_by_role("cell", name="31/02/2026")).to_be_visible()
    expect(page.get_by_role("cell", name=re.compile("^A3"))).to_be_visible()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("The record has the day of the agency’s list now.")).to_be_visible()
    assert FamilyFinding.objects.get().child == cast.amara
    page.get_by_label("Paste the list").fill("Reference,Family finding\nA1,04/11/2025")
    page.get_by_role("button", name="Compare").click()
    page.get_by_label("Why the record stands").fill("The search began the day before.")
    page.get_by_role("button", name="Refuse").click()
    expect(page.get_by_text("The list is not asked about it again.")).to_be_visible()
    expect(page.get_by_role("cell", name=re.compile("The search began"))).to_be_visible()
    assert set(AgencyDifference.objects.values_list("decision", flat=True)) == {
        "accepted",
        "refused",
    }
