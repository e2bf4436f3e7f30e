"""A challenge from the alert to its end: answered late, put past a stage, passed on and closed."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from casetrack.models import User
from casetrack.words import long_day
from permanence.models import Challenge
from tests.cast import Cast
from tests.journeys.barriers import DESK, barriers
from tests.journeys.conftest import Visit
from tests.journeys.filled import challenges, name_everybody
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.test_recording import Recorder, ago

pytestmark = pytest.mark.journey

TELEPHONE = {"width": 390, "height": 844}
RAISED, ANSWERED, SECOND, THIRD, LAST, CLOSED = (ago(days) for days in (30, 16, 15, 10, 9, 2))
CONCERN = "Nobody looks for a family. A plan for the search is asked for."


class Reader(Recorder):
    """Somebody with the challenge of the child before them."""

    def open(self, child: str, theme: str) -> "Reader":
        self.find(child)
        self.hand.press(self.page.get_by_role("link", name=re.compile(f"^{theme}")))
        expect(self.page.get_by_role("heading", level=1)).to_have_text(f"Challenge: {theme}")
        return self

    def step(self, title: str, button: str, answers: dict[str, Any], done: str) -> None:
        """Open one of the forms, answer, and be told."""
        self.hand.press(self.page.locator("summary", has_text=title))
        self.record_here(button, answers, done)

    def record_here(self, button: str, answers: dict[str, Any], done: str) -> None:
        for question, answer in answers.items():
            self.answer(question, answer)
        self.hand.press(self.page.get_by_role("button", name=button, exact=True))
        expect(self.page.get_by_role("status")).to_contain_text(done)

    @property
    def told(self) -> list[str]:
        return self.page.locator(".story-told").all_inner_texts()

    def rung(self, stage: str) -> Any:
        return self.page.locator(".rung", has=self.page.get_by_role("heading", name=stage))


def begin(
    visit: Visit, user: User, address: str, window: dict[str, int], hand: type[Mouse]
) -> Reader:
    return Reader(visit(user, address, viewport=window), hand)


@pytest.mark.parametrize(
    ("window", "hand"), [(DESK, Keyboard), (TELEPHONE, Mouse)], ids=["desk", "telephone"]
)
def test_a_challenge_from_the_alert_to_its_end(
    cast: Cast, visit: Visit, window: dict[str, int], hand: type[Mouse]
) -> None:
    name_everybody(cast)
    officer = begin(visit, cast.iro, "/tracker/", window, hand)
    manager = begin(visit, cast.manager, "/tracker/", window, hand)
    above = begin(visit, cast.service_manager, "/tracker/", window, hand)

    # The officer raises it informally, two weeks go by, and the manager answers late.
    officer.find("Amara Bello")
    officer.hand.press(officer.page.get_by_role("link", name="Raise a challenge"))
    answers = {
        "When was it raised?": RAISED,
        "What is it about?": "Drift and delay",
        "What is the concern, and what should happen?": CONCERN,
        "At which stage do you raise it?": "Informal alert",
    }
    officer.send("Record", answers)

    manager.page.reload()
    note = manager.page.get_by_text("1 challenge of a reviewing officer waits for your answer.")
    expect(note).to_be_visible()
    manager.hand.press(manager.page.get_by_role("link", name="See them"))
    expect(manager.page.get_by_role("heading", level=1)).to_have_text(
        "1 challenge to answer, 1 late"
    )
    its_page = re.compile(r"^Drift and delay\s*, Amara Bello")
    manager.hand.press(manager.page.get_by_role("link", name=its_page))
    expect(manager.page.get_by_text("It is late.")).to_be_visible()
    expect(manager.page.get_by_label("Who answered?")).to_have_value(
        "Priya Lindqvist, Team manager"
    )
    manager.record_here(
        "Record the answer",
        {"When was it answered?": ANSWERED, "What is the answer?": "We shall see."},
        "The answer is recorded.",
    )
    expect(manager.rung("Informal alert")).to_contain_text("answered, LATE")
    expect(manager.page.get_by_role("button", name="Record the answer")).to_have_count(0)

    # It goes up, past stage 1; the service manager does not answer, and it goes up again.
    officer.open("Amara Bello", "Drift and delay")
    officer.step(
        "Put it to another stage",
        "Put it to this stage",
        {
            "To which stage?": "Stage 2, the service manager (skips stage 1)",
            "From when?": SECOND,
            "What is asked for?": "A day for the search to begin",
        },
        "The challenge is put further.",
    )
    expect(officer.rung("Stage 1, the team manager")).to_contain_text("skipped")
    officer.step(
        "Put it to another stage",
        "Put it to this stage",
        {"To which stage?": "Stage 3, the head of service", "From when?": THIRD},
        "The challenge is put further.",
    )
    expect(officer.rung("Stage 2, the service manager")).to_contain_text("not answered")
    officer.step(
        "Pass it to Cafcass",
        "Record that it was passed on",
        {"When was it passed to Cafcass?": LAST},
        "It is recorded that the challenge was passed to Cafcass.",
    )

    # The team manager may read it and do nothing; whoever it was put to answers, in time.
    manager.page.reload()
    expect(manager.page.get_by_text("It waits for an answer from the head of")).to_be_visible()
    expect(manager.page.locator("main form")).to_have_count(0)
    above.open("Amara Bello", "Drift and delay")
    above.record_here(
        "Record the answer",
        {"When was it answered?": LAST, "What is the answer?": "Three agencies are asked today."},
        "The answer is recorded.",
    )
    expect(above.rung("Stage 3, the head of service")).not_to_contain_text("LATE")
    expect(above.page.get_by_text("Close it")).to_have_count(0)

    # A form that is sent empty keeps what was typed and says what is missing.
    officer.page.reload()
    officer.hand.press(officer.page.locator("summary", has_text="Close it"))
    officer.answer("When was it closed?", CLOSED)
    officer.answer("How did it end?", "Settled as the officer asked")
    officer.hand.press(officer.page.get_by_role("button", name="Close the challenge"))
    expect(officer.page.get_by_role("alert")).to_contain_text("What changed for the child?")
    ended = officer.page.get_by_role("group", name="How did it end?")
    expect(ended.get_by_label("Settled as the officer asked")).to_be_checked()
    officer.record_here(
        "Close the challenge",
        {"What changed for the child?": "A family has asked about her."},
        "The challenge is closed.",
    )
    expect(officer.page.locator("main form")).to_have_count(0)

    # Both sides read the same.
    for side in (manager, above):
        side.page.reload()
        expect(side.page.get_by_text(f"Closed on {long_day(CLOSED)}")).to_be_visible()
        assert side.told == officer.told
        expect(side.page.locator("main form")).to_have_count(0)
    first, *_, last = officer.told
    assert first == f"Raised by Ian Ashdown, about drift and delay: {CONCERN}"
    assert last == "Closed: settled as the officer asked. A family has asked about her."
    late = [said for said in officer.told if "LATE" in said]
    assert len(late) == 1 and late[0].endswith("by Priya Lindqvist, Team manager: We shall see.")
    challenge = Challenge.objects.get()
    assert challenge.raised_by == cast.iro
    assert (challenge.cafcass_on, challenge.closed_on) == (LAST, CLOSED)


def test_the_officers_forms_have_no_barrier_when_they_are_open(cast: Cast, visit: Visit) -> None:
    number = challenges(cast)["challenge"]
    page = visit(cast.iro, f"/children/{cast.amara.uuid}/challenges/{number}/")
    for summary in page.locator(".to-record summary").all():
        summary.click()
    expect(page.get_by_role("button", name="Close the challenge")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("button", name="Close the challenge").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(2)
    assert barriers(page) == []
