"""Find the sheets in what was handed over: folders, zips, workbooks and CSV files.

A file is trusted only when it could be read to its end: one that is cut short, damaged or
boundless is refused whole, with a sentence that says so, and none of its rows are kept.
"""

import csv
import io
import re
import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

import openpyxl

MAX_LINE = 20_000  # characters; a row of a return has about 150
MAX_FILE = 400 * 1024 * 1024  # bytes, unpacked
MAX_ALL = 2 * 1024 * 1024 * 1024
MAX_FILES = 2_000
MAX_COLUMNS = 200
MAX_BLANK_LINES = 2_000  # at the end of a sheet that spreadsheets pad
BLOCK = 1024 * 1024

_YEAR_FIRST = re.compile(r"(?:19|20)\d\d(?!\d)")


class Unreadable(Exception):
    """A file that cannot be read whole; the message is for the person who handed it over."""


@dataclass(slots=True)
class Line:
    """A line of a sheet: its number, its values, and why it could not be taken apart, if so."""

    number: int
    values: list[str]
    fault: str = ""


@dataclass
class Sheet:
    """One table of one file; `group` tells which files belong to one return.

    `lines` can be walked once, and raises `Unreadable` where the file turns out damaged.
    """

    name: str
    group: tuple[str, str]
    lines: Iterator[Line]
    note: str = ""
    ragged: bool = False  # a workbook leaves out the blank cells at the end of a row


@dataclass
class Refused:
    """A file that was handed over and not read, and why. `ignored` is one nobody would miss."""

    name: str
    reason: str
    ignored: bool = False


Found = Sheet | Refused


@dataclass
class _Source:
    """A file wherever it is, in a folder or in a zip: its name as shown, and how to open it."""

    shown: str
    folder: str
    path: Path

    @property
    def group(self) -> tuple[str, str]:
        year = _YEAR_FIRST.match(PurePosixPath(self.shown).name)
        return self.folder, year.group() if year else ""


def find(paths: Iterable[Path]) -> Iterator[list[Found]]:
    """For each file handed over, its sheets; all of one file's rows stand or fall together."""
    budget = _Budget()
    for path in paths:
        if not path.exists():
            yield [Refused(path.name, "is not there")]
            continue
        for source in _walk(path):
            yield from _open(source, budget)


def _walk(path: Path) -> Iterator[_Source]:
    if path.is_file():
        yield _Source(_storable(path.name), str(path.resolve().parent), path)
        return
    for inner in sorted(path.rglob("*")):
        if inner.is_file() and not _is_clutter(inner.relative_to(path).parts):
            yield _Source(
                _storable(str(inner.relative_to(path))), str(inner.resolve().parent), inner
            )


def _is_clutter(parts: Iterable[str]) -> bool:
    """What computers leave in folders: .DS_Store, __MACOSX, ~$return.xlsx."""
    return any(part.startswith((".", "__MACOSX", "~$")) for part in parts)


class _Budget:
    """A small zip may unpack to more than a machine holds: what is unpacked is counted."""

    def __init__(self) -> None:
        self.left = MAX_ALL
        self.files = MAX_FILES

    def spend(self, count: int, name: str) -> None:
        self.left -= count
        if self.left < 0:
            raise Unreadable(f"{name} unpacks to more than {MAX_ALL >> 30} GB together")

    def one_more(self) -> None:
        self.files -= 1
        if self.files < 0:
            raise Unreadable(f"there are more than {MAX_FILES} files")


def _open(source: _Source, budget: _Budget) -> Iterator[list[Found]]:
    suffix = source.path.suffix.lower()
    try:
        if suffix == ".zip":
            yield from _in_zip(source, budget)
        elif suffix in (".xlsx", ".xlsm"):
            yield list(_in_workbook(source, budget))
        elif suffix in (".csv", ".txt"):
            yield [_in_csv(source)]
        else:
            yield [_other(source, suffix)]
    except Unreadable as why:
        yield [Refused(source.shown, str(why))]
    except OSError:
        yield [Refused(source.shown, "cannot be opened")]


def _other(source: _Source, suffix: str) -> Refused:
    if suffix in (".xls", ".xlsb", ".ods", ".xml"):
        return Refused(source.shown, f"is a {suffix} file; save it as .xlsx or .csv")
    return Refused(source.shown, "is not a table of the return", ignored=True)


# Zips


def _in_zip(source: _Source, budget: _Budget) -> Iterator[list[Found]]:
    with _zip(source.path) as archive, tempfile.TemporaryDirectory() as unpacked:
        members = [
            info
            for info in sorted(archive.infolist(), key=lambda info: info.filename)
            if not info.is_dir() and not _is_clutter(PurePosixPath(info.filename).parts)
        ]
        inner = []
        for number, member in enumerate(members):
            budget.one_more()
            target = Path(unpacked) / f"{number}{Path(member.filename).suffix.lower()}"
            _unpack(archive, member, target, budget)
            name = PurePosixPath(member.filename)
            folder = f"{source.path.resolve()}/{name.parent}"
            inner.append(_Source(f"{source.shown}/{name}", folder, target))
        for one in inner:
            if one.path.suffix == ".zip":
                yield [Refused(one.shown, "is a zip within a zip; unpack it first")]
            else:
                yield from _open(one, budget)


@contextmanager
def _zip(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("is not a whole zip file; it may have been cut short") from None
    with archive:
        yield archive


def _unpack(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, budget: _Budget
) -> None:
    """Write one member out, to its end, so that its checksum has been compared."""
    size = 0
    try:
        with archive.open(member) as packed, target.open("wb") as out:
            while block := packed.read(BLOCK):
                size += len(block)
                budget.spend(len(block), member.filename)
                if size > MAX_FILE:
                    raise Unreadable(f"{member.filename} unpacks to more than {MAX_FILE >> 20} MB")
                out.write(block)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError):
        # RuntimeError: a password, or a way of packing that is not known.
        raise Unreadable(f"{member.filename} in it is damaged or protected") from None


# CSV


def _in_csv(source: _Source) -> Found:
    if source.path.stat().st_size > MAX_FILE:
        raise Unreadable(f"is larger than {MAX_FILE >> 20} MB")
    encoding = _encoding(source.path)
    note = "" if encoding != "cp1252" else "is not in UTF-8; it was read as Windows-1252"
    return Sheet(source.shown, source.group, _csv_lines(source.path, encoding), note)


def _encoding(path: Path) -> str:
    """UTF-8, or UTF-16 where it says so; what is neither comes from an old Windows program."""
    with path.open("rb") as raw:
        if raw.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            while stream.read(BLOCK):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _csv_lines(path: Path, encoding: str) -> Iterator[Line]:
    with path.open(encoding=encoding, errors="replace") as stream:
        split = _Splitter()
        for number, text in _bounded(stream):
            line = split.line(number, text)
            if line is not None:
                yield line
        yield from split.rest()


def _bounded(stream: IO[str]) -> Iterator[tuple[int, str | None]]:
    """Lines with their numbers; None for one too long to be a row, which is never held whole."""
    number = 0
    while text := stream.readline(MAX_LINE):
        number += 1
        if len(text) < MAX_LINE or text.endswith("\n"):
            yield number, text
            continue
        while (more := stream.readline(MAX_LINE)) and not more.endswith("\n"):
            pass
        yield number, None


class _Splitter:
    """Values of a CSV line; a value in quotes may run over a few lines, a lost quote may not."""

    LINES_TOGETHER = 20

    def __init__(self) -> None:
        self.delimiter = ""
        self.open: list[tuple[int, str]] = []

    def line(self, number: int, text: str | None) -> Line | None:
        if text is None:
            return Line(number, [], f"is longer than {MAX_LINE} characters")
        if "\x00" in text:
            return Line(number, self._take(text.replace("\x00", "�")), "holds a NUL byte")
        self.delimiter = self.delimiter or _delimiter(text)
        if '"' not in text and not self.open:
            return Line(number, text.rstrip("\r\n").split(self.delimiter))
        return self._quoted(number, text)

    def _quoted(self, number: int, text: str) -> Line | None:
        self.open.append((number, text))
        together = "".join(part for _, part in self.open)
        first = self.open[0][0]
        if together.count('"') % 2 == 0:
            self.open = []
            return Line(first, self._take(together))
        if len(self.open) >= self.LINES_TOGETHER or len(together) > MAX_LINE:
            self.open = []
            return Line(first, [], f"opens a quotation mark that is not closed by line {number}")
        return None

    def _take(self, text: str) -> list[str]:
        """One record, quotes and all."""
        return next(csv.reader(io.StringIO(text), delimiter=self.delimiter or ","), [])

    def rest(self) -> Iterator[Line]:
        if self.open:
            yield Line(self.open[0][0], [], "opens a quotation mark that is never closed")


def _delimiter(text: str) -> str:
    """Comma, unless the first line has none and has another."""
    return next((mark for mark in ",;\t|" if mark in text), ",")


# Workbooks


def _in_workbook(source: _Source, budget: _Budget) -> Iterator[Found]:
    with _workbook_faults(), zipfile.ZipFile(source.path) as archive:
        size = sum(info.file_size for info in archive.infolist())
    if size > MAX_FILE:
        raise Unreadable(f"unpacks to more than {MAX_FILE >> 20} MB")
    budget.spend(size, source.shown)
    with _workbook_faults():
        book = openpyxl.load_workbook(io.BytesIO(source.path.read_bytes()), read_only=True)
    for sheet in book.worksheets:
        name = f"{source.shown}, sheet {sheet.title}"
        yield Sheet(name, source.group, _workbook_lines(sheet), ragged=True)


@contextmanager
def _workbook_faults() -> Iterator[None]:
    """Damage shows in as many ways as a workbook has parts, so every exception means the same."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Unreadable:
        raise
    except Exception:
        raise Unreadable("is not a whole workbook; it may be damaged or protected") from None


def _workbook_lines(sheet: Any) -> Iterator[Line]:
    blank = 0
    with _workbook_faults():
        sheet.reset_dimensions()
        for number, row in enumerate(
            sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS), start=1
        ):
            values = [_text(value) for value in row]
            while values and not values[-1]:
                values.pop()
            blank = 0 if values else blank + 1
            if blank > MAX_BLANK_LINES:
                return
            yield _workbook_line(number, values)


def _workbook_line(number: int, values: list[str]) -> Line:
    if any(len(value) > MAX_LINE for value in values):
        return Line(number, [], f"has a value longer than {MAX_LINE} characters")
    if all(map(str.isprintable, values)):
        return Line(number, values)
    clean = [_storable(value) for value in values]
    fault = "" if clean == values else "holds a character that cannot be stored"
    return Line(number, clean, fault)


def _storable(text: str) -> str:
    """Without NUL and without halves of characters, which no database of text can hold."""
    return text.replace("\x00", "�").encode("utf-8", "replace").decode()


def _text(value: Any) -> str:
    """A cell as the CSV would have it: real dates as dd/mm/yyyy, 1.0 as 1."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (datetime, date)):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(getattr(value, "text", value))
