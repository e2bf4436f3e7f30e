"""What was recorded for each child of an agenda so far, as everybody in the room sees it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from casetrack import words
from permanence.in_the_room import in_the_room
from permanence.models import (
    AgendaItem,
    Attendance,
    Decision,
    Finding,
    Meeting,
)

Within = Callable[[str], str]
"""Hides names in what somebody typed, where initials are shown."""


@dataclass(frozen=True)
class Said:
    """A decision or a finding, in words; `undo` where it may still be undone."""

    title: str
    text: str
    more: str
    by: str
    undo: str = ""


@dataclass
class Entries:
    """Of one item of the agenda, and whether enough are in the room for it."""

    item: AgendaItem
    there: int
    quorum: int
    out: list[str] = field(default_factory=list)
    decisions: list[Said] = field(default_factory=list)
    findings: list[Said] = field(default_factory=list)

    @property
    def alone(self) -> list["Entries"]:
        """As the list that the page of all of them is made of."""
        return [self]

    @property
    def quorate(self) -> bool:
        return self.there >= self.quorum

    @property
    def room(self) -> str:
        """4 members in the room, 4 needed to decide; not in the room: N. Ray."""
        there = f"{words.count(self.there, 'member')} in the room, {self.quorum} needed to decide"
        return there + (f"; not in the room: {words.listed(self.out)}" if self.out else "")


def entries(
    meeting: Meeting, items: Sequence[AgendaItem], within: Within = str
) -> dict[int, Entries]:
    """By item (id), in five queries however many there are."""
    attendance = Attendance.objects.filter(meeting=meeting).select_related("member__user")
    room = in_the_room(meeting, list(attendance), items)
    found = {
        item.pk: Entries(
            item, len(room[item.pk].there), meeting.series.quorum, _called(room[item.pk].out)
        )
        for item in items
    }
    open_still = meeting.closed_at is None
    decided = Decision.objects.standing().filter(item__in=items).order_by("pk")
    for decision in decided.select_related("owner", "recorded_by", "plan"):
        found[decision.item_id].decisions.append(_decision(decision, within, open_still))
    findings = Finding.objects.filter(item__in=items).order_by("pk")
    for finding in findings.select_related("recorded_by"):
        found[finding.item_id].findings.append(_finding(finding, within))
    return found


def _decision(decision: Decision, within: Within, open_still: bool) -> Said:
    why = f"Why: {words.sentence(within(decision.reason))}" if decision.reason else ""
    return Said(
        title=words.capital(decision.get_kind_display()),
        text=words.sentence(within(decision.text)),
        more=" ".join(filter(None, [why, _who_and_when(decision)])),
        by=str(decision.recorded_by),
        undo=str(decision.uuid) if open_still else "",
    )


def _who_and_when(decision: Decision) -> str:
    """N. Okafor, by 17 Jun 2026. Of a justified delay, until when."""
    if decision.owner is not None and decision.due_on is not None:
        return f"{decision.owner.name}, by {words.short_day(decision.due_on)}."
    if decision.until is not None:
        return f"Until {words.short_day(decision.until)}."
    if decision.plan is not None:
        return f"{decision.plan.get_route_display()}."
    return ""


def _finding(finding: Finding, within: Within) -> Said:
    again = (
        f"Looked at again on {words.short_day(finding.recheck_on)}." if finding.recheck_on else ""
    )
    return Said(
        title=finding.get_question_display(),
        text=words.capital(finding.get_answered_display()) + ".",
        more=" ".join(filter(None, [words.sentence(within(finding.found)), again])),
        by=str(finding.recorded_by),
    )


def _called(out: Sequence[Attendance]) -> list[str]:
    """The members who are out of the room, by name, or by whoever stands in for them."""
    return sorted(each.name or each.member.called for each in out if each.member is not None)
