"""The meetings of a demo authority's group: those that were held, and the next, prepared."""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random

from django.utils import timezone

from casetrack.models import Allocation, AllocationRole, User
from casetrack.recording import recording
from oversight.actions import decisions
from oversight.actions import minutes as of_meetings
from oversight.demo import agendas
from oversight.demo.deciding import Case
from oversight.demo.group import People
from oversight.demo.words import EVIDENCE, GUEST, INTEREST, UPDATES
from permanence.actions import (
    agreed_actions,
    escalations,
    held,
    meetings,
    minutes,
    updates,
)
from permanence.actions import decisions as of_a_group
from permanence.models import (
    SAID,
    AgendaItem,
    AgreedAction,
    Decision,
    Finding,
    Meeting,
    MeetingSeries,
    Part,
    Presence,
)

NOT_REACHED = 2
"""Children to whom a meeting does not come, and who are carried over."""
AWAY = (Presence.APOLOGIES, Presence.MISSING)
A_CHILD = timedelta(minutes=5)
APPROVED_AFTER = timedelta(days=6)
BETWEEN = timedelta(days=10)
DONE, DONE_EARLY, LATE_BY = 0.85, 0.25, (-6, 9)
SENT, BEGUN = 3, 2
"""Of so many updates that are asked for one is sent, and of so many of the rest one is begun."""


def hold(meeting: Meeting, people: People, *, most: int | None = None, approved: bool) -> None:
    """It is held on its day, for so many children; its minutes are approved or still a draft."""
    with recording("demo.meeting-held", by=people.secretary, meeting=str(meeting.uuid)):
        chaired_by = people.deputy if meeting.held_on.month % 6 == 0 else people.chair
        items = agendas.make(meeting, people, meeting.held_on, most)
        held.open_meeting(
            meeting=meeting, chaired_by=chaired_by, on=meeting.held_on, by=people.secretary
        )
        _attend(meeting, people)
        _decide(meeting, items, people)
        held.close_meeting(meeting=meeting, on=meeting.held_on, by=people.secretary)
        if approved:
            minutes.approve(meeting=meeting, by=people.chair)
        _dated(meeting)


def lock(meeting: Meeting, people: People, today: date) -> None:
    """Its minutes go into each child's record for good."""
    of_meetings.lock(meeting=meeting, on=today, by=people.chair)


def decide_between(meeting: Meeting, people: People) -> None:
    """After the meeting the chair decides for one whom it did not reach."""
    item = meeting.items.select_related("child", "meeting__series").order_by("-place").first()
    if item is None:
        return
    on, case = meeting.held_on + BETWEEN, Case(item, people, 0)
    if AllocationRole.SOCIAL_WORKER in case.workers:
        decisions.decide_between(
            series=meeting.series, child=item.child, typed=case.action(), on=on, by=people.chair
        )


def carry_out(series: MeetingSeries, people: People, today: date) -> None:
    """Most of what was to be done by now is done; what is not has gone up the ladder."""
    actions = AgreedAction.objects.filter(decision__series=series).select_related(
        "child", "decision"
    )
    for action in actions.order_by("pk"):
        assert action.decision is not None
        chance = Random(f"{action.child.reference} {action.agreed_on} {action.text}")
        if chance.random() < (DONE if action.due_on < today else DONE_EARLY):
            on = action.due_on + timedelta(days=chance.randint(*LATE_BY))
            evidence = EVIDENCE[of_a_group.DecisionKind(action.decision.kind)]
            agreed_actions.done(
                action=action, on=min(on, today), evidence=evidence, by=people.manager
            )
    escalations.climb(on=today, by=None)


def prepare(meeting: Meeting, people: People, today: date) -> None:
    """The next meeting: its agenda, who has an interest, and updates that were asked for."""
    with recording("demo.meeting-prepared", by=people.secretary, meeting=str(meeting.uuid)):
        items = agendas.make(meeting, people, today)
        children = [item.child_id for item in items]
        seat = meeting.series.members.filter(seat="fostering").first()
        if seat is not None and items:
            meetings.declare(
                member=seat, child=items[-1].child, reason=INTEREST, on=today, by=people.secretary
            )
        updates.ask(meeting=meeting, children=children, on=today, by=people.secretary)
        _write(meeting, today)


def _attend(meeting: Meeting, people: People) -> None:
    """Two members are away, somebody stands in for a third, and a guest is out for one child."""
    chance = Random(str(meeting.held_on))
    members = list(meeting.series.members.exclude(user=people.deputy).order_by("pk"))
    away = chance.sample(members, min(2, len(members)))
    for member, presence in zip(away, AWAY, strict=False):
        held.mark(meeting=meeting, member=member, presence=presence, by=people.secretary)
    held.mark_the_rest(meeting=meeting, by=people.secretary)
    guest = held.welcome(meeting=meeting, name=GUEST, by=people.secretary)
    item = meeting.items.order_by("place").first()
    if item is not None:
        held.step_out(attendance=guest, item=item, out=True, by=people.secretary)


def _decide(meeting: Meeting, items: list[AgendaItem], people: People) -> None:
    earlier = AgendaItem.objects.filter(
        meeting__series=meeting.series, meeting__held_on__lt=meeting.held_on
    )
    before = Counter(earlier.values_list("child_id", flat=True))
    findings: list[Finding] = []
    good_news_first = sorted(items, key=lambda item: item.part != Part.ACHIEVED)
    for item in good_news_first[: max(len(items) - NOT_REACHED, 1)]:
        item.meeting = meeting
        case = Case(item, people, before[item.child_id])
        for typed in case.decisions():
            decisions.decide(item=item, typed=typed, by=people.secretary)
        findings += case.findings()
    of_a_group.find_all(meeting=meeting, found=findings, by=people.secretary)


def _dated(meeting: Meeting) -> None:
    """What the database has as of this moment is as of the meeting's own day."""
    opened = timezone.make_aware(datetime.combine(meeting.held_on, meeting.starts_at))
    closed = opened + timedelta(minutes=meeting.minutes)
    Meeting.objects.filter(pk=meeting.pk).update(opened_at=opened, closed_at=closed)
    approved = Meeting.objects.filter(pk=meeting.pk, approved_at__isnull=False)
    approved.update(approved_at=closed + APPROVED_AFTER)
    made = list(Decision.objects.filter(meeting=meeting).select_related("item"))
    for decision in made:
        place = decision.item.place if decision.item else 0
        decision.recorded_at = opened + place * A_CHILD
    Decision.objects.bulk_update(made, ["recorded_at"])


def _write(meeting: Meeting, today: date) -> None:
    """Some of those who were asked have sent their updates, some have begun, some have not."""
    asked = meeting.items.filter(update__asked_at__isnull=False).select_related("meeting__series")
    for number, item in enumerate(asked.order_by("place")):
        said = dict.fromkeys(SAID, "") | UPDATES[number % len(UPDATES)] | {"next_step_on": None}
        writer = _writer(item, today)
        if number % SENT == 0:
            said["next_step_on"] = meeting.held_on + timedelta(days=14)
            updates.send(item=item, said=said, on=today, by=writer)
        elif number % BEGUN == 0:
            updates.save(item=item, said=said | {"decide": ""}, on=today, by=writer)


def _writer(item: AgendaItem, today: date) -> User:
    working = Allocation.objects.on(today).filter(
        child=item.child_id, role=AllocationRole.SOCIAL_WORKER
    )
    return working.select_related("worker__user").get().worker.user
