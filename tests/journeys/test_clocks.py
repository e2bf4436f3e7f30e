"""What the clocks do before somebody's eyes: a regime that switches, a limit set, a date tried."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from casetrack.words import long_day, short_day
from oversight.clocks.engine import refresh
from oversight.models import ClockRow, ClockSetting
from tests import timeline
from tests.cast import Cast
from tests.journeys.barriers import barriers
from tests.journeys.conftest import Visit
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.journey

MATCH = "placement-order-to-match"


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def bar(page: Page, title: str) -> str:
    """What the page says of the clock with this title, in time or not."""
    folded = page.locator("details.in-time:not([open]) > summary")
    if folded.count():
        folded.click()
    return page.locator(".explained", has=page.get_by_text(title, exact=True)).first.inner_text()


def test_placed_for_adoption_other_reviews_and_visits_take_over(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    timeline.record(cast.amara, f"visit {ago(20)}")
    type(cast.authority).objects.filter(pk=cast.authority.pk).update(recorded_from=ago(900))
    refresh([cast.amara.pk])
    page = visit(cast.service_manager, f"/children/{cast.amara.uuid}/")
    assert "Visit after the first year" in bar(page, "Visit after the first year")
    assert "adoption reviews instead" not in bar(page, "Review")
    by = hand(page)
    by.press(page.get_by_role("link", name="Record something"))
    by.press(page.get_by_role("link", name="A home or a move", exact=True))
    done = page.get_by_role("button", name="Record", exact=True)
    done.wait_for()
    by.date("From when does the child live there?", ago(3))
    by.pick(page.get_by_label("What kind of home is it?"), "Adoptive home")
    by.mark(
        page.get_by_role("group", name="Where does the child live now?").get_by_label(
            "Another home"
        )
    )
    by.write(page.get_by_label("Who are the carers?"), "Ruth Marsh, Paul Marsh")
    by.press(done)
    expect(page.get_by_role("status")).to_contain_text("Recorded.")
    page.goto(f"/children/{cast.amara.uuid}/")
    assert "adoption reviews instead" in bar(page, "Review")
    assert short_day(ago(3) + timedelta(days=28)) in bar(page, "Review")
    assert page.get_by_text("Visit after the first year", exact=True).count() == 0
    assert page.get_by_text("Placement order to match", exact=True).count() == 0
    stopped = ClockRow.objects.get(child=cast.amara, clock=MATCH)
    assert (stopped.stopped_on, stopped.stopped_by) == (ago(3), "adoptive home")


def test_a_limit_is_set_once_it_is_seen_who_would_change(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    page = visit(cast.chair, "/clocks/")
    by = hand(page)
    by.press(page.get_by_role("link", name="Limits of our own"))
    by.press(page.get_by_role("link", name="Placement order to match", exact=True))
    by.write(page.get_by_label("Limit, in days"), "3000")
    by.write(page.get_by_label("Warning, in days"), "2500")
    by.date("From which day?", date(2025, 1, 1))
    by.write(page.get_by_label("Why?"), "The court and the agency agreed it in spring")
    by.press(page.get_by_role("button", name="See who would change state"))
    expect(page.get_by_text("2 children would change state today")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("Amara Bello"))).to_contain_text("in time")
    assert not ClockSetting.objects.exists()
    by.press(page.get_by_role("button", name="Save this limit"))
    expect(page.get_by_role("status")).to_contain_text(
        "Placement order to match: the limit is set."
    )
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Castle Council has set 1 limit of its own"
    )
    page.goto(f"/children/{cast.amara.uuid}/")
    assert "of 3000" in bar(page, "Placement order to match")


def test_people_begin_to_record_once_it_is_seen_what_begins(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    page = visit(cast.chair, "/tracker/gaps/")
    by = hand(page)
    by.press(page.get_by_role("link", name="Say from which day people record"))
    by.date("From which day do people record here?", ago(60))
    by.write(page.get_by_label("Why?"), "Every team is trained")
    by.press(page.get_by_role("button", name="See what would change"))
    expect(page.get_by_role("heading", name="would begin, stop or change state")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("Nothing recorded"))).to_contain_text("2")
    by.press(page.locator("summary", has_text="Whose waits they are"))
    expect(page.get_by_role("link", name="Amara Bello")).to_be_visible()
    assert barriers(page) == []
    assert not ClockRow.objects.filter(clock="silence").exists()
    by.press(page.get_by_role("button", name="Save this day"))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        f"People record in Castle Council from {long_day(ago(60))}"
    )
    page.goto(f"/children/{cast.amara.uuid}/")
    assert "Nothing recorded" in bar(page, "Nothing recorded")


def test_a_date_is_tried_and_nothing_is_kept(cast: Cast, visit: Visit, hand: type[Mouse]) -> None:
    page = visit(cast.social_worker, f"/children/{cast.amara.uuid}/")
    by = hand(page)
    by.press(page.get_by_role("link", name="Try a date"))
    by.press(page.get_by_role("button", name="Try it"))
    expect(page.get_by_role("alert")).to_contain_text("Choose what happens")
    soon = ago(-10)
    by.pick(page.get_by_label("What happens?"), "A match is decided, after a matching panel")
    by.date("On which day?", soon)
    by.press(page.get_by_role("button", name="Try it"))
    row = page.get_by_role("row", name=re.compile("^Placement order to match"))
    expect(row).to_contain_text(f"Stops on {long_day(soon)}")
    expect(row).to_contain_text("past its limit")
    page.goto(f"/children/{cast.amara.uuid}/")
    assert " over" in bar(page, "Placement order to match")
    assert ClockRow.objects.get(child=cast.amara, clock=MATCH).stopped_by == "turned 18"
