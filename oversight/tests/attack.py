"""An attack on what is shown: linear programs that look for other readings of what is hidden.

Every reading is checked in whole numbers. In tables the ends of a linear program are whole of
themselves; beyond, it is told to look for whole ones.

It knows what every reader knows: the numbers shown, the sums, that a 0 is always shown, so that
what is hidden is at least 1. It does not know how numbers were chosen to be hidden, and shares no
line with the code that did.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import block_diag, csr_matrix

MOST = 10_000
"""No hidden number is looked for beyond it."""


@dataclass
class Puzzle:
    """Sums of hidden numbers: `sums @ hidden = totals`, hidden whole and at least 1."""

    sums: NDArray[np.int64]
    totals: NDArray[np.int64]

    @classmethod
    def of(cls, shown: Sequence[int | None], sums: NDArray[np.int64]) -> "Puzzle":
        """Of the numbers shown, None for each that is hidden, and sums of all that come to 0."""
        known = np.array([number is not None for number in shown])
        told = np.array([number or 0 for number in shown])
        left = sums[:, ~known]
        bound = left.any(axis=1)
        return cls(left[bound], -(sums[:, known] @ told[known])[bound])

    @classmethod
    def of_table(cls, shown: Sequence[Sequence[int | None]]) -> "Puzzle":
        """Of a table whose last row and last column are totals."""
        rows, columns = len(shown), len(shown[0])
        at = np.arange(rows * columns).reshape(rows, columns)
        sums = np.zeros((rows + columns, rows * columns), dtype=np.int64)
        for line, cells in enumerate([*at, *at.T]):
            sums[line, cells[:-1]], sums[line, cells[-1]] = 1, -1
        return cls.of([number for line in shown for number in line], sums)

    def holds(self, reading: NDArray[np.int64]) -> bool:
        return bool((self.sums @ reading == self.totals).all() and (reading >= 1).all())


def recovered(puzzles: Sequence[Puzzle], *, tables: bool = True, seed: int = 0) -> list[list[int]]:
    """Of each puzzle the hidden numbers that have one reading only.

    Many puzzles are one program. Readings at the ends of two random directions tell most numbers
    apart; for each that they do not, its least and its most are found.
    """
    random = np.random.default_rng(seed)
    readings = []
    for _ in range(2):
        aims = [random.normal(size=puzzle.sums.shape[1]) for puzzle in puzzles]
        readings += [_readings(puzzles, [sign * aim for aim in aims], tables) for sign in (1, -1)]
    alike = [np.ptp(each, axis=0) == 0 for each in zip(*readings, strict=True)]
    found: list[list[int]] = [[] for _ in puzzles]
    while doubtful := [place for place, cells in enumerate(alike) if cells.any()]:
        some = [puzzles[place] for place in doubtful]
        cells = [int(np.argmax(alike[place])) for place in doubtful]
        aims = [
            np.eye(1, puzzle.sums.shape[1], cell)[0]
            for puzzle, cell in zip(some, cells, strict=True)
        ]
        ends = [_readings(some, [sign * aim for aim in aims], tables) for sign in (1, -1)]
        for place, cell, least, most in zip(doubtful, cells, *ends, strict=True):
            if least[cell] == most[cell]:
                found[place].append(cell)
            alike[place] &= least == most
            alike[place][cell] = False
    return found


def _readings(
    puzzles: Sequence[Puzzle], aims: Sequence[NDArray[np.float64]], tables: bool
) -> list[NDArray[np.int64]]:
    """Of each puzzle the reading that is least in the direction of its aim, in whole numbers."""
    solved = linprog(
        np.concatenate(aims),
        A_eq=csr_matrix(block_diag([puzzle.sums for puzzle in puzzles])),
        b_eq=np.concatenate([puzzle.totals for puzzle in puzzles]),
        bounds=(1, MOST),
        integrality=None if tables else np.ones(sum(map(len, aims))),
    )
    assert solved.status == 0, solved.message
    ends = np.cumsum([len(aim) for aim in aims])[:-1]
    readings = np.split(np.rint(solved.x).astype(np.int64), ends)
    assert all(puzzle.holds(each) for puzzle, each in zip(puzzles, readings, strict=True))
    return readings


def spans(
    sums: NDArray[np.float64],
    between: NDArray[np.float64],
    most: NDArray[np.float64],
    aims: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Of each aim, a row of how often it has which amount, the least and the most it comes to.

    `sums` are known to lie between two bounds, each amount between 0 and its `most`.
    """
    both = np.concatenate([aims, -aims])
    least = linprog(
        both.ravel(),
        A_ub=csr_matrix(block_diag([np.concatenate([sums, -sums])] * len(both))),
        b_ub=np.tile(np.concatenate([between[:, 1], -between[:, 0]]), len(both)),
        bounds=np.stack([np.zeros(both.size), np.tile(most, len(both))], axis=1),
    )
    assert least.status == 0, least.message
    ends = (both * least.x.reshape(both.shape)).sum(axis=1)
    return np.stack([ends[: len(aims)], -ends[len(aims) :]], axis=1)
