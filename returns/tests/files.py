"""Return files for tests, written from rows of text; what is not given is a plausible default."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from returns.ssda903.tables import TABLES

DEFAULTS = {
    "Header": {"SEX": "2", "DOB": "01/01/2010", "ETHNIC": "WBRI", "UPN": "UN4"},
    "Episodes": {
        "RNE": "S",
        "LS": "C2",
        "CIN": "N1",
        "PLACE": "U6",
        "PLACE_PROVIDER": "PR1",
        "PL_POST": "AB1 2CD",
    },
    "Reviews": {"REVIEW_CODE": "PN1"},
}

Rows = Iterable[Mapping[str, str]]


def write(folder: Path, **tables: Rows) -> Path:
    """`write(folder, Header=[...], Episodes=[...])`: a CSV for each table."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        names = TABLES[name].names
        with (folder / f"{name.lower()}.csv").open("w", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(names)
            for row in rows:
                given = DEFAULTS.get(name, {}) | dict(row)
                writer.writerow([given.get(column, "") for column in names])
    return folder


def episode(child: str, start: str, end: str = "", **more: str) -> dict[str, str]:
    """One row: `episode("A", "01/05/2017", "01/06/2017", REC="X1")`."""
    given = {"CHILD": child, "DECOM": start, "DEC": end, **more}
    if end and "REC" not in more:
        given["REC"] = "X1"
    return given


def header(*children: str, **more: str) -> list[dict[str, str]]:
    return [{"CHILD": child, **more} for child in children]
