"""A pathway's list as a file: every stage has a column with its day."""

from collections.abc import Callable, Iterable
from typing import Any

from oversight.export import Cell
from oversight.pathways.page import PathwayRow
from oversight.pathways.pathway import Pathway
from oversight.pathways.progress import Standing
from oversight.waits import Wait

Columns = list[tuple[str, Callable[[PathwayRow], Cell]]]


def columns(pathway: Pathway) -> Columns:
    """In the order of the page."""
    own: Columns = [
        ("Reference", lambda row: row.reference),
        ("Name", lambda row: row.name),
        ("Council", lambda row: row.facts["authority__name"]),
        ("Age", lambda row: row.age),
        ("In care since", lambda row: row.facts["care_since"]),
        (pathway.top.title, lambda row: "yes" if row.on_top else ""),
    ]
    own += [(column.title, _said(place)) for place, column in enumerate(pathway.columns)]
    own += [(stage.title, _stage(place)) for place, stage in enumerate(pathway.stages)]
    return [
        *own,
        ("Clock", _of_wait(lambda wait: wait.title)),
        ("State", _of_wait(lambda wait: wait.tag)),
        ("Due", _of_wait(lambda wait: wait.row.due_on if wait.limited else None)),
        ("Next step", lambda row: row.next.title if row.next else None),
        ("Planned for", lambda row: row.next.due_on if row.next else None),
        ("Who sees to it", lambda row: row.next.owner if row.next else None),
        ("Worker", lambda row: row.worker),
    ]


def lines(pathway: Pathway, rows: Iterable[PathwayRow]) -> list[list[Cell]]:
    cells = columns(pathway)
    return [[cell(row) for _, cell in cells] for row in rows]


def _said(place: int) -> Callable[[PathwayRow], Cell]:
    return lambda row: row.cells[place][1].text


def _stage(place: int) -> Callable[[PathwayRow], Cell]:
    def day_or_words(row: PathwayRow) -> Any:
        at = row.places[place]
        return at.on if at.standing is Standing.DONE else at.words

    return day_or_words


def _of_wait(said: Callable[[Wait], Cell]) -> Callable[[PathwayRow], Cell]:
    return lambda row: said(row.wait) if row.wait else None
