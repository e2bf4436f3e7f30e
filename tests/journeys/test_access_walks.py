"""Who may see a record: opened in an emergency and reviewed, and kept to those who are named."""

import re

import pytest
from playwright.sync_api import Page, expect

from casetrack.models import BreakGlass, Restriction
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.filled import name_everybody
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.journey

HAPPENED = "A neighbour called: he is alone in the street."
FIND = "Name, reference or date of birth of a child"
RESTRICTED = "Only the people I name may see it"


def test_a_record_is_opened_in_an_emergency_closed_early_and_reviewed(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    name_everybody(cast)
    page = visit(cast.social_worker, "/tracker/")
    by = hand(page)
    by.press(page.get_by_role("link", name="Emergency", exact=True))
    by.write(page.get_by_label("The child’s reference"), "a2")
    by.mark(page.get_by_label("Risk of harm to the child now"))
    by.write(page.get_by_label("What has happened"), HAPPENED)
    by.press(page.get_by_role("button", name="Open the record"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Tomas Bello")
    expect(page.locator(".messages")).to_contain_text("The guardian of data has been told.")
    banner = page.get_by_role("region", name="Emergency access")
    expect(banner).to_contain_text(re.compile(r"to the record A2 until \d\d:\d\d"))
    by.press(page.get_by_role("link", name="History", exact=True))
    expect(banner).to_be_visible()
    by.press(page.get_by_role("button", name="End it now"))
    expect(page.locator(".messages")).to_contain_text("The emergency access is ended.")
    expect(banner).to_have_count(0)
    assert page.request.get(f"/children/{cast.tomas.uuid}/").status == 404
    the_guardian_reviews(visit(cast.guardian, "/"), hand)
    assert BreakGlass.objects.get().outcome == "justified"


def the_guardian_reviews(page: Page, hand: type[Mouse]) -> None:
    by = hand(page)
    by.press(page.get_by_role("link", name="Emergency access", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Emergency access: 1 to review")
    by.press(page.get_by_role("link", name=re.compile("^Review the access of Nneka Okafor")))
    expect(page.get_by_text(HAPPENED)).to_be_visible()
    for looked in ("Opened the record", "Read how the record stood before"):
        expect(page.get_by_role("cell", name=looked)).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Tomas")
    by.mark(page.get_by_label("Justified", exact=True))
    by.write(page.get_by_label("Why?"), "The police asked that night.")
    by.press(page.get_by_role("button", name="Note the review"))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "No emergency access waits for review"
    )


def test_a_restricted_record_is_gone_for_somebody_else(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    name_everybody(cast)
    address = f"/children/{cast.tomas.uuid}/"
    other = visit(cast.data_officer, "/tracker/")
    expect(other.get_by_role("link", name="Tomas Bello", exact=True)).to_be_visible()
    page = visit(cast.service_manager, address)
    by = hand(page)
    by.press(page.get_by_role("link", name="Who may see this record"))
    by.mark(page.get_by_label(RESTRICTED))
    by.write(page.get_by_label("Why?"), "His father works for the council.")
    by.mark(page.get_by_label(re.compile("^Stephen Hargreave")))
    by.press(page.get_by_role("button", name="Change who may see it"))
    problem = page.get_by_role("alert")
    expect(problem).to_be_focused()
    expect(problem).to_contain_text("Somebody must go on watching the waits.")
    expect(page.get_by_label(re.compile("^Stephen Hargreave"))).to_be_checked()
    for name in ("Ian Ashdown", "Priya Lindqvist", "Grace Mbeki"):
        by.mark(page.get_by_label(re.compile(f"^{name}")))
    by.press(page.get_by_role("button", name="Change who may see it"))
    expect(page.locator(".messages")).to_contain_text("is changed")
    assert Restriction.objects.get().kind == "restricted"
    other.reload()
    expect(other.get_by_role("link", name="Amara Bello", exact=True)).to_be_visible()
    expect(other.locator("main")).not_to_contain_text("Tomas")
    other.get_by_label(FIND, exact=True).fill("Tomas Bello")
    other.get_by_role("button", name="Find a child").click()
    expect(other.locator("main")).not_to_contain_text("Tomas")
    gone = other.request.get(address)
    assert gone.status == 404
    assert not re.search("Tomas|Bello|A2", gone.text())
    by.press(page.get_by_role("button", name="Lift this restriction"))
    expect(page.locator(".messages")).to_contain_text("is lifted")
    assert other.request.get(address).status == 200
