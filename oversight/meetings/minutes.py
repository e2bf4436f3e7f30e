"""The minutes of a meeting in words: who was there, then a page for each child.

As long as they may change they are put together from what was recorded; once they are locked they
are read from what was kept. The screen, the PDF and the Word file hold the same.
"""

import re
from dataclasses import dataclass, field, replace

from django.db.models import Q, QuerySet

from casetrack.models import Child
from oversight.meetings.kept import Head, as_head, as_sheet, note_words, with_notes
from oversight.meetings.minuted import Record
from oversight.meetings.pack import Naming, Pack, Sheet, to_hide
from permanence.models import (
    Decision,
    Finding,
    Meeting,
    MeetingStage,
    MinuteNote,
    MinutePage,
    Minutes,
)

MARKED = "Official-Sensitive: personal information about children."
STAGES = {
    MeetingStage.OPEN: "under way",
    MeetingStage.DRAFT: "in draft",
    MeetingStage.CORRECTED: "corrected, not yet approved",
    MeetingStage.APPROVED: "approved, not yet locked",
    MeetingStage.LOCKED: "locked",
}


@dataclass(frozen=True)
class ChildMinutes:
    """The page of a child, with the rows that may still be corrected, which are none once it is
    locked, and by what `number` it is then found in her record.
    """

    child: Child
    sheet: Sheet
    decisions: list[Decision] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    number: int | None = None


@dataclass(frozen=True)
class MeetingMinutes:
    """The minutes as a reader sees them: the children are those reached, in order."""

    meeting: Meeting
    head: Head
    notes: list[MinuteNote]
    children: list[ChildMinutes]

    @property
    def stage(self) -> str:
        """In draft."""
        return STAGES[self.meeting.stage]

    @property
    def ids(self) -> set[int]:
        return {each.child.pk for each in self.children}

    def pack(self, *, initials: bool = False) -> Pack:
        """All of it, to be set on paper."""
        naming = self._naming() if initials else Naming()
        noted = [naming.within(note_words(note)) for note in self.notes]
        said = [*noted, *(["Children are named by their initials."] if initials else [])]
        return Pack(
            title=self.head.title,
            cover=[("These minutes are", self.stage), *self.head.cover],
            marked=f"{MARKED} Minutes: {self.stage}.",
            notes=said,
            agenda=self.head.attendance,
            sheets=[_named(each, naming) for each in self.children],
            as_at=self.head.held_on,
            children=self.ids,
        )

    def _naming(self) -> Naming:
        """Names as they are hide those as they were, too."""
        titles = {
            part for each in self.children for part in re.findall(r"\w{2,}", each.sheet.title)
        }
        return Naming(True, to_hide([each.child for each in self.children]) | titles)


def read(meeting: Meeting, reached: QuerySet[Child]) -> MeetingMinutes:
    """The minutes as they stand, or as they were locked: always the same number of questions."""
    if meeting.stage == MeetingStage.LOCKED:
        return _kept(meeting, reached)
    found = Record(meeting, reached)
    pages = [
        ChildMinutes(
            child,
            found.sheet(child),
            [each for each in found.decisions_of(child) if each.meeting_id],
            found.findings.get(child.pk, []),
        )
        for child in found.children
    ]
    return MeetingMinutes(meeting, found.head(), [], pages)


def _kept(meeting: Meeting, reached: QuerySet[Child]) -> MeetingMinutes:
    minutes = Minutes.objects.get(meeting=meeting)
    places = dict(meeting.items.filter(child__in=reached).values_list("child_id", "place"))
    kept = MinutePage.objects.filter(minutes=minutes, child__in=reached).select_related("child")
    noted = minutes.notes.select_related("noted_by")
    notes: dict[int | None, list[MinuteNote]] = {}
    for note in noted.filter(Q(child=None) | Q(child__in=reached)):
        notes.setdefault(note.child_id, []).append(note)
    last = max(places.values(), default=0) + 1
    ordered = sorted(kept, key=lambda each: (places.get(each.child_id, last), each.pk))
    pages = [
        ChildMinutes(
            each.child, with_notes(as_sheet(each.page), notes.get(each.child_id)), number=each.pk
        )
        for each in ordered
    ]
    return MeetingMinutes(meeting, as_head(minutes.head), notes.get(None, []), pages)


def _named(each: ChildMinutes, naming: Naming) -> Sheet:
    """The page as it is; or where names are hidden, in every word that stands on it."""
    if not naming.initials:
        return each.sheet
    sheet, hide = each.sheet, naming.within
    return replace(
        sheet,
        title=each.child.initials,
        said=hide(sheet.said),
        facts=[(name, hide(said)) for name, said in sheet.facts],
        tables=[
            replace(table, rows=[tuple(map(hide, row)) for row in table.rows])
            for table in sheet.tables
        ],
    )
