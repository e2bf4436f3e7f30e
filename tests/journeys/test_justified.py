"""A delay is asked to be justified, agreed to by another, disputed, and is red again by itself."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from casetrack.words import long_day, short_day
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.filled import name_everybody
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.journey

CLOCK = "Placement order to match"
WHY = "Two families are being assessed; the panel sits next month."


def test_a_delay_is_justified_disputed_and_expires(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    name_everybody(cast)
    today = timezone.localdate()
    until = today + timedelta(days=60)
    address = f"/children/{cast.amara.uuid}/"

    page = visit(cast.manager, address)
    by = hand(page)
    expect(tag(page)).to_have_text(re.compile("over$"))
    by.press(page.get_by_role("link", name=re.compile(f"^Ask to justify this delay.*{CLOCK}$")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Ask to justify a delay")
    expect(page.get_by_role("radio", name=re.compile(f"^{CLOCK}:"))).to_be_checked()
    by.pick(page.get_by_label("What holds it up?"), "Finding a family or a home")
    by.write(page.get_by_label("Why does it take so long"), WHY)
    by.date("Until when?", until)
    by.press(page.get_by_role("button", name="Ask", exact=True))
    expect(page.get_by_role("status")).to_contain_text("until then nothing changes")
    expect(tag(page)).to_have_text(re.compile("over$"))
    expect(clock(page)).to_contain_text(f"Asked to be justified to {short_day(until)}")

    page = visit(cast.chair, "/tracker/")
    by = hand(page)
    expect(page.get_by_text("1 delay waits to be decided.")).to_be_visible()
    by.press(page.get_by_role("link", name="See them"))
    by.press(page.get_by_role("link", name=re.compile(f"^Agree that .*: {CLOCK}")))
    expect(page.locator("main")).to_contain_text(WHY)
    by.date("When was it agreed?", today)
    by.press(page.get_by_role("button", name="Record"))
    expect(page.get_by_role("status")).to_contain_text("Recorded.")
    page.goto(address)
    # The year is not said where it is this one.
    expect(tag(page)).to_have_text(f"justified to {short_day(until, beside=today)}")
    expect(tag(page)).to_have_class("tag tag-justified")

    page = visit(cast.iro, "/tracker/")
    by = hand(page)
    expect(page.get_by_text("1 delay of a child you review is justified.")).to_be_visible()
    by.press(page.get_by_role("link", name="See them"))
    by.press(page.get_by_role("link", name=re.compile(f"^I do not agree that .*: {CLOCK}")))
    by.date("When did you say so?", today)
    by.write(page.get_by_label("Why do you not agree?"), "No family has been found yet.")
    by.press(page.get_by_role("button", name="Record"))
    expect(page.get_by_role("status")).to_contain_text("Recorded.")

    page = visit(cast.manager, address)
    by = hand(page)
    expect(clock(page)).to_contain_text(
        "The reviewing officer does not agree: No family has been found yet. (Ian Ashdown,"
    )
    expect(clock(page)).to_contain_text(
        "Grace Mbeki, Chair of the Permanence Monitoring Group, agreed"
    )
    on(page, by, until - timedelta(days=1))
    expect(tag(page)).to_have_text(re.compile("justified to .*, 1 day left"))
    on(page, by, until)
    expect(tag(page)).to_have_text(re.compile("over$"))
    expect(tag(page)).to_have_class("tag tag-red")
    expect(clock(page)).to_contain_text("Was justified from")


def test_what_it_is_put_down_to_is_noted_and_counted(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    since = timezone.localdate() - timedelta(days=9)
    page = visit(cast.manager, f"/children/{cast.amara.uuid}/")
    by = hand(page)
    by.press(page.get_by_role("link", name=re.compile(f"^Say what holds it up.*{CLOCK}$")))
    by.write(page.get_by_label("Reason"), "The judge is ill.")
    by.pick(page.get_by_label("What holds it up"), "A date at court")
    by.date("Since when", since)
    by.press(page.get_by_role("button", name="Note the reason"))
    expect(page.get_by_role("status")).to_contain_text("Reason noted for 1 child.")
    by.press(page.get_by_role("link", name="Why children wait"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("are unexplained")
    row = page.get_by_role("row", name=re.compile("^A date at court"))
    expect(row.get_by_role("cell").first).to_have_text("10")
    by.press(row.get_by_role("link", name="A date at court"))
    expect(page.get_by_role("heading", level=1)).to_have_text("10 days past a limit, 1 child")
    by.press(page.get_by_role("link", name="Amara Bello"))
    expect(clock(page)).to_contain_text("The judge is ill.")


def clock(page: Page) -> Locator:
    """The clock with all that stands beneath it."""
    head = page.locator(".clock-name", has_text=re.compile(f"^{CLOCK}$"))
    return page.locator(".explained").filter(has=head)


def tag(page: Page) -> Locator:
    return clock(page).locator(".tag")


def on(page: Page, by: Mouse, day: date) -> None:
    """The page as it will be on that day."""
    by.press(page.get_by_text("change date"))
    by.date("Show the facts as at", day)
    by.press(page.get_by_role("button", name="Show", exact=True))
    expect(page.locator(".as-at-day")).to_contain_text(long_day(day))
