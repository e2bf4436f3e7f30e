"""The checker finds what is wrong: faults planted in files that had none."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from returns.demo import generate
from returns.demo.tests.checker import problems

TODAY = date(2026, 11, 23)
Row = dict[str, str]


def plant(path: Path, fault: Callable[[list[Row]], None]) -> None:
    with path.open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    fault(rows)
    with path.open("w", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def first(rows: list[Row], **wanted: str) -> Row:
    return next(row for row in rows if all(row[k] == v for k, v in wanted.items()))


FAULTS = {
    "388": ("episodes", lambda rows: first(rows, REC="X1").update(REC="E8")),
    "504": ("episodes", lambda rows: [r.update(CIN="N7") for r in rows if r["RNE"] == "L"]),
    "434": ("episodes", lambda rows: [r.update(RNE="P") for r in rows if r["RNE"] == "L"]),
    "146": ("episodes", lambda rows: first(rows, PLACE="U6").update(PLACE="H5")),
    "408": ("episodes", lambda rows: first(rows, LS="C2").update(PLACE="A6")),
    "550": ("episodes", lambda rows: first(rows, PLACE="P1").update(PLACE_PROVIDER="PR1")),
    "551": ("placed_adoption", lambda rows: rows[0].update(DATE_PLACED="20/11/2026")),
    "101": ("header", lambda rows: rows[0].update(SEX="1")),
    "440": ("reviews", lambda rows: first(rows, REVIEW_CODE="PN0").update(REVIEW_CODE="PN1")),
    "630": ("previous_permanence", lambda rows: rows[0].update(CHILD=rows[1]["CHILD"])),
}


@pytest.fixture(scope="module")
def faultless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("returns")
    made = generate(children=150, seed=1, today=TODAY, folder=folder, years=2)
    assert problems(made.folders, TODAY) == []
    return folder


@pytest.mark.parametrize("rule", FAULTS)
def test_a_planted_fault_is_found(faultless, tmp_path, rule):
    copytree(faultless, tmp_path, dirs_exist_ok=True)
    folders = sorted(tmp_path.iterdir())
    table, fault = FAULTS[rule]
    plant(folders[-1] / f"{table}.csv", fault)
    assert any(rule in problem for problem in problems(folders, TODAY))
