"""A list of the legal tracker: what the address asks for, and the lines that answer it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet, prefetch_related_objects
from django.http import QueryDict

from casetrack import words
from casetrack.models import Child
from casetrack.typed import as_at, number
from oversight.export import Cell
from oversight.legal import before, court, discharge, gateway, supervision
from oversight.legal.part import Part, Row
from oversight.queue_words import Chip
from oversight.tracker import PAGE, WHOLE

PARTS: dict[str, Part] = {
    each.code: each
    for each in (before.PART, court.PART, gateway.PART, discharge.PART, supervision.PART)
}
FIRST = court.PART.code
NOT_SO_IN_THE_ADDRESS = ("day", "today", "whole", "wrong_date")


@dataclass(frozen=True)
class Filters:
    """Which part, on which day, whose children, narrowed to what, from which page on."""

    day: date
    today: date
    part: str = FIRST
    team: int | None = None
    show: str = ""
    page: int = 1
    whole: bool = False
    wrong_date: str = field(default="", compare=False)

    @classmethod
    def read(cls, query: QueryDict, today: date) -> "Filters":
        """What cannot be understood is left out, except a date, which is named as wrong."""
        day, wrong_date = as_at(query.dict(), today)
        part = query.get("part", FIRST)
        part = part if part in PARTS else FIRST
        show = query.get("show", "")
        return cls(
            day=day,
            today=today,
            part=part,
            team=number(query.get("team", "")),
            show=show if show in PARTS[part].shows else "",
            page=number(query.get("page", "")) or 1,
            whole=query.get("whole") == "yes",
            wrong_date=wrong_date,
        )

    def query(self, *leave_out: str, **changes: Any) -> str:
        """The address of this list with `changes`, from its first page unless told otherwise."""
        changed = replace(self, **{"page": 1, "whole": False, **changes})
        return urlencode([pair for pair in changed.pairs() if pair[0] not in leave_out])

    def pairs(self) -> list[tuple[str, str]]:
        """Name and value of everything that differs from the usual list."""
        pairs = [
            (each.name, str(getattr(self, each.name)))
            for each in fields(self)
            if each.name not in NOT_SO_IN_THE_ADDRESS
            and getattr(self, each.name) not in (each.default, None)
        ]
        if self.day != self.today:
            pairs.append(("as_at", self.day.isoformat()))
        return pairs + [("whole", "yes")] * self.whole


@dataclass(frozen=True)
class Listing:
    """The lines of a part that the filters leave, and how many children each choice would show."""

    part: Part
    filters: Filters
    rows: list[Row]
    children: int
    counts: dict[str, int]

    @classmethod
    def of(cls, children: QuerySet[Child], filters: Filters) -> "Listing":
        part = PARTS[filters.part]
        every = part.rows(children, filters.day, filters.team)
        shown: dict[str, set[int]] = defaultdict(set)
        for row in every:
            for choice in row.shows:
                shown[choice].add(row.child.pk)
        rows = [row for row in every if not filters.show or filters.show in row.shows]
        counts = {choice: len(shown[choice]) for choice in part.shows}
        return cls(part, filters, rows, len({row.child.pk for row in every}), counts)

    def page(self) -> Page:
        """A page of it, with what its lines show beside the fact; whole for print."""
        size = WHOLE if self.filters.whole else PAGE
        page = Paginator(self.rows, size).get_page(self.filters.page)
        self.fill(page.object_list)
        return page

    def fill(self, rows: Iterable[Row]) -> None:
        prefetch_related_objects([row.fact for row in rows], *self.part.beside)

    @property
    def heading(self) -> str:
        """The finding: 41 children before a court, 3 past the last day."""
        return self.part.heading(self.children, self.counts)

    @property
    def listed(self) -> int:
        return len({row.child.pk for row in self.rows})

    def sentence(self, team: str) -> str:
        """For paper and files: Proceedings, past the last day, 3 children, as at 1 June 2026."""
        said = [self.part.title, team, self.part.shows.get(self.filters.show, "").lower()]
        said.append(words.children(self.listed))
        day = words.long_day(self.filters.day)
        return f"{', '.join(filter(None, said))}, as at {day}"

    def tabs(self) -> list[Chip]:
        """The parts, each for the same day and team."""
        return [
            Chip(
                part.title,
                0,
                self.filters.query(part=code, show=""),
                current=code == self.filters.part,
            )
            for code, part in PARTS.items()
        ]

    def chips(self) -> list[Chip]:
        """What the list may be narrowed to, with the children each choice would show."""
        show = self.filters.show
        found = [
            Chip(said, self.counts[choice], self.filters.query(show=choice), show == choice)
            for choice, said in self.part.shows.items()
        ]
        return [*found, Chip("All", self.children, self.filters.query(show=""), not show)]

    def titles(self) -> list[str]:
        """The headings between the child and the worker."""
        return [column.title for column in self.rows[0].columns] if self.rows else []

    @property
    def tagged(self) -> bool:
        """Whether any line has a state to show."""
        return any(row.tag for row in self.rows)

    def sheet(self) -> tuple[list[str], list[list[Cell]]]:
        """Headings and rows for a file."""
        self.fill(self.rows)
        lines = [_line(row) for row in self.rows]
        titles = [title for title, _ in lines[0]] if lines else []
        return titles, [[cell for _, cell in line] for line in lines]


def _line(row: Row) -> list[tuple[str, Cell]]:
    return [
        ("Reference", row.child.reference),
        ("Name", row.child.name),
        ("Age", row.age),
        ("In care", row.in_care),
        *row.cells,
        ("State", row.tag.words if row.tag else None),
        ("Worker", row.worker),
        ("Team", row.team),
    ]
