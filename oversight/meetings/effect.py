"""What a group changed: which waits stopped within 60 days of a decision on them.

A decision is on the waits of the pathways that put the child on the agenda, and on the one whose
delay it justifies, where they run on its day. What only carries over or notes decides nothing.

Beside it stands, honestly, how many of the comparable waits stopped: of the same clock, past their
limit on the same day, in the same authority, of children who had stood on no agenda by then. That
is fixed by what was known on the day, so that nobody is left out for what became of them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Min, Q, QuerySet

from casetrack import words
from casetrack.models import Child
from oversight.clocks.registry import CLOCKS
from oversight.episodes import Episode
from oversight.meetings.agenda import OF_PATHWAYS, OWN_PART
from oversight.models import ClockRow
from permanence.actions.decisions import WITHOUT_QUORUM
from permanence.models import AgendaItem, Decision, Meeting, MeetingSeries

WITHIN = timedelta(days=60)
MEETINGS = 12
"""So many meetings are looked back upon."""
FEW_CHILDREN = 5
FEW_WAITS = 10
WENT_ON, TURNED_18 = "went on otherwise", "turned 18"
"""So the engine says it of a stretch that ended though nothing had stopped the wait."""
NO_PROOF = (
    "The difference is not proof. A group takes the children who need it most, other people work "
    "for them too, and some of the children compared come to the group later."
)


@dataclass(frozen=True)
class Watched:
    """A wait that ran on a day, and whether it stopped within 60 days of it; to turn 18 stops
    nothing.
    """

    episode: Episode
    on: date
    due_on: date | None
    stopped_on: date | None
    stopped_by: str

    @property
    def past(self) -> bool:
        return self.due_on is not None and self.due_on < self.on

    @property
    def title(self) -> str:
        return CLOCKS[self.episode.clock].title

    @property
    def stood(self) -> str:
        """143 days over; due in 6 days; no limit."""
        if self.due_on is None:
            return "no limit"
        if self.past:
            return words.over(self.due_on, self.on)
        return words.due_in(self.due_on, self.on)

    @property
    def became(self) -> str:
        """Match, 12 Jan 2027, 35 days later; runs on; turned 18 before it stopped."""
        if self.stopped_on is None:
            return f"{self.stopped_by} before it stopped" if self.stopped_by else "runs on"
        after = words.count((self.stopped_on - self.on).days, "day")
        return f"{self.stopped_by or 'stopped'}, {words.short_day(self.stopped_on)}, {after} later"


@dataclass
class Tally:
    """So many waits of so many, and the children who have them."""

    stopped: int = 0
    of: int = 0
    children: set[int] = field(default_factory=set)

    def add(self, waits: Iterable[Watched]) -> None:
        for each in waits:
            self.of += 1
            self.stopped += each.stopped_on is not None
            self.children.add(each.episode.child_id)

    @property
    def words(self) -> str:
        """14 of 20 (70%); 5 of 9; 2 of 3, of only 2 children."""
        if not self.of:
            return "none"
        said = f"{self.stopped} of {self.of}"
        if self.of >= FEW_WAITS:
            said += f" ({round(100 * self.stopped / self.of)}%)"
        few = len(self.children)
        return f"{said}, of only {words.children(few)}" if few < FEW_CHILDREN else said


@dataclass(frozen=True)
class Outcome:
    """What became of the waits that were decided on at a meeting, or between meetings on a day."""

    meeting: Meeting | None
    on: date
    decisions: list[Decision]
    waits: list[Watched]
    whole: bool
    """Whether its 60 days have passed."""

    @property
    def tally(self) -> Tally:
        tally = Tally()
        tally.add(self.waits)
        return tally

    @property
    def words(self) -> str:
        """5 of 9; of what has not had its 60 days no share is said."""
        tally = self.tally
        return tally.words if self.whole else f"{tally.stopped} of {tally.of} so far"

    @property
    def past(self) -> int:
        return sum(each.past for each in self.waits)

    @property
    def until(self) -> date:
        return self.on + WITHIN

    @property
    def stops(self) -> list[str]:
        """Placement order to match: match (2), adoptive home."""
        by_clock: dict[str, Counter[str]] = defaultdict(Counter)
        for each in self.waits:
            if each.stopped_on is not None:
                by_clock[each.title][each.stopped_by or "stopped"] += 1
        return [
            f"{title}: {', '.join(_times(by, count) for by, count in counted.most_common())}"
            for title, counted in sorted(by_clock.items())
        ]


def _times(what: str, count: int) -> str:
    return f"{what} ({count})" if count > 1 else what


@dataclass(frozen=True)
class Beside:
    """Of a clock, past its limit: waits that were decided on, and comparable ones."""

    clock: str
    decided: Tally
    others: Tally

    @property
    def title(self) -> str:
        return CLOCKS[self.clock].title

    @property
    def expected(self) -> float:
        """So many would have stopped, had those decided on done so as often as the others."""
        return self.decided.of * self.others.stopped / self.others.of if self.others.of else 0


@dataclass(frozen=True)
class Effect:
    """All of it, the newest meeting first; `decisions` are all that stand, to carry out or not."""

    day: date
    decisions: list[Decision]
    outcomes: list[Outcome]
    beside: list[Beside]

    def at(self, meeting: UUID | None) -> list[Outcome]:
        """Those of one meeting, whose waits are to be shown child by child."""
        return [each for each in self.outcomes if each.meeting and each.meeting.uuid == meeting]

    @property
    def whole(self) -> Tally:
        """Over the meetings whose 60 days have passed; a wait counts at each that decided on it."""
        tally = Tally()
        for each in self.outcomes:
            tally.add(each.waits if each.whole else ())
        return tally

    @property
    def compared(self) -> list[Beside]:
        return [each for each in self.beside if each.others.of]

    @property
    def compared_words(self) -> str:
        """What would have been expected of the waits that can be compared; empty for a few."""
        of = sum(each.decided.of for each in self.compared)
        if of < FEW_WAITS:
            return ""
        stopped = sum(each.decided.stopped for each in self.compared)
        expected = round(sum(each.expected for each in self.compared))
        return (
            f"Of {of} waits past their limit that can be compared, {stopped} stopped. Had each "
            f"stopped as often as the comparable ones of its kind, about {expected} would have."
        )


def effect(series: MeetingSeries, counted: QuerySet[Child], today: date) -> Effect:
    """In five questions, however many meetings, decisions and children there are."""
    day = series.authority.known_day(today)
    held = series.meetings.filter(closed_at__isnull=False, held_on__lte=day)
    meetings = list(held.order_by("-held_on")[:MEETINGS])
    decisions = _decisions(series, counted, meetings)
    outcomes = _outcomes(decisions, day)
    return Effect(day, decisions, outcomes, _beside(series, counted, outcomes, day))


def _decisions(
    series: MeetingSeries, counted: QuerySet[Child], meetings: list[Meeting]
) -> list[Decision]:
    """At these meetings, and between them from the first on."""
    if not meetings:
        return []
    since = meetings[-1].held_on
    made = Q(item__meeting__in=meetings) | Q(item=None, decided_on__gte=since)
    standing = Decision.objects.standing().filter(made, series=series, child__in=counted)
    return list(
        standing.select_related("item__meeting", "owner", "action").order_by("-decided_on", "pk")
    )


def _outcomes(decisions: list[Decision], day: date) -> list[Outcome]:
    deciding = [each for each in decisions if each.kind not in WITHOUT_QUORUM]
    together: dict[tuple[date, Meeting | None], list[Decision]] = defaultdict(list)
    for decision in deciding:
        meeting = decision.item.meeting if decision.item is not None else None
        together[decision.decided_on, meeting].append(decision)
    children = {each.child_id for each in deciding}
    stretches = _stretches(children, {*OF_PATHWAYS, *OWN_PART}, [on for on, _ in together])
    of_child: dict[int, list[Episode]] = defaultdict(list)
    for episode in stretches:
        of_child[episode.child_id].append(episode)
    found = []
    for (on, meeting), those in together.items():
        about = {
            episode
            for decision in those
            for episode in of_child[decision.child_id]
            if _is_on(decision, episode)
        }
        waits = [
            wait
            for episode in sorted(about)
            if (wait := watched(episode, stretches[episode], on, day))
        ]
        seen = {wait.episode.child_id for wait in waits}
        on_them = [each for each in those if each.child_id in seen]
        found.append(Outcome(meeting, on, on_them, waits, on + WITHIN <= day))
    return [each for each in found if each.waits or each.meeting]


def _is_on(decision: Decision, episode: Episode) -> bool:
    if decision.item is not None and episode.clock in decision.item.because:
        return True
    named = (decision.clock, decision.subject, decision.started_on)
    return named == (episode.clock, episode.subject, episode.started_on)


def _stretches(
    children: Any, clocks: Collection[str], days: Collection[date]
) -> dict[Episode, list[ClockRow]]:
    """The stretches of each wait of these children that may run on one of the days or within 60
    days of it, in order: one query.
    """
    if not days:
        return {}
    rows = ClockRow.objects.filter(
        Q(stopped_on=None) | Q(stopped_on__gte=min(days)),
        child__in=children,
        clock__in=clocks,
        runs_from__lte=max(days) + WITHIN,
    )
    found: dict[Episode, list[ClockRow]] = defaultdict(list)
    for row in rows.order_by("runs_from"):
        found[Episode.of(row)].append(row)
    return found


def watched(episode: Episode, stretches: list[ClockRow], on: date, day: date) -> Watched | None:
    """None where the wait did not run on the day. What stopped on that day itself ran until then,
    for a decision may stop it at once.
    """
    running = next((row for row in stretches if _ran(row, on)), None)
    if running is None:
        return None
    last = [row for row in stretches if row.runs_from <= on + WITHIN][-1]
    stopped_on = last.stopped_on
    if stopped_on is None or stopped_on > min(on + WITHIN, day) or last.stopped_by == WENT_ON:
        return Watched(episode, on, running.due_on, None, "")
    if last.stopped_by == TURNED_18:
        stopped_on = None
    return Watched(episode, on, running.due_on, stopped_on, last.stopped_by)


def _ran(row: ClockRow, on: date) -> bool:
    if row.runs_from > on:
        return False
    return row.stopped_on is None or row.stopped_on > on or row.runs_from < on == row.stopped_on


def _beside(
    series: MeetingSeries, counted: QuerySet[Child], outcomes: list[Outcome], day: date
) -> list[Beside]:
    """By clock, over the meetings whose 60 days have passed."""
    meetings = [each for each in outcomes if each.meeting is not None and each.whole]
    clocks = {wait.episode.clock for each in meetings for wait in each.waits if wait.past}
    days = [each.on for each in meetings]
    stretches = _stretches(counted.values("pk"), clocks, days) if clocks else {}
    first_seen = _first_seen(series)
    found = {clock: Beside(clock, Tally(), Tally()) for clock in clocks}
    for outcome in meetings:
        asked = {wait.episode.clock for wait in outcome.waits if wait.past}
        for wait in outcome.waits:
            if wait.past:
                found[wait.episode.clock].decided.add([wait])
        for episode, rows in stretches.items():
            unseen = first_seen.get(episode.child_id, date.max) > outcome.on
            if unseen and episode.clock in asked:
                other = watched(episode, rows, outcome.on, day)
                if other is not None and other.past:
                    found[episode.clock].others.add([other])
    return sorted(found.values(), key=lambda each: (-each.decided.of, each.title))


def _first_seen(series: MeetingSeries) -> dict[int, date]:
    """By child, when she first stood on an agenda of any group of the authority."""
    items = AgendaItem.objects.filter(
        meeting__series__authority=series.authority_id, meeting__put_off_because=""
    )
    return dict(items.values_list("child").annotate(Min("meeting__held_on")))
