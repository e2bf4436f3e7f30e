"""A mid-point in a browser: begun on a telephone, cut off, finished at a desk, and raised from."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from casetrack.actions import people
from casetrack.models import Child
from permanence.models import (
    QUESTIONS,
    AgreedAction,
    Challenge,
    LookedBy,
    MidPoint,
    MidPointDraft,
    SeenOrHeard,
)
from tests import timeline
from tests.cast import Cast
from tests.journeys.barriers import TELEPHONE, barriers
from tests.journeys.conftest import Visit
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.journey


def the_page(cast: Cast) -> str:
    return f"/children/{cast.amara.uuid}/mid-point/"


def asked(page: Page, question: str) -> Locator:
    return page.get_by_role("group", name=question)


def kept(page: Page) -> Locator:
    return page.locator("[data-kept]")


@pytest.mark.unconnected
def test_begun_on_a_telephone_cut_off_and_finished_at_a_desk(cast: Cast, visit: Visit) -> None:
    phone = visit(cast.iro, the_page(cast), viewport=TELEPHONE)
    asked(phone, "How was it done?").get_by_label("On a visit to the child").check()
    asked(phone, "Was the child seen or spoken to?").get_by_label("Yes, seen alone").check()
    expect(kept(phone)).to_contain_text("Kept ")
    asked(phone, "Is the plan still right").get_by_label("Yes").check()
    words = phone.get_by_label("If not, what is it waiting for?")
    words.fill("Nobody has looked for a fam")
    phone.context.set_offline(True)
    words.press_sequentially("ily.")
    expect(kept(phone)).to_contain_text("Not kept yet: no connection.")
    asked(phone, "Have the child’s workers seen").get_by_label("No", exact=True).check()
    phone.get_by_label("If not, what is missing?").fill("No visit since spring.")
    phone.get_by_role("button", name="Record the mid-point").click()
    expect(kept(phone)).to_contain_text("It stays in this tab")
    assert not MidPoint.objects.exists()
    phone.context.set_offline(False)
    phone.on("dialog", lambda dialog: dialog.accept())
    phone.reload()
    expect(phone.get_by_label("If not, what is missing?")).to_have_value("No visit since spring.")
    expect(words).to_have_value("Nobody has looked for a family.")
    # The page says when it was kept before; what was typed since has left the tab once it is sent.
    phone.wait_for_function(
        "!Object.keys(sessionStorage).some((key) => key.startsWith('casetrack-mid-point-'))"
    )
    expect(kept(phone)).to_contain_text("Kept ")
    assert MidPointDraft.objects.get().typed["moving_words"] == "Nobody has looked for a family."
    phone.close()

    desk = visit(cast.iro, the_page(cast))
    expect(desk.get_by_text("What you typed is here.")).to_be_visible()
    expect(desk.get_by_label("If not, what is missing?")).to_have_value("No visit since spring.")
    expect(asked(desk, "Is the plan still right").get_by_label("Yes")).to_be_checked()
    asked(desk, "Is what the review decided").get_by_label("Yes").check()
    asked(desk, "In all, how does it stand?").get_by_label("At risk").check()
    desk.get_by_label("Why?", exact=True).fill("Five months without a family.")
    desk.get_by_role("button", name="Record the mid-point").click()

    today = timezone.localdate()
    expect(desk.get_by_role("heading", level=1)).to_have_text(f"Mid-point of {today:%-d %B %Y}")
    made = MidPoint.objects.get()
    assert (made.looked, made.seen) == (LookedBy.VISIT, SeenOrHeard.ALONE)
    assert made.moving_words == "Nobody has looked for a family."
    assert not MidPointDraft.objects.exists()
    desk.get_by_role("button", name="Raise an informal alert").click()
    expect(desk.get_by_text("The informal alert is raised.")).to_be_visible()
    desk.get_by_role("button", name="Ask for the action").click()
    expect(desk.get_by_text("The action is asked for.")).to_be_visible()
    words_of_both = "No visit since spring. Nobody has looked for a family."
    assert Challenge.objects.get().concern == words_of_both
    action = AgreedAction.objects.get()
    assert (action.text, action.owner) == (words_of_both, cast.north_worker)
    assert {action.mid_point, Challenge.objects.get().mid_point} == {made}


def test_what_is_typed_at_the_desk_comes_to_the_telephone(cast: Cast, visit: Visit) -> None:
    phone = visit(cast.iro, the_page(cast), viewport=TELEPHONE)
    desk = visit(cast.iro, the_page(cast))
    desk.get_by_label("Why?", exact=True).fill("Typed at the desk.")
    expect(kept(desk)).to_contain_text("Kept ")
    asked(phone, "How was it done?").get_by_label("By a call with the child").check()
    expect(phone.get_by_label("Why?", exact=True)).to_have_value("Typed at the desk.")
    assert MidPointDraft.objects.get().typed == {
        "judgement_because": "Typed at the desk.",
        "looked": "call",
    }


def test_what_another_officer_typed_in_this_tab_is_not_sent(cast: Cast, visit: Visit) -> None:
    page = visit(cast.iro, "/accessibility/")
    page.evaluate(
        "key => sessionStorage.setItem(key, JSON.stringify({looked: 'visit'}))",
        f"casetrack-mid-point-another-{cast.amara.uuid}",
    )
    page.goto(the_page(cast))
    asked(page, "Was the child seen or spoken to?").get_by_label("No").check()
    expect(kept(page)).to_contain_text("Kept ")
    assert MidPointDraft.objects.get().typed == {"seen": "no"}
    assert page.evaluate("sessionStorage.length") == 0


def in_order(cast: Cast) -> Child:
    """Seen, settled, planned for, and what the review decided is done."""
    today = timezone.localdate()
    entered, reviewed, visited = (today - timedelta(days=days) for days in (300, 60, 14))
    child = timeline.child(
        f"care {entered}; status C2 {entered}; home U4 {entered}; long-term-match {entered};"
        f" plan long-term-fostering {entered} ratified={entered};"
        f" contingency special-guardianship {entered}; review {reviewed};"
        f" visit {visited} seen=alone",
        authority=cast.authority,
    )
    people.allocate(child=child, worker=cast.iro.worker, role="iro", on=entered, by=None)
    AgreedAction.objects.create(
        child=child,
        review=child.review_facts.get(),
        text="Book the dentist.",
        owner=cast.north_worker,
        agreed_on=reviewed,
        due_on=visited,
        done_on=visited,
    )
    return child


def test_where_nothing_is_wrong_it_takes_few_presses(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    """What facts decide is chosen beforehand: five presses, and why it is so typed."""
    child = in_order(cast)
    page = visit(cast.iro, f"/children/{child.uuid}/mid-point/", viewport=TELEPHONE)
    hands = hand(page)
    for question, answer in (
        ("How was it done?", "On a visit to the child"),
        ("Was the child seen or spoken to?", "Yes, seen alone"),
        ("Is the plan still right for the child?", "Yes"),
        ("In all, how does it stand?", "In time"),
    ):
        hands.mark(asked(page, question).get_by_label(answer, exact=True))
    hands.write(page.get_by_label("Why?", exact=True), "All goes as planned.")
    hands.press(page.get_by_role("button", name="Record the mid-point"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mid-point of")
    made = MidPoint.objects.get()
    assert {getattr(made, question) for question in QUESTIONS} == {"yes"}
    assert made.judgement == "in-time"


def test_what_is_missing_has_no_barrier(cast: Cast, visit: Visit) -> None:
    page = visit(cast.iro, the_page(cast), viewport=TELEPHONE)
    page.get_by_role("button", name="Record the mid-point").click()
    expect(page.get_by_role("alert").get_by_role("link").first).to_be_visible()
    for link in page.get_by_role("alert").get_by_role("link").all():
        assert page.locator(link.get_attribute("href") or "").count() == 1
    assert barriers(page) == []


def test_without_scripts_it_is_kept_and_recorded_all_the_same(cast: Cast, visit: Visit) -> None:
    page = visit(cast.iro, the_page(cast), java_script_enabled=False)
    asked(page, "How was it done?").get_by_label("By reading the record").check()
    page.get_by_role("button", name="Keep, and go on later").click()
    expect(page.get_by_text("Kept. You can go on with it")).to_be_visible()
    expect(asked(page, "How was it done?").get_by_label("By reading the record")).to_be_checked()
    page.get_by_role("button", name="Throw away what I typed").click()
    expect(page.get_by_text("What you had typed is thrown away.")).to_be_visible()
    assert not MidPointDraft.objects.exists()
