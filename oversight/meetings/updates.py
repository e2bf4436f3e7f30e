"""The updates for meetings: how far each has come, what stands in it, and what is known beside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from casetrack import words
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from casetrack.models import Allocation, AllocationRole, CalendarDay, Child
from casetrack.models.codes import LEGAL_STATUS
from oversight.child_record import ChildRecord
from oversight.homes import home_words
from oversight.meetings.agenda import OF_PATHWAYS, OWN_PART
from oversight.waits import Wait
from permanence.models import SAID, AgendaItem, AgendaUpdate, ChildsWords, Meeting, Route
from permanence.voice import latest_words


@dataclass(frozen=True)
class Line:
    """A child on an agenda, and how far her update has come."""

    item: Any
    due_on: date
    today: date
    worker: str = ""
    account: bool = True
    """Whether the social worker signs in here, and can be asked."""
    voice: ChildsWords | None = None

    @property
    def update(self) -> AgendaUpdate | None:
        return getattr(self.item, "update", None)

    @property
    def sent(self) -> bool:
        return self.update is not None and self.update.sent_at is not None

    @property
    def asked(self) -> bool:
        return self.update is not None and self.update.asked_at is not None

    @property
    def waiting(self) -> bool:
        return self.asked and not self.sent

    @property
    def late(self) -> bool:
        return self.waiting and self.today > self.due_on

    @property
    def begun(self) -> bool:
        return self.update is not None and any(getattr(self.update, name) for name in SAID)

    @property
    def answers(self) -> list[tuple[str, str]]:
        return answers(self.update)


@dataclass(frozen=True)
class Facts:
    """What is recorded of the child, beside the questions of her update."""

    plan: str
    contingency: str
    home: str
    legal: str
    waits: list[Wait]


@dataclass(frozen=True)
class AskedFor:
    """The updates that are asked of somebody for one meeting."""

    meeting: Meeting
    due_on: date
    updates: list[AgendaUpdate]


def answers(update: AgendaUpdate | None) -> list[tuple[str, str]]:
    """Each question with what was written, empty where nothing was; the day beside the step."""
    found = []
    for name in SAID:
        if name == "next_step_on":
            continue
        said = getattr(update, name, "")
        if name == "next_step" and update is not None and update.next_step_on:
            day = f"By {words.long_day(update.next_step_on)}."
            said = f"{words.sentence(said)} {day}" if said else day
        found.append((words.capital(str(AgendaUpdate._meta.get_field(name).verbose_name)), said))
    return found


def facts(child: Child, today: date) -> Facts:
    """The plan, the home, the legal status, and the waits of pathways near or past a limit."""
    record = ChildRecord(child, today)
    plans = (record.plan_now, record.contingency_now)
    plan, contingency = (words.capital(Route(each.route).label) if each else "" for each in plans)
    home, legal = record.home_now, record.legal_now
    return Facts(
        plan=plan or "No agreed plan",
        contingency=contingency or "No second plan",
        home=home_words(home.type, home.provider) if home else "No home recorded",
        legal=LEGAL_STATUS.label(legal.code) if legal else "No legal status recorded",
        waits=[
            wait
            for wait in record.waits
            if wait.serious and wait.clock.code in {*OF_PATHWAYS, *OWN_PART}
        ],
    )


def of_meeting(meeting: Meeting, reached: QuerySet[Child], due_on: date, today: date) -> list[Line]:
    """The agenda in order, of the children reached, each with her own latest words."""
    held = Allocation.objects.on(today).filter(
        child=OuterRef("child"), role=AllocationRole.SOCIAL_WORKER
    )
    items = meeting.items.filter(child__in=reached).annotate(
        worker=Subquery(held.values("worker__name")[:1]),
        account=Subquery(held.values("worker__user__is_active")[:1]),
    )
    found: list[Any] = list(items.select_related("child", "update__sent_by"))
    voices = latest_words([item.child_id for item in found], today)
    return [
        Line(
            item,
            due_on,
            today,
            worker=item.worker or "",
            account=bool(item.account),
            voice=voices.get(item.child_id),
        )
        for item in found
    ]


def coming(children: QuerySet[Child], today: date) -> list[Line]:
    """Of these children, those on the agenda of a meeting to come; the soonest first."""
    items = AgendaItem.objects.filter(
        child__in=children, meeting__held_on__gte=today, meeting__put_off_because=""
    )
    items = items.select_related("child", "meeting__series", "update")
    holidays = CalendarDay.objects.holidays()
    return [
        Line(item, item.meeting.papers_due_on(holidays), today)
        for item in items.order_by("meeting__held_on", "meeting", "place")
    ]


def to_write(user: Any, today: date) -> int:
    """How many updates wait for `user`, who may write them; unasked where they may not."""
    if not may(user, Permission.WRITE_UPDATES):
        return 0
    children = Child.objects.visible_to(user, Permission.WRITE_UPDATES)
    return AgendaUpdate.objects.filter(child__in=children).waiting(today).count()


def by_meeting(updates: Iterable[AgendaUpdate]) -> list[AskedFor]:
    """For a mail: the soonest meeting first, with the day its papers are due."""
    key = {each: each.item.meeting for each in updates}
    ordered = sorted(key, key=lambda each: (key[each].held_on, key[each].pk, each.child.reference))
    holidays = CalendarDay.objects.holidays() if ordered else frozenset()
    return [
        AskedFor(meeting, meeting.papers_due_on(holidays), list(those))
        for meeting, those in groupby(ordered, lambda each: key[each])
    ]
