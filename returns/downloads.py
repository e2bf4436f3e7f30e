"""What a report lists, as a file to work through: comma-separated text or a workbook.

A cell that a spreadsheet would take for a formula is written as text.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import xlsxwriter

from returns.models.runs import ImportRun
from returns.ssda903 import years
from returns.ssda903.report import harmless

Lines = list[list[str]]
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ABOUT_ROWS = ("Return", "Table", "File", "Line", "Child", "Column", "Value", "Reason", "Rule")


def refused(run: ImportRun) -> Lines:
    """The refused rows word for word, with the reason before each."""
    return list(csv.reader(io.StringIO(run.refused_rows)))


def listed(run: ImportRun, name: str) -> Lines:
    """The entries of one list of the report: "repaired" or "warnings"."""
    entries = (run.report or {}).get(name, [])
    return [list(ABOUT_ROWS), *(list(_cells(entry)) for entry in entries)]


def _cells(entry: dict[str, Any]) -> Iterator[str]:
    yield years.label(entry["return"]) if entry["return"] else ""
    for name in ("table", "file", "line", "child", "column", "value", "reason", "rule"):
        value = entry[name]
        yield "" if value is None else str(harmless(value))


def as_csv(lines: Lines) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    # The mark tells spreadsheets that this is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(lines: Lines) -> bytes:
    output = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(output, options) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Rows")
        sheet.freeze_panes(1, 0)
        for number, line in enumerate(lines):
            _write(sheet, number, line, bold if number == 0 else None)
        sheet.set_column(0, max(map(len, lines), default=1) - 1, 18)
    return output.getvalue()


def _write(sheet: Any, number: int, line: Iterable[str], form: Any) -> None:
    for place, cell in enumerate(line):
        sheet.write_string(number, place, cell, form)
