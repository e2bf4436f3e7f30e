"""What was recorded at a meeting, as a page of its minutes for each child."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from casetrack import words
from casetrack.models import Child
from oversight.clocks.registry import CLOCKS
from oversight.meetings.agenda import reasons_of
from oversight.meetings.kept import Head
from oversight.meetings.pack import Sheet, Table, without_unseen
from oversight.models import CohortMember
from permanence.in_the_room import in_the_room
from permanence.models import (
    AgendaItem,
    Answered,
    Attendance,
    ChildsWords,
    Decision,
    DecisionKind,
    Escalation,
    Finding,
    GroupMember,
    Level,
    Meeting,
    Presence,
    Question,
)
from permanence.voice import latest_words


class Record:
    """What was recorded at a meeting, of these children: asked for all of them at once."""

    def __init__(self, meeting: Meeting, children: QuerySet[Child]) -> None:
        self.meeting = meeting
        items = meeting.items.filter(child__in=children).select_related("child", "added_by")
        self.items = {item.child_id: item for item in items}
        self.decisions = list(_decided(meeting, children))
        self.findings = _by_child(_found(meeting, children))
        self.attendance = list(
            Attendance.objects.filter(meeting=meeting).select_related("member__user")
        )
        others = {each.child_id: each.child for each in self.decisions}
        others = {pk: child for pk, child in others.items() if pk not in self.items}
        between = sorted(others.values(), key=lambda child: child.reference)
        self.children: list[Child] = [*(item.child for item in self.items.values()), *between]
        self._beside()

    def _beside(self) -> None:
        ids, day = [child.pk for child in self.children], self.meeting.held_on
        self.voices = latest_words(ids, day)
        self.reasons = reasons_of(
            [(item.child_id, item.because) for item in self.items.values()], day
        )
        items = list(self.items.values())
        self.room = in_the_room(self.meeting, self.attendance, items)
        levels = Escalation.objects.filter(child__in=ids, decision__in=self.decisions)
        self.levels = dict(levels.values_list("decision_id", "level"))
        joined = CohortMember.objects.filter(child__in=ids, decision__in=self.decisions)
        self.cohorts = dict(joined.values_list("decision_id", "cohort__name"))

    def decisions_of(self, child: Child) -> list[Decision]:
        return [each for each in self.decisions if each.child_id == child.pk]

    def head(self) -> Head:
        meeting = self.meeting
        series, day = meeting.series, words.long_day(meeting.held_on)
        cover = [
            ("Group", f"{series.name}, {series.authority.name}"),
            ("When", f"{day}, {meeting.starts_at:%H:%M}"),
            ("Where", meeting.place),
            ("In the chair", str(meeting.chaired_by)),
            ("Members there", self._quorum()),
        ]
        return Head(f"Minutes: {series.name}, {day}", day, cover, self._attended())

    def _quorum(self) -> str:
        needed = self.meeting.series.quorum
        there = sum(each.member_id is not None for each in self._there)
        could = "so it could decide" if there >= needed else "so it could not decide"
        were = "was" if there == 1 else "were"
        return f"{words.count(there, 'member')} {were} there and {needed} are needed, {could}"

    @property
    def _there(self) -> list[Attendance]:
        return [each for each in self.attendance if each.presence == Presence.THERE]

    def _attended(self) -> Table:
        marked = {each.member_id: each for each in self.attendance}
        rows = [
            (_seat(member), member.called, _presence(marked.get(member.pk)))
            for member in self.meeting.members
        ]
        guests = [each for each in self.attendance if each.member_id is None]
        rows += [("Guest", each.name, "There") for each in guests]
        head = ("For which service", "Who", "Whether there")
        nothing = "The group has no members, and nobody was recorded as there."
        return Table("Who was there", head, (2, 2, 2), rows, nothing)

    def sheet(self, child: Child) -> Sheet:
        """The child's own words as they were on the day come first."""
        said, how = _voice(self.voices.get(child.pk))
        item = self.items.get(child.pk)
        own = self.decisions_of(child)
        at_item = [each for each in own if each.item_id is not None]
        between = [each for each in own if each.item_id is None]
        tables = [self._decisions(at_item), self._findings(child)] if item else []
        sheet = Sheet(
            title=child.name,
            said=said,
            said_how=how,
            why=[],
            facts=self._facts(child, item),
            tables=[*tables, *([self._between(between)] if between else [])],
            minutes=item.minutes if item else 0,
        )
        readable: Sheet = without_unseen(sheet)
        return readable

    def _facts(self, child: Child, item: AgendaItem | None) -> list[tuple[str, str]]:
        facts = [
            ("Reference", child.reference),
            ("Age on the day", words.age(child.born_on, self.meeting.held_on)),
        ]
        if item is None:
            return [*facts, ("Why on these minutes", "Something was decided between meetings")]
        asked = [item.why] if item.why else []
        by = [f"put on by {item.added_by}"] if item.added_by else []
        why = "; ".join([*self.reasons.get(child.pk, []), *asked, *by])
        return [
            *facts,
            ("Why on the agenda", words.capital(why) or "Not said"),
            *self._room(item),
        ]

    def in_room(self, item: AgendaItem) -> list[Attendance]:
        """The members who were there for the child and have no interest of their own in her."""
        return self.room[item.pk].there

    def _room(self, item: AgendaItem) -> list[tuple[str, str]]:
        """Who took no part, and how many were left. An interest is told by its seat alone, and no
        name of whoever has one.
        """
        room = self.room[item.pk]
        own = {each.member_id for each in room.interests}
        out = [each for each in room.out if each.member_id not in own]
        away = [f"{_called(each)} ({_seat_of(each)})" for each in out]
        seats = dict.fromkeys(each.member.get_seat_display() for each in room.interests)
        needed, there = self.meeting.series.quorum, len(self.in_room(item))
        few = "" if there >= needed else ", so they were too few"
        said = f"{words.count(there, 'member')}; {needed} are needed to decide{few}"
        facts = [("In the room", said)]
        if away:
            facts.append(("Not in the room", words.listed(away)))
        if seats:
            told = words.listed([f"the member for {seat}" for seat in seats])
            facts.append(("Took no part, for an interest of their own", words.capital(told)))
        return facts

    def _decisions(self, decisions: list[Decision]) -> Table:
        rows = [
            (
                words.capital(each.get_kind_display()),
                words.sentence(each.text),
                words.sentence(each.reason),
                _who(each),
                self._did(each),
            )
            for each in decisions
        ]
        head = ("Decision", "In words", "Why", "Who, and by when", "What it did")
        widths = (1.5, 2.4, 1.8, 1.4, 1.7)
        chairs = words.listed(list(dict.fromkeys(str(each.decided_by) for each in decisions)))
        note = f"Decided by the group, with {chairs} in the chair." if decisions else ""
        return Table("Decided", head, widths, rows, "Nothing was decided.", note)

    def _between(self, decisions: list[Decision]) -> Table:
        rows = [
            (
                words.capital(each.get_kind_display()),
                " ".join(filter(None, [words.sentence(each.text), words.sentence(each.reason)])),
                f"{each.decided_by}, {words.short_day(each.decided_on)}",
                _who(each),
                self._did(each),
            )
            for each in decisions
        ]
        head = ("Decision", "In words, and why", "Decided by", "Who, and by when", "What it did")
        title = "Decided between meetings, and reported to this one"
        return Table(title, head, (1.5, 2.6, 1.6, 1.4, 1.7), rows, "")

    def _did(self, decision: Decision) -> str:
        """What the decision changed at once."""
        if decision.owner is not None:
            return "Agreed as an action"
        if decision.plan is not None:
            said = DONE_TO_A_PLAN[decision.kind]
            return f"{said}: {words.uncapital(decision.plan.get_route_display())}"
        if decision.until is not None:
            clock = CLOCKS.get(decision.clock)
            title = clock.title if clock else decision.clock
            return f"{title}: delay justified until {words.short_day(decision.until)}"
        if decision.pk in self.levels:
            return f"Went to {Level(self.levels[decision.pk]).label}"
        if decision.pk in self.cohorts:
            return f"The child joined {self.cohorts[decision.pk]}"
        return DID.get(decision.kind, "")

    def _findings(self, child: Child) -> Table:
        found = {each.question: each for each in self.findings.get(child.pk, [])}
        rows = [
            (
                question.label,
                words.capital(Answered(found[question].answered).label),
                words.sentence(found[question].found),
                words.short_day(day) if (day := found[question].recheck_on) else "",
            )
            for question in Question
            if question in found
        ]
        head = ("Asked of the plan", "How it was answered", "What the group found", "Looks again")
        nothing = "The group did not ask its five questions about the plan."
        return Table("What the group found of the plan", head, (2.4, 1.5, 3, 1.2), rows, nothing)


DONE_TO_A_PLAN: dict[str, str] = {
    DecisionKind.ENDORSE: "The group endorses the plan",
    DecisionKind.ACHIEVED: "The plan is achieved",
}
DID: dict[str, str] = {
    DecisionKind.CARRY: "Stands on the next agenda",
    DecisionKind.NOTED: "Nothing: it was noted",
    DecisionKind.BACK: "The team sees to it from here",
}


def _decided(meeting: Meeting, children: QuerySet[Child]) -> QuerySet[Decision]:
    """At its items and, in its minutes or yet in none, between meetings; what was undone is not."""
    waiting = Q(meeting=None, series=meeting.series_id, decided_on__lte=meeting.held_on)
    own = Q(meeting=meeting)
    of_meeting = own if meeting.approved_at else own | waiting
    found = Decision.objects.standing().filter(of_meeting, child__in=children)
    decided: QuerySet[Decision] = found.select_related("child", "owner", "decided_by", "plan")
    return decided.order_by("pk")


def _found(meeting: Meeting, children: QuerySet[Child]) -> QuerySet[Finding]:
    return Finding.objects.filter(item__meeting=meeting, child__in=children)


def children_of(meeting: Meeting, children: QuerySet[Child]) -> set[int]:
    """The ids of those of the children who stand in the minutes."""
    on_it = meeting.items.filter(child__in=children).values_list("child_id", flat=True)
    return {*on_it, *_decided(meeting, children).values_list("child_id", flat=True)}


def _by_child(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.child_id, []).append(row)
    return found


def _seat(member: GroupMember) -> str:
    return words.capital(member.get_seat_display())


def _seat_of(attendance: Attendance) -> str:
    return attendance.member.get_seat_display() if attendance.member else "guest"


def _called(attendance: Attendance) -> str:
    """Whoever was there: the member, who stood in for them, or the guest."""
    if attendance.name or attendance.member is None:
        return attendance.name
    return attendance.member.called


def _presence(marked: Attendance | None) -> str:
    if marked is None:
        return "Not recorded"
    if marked.name:
        return f"{marked.name} stood in"
    return words.capital(marked.get_presence_display())


def _who(decision: Decision) -> str:
    if decision.owner is None or decision.due_on is None:
        return ""
    return f"{decision.owner.name}, by {words.short_day(decision.due_on)}"


def _voice(voice: ChildsWords | None) -> tuple[str, str]:
    """A blank is said as a blank."""
    if voice is None:
        return "", "No words of the child’s own that might be shown were recorded by that day."
    how = "What the child shows us" if voice.is_observed else "The child’s own words"
    said = voice.words if voice.is_observed else f"“{voice.words}”"
    return said, f"{how}, {words.long_day(voice.said_on)}, {voice.get_gathered_display()}"
