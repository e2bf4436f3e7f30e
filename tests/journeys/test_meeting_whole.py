"""A whole meeting on the demo authority by keyboard alone, from the agenda to locked minutes.

Two record at once, ten children, every kind of decision; then the facts, the waits, the actions and
the children's histories say what the minutes say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from casetrack.access.permissions import Permission
from casetrack.models import Child, User
from casetrack.words import sentence
from oversight.meetings.deciding import KEYS, About, about
from oversight.models import Answer, AnswerKind, ClockRow, CohortMember
from permanence.models import (
    TO_DO,
    AgreedAction,
    Decision,
    DecisionKind,
    Escalation,
    Finding,
    Meeting,
    MeetingSeries,
    MinutePage,
    PermanencePlan,
)
from tests.cast import signed_in
from tests.journeys.conftest import Visit
from tests.journeys.hands import Keyboard
from tests.journeys.test_room import PROJECTOR

pytestmark = pytest.mark.journey
CHILDREN = 10
REASONED = "It has waited long enough."


@dataclass
class Recorder:
    """Somebody in the room at a keyboard of their own."""

    page: Page
    user: User

    def go_to(self, place: int) -> None:
        """By n and p alone."""
        count = self.page.locator(".is-shown .screen-count")
        expect(count).to_be_visible()
        now = int((count.text_content() or "").split(" ")[0])
        for _ in range(abs(place - now)):
            self.page.keyboard.press("n" if place > now else "p")
        expect(count).to_contain_text(f"{place} of {CHILDREN}")

    def decide(self, kind: str, until: Any) -> None:
        keys, page = self.page.keyboard, self.page
        if kind == DecisionKind.ACTION:
            keys.press("a")
        else:
            keys.press("d")
            keys.press(KEYS[DecisionKind(kind)])
        dialog = page.locator("dialog#decide")
        hand = Keyboard(page)
        if kind == DecisionKind.JUSTIFY:
            keys.press("ArrowDown")
            hand.pick(dialog.get_by_label("What holds it up?"), "Finding a family or a home")
            hand.date("Until when?", until)
            hand.pick(dialog.get_by_label("Who asks for it?"), str(secretary()))
        if kind == DecisionKind.COHORT:
            keys.press("ArrowDown")
        if kind == DecisionKind.ESCALATE:
            keys.press("Space")
        if kind in (DecisionKind.ACTION, DecisionKind.NOTED):
            keys.type(f"What was said of {kind}.")
        else:
            hand.write(dialog.get_by_label("Why?"), REASONED)
        keys.press("Control+Enter")
        expect(dialog).to_be_hidden()
        title = DecisionKind(kind).label
        expect(page.locator(".is-shown [data-recorded]")).to_contain_text(
            f"{title[:1].upper()}{title[1:]}.", timeout=10_000
        )

    def find(self, question: str) -> None:
        self.page.keyboard.press("q")
        form = self.page.locator(f"dialog#plan [data-question={question}]")
        hand = Keyboard(self.page)
        hand.mark(form.get_by_label("In part"))
        hand.write(form.get_by_label("What did the group find?"), "It is not dated.")
        self.page.keyboard.press("Control+Enter")
        self.page.keyboard.press("Escape")


def chair() -> User:
    return User.objects.get(username="chair")


def secretary() -> User:
    return User.objects.get(username="secretary")


@pytest.fixture
def demo(transactional_db: None) -> Iterator[MeetingSeries]:
    call_command("demo_authority", children=80, seed=1, stdout=StringIO())
    series = MeetingSeries.objects.get()
    MeetingSeries.objects.filter(pk=series.pk).update(minutes=CHILDREN * series.minutes_a_child)
    yield series


def shared_out(items: list[Any], on: Any) -> dict[int, list[str]]:
    """By place, the kinds of decisions for the child there: each kind once, where it can be."""
    by_child: dict[int, About] = about([item.child_id for item in items], on)
    can = {
        DecisionKind.ENDORSE: lambda it: it.plans and it.plans[0].endorsed_on is None,
        DecisionKind.ACHIEVED: lambda it: it.plans and it.plans[0].achieved_on is None,
        DecisionKind.JUSTIFY: lambda it: it.delays and it.delays[0].asked is None,
    }
    found: dict[int, list[str]] = {item.place: [] for item in items}
    taken: dict[int, set[str]] = {item.place: set() for item in items}
    for turn, kind in enumerate(DecisionKind):
        fits = [
            item
            for item in items
            if can.get(kind, lambda it: it.worker and it.officer)(by_child[item.child_id])
        ]
        assert fits, f"nobody on the agenda for {kind}"
        fewest = min(
            fits, key=lambda item: (len(found[item.place]), (item.place + turn) % CHILDREN)
        )
        found[fewest.place].append(kind)
        taken[fewest.place].add(kind)
    return found


def the_children(meeting: Meeting) -> QuerySet[Child]:
    return Child.objects.filter(agenda_items__meeting=meeting)


def test_from_the_agenda_to_locked_minutes(demo: MeetingSeries, visit: Visit) -> None:
    today = timezone.localdate()
    page = visit(chair(), reverse("group", args=[demo.uuid]))
    hand = Keyboard(page)
    hand.write(page.get_by_label("Days"), f"{today:%d %m %Y}")
    hand.press(page.get_by_role("button", name="Add these days"))
    expect(page.get_by_label("Days")).to_have_value("")
    meeting = Meeting.objects.get(series=demo, held_on=today)

    page.goto(reverse("meeting", args=[meeting.uuid]))
    hand.press(page.get_by_role("button", name="Choose by the rules"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{CHILDREN} children")
    items = list(meeting.items.select_related("child").order_by("place"))
    assert len(items) == CHILDREN
    # The demo's groups have endorsed what they could; one plan is still to be.
    plans = PermanencePlan.objects.on(today).filter(child=items[0].child, rank="primary")
    assert plans.update(endorsed_on=None, achieved_on=None) == 1

    pack = signed_in(chair()).get(reverse("meeting-pack-pdf", args=[meeting.uuid]))
    assert pack.content.startswith(b"%PDF")

    page.goto(reverse("meeting-attendance", args=[meeting.uuid]))
    hand.press(page.get_by_role("button", name="Open the meeting"))
    expect(page.get_by_text("The meeting is open.")).to_be_visible()
    hand.press(page.get_by_role("button", name="Save, and all others are there"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("members there")

    room = reverse("meeting-room", args=[meeting.uuid])
    recorders = [
        Recorder(visit(user, room, viewport=PROJECTOR), user) for user in (chair(), secretary())
    ]
    kinds = shared_out(items, today)
    assert sorted(kind for those in kinds.values() for kind in those) == sorted(DecisionKind)
    for place, those in kinds.items():
        recorder = recorders[place % 2]
        recorder.go_to(place)
        for kind in those:
            recorder.decide(kind, today + timedelta(days=50))
        recorder.find("next-step")
    for each in recorders:
        for place, those in kinds.items():
            each.go_to(place)
            for kind in those:
                label = DecisionKind(kind).label
                expect(each.page.locator(".is-shown [data-recorded]")).to_contain_text(
                    label[1:], timeout=10_000
                )

    page.goto(reverse("meeting-attendance", args=[meeting.uuid]))
    hand.press(page.get_by_role("button", name="Close the meeting"))
    expect(page.get_by_text("The meeting is closed.")).to_be_visible()
    page.goto(reverse("meeting-minutes", args=[meeting.uuid]))
    hand.press(page.get_by_role("button", name="Approve the minutes"))
    expect(page.get_by_text("The minutes are approved.")).to_be_visible()
    hand.press(page.get_by_role("link", name="Lock the minutes"))
    expect(page.get_by_role("button", name="Lock the minutes")).to_be_visible()
    hand.press(page.get_by_role("button", name="Lock the minutes"))
    expect(page.get_by_text("The minutes are locked.")).to_be_visible()

    agrees(meeting, page.locator("main").inner_text())


def agrees(meeting: Meeting, minutes: str) -> None:
    """The facts, the waits, the actions and the histories say what the minutes say."""
    day = meeting.held_on
    decided = list(Decision.objects.filter(meeting=meeting, item__isnull=False))
    assert sorted(each.kind for each in decided) == sorted(DecisionKind)
    assert Finding.objects.filter(item__meeting=meeting).count() == CHILDREN
    pages = MinutePage.objects.filter(minutes__meeting=meeting)
    minuted = Decision.objects.filter(meeting=meeting)  # with what the chair decided before it
    assert {each.child_id for each in pages} == {each.child_id for each in minuted}
    for each in decided:
        assert sentence(each.text) in minutes
        page = MinutePage.objects.get(minutes__meeting=meeting, child=each.child_id).page
        assert each.text in page
        history = signed_in(chair()).get(reverse("child-history", args=[each.child.uuid]))
        assert each.text in history.content.decode()
        if each.kind in TO_DO:
            action = AgreedAction.objects.get(decision=each)
            assert (action.text, action.owner, action.due_on) == (
                each.text,
                each.owner,
                each.due_on,
            )
            waits = ClockRow.objects.filter(child=each.child_id, clock="agreed-action")
            assert waits.filter(started_on=day, due_on=each.due_on).exists()
            assert each.owner is not None
            assert each.owner.name in minutes
    one = {each.kind: each for each in decided}
    plan = PermanencePlan.objects.get(pk=one[DecisionKind.ENDORSE].plan_id)
    assert (plan.endorsed_on, plan.ratified_on) == (day, plan.ratified_on)
    assert PermanencePlan.objects.get(pk=one[DecisionKind.ACHIEVED].plan_id).achieved_on == day
    answer = Answer.objects.get(decision=one[DecisionKind.JUSTIFY])
    assert (answer.kind, answer.answered_by) == (AnswerKind.JUSTIFIED, chair())
    assert CohortMember.objects.get(decision=one[DecisionKind.COHORT]).starts_on == day
    assert Escalation.objects.get(decision=one[DecisionKind.ESCALATE]).level == 1
    reached = Child.objects.visible_to(chair(), Permission.PREPARE_MEETINGS)
    assert the_children(meeting).exclude(pk__in=reached).count() == 0
