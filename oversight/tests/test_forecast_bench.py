"""What `make bench-forecast` rests on: councils that are the same each time, and fair files."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from oversight.indicators.forecast.forecast import EVERYBODY, HORIZONS
from oversight.indicators.forecast.histories import PLACE, TYPES, HomeType, home_type
from oversight.indicators.forecast.monthly import counted
from tests.bench_forecast import returns
from tests.bench_forecast.__main__ import SIZES
from tests.bench_forecast.score import ALL_LINES, METHODS, ORACLE, ORIGINS, scored
from tests.bench_forecast.worlds import Council, World, council


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


def test_every_method_is_scored_at_every_origin() -> None:
    scores = scored(World.SHOCK, 54_321)
    for method in METHODS:
        for ahead in HORIZONS:
            assert len(scores.errors[method, EVERYBODY, ahead]) == len(ORIGINS)
        assert all(len(scores.turning[method, origin]) == 1 for origin in ORIGINS)
    # One line for everybody, and of eight types those that are not of too few.
    assert len(ORIGINS) * 6 < len(scores.inside[ALL_LINES, 12]) <= len(ORIGINS) * 9
    # Who knows the rates, but not of the shock, is further off than chance in a steady world.
    assert scores.error(ORACLE, EVERYBODY, 12) > 5
