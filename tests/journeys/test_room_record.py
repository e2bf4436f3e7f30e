"""Recording in the room, in a browser: by keys, by two at once, with the connection lost."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from permanence.models import AgreedAction, Decision, Finding, Meeting, PermanencePlan
from tests.cast import Cast
from tests.journeys.barriers import barriers
from tests.journeys.conftest import Visit
from tests.journeys.test_room import CONTRAST, PROJECTOR, SMALL
from tests.sittings import ahead, group, sitting

pytestmark = pytest.mark.journey


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """Open, with Amara first and Tomas second, and four members there."""
    return sitting(cast, cast.amara, cast.tomas, on=timezone.localdate())


def the_room(meeting: Meeting) -> str:
    return reverse("meeting-room", args=[meeting.uuid])


def recorded(page: Page) -> Any:
    return page.locator(".is-shown [data-recorded]")


def test_a_decision_in_three_keys_and_undone(cast: Cast, visit: Visit, meeting: Meeting) -> None:
    page = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    for key in ("d", "e", "Enter"):
        page.keyboard.press(key)
    expect(recorded(page)).to_contain_text("Endorse the plan. The group endorses the plan.")
    made = Decision.objects.get()
    assert (made.child, made.kind, made.decided_by) == (cast.amara, "endorse", cast.chair)
    assert PermanencePlan.objects.get(pk=made.plan_id).endorsed_on == meeting.held_on
    page.get_by_role("button", name="Undo: Endorse the plan").click()
    expect(recorded(page)).to_contain_text("Nothing is recorded for this child yet.")
    assert PermanencePlan.objects.get(pk=made.plan_id).endorsed_on is None


def test_an_action_is_typed_and_what_is_missing_is_said(
    cast: Cast, visit: Visit, meeting: Meeting
) -> None:
    page = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    page.keyboard.press("n")
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog", name="Agree an action")
    expect(dialog.get_by_label("What is decided?")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(dialog.get_by_text("This is missing")).to_be_visible()
    page.keyboard.type("Book the matching panel.")
    dialog.get_by_label("Who does it?").select_option("N. Okafor")
    page.keyboard.press("Control+Enter")
    expect(recorded(page)).to_contain_text("Book the matching panel.")
    action = AgreedAction.objects.get()
    assert (action.child, action.owner) == (cast.tomas, cast.north_worker)


def test_what_the_server_refuses_is_there_to_be_mended(
    cast: Cast, visit: Visit, meeting: Meeting
) -> None:
    page = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog", name="Agree an action")
    page.keyboard.type("Book the panel.")
    dialog.get_by_label("Year").fill("1999")
    page.keyboard.press("Control+Enter")
    expect(dialog.locator(".govuk-error-message").first).to_be_visible()
    expect(dialog.get_by_label("What is decided?")).to_have_value("Book the panel.")
    dialog.get_by_label("Year").fill("2027")
    page.keyboard.press("Control+Enter")
    expect(recorded(page)).to_contain_text("Book the panel.")
    assert Decision.objects.count() == 1


def test_two_see_each_others_entries(cast: Cast, visit: Visit, meeting: Meeting) -> None:
    chair = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    secretary = visit(meeting.series.secretary, the_room(meeting), viewport=PROJECTOR)
    chair.keyboard.press("d")
    chair.keyboard.press("n")
    chair.keyboard.type("Her aunt was spoken to.")
    chair.keyboard.press("Control+Enter")
    expect(recorded(secretary)).to_contain_text("Her aunt was spoken to.", timeout=6000)
    expect(recorded(secretary)).to_contain_text("Recorded by chair.")


@pytest.mark.unconnected
def test_a_lost_connection_loses_nothing_and_doubles_nothing(
    cast: Cast, visit: Visit, meeting: Meeting
) -> None:
    page = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    page.keyboard.press("d")
    page.keyboard.press("n")
    page.keyboard.type("The family was spo")
    page.context.set_offline(True)
    page.keyboard.type("ken to.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#unsent")).to_contain_text("1 entry is kept here")
    expect(
        page.get_by_text("Not sent yet: Note what was said. The family was spoken to.")
    ).to_be_visible()
    page.keyboard.press("n")
    page.keyboard.press("a")
    page.keyboard.type("Ring the school")
    assert not Decision.objects.exists()
    page.context.set_offline(False)
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    expect(recorded(page)).to_contain_text("The family was spoken to.", timeout=8000)
    expect(page.locator("#unsent")).to_be_hidden()
    assert Decision.objects.count() == 1
    page.keyboard.press("n")
    page.keyboard.press("d")
    dialog = page.get_by_role("dialog", name="Agree an action")
    expect(dialog.get_by_label("What is decided?")).to_have_value("Ring the school")


@pytest.mark.unconnected
def test_an_answer_that_does_not_come_is_asked_again_and_records_once(
    cast: Cast, visit: Visit, meeting: Meeting
) -> None:
    """The server records and is killed before it answers: the same entry is sent again."""
    page = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    times = []

    def swallow(route: Route) -> None:
        times.append(route.request.post_data)
        if len(times) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/decide/", swallow)
    for key in ("d", "e", "Enter"):
        page.keyboard.press(key)
    expect(recorded(page)).to_contain_text("Endorse the plan", timeout=8000)
    expect(page.locator("#unsent")).to_be_hidden(timeout=8000)
    assert len(times) == 2
    assert Decision.objects.count() == 1


def test_what_was_typed_outlives_the_page(cast: Cast, visit: Visit, meeting: Meeting) -> None:
    page = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("a")
    page.keyboard.type("Half a sent")
    page.reload()
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog", name="Agree an action")
    expect(dialog.get_by_label("What is decided?")).to_have_value("Half a sent")


def test_five_questions_and_their_answers(cast: Cast, visit: Visit, meeting: Meeting) -> None:
    page = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    page.keyboard.press("q")
    dialog = page.get_by_role("dialog", name="Five questions about the plan")
    form = dialog.locator("[data-question=contingency]")
    form.get_by_label("In part").check()
    form.get_by_label("What did the group find?").fill("An aunt is named, not assessed.")
    form.get_by_role("button", name="Record").click()
    dialog.get_by_role("button", name="Close, and keep").click()
    expect(recorded(page)).to_contain_text("Is there a contingency plan? Answered in part.")
    finding = Finding.objects.get()
    assert finding.recheck_on is not None
    assert finding.found == "An aunt is named, not assessed."


def test_who_is_out_is_recorded_and_too_few_cannot_decide(
    cast: Cast, visit: Visit, meeting: Meeting
) -> None:
    page = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    page.locator(".is-shown").get_by_role("link", name="Who is out").click()
    page.get_by_label("Member for legal").check()
    page.get_by_role("button", name="Record").click()
    expect(recorded(page)).to_contain_text("Too few: 3 members in the room, 4 needed")
    for key in ("d", "e", "Enter"):
        page.keyboard.press(key)
    dialog = page.get_by_role("dialog", name="Endorse the plan")
    expect(dialog.get_by_role("alert")).to_contain_text("4 are needed to decide")
    assert not Decision.objects.exists()


def test_the_dialogs_can_be_read_from_across_the_room(
    cast: Cast, visit: Visit, meeting: Meeting
) -> None:
    page = visit(cast.chair, the_room(meeting), viewport=PROJECTOR)
    for keys in (["d"], ["d", "j"], ["q"]):
        for key in keys:
            page.keyboard.press(key)
        assert barriers(page) == []
        page.set_viewport_size(PROJECTOR)
        assert page.evaluate(CONTRAST) == []
        assert page.evaluate(SMALL) == []
        page.keyboard.press("Escape")


def test_without_scripts_it_is_recorded_all_the_same(
    cast: Cast, visit: Visit, meeting: Meeting
) -> None:
    page = visit(cast.chair, the_room(meeting), java_script_enabled=False)
    page.get_by_role("link", name="Record a decision").first.click()
    page.get_by_label("Agree an action").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("What is decided?").fill("Book the panel.")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_text("Agree an action. Book the panel.")).to_be_visible()
    assert AgreedAction.objects.get().owner == cast.north_worker


def test_the_meeting_is_opened_attended_and_closed(cast: Cast, visit: Visit) -> None:
    found = ahead(cast, cast.amara, on=timezone.localdate(), series=group(cast))
    page = visit(cast.chair, reverse("meeting-attendance", args=[found.uuid]))
    page.get_by_label("Who is in the chair?").select_option("chair")
    page.get_by_role("button", name="Open the meeting").click()
    legal = page.get_by_role("group", name="Member for legal")
    legal.get_by_label("Sent apologies").check()
    page.get_by_role("button", name="Save, and all others are there").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("3 of 4 members there")
    page.get_by_label("Name of a guest").fill("S. Worker")
    page.get_by_role("button", name="Add the guest").click()
    expect(page.get_by_text("S. Worker", exact=True)).to_be_visible()
    page.get_by_role("button", name="Close the meeting").click()
    expect(page.get_by_text("1 child carried over")).to_be_visible()
    found.refresh_from_db()
    assert found.stage == "draft"
