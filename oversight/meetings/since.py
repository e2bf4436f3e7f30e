"""What became of a group's children since it last met: who came, who left, who is better or worse.

Whatever happened from the day of the meeting before until the day before this one counts, so that
nobody is counted at two meetings. How waits stand is compared as at the two meetings, or as at
today for one that is still to come.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import QuerySet

from casetrack import words
from casetrack.models import CarePeriod, Child
from oversight.meetings.agenda import (
    NEW,
    OF_PATHWAYS,
    OWN_PART,
    Between,
    new_to_the_group,
    reason_words,
)
from oversight.models.states import PAST
from oversight.waits import Wait, by_child, running, with_answers
from permanence.actions import escalations
from permanence.models import AgendaItem, Decision, DecisionKind, Meeting, Part, PermanencePlan

RULE = (
    "A child is better where fewer waits of the pathways are past their limit than when the group "
    "last met; or where as many are, and the longest of them is less far over than the days that "
    "have passed would have made it. Worse is the other way round."
)


class Became(StrEnum):
    WORSE = "worse"
    BETTER = "better"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Standing:
    """The waits of the pathways that are past their limit for a child on a day."""

    past: tuple[Wait, ...] = ()

    @property
    def longest(self) -> Wait | None:
        return min(self.past, key=lambda wait: (wait.row.due_on, wait.row.pk), default=None)

    @property
    def words(self) -> str:
        """2 waits past their limit; no wait past its limit."""
        count = len(self.past)
        if count > 1:
            return f"{count} waits past their limit"
        return f"{count or 'no'} wait past its limit"


@dataclass(frozen=True)
class Change:
    """A child who stood on the last agenda, as she stood then and as she stands now."""

    child: Child
    then: Standing
    now: Standing
    meetings: int
    """At so many meetings running a reason put her on the agenda."""

    @property
    def became(self) -> Became:
        then, now = len(self.then.past), len(self.now.past)
        if then != now:
            return Became.BETTER if now < then else Became.WORSE
        longest = (self.then.longest, self.now.longest)
        before, after = (wait.row.due_on if wait else date.min for wait in longest)
        if before == after:
            return Became.UNCHANGED
        return Became.BETTER if after > before else Became.WORSE


@dataclass(frozen=True)
class Came:
    """A child who is new to the group."""

    child: Child
    why: list[str]
    on_agenda: bool


@dataclass(frozen=True)
class Left:
    """A child whom the group need not look at any more."""

    child: Child
    why: str
    on: date


@dataclass(frozen=True)
class Since:
    """All of it; `unnamed` are those adopted, whom the reader does not see any more."""

    before: Meeting
    day: date
    came: list[Came]
    left: list[Left]
    unnamed: int
    changes: list[Change]

    @property
    def children(self) -> set[int]:
        return {each.child.pk for each in (*self.came, *self.left, *self.changes)}

    @property
    def count(self) -> Counter[Became]:
        return Counter(each.became for each in self.changes)

    @property
    def by_change(self) -> list[tuple[Became, list[Change]]]:
        """The worse first; of those unchanged who has been so for longest."""
        found: dict[Became, list[Change]] = {became: [] for became in Became}
        for each in sorted(self.changes, key=lambda each: (-each.meetings, each.child.reference)):
            found[each.became].append(each)
        return [(became, those) for became, those in found.items() if those]


def since_last(
    meeting: Meeting, reached: QuerySet[Child], counted: QuerySet[Child], today: date
) -> Since | None:
    """None where the group has not met before. `counted` are those reached and whoever was adopted,
    who are told as a number.
    """
    before = meeting.before
    today = meeting.series.authority.known_day(today)
    if before is None or before.held_on > today:
        return None
    until = min(today, meeting.held_on - timedelta(days=1))
    gone_by = AgendaItem.objects.filter(
        meeting__series=meeting.series_id,
        meeting__put_off_because="",
        meeting__held_on__lt=meeting.held_on,
    )
    stood = set(gone_by.filter(child__in=counted).values_list("child", flat=True))
    items = list(
        AgendaItem.objects.filter(meeting__in=[before, meeting], child__in=reached)
        .select_related("child", "meeting")
        .order_by("meeting__held_on", "place")
    )
    between = Between(meeting, before.held_on, until, meeting.held_on, sent_back={})
    left = _left(between, stood)
    known = reached.in_bulk(list(left))
    stayed = [item for item in items if item.child_id in stood and item.child_id not in left]
    day = min(today, meeting.held_on)
    return Since(
        before=before,
        day=day,
        came=_came(meeting, between, reached, stood, items),
        left=[
            Left(known[child], words.listed(list(why)), on)
            for child, (on, why) in left.items()
            if child in known
        ],
        unnamed=len(left.keys() - known.keys()),
        changes=_changes(stayed, before, day),
    )


def _left(between: Between, stood: set[int]) -> dict[int, tuple[date, dict[str, None]]]:
    """By child who stood on an agenda before, the day on which the group was done with her, and
    why; nobody whom it looks at again.
    """
    meeting, days = between.meeting, (between.last, between.today)
    achieved = PermanencePlan.objects.filter(achieved_on__range=days, child__in=stood)
    in_care = CarePeriod.objects.on(between.today).values("child")
    ended = CarePeriod.objects.filter(ends_on__range=days, child__in=stood)
    back = Decision.objects.standing().filter(
        kind=DecisionKind.BACK,
        series=meeting.series_id,
        decided_on__range=days,
        child__in=stood,
    )
    again = meeting.items.values("child")
    told = (
        ("permanence was achieved", achieved.values_list("child", "achieved_on")),
        ("left care", ended.exclude(child__in=in_care).values_list("child", "ends_on")),
        ("back to supervision", back.exclude(child__in=again).values_list("child", "decided_on")),
    )
    found: dict[int, tuple[date, dict[str, None]]] = {}
    for why, those in told:
        for child, day in those:
            _, reasons = found.setdefault(child, (day, {}))
            reasons[why] = None
    return found


def _came(
    meeting: Meeting,
    between: Between,
    reached: QuerySet[Child],
    stood: set[int],
    items: list[AgendaItem],
) -> list[Came]:
    """Who never stood on an agenda before, and is new to the group by a rule or on this one."""
    why: dict[int, dict[str, None]] = defaultdict(dict)
    for child, reason in new_to_the_group(reached, between):
        why[child][NEW[reason.code]] = None
    on_it = {
        item.child_id: item
        for item in items
        if item.meeting_id == meeting.pk and item.part != Part.ACHIEVED
    }
    new = (why.keys() | on_it.keys()) - stood
    return [
        Came(child, list(why[child.pk]) or _first_time(on_it[child.pk]), child.pk in on_it)
        for child in sorted(reached.in_bulk(new).values(), key=lambda child: child.reference)
    ]


def _first_time(item: AgendaItem) -> list[str]:
    return reason_words(item.because) or ["put on by somebody"]


def _changes(items: Iterable[AgendaItem], before: Meeting, day: date) -> list[Change]:
    """Of the children who stand on either agenda, each by the later of her items."""
    last = {item.child_id: item for item in items}
    meetings = escalations.running(last.values())
    then, now = (_standing(last, on) for on in (before.held_on, day))
    return [
        Change(item.child, then[child], now[child], meetings[item.pk])
        for child, item in last.items()
    ]


def _standing(children: Collection[int], day: date) -> dict[int, Standing]:
    """By child: one query."""
    codes = {*OF_PATHWAYS, *OWN_PART}
    rows = with_answers(running(day)).filter(child__in=children, clock__in=codes, state__in=PAST)
    waits = by_child(rows)
    return {child: Standing(tuple(waits.get(child, ()))) for child in children}
