"""What became of each child of a cohort by a day, and the weeks that the work saved.

The facts tell it where they can. What a person said when the work with the child ended stands where
they do not. Nothing of it is kept: it is read anew for any day.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from casetrack import words
from casetrack.models import Child
from oversight.cohorts.aims import AIMS, Event
from oversight.models import CohortMember, MemberOutcome

GOING, REACHED, NOT_REACHED, LEFT = "going", "reached", "not-reached", "left"
WORDS = {
    REACHED: "Aim reached",
    GOING: "Still at work",
    NOT_REACHED: "Not reached",
    LEFT: "Left, nothing said",
}
TONES = {REACHED: "green", GOING: "kind", NOT_REACHED: "red", LEFT: "grey"}


@dataclass(frozen=True)
class Became:
    """One child of a cohort as at `day`: where she stands, since when, and who says so."""

    member: Any
    day: date
    event: Event | None

    @property
    def child(self) -> Child:
        child: Child = self.member.child
        return child

    @property
    def lasts(self) -> bool:
        return AIMS[self.member.cohort.aim].lasts

    @property
    def ended_on(self) -> date | None:
        """The day the work with the child ended, where that had come."""
        ended = self.member.ends_on
        return ended if ended is not None and ended <= self.day else None

    @property
    def until(self) -> date:
        return self.ended_on or self.day

    @property
    def said(self) -> str:
        """What a person said of it, where the work had ended."""
        return self.member.outcome if self.ended_on else ""

    @property
    def state(self) -> str:
        if self.event is not None:
            # To leave care is no broken home; any other move away from it is.
            return REACHED if not self.lasts or self.event.left else NOT_REACHED
        if self.said:
            return REACHED if self.said == MemberOutcome.REACHED else NOT_REACHED
        if self.ended_on is None:
            return GOING
        return REACHED if self.lasts else LEFT

    @property
    def tag(self) -> str:
        if self.lasts and self.state == GOING:
            return "Home lasts"
        return WORDS[self.state]

    @property
    def tone(self) -> str:
        return TONES[self.state]

    @property
    def words(self) -> str:
        """3 Mar 2026, lives with parents; what a person said, with the reason."""
        if self.event is not None:
            return f"{words.short_day(self.event.on)}: {self.event.words}"
        if self.said:
            told = MemberOutcome(self.said).label
            return f"{words.capital(told)}: {self.member.outcome_because}"
        if self.lasts:
            return f"Lives there still on {words.short_day(self.until)}"
        return ""

    @property
    def source(self) -> str:
        if self.event is not None or (self.lasts and not self.said):
            return "from the record"
        return "said by a person" if self.said else ""

    @property
    def saved(self) -> int | None:
        """Days saved, less than none where they were lost; None where nothing can be counted.

        They are lost where the aim was reached later than expected without the work, and where a
        home that should last ended earlier.
        """
        expected, happened = self.member.expected_on, self._happened_on
        if expected is None or happened is None:
            return None
        return (happened - expected).days if self.lasts else (expected - happened).days

    @property
    def _happened_on(self) -> date | None:
        """The day on which the aim was reached; of a home, the last that is known of it.

        A home that stands, or that the child left when care ended, can only have lasted longer.
        """
        if self.event is not None and not (self.lasts and self.event.left):
            return self.event.on
        if not self.lasts:
            return self.ended_on if self.state == REACHED else None
        last = self.event.on if self.event is not None else self.until
        expected = self.member.expected_on
        return last if expected is not None and last > expected else None

    @property
    def arithmetic(self) -> str:
        """1 Dec 2026 less 3 Mar 2026: 273 days, 39 weeks."""
        if self.member.expected_on is None:
            return "No day was expected"
        if self.saved is None:
            return "Not counted yet"
        first, last = sorted([self.member.expected_on, self._happened_on or self.until])
        days = words.count(abs(self.saved), "day")
        return f"{words.short_day(first)} to {words.short_day(last)}: {days}, {weeks(self.saved)}"


def weeks(days: int) -> str:
    """39 weeks saved; 2 weeks lost. Whole weeks, those begun left out."""
    return f"{words.count(abs(days) // 7, 'week')} {'saved' if days >= 0 else 'lost'}"


@dataclass(frozen=True)
class Totals:
    """Of a cohort as at a day: how many children stand where, and what was saved together."""

    children: int
    states: dict[str, int]
    days: int
    counted: int

    @classmethod
    def of(cls, found: Iterable[Became]) -> "Totals":
        found = list(found)
        states = Counter(each.state for each in found)
        saved = [each.saved for each in found if each.saved is not None]
        return cls(
            children=len(found),
            states={state: states[state] for state in WORDS},
            days=sum(saved),
            counted=len(saved),
        )

    @property
    def saved(self) -> str:
        if not self.counted:
            return "No weeks can be counted yet"
        return f"{weeks(self.days)}, counted for {words.children(self.counted)}"

    @property
    def rows(self) -> list[tuple[str, int]]:
        return [(said, self.states[state]) for state, said in WORDS.items()]


def became(members: Iterable[CohortMember], day: date) -> list[Became]:
    """What became of each by `day`: two or three queries for every aim that there is."""
    members = list(members)
    by_aim: dict[str, list[CohortMember]] = defaultdict(list)
    for member in members:
        by_aim[member.cohort.aim].append(member)
    events = {
        aim: AIMS[aim].read({member.child_id for member in those}) for aim, those in by_aim.items()
    }
    return [_one(member, day, events) for member in members]


def _one(member: CohortMember, day: date, events: Any) -> Became:
    aim = member.cohort.aim
    until = min(day, member.ends_on or day)
    of_child = events[aim].get(member.child_id, ())
    return Became(member, day, AIMS[aim].found(of_child, member, until))
