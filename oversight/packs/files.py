"""A pack as a PDF that anybody can read (tagged, PDF/UA-1), and as a workbook."""

import re
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from oversight.meetings.pdf import typeset
from oversight.packs.pack import Grid, Pack

SOURCE = Path(__file__).with_name("pack.typ")
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
LONGEST = 31
"""So many letters the name of a sheet of a workbook may have."""
HIDDEN = {"hidden": "[c]", "–": "[x]"}
"""The marks that people who count use in workbooks, for what pages say in words."""
MARKS = (
    ("[c]", "confidential: hidden, because it counts 1 to 5 children or would tell such a number"),
    ("[x]", "not available"),
    ("[z]", "not applicable"),
)


@dataclass(frozen=True)
class Printed:
    """What the PDF is set from: the pack and its mark."""

    title: str
    authority: str
    as_at: str
    marked: str
    finding: str
    checksum: str
    summary: dict[str, Any]
    sheets: tuple[dict[str, Any], ...]
    methods: tuple[dict[str, Any], ...]
    hidden: tuple[str, ...]
    notes: list[str]


def pdf(pack: Pack) -> bytes:
    return typeset(SOURCE, "pack.json", Printed(checksum=pack.checksum, **asdict(pack)))


def workbook(pack: Pack) -> bytes:
    """A sheet of contents, one for each table, and one with the methods; numbers are numbers."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": pack.title, "author": "Casetrack"})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    percent = book.add_format({"num_format": "0.0%"})
    cover = book.add_worksheet("Contents")
    cover.set_column(0, 0, 34)
    cover.set_column(1, 1, 90, wrapped)
    lines = [
        (pack.title, pack.finding),
        ("As at", pack.as_at),
        ("For whom", pack.marked),
        ("Mark", pack.checksum),
        *(("", note) for note in pack.notes),
        *MARKS,
        *(("Hidden", said) for said in pack.hidden),
    ]
    tables = [(pack.summary.title, pack.summary), *_tables(pack)]
    names = _names([title for title, _ in tables])
    for row, (one, other) in enumerate([*lines, *zip(names, (t for t, _ in tables), strict=True)]):
        cover.write_string(row, 0, one, bold)
        cover.write_string(row, 1, other)
    for name, (title, grid) in zip(names, tables, strict=True):
        _fill(book.add_worksheet(name), title, grid, bold, percent)
    methods = book.add_worksheet("How it is counted")
    methods.set_column(0, 0, 34)
    methods.set_column(1, 1, 110, wrapped)
    for row, sheet in enumerate(pack.methods):
        methods.write_string(row, 0, sheet.title, bold)
        methods.write_string(row, 1, " ".join([sheet.question, *sheet.said]))
    book.close()
    return made.getvalue()


def _tables(pack: Pack) -> list[tuple[str, Grid]]:
    found = []
    for sheet in pack.sheets:
        found += [(f"{sheet.title}: {each.title}", each.table) for each in sheet.pictures]
        found += [(f"{sheet.title}: {each.title}".strip(": "), each) for each in sheet.grids]
    return [(title, grid) for title, grid in found if grid.rows]


def _names(titles: list[str]) -> list[str]:
    """A name for each sheet: 1 Children in care; never two alike, for they are numbered."""
    return [
        f"{number} {NOT_IN_A_NAME.sub(' ', title)}"[:LONGEST].strip()
        for number, title in enumerate(titles, 1)
    ]


def _fill(sheet: Any, title: str, grid: Grid, bold: Any, percent: Any) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, max(len(grid.head) - 1, 1), 18)
    sheet.write_string(0, 0, title, bold)
    for column, head in enumerate(grid.head):
        sheet.write_string(1, column, head, bold)
    for row, cells in enumerate(grid.rows, 2):
        for column, said in enumerate(cells):
            _write(sheet, row, column, said, percent)
    sheet.freeze_panes(2, 1)


def _write(sheet: Any, row: int, column: int, said: str, percent: Any) -> None:
    """A number where it is one; a mark where it is hidden or not there."""
    try:
        number = float(said.replace(",", "").removesuffix("%"))
    except ValueError:
        sheet.write_string(row, column, HIDDEN.get(said, said))
        return
    if said.endswith("%"):
        sheet.write_number(row, column, number / 100, percent)
    else:
        sheet.write_number(row, column, number)
