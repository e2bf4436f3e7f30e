"""Tables for the public: nobody who adds, subtracts or solves gets at a small number."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from oversight.disclosure.cells import Rule
from oversight.disclosure.tables import published
from oversight.tests.attack import Puzzle, recovered

c = None
CHUNKS, OF_EACH = 4, 2500


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        # Nothing is small.
        ([[10, 20], [30, 0]], [[10, 20, 30], [30, 0, 30], [40, 20, 60]]),
        # A list: the 20 goes with the 3, and the 1s are not told by their sum of 2.
        ([[3, 20, 0]], [[c, c, 0, 23], [c, c, 0, 23]]),
        ([[1, 1, 8]], [[c, c, c, 10], [c, c, c, 10]]),
        # Two small ones are enough where their sum is not: 4 and 3.
        ([[4, 3, 20]], [[c, c, 20, 27], [c, c, 20, 27]]),
        # One alone is its total, which is hidden with it.
        ([[3]], [[c, c], [c, c]]),
        ([[0, 0]], [[0, 0, 0], [0, 0, 0]]),
        # One small number takes the corners of a rectangle with it.
        ([[3, 40], [10, 20]], [[c, c, 43], [c, c, 30], [13, 60, 73]]),
        ([[3, 40], [0, 20], [9, 7]], [[c, c, 43], [0, 20, 20], [c, c, 16], [12, 67, 79]]),
    ],
)
def test_hidden(numbers: list[list[int]], shown: list[list[int | None]]) -> None:
    assert published(numbers) == shown


def test_an_authority_may_ask_for_larger_numbers() -> None:
    assert published([[9, 30, 40]]) == [[9, 30, 40, 79], [9, 30, 40, 79]]
    assert published([[9, 30, 40]], Rule(small=9))[0] == [c, c, 40, 79]


def test_the_same_table_always_hides_the_same() -> None:
    numbers = [[3, 40, 7], [10, 20, 30], [10, 90, 80]]
    every = [published(numbers, secret=bytes([each])) for each in range(20)]
    assert every == [published(numbers, secret=bytes([each])) for each in range(20)]
    assert any(one != every[0] for one in every)


@pytest.mark.parametrize(
    "numbers", [[[0, 8, 5, 5]], [[7, 5, 6], [6, 0, 8]], [[5, 5, 4, 8]], [[2, 9], [7, 8]]]
)
def test_who_knows_how_numbers_are_chosen_but_not_the_secret(numbers: list[list[int]]) -> None:
    """Of all tables that agree with what is shown, those that could have been shown like that."""
    shown = published(numbers, secret=b"a")
    likely = [
        reading
        for reading in _readings(shown)
        if any(
            published(reading[:-1, :-1].tolist(), secret=bytes([each])) == shown
            for each in range(16)
        )
    ]
    assert len(likely) > 1
    for row, line in enumerate(_totals(np.array(numbers))):
        for column, number in enumerate(line):
            if 1 <= number <= 5:
                assert len({int(each[row, column]) for each in likely}) > 1


@st.composite
def small_tables(draw: st.DrawFn) -> list[list[int]]:
    """Up to 3 by 3, of which at most five numbers are not 0: all tables like it can be listed."""
    rows, columns = draw(st.sampled_from([(1, 5), (2, 2), (2, 3), (3, 3)]))
    places = list(product(range(rows), range(columns)))
    filled = draw(st.dictionaries(st.sampled_from(places), st.integers(1, 8), max_size=5))
    return [[filled.get((row, column), 0) for column in range(columns)] for row in range(rows)]


@given(small_tables())
def test_every_reading_of_small_tables(numbers: list[list[int]]) -> None:
    """All tables that agree with what is shown are tried: each small number may be 5 in one of
    them and as little as its parts allow in another, and every hidden number has two readings."""
    shown = published(numbers)
    whole = _totals(np.array(numbers))
    readings = _readings(shown)
    assert (readings == whole).all(axis=(1, 2)).any()
    for row, column in product(range(whole.shape[0]), range(whole.shape[1])):
        seen, number = readings[:, row, column], whole[row, column]
        if shown[row][column] is not None:
            assert shown[row][column] == number
            assert not 1 <= number <= 5
        elif 1 <= number <= 5:
            assert seen.max() >= 5
            assert seen.min() == _least(whole, row, column)
            assert seen.min() < seen.max()
        else:
            assert seen.min() < seen.max()


def _least(whole: NDArray[np.int64], row: int, column: int) -> int:
    """1, and of a total as many as it has parts that are not 0."""
    inner = whole[:-1, :-1] > 0
    rows = inner if row == whole.shape[0] - 1 else inner[[row]]
    part = rows if column == whole.shape[1] - 1 else rows[:, [column]]
    return int(part.sum())


def _readings(shown: list[list[int | None]]) -> NDArray[np.int64]:
    """All tables with their totals, up to 12 a number, that agree with what is shown."""
    inner = [number for line in shown[:-1] for number in line[:-1]]
    spans = [np.arange(1, 13) if each is None else np.array([each]) for each in inner]
    grid = np.array(np.meshgrid(*spans, indexing="ij"), dtype=np.int64)
    every = _totals(grid.reshape(len(inner), -1).T.reshape(-1, len(shown) - 1, len(shown[0]) - 1))
    fits = np.ones(len(every), dtype=bool)
    for row, line in enumerate(shown):
        for column, number in enumerate(line):
            if number is not None:
                fits &= every[:, row, column] == number
    return every[fits]


def _totals(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    rows = np.concatenate([numbers, numbers.sum(axis=-1, keepdims=True)], axis=-1)
    return np.concatenate([rows, rows.sum(axis=-2, keepdims=True)], axis=-2)


def random_table(random: np.random.Generator) -> list[list[int]]:
    """2 by 3 to 8 by 6: crowded, uneven, mostly empty, or anything up to 60."""
    size = (random.integers(2, 9), random.integers(3, 7))
    return random.choice(
        [
            random.poisson(6, size),
            random.poisson(random.gamma(0.7, 15, size)),
            random.poisson(2, size) * random.integers(0, 2, size),
            random.integers(0, 60, size),
        ]
    ).tolist()


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_of_10_000_tables_a_linear_program_recovers_nothing(chunk: int) -> None:
    random = np.random.default_rng(chunk)
    tables = [random_table(random) for _ in range(OF_EACH)]
    shown = [published(table) for table in tables]
    hides = [Puzzle.of_table(each) for each in shown if any(None in line for line in each)]
    assert len(hides) > OF_EACH / 2
    for first in range(0, len(hides), 250):
        assert not any(recovered(hides[first : first + 250], seed=chunk))
    cells = [number for table in shown for line in table for number in line]
    small = [
        1 <= number <= 5 for table in tables for line in _totals(np.array(table)) for number in line
    ]
    # What is hidden besides is kept in bounds: nobody reads a table that hides all.
    assert cells.count(None) < 1.5 * sum(small)


def test_hiding_small_numbers_alone_does_not_help() -> None:
    """The same attack on tables that hide nothing besides: it has to find something."""
    random = np.random.default_rng(5)
    naive = []
    for _ in range(200):
        table = _totals(np.array(random_table(random)))
        shown = [[c if 1 <= each <= 5 else int(each) for each in line] for line in table]
        if any(None in line for line in shown):
            naive.append(Puzzle.of_table(shown))
    assert sum(map(bool, recovered(naive))) > 0.7 * len(naive)
