"""From coming into care to a placement order: recorded by those whose part it is, and told."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from adoption.tests.recording import somebody
from casetrack.models import Child
from casetrack.words import long_day
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.journey


Answers = dict[str, Any]


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


class Recorder:
    """Somebody at work on the record of one child, with one of the hands."""

    def __init__(self, page: Page, hand: type[Mouse]) -> None:
        self.page, self.hand = page, hand(page)

    def find(self, words: str) -> "Recorder":
        """From any page, by what is typed into the header."""
        self.hand.write(
            self.page.get_by_label("Name, reference or date of birth of a child", exact=True), words
        )
        self.hand.press(self.page.get_by_role("button", name="Find a child"))
        self.hand.press(self.page.get_by_role("link", name=words))
        expect(self.page.get_by_role("heading", level=1)).to_have_text(words)
        return self

    def record(self, kind: str, answers: Answers) -> None:
        """From the child's page or history: choose the kind, answer, and be told it is recorded."""
        self.hand.press(self.page.get_by_role("link", name="Record something"))
        self.hand.press(self.page.get_by_role("link", name=kind, exact=True))
        self.send("Record", answers)

    def change(self, change: str, sentence: str, answers: Answers) -> None:
        """From the history: what became of the fact that `sentence` tells."""
        self.hand.press(
            self.page.get_by_role("link", name=re.compile(rf"^{change}\s*: {sentence}"))
        )
        self.send("Record", answers)

    def send(self, button: str, answers: Answers) -> None:
        done = self.page.get_by_role("button", name=button, exact=True)
        done.wait_for()
        for question, answer in answers.items():
            self.answer(question, answer)
        self.hand.press(done)
        expect(self.page.get_by_role("status")).to_contain_text("Recorded.")

    def answer(self, question: str, answer: Any) -> None:
        group = self.page.get_by_role("group", name=question)
        if isinstance(answer, date):
            self.hand.date(question, answer)
        elif group.count():
            self.hand.mark(group.get_by_label(answer, exact=True))
        elif (field := self.page.get_by_label(question)).evaluate("each => each.matches('select')"):
            self.hand.pick(field, answer)
        else:
            self.hand.write(field, answer)


def test_from_coming_into_care_to_a_placement_order(
    cast: Cast, visit: Visit, hand: type[Mouse]
) -> None:
    Child.objects.create(
        authority=cast.authority,
        reference="L7",
        first_name="Leo",
        last_name="Marsh",
        born_on=ago(400),
    )

    def at_work(user: Any) -> Recorder:
        return Recorder(visit(user, "/accessibility/"), hand)

    manager = at_work(cast.service_manager).find("Leo Marsh")
    came_into_care(manager)
    iro_manager = at_work(somebody("iro-manager", cast.authority)).find("Leo Marsh")
    iro_manager.record(
        "Who works with the child",
        {"In which part?": "Independent Reviewing Officer", "Who?": "I. Ashdown"}
        | {"From when?": ago(200)},
    )
    worker = at_work(cast.social_worker).find("Leo Marsh")
    to_court_with_a_plan(worker)
    reviewed(at_work(cast.iro).find("Leo Marsh"))
    decided(at_work(somebody("agency-decision-maker", cast.authority)).find("Leo Marsh"))
    before = clocks(worker)
    assert {"Review", "Entry to adoptive home", "Care proceedings"} <= before
    assert "Interim care order" not in before, "the proceedings are counted themselves"
    worker.record(
        "Legal status",
        {"What is the child’s legal status?": "Placement order", "From when?": ago(5)},
    )
    told = worker.page.get_by_text("The court made a placement order.", exact=True)
    expect(told).to_be_visible()
    waits = {"Placement order to match", "Placement order, not yet in an adoptive home"}
    assert clocks(worker) - before == waits
    where = worker.page.locator(".where")
    expect(where).to_contain_text(re.compile("under a placement order.* the plan is adoption[;.]"))


def came_into_care(manager: Recorder) -> None:
    manager.record(
        "Came into care",
        {"When did the child come into care?": ago(210)}
        | {"What was the main reason?": "Abuse or neglect"},
    )
    manager.record(
        "Legal status",
        {"What is the child’s legal status?": "Interim care order", "From when?": ago(210)},
    )
    manager.record(
        "A home or a move",
        {
            "From when does the child live there?": ago(210),
            "What kind of home is it?": "Foster home",
        }
        | {"Where does the child live now?": "Another home"}
        | {"Who are the carers?": "Ruth Marsh, Paul Marsh", "Postcode of the home": "TS1 2AB"},
    )
    manager.record(
        "Who works with the child",
        {"In which part?": "Social worker", "Who?": "N. Okafor", "From when?": ago(209)},
    )


def to_court_with_a_plan(worker: Recorder) -> None:
    worker.record(
        "Permanence plan",
        {"Which route?": "Adoption", "Is this the primary or the contingency plan?": "Primary"}
        | {"When was it proposed?": ago(100)},
    )
    worker.record(
        "Court proceedings",
        {"What was the court asked for?": "Care or supervision order"}
        | {"Day the court issued the application": ago(209), "Which court?": "Teesside"},
    )
    worker.record(
        "Court hearing",
        {"In which proceedings?": f"Care or supervision order, issued on {long_day(ago(209))}"}
        | {"Which hearing is it?": "Final hearing", "Day the hearing is listed for": ago(-30)},
    )


def reviewed(iro: Recorder) -> None:
    iro.record("Review", {"When was it held?": ago(60), "How did the child take part?": "Under 4"})
    iro.change("A review ratified it", "Plan: adoption.", {"When was that review held?": ago(60)})
    told = iro.page.get_by_text("A review agreed the plan: adoption.", exact=True)
    expect(told).to_be_visible()


def decided(maker: Recorder) -> None:
    maker.record(
        "Decision that the child should be placed for adoption", {"When was it decided?": ago(30)}
    )


def clocks(worker: Recorder) -> set[str]:
    """The clocks that run, as the child's page names them."""
    worker.hand.press(worker.page.get_by_role("link", name="Back to Leo Marsh"))
    expect(worker.page.get_by_role("heading", level=1)).to_have_text("Leo Marsh")
    return {each.strip() for each in worker.page.locator(".clock-name").all_text_contents()}
