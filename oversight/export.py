"""Exactly the list on the page, as a workbook or as comma-separated text.

A cell that a spreadsheet would take for a formula is written as text: names and reasons are typed
by people, and a file travels.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date

import xlsxwriter

from oversight.queue_row import QueueRow
from oversight.waits import Wait

Cell = str | int | date | None
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _of_worst(words: Callable[[Wait], Cell]) -> Callable[[QueueRow], Cell]:
    return lambda row: words(row.worst) if row.worst else None


ALWAYS: list[tuple[str, Callable[[QueueRow], Cell]]] = [
    ("Reference", lambda row: row.reference),
    ("Name", lambda row: row.name),
    ("Age", lambda row: row.age),
    ("In care since", lambda row: row.facts["care_since"]),
    ("Time in care", lambda row: row.in_care),
]
BY_COLUMN: dict[str, list[tuple[str, Callable[[QueueRow], Cell]]]] = {
    "route": [
        ("Route", lambda row: row.route or "No agreed plan"),
        ("Contingency", lambda row: row.contingency),
        ("Legal status", lambda row: row.legal),
    ],
    "home": [("Home", lambda row: row.home), ("Time at home", lambda row: row.stayed)],
    "worst": [
        ("Most serious", _of_worst(lambda wait: wait.title)),
        ("State", _of_worst(lambda wait: wait.tag)),
        ("Arithmetic", _of_worst(lambda wait: wait.arithmetic)),
        ("Counts from", _of_worst(lambda wait: wait.row.started_on)),
        ("Due", _of_worst(lambda wait: wait.row.due_on if wait.limited else None)),
    ],
    "flags": [
        ("Further flags", lambda row: "; ".join(wait.sentence for wait in row.flags)),
    ],
    "worker": [("Worker", lambda row: row.worker)],
    "iro": [("Reviewing officer", lambda row: row.iro)],
}


def columns(chosen: Iterable[str]) -> list[tuple[str, Callable[[QueueRow], Cell]]]:
    """The columns of the page, in its order; who the child is and the worst wait are always in."""
    wanted = {*chosen, "worst"}
    return ALWAYS + [each for name, some in BY_COLUMN.items() if name in wanted for each in some]


def as_csv(rows: Iterable[QueueRow], chosen: Iterable[str]) -> bytes:
    cells = columns(chosen)
    return csv_of([title for title, _ in cells], ([cell(row) for _, cell in cells] for row in rows))


def csv_of(titles: Iterable[str], lines: Iterable[Iterable[Cell]]) -> bytes:
    """Headings and lines as comma-separated text that is safe to open in a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(titles)
    for line in lines:
        writer.writerow([_safe(cell) for cell in line])
    # The mark tells spreadsheets that this is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> str:
    if cell is None:
        return ""
    text = cell.isoformat() if isinstance(cell, date) else str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def as_xlsx(rows: Iterable[QueueRow], chosen: Iterable[str], about: str) -> bytes:
    cells = columns(chosen)
    lines = ([cell(row) for _, cell in cells] for row in rows)
    return xlsx_of([title for title, _ in cells], lines, sheet="Tracker", about=about)


def xlsx_of(
    titles: Sequence[str], lines: Iterable[Iterable[Cell]], *, sheet: str, about: str
) -> bytes:
    """A sheet with the list, and one that says what it is."""
    output = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "d mmm yyyy",
    }
    with xlsxwriter.Workbook(output, options) as book:
        bold = book.add_format({"bold": True})
        page = book.add_worksheet(sheet)
        page.freeze_panes(1, 2)
        page.write_row(0, 0, titles, bold)
        for number, line in enumerate(lines, start=1):
            for place, cell in enumerate(line):
                _write(page, number, place, cell)
        page.set_column(0, len(titles) - 1, 22)
        book.add_worksheet("About this list").write_string(0, 0, about)
    return output.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, line: int, place: int, cell: Cell) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(line, place, cell)
    elif cell is not None:
        sheet.write_string(line, place, str(cell))
