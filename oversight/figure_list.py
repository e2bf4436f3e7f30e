"""Figures as a list: CSV or cells of a spreadsheet, a line a figure. Nothing of it is lost.

A line without a figure is left empty, which is no fault: the list to fill in has a line for each.
"""

from datetime import date

from casetrack.lists import Found, Row, found_in, table_of
from oversight.actions.figures import Reported, why_not

COLUMNS = ("code", "on_day", "value", "number", "of", "source", "as_at", "caveat")
NEEDED = ("code", "on_day", "source")
TITLE = "title"
"""What a code means: in the list to fill in, and not read."""


def read(data: bytes | str, today: date) -> Found[Reported]:
    """Raises ListRefused where it is no such list. Without `as_at` it is the day of the figure."""
    return found_in(
        table_of(data, (*COLUMNS, TITLE), NEEDED),
        is_empty=lambda row: row.is_empty("value") and row.is_empty("number"),
        read=lambda row: _figure(row, today),
        why_not=lambda figure: why_not(figure, today),
        same=lambda line: ("code", f"Line {line} has this figure already."),
    )


def _figure(row: Row, today: date) -> Reported:
    return Reported(
        code=row["code"].lower(),
        on_day=row.day("on_day", today) or today,
        value=row.number("value"),
        number=row.number("number"),
        of=row.number("of"),
        source=row["source"],
        as_at=row.day("as_at" if row["as_at"] else "on_day", today) or today,
        caveat=row["caveat"],
    )
