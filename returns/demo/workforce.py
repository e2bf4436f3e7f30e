"""Teams and workers, and who worked with each child when.

A seat is one worker's share of the children; people leave it and others take it over with all its
children. A child is first with an assessment seat, then with one that stays.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from casetrack.dates import age_on
from returns.demo import names, shape
from returns.demo.history import Care, Life, Spell
from returns.demo.timelines import days, pick

TEAMS = (
    "Assessment and Court",
    "Children in Care North",
    "Children in Care South",
    "Children in Care East",
    "Permanence",
    "Moving On",
)
ASSESSMENT, PERMANENCE, MOVING_ON = TEAMS[0], TEAMS[4], TEAMS[5]
REVIEWING = "Independent Reviewing Service"
SEATS_BY_TEAM = (4, 6, 6, 6, 3, 8)
HANDED_ON = (70, 150)
NOBODY = 0.003
"""Children whose worker has just left, and nobody has taken over yet."""
"""Days until a child is handed on from assessment to the worker who stays: chosen."""
LEFT = {"LEFTRL": 60, "MANAGE": 12, "ORGRST": 12, "ABSENC": 10, "OTHERS": 6}


@dataclass(frozen=True)
class Person:
    """A worker: registration number, name and team."""

    reference: str
    name: str
    team: str


@dataclass
class Seat:
    """Who sat there from which day, in order, and why each took over."""

    team: str
    since: list[date]
    people: list[Person]
    whys: list[str]
    children: int = 0  # in care today


class Workforce:
    """Fills the seats over time and gives children their workers."""

    def __init__(self, random: Random, children: int, today: date, first_day: date) -> None:
        self.random = random
        self.today = today
        self.people: dict[str, Person] = {}
        self._first = first_day - days(4000)
        wanted = math.ceil(children / shape.CHILDREN_PER_WORKER)
        counts = shape.share(max(wanted, len(TEAMS)), SEATS_BY_TEAM)
        self._seats = {
            team: [self._seat(team, "SW") for _ in range(max(1, count))]
            for team, count in zip(TEAMS, counts, strict=True)
        }
        officers = math.ceil(children / shape.CHILDREN_PER_REVIEWING_OFFICER)
        self._officers = [self._seat(REVIEWING, "SWR") for _ in range(max(1, officers))]
        self._families: dict[int, tuple[Seat, Seat, Seat]] = {}

    def add(self, life: Life) -> None:
        """Give the child the workers of the family."""
        if life.short_breaks:
            return
        if life.family not in self._families:
            self._families[life.family] = (
                self._free(self._seats[ASSESSMENT], life),
                self._free(self._seats[self._team(life)], life),
                self._free(self._officers, life),
            )
        assessment, lasting, officer = self._families[life.family]
        if life.care.ends_on is None:
            for seat in (assessment if self._is_new(life) else lasting, officer):
                seat.children += 1
        for care in life.cares:
            moved = care.starts_on + days(self.random.randint(*HANDED_ON))
            end = care.ends_on
            if moved < (end or self.today):
                life.workers += self._spells(assessment, care.starts_on, moved)
                life.workers += self._spells(lasting, moved, end, "TSPROC")
            else:
                life.workers += self._spells(assessment, care.starts_on, end)
            life.officers += self._named(officer, care)
        if life.care.ends_on is None and self.random.random() < NOBODY:
            left = self.today - days(self.random.randint(1, 5))
            life.workers[-1].ends_on = max(left, life.workers[-1].starts_on + days(1))

    def _free(self, seats: list[Seat], life: Life) -> Seat:
        """Where there are fewest children today; anywhere for those who have left."""
        if life.care.ends_on is not None:
            return self.random.choice(seats)
        return min(seats, key=lambda seat: seat.children)

    def _is_new(self, life: Life) -> bool:
        return (self.today - life.care.starts_on).days < HANDED_ON[0]

    def _team(self, life: Life) -> str:
        if life.decisions:
            return PERMANENCE
        if age_on(life.born_on, life.care.ends_on or self.today) >= 16:
            return MOVING_ON
        return self.random.choice(TEAMS[1:4])

    def _named(self, officer: Seat, care: Care) -> Iterator[Spell]:
        """A reviewing officer is named within five working days of coming into care."""
        named = care.starts_on + days(self.random.randint(1, 5))
        if named < (care.ends_on or self.today):
            yield from self._spells(officer, named, care.ends_on)

    def _spells(
        self, seat: Seat, start: date, end: date | None, why: str = "FCONTA"
    ) -> Iterator[Spell]:
        """The people of a seat in turn, from one day to another."""
        place = bisect_right(seat.since, start) - 1
        last = end or self.today
        while place + 1 < len(seat.since) and seat.since[place + 1] < last:
            change = seat.since[place + 1]
            if change > start:
                yield Spell(seat.people[place].reference, start, change, why)
                start, why = change, seat.whys[place + 1]
            place += 1
        yield Spell(seat.people[place].reference, start, end, why)

    def _seat(self, team: str, prefix: str) -> Seat:
        """Only those who may still have had children in the years of the returns are made up."""
        seat = Seat(team, [self._first], [self._person(team, prefix)], ["FCONTA"])
        on = self._first + days(4000 - self.random.randint(100, 1000))
        while on < self.today - days(15):
            seat.since.append(on)
            seat.people.append(self._person(team, prefix))
            seat.whys.append(pick(self.random, LEFT))
            on += days(self.random.randint(*shape.WORKER_STAYS_DAYS))
        return seat

    def _person(self, team: str, prefix: str) -> Person:
        while (reference := f"{prefix}{self.random.randint(1000, 9999999)}") in self.people:
            pass
        person = Person(reference, names.adult(self.random), team)
        self.people[reference] = person
        return person
