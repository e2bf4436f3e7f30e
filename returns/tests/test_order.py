"""Any returns at all: the order and the grouping in which they are loaded make no difference."""

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from casetrack import recording as door
from casetrack.actions import authorities
from casetrack.models import Authority
from returns.actions.imports import import_returns
from returns.ssda903.read import Load, read
from returns.tests import daybyday, record
from returns.tests.conftest import TODAY
from returns.tests.files import episode, write

CODES = itertools.count(1)
# Each example loads many files: one that fails is shown as it is.
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
YEARS = (2019, 2020, 2021)
Returns = dict[int, dict[str, list[dict[str, str]]]]
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
def some_returns(draw: st.DrawFn) -> Returns:
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


def load_of(folder: Path, returns: Returns, *chosen: int) -> Load:
    """What reading these returns gives, their years as said (the files might tell another)."""
    for year in chosen:
        write(folder / str(year), **returns[year])
    found = read([folder / str(year) for year in chosen])
    for part, year in zip(found.parts, chosen, strict=True):
        part.year = year
        for row in part.rows:
            row.year = year
    return found


def store(authority: Authority, found: Load) -> None:
    import_returns(found, authority=authority, by=None, on=TODAY, accept_closures=True)


def new_authority() -> Authority:
    return authorities.start(code=f"T{next(CODES)}", name="Testshire", by=None)


@contextmanager
def trial() -> Iterator[Path]:
    """A folder, and a transaction that is taken back, so that no example sees another's."""
    with tempfile.TemporaryDirectory() as folder, transaction.atomic():
        yield Path(folder)
        transaction.set_rollback(True)


@pytest.fixture(scope="module", autouse=True)
def _no_clocks() -> Iterator[None]:
    """Clocks have their own tests; here they would only take time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "_callbacks", [])
        yield


@pytest.mark.django_db
@settings(max_examples=10, phases=NO_SHRINKING)
@given(some_returns(), st.permutations(YEARS))
def test_one_by_one_in_any_order_is_as_all_at_once(returns: Returns, order: list[int]) -> None:
    with trial() as folder:
        together, apart, paired = new_authority(), new_authority(), new_authority()
        for year in order:
            store(apart, load_of(folder, returns, year))
        store(together, load_of(folder, returns, *YEARS))
        store(paired, load_of(folder, returns, order[1], order[2]))
        store(paired, load_of(folder, returns, order[0], order[1]))
        expected = record.of(together)
        assert record.of(apart) == expected
        assert record.of(paired) == expected


@pytest.mark.django_db
@settings(max_examples=10, phases=NO_SHRINKING)
@given(some_returns(), some_returns())
def test_a_corrected_return_ends_as_if_it_had_come_first(
    returns: Returns, mistaken: Returns
) -> None:
    with trial() as folder:
        straight, corrected = new_authority(), new_authority()
        store(straight, load_of(folder / "right", returns, *YEARS))
        store(corrected, load_of(folder / "wrong", {**returns, 2020: mistaken[2020]}, *YEARS))
        store(corrected, load_of(folder / "again", returns, 2020))
        assert record.of(corrected) == record.of(straight)


@pytest.mark.django_db
@settings(max_examples=10, phases=NO_SHRINKING)
@given(some_returns())
def test_the_record_is_that_of_a_stitching_written_apart(returns: Returns) -> None:
    for tables in returns.values():
        tables["Header"] = [row | {"DOB": "01/01/2010"} for row in tables["Header"]]
    with trial() as folder:
        authority = new_authority()
        store(authority, load_of(folder, returns, *YEARS))
        children = daybyday.read({year: folder / f"{year}/episodes.csv" for year in YEARS})
        newest = max((row["year"] for rows in children.values() for row in rows), default=0)
        for day in (date(2018, 4, 1) + timedelta(n * 61) for n in range(28)):
            expected = daybyday.population(children, day, newest)
            assert record.population(authority, day) == expected, day
