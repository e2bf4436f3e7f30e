"""The made-up children as subjects see them: their lives, and what the database made of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from random import Random
from typing import Any

from casetrack.dates import age_on
from casetrack.models import Authority, CourtOrder, Relative, Worker
from permanence.models import PermanencePlan, Rank
from placements.models import Placement
from returns.demo.history import Care, Life, Spell
from returns.demo.lives.entries import Entry, known_by
from returns.demo.timelines import days

SATURDAY = 5
FROM_AGE = {
    "alone": 3,
    "asked for": 4,
    "child asked": 4,
    "child talked": 4,
    "child wants": 4,
    "School": 4,
    "school": 4,
    "swimming": 4,
    "letter to the child": 5,
    "sleepover": 5,
    "friends": 9,
    "young person": 12,
    "college": 15,
}
"""Words that are written of children of some age, in years."""
RECENT = 548
"""Eighteen months: how far back visits, checks and the like are made up."""


def at_work(on: date, earliest: date) -> date:
    """That day where it is none of a weekend; else the Friday before, or the Monday after it."""
    if on.weekday() < SATURDAY:
        return on
    friday = on - days(on.weekday() - SATURDAY + 1)
    return friday if friday >= earliest else friday + days(3)


@dataclass
class Story:
    """One child: the life that was made up, and the rows that became of it."""

    child: int
    life: Life
    name: str
    today: date
    cares: list[Care]
    """As the record has them: what the returns are too young to tell is not there."""
    homes: list[Placement] = field(default_factory=list)
    orders: list[CourtOrder] = field(default_factory=list)
    plans: list[PermanencePlan] = field(default_factory=list)
    applied_on: date | None = None
    """When the court was asked for a placement order."""
    at_once: set[date] = field(default_factory=set)
    """The days on which the child went to live with parents before anybody had assessed that."""
    to_end_on: date | None = None
    """When lawyers agreed that the court is to end the care order."""
    carers: Relative | None = None
    """The relative or friend with whom the child came to live, once that is told."""

    @property
    def care(self) -> Care:
        return self.cares[-1]

    @property
    def born_on(self) -> date:
        return self.life.born_on

    @property
    def present(self) -> bool:
        """Whether the child is in care today."""
        return self.care.ends_on is None

    @cached_property
    def last(self) -> date:
        """The last day of care on which something can have been recorded: yesterday, or its end."""
        return (self.care.ends_on or self.today) - days(1)

    @cached_property
    def yesterday(self) -> date:
        return self.today - days(1)

    @property
    def legal(self) -> str:
        return self.care.legal[-1][1]

    @property
    def home(self) -> Placement:
        return self.homes[-1]

    def age(self, on: date) -> int:
        return age_on(self.born_on, on)

    def recent(self, back: int = RECENT) -> date:
        """The first day of care within the last so many days."""
        return max(self.care.starts_on, self.today - days(back))

    def suiting(self, texts: tuple[str, ...], on: date) -> tuple[str, ...]:
        """Those of the texts that could be of a child of this age in this home."""
        family = next((h.type[:1] for h in reversed(self.homes) if h.starts_on <= on), "U") == "U"
        return _suiting(texts, self.age(on), family)

    def plan(self, on: date, rank: str = Rank.PRIMARY) -> PermanencePlan | None:
        return next((p for p in self.plans if p.rank == rank and p.holds_on(on)), None)

    def order(self, kind: str) -> CourtOrder | None:
        """The newest order of a kind."""
        return next((order for order in reversed(self.orders) if order.kind == kind), None)

    def entry(self, model: Any, on: date, **values: Any) -> Entry:
        """An entry without the steps that are still to come, by yesterday."""
        known = known_by(model, values, self.yesterday)
        return Entry(model(child_id=self.child, **known), on)


@dataclass
class Council:
    """The whole made-up council, for subjects to tell of."""

    authority: Authority
    today: date
    seed: int
    stories: list[Story]
    names: dict[str, str]
    """The name of each worker, by the reference that lives use."""
    workers: dict[str, Worker]
    managers: list[str]
    holidays: frozenset[date]
    usernames: dict[str, str]
    """Of the workers who can sign in, by name; the others have left no more than their name."""

    def random(self, subject: str, key: object) -> Random:
        """Chance of its own for each subject and child, so that no subject disturbs another."""
        return Random(f"{self.seed} {subject} {key}")

    @cached_property
    def known(self) -> list[Story]:
        """Those of whom everything is told: in care today, or not long ago."""
        since = self.today - days(RECENT)
        return [story for story in self.stories if story.last >= since]

    def each(self, subject: str) -> Iterator[tuple[Story, Random]]:
        for story in self.known:
            yield story, self.random(subject, story.life.reference)

    @cached_property
    def several(self) -> set[int]:
        """The families with more than one child of whom everything is told."""
        return {number for number, family in self.families.items() if len(family) > 1}

    @cached_property
    def families(self) -> dict[int, list[Story]]:
        """Of those of whom everything is told."""
        return together(self.known)

    def social_worker(self, story: Story, on: date) -> str:
        """The name of the child's social worker on that day; the nearest where there was none."""
        return self._name(story.life.workers, on)

    def officer(self, story: Story, on: date) -> str:
        return self._name(story.life.officers, on)

    def worker(self, story: Story) -> Worker:
        """The child's last social worker."""
        return self.workers[story.life.workers[-1].worker]

    def _name(self, spells: list[Spell], on: date) -> str:
        if not spells:
            return ""
        held = [spell for spell in spells if spell.starts_on <= on]
        return self.names[(held or spells)[-1 if held else 0].worker]


@cache
def _suiting(texts: tuple[str, ...], age: int, family: bool) -> tuple[str, ...]:
    young = [word for word, least in FROM_AGE.items() if age < least]
    able = [text for text in texts if not any(word in text for word in young)]
    return tuple(text for text in able if family or "carers" not in text) or texts


def together(stories: Iterable[Story]) -> dict[int, list[Story]]:
    """Brothers and sisters, by the number of their family."""
    found: dict[int, list[Story]] = {}
    for story in stories:
        found.setdefault(story.life.family, []).append(story)
    return found
