"""A list that somebody hands over: comma, semicolon or tab, as spreadsheets and people write it."""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from casetrack import typed

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


def lines_of(
    data: bytes | str, column_of: Callable[[str], object]
) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not blank with its number in the list; `sep=` of Excel is no line.

    `data` are the bytes of a file or text that was pasted. `column_of` knows our own headings: the
    list is divided by whatever makes most of them.
    """
    text = data if isinstance(data, str) else decoded(data)
    text = text.lstrip("\ufeff").replace("\x00", "")
    lines = text.splitlines()
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    if lines and lines[first].lower().startswith("sep="):
        first += 1
    reader = csv.reader(
        io.StringIO("\n".join(lines[first:])),
        delimiter=_delimiter("".join(lines[first : first + 1]), column_of),
        strict=True,
    )
    try:
        for values in reader:
            if any(value.strip() for value in values):
                yield first + reader.line_num, values
    except csv.Error:
        line = first + reader.line_num
        raise ListRefused(f"Line {line:,} of the list cannot be taken apart.") from None


@dataclass(frozen=True)
class Row:
    """A line of a list by our own headings; `more` are values that stand under no heading.

    `wrong` is by heading what reading it has found wrong.
    """

    line: int
    cells: dict[str, str]
    more: str = ""
    wrong: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "")

    def is_empty(self, heading: str) -> bool:
        return self[heading].lower() in NOTHING

    def day(self, heading: str, latest: date) -> date | None:
        found, reason = day_of(self[heading], latest)
        if found is None:
            self.wrong[heading] = reason
        return found

    def number(self, heading: str) -> Decimal | None:
        try:
            return None if self.is_empty(heading) else typed.decimal(self[heading])
        except typed.WrongNumber as reason:
            self.wrong[heading] = f"{reason}."
            return None

    @property
    def faults(self) -> list[Fault]:
        return [
            Fault(self.line, name, shown(self.cells.get(name, self.more)), reason)
            for name, reason in self.wrong.items()
        ]


@dataclass(frozen=True)
class Table:
    """The lines of a list, and the headings that are none of ours."""

    rows: list[Row]
    not_read: list[str]


def table_of(data: bytes | str, columns: Collection[str], needed: Collection[str]) -> Table:
    """A list whose headings are `columns`, however they are written: As at is as_at.

    Raises ListRefused where it has none of the columns `needed`, one twice, or too many lines.
    """

    def column_of(heading: str) -> str:
        code = "_".join(re.findall(r"[a-z0-9]+", heading.lower()))
        return code if code in columns else ""

    lines = lines_of(data, column_of)
    _, headings = next(lines, (0, []))
    found = [column_of(each) for each in headings]
    for each in needed:
        if each not in found:
            raise ListRefused(f"No column has the heading {each}, in the first line of the list.")
    for each in filter(None, found):
        if found.count(each) > 1:
            raise ListRefused(f"Two columns have the heading {each}.")
    rows = [_row(line, found, values) for line, values in islice(lines, MOST_ROWS + 1)]
    if len(rows) > MOST_ROWS:
        raise ListRefused(f"The list has more than {MOST_ROWS:,} lines. Hand it over in parts.")
    not_read = [
        each for each, code in zip(headings, found, strict=True) if each.strip() and not code
    ]
    return Table(rows, not_read)


class Keyed(Protocol):
    """What a line says: two lines of a list never say something of the same key."""

    @property
    def key(self) -> tuple[Any, ...]: ...


Said = TypeVar("Said", bound=Keyed)


@dataclass
class Found(Generic[Said]):
    """What lines say, by their numbers; what is wrong with others; how many were left empty."""

    by_line: list[tuple[int, Said]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    empty: int = 0
    not_read: list[str] = field(default_factory=list)

    @property
    def said(self) -> list[Said]:
        return [said for _, said in self.by_line]


def found_in(
    table: Table,
    is_empty: Callable[[Row], bool],
    read: Callable[[Row], Said],
    why_not: Callable[[Said], dict[str, str]],
    same: Callable[[int], tuple[str, str]],
) -> Found[Said]:
    """What `read` makes of each line, where nothing is wrong with it. Nothing is lost.

    `why_not` says by heading why what a line says cannot be, `same` under which heading, and how,
    that an earlier line has it already.
    """
    found: Found[Said] = Found(not_read=table.not_read)
    seen: dict[tuple[Any, ...], int] = {}
    for row in table.rows:
        if is_empty(row):
            found.empty += 1
            continue
        said = read(row)
        if row.more:
            row.wrong[""] = "The line has more values than there are headings."
        if not row.wrong:
            row.wrong.update(why_not(said))
        if not row.wrong and (line := seen.setdefault(said.key, row.line)) != row.line:
            row.wrong.update([same(line)])
        if not row.wrong:
            found.by_line.append((row.line, said))
        found.faults += row.faults
    return found


def _row(line: int, columns: list[str], values: list[str]) -> Row:
    """What a spreadsheet would take for a formula is marked as text by an apostrophe before it."""
    said = [" ".join(value.split()).removeprefix("'") for value in values]
    cells = {code: value for code, value in zip(columns, said, strict=False) if code}
    return Row(line, cells, ", ".join(filter(None, said[len(columns) :])))


def decoded(data: bytes) -> str:
    """The text of a file. Raises ListRefused where it is too large, or is no text."""
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


def _delimiter(heading: str, column_of: Callable[[str], object]) -> str:
    """The one by which most columns of the heading are ours."""

    def ours(delimiter: str) -> int:
        return sum(bool(column_of(each.strip('"'))) for each in heading.split(delimiter))

    return max(DELIMITERS, key=ours)


def day_of(value: str, latest: date) -> tuple[date | None, str]:
    """The day that somebody wrote, day before month, up to `latest`; or None and why it is none."""
    said = MIDNIGHT.sub("", value)
    if SHORT_YEAR.match(said):
        said = f"{said[:-2]}20{said[-2:]}"
    for form in FORMS:
        try:
            day = datetime.strptime(said, form).date()
        except ValueError:
            continue
        if day > latest:
            return None, "This day has not come yet."
        return (day, "") if day.year >= 1990 else (None, "This day is too long ago.")
    return None, "This is no date. Write it like 27/03/2026."


def shown(value: str) -> str:
    """The value, as much of it as is shown again."""
    value = " ".join(value.split())
    return value if len(value) <= MOST_SHOWN else f"{value[:MOST_SHOWN]}…"
