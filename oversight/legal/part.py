"""What every part of the legal tracker shares: which facts stand in it, and how a line is said.

Each fact is told for `on_day`: the day asked for, or the last that its child's authority knows of.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from casetrack import words
from casetrack.models import Allocation, AllocationRole, CarePeriod, Child
from oversight.export import Cell
from oversight.models import ClockRow
from oversight.models.states import known_day

NEAR = 28
"""Days before a last day from which a line is amber."""
LOOKED_BACK = timedelta(days=365)
"""How long what was decided stays in the list."""


@dataclass(frozen=True)
class Tag:
    """A state in words, with the tone it is drawn in."""

    words: str
    tone: str


@dataclass(frozen=True)
class Column:
    """A cell of the page: its heading, its words and what stands small beneath them."""

    title: str
    words: str
    notes: Sequence[str] = ()


class Row(ABC):
    """One fact of a part, as at its day; `order` sorts the list, and the reference within it."""

    def __init__(self, fact: Any) -> None:
        self.fact = fact

    @property
    def day(self) -> date:
        day: date = self.fact.on_day
        return day

    @property
    def child(self) -> Child:
        child: Child = self.fact.child
        return child

    @property
    def age(self) -> str:
        """4 y 2 m; not yet born, expected 3 Mar 2027."""
        child = self.child
        said = words.age(child.born_on, self.day)
        if child.born_on is None and child.expected_on is not None:
            said += f", expected {words.short_day(child.expected_on)}"
        return said

    @property
    def in_care(self) -> str:
        return "in care" if self.fact.in_care else "not in care"

    @property
    def worker(self) -> str:
        return self.fact.worker or "No worker recorded"

    @property
    def team(self) -> str:
        return self.fact.team or ""

    @property
    @abstractmethod
    def order(self) -> tuple[Any, ...]:
        """What sorts the lines of a part."""

    @property
    @abstractmethod
    def shows(self) -> set[str]:
        """Under which choices of its part the line stands, beside that of all."""

    @property
    @abstractmethod
    def tag(self) -> Tag | None:
        """The state of the line, where it has one."""

    @property
    @abstractmethod
    def columns(self) -> list[Column]:
        """What the page shows between the child and the worker."""

    @property
    @abstractmethod
    def cells(self) -> list[tuple[str, Cell]]:
        """What a file holds of it, beside who the child is and who works with her."""


@dataclass(frozen=True)
class Part:
    """One part: `facts` narrows facts with `on_day` to those that stand in it, `beside` names what
    a page of lines reads with them. `heading` finds words for so many children and lines."""

    code: str
    title: str
    about: str
    model: Any
    row: type[Row]
    facts: Callable[[QuerySet], QuerySet]
    shows: Mapping[str, str]
    heading: Callable[[int, Mapping[str, int]], str]
    beside: Sequence[Any] = ()

    def rows(self, children: QuerySet[Child], day: date, team: int | None) -> list[Row]:
        """Every line of these children, in order: one query."""
        facts = self.model.objects.filter(child__in=children).select_related("child")
        facts = facts.annotate(on_day=known_day(day, "child__authority"))
        found = [self.row(fact) for fact in with_worker(self.facts(facts), team)]
        return sorted(found, key=lambda row: (*row.order, row.child.reference, row.fact.pk))


def with_worker(facts: QuerySet, team: int | None) -> QuerySet:
    """Each with whether the child is in care, and her social worker's name and team."""
    of_child = {"child_id": OuterRef("child_id"), "starts_on__lte": OuterRef("on_day")}
    holds = Q(ends_on=None) | Q(ends_on__gt=OuterRef("on_day"))
    own = Allocation.objects.filter(holds, role=AllocationRole.SOCIAL_WORKER, **of_child)
    if team is not None:
        facts = facts.filter(Exists(own.filter(worker__team=team)))
    return facts.annotate(
        in_care=Exists(CarePeriod.objects.filter(holds, **of_child)),
        worker=Subquery(own.values("worker__name")[:1]),
        team=Subquery(own.values("worker__team__name")[:1]),
    )


def not_over(field: str) -> Q:
    """What had not ended by its day: `field` is empty, or a later day."""
    return Q(**{field: None}) | Q(**{f"{field}__gt": F("on_day")})


def those(**choices: bool) -> set[str]:
    """The names of the choices that hold."""
    return {name for name, holds in choices.items() if holds}


def limit_of(clock: str, subject: str) -> Subquery:
    """The last day of the fact's own clock, as the authority has set it; None where none runs."""
    own = Concat(Value(f"{subject} "), Cast(OuterRef("pk"), CharField()))
    waits = ClockRow.objects.filter(child_id=OuterRef("child_id"), clock=clock, subject=own)
    return Subquery(waits.order_by("-runs_from").values("due_on")[:1])


def by_then(day: date | None, on_day: date) -> date | None:
    """A day of a fact, where it had come by `on_day`; what came later was not known."""
    return day if day is not None and day <= on_day else None


def left(last_day: date, on_day: date) -> Tag:
    """49 days left; last day today; 12 days over."""
    days = (last_day - on_day).days
    if days < 0:
        return Tag(words.over(last_day, on_day), "red")
    said = f"{words.count(days, 'day')} left" if days else "last day today"
    return Tag(said, "amber" if days <= NEAR else "green")


def wait(children: int) -> str:
    """1 child waits, 2 children wait."""
    return f"{words.children(children)} {'waits' if children == 1 else 'wait'}"


def waited(since: date, on_day: date) -> str:
    """41 days; 14 months."""
    return words.stretch(since, on_day)
