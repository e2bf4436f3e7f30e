"""Reading an agency's list: comma, semicolon or tab, as spreadsheets and people write it.

Nothing is lost: what cannot be read is named with its line, its value and the reason, and the rest
of its row still counts.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from returns.agency.fields import COUNCIL, FIELDS, REFERENCE, TITLES, UPN, column_of

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 5000
MOST_SHOWN = 60
"""Characters of a value that are shown again."""
DELIMITERS = (",", ";", "\t", "|")
NOTHING = {"", "-", "–", "—", "n/a", "na", "none", "nil", "tbc", "#n/a"}
FORMS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%d-%b-%Y")
MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")
SHORT_YEAR = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$")


class ListRefused(ValueError):
    """The list cannot be read at all; the message is for whoever handed it over."""


@dataclass(frozen=True)
class Fault:
    """What could not be read: on which line of the list, in which column, and why."""

    line: int
    column: str
    value: str
    reason: str


@dataclass
class Row:
    """A child of the list, by what she is known, and the days that are given of her."""

    line: int
    reference: str = ""
    upn: str = ""
    council: str = ""
    days: dict[str, date] = field(default_factory=dict)

    @property
    def who(self) -> str:
        return self.reference or self.upn


@dataclass
class AgencyList:
    """The rows, what could not be read, and the columns by their headings, ours and others."""

    rows: list[Row]
    faults: list[Fault]
    columns: list[str]
    not_read: list[str]


def read(data: bytes | str, today: date) -> AgencyList:
    """The list, from the bytes of a file or from text that was pasted."""
    text = data if isinstance(data, str) else _decoded(data)
    lines = _lines(text)
    heading = next(lines, None)
    if heading is None:
        raise ListRefused("The list is empty.")
    headings = heading[1]
    columns = [column_of(each) for each in headings]
    _check(columns)
    found = AgencyList(
        rows=[],
        faults=[],
        columns=[code for code in columns if code in FIELDS],
        not_read=[
            each for each, code in zip(headings, columns, strict=True) if each.strip() and not code
        ],
    )
    for line, values in lines:
        if len(found.rows) >= MOST_ROWS:
            raise ListRefused(
                f"The list has more than {MOST_ROWS:,} children. Hand it over in parts."
            )
        _add(found, columns, line, values, today)
    return found


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise ListRefused("The file is larger than 2 MB.")
    if data.startswith((b"PK", b"\xd0\xcf")):
        raise ListRefused("This is a workbook. Save it as CSV, or copy its cells and paste them.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not blank with its number in the list; `sep=` of Excel is no line."""
    text = text.lstrip("\ufeff").replace("\x00", "")
    lines = text.splitlines()
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    if lines and lines[first].lower().startswith("sep="):
        first += 1
    reader = csv.reader(
        io.StringIO("\n".join(lines[first:])),
        delimiter=_delimiter(lines[first : first + 1]),
        strict=True,
    )
    try:
        for values in reader:
            if any(value.strip() for value in values):
                yield first + reader.line_num, values
    except csv.Error:
        line = first + reader.line_num
        raise ListRefused(f"Line {line:,} of the list cannot be taken apart.") from None


def _delimiter(heading: list[str]) -> str:
    """The one by which most columns of the heading are ours."""
    line = "".join(heading)

    def ours(delimiter: str) -> int:
        return sum(bool(column_of(each.strip('"'))) for each in line.split(delimiter))

    return max(DELIMITERS, key=ours)


def _check(columns: list[str]) -> None:
    if not {REFERENCE, UPN} & set(columns):
        raise ListRefused(
            "No column says which child it is. Its heading should be Reference or UPN, in the"
            " first line of the list."
        )
    if not set(FIELDS) & set(columns):
        wanted = ", ".join(title.lower() for title in TITLES.values())
        raise ListRefused(f"No column holds a day that is compared: {wanted}.")
    twice = {code for code in columns if code and columns.count(code) > 1}
    if twice:
        names = ", ".join(sorted(TITLES.get(code, code).lower() for code in twice))
        raise ListRefused(f"Two columns have the same heading: {names}.")


def _add(found: AgencyList, columns: list[str], line: int, values: list[str], today: date) -> None:
    """A row, and the faults of its values."""
    row = Row(line)
    for code, value in zip(columns, values, strict=False):
        value = " ".join(value.split())
        if code in (REFERENCE, UPN, COUNCIL):
            setattr(row, code, "" if value.lower() in NOTHING else value.upper())
        elif code and value.lower() not in NOTHING:
            _add_day(found, row, code, value, today)
    if any(value.strip() for value in values[len(columns) :]):
        reason = "The line has more values than there are headings; those were not read."
        found.faults.append(Fault(line, "", _shown(values[-1]), reason))
    if row.who:
        found.rows.append(row)
    else:
        reason = "The line says of no child which one it is."
        found.faults.append(Fault(line, "", _shown(", ".join(filter(None, values))), reason))


def _add_day(found: AgencyList, row: Row, code: str, value: str, today: date) -> None:
    day, reason = day_of(value, today)
    if day is None:
        found.faults.append(Fault(row.line, TITLES[code], _shown(value), reason))
    else:
        row.days[code] = day


def day_of(value: str, today: date) -> tuple[date | None, str]:
    """The day that somebody wrote, day before month; or None and why it is none."""
    said = MIDNIGHT.sub("", value)
    if SHORT_YEAR.match(said):
        said = f"{said[:-2]}20{said[-2:]}"
    for form in FORMS:
        try:
            day = datetime.strptime(said, form).date()
        except ValueError:
            continue
        if day > today:
            return None, "This day has not come yet."
        return (day, "") if day.year >= 1990 else (None, "This day is too long ago.")
    return None, "This is no date. Write it like 27/03/2026."


def _shown(value: str) -> str:
    value = " ".join(value.split())
    return value if len(value) <= MOST_SHOWN else f"{value[:MOST_SHOWN]}…"
