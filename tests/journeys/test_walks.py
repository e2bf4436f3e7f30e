"""The main job, walked through in a browser: find who drifts, see why, do something about it."""

import re

import pytest
from playwright.sync_api import expect

from casetrack.models import CarePeriod, Child
from oversight.models import Answer, SavedView
from permanence.models import AgreedAction
from tests.cast import PASSWORD, Cast
from tests.journeys.barriers import TELEPHONE
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.journey

DAY = "as_at=2026-06-01"


def test_from_signing_in_to_the_arithmetic_and_back(cast: Cast, visit: Visit) -> None:
    page = visit(None, "/")
    page.get_by_label("User name").fill("chair")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/tracker/$"))
    page.get_by_text("change date").click()
    for label, typed in (("Day", "1"), ("Month", "6"), ("Year", "2026")):
        page.get_by_label(label, exact=True).fill(typed)
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 children, 2 past a limit")
    page.get_by_role("link", name="Past limit 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 children past a limit")
    page.locator("summary", has_text="Filters, order and columns").click()
    page.get_by_label("Age", exact=True).select_option("1 to 4")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 child past a limit")
    here = page.url
    page.get_by_role("link", name="Amara Bello", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Amara Bello")
    page.locator("summary", has_text="How this is counted: Placement order to match").click()
    expect(page.locator(".starts", has_text="Placement order").first).to_be_visible()
    page.go_back()
    expect(page).to_have_url(here)
    page.get_by_role("link", name="Amara Bello", exact=True).click()
    page.get_by_role("link", name="Back to the tracker").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 child past a limit")
    page.get_by_role("link", name="Age 1 to 4").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 children past a limit")
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(re.compile("/sign-in/$"))


def test_an_action_for_all_on_the_page(cast: Cast, visit: Visit) -> None:
    page = visit(cast.chair, f"/tracker/?{DAY}")
    page.get_by_label("Choose all children on this page").check()
    expect(page.get_by_text("2 of 2 on this page ticked")).to_be_visible()
    page.get_by_role("button", name="Assign an action").click()
    page.get_by_label("What is to be done").fill("Call the family finders")
    for label, typed in (("Day", "31"), ("Month", "3"), ("Year", "2049")):
        page.get_by_label(label, exact=True).fill(typed)
    page.get_by_role("button", name="Assign the action").click()
    expect(page.get_by_text("Action assigned for 2 children.")).to_be_visible()
    assert AgreedAction.objects.count() == 2
    page.goto(f"/children/{cast.tomas.uuid}/")
    page.get_by_role("link", name=re.compile("Mark as done")).click()
    page.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_text("Action marked as done.")).to_be_visible()


def test_all_of_it_without_scripts(cast: Cast, visit: Visit) -> None:
    page = visit(cast.chair, f"/tracker/?{DAY}", java_script_enabled=False)
    expect(page.get_by_label("Choose all children on this page")).to_be_hidden()
    page.get_by_label("Choose Amara Bello").check()
    page.get_by_role("button", name="Note a reason").click()
    page.get_by_role("button", name="Note the reason").click()
    expect(page.get_by_role("link", name="Write the reason in a sentence")).to_be_visible()
    page.get_by_label("Reason", exact=True).fill("Two families withdrew")
    page.get_by_role("button", name="Note the reason").click()
    expect(page.get_by_text("Reason noted for 1 child.")).to_be_visible()
    assert Answer.objects.get().child_id == cast.amara.pk
    page.get_by_text("Saved views").click()
    page.get_by_label("Save this list as").fill("Mine")
    page.get_by_role("button", name="Save", exact=True).click()
    assert SavedView.objects.get().name == "Mine"


def test_with_the_keyboard_alone(cast: Cast, visit: Visit) -> None:
    page = visit(cast.chair, f"/tracker/?{DAY}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.get_by_role("link", name=re.compile("sort by last name, A to Z")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Sorted by last name, A to Z.")).to_be_visible()
    page.get_by_label("Choose Amara Bello").focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Choose Amara Bello")).to_be_checked()
    page.locator("summary", has_text="By clock").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=re.compile("^Review"))).to_be_visible()


def test_a_telephone_shows_cards_in_the_same_order(cast: Cast, visit: Visit) -> None:
    page = visit(cast.chair, f"/tracker/?{DAY}", viewport=TELEPHONE)
    rows = page.locator("tbody tr").all()
    assert [row.get_by_role("link").first.inner_text() for row in rows] == [
        "Amara Bello",
        "Tomas Bello",
    ]
    button = page.get_by_role("button", name="Assign an action")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 24


def test_the_file_that_is_taken_out(cast: Cast, visit: Visit) -> None:
    page = visit(cast.chair, f"/tracker/?{DAY}")
    page.get_by_role("link", name="Export 2 rows").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Take out as text (CSV)").click()
    assert re.fullmatch(r"tracker-[\d-]+\.csv", taken.value.suggested_filename)


def test_paper_has_words_for_the_chips(cast: Cast, visit: Visit) -> None:
    page = visit(cast.chair, f"/tracker/?{DAY}&show=red&whole=yes")
    page.emulate_media(media="print")
    expect(page.get_by_text("Shown: past limit, 2 children, as at 1 June 2026.")).to_be_visible()
    expect(page.get_by_role("button", name="Sign out")).to_be_hidden()


def test_the_next_page_follows_and_back_returns(cast: Cast, visit: Visit) -> None:
    many = Child.objects.bulk_create(
        Child(authority=cast.authority, reference=f"M{n:03}", expected_on="2025-01-01")
        for n in range(60)
    )
    CarePeriod.objects.bulk_create(CarePeriod(child=one, starts_on="2025-01-01") for one in many)
    page = visit(cast.chair, f"/tracker/?{DAY}&sort=name")
    first = page.locator(".child-name").first.inner_text()
    page.get_by_role("link", name="Next page").click()
    expect(page.locator(".child-name")).to_have_count(12)
    page.get_by_role("link", name="Previous page").click()
    expect(page.locator(".child-name").first).to_have_text(first)
