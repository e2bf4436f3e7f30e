"""What `make bench-forecast` rests on: councils that are the same each time, and fair files."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from oversight.indicators.forecast.change import Change, Shift
from oversight.indicators.forecast.forecast import EVERYBODY, HORIZONS
from oversight.indicators.forecast.histories import PLACE, TYPES, HomeType, home_type
from oversight.indicators.forecast.monthly import counted
from tests.bench_forecast import returns
from tests.bench_forecast.__main__ import SIZES
from tests.bench_forecast.score import (
    AHEAD_OF_IT,
    ALL_LINES,
    FOUND,
    METHODS,
    MONTHS,
    NOT_FOUND,
    ORACLE,
    ORIGINS,
    STAGES,
    Scores,
    scored,
    stage,
)
from tests.bench_forecast.worlds import FALL, Council, World, council


@pytest.fixture(scope="module")
def made() -> Council:
    return council(World.CONSTANT, 54_321)


def test_a_council_is_the_same_each_time_and_of_a_councils_size(made: Council) -> None:
    again = council(World.CONSTANT, 54_321)
    assert all(
        np.array_equal(getattr(made.histories, name), getattr(again.histories, name))
        for name in vars(made.histories)
    )
    homes = counted(made.histories, made.origin(60), 60).homes
    assert 400 < homes.sum(axis=1).mean() < 680
    sizes = {home: homes[:, PLACE[home]].mean() for home in HomeType}
    assert min(sizes[home] for home in SIZES["types of 100-170"]) > 80
    assert max(sizes[home] for home in SIZES["types under 25"]) < 35


def test_its_returns_say_who_lives_where(made: Council, tmp_path: Path) -> None:
    """Read as a return is read: those whose last episode is open live where it says."""
    origin = made.origin(48)
    returns.write(made.histories, origin, tmp_path)
    with (tmp_path / "episodes.csv").open() as file:
        episodes = list(csv.DictReader(file))
    living = Counter(
        home_type(row["PLACE"], row["PLACE_PROVIDER"]) for row in episodes if not row["DEC"]
    )
    homes = counted(made.histories, origin, 1).homes[-1]
    assert [living[home] for home in TYPES] == homes.tolist()
    assert all((row["DEC"] == "") == (row["REC"] == "") for row in episodes)
    with (tmp_path / "header.csv").open() as file:
        children = {row["CHILD"] for row in csv.DictReader(file)}
    assert children == {row["CHILD"] for row in episodes}


@pytest.fixture(scope="module")
def shocked() -> Scores:
    return scored(World.SHOCK, 54_321)


def test_every_method_is_scored_at_every_origin(shocked: Scores) -> None:
    scores = shocked
    for method in METHODS:
        for ahead in HORIZONS:
            assert len(scores.errors[method, EVERYBODY, ahead]) == len(ORIGINS)
        assert all(len(scores.turning[method, origin]) == 1 for origin in ORIGINS)
    # One line for everybody, and of eight types those that are not of too few.
    assert len(ORIGINS) * 6 < len(scores.inside[ALL_LINES, 12]) <= len(ORIGINS) * 9
    # Who knows the rates, but not of the shock, is further off than chance in a steady world.
    assert scores.error(ORACLE, EVERYBODY, 12) > 5


def test_nobody_knows_of_a_turn_before_it() -> None:
    """A change that is older than the turn is another one; its month is known to within three."""
    older, newer = (Change(Shift(months, 20, 29), Shift(30, 20, 29)) for months in (8, 7))
    assert stage(FALL, newer) == AHEAD_OF_IT
    assert stage(FALL + 4, None) == NOT_FOUND
    assert stage(FALL + 4, older) == NOT_FOUND
    assert stage(FALL + 4, newer) == FOUND


def test_intervals_are_told_apart_by_what_could_be_known_of_the_turn(shocked: Scores) -> None:
    """Of each month one forecast; those of the origins are the ones that are shown."""
    for ahead in HORIZONS:
        assert sum(len(shocked.staged[each, ahead]) for each in STAGES) == len(MONTHS)
        assert len(shocked.staged[AHEAD_OF_IT, ahead]) == FALL - MONTHS[0] + 1
    assert MONTHS[0] + min(HORIZONS) > FALL
    assert not any(shocked.staged[AHEAD_OF_IT, 12])
    assert all(shocked.staged[FOUND, 12][-len(ORIGINS) :])
