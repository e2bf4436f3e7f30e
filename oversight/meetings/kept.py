"""What is kept of locked minutes, as JSON: all that is shown of them, as it stood then."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from casetrack import words
from oversight.meetings.pack import Sheet, Table
from permanence.models import MinuteNote

NOTES = "Notes since the minutes were locked"


@dataclass(frozen=True)
class Head:
    """What is said of the meeting as a whole; it names no child."""

    title: str
    held_on: str
    cover: list[tuple[str, str]]
    attendance: Table


def as_kept(part: Any) -> Any:
    """A head, a page or a table as it is kept, and shown ever after."""
    if isinstance(part, Table):
        names = ("title", "head", "widths", "rows", "nothing", "note")
        return {name: getattr(part, name) for name in names}
    if isinstance(part, Head):
        own = {"title": part.title, "held_on": part.held_on, "cover": part.cover}
        return own | {"attendance": as_kept(part.attendance)}
    names = ("title", "said", "said_how", "why", "facts", "minutes")
    return {name: getattr(part, name) for name in names} | {"tables": [*map(as_kept, part.tables)]}


def as_text(sheet: Sheet) -> str:
    """A child's page as it is kept."""
    return json.dumps(as_kept(sheet), ensure_ascii=False, sort_keys=True)


def as_sheet(kept: str) -> Sheet:
    said = json.loads(kept)
    return Sheet(
        **said | {"facts": _pairs(said["facts"]), "tables": [*map(_table, said["tables"])]}
    )


def as_head(said: Mapping[str, Any]) -> Head:
    attendance = _table(said["attendance"])
    return Head(said["title"], said["held_on"], _pairs(said["cover"]), attendance)


def _table(said: Mapping[str, Any]) -> Table:
    rows = [tuple(row) for row in said["rows"]]
    parts = {"head": tuple(said["head"]), "widths": tuple(said["widths"]), "rows": rows}
    return Table(**{**said, **parts})


def _pairs(said: Iterable[Iterable[str]]) -> list[tuple[str, str]]:
    return [(name, told) for name, told in said]


def with_notes(sheet: Sheet, notes: Iterable[MinuteNote] | None) -> Sheet:
    """The page with what was noted of it since, which is no part of it."""
    rows = [(_noted_on(note), str(note.noted_by), note.text) for note in notes or ()]
    if not rows:
        return sheet
    table = Table(NOTES, ("Day", "Who", "Note"), (1.2, 1.4, 4), rows, "")
    return replace(sheet, tables=[*sheet.tables, table])


def note_words(note: MinuteNote) -> str:
    """Note of 3 June 2026, by Farida Rahman: ..."""
    return f"Note of {_noted_on(note)}, by {note.noted_by}: {words.sentence(note.text)}"


def _noted_on(note: MinuteNote) -> str:
    return words.long_day(note.noted_at.astimezone(timezone.get_default_timezone()).date())
