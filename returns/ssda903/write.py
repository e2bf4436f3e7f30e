"""Write the facts of the children concerned, and what a person said otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from returns.ssda903 import facts, homes, reconcile
from returns.ssda903.copying import drop, fetch
from returns.ssda903.derive import ChildRows
from returns.ssda903.reconcile import Difference
from returns.ssda903.tables import (
    AD1,
    MISSING,
    PLACED_ADOPTION,
    PREV_PERM_TABLE,
    REVIEWS,
    SW_EPISODES,
)

Known = list[tuple[int, ChildRows]]
Progress = Callable[[str, int], None]


def write_facts(
    authority: int, code: str, children: Known, progress: Progress
) -> tuple[list[Difference], int]:
    """Make the record of these children what their rows tell; how many rows of facts changed."""
    reconcile.touch([child for child, _ in children])
    differences: list[Difference] = []
    changed = 0
    lived_in = homes.held_by_touched()
    for table, made in _facts(authority, code, children):
        progress(f"writing {table.model._meta.verbose_name_plural}", changed)
        found, count = reconcile.write(table, made)
        differences += found
        changed += count
    homes.clear(lived_in)
    drop(reconcile.TOUCHED)
    return differences, changed


def _facts(
    authority: int, code: str, children: Known
) -> Iterator[tuple[reconcile.FactTable, Iterable[tuple[Any, ...]]]]:
    """Each table of facts, and what it is to hold of these children."""
    yield reconcile.CARE, _each(children, lambda i, c: facts.care_periods(i, c.story.stretches))
    statuses = {i: list(facts.legal_statuses(i, c.story.stretches)) for i, c in children}
    yield reconcile.STATUS, (status for found in statuses.values() for status in found)
    yield (
        reconcile.ORDER,
        _each(children, lambda i, c: facts.court_orders(i, statuses[i], c.story.stretches)),
    )
    yield reconcile.STAY, _stays(authority, code, children)
    yield (
        reconcile.DECISION,
        _each(
            children,
            lambda i, c: facts.adoption_decisions(i, c.standing(PLACED_ADOPTION), c.standing(AD1)),
        ),
    )
    yield reconcile.MATCH, _each(children, lambda i, c: facts.matches(i, c.standing(AD1)))
    yield reconcile.REVIEW, _each(children, lambda i, c: facts.reviews_held(i, c.standing(REVIEWS)))
    yield reconcile.AWAY, _each(children, lambda i, c: facts.times_missing(i, c.standing(MISSING)))
    yield (
        reconcile.BEFORE,
        _each(children, lambda i, c: facts.previous_permanence(i, c.standing(PREV_PERM_TABLE))),
    )
    workers = _workers(authority)
    yield (
        reconcile.ALLOCATED,
        _each(children, lambda i, c: facts.allocations(i, c.standing(SW_EPISODES), workers)),
    )


def _each(
    children: Known, make: Callable[[int, ChildRows], Iterable[tuple[Any, ...]]]
) -> Iterator[tuple[Any, ...]]:
    for child, rows in children:
        yield from make(child, rows)


def _stays(authority: int, code: str, children: Known) -> Iterator[tuple[Any, ...]]:
    """Placements, whose homes are written first."""
    stays = [
        stay
        for child, rows in children
        for stay in facts.placements(
            child, facts.home_names(code, rows.reference), rows.story.stretches
        )
    ]
    ids = homes.write(authority, facts.houses(stays), stays)
    return (stay._replace(home=ids[stay.home]) for stay in stays)  # type: ignore[arg-type]


def _workers(authority: int) -> Mapping[str, int]:
    rows = fetch("SELECT reference, id FROM casetrack_worker WHERE authority_id = %s", authority)
    return dict(rows)
