"""From all kept rows of a child to what stands: the fate of each row, and the child's story.

Facts are always derived from every row held, never from what an earlier run made of them; that is
why the order in which returns are loaded makes no difference.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from returns.ssda903.columns import Fault, Table
from returns.ssda903.read import Row
from returns.ssda903.stitch import Episode, Story, stitch
from returns.ssda903.tables import EPISODES, HEADER
from returns.ssda903.tables import episodes as column

STORED, REPAIRED, SUPERSEDED, REFUSED = "stored", "repaired", "superseded", "refused"
ABSENT = "6"


@dataclass
class ChildRows:
    """All that the returns tell of one child, and what stands of it."""

    reference: str
    rows: list[Row] = field(default_factory=list)
    born_on: date | None = None
    story: Story = field(default_factory=lambda: Story([], []))

    @property
    def headers(self) -> list[Row]:
        """Those that can be read, newest first."""
        found = [row for row in self.rows if row.table is HEADER and row.fault is None]
        return sorted(found, key=lambda row: (row.year, row.order), reverse=True)

    def standing(self, table: Table) -> list[Row]:
        return [row for row in self.rows if row.table is table and row.fate == STORED]

    @property
    def was_closed_by_absence(self) -> bool:
        """Whether an earlier run had closed the last episode already."""
        last = self.story.stretches[-1].episode.row if self.story.stretches else None
        return last is not None and ABSENT in last.was[1].split(",")


def by_child(rows: Iterable[Row]) -> dict[str, ChildRows]:
    """Rows by the child they name; those whose reference cannot be read are left out."""
    found: dict[str, ChildRows] = {}
    for row in rows:
        if row.child:
            found.setdefault(row.child, ChildRows(row.child)).rows.append(row)
    return found


def refuse_impossible(child: ChildRows, known: bool) -> None:
    """Refuse rows of a child in no header, and episodes before the birth."""
    for row in child.rows:
        if row.fault is not None:
            continue
        if not known:
            row.fault = Fault("CHILD", row.child, "is in no Header that can be read", fatal=True)
        elif row.table is EPISODES and child.born_on and row.cells[column.DECOM] < child.born_on:
            row.fault = Fault(
                "DECOM",
                f"{row.cells[column.DECOM]:%d/%m/%Y}",
                f"is before the child was born ({child.born_on:%d/%m/%Y})",
                "302",
                fatal=True,
            )


def newest_in(children: Iterable[ChildRows]) -> int:
    """The newest return with an episode that can be held."""
    return max(
        (
            row.year
            for child in children
            for row in child.rows
            if row.table is EPISODES and row.fault is None
        ),
        default=0,
    )


def settle(child: ChildRows, newest: int) -> None:
    """Stitch the child's episodes, and give each row its fate."""
    episodes = []
    others: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in child.rows:
        row.fate, row.rule = STORED, ""
        if row.fault is not None:
            row.fate, row.rule = REFUSED, row.fault.rule
        elif row.table is EPISODES:
            episodes.append(_episode(row))
        else:
            others[_happening(row)].append(row)
    for rows in others.values():
        for row in sorted(rows, key=lambda row: (row.year, row.order))[:-1]:
            row.fate, row.rule = SUPERSEDED, "1"
    child.story = stitch(episodes, newest)
    _tell_rows(child.story)


def _happening(row: Row) -> tuple[Any, ...]:
    """What the row is about: of several rows about it the newest return's last line stands."""
    return row.table.name, 0 if row.table.across else row.year, row.key


def _tell_rows(story: Story) -> None:
    """The fates of episodes, by what stitching did."""
    for episode, rule in story.superseded:
        episode.row.fate, episode.row.rule = SUPERSEDED, str(rule)
    for stretch in story.stretches:
        if stretch.rules:
            row = stretch.episode.row
            row.fate, row.rule = REPAIRED, ",".join(map(str, stretch.rules))


def _episode(row: Row) -> Episode:
    cells = row.cells
    return Episode(
        row.year,
        row.order,
        cells[column.DECOM],
        cells[column.DEC],
        cells[column.RNE],
        cells[column.REC],
        row,
    )


def repairs(child: ChildRows) -> Iterator[tuple[Row, str, date | None]]:
    """Rows that a rule changed or put aside in this run, with the rule and the end that stands.

    That a newer return tells the same episode again is how returns work, and no repair.
    """
    years_of_start = {(row.year, row.key) for row in child.rows if row.fate != SUPERSEDED}
    ends = {id(one.episode.row): one.ends_on for one in child.story.stretches}
    for row in child.rows:
        if row.table is not EPISODES or (row.fate, row.rule) == row.was:
            continue
        again = row.fate == SUPERSEDED and (row.year, row.key) in years_of_start
        if row.fate == REPAIRED or again or row.rule == "2":
            yield row, row.rule, ends.get(id(row))
