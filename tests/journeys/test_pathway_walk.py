"""A pathway walked through in a browser: who stands on top, what is next, recorded and moved on."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from adoption.models import FamilyFinding
from oversight.models import SavedView
from tests.cast import Cast
from tests.journeys.barriers import TELEPHONE
from tests.journeys.conftest import Visit
from tests.journeys.hands import Mouse
from tests.journeys.test_recording import Recorder

pytestmark = pytest.mark.journey


def test_from_all_pathways_to_the_next_stage(cast: Cast, visit: Visit, hand: type[Mouse]) -> None:
    page = visit(cast.manager, "/pathways/")
    work = Recorder(page, hand)
    work.hand.press(page.get_by_role("link", name="Adoption", exact=True))
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(
        "1 child on the way to adoption, 1 with a placement order and no link with a family"
    )
    stages = page.get_by_role("list", name="Stages for Amara Bello")
    expect(stages.locator("[aria-current=step]")).to_have_text("Family finding now")
    work.hand.press(page.get_by_role("link", name="Placement order, no link 1"))
    work.hand.press(page.get_by_role("link", name="Record the search for a family for Amara Bello"))
    began = timezone.localdate() - timedelta(days=3)
    work.send("Record", {"When did family finding begin?": began})
    assert FamilyFinding.objects.get().starts_on == began
    page.goto("/pathways/adoption/?only=no-link")
    expect(stages.locator("[aria-current=step]")).to_have_text("Link now")
    work.hand.press(page.get_by_role("link", name="Amara Bello", exact=True))
    work.hand.press(page.get_by_role("link", name="Back to the pathway"))
    expect(page).to_have_url(re.compile(r"/pathways/adoption/\?only=no-link$"))


def test_a_view_is_saved_and_come_back_to(cast: Cast, visit: Visit) -> None:
    page = visit(cast.chair, "/pathways/adoption/?only=past")
    page.locator("summary", has_text="Saved views").click()
    page.get_by_label("Save this list as").fill("Late adoptions")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved as “Late adoptions”.")
    page.goto("/pathways/adoption/")
    page.locator("summary", has_text="Saved views").click()
    page.get_by_role("link", name="Late adoptions").click()
    expect(page.get_by_role("link", name=re.compile("Past a limit"))).to_have_attribute(
        "aria-current", "true"
    )
    assert SavedView.objects.get().page == "adoption"


def test_on_a_telephone_the_stages_stand_one_beneath_the_other(cast: Cast, visit: Visit) -> None:
    page = visit(cast.chair, "/pathways/adoption/", viewport=TELEPHONE)
    stages = page.get_by_role("list", name="Stages for Amara Bello").get_by_role("listitem")
    expect(stages).to_have_count(8)
    boxes = [each.bounding_box() or {} for each in stages.all()]
    assert [box["y"] for box in boxes] == sorted({box["y"] for box in boxes})
    assert len({box["x"] for box in boxes}) == 1
