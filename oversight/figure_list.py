"""Figures as a list: CSV or cells of a spreadsheet, a line a figure. Nothing of it is lost.

A line without a figure is left empty, which is no fault: the list to fill in has a line for each.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from casetrack import typed
from casetrack.lists import NOTHING, Fault, Row, day_of, shown, table_of
from oversight.actions.figures import Reported, why_not

COLUMNS = ("code", "on_day", "value", "number", "of", "source", "as_at", "caveat")
NEEDED = ("code", "on_day", "source")
TITLE = "title"
"""What a code means: in the list to fill in, and not read."""


@dataclass
class FigureList:
    """The figures by their lines, what is wrong with others, and how many lines were left empty."""

    figures: list[tuple[int, Reported]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    empty: int = 0
    not_read: list[str] = field(default_factory=list)

    @property
    def reported(self) -> list[Reported]:
        return [figure for _, figure in self.figures]


def read(data: bytes | str, today: date) -> FigureList:
    """Raises ListRefused where it is no such list. Without `as_at` it is the day of the figure."""
    table = table_of(data, (*COLUMNS, TITLE), NEEDED)
    found = FigureList(not_read=table.not_read)
    seen: dict[tuple[str, date, str], int] = {}
    for row in table.rows:
        if not any(row.cells.get(each, "").lower() not in NOTHING for each in ("value", "number")):
            found.empty += 1
            continue
        figure, faults = _figure(row, today)
        if figure is not None and (line := seen.setdefault(figure.key, row.line)) != row.line:
            faults = [Fault(row.line, "code", figure.code, f"Line {line} has this figure already.")]
        if figure is not None and not faults:
            found.figures.append((row.line, figure))
        found.faults += faults
    return found


def _figure(row: Row, today: date) -> tuple[Reported | None, list[Fault]]:
    cells = {name: row.cells.get(name, "") for name in COLUMNS}
    wrong: dict[str, str] = {}

    def day(name: str) -> date:
        found, reason = day_of(cells[name], today)
        if found is None:
            wrong[name] = reason
        return found or today

    def number(name: str) -> Decimal | None:
        try:
            return None if cells[name].lower() in NOTHING else typed.decimal(cells[name])
        except typed.WrongNumber as reason:
            wrong[name] = f"{reason}."
            return None

    figure = Reported(
        code=cells["code"].lower(),
        on_day=day("on_day"),
        value=number("value"),
        number=number("number"),
        of=number("of"),
        source=cells["source"],
        as_at=day("as_at" if cells["as_at"] else "on_day"),
        caveat=cells["caveat"],
    )
    if row.more:
        wrong[""] = "The line has more values than there are headings."
    if not wrong:
        wrong = why_not(figure, today)
    return (figure if not wrong else None), _faults(row, wrong)


def _faults(row: Row, wrong: dict[str, str]) -> list[Fault]:
    return [
        Fault(row.line, name, shown(row.cells.get(name, row.more)), reason)
        for name, reason in wrong.items()
    ]
