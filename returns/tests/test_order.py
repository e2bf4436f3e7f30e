"""Any returns at all: the order and the grouping in which they are loaded make no difference."""

import itertools
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casetrack.actions import authorities
from casetrack.models import Authority
from returns.tests import daybyday, record
from returns.tests.conftest import load
from returns.tests.files import episode, write

CODES = itertools.count(1)
YEARS = (2019, 2020, 2021)
PLACES = ("U4", "U6", "K2", "T1", "A5", "P1")

starts = st.integers(0, 1000).map(lambda n: date(2018, 4, 2) + timedelta(n))


@st.composite
def one_row(draw: st.DrawFn) -> dict[str, str]:
    start = draw(starts)
    end = draw(st.none() | st.integers(1, 500).map(lambda n: start + timedelta(n)))
    place = draw(st.sampled_from(PLACES))
    rec = draw(st.sampled_from(["X1", "X1", "E4A", "E12", "E47"]))
    return episode(
        draw(st.sampled_from("AB")),
        f"{start:%d/%m/%Y}",
        f"{end:%d/%m/%Y}" if end else "",
        RNE=draw(st.sampled_from("SLPTBU")),
        LS=draw(st.sampled_from(["C1", "C2", "E1", "V2"])),
        PLACE=place,
        REC=rec if end else "",
        PL_POST=draw(st.sampled_from(["AB1 2CD", "XY9 8ZW"])),
    )


@st.composite
def some_returns(draw: st.DrawFn) -> dict[int, dict[str, list[dict[str, str]]]]:
    """Each return has a header for both children, and perhaps another day of birth."""
    found = {}
    for year in YEARS:
        born = draw(st.sampled_from(["01/01/2010", "01/06/2018"]))
        upn = draw(st.sampled_from(["", "UN1"]))
        found[year] = {
            "Header": [{"CHILD": child, "DOB": born, "UPN": upn} for child in "AB"],
            "Episodes": draw(st.lists(one_row(), max_size=5)),
            "Reviews": [{"CHILD": "A", "REVIEW": draw(st.sampled_from(["01/05/2019"]))}],
        }
    return found


def on_disk(folder: Path, returns: dict[int, dict[str, list[dict[str, str]]]]) -> dict[int, Path]:
    return {year: write(folder / str(year), **tables) for year, tables in returns.items()}


def new_authority() -> Authority:
    return authorities.start(code=f"T{next(CODES)}", name="Testshire", by=None)


@pytest.mark.django_db
@settings(max_examples=25)
@given(some_returns(), st.permutations(YEARS))
def test_one_by_one_in_any_order_or_twice_is_as_all_at_once(returns, order):
    with tempfile.TemporaryDirectory() as folder:
        paths = on_disk(Path(folder), returns)
        together, apart = new_authority(), new_authority()
        for year in order:
            load(apart, paths[year], year=year)
        # The years that the files themselves would tell may differ: here they are said.
        for year in [*YEARS, order[0]]:
            load(together, paths[year], year=year)
        assert record.of(apart) == record.of(together)


@pytest.mark.django_db
@settings(max_examples=25)
@given(some_returns())
def test_the_record_is_that_of_a_stitching_written_apart(returns):
    for tables in returns.values():
        tables["Header"] = [row | {"DOB": "01/01/2010"} for row in tables["Header"]]
    with tempfile.TemporaryDirectory() as folder:
        paths = on_disk(Path(folder), returns)
        authority = new_authority()
        for year in YEARS:
            load(authority, paths[year], year=year)
        children = daybyday.read({year: path / "episodes.csv" for year, path in paths.items()})
    newest = max((row["year"] for rows in children.values() for row in rows), default=0)
    for day in (date(2018, 4, 1) + timedelta(n * 61) for n in range(28)):
        expected = daybyday.population(children, day, newest)
        assert record.population(authority, day) == expected, day
