"""What stands out after a meeting, for the director: little enough to be read, nothing left out.

A child stands under every heading that is true of her.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from casetrack import words
from casetrack.models import Child
from oversight.clocks.registry import CLOCKS
from oversight.meetings.agenda import reason_words
from oversight.meetings.minuted import Record
from oversight.meetings.minutes import MARKED, STAGES
from oversight.meetings.pack import Pack, Sheet, Table, without_unseen
from permanence.actions.escalations import running
from permanence.models import (
    AgendaItem,
    AgreedAction,
    Answered,
    Decision,
    DecisionKind,
    Escalation,
    Finding,
    Level,
    Meeting,
)

MANY = 3
"""From so many meetings running on, for the same reason: a default of this product."""
LADDER = (
    "When something goes up by itself, and that three meetings running are many, are defaults of "
    "this product and not law."
)
EVERY = "A child stands under every heading that is true of the child."
CHILD = "Child"


def made(meeting: Meeting, reached: QuerySet[Child]) -> Pack:
    """The report on the children whom the reader reaches, as at the day of the meeting."""
    found = Exceptions(meeting, reached)
    tables = found.tables()
    series, day = meeting.series, words.long_day(meeting.held_on)
    counted = [(table.title, str(len(table.rows)) if table.rows else "None") for table in tables]
    pack = Pack(
        title=f"For the director: {series.name}, {day}",
        cover=[
            ("Group", f"{series.name}, {series.authority.name}"),
            ("When", day),
            *found.able(),
            ("Minutes", words.capital(STAGES[meeting.stage])),
        ],
        marked=f"{MARKED} For the director; minutes: {STAGES[meeting.stage]}.",
        notes=[LADDER],
        agenda=Table("In short", ("What stands out", "How many"), (4, 1), counted, ""),
        sheets=[Sheet("What stands out", "", EVERY, [], [], tables, 0)],
        as_at=day,
        children=found.seen,
    )
    readable: Pack = without_unseen(pack)
    return readable


class Exceptions:
    """What was recorded at the meeting, or stood open on its day, of these children."""

    def __init__(self, meeting: Meeting, reached: QuerySet[Child]) -> None:
        self.meeting, self.day = meeting, meeting.held_on
        self.record = Record(meeting, reached)
        self.items = list(
            AgendaItem.objects.filter(meeting=meeting, child__in=reached).select_related(
                "child", "meeting"
            )
        )
        self.running = running(self.items)
        own = Escalation.objects.filter(child__in=reached, escalated_on__lte=self.day)
        at_top = Q(level=Level.DIRECTOR, action__decision__series=meeting.series_id)
        open_still = Q(action__done_on=None) | Q(action__done_on__gt=self.day)
        self.risen = list(
            own.filter(Q(item__in=self.items) | (at_top & open_still))
            .select_related("child", "action__owner")
            .order_by("-level", "pk")
        )
        late = AgreedAction.objects.filter(
            child__in=reached, decision__series=meeting.series_id, due_on__lt=self.day
        )
        undone = late.filter(Q(done_on=None) | Q(done_on__gt=self.day))
        self.late = list(undone.select_related("child", "owner").order_by("due_on", "pk"))
        self.seen: set[int] = set()

    def able(self) -> list[tuple[str, str]]:
        """In the chair, and whether enough members were there."""
        return self.record.head().cover[-2:]

    def tables(self) -> list[Table]:
        return [
            self._escalated(),
            self._risen(),
            self._justified(),
            self._again(),
            self._late(),
            self._carried(),
            self._not_answered(),
            self._too_few(),
        ]

    def _of_kind(self, kind: str) -> list[Decision]:
        return [each for each in self.record.decisions if each.kind == kind]

    def _name(self, child: Any) -> str:
        self.seen.add(child.pk)
        return f"{child.name}, {child.reference}"

    def _escalated(self) -> Table:
        rows = [
            (
                self._name(each.child),
                words.capital(Level(self.record.levels[each.pk]).label),
                words.sentence(each.text),
                words.sentence(each.reason),
            )
            for each in self._of_kind(DecisionKind.ESCALATE)
            if each.pk in self.record.levels
        ]
        head = (CHILD, "To whom", "What", "Why")
        return _table("The group escalated", head, (1.6, 1.6, 2.4, 2.4), rows)

    def _risen(self) -> Table:
        rows = [
            (
                self._name(each.child),
                words.capital(Level(each.level).label),
                self._why_risen(each),
                words.short_day(each.escalated_on),
            )
            for each in self.risen
        ]
        head = (CHILD, "To whom", "What", "Since")
        return _table("Went up by itself", head, (1.6, 1.6, 3.2, 1.2), rows)

    def _why_risen(self, escalation: Escalation) -> str:
        action = escalation.action
        if action is not None:
            due = words.short_day(action.due_on)
            return f"{words.sentence(action.text)} {action.owner.name}, due {due}"
        times = self.running.get(escalation.item_id or 0, 0)
        return f"On the agenda for the same reason at {times} meetings running"

    def _justified(self) -> Table:
        rows = [
            (
                self._name(each.child),
                CLOCKS[each.clock].title if each.clock in CLOCKS else each.clock,
                words.sentence(each.reason),
                words.short_day(each.until) if each.until else "",
            )
            for each in self._of_kind(DecisionKind.JUSTIFY)
        ]
        head = (CHILD, "Wait", "Why", "Justified until")
        return _table("Delays found to be justified", head, (1.6, 2, 3, 1.2), rows)

    def _again(self) -> Table:
        rows = [
            (
                self._name(item.child),
                words.capital("; ".join(reason_words(item.because))),
                str(self.running[item.pk]),
            )
            for item in self.items
            if self.running[item.pk] >= MANY
        ]
        head = (CHILD, "Reasons at this meeting", "Meetings running")
        title = f"On the agenda for the same reason at {MANY} meetings or more"
        return _table(title, head, (1.6, 4, 1.2), rows)

    def _late(self) -> Table:
        rows = [
            (
                self._name(each.child),
                words.sentence(each.text),
                each.owner.name,
                f"{words.short_day(each.due_on)}, {words.stretch(each.due_on, self.day)} late",
            )
            for each in self.late
        ]
        head = (CHILD, "What was decided", "Who", "Due")
        return _table("Not carried out by the day set", head, (1.6, 3, 1.4, 1.8), rows)

    def _carried(self) -> Table:
        rows = [
            (self._name(each.child), words.sentence(each.reason))
            for each in self._of_kind(DecisionKind.CARRY)
        ]
        return _table("Carried over to the next meeting", (CHILD, "Why"), (1.6, 5), rows)

    def _not_answered(self) -> Table:
        children = {item.child_id: item.child for item in self.items}
        found: Iterable[Finding] = (
            each for own in self.record.findings.values() for each in own if _lacks(each)
        )
        rows = [
            (
                self._name(children[each.child_id]),
                each.get_question_display(),
                words.sentence(each.found),
                words.short_day(each.recheck_on) if each.recheck_on else "",
            )
            for each in found
        ]
        head = (CHILD, "Asked of the plan", "What the group found", "Looks again")
        return _table("Questions about a plan that were not answered", head, (1.6, 2, 3, 1.2), rows)

    def _too_few(self) -> Table:
        needed = self.meeting.series.quorum
        rows = [
            (self._name(item.child), f"{there}; {needed} are needed")
            for item in self.items
            if (there := len(self.record.in_room(item))) < needed
        ]
        title = "Too few members in the room to decide"
        return _table(title, (CHILD, "Members in the room"), (1.6, 5), rows)


def _lacks(finding: Finding) -> bool:
    return finding.answered == Answered.NOT


def _table(
    title: str, head: tuple[str, ...], widths: tuple[float, ...], rows: list[tuple[str, ...]]
) -> Table:
    return Table(title, head, widths, rows, "None.")
