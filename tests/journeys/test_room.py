"""Meeting mode in a browser: by keys alone and by buttons, names hidden, the screen blanked."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from permanence.actions import agendas
from permanence.models import Meeting, MeetingSeries, Part
from tests.cast import Cast
from tests.journeys.barriers import DESK, barriers
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.journey
PROJECTOR = {"width": 1920, "height": 1080}
CONTRAST = """() => axe.run({runOnly: ["color-contrast-enhanced"]}).then(
  found => found.violations.flatMap(each => each.nodes.map(node => node.html)))"""
ON_TOP = """() => {
  const name = document.querySelector(".is-shown .screen-name"), box = name.getBoundingClientRect();
  return document.elementFromPoint(box.left + 10, box.top + box.height / 2) === name;
}"""
SMALL = """() => [...document.querySelectorAll("body *")].filter(each =>
  each.checkVisibility() && each.innerText && each.children.length === 0
  && !each.closest(".room-told") && parseFloat(getComputedStyle(each).fontSize) < 28
).map(each => each.outerHTML.slice(0, 100))"""


@pytest.fixture
def room(cast: Cast) -> str:
    """The address of a room with Amara first and Tomas second."""
    today = timezone.localdate()
    series = MeetingSeries.objects.create(
        authority=cast.authority,
        name="Permanence Monitoring Group",
        place="Room 2",
        starts_at="9:30",
        chair=cast.chair,
        starts_on=today,
    )
    meeting = Meeting.objects.create(series=series, held_on=today + timedelta(days=14))
    late = ("placement-order-to-match",)
    choices = [agendas.Choice(each.pk, Part.LATE, late) for each in (cast.amara, cast.tomas)]
    agendas.put_on(meeting=meeting, choices=choices, by=cast.chair, chosen=False)
    return reverse("meeting-room", args=[meeting.uuid])


def focused(page: Page) -> str:
    said: str = page.evaluate("document.activeElement.textContent.trim()")
    return said


def test_by_keys_alone(cast: Cast, visit: Visit, room: str) -> None:
    page = visit(cast.chair, room, viewport=PROJECTOR)
    first = page.get_by_role("heading", name="Amara Bello")
    second = page.get_by_role("heading", name="Tomas Bello")
    expect(first).to_be_visible()
    expect(second).to_be_hidden()
    page.keyboard.press("n")
    expect(second).to_be_focused()
    expect(first).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text("Tomas Bello, 2 of 2")
    page.keyboard.press("n")
    expect(second).to_be_visible()
    page.keyboard.press("f")
    assert focused(page) == "Waits of the pathways"
    page.keyboard.press("s")
    assert focused(page) == "Brothers and sisters"
    page.keyboard.press("p")
    expect(first).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Find a child of the agenda")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(second).to_be_focused()


@pytest.mark.parametrize("size", [PROJECTOR, DESK], ids=["projector", "desk"])
def test_the_name_is_not_beneath_the_bar(
    cast: Cast, visit: Visit, room: str, size: dict[str, int]
) -> None:
    page = visit(cast.chair, room, viewport=size)
    for address in (room, f"{room}#child-2"):
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_timeout(200)
        assert page.evaluate(ON_TOP), address


def test_help_blank_and_keys_switched_off(cast: Cast, visit: Visit, room: str) -> None:
    page = visit(cast.chair, room, viewport=PROJECTOR)
    first = page.get_by_role("heading", name="Amara Bello")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    page.keyboard.press("n")
    expect(first).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press(".")
    blank = page.get_by_text("The screen is blank.")
    expect(blank).to_be_visible()
    page.keyboard.press("n")
    expect(blank).to_be_hidden()
    expect(first).to_be_visible()
    page.get_by_role("button", name="? Keys").click()
    page.get_by_label("Keys are on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(first).to_be_visible()
    page.get_by_role("button", name="n Next").click()
    expect(page.get_by_role("heading", name="Tomas Bello")).to_be_focused()


def test_it_goes_blank_when_nothing_is_pressed(cast: Cast, visit: Visit, room: str) -> None:
    page = visit(cast.chair, "/")
    page.clock.install()
    page.goto(room)
    page.clock.run_for(299_000)
    blank = page.get_by_text("The screen is blank.")
    expect(blank).to_be_hidden()
    expect(page.locator(".is-shown [data-timer]")).to_have_text("4:59")
    page.clock.run_for(2_000)
    expect(blank).to_be_visible()
    page.mouse.click(20, 200)
    expect(blank).to_be_hidden()


def test_more_than_the_child_s_minutes_is_said_in_words(
    cast: Cast, visit: Visit, room: str
) -> None:
    page = visit(cast.chair, "/")
    page.clock.install()
    page.goto(room)
    page.clock.run_for(240_000)
    page.keyboard.press("Shift")
    page.clock.run_for(61_000)
    expect(page.locator(".is-shown [data-timer]")).to_have_text("5:01 over time")


def test_initials_leave_no_name_and_the_same_child(cast: Cast, visit: Visit, room: str) -> None:
    page = visit(cast.chair, room, viewport=PROJECTOR)
    page.keyboard.press("n")
    page.get_by_role("link", name="Initials only").click()
    expect(page.get_by_role("heading", name="T. B.")).to_be_visible()
    for name in ("Amara", "Tomas", "Bello"):
        assert name not in page.content()
    page.get_by_role("link", name="Show names").click()
    expect(page.get_by_role("heading", name="Tomas Bello")).to_be_visible()


def test_it_can_be_read_from_across_the_room(cast: Cast, visit: Visit, room: str) -> None:
    page = visit(cast.chair, room, viewport=PROJECTOR)
    assert barriers(page) == []
    page.set_viewport_size(PROJECTOR)
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate(SMALL) == []


def test_without_scripts_every_child_stands_on_the_page(
    cast: Cast, visit: Visit, room: str
) -> None:
    page = visit(cast.chair, room, java_script_enabled=False)
    expect(page.get_by_role("heading", name="Tomas Bello")).to_be_visible()
    page.get_by_role("link", name="Next child").click()
    assert page.url.endswith("#child-2")
