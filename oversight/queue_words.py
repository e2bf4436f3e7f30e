"""What the tracker queue says about itself: its heading, its chips, and what it is narrowed to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from casetrack import words
from oversight.clocks.clock import Group
from oversight.clocks.registry import CLOCKS
from oversight.queue_filters import SHOW, SORTS, Filters
from oversight.tracker import Chips

HEADINGS = {
    "red": "{} past a limit",
    "30": "{} with a limit in the next 30 days",
    "60": "{} with a limit in the next 60 days",
    "90": "{} with a limit in the next 90 days",
    "justified": "{} whose delay is justified",
    "cannot-tell": "{} for whom we cannot tell",
    "amber": "{} near a limit",
    "green": "{} with a wait in time",
}
# The chips that stand in the row; the others are in the filters.
IN_A_ROW = ("red", "30", "60", "90", "justified", "cannot-tell")


@dataclass(frozen=True)
class Chip:
    """A choice with the number of children it shows; `query` is the address that makes it."""

    words: str
    count: int
    query: str
    current: bool


def heading(filters: Filters, chips: Chips) -> str:
    """The finding: 132 children, 17 past a limit."""
    listed = words.children(chips.listed)
    if filters.show:
        return HEADINGS[filters.show].format(listed)
    if not chips.past:
        return f"{listed}, none past a limit"
    return f"{listed}, {chips.past:,} past a limit"


def show_chips(filters: Filters, chips: Chips) -> list[Chip]:
    shown = IN_A_ROW if filters.show in ("", *IN_A_ROW) else (*IN_A_ROW, filters.show)
    row = [
        Chip(SHOW[name], chips.show[name], filters.query(show=name), filters.show == name)
        for name in shown
    ]
    return row + [Chip("All", chips.of_clock, filters.query(show=""), not filters.show)]


def clock_chips(filters: Filters, chips: Chips) -> list[tuple[str, list[Chip]]]:
    """By group, the clocks that would show a child in the chosen state, most children first."""
    chosen: dict[str, list[Chip]] = {str(group): [] for group in Group}
    for code, clock in CLOCKS.items():
        count, current = chips.clock[code], filters.clock == code
        if count or current:
            query = filters.query(clock="" if current else code)
            chosen[str(clock.group)].append(Chip(clock.title, count, query, current))
    return [
        (group, sorted(found, key=lambda chip: (-chip.count, chip.words)))
        for group, found in chosen.items()
        if found
    ]


def narrowed(filters: Filters, teams: Iterable[Any], workers: Iterable[Any]) -> list[Chip]:
    """The filters that stand, each with the address of the list without it."""
    found = filters.narrowed()
    found += [("team", team.name) for team in teams if team.pk == filters.team]
    found += [("worker", worker.name) for worker in workers if worker.uuid == filters.worker]
    return [
        Chip(text, 0, filters.query(name), current=True) for name, text in found if name != "show"
    ]


def sentence(filters: Filters, narrowed_to: list[Chip], listed: int) -> str:
    """For paper and exports: Shown: adoption, past limit, 17 children, as at 22 November 2026."""
    parts = [chip.words for chip in narrowed_to]
    if filters.show:
        parts.append(SHOW[filters.show].lower())
    if not parts:
        parts.append("everybody")
    return (
        f"Shown: {', '.join(parts)}, {words.children(listed)}, as at {words.long_day(filters.day)}"
    )


@dataclass(frozen=True)
class Header:
    """A column's heading; one that sorts says how the list is sorted, and what pressing it does."""

    words: str
    name: str
    query: str = ""
    sorted: str = ""
    will: str = ""


def headers(filters: Filters) -> list[Header]:
    worst = CLOCKS[filters.clock].title if filters.clock else "Most serious"
    found = [_sortable(filters, "Child", "child", "name")]
    found += [Header("Route and order", "route")] if "route" in filters.columns else []
    found += [Header("Home", "home")] if "home" in filters.columns else []
    found.append(_sortable(filters, worst, "serious", "serious"))
    found += [_sortable(filters, "Worker", "worker", "worker")] * ("worker" in filters.columns)
    found += [Header("Reviewing officer", "iro")] if "iro" in filters.columns else []
    return found


def _sortable(filters: Filters, title: str, name: str, key: str) -> Header:
    other = f"-{key}" if filters.sort == key and f"-{key}" in SORTS else key
    direction = {key: "ascending", f"-{key}": "descending"}.get(filters.sort, "")
    return Header(title, name, filters.query(sort=other), direction, f"sort {SORTS[other]}")


def known_notes(served: Iterable[Any], day: date, today: date) -> list[str]:
    """Nothing known since 31 March 2022; shown as at that day. And where the day is yet to come."""
    served = list(served)
    notes = []
    for authority in served:
        known = authority.known_day(day)
        if known < day:
            of = f" of {authority.name}" if len(served) > 1 else ""
            notes.append(f"Nothing known{of} since {words.long_day(known)}; shown as at that day.")
    if day > today and len(notes) < len(served):
        notes.append("That day has not come: shown as if nothing more happens until then.")
    return notes
