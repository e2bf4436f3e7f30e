"""Tables of rows and columns with their totals, as they may be published."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from oversight.disclosure.cells import HOUSE, Key, Rule
from oversight.disclosure.release import Release, Shown

TOTAL = None
"""Stands for all rows, or for all columns."""
Place = tuple[Hashable, Hashable]


@dataclass(frozen=True)
class Table:
    """Numbers by row and column. One with a single row, or a single column, is a list.

    `shared` gives the keys of numbers that stand elsewhere too, by their place: of a total that
    another page says, or of the total of all.
    """

    name: str
    rows: Sequence[Hashable]
    columns: Sequence[Hashable]
    numbers: Sequence[Sequence[int]]
    shared: Mapping[Place, Key] = field(default_factory=dict)

    def key(self, row: Hashable, column: Hashable) -> Key:
        return self.shared.get((row, column), (self.name, row, column))

    def join(self, release: Release) -> None:
        """Adds every number and every total to what is published together."""
        lines = [[*line, sum(line)] for line in self.numbers]
        lines.append([sum(column) for column in zip(*lines, strict=True)])
        for row, line in zip(self._lines, lines, strict=True):
            for column, number in zip(self._posts, line, strict=True):
                release.add(self.key(row, column), number)
        for row in self._lines:
            parts = [self.key(row, column) for column in self.columns]
            release.add_up([self.key(row, TOTAL)], parts)
        for column in self._posts:
            parts = [self.key(row, column) for row in self.rows]
            release.add_up([self.key(TOTAL, column)], parts)

    def read(self, shown: Shown) -> list[list[int | None]]:
        """Row by row what may be told, each with its total, and the totals last."""
        return [[shown[self.key(row, column)] for column in self._posts] for row in self._lines]

    @property
    def _lines(self) -> tuple[Hashable, ...]:
        return (*self.rows, TOTAL)

    @property
    def _posts(self) -> tuple[Hashable, ...]:
        return (*self.columns, TOTAL)


def published(
    numbers: Sequence[Sequence[int]], rule: Rule = HOUSE, secret: bytes = b""
) -> list[list[int | None]]:
    """A table that stands alone: its rows and totals, None for what is hidden."""
    rows, columns = range(len(numbers)), range(len(numbers[0]) if numbers else 0)
    table = Table("table", rows, columns, numbers)
    release = Release(rule, secret)
    table.join(release)
    return table.read(release.shown())
