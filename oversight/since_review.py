"""What changed for a child since the last review, as at a day: what happened, what waits began,
ended or went past their limit, and what became of what the review decided.

It is read from the history, so that what was recorded only after the review, though it happened
before, is told as well. Visits are counted. Reviews and mid-points themselves are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casetrack import words
from casetrack.record.kind import Group
from casetrack.record.telling import Line, day_of, history
from oversight.child_record import ChildRecord
from oversight.clocks.clock import Group as Clocks
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockRow
from oversight.waits import Wait
from permanence.models import AgreedAction, Milestone, Review, Seen, Visit


class Part(StrEnum):
    """The parts in which it is told, in their order."""

    HOME = "Homes and moves"
    WORKERS = "Workers"
    PLAN = "Plans and their steps"
    ADOPTION = "Adoption and special guardianship"
    COURT = "Court and care"
    WELLBEING = "Health and school"
    VOICE = "The child’s voice"
    MISSING = "Missing"
    FAMILY = "Family"


OF_GROUP = {
    Group.HOME: Part.HOME,
    Group.PLAN: Part.PLAN,
    Group.ADOPTION: Part.ADOPTION,
    Group.GUARDIANSHIP: Part.ADOPTION,
    Group.CARE: Part.COURT,
    Group.COURT: Part.COURT,
    Group.SEEN: Part.WELLBEING,
    Group.VOICE: Part.VOICE,
    Group.CHILD: Part.FAMILY,
    Group.PEOPLE: Part.FAMILY,
}
OF_KIND = {
    "allocation": Part.WORKERS,
    "supervision": Part.WORKERS,
    "missing": Part.MISSING,
    "return-interview": Part.MISSING,
}
LEFT_OUT = ("review", "review-meeting", "disagreement", "mid-point", "visit", "minutes-page")
OF_THE_PLAN = (
    Clocks.PARENTS,
    Clocks.APPROVALS,
    Clocks.COURT,
    Clocks.GUARDIANSHIP,
    Clocks.ADOPTION,
    Clocks.HOMES,
)
"""Other waits come round by themselves, and are told only where they went past their limit."""
TOLD_ELSEWHERE = ("agreed-action", "silence")
TOLD_ONCE_DONE = ("step-overdue",)
NO_VISIT = "No visit since the review is recorded"


@dataclass(frozen=True)
class Happened:
    """One sentence; `recorded_on` only where it was recorded late, after the review."""

    on: date
    sentence: str
    known: bool = True
    recorded_on: date | None = None


@dataclass(frozen=True)
class Visits:
    """How often the child was visited since, how often seen, and when last."""

    visits: Sequence[Visit] = ()

    @property
    def seen(self) -> int:
        return sum(visit.seen != Seen.NOT_SEEN for visit in self.visits)

    @property
    def alone(self) -> int:
        return sum(visit.seen == Seen.ALONE for visit in self.visits)

    @property
    def last_on(self) -> date | None:
        days = [visit.visited_on for visit in self.visits if visit.seen != Seen.NOT_SEEN]
        return max(days, default=None)

    @property
    def words(self) -> str:
        """Seen 5 times, 4 of them alone; last on 3 July 2026; not seen at 1 visit."""
        missed = words.count(len(self.visits) - self.seen, "visit")
        if self.last_on is None:
            return f"Not seen at {missed} since the review" if self.visits else NO_VISIT
        not_seen = f"; not seen at {missed}" if len(self.visits) > self.seen else ""
        day = words.long_day(self.last_on)
        if self.seen == 1:
            return (
                f"Seen once, {'alone' if self.alone else 'with others there'}, on {day}{not_seen}"
            )
        alone = "all" if self.alone == self.seen else str(self.alone or "none")
        return f"Seen {self.seen} times, {alone} of them alone; last on {day}{not_seen}"


@dataclass(frozen=True)
class Decided:
    """What the review decided, or an officer asked for since, that somebody does."""

    action: AgreedAction
    day: date

    @property
    def done(self) -> bool:
        return self.action.done_on is not None and self.action.done_on <= self.day

    @property
    def late(self) -> bool:
        return not self.done and self.action.due_on < self.day

    @property
    def state(self) -> str:
        """As the colours of waits have it."""
        return "red" if self.late else "green" if self.done else "amber"

    @property
    def tag(self) -> str:
        """done 3 Jul 2026; 12 days late; due in 6 days."""
        if self.done:
            return f"done {words.short_day(self.action.done_on)}"
        if self.late:
            return f"{words.stretch(self.action.due_on, self.day)} late"
        return words.due_in(self.action.due_on, self.day)


@dataclass(frozen=True)
class Ended:
    """A wait that ended since the review."""

    row: ClockRow

    @property
    def title(self) -> str:
        return CLOCKS[self.row.clock].title

    @property
    def past(self) -> bool:
        return self.row.due_on is not None and self.row.due_on < self.row.stopped_on

    @property
    def words(self) -> str:
        """3 Jul 2026, match, after 143 days, 22 days past its limit."""
        row = self.row
        known = "" if row.start_known else "at least "
        after = f"after {known}{words.stretch(row.started_on, row.stopped_on)}"
        late = f"{words.stretch(row.due_on, row.stopped_on)} past its limit" if self.past else ""
        parts = [words.short_day(row.stopped_on), row.stopped_by, after, late]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class SinceReview:
    """All of it, from the day of the review to `day`."""

    review: Review
    day: date
    parts: list[tuple[Part, list[Happened]]]
    visits: Visits
    past: list[Wait]
    began: list[Wait]
    ended: list[Ended]
    decided: list[Decided]

    @property
    def count(self) -> int:
        return sum(len(told) for _, told in self.parts)

    @property
    def summary(self) -> str:
        """12 entries, 2 waits past the limit, 3 waits ended; nothing is recorded."""
        said = [
            (self.count, words.count(self.count, "entry", "entries")),
            (len(self.past), f"{words.count(len(self.past), 'wait')} past the limit"),
            (len(self.began), f"{words.count(len(self.began), 'wait')} begun"),
            (len(self.ended), f"{words.count(len(self.ended), 'wait')} ended"),
        ]
        return ", ".join(each for number, each in said if number) or "nothing is recorded"


def since_review(record: ChildRecord) -> SinceReview | None:
    """None where no review is recorded by the day; three questions more than the record itself."""
    if not record.reviews:
        return None
    review, day = record.reviews[-1], record.day
    lines = [line for line in history(record.child.pk) if line.believed and line.told.on <= day]
    later = [line for line in lines if line.told.on > review.held_on]
    late = [line for line in lines if _recorded_late(line, review.held_on, day)]
    running = [wait for wait in record.waits if _worth_telling(wait.row.clock, past=wait.past)]
    past = [wait for wait in running if wait.past and wait.row.due_on >= review.held_on]
    return SinceReview(
        review=review,
        day=day,
        parts=_parts([*later, *late], review),
        visits=Visits([line.fact for line in later if line.kind.code == "visit" and line.leads]),
        past=past,
        began=[
            wait for wait in running if wait.row.runs_from > review.held_on and wait not in past
        ],
        ended=_ended(record, review.held_on),
        decided=_decided(record, review),
    )


def _recorded_late(line: Line, held_on: date, day: date) -> bool:
    """Whether it happened by the review, and a person recorded it late, after the review."""
    recorded_on = day_of(line.recorded)
    return bool(line.late_by) and line.told.on <= held_on < recorded_on <= day


def _parts(lines: Iterable[Line], review: Review) -> list[tuple[Part, list[Happened]]]:
    """Newest first in each part; parts of which there is nothing to tell are left out."""
    found: dict[Part, list[Happened]] = {part: [] for part in Part}
    for line in lines:
        part = OF_KIND.get(line.kind.code) or OF_GROUP[line.kind.group]
        if not _left_out(line, review):
            late = line.told.on <= review.held_on
            recorded_on = day_of(line.recorded) if late else None
            told = Happened(line.told.on, line.told.sentence, line.told.known, recorded_on)
            found[part].append(told)
    return [(part, told) for part, told in found.items() if told]


def _left_out(line: Line, review: Review) -> bool:
    """What the review decided, or a mid-point asked for, is listed with what became of it; and of a
    step that is done nobody needs to know the day for which it was planned.
    """
    fact = line.fact
    if isinstance(fact, AgreedAction):
        return bool(fact.review_id == review.pk or fact.mid_point_id)
    if isinstance(fact, Milestone):
        return line.leads and fact.actual_on is not None
    return line.kind.code in LEFT_OUT


def _worth_telling(code: str, *, past: bool) -> bool:
    return code not in TOLD_ELSEWHERE and (past or CLOCKS[code].group in OF_THE_PLAN)


def _ended(record: ChildRecord, held_on: date) -> list[Ended]:
    rows = ClockRow.objects.filter(
        child=record.child,
        clock__in=CLOCKS.keys() - {*TOLD_ONCE_DONE},
        stopped_on__gt=held_on,
        stopped_on__lte=record.day,
    )
    ended = [Ended(row) for row in rows.order_by("-stopped_on", "clock", "pk")]
    return [each for each in ended if _worth_telling(each.row.clock, past=each.past)]


def _decided(record: ChildRecord, review: Review) -> list[Decided]:
    """The late first, then what is to do, then what is done."""
    found = [Decided(action, record.day) for action in _of_review(record.actions, review)]
    return sorted(found, key=lambda each: (each.done, each.action.due_on, each.action.pk))


def _of_review(actions: Iterable[AgreedAction], review: Review) -> Iterator[AgreedAction]:
    """Those of the review, and those that an officer asked for at a mid-point after it."""
    for action in actions:
        later = action.mid_point_id is not None and action.agreed_on > review.held_on
        if action.review_id == review.pk or later:
            yield action
