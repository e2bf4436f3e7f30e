"""A challenge of the reviewing officer as both sides read it: its stages in order, and by when.

The limits are those of the clocks, so that an authority's own count as well; a page says whose each
is. Whoever reads a child's history reads this: it is the same facts, told of one challenge.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import Max, QuerySet

from casetrack import words
from casetrack.dates import working_days_after
from casetrack.models import CalendarDay, Child
from casetrack.record import reading
from casetrack.record.kind import Told
from casetrack.record.telling import Line, told
from casetrack.words import sentence
from oversight.clocks.clock import Clock
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockRow
from oversight.waits import Wait, running, with_answers
from permanence.kinds.challenges import CAFCASS, CHALLENGE, PUT_TO, STAGE
from permanence.models import Challenge, ChallengeStage, Stage

IN_ALL, ALERT, OF_STAGE = "challenge-in-all", "informal-alert", "challenge-stage"
OWN = (IN_ALL, ALERT, OF_STAGE)
ENDS = ("answered", "put to the next stage", "challenge closed")
"""What stops one of their clocks; but for these it is cut off, because care ended or changed."""
CUT = {"left care": "when the child left care", "turned 18": "when the child turned 18"}
BRIEF = {
    Stage.INFORMAL: "the informal alert",
    Stage.ONE: "stage 1",
    Stage.TWO: "stage 2",
    Stage.THREE: "stage 3",
    Stage.FOUR: "stage 4",
}
WITH = {
    Stage.INFORMAL: "the child’s worker and team manager",
    Stage.ONE: "the team manager",
    Stage.TWO: "the service manager",
    Stage.THREE: "the head of service",
    Stage.FOUR: "the director of children’s services",
}
ORDER = list(Stage)

Holidays = Collection[date]
Key = tuple[str, str]


class At(StrEnum):
    """How a stage stands in a challenge."""

    ANSWERED = "answered"
    UNANSWERED = "not answered"
    HERE = "waits for an answer"
    SKIPPED = "skipped"
    AHEAD = "not reached"


@dataclass(frozen=True)
class Limit:
    """By when a stage, or all of them together, is due; `wait` while it runs."""

    row: ClockRow
    wait: Wait | None
    day: date
    holidays: Holidays

    @property
    def clock(self) -> Clock:
        return CLOCKS[self.row.clock]

    @property
    def due_on(self) -> date:
        assert self.row.due_on is not None
        return self.row.due_on

    @cached_property
    def count(self) -> int:
        return working_days_after(self.row.started_on, self.due_on, self.holidays)

    @property
    def words(self) -> str:
        return words.count(self.count, "working day")

    @property
    def own(self) -> bool:
        """Whether the authority has set it otherwise than the clock's own definition does."""
        return self.clock.limit is not None and self.clock.limit.count != self.count

    @property
    def whose(self) -> str:
        return "set by the authority" if self.own else str(self.clock.kind)

    @property
    def source(self) -> str:
        """As the clock gives it, less the kind of limit where it begins with that."""
        kind = words.capital(str(self.clock.kind))
        return words.capital(self.clock.source.removeprefix(f"{kind}: "))

    @property
    def cut(self) -> date | None:
        """The day from which it counts no longer, though nothing has ended it; none ahead."""
        stopped_on = self.row.stopped_on
        over = stopped_on is not None and stopped_on <= self.day
        return stopped_on if over and self.row.stopped_by not in ENDS else None

    @property
    def cut_words(self) -> str:
        """Not counted since 9 April 2026, when the child left care."""
        if self.cut is None:
            return ""
        because = CUT.get(self.row.stopped_by, "when the care of the child changed")
        return f"not counted since {words.long_day(self.cut)}, {because}"

    @property
    def left(self) -> str:
        """7 working days left; 2 working days over: of what runs on the day."""
        if self.day > self.due_on:
            over = working_days_after(self.due_on, self.day, self.holidays)
            return f"{words.count(over, 'working day')} over"
        left = working_days_after(self.day, self.due_on, self.holidays)
        return f"{words.count(left, 'working day')} left" if left else "today is the last day"


@dataclass(frozen=True)
class Rung:
    """One stage, reached or not; it counts up to `until`."""

    stage: Stage
    at: At
    put: ChallengeStage | None = None
    until: date | None = None
    limit: Limit | None = None
    holidays: Holidays = ()

    @property
    def title(self) -> str:
        return words.capital(str(self.stage.label))

    @property
    def here(self) -> bool:
        return self.at == At.HERE

    @property
    def unanswered(self) -> bool:
        """Whether it ended without an answer."""
        return self.at == At.UNANSWERED

    @property
    def late(self) -> bool:
        """Answered after its day, or past it without an answer."""
        return bool(self.limit and self.until and self.until > self.limit.due_on)

    @property
    def taken(self) -> str:
        """3 working days: from the day on which it began."""
        if self.put is None or self.until is None:
            return ""
        passed = working_days_after(self.put.began_on, self.until, self.holidays)
        return words.count(passed, "working day")

    @property
    def over(self) -> str:
        """2 working days after its day: of what is late."""
        if self.limit is None or self.until is None:
            return ""
        over = working_days_after(self.limit.due_on, self.until, self.holidays)
        return f"{words.count(over, 'working day')} after its day"

    @property
    def tag(self) -> str:
        if self.here and self.limit and self.limit.wait:
            return f"{'LATE, ' if self.late else ''}{self.limit.wait.tag}"
        if self.at in (At.ANSWERED, At.UNANSWERED, At.HERE):
            return f"{self.at}, LATE" if self.late else str(self.at)
        return str(self.at)

    @property
    def tone(self) -> str:
        """As the frames of tags tell states."""
        if self.here and self.limit and self.limit.wait:
            return self.limit.wait.state
        if self.late:
            return "red"
        return {At.ANSWERED: "green", At.HERE: "amber"}.get(self.at, "grey")


@dataclass(frozen=True)
class Ladder:
    """A challenge with all its stages, as at `day`."""

    challenge: Challenge
    day: date
    rungs: Sequence[Rung]
    in_all: Limit | None
    holidays: Holidays

    @property
    def title(self) -> str:
        return words.capital(self.challenge.get_theme_display())

    @property
    def open(self) -> bool:
        return self.challenge.closed_on is None

    @property
    def until(self) -> date:
        return self.challenge.closed_on or self.day

    @property
    def present(self) -> Rung:
        """The stage at which it is, or was when it was closed."""
        return [rung for rung in self.rungs if rung.put is not None][-1]

    @property
    def waits(self) -> bool:
        """Whether a manager is still to answer."""
        return self.present.here

    @property
    def late(self) -> bool:
        """Whether its present stage, unanswered, or all of it is past its day."""
        return (self.waits and self.present.late) or self.late_in_all

    @property
    def late_in_all(self) -> bool:
        if self.in_all is None:
            return False
        return min(self.until, self.in_all.cut or self.until) > self.in_all.due_on

    @property
    def due_on(self) -> date:
        """What of it is due first."""
        limits = [self.in_all, self.present.limit if self.waits else None]
        return min((limit.due_on for limit in limits if limit is not None), default=date.max)

    @property
    def lasted(self) -> str:
        days = working_days_after(self.challenge.raised_on, self.until, self.holidays)
        return words.count(days, "working day")

    @property
    def stands(self) -> str:
        """Where it is now, in a sentence."""
        challenge, rung = self.challenge, self.present
        if challenge.closed_on is not None:
            day = words.long_day(challenge.closed_on)
            return f"Closed on {day}: {challenge.get_outcome_display()}."
        if rung.put is not None and rung.put.answered_on is not None:
            day = words.long_day(rung.put.answered_on)
            return f"Answered on {day} ({BRIEF[rung.stage]}); the officer decides what follows."
        return f"It waits for an answer from {WITH[rung.stage]} ({BRIEF[rung.stage]})."

    def skipped(self, stage: str) -> str:
        """Stage 1 and stage 2: what would be passed over if it went from here to that stage."""
        here, there = ORDER.index(self.present.stage), ORDER.index(Stage(stage))
        return words.listed([BRIEF[each] for each in ORDER[here + 1 : there]])

    @property
    def further(self) -> list[tuple[str, str]]:
        """The stages that are left, each with what a step to it passes over."""
        left = ORDER[ORDER.index(self.present.stage) + 1 :]
        return [(str(each), self._offered(each)) for each in left]

    def _offered(self, stage: Stage) -> str:
        over = self.skipped(stage)
        return f"{words.capital(str(stage.label))}{f' (skips {over})' if over else ''}"

    def story(self) -> list[Line]:
        """All that was ever told of it, the newest last; what is believed no longer with why."""
        own = _versions(self.challenge)
        speaking = {
            CHALLENGE.code: replace(CHALLENGE, tell=_of_challenge),
            STAGE.code: replace(STAGE, tell=self._of_stage),
        }
        lines = told(replace(each, kind=speaking[each.kind.code]) for each in own)[::-1]
        lines.sort(key=_as_it_went)
        return lines

    def _of_stage(self, fact: ChallengeStage) -> Iterator[Told]:
        put = sentence(PUT_TO[Stage(fact.stage)])
        asked = f" {sentence(f'Asked for: {fact.asked}')}" if fact.asked else ""
        yield Told(fact.began_on, f"{put}{self._passed_over(fact)}{asked}")
        if fact.answered_on is not None:
            rung = next(each for each in self.rungs if each.stage == fact.stage)
            given = replace(rung, until=fact.answered_on)
            late = f" LATE, {given.over}," if given.late else ""
            said = sentence(fact.answer)
            yield Told(fact.answered_on, f"Answered{late} by {fact.answered_by}: {said}")

    def _passed_over(self, fact: ChallengeStage) -> str:
        here = ORDER.index(Stage(fact.stage))
        over: list[str] = []
        for rung in reversed(self.rungs[:here]):
            if rung.at != At.SKIPPED:
                break
            over.insert(0, BRIEF[rung.stage])
        were = "was" if len(over) == 1 else "were"
        return f" {sentence(f'{words.listed(over)} {were} skipped')}" if over else ""


def of(children: QuerySet[Child]) -> Any:
    """The challenges of these children with all that a ladder tells, and `came_to`, their stage."""
    found = Challenge.objects.filter(child__in=children).annotate(came_to=Max("stages__stage"))
    related = found.select_related("child__authority", "raised_by", "mid_point")
    return related.exclude(came_to=None).prefetch_related("stages")


def ladders(challenges: Iterable[Challenge], today: date) -> list[Ladder]:
    """Each of them, fetched by `of`: three questions, however many they are."""
    found = list(challenges)
    if not found:
        return []
    limits, holidays = _limits(found, today), CalendarDay.objects.holidays()
    return [_ladder(each, today, limits, holidays) for each in found]


def _ladder(
    challenge: Challenge, today: date, rows: Mapping[Key, Any], holidays: Holidays
) -> Ladder:
    day = challenge.child.authority.known_day(today)

    def limit(clock: str, subject: str) -> Limit | None:
        row, wait = rows.get((clock, subject), (None, None))
        return Limit(row, wait, day, holidays) if row is not None else None

    stages = {each.stage: each for each in challenge.stages.all()}
    last = max(stages)
    until = challenge.closed_on or day
    rungs: list[Rung] = []
    for stage in reversed(ORDER):
        put = stages.get(stage)
        if put is None:
            rungs.append(Rung(stage, At.AHEAD if stage > last else At.SKIPPED))
            continue
        alert = stage == Stage.INFORMAL
        own = limit(ALERT, f"challenge {challenge.pk}") if alert else None
        own = own or limit(OF_STAGE, f"stage {put.pk}")
        here = put.answered_on is None and stage == last and challenge.closed_on is None
        at = At.HERE if here else At.UNANSWERED if put.answered_on is None else At.ANSWERED
        ran = min(until, own.cut or until) if own else until
        rungs.append(Rung(stage, at, put, put.answered_on or ran, own, holidays))
        until = put.began_on
    in_all = limit(IN_ALL, f"challenge {challenge.pk}")
    return Ladder(challenge, day, rungs[::-1], in_all, holidays)


def _limits(challenges: list[Challenge], today: date) -> dict[Key, tuple[ClockRow, Wait | None]]:
    """By clock and subject: the limit, and the wait where it runs on the day."""
    children = {each.child_id for each in challenges}
    waits: Any = with_answers(running(today)).filter(child__in=children, clock__in=OWN)
    runs = {(row.clock, row.subject): Wait(row) for row in waits}
    rows = ClockRow.objects.filter(child__in=children, clock__in=OWN, due_on__isnull=False)
    return {
        (row.clock, row.subject): (row, runs.get((row.clock, row.subject)))
        for row in rows.order_by("runs_from")
    }


def _versions(challenge: Challenge) -> list[reading.Version]:
    """Those of the challenge and of every stage that it ever had, in order."""
    found = reading.versions(challenge.child_id, (CHALLENGE, STAGE))
    stages = {
        each.fact_id
        for each in found
        if isinstance(each.fact, ChallengeStage) and each.fact.challenge_id == challenge.pk
    }
    of_both = {CHALLENGE.code: {challenge.pk}, STAGE.code: stages}
    return [each for each in found if each.fact_id in of_both[each.kind.code]]


def _as_it_went(line: Line) -> tuple[date, datetime, int]:
    """What was recorded of one day in one go: raised, put to a stage, answered, ended."""
    of_stage = line.kind.code == STAGE.code
    place = (1 if line.leads else 2) if of_stage else (0 if line.leads else 3)
    return line.told.on, line.recorded.at, place


def _of_challenge(fact: Challenge) -> Iterator[Told]:
    who = f" by {fact.raised_by}" if fact.raised_by else ""
    about = f"Raised{who}, about {fact.get_theme_display()}"
    yield Told(fact.raised_on, f"{about}: {sentence(fact.concern)}")
    if fact.cafcass_on is not None:
        yield Told(fact.cafcass_on, f"Passed to {CAFCASS}.")
    if fact.closed_on is not None:
        ended = f"Closed: {fact.get_outcome_display()}."
        yield Told(fact.closed_on, f"{ended} {sentence(fact.effect)}")


@dataclass(frozen=True)
class Raised:
    """A challenge in a line, for the child's page: where it stood on `day`, and what was due."""

    challenge: Challenge
    stage: Stage
    waits: Sequence[Wait]
    day: date

    @property
    def title(self) -> str:
        return words.capital(self.challenge.get_theme_display())

    @property
    def closed(self) -> bool:
        return self.challenge.closed_on is not None and self.challenge.closed_on <= self.day

    @property
    def where(self) -> str:
        if self.closed and self.challenge.closed_on:
            closed = words.short_day(self.challenge.closed_on)
            return f"closed {closed}: {self.challenge.get_outcome_display()}"
        return f"with {WITH[self.stage]} ({BRIEF[self.stage]})"


def raised(
    challenges: Iterable[Challenge],
    stages: Sequence[ChallengeStage],
    waits: Sequence[Wait],
    day: date,
) -> list[Raised]:
    """Those of one child, the open ones before the others, and the newest first."""
    found = []
    for challenge in challenges:
        own = [each for each in stages if each.challenge_id == challenge.pk]
        if not own:
            continue
        subjects = {f"challenge {challenge.pk}", *(f"stage {each.pk}" for each in own)}
        due = [each for each in waits if each.row.clock in OWN and each.row.subject in subjects]
        found.append(Raised(challenge, Stage(max(each.stage for each in own)), due, day))
    return sorted(found, key=lambda each: (not each.closed, each.challenge.raised_on), reverse=True)
