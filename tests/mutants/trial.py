"""One database with every example in it; each mutant is computed for the children of its clock."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any, NamedTuple

from django.db import DatabaseError, transaction

from casetrack.models import Authority
from oversight.clocks import engine
from oversight.clocks.clock import Clock
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockSetting
from tests import timeline
from tests.mutants.ways import of_clock, of_sql

SHARED = {"home_spell": "visit", "visit_turn": "visit", "visit_wait": "visit"}
"""Facts that hold a rule, with the beginning of the codes of the clocks that it is for."""

Rows = frozenset[tuple[Any, ...]]
COLUMNS = ("child_id", "started_on", "start_known", "runs_from", "stopped_on", "warn_on", "due_on")
LABELS = "subject, stopped_by, note, missing"
"""What no example looks at: a mutant that changes nothing but these is not counted."""


class Computed(NamedTuple):
    """The rows as an example tells them, and the same with their labels."""

    rows: Rows
    labels: Rows


class Trial:
    def __init__(self, codes: Sequence[str] = ()) -> None:
        # One that is not usual is tried as where it is switched on.
        self.clocks = [replace(CLOCKS[code], usual=True) for code in codes or CLOCKS]
        self.whole = not codes
        self.numbers = count(1)

    def run(self) -> Iterator[tuple[str, list[str], int]]:
        """For each clock: its code, the mutants that nobody noticed, and how many there were."""
        told = {clock.code: self._tell(clock) for clock in self.clocks}
        for clock in self.clocks:
            yield (clock.code, *self._try(clock, told[clock.code]))
        if self.whole:
            for name, begins in SHARED.items():
                meant = [clock for clock in self.clocks if clock.code.startswith(begins)]
                yield (name, *self._try_fact(name, meant, told))

    def _tell(self, clock: Clock) -> list[int]:
        """An authority for each example, since from when people record belongs to the authority."""
        children = []
        for example in clock.examples:
            authority = Authority.objects.create(code=f"T{next(self.numbers)}", name=clock.title)
            if not clock.usual:
                ClockSetting.objects.create(
                    authority=authority, clock=clock.code, starts_on=date(2000, 1, 1)
                )
            children.append(timeline.child(example.history, authority=authority).pk)
        return children

    def _try(self, clock: Clock, children: list[int]) -> tuple[list[str], int]:
        right = computed(clock, children)
        mutants = ((words, computed(mutant, children)) for words, mutant in of_clock(clock))
        return unnoticed(mutants, right)

    def _try_fact(
        self, name: str, clocks: list[Clock], told: dict[str, list[int]]
    ) -> tuple[list[str], int]:
        right = self._together(clocks, told)
        meant = engine.FACTS[name]

        def mutants() -> Iterator[tuple[str, Computed | None]]:
            for words, sql in of_sql(meant):
                engine.FACTS[name] = sql
                yield words, self._together(clocks, told)
                engine.FACTS[name] = meant

        return unnoticed(mutants(), right)

    def _together(self, clocks: list[Clock], told: dict[str, list[int]]) -> Computed | None:
        """What all of the clocks compute, as one; None where one of them cannot be read."""
        found = [computed(clock, told[clock.code]) for clock in clocks]
        if None in found:
            return None
        return Computed(
            frozenset().union(*(each.rows for each in found if each)),
            frozenset().union(*(each.labels for each in found if each)),
        )


def unnoticed(
    mutants: Iterable[tuple[str, Computed | None]], right: Computed | None
) -> tuple[list[str], int]:
    """The mutants whose rows are the right ones, and how many were tried in all."""
    assert right is not None
    survivors, tried = [], 0
    for words, found in mutants:
        if found is None or (found.rows == right.rows and found.labels != right.labels):
            continue
        tried += 1
        if found.rows == right.rows:
            survivors.append(words)
    return survivors, tried


def computed(clock: Clock, children: list[int]) -> Computed | None:
    """What the engine would store were the clock so; None where PostgreSQL cannot read its SQL."""
    meant = CLOCKS[clock.code]
    CLOCKS[clock.code] = clock
    _forget()
    try:
        with (
            transaction.atomic(),
            engine._computed(children, "fresh", (clock.code,)) as (cursor, before),
        ):
            cursor.execute(
                f"{before} SELECT {', '.join(COLUMNS)}, missing <> '', {LABELS} FROM fresh"
            )
            found = cursor.fetchall()
            told = len(COLUMNS) + 1
            return Computed(frozenset(row[:told] for row in found), frozenset(found))
    except DatabaseError:
        return None
    finally:
        CLOCKS[clock.code] = meant
        _forget()


def _forget() -> None:
    """The engine keeps its statements put together."""
    engine._steps.cache_clear()
    engine._with.cache_clear()
