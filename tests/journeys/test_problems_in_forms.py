"""A form that comes back with problems: told at its head, led to, and with all that was typed."""

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.journey

TYPED = "TS25C00017"
PROBLEMS = {
    "Answer “What was the court asked for?”": "#id_kind",
    "Day the court issued the application: Enter a real date, for example 27 3 2026": (
        "#id_issued_on-day"
    ),
}


def test_problems_take_the_focus_and_lead_to_their_questions(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    page = visit(cast.social_worker, f"/children/{cast.amara.uuid}/record/proceedings/")
    by = hand(page)
    sent_with_problems(page, by)
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page).to_have_title("Error: Record: court proceedings - Casetrack")
    for words, target in PROBLEMS.items():
        by.press(page.get_by_role("alert").get_by_role("link", name=words))
        expect(page.locator(target)).to_be_focused()
        described = page.locator(target).evaluate(
            "each => each.closest('[aria-describedby]').getAttribute('aria-describedby')"
        )
        assert described.split()[-1] == f"{target[1:].removesuffix('-day')}-error"
    put_right(page, by)


def test_the_same_without_scripts(cast: Cast, visit: Visit) -> None:
    address = f"/children/{cast.amara.uuid}/record/proceedings/"
    page = visit(cast.social_worker, address, java_script_enabled=False)
    by = Mouse(page)
    sent_with_problems(page, by)
    for words, target in PROBLEMS.items():
        link = page.get_by_role("alert").get_by_role("link", name=words)
        assert link.get_attribute("href") == target
    put_right(page, by)


def sent_with_problems(page: Page, by: Mouse) -> None:
    by.write(page.get_by_label("Court’s case number"), TYPED)
    group = page.get_by_role("group", name="Day the court issued the application")
    for part, typed in (("Day", "31"), ("Month", "2"), ("Year", "2026")):
        by.write(group.get_by_label(part), typed)
    by.press(page.get_by_role("button", name="Record", exact=True))
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    expect(page.get_by_role("alert").get_by_role("link")).to_have_text(list(PROBLEMS))


def put_right(page: Page, by: Mouse) -> None:
    """What was typed is there, the wrong date as well, so that one figure is all it takes."""
    group = page.get_by_role("group", name="Day the court issued the application")
    expect(group.get_by_label("Day")).to_have_value("31")
    expect(group.get_by_label("Year")).to_have_value("2026")
    expect(page.get_by_label("Court’s case number")).to_have_value(TYPED)
    by.pick(page.get_by_label("What was the court asked for?"), "Care or supervision order")
    by.write(group.get_by_label("Day"), "28")
    by.press(page.get_by_role("button", name="Record", exact=True))
    expect(page.get_by_role("status")).to_contain_text("Recorded.")
