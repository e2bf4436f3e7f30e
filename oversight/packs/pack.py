"""A pack for people who see totals only: said once, for the page, the PDF and the workbook.

Everything in it is words and drawings already, with small numbers hidden before it is made, so that
it can be kept as it was published and shown again in any form without being counted anew.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from json import dumps
from typing import Any


@dataclass(frozen=True)
class Grid:
    """A table: the first cell of each row is its heading. `widths` are shares of the line."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    note: str = ""

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> "Grid":
        return cls(
            said["title"],
            tuple(said["head"]),
            tuple(tuple(row) for row in said["rows"]),
            tuple(said["widths"]),
            said["note"],
        )


@dataclass(frozen=True)
class Picture:
    """A chart: its finding, what is drawn in words, the drawing as SVG in two widths, its table."""

    title: str
    description: str
    wide: str
    narrow: str
    table: Grid
    notes: tuple[str, ...] = ()

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> "Picture":
        rest = {name: said[name] for name in ("title", "description", "wide", "narrow")}
        return cls(**rest, table=Grid.read(said["table"]), notes=tuple(said["notes"]))


@dataclass(frozen=True)
class Sheet:
    """One measure or one part: its `finding` in a sentence, then what it rests on."""

    title: str
    question: str
    finding: str
    facts: tuple[tuple[str, str], ...] = ()
    said: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    grids: tuple[Grid, ...] = ()

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> "Sheet":
        return cls(
            said["title"],
            said["question"],
            said["finding"],
            tuple((name, value) for name, value in said["facts"]),
            tuple(said["said"]),
            tuple(Picture.read(each) for each in said["pictures"]),
            tuple(Grid.read(each) for each in said["grids"]),
        )


@dataclass(frozen=True)
class Pack:
    """The whole. `hidden` says what was hidden and why; `methods` how each figure is counted."""

    title: str
    authority: str
    as_at: str
    marked: str
    finding: str
    summary: Grid
    sheets: tuple[Sheet, ...]
    methods: tuple[Sheet, ...]
    hidden: tuple[str, ...]
    notes: list[str] = field(default_factory=list)

    @property
    def body(self) -> dict[str, Any]:
        """As it is kept; `read` makes the same pack of it."""
        kept: dict[str, Any] = asdict(self)
        return kept

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "Pack":
        plain = ("title", "authority", "as_at", "marked", "finding")
        return cls(
            **{name: body[name] for name in plain},
            summary=Grid.read(body["summary"]),
            sheets=tuple(Sheet.read(each) for each in body["sheets"]),
            methods=tuple(Sheet.read(each) for each in body["methods"]),
            hidden=tuple(body["hidden"]),
            notes=list(body["notes"]),
        )

    @property
    def checksum(self) -> str:
        """Twelve digits that change with anything said: printed on every form of the pack."""
        text = dumps(self.body, sort_keys=True, default=list)
        return sha256(text.encode()).hexdigest()[:12]
