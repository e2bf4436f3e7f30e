"""Makes the demo authority: its returns go through the importer, the rest through actions.

All of it is one transaction, so that a run that is stopped leaves nothing behind, and the clocks
are computed once, at its end.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from django.db import transaction

from casetrack.actions import authorities, children, people
from casetrack.audit import AuditEvent
from casetrack.dates import add_months
from casetrack.models import (
    Allocation,
    AllocationRole,
    Authority,
    Child,
    Worker,
)
from casetrack.recording import recording
from permanence.actions import agreed_actions, plans
from permanence.models import AgreedAction, PermanencePlan
from placements.actions import homes, placements
from placements.models import Placement
from returns.actions.imports import Report, import_returns, read_files
from returns.demo import generator, names, places, sign_ins
from returns.demo.generator import Population
from returns.demo.history import Life, Spell
from returns.demo.lives import plans as lives_of_plans
from returns.demo.lives.chronicle import resting
from returns.demo.lives.council import RECENT
from returns.demo.lives.gathering import gather
from returns.demo.lives.telling import tell
from returns.demo.planning import TO_DO, plans_of, route_of
from returns.demo.timelines import days
from returns.demo.workforce import REVIEWING, TEAMS

MADE = "demo.made"
NAME = "Larkmoor Council (made up)"
AGREED_FOR = 0.12
DONE, DONE_EARLY = 0.88, 0.3
MOST_DONE = 400
Say = Callable[[str], None]


@dataclass(frozen=True)
class Making:
    """How a demo authority was made, as its audit event tells."""

    children: int
    seed: int
    today: date


def how_made(authority: Authority) -> Making | None:
    """How this authority was made; None where it is not a demo."""
    event = AuditEvent.objects.filter(
        what=MADE, details__authority=authority.code, details__authority_id=authority.pk
    ).first()
    if event is None:
        return None
    told = event.details
    return Making(told["asked_for"], told["seed"], date.fromisoformat(told["today"]))


def make(*, code: str, making: Making, folder: Path, say: Say) -> Report:
    """Make the authority under a code that is not in use; its returns are left in `folder`."""
    say("making up the children and their returns")
    population = generator.generate(
        children=making.children, seed=making.seed, today=making.today, folder=folder
    )
    with begun(code=code, name=NAME, making=making, records_live=True) as authority:
        return _fill(authority, population, making, say)


@contextmanager
def begun(*, code: str, name: str, making: Making, records_live: bool) -> Iterator[Authority]:
    """A new authority, with how it was made; what is added to it is there whole or not at all."""
    with transaction.atomic():
        authority = authorities.start(code=code, name=name, by=None, records_live=records_live)
        with recording(
            MADE,
            by=None,
            authority=code,
            authority_id=authority.pk,
            asked_for=making.children,
            seed=making.seed,
            today=str(making.today),
        ):
            yield authority


def _fill(authority: Authority, population: Population, making: Making, say: Say) -> Report:
    addition = Addition(authority, population, Random(making.seed))
    addition.staff()
    say("importing the returns")
    report = bring_in(authority, population)
    say("adding names, plans and workers")
    addition.identities()
    with resting(Allocation, PermanencePlan, AgreedAction):
        addition.allocations()
        addition.plans()
        addition.agreed()
    addition.homes()
    sign_ins.make(authority, making.today)
    say("adding what people recorded")
    authorities.record_from(
        authority=authority,
        on=population.today - days(RECENT),
        today=population.today,
        why="people begin to record here",
        by=None,
    )
    tell(gather(authority, population, addition.called, addition.workers, making.seed))
    say("computing the clocks")
    return report


def bring_in(authority: Authority, population: Population) -> Report:
    """All the returns at once, each with its year said."""
    loads = [
        read_files([folder], on=population.today, year=window.year, authority=authority)
        for folder, window in zip(population.folders, population.windows, strict=True)
    ]
    load = loads[0]
    for other in loads[1:]:
        load.parts += other.parts
        load.refused += other.refused
        load.notes += other.notes
    return import_returns(load, authority=authority, by=None, on=population.today)


class Addition:
    """Adds what a return lacks, set by set."""

    def __init__(self, authority: Authority, population: Population, random: Random) -> None:
        self.authority = authority
        self.population = population
        self.random = random
        self.workers: dict[str, Worker] = {}
        self.ids: dict[str, int] = {}
        self.called: dict[int, str] = {}

    @property
    def today(self) -> date:
        return self.population.today

    def staff(self) -> None:
        """Teams and workers come first: the importer allocates the workers that it knows."""
        teams = {
            name: people.start_team(authority=self.authority, name=name, by=None)
            for name in (*TEAMS, REVIEWING)
        }
        staff = self.population.workforce.people.values()
        new = [people.NewWorker(one.reference, one.name, teams[one.team]) for one in staff]
        self.workers = people.record_workers(authority=self.authority, workers=new, by=None)

    def identities(self) -> None:
        """Names in keeping with ethnicity; brothers and sisters share a last name and a group."""
        families: dict[int, list[Life]] = {}
        for life in self.population.lives:
            families.setdefault(life.family, []).append(life)
        called: dict[str, tuple[str, str]] = {}
        for lives in families.values():
            called.update(self._names(lives))
        self.ids = children.name_all(authority=self.authority, names=called, by=None)
        self.called = {
            self.ids[who]: " ".join(name) for who, name in called.items() if who in self.ids
        }
        groups = [
            [self.ids[life.reference] for life in lives if life.reference in self.ids]
            for lives in families.values()
        ]
        children.join_all(
            authority=self.authority, groups=[g for g in groups if len(g) > 1], by=None
        )

    def _names(self, lives: list[Life]) -> Iterable[tuple[str, tuple[str, str]]]:
        first = lives[0]
        last = names.last_name(self.random, first.ethnicity, first.unaccompanied)
        taken: set[str] = set()
        for life in lives:
            while True:
                own = names.first_name(self.random, life.ethnicity, life.sex, life.unaccompanied)
                if own not in taken:
                    break
            taken.add(own)
            yield life.reference, (own, last)

    def _held(self) -> Iterable[tuple[int, Life]]:
        """Those of whom the returns told, with the id that each got."""
        for life in self.population.lives:
            if life.reference in self.ids:
                yield self.ids[life.reference], life

    def allocations(self) -> None:
        """Reviewing officers, whom no return names, and social workers from before it did."""
        told = set(
            Allocation.objects.filter(child__authority=self.authority).values_list(
                "child_id", "worker_id", "starts_on"
            )
        )
        first = dict.fromkeys((child for child, _, _ in told), self.today + days(1))
        for child, _, on in told:
            first[child] = min(first[child], on)
        new = []
        for child, life in self._held():
            for spell in life.officers:
                new.append(self._allocation(child, AllocationRole.IRO, spell))
            for spell in life.workers:
                known_from = first.get(child, self.today + days(1))
                if spell.ends_on is None and child in first or spell.starts_on >= known_from:
                    continue
                if spell.ends_on is None or spell.ends_on <= known_from:
                    new.append(self._allocation(child, AllocationRole.SOCIAL_WORKER, spell))
        people.allocate_all(authority=self.authority, allocations=new, by=None)

    def _allocation(self, child: int, role: str, spell: Spell) -> people.NewAllocation:
        worker = self.workers[spell.worker].pk
        return people.NewAllocation(child, worker, role, spell.starts_on, spell.ends_on)

    def plans(self) -> None:
        chance = Random(f"plans {len(self.ids)}")
        found = [
            lives_of_plans.followed(chance, life, plan, self.today)
            for child, life in self._held()
            for plan in plans_of(self.random, life, child, self.today)
        ]
        plans.start_all(authority=self.authority, plans=found, by=None)

    def agreed(self) -> None:
        """What a group agreed at its monthly meetings of late, some of it done."""
        meetings = [add_months(self.today, -n) - days(self.today.day % 7) for n in (1, 2, 3)]
        owners = self._owners()
        agreed: dict[tuple[str, date], dict[Child, Worker]] = {}
        for child, life in self._held():
            since = [on for on in meetings if on >= life.care.starts_on]
            if child in owners and since and self.random.random() < AGREED_FOR:
                text = self.random.choice(TO_DO[route_of(self.random, life, life.care)])
                whose = agreed.setdefault((text, self.random.choice(since)), {})
                whose.update([owners[child]])
        made: list[AgreedAction] = []
        for (text, on), whose in agreed.items():
            due = on + days(self.random.choice((14, 28, 42)))
            made += agreed_actions.agree(owners=whose, text=text, due_on=due, on=on, by=None)
        for action in made[:MOST_DONE]:
            chance = DONE if action.due_on < self.today else DONE_EARLY
            if self.random.random() < chance:
                done = action.due_on - days(self.random.randint(-4, 13))
                agreed_actions.done(action=action, on=min(done, self.today), by=None)

    def _owners(self) -> dict[int, tuple[Child, Worker]]:
        """The children in care today who have a social worker, each with them."""
        present = (
            Allocation.objects.on(self.today)
            .filter(child__authority=self.authority, role=AllocationRole.SOCIAL_WORKER)
            .select_related("child", "worker")
        )
        return {one.child_id: (one.child, one.worker) for one in present}

    def homes(self) -> None:
        """The names of the homes that children live in today, and how far away homes are."""
        called = {
            child: life.care.homes[-1].stay.name
            for child, life in self._held()
            if life.care.ends_on is None
        }
        present = Placement.objects.on(self.today).filter(child__authority=self.authority)
        rows = present.values_list("child_id", "home_id")
        found = {home: called[child] for child, home in rows if called.get(child)}
        homes.name_all(authority=self.authority, names=found, by=None)
        self._distances()

    def _distances(self) -> None:
        """How far homes are from families, which no return has."""
        known = Placement.objects.filter(child__authority=self.authority)
        rows = known.exclude(postcode="").exclude(family_postcode="").exclude(type__startswith="T")
        miles = {
            placement: places.miles(*kind)
            for placement, *kind in rows.values_list(
                "pk", "type", "provider", "postcode", "family_postcode"
            )
        }
        placements.measure_all(authority=self.authority, miles=miles, by=None)
