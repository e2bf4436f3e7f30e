"""Totals for the board: how many children, on what footing, where, and how many past a limit.

Each table splits the same whole, so each is suppressed as such and no two of them share a part.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from casetrack.models import CarePeriod, LegalStatus
from casetrack.models.codes import LEGAL_STATUS, SHORT_BREAKS
from oversight.clocks.registry import CLOCKS
from oversight.homes import GROUP_OF, HOME_GROUPS
from oversight.models import states
from oversight.suppression import suppressed
from oversight.waits import running
from placements.models import Placement

NONE_PAST = "No limit passed"
# By rank, up to and including the number; what is proposed is not told apart from local practice.
PAST = (
    (0, "Unlawful or unapproved home"),
    (1, "A limit set by law or guidance"),
    (2, "A national target"),
    (9, "Local practice or our own proposal"),
)


@dataclass(frozen=True)
class Table:
    """A whole split into parts; None stands for a number that is hidden."""

    title: str
    whole: int | None
    parts: list[tuple[str, int | None]]

    @property
    def hides(self) -> bool:
        return any(number is None for _, number in self.parts)


@dataclass(frozen=True)
class Totals:
    """Everything a board may see of one authority on one day."""

    authority: Any
    day: date
    tables: list[Table]

    @property
    def children(self) -> int | None:
        """The whole, unless some table had to hide it: then every table does."""
        return self.tables[0].whole

    @property
    def past(self) -> int | None:
        """Children past a limit; hidden where the number that is not past one is."""
        parts = dict(self.tables[-1].parts)
        none_past = parts.get(NONE_PAST, 0)
        if self.children is None or none_past is None:
            return None
        return self.children - none_past


def totals(authority: Any, day: date) -> Totals:
    """One authority as at `day`, or as at the last day it knows of: four queries."""
    known = authority.known_day(day)
    legal, homes = (
        _held(LegalStatus, authority, known, "code"),
        _held(Placement, authority, known, "type"),
    )
    children = [
        child
        for child in CarePeriod.objects.on(known)
        .filter(child__authority=authority)
        .values_list("child_id", flat=True)
        if legal.get(child) not in SHORT_BREAKS
    ]
    past = _past(authority, day)
    tables = [
        _table("By legal status", children, lambda child: _legal_words(legal.get(child))),
        _table("By kind of home", children, lambda child: _home_words(homes.get(child, ""))),
        _table(
            "By the most serious limit passed", children, lambda child: _past_words(past, child)
        ),
    ]
    return Totals(authority, known, _hidden_together(tables))


def _held(model: Any, authority: Any, day: date, field: str) -> dict[int, str]:
    """What holds of each child of the authority on the day."""
    facts = model.objects.on(day).filter(child__authority=authority)
    return dict(facts.values_list("child_id", field))


def _past(authority: Any, day: date) -> dict[int, int]:
    """The rank of the most serious limit that each child is past, justified or not."""
    found: dict[int, int] = {}
    rows = running(day).filter(child__authority=authority, state__in=states.PAST)
    for child, clock in rows.values_list("child_id", "clock"):
        found[child] = min(found.get(child, 9), CLOCKS[clock].rank)
    return found


def _legal_words(code: str | None) -> str:
    return LEGAL_STATUS.label(code) if code else "Not known"


def _home_words(code: str) -> str:
    return HOME_GROUPS[GROUP_OF.get(code, "other")][0]


def _past_words(past: dict[int, int], child: int) -> str:
    if child not in past:
        return NONE_PAST
    return next(words for rank, words in PAST if past[child] <= rank)


def _table(title: str, children: list[int], words: Any) -> Table:
    counted = Counter(words(child) for child in children)
    whole, parts = suppressed(counted)
    # In an order that gives nothing away: what is shown by size, what is hidden by name.
    ordered = sorted(parts.items(), key=lambda part: (-(part[1] or 0), part[0]))
    return Table(title, whole, ordered)


def _hidden_together(tables: list[Table]) -> list[Table]:
    """The whole is the same in every table, so where one must hide it the others must too."""
    if all(table.whole is not None for table in tables):
        return tables
    return [
        Table(table.title, None, [(words, None) for words in sorted(dict(table.parts))])
        for table in tables
    ]
