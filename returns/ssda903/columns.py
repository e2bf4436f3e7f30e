"""What a table of the return is: its columns, how a cell is read, and what makes a row unreadable.

A cell is read once, at the door; everything after it sees dates, codes and clean text. A fault that
stops a row from being held as dated facts is fatal; any other leaves the cell blank and is listed.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from casetrack.models.codes import CodeList

Cells = tuple[Any, ...]

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_PARTIAL = re.compile(r"(\d\d|ZZ)/(\d\d|ZZ)/(\d{4}|ZZ|ZZZZ)")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a row: the column, what stood there, and why, in words for its owner.

    `rule` is the number of the Department for Education's check, where it has one.
    """

    column: str
    value: str
    reason: str
    rule: str = ""
    fatal: bool = False


class UnreadableCell(ValueError):
    """A cell that its column cannot hold; the message says why."""


def day(text: str) -> date:
    """dd/mm/yyyy, the one form the return has."""
    found = _DATE.fullmatch(text)
    if not found:
        raise UnreadableCell("is not a date (dd/mm/yyyy)")
    number, month, year = map(int, found.groups())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise UnreadableCell("is not a date of these times")
    try:
        return date(year, month, number)
    except ValueError:
        raise UnreadableCell("is not a date in the calendar") from None


def partial_day(text: str) -> str:
    """A date with `zz` for what nobody knows any more (DATE_PERM alone)."""
    found = _PARTIAL.fullmatch(text.upper())
    if not found:
        raise UnreadableCell("is not a date (dd/mm/yyyy, zz for what is not known)")
    if "ZZ" not in text.upper():
        day(text)
    return text.lower()


def postcode(text: str) -> str:
    """Upper case with the one space where it belongs, so that equal places are equal text."""
    bare = "".join(text.upper().split())
    if not bare.isascii() or not bare.isalnum() or len(bare) > 7:
        raise UnreadableCell("is not a postcode")
    return f"{bare[:-3]} {bare[-3:]}" if len(bare) > 4 else bare


def whole_number(text: str) -> int:
    """Spreadsheets write 1 as 1.0; both are the number one."""
    try:
        return int(text.removesuffix(".0"))
    except ValueError:
        raise UnreadableCell("is not a whole number") from None


def mark(length: int) -> Callable[[str], str]:
    """Upper-case letters and digits, such as a reference or an Ofsted number."""

    def read(text: str) -> str:
        if text.startswith("="):
            raise UnreadableCell("is a formula, not a value")
        value = text.upper()
        if len(value) > length:
            raise UnreadableCell(f"is longer than {length} characters")
        return value

    return read


def code(codes: CodeList) -> Callable[[str], str]:
    """A code of the list, in use in some year; spreadsheets write the code 1 as 1.0."""

    def read(text: str) -> str:
        value = text.upper()
        if value not in codes:
            value = value.removesuffix(".0")
        if value not in codes:
            raise UnreadableCell("is not a code of any year")
        return value

    return read


def one_of(*values: str) -> Callable[[str], str]:
    """A code that no screen shows, so that it has no words."""

    def read(text: str) -> str:
        value = text.upper().removesuffix(".0")
        if value not in values:
            raise UnreadableCell("is not a code of any year")
        return value

    return read


@dataclass(frozen=True)
class Column:
    """One column: how its cells are read, and whether the row stands or falls with it.

    `in_file` says that a file without the column is not this table. `needed` says that a row
    without a readable value here is refused; `fatal`, that an unreadable one is, though a blank is
    not.
    """

    name: str
    read: Callable[[str], Any]
    in_file: bool = False
    needed: bool = False
    fatal: bool = False
    rule: str = ""
    codes: CodeList | None = None

    def fault(self, value: str, reason: str) -> Fault:
        return Fault(self.name, value, reason, self.rule, self.needed or self.fatal)


def coded(name: str, codes: CodeList, **marks: Any) -> Column:
    return Column(name, code(codes), codes=codes, **marks)


CHILD = Column("CHILD", mark(20), in_file=True, needed=True)
DOB = Column("DOB", day)

Doubts = Callable[[Cells, int], Iterable[Fault]]


def no_doubts(cells: Cells, year: int) -> Iterable[Fault]:
    return ()


@dataclass(frozen=True)
class Table:
    """One table of the return.

    `key` names the columns that say which happening a row is about: of two rows with one key in a
    return the last line wins, and where `across` is true the newest return wins as well (the
    others are statements about their own year, kept as they are). `facts` says what is made of
    the rows; without any they are kept word for word and no more. `ends` names the columns of a
    start and an end; `may_be_empty` lets them be one day. `doubts` finds what is doubtful in a
    row that can be read.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    across: bool = False
    facts: tuple[str, ...] = ()
    first: int = 2017
    ends: tuple[str, str] | None = None
    may_be_empty: bool = False
    doubts: Doubts = no_doubts

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @cached_property
    def required(self) -> frozenset[str]:
        return frozenset(column.name for column in self.columns if column.in_file)

    def place(self, name: str) -> int:
        return self.names.index(name)

    @cached_property
    def key_places(self) -> tuple[int, ...]:
        return tuple(self.place(name) for name in self.key)

    @cached_property
    def _coded_by_year(self) -> list[tuple[int, Column]]:
        return [
            (place, column)
            for place, column in enumerate(self.columns)
            if column.codes
            and any(not c.in_use(y) for c in column.codes.values() for y in (0, 9999))
        ]

    def refusal(self, cells: Cells) -> Fault | None:
        """Why the row cannot be held although each of its cells can be read."""
        if self.ends is None:
            return None
        first, last = self.ends
        start, end = cells[self.place(first)], cells[self.place(last)]
        if start is None or end is None or start < end or (self.may_be_empty and start == end):
            return None
        return Fault(
            last,
            f"{end:%d/%m/%Y}",
            f"ends {'before' if self.may_be_empty else 'on or before'} it starts ({first})",
            fatal=True,
        )

    def all_doubts(self, cells: Cells, year: int) -> Iterable[Fault]:
        """Codes that the return of that year did not have, and what the table itself doubts."""
        for place, column in self._coded_by_year:
            value = cells[place]
            if value and column.codes is not None and not column.codes[value].in_use(year):
                yield Fault(
                    column.name, value, "is a code of other years than this one", column.rule
                )
        yield from self.doubts(cells, year)
