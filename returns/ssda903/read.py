"""Read what was handed over: which table each sheet is, its rows, and which return they are of.

Tables are known by their columns, whatever the file's name, case or column order. Files belong to
one return by folder, else by the year that starts their name, else all together.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any

from casetrack.actions.refusal import Refused
from returns.ssda903 import files, years
from returns.ssda903.columns import Cells, Column, Fault, Table, UnreadableCell
from returns.ssda903.tables import EPISODES, HEADER, TABLES
from returns.ssda903.tables.episodes import DECOM
from returns.ssda903.tables.header import DOB_

LINES_BEFORE_NAMES = 30
ALIASES = {"CHILDID": "CHILD", "PL": "PLACE"}  # as the XML form of the return calls them
SHARED = {"CHILD", "DOB", "SEX"}  # columns that tell no table from another
_NOTHING: Any = object()

Progress = Callable[[str, int], None]
# Of each column: how it is read, where it is in the line, and the texts read before.
Plan = list[tuple[Column, int, dict[str, Any]]]


class CannotImport(Refused):
    """The import stops before anything is stored."""


@dataclass(slots=True, eq=False)
class Row:
    """One row of one table, word for word and as read. `fault` is why it is refused, if it is."""

    table: Table
    file: str
    line: int
    columns: tuple[str, ...]
    values: list[str]
    cells: Cells
    fault: Fault | None = None
    doubts: tuple[Fault, ...] = ()
    year: int = 0
    read: bool = True  # in this load, and not only kept from an earlier one
    id: int | None = None  # of the row already held, when it is
    was: tuple[str, str] = ("", "")  # the fate and rule of the row already held
    fate: str = ""
    rule: str = ""

    @property
    def child(self) -> str:
        return self.cells[0] or ""

    @property
    def order(self) -> tuple[str, int]:
        """Where it stands in its return, whichever way and however often that was loaded."""
        return self.file, self.line

    @property
    def key(self) -> tuple[Any, ...]:
        return tuple(self.cells[place] for place in self.table.key_places)

    @property
    def hash(self) -> str:
        """The same for the same values, whatever the order of columns and the kind of file."""
        texts = [text.strip() for text in self.values]
        if self.columns != self.table.names:
            given = dict(zip(self.columns, texts, strict=False))
            texts = [given.pop(name, "") for name in self.table.names]
            texts += sorted(f"{name}={value}" for name, value in given.items() if value)
        return blake2b("\x1f".join(texts).encode(), digest_size=16).hexdigest()

    @property
    def verbatim(self) -> dict[str, str]:
        return dict(zip(self.columns, self.values, strict=False))


@dataclass
class Part:
    """The files of one return, and the tables in them, some perhaps without a row.

    `year` is 0 until it is settled.
    """

    group: tuple[str, str]
    files: list[str] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)
    year: int = 0


@dataclass
class Load:
    """All that was handed over: the returns in it, files that were refused, and remarks."""

    parts: list[Part] = field(default_factory=list)
    refused: list[files.Refused] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def rows(self) -> Iterator[Row]:
        return chain.from_iterable(part.rows for part in self.parts)


class RowReader:
    """Reads the cells of one table's rows; each different text of a column is read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], dict[str, Any]] = {}
        self._plans: dict[tuple[str, tuple[str, ...]], Plan] = {}
        self._last: tuple[Table | None, tuple[str, ...], Plan] = (None, (), [])

    def cells(
        self, table: Table, columns: tuple[str, ...], values: list[str]
    ) -> tuple[Cells, Fault | None, tuple[Fault, ...]]:
        fault: Fault | None = None
        doubts: tuple[Fault, ...] = ()
        cells = []
        for column, at, known in self._plan(table, columns):
            text = values[at] if at >= 0 else ""
            value = known.get(text, _NOTHING)
            if value is _NOTHING:
                value = known[text] = _cell(column, text)
            if type(value) is Fault:
                if not value.fatal:
                    doubts += (value,)
                fault = fault or (value if value.fatal else None)
                value = None
            cells.append(value)
        found = tuple(cells)
        return found, fault or table.refusal(found), doubts

    def _plan(self, table: Table, columns: tuple[str, ...]) -> Plan:
        """How to read such rows; most often just as the row before."""
        last_table, last_columns, plan = self._last
        if table is last_table and columns is last_columns:
            return plan
        if (table.name, columns) not in self._plans:
            self._plans[table.name, columns] = [
                (
                    column,
                    columns.index(column.name) if column.name in columns else -1,
                    self._known.setdefault((table.name, column.name), {}),
                )
                for column in table.columns
            ]
        self._last = (table, columns, self._plans[table.name, columns])
        return self._last[2]

    def row(self, table: Table, file: str, line: int, values: dict[str, str]) -> Row:
        """A row that was kept earlier, read again."""
        columns, texts = tuple(values), list(values.values())
        return Row(table, file, line, columns, texts, *self.cells(table, columns, texts))


def _cell(column: Column, text: str) -> Any:
    """A cell's value, None where blank, or the fault that it has."""
    text = text.strip()
    if not text:
        return column.fault("", "is blank") if column.needed else None
    try:
        return column.read(text)
    except UnreadableCell as why:
        return column.fault(text[:200], str(why))


def read(paths: Iterable[Path], progress: Progress | None = None) -> Load:
    """Everything in `paths`; `progress` is told of each file, with the rows read so far."""
    load, reader = Load(), RowReader()
    parts: dict[tuple[str, str], Part] = {}
    count = 0
    for found in files.find(paths):
        try:
            tables = list(_read_file(found, load, reader))
        except files.Unreadable as why:
            name = found[0].name.split(", sheet ")[0]
            load.refused.append(files.Refused(name, str(why)))
            continue
        for sheet, table, rows in tables:
            part = parts.setdefault(sheet.group, Part(sheet.group))
            part.files.append(sheet.name)
            part.tables.add(table.name)
            part.rows += rows
            count += len(rows)
            if progress:
                progress(f"read {sheet.name}", count)
    load.parts = list(parts.values())
    return load


def _read_file(
    found: list[files.Found], load: Load, reader: RowReader
) -> Iterator[tuple[files.Sheet, Table, list[Row]]]:
    for one in found:
        if isinstance(one, files.Refused):
            load.refused.append(one)
            continue
        table, rows = _read_sheet(one, load, reader)
        if table is not None:
            yield one, table, rows
            if one.note:
                load.notes.append((one.name, one.note))


def _read_sheet(
    sheet: files.Sheet, load: Load, reader: RowReader
) -> tuple[Table | None, list[Row]]:
    """The table that a sheet is, and its rows; None where it is none, which is then noted."""
    lines = (line for line in sheet.lines if line.fault or any(map(str.strip, line.values)))
    head, table, missing = _find_names(lines)
    if table is None:
        load.refused.append(files.Refused(sheet.name, "has no columns of the return", ignored=True))
        return None, []
    columns = _names(head)
    twice = [name for name, times in Counter(filter(None, columns)).items() if times > 1]
    if missing or twice:
        load.refused.append(files.Refused(sheet.name, _bad_columns(table, missing, twice)))
        return None, []
    unknown = [name for name in columns if name and name not in table.names]
    if unknown:
        words = ", ".join(unknown)[:200]
        load.notes.append((sheet.name, f"columns that {table.name} does not have: {words}"))
    absent = [name for name in table.names if name not in columns]
    if absent:
        load.notes.append((sheet.name, f"columns not there, read as blank: {', '.join(absent)}"))
    return table, [
        _row(reader, table, sheet, columns, line)
        for line in lines
        if line.fault or line.values[:1] != head[:1] or _names(line.values) != columns
    ]


def _bad_columns(table: Table, missing: list[str], twice: list[str]) -> str:
    if twice:
        return f"looks like {table.name}, but has the column {', '.join(twice)} twice"
    return f"looks like {table.name}, but lacks the column {', '.join(missing)}"


def _names(values: Iterable[str]) -> tuple[str, ...]:
    names = (value.strip().strip("\ufeff").upper() for value in values)
    return tuple(ALIASES.get(name, name) for name in names)


def _find_names(lines: Iterator[files.Line]) -> tuple[list[str], Table | None, list[str]]:
    """The line that names the columns, perhaps below a title, and the table it is of."""
    near: tuple[list[str], Table | None, list[str]] = ([], None, [])
    for _, line in zip(range(LINES_BEFORE_NAMES), lines, strict=False):
        table, missing = recognise(_names(line.values))
        if table and not missing:
            return line.values, table, []
        if table and near[1] is None:
            near = (line.values, table, missing)
    return near


def recognise(names: Collection[str]) -> tuple[Table | None, list[str]]:
    """The table with these columns; one that lacks a few, with what is missing; or none."""
    given = set(names)
    whole = [table for table in TABLES.values() if table.required <= given]
    if whole:
        return max(whole, key=lambda table: len(given.intersection(table.names))), []
    near = max(TABLES.values(), key=lambda table: len(given.intersection(table.names) - SHARED))
    there = given & near.required
    if not there - SHARED or len(there) * 2 < len(near.required):
        return None, []
    return near, [name for name in near.names if name in near.required - given]


def _row(
    reader: RowReader, table: Table, sheet: files.Sheet, columns: tuple[str, ...], line: files.Line
) -> Row:
    values = line.values
    fault = Fault("", "", line.fault, fatal=True) if line.fault else None
    if fault is None:
        fault = _width(columns, values, sheet.ragged)
    if len(values) < len(columns):
        values = values + [""] * (len(columns) - len(values))
    cells, other, doubts = reader.cells(table, columns, values)
    return Row(table, sheet.name, line.number, columns, values, cells, fault or other, doubts)


def _width(columns: tuple[str, ...], values: list[str], ragged: bool) -> Fault | None:
    """A row with a value too few or too many has slipped: its values stand under wrong names."""
    short = len(values) < len(columns) and not ragged
    if not short and not any(map(str.strip, values[len(columns) :])):
        return None
    reason = f"has {len(values)} values where there are {len(columns)} columns"
    return Fault("", "", reason, fatal=True)


def settle_years(load: Load, *, year: int | None, on: date, known: Collection[str] = ()) -> None:
    """Give each return its year: the one given, else that of its latest believable DECOM.

    Rows that are refused and days after `on` are not believed. Files in which no day can be
    believed (a header alone) belong to the one return that there is beside them.
    """
    born = _births(load)
    found = {part.group: _year_of(part, on, born, set(known)) for part in load.parts}
    told = {each for each in found.values() if each}
    if year is not None:
        if len(told) > 1:
            words = ", ".join(map(years.label, sorted(told)))
            raise CannotImport(f"These are several returns ({words}): a year is for one.")
        told, found = {year}, dict.fromkeys(found, year)
    for part in load.parts:
        part.year = found[part.group] or (min(told) if len(told) == 1 else 0)
        if not part.year:
            raise CannotImport(
                f"The year of {', '.join(part.files[:3])} cannot be told from the files: give it."
            )
        for row in part.rows:
            row.year = part.year


def _births(load: Load) -> dict[str, date]:
    return {
        row.child: row.cells[DOB_] for row in load.rows if row.table is HEADER and not row.fault
    }


def _year_of(part: Part, on: date, born: dict[str, date], known: set[str]) -> int:
    episodes = [row for row in part.rows if row.table is EPISODES and not row.fault]
    believable = [
        row.cells[DECOM]
        for row in episodes
        if row.cells[DECOM] <= on and (row.child in known or row.child in born)
        if row.child not in born or born[row.child] <= row.cells[DECOM]
    ]
    if not believable and not born:
        believable = [row.cells[DECOM] for row in episodes if row.cells[DECOM] <= on]
    return years.year_of(max(believable)) if believable else 0
