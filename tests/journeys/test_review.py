"""A review in a browser, at a desk and on a telephone: from the day that is set for it to the
record that is sent.
"""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from casetrack.models import Authority
from oversight.clocks.engine import refresh
from permanence.models import (
    Disagreement,
    PermanencePlan,
    PlannedReview,
    Review,
    ReviewWriting,
)
from tests.cast import Cast
from tests.journeys.barriers import DESK, TELEPHONE, barriers
from tests.journeys.conftest import Visit
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.journey
SIZES = {"desk": DESK, "telephone": TELEPHONE}
WORDS = "I want to see Gran."


def day(ago: int) -> date:
    return timezone.localdate() - timedelta(days=ago)


def main(page: Page) -> Locator:
    return page.locator("main")


def press(page: Page, name: str) -> None:
    main(page).get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    main(page).get_by_role("link", name=name, exact=True).click()


def opened(page: Page, title: str) -> Locator:
    """The form behind a title, open."""
    found = main(page).locator("details").filter(has=page.get_by_text(title, exact=True))
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


@pytest.mark.parametrize("size", SIZES)
def test_from_the_day_that_is_set_to_the_record_that_is_sent(
    cast: Cast, visit: Visit, size: str
) -> None:
    Authority.objects.update(recorded_from="2020-01-01")
    seen: dict[str, Any] = {"viewport": SIZES[size]}
    page = visit(cast.iro, f"/children/{cast.amara.uuid}/", **seen)
    main(page).get_by_role("link", name=re.compile("^(The next|Next) review$")).first.click()
    plan(page)
    invite(page)
    # Time passes: the day that was set has come and gone.
    PlannedReview.objects.update(planned_on=day(9), set_on=day(60))
    refresh([cast.amara.pk])
    page.reload()
    expect(main(page).locator("#before ~ dl").get_by_text("late")).to_have_count(2)
    hold(page)
    adjourn_and_finish(page)
    decide(page)
    ratify(page)
    close(page)
    press(page, "Decisions sent today")
    expect(main(page)).to_contain_text("Next: the manager answers, by")
    assert barriers(page) == []
    manager = visit(cast.manager, "/reviews/to-answer/", **seen)
    disagree(manager)
    page.reload()
    reply(page)
    write_letter(page)
    write_record(page)
    expect(main(page)).to_contain_text("All is done.")
    the_history_tells_it(page, cast)


def plan(page: Page) -> None:
    follow(page, "Set the day")
    main(page).get_by_label("Where?").fill("At school")
    main(page).get_by_label("How does the child want it to be?").fill("Gran comes, no teachers")
    press(page, "Set the day")
    expect(main(page)).to_contain_text("Gran comes, no teachers")


def invite(page: Page) -> None:
    for name, part in (("Gran", "Family"), ("M. Stone", "Carer")):
        form = opened(page, "Invite somebody")
        form.get_by_label("Who is invited?").fill(name)
        form.get_by_label("As whom?").select_option(part)
        form.get_by_role("button", name="Add to those invited").click()
        expect(main(page).get_by_role("table")).to_contain_text(name)
    assert barriers(page) == []


def hold(page: Page) -> None:
    """The first meeting, with Amara and her carer."""
    follow(page, "It was held")
    form = main(page)
    form.get_by_label("How did the child take part?").select_option("Attended and spoke")
    form.get_by_label("As several meetings, of which this was the first").check()
    form.get_by_label("Who was at the first meeting?").fill("Amara and M. Stone")
    form.get_by_label("M. Stone (carer)").check()
    form.get_by_label("What did the child say, or show us?").fill(WORDS)
    form.get_by_label("Talking", exact=True).check()
    form.get_by_label("Everybody who may read this record").check()
    press(page, "Record the review")
    expect(form).to_contain_text("Next: hold its other meetings, and finish it.")
    expect(form).to_contain_text(WORDS)
    review = Review.objects.latest("held_on")
    assert (review.held_on, review.planned.invitations.get(name="Gran").took) == (day(9), "absent")


def adjourn_and_finish(page: Page) -> None:
    """The second meeting lacks a report, and is gone on with later."""
    mouse = Mouse(page)
    form = opened(page, "Add a meeting")
    mouse.date("When was this meeting?", day(7))
    form.get_by_label("Who was there?").fill("The social worker and the school")
    form.get_by_role("button", name="Add the meeting").click()
    follow(page, "Adjourn it")
    mouse.date("When was it adjourned?", day(7))
    main(page).get_by_label("What was missing?").fill("The health report")
    press(page, "Adjourn the review")
    expect(main(page)).to_contain_text("Next: finish it, by")
    expect(main(page)).to_contain_text("The health report")
    follow(page, "It was finished")
    mouse.date("When was it finished?", day(2))
    press(page, "Finish the review")
    expect(main(page)).to_contain_text("Next: say whether the plan is ratified.")


def decide(page: Page) -> None:
    for text, owner in (("Take Amara to see Gran", "N. Okafor"), ("Find a club", "S. Farrell")):
        form = opened(page, "Add a decision")
        form.get_by_label("What is to be done?").fill(text)
        form.get_by_label("Who is to do it?").select_option(owner)
        Mouse(page).date("By which day?", day(-30))
        form.get_by_role("button", name="Add the decision").click()
        expect(main(page)).to_contain_text(f"{owner} · by")


def ratify(page: Page) -> None:
    for box in main(page).get_by_label("Ratify: ").all():
        box.check()
    press(page, "Record it")
    expect(main(page)).to_contain_text("Next: send its decisions out, by")
    days = PermanencePlan.objects.filter(ratified_on=day(2)).values_list("rank", flat=True)
    assert set(days) == {"primary", "contingency"}


def close(page: Page) -> None:
    """With the days that Casetrack proposes."""
    form = opened(page, "Close the review")
    form.get_by_role("button", name="Close the review").click()
    review = Review.objects.latest("held_on")
    booked = [review.mid_point_planned_on, PlannedReview.objects.to_come().get().planned_on]
    assert day(0) < booked[0] < booked[1] and all(each.weekday() < 5 for each in booked)


def disagree(page: Page) -> None:
    expect(main(page)).to_contain_text("1 review to answer")
    main(page).get_by_role("link", name="Amara Bello").click()
    first, second = main(page).get_by_role("region").all()
    first.get_by_label("I cannot agree").check()
    first.get_by_label("If you cannot, why?").fill("Nobody can drive there.")
    second.get_by_label("I agree").check()
    assert barriers(page) == []
    press(page, "Send the answer")
    expect(main(page)).to_contain_text("No review waits for your answer")


def reply(page: Page) -> None:
    expect(main(page)).to_contain_text("Nobody can drive there.")
    main(page).get_by_role("link", name="Reply").click()
    main(page).get_by_label("What is the officer’s reply?").fill("It stands: Gran has a car.")
    press(page, "Reply")
    expect(main(page)).to_contain_text("It stands: Gran has a car.")
    assert Disagreement.objects.get().replied_by.username == "iro"


def write_letter(page: Page) -> None:
    follow(page, "Write the letter")
    press(page, "Draft it from the record")
    text = main(page).get_by_label("What you write")
    assert WORDS in text.input_value() and "N. Okafor does this" in text.input_value()
    text.fill(text.input_value() + "\n\nGran has a car!")
    press(page, "Keep it")
    expect(main(page)).to_contain_text("Version 2 is kept, and not sent.")
    assert barriers(page) == []
    press(page, "Keep it and say that it was sent")
    expect(main(page)).to_contain_text("Version 2 was sent on")
    letters = ReviewWriting.objects.filter(form="letter")
    assert [each.sent_on for each in letters] == [None, day(0)]
    follow(page, "The review")


def write_record(page: Page) -> None:
    follow(page, "Write the record")
    press(page, "Draft it from the record")
    press(page, "Keep it and say that it was sent")
    follow(page, "Every version")
    expect(main(page).get_by_role("article")).to_contain_text("These people took part: M. Stone.")
    follow(page, "The review")


def the_history_tells_it(page: Page, cast: Cast) -> None:
    page.goto(f"/children/{cast.amara.uuid}/history/")
    for told in (
        "The next review was planned for",
        "A review was held as several meetings, of which this was the first day.",
        "The child said something, to share with everybody who may read this record.",
        "A meeting of the review, with The social worker and the school.",
        "The review was paused until more was known: The health report",
        "The review that had been paused was finished.",
        "The review decided that this is done: Take Amara to see Gran",
        "A review agreed the plan: adoption.",
        "A review agreed the second plan: long-term fostering.",
        "The review’s decisions were sent out.",
        "The manager answered the review’s decisions.",
        "The manager could not agree to a decision, “Take Amara to see Gran”: Nobody can drive",
        "The reviewing officer replied about “Take Amara to see Gran”: It stands: Gran has a car.",
        "A letter about the review was sent to the child.",
        "The record of the review was sent out.",
    ):
        expect(main(page)).to_contain_text(told)
