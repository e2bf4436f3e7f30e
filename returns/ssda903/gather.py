"""Bring together all that is known of the children whom an import concerns, and settle it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from returns.ssda903 import children, derive, keep
from returns.ssda903.derive import ChildRows
from returns.ssda903.read import Row, RowReader


@dataclass
class Gathered:
    """The children concerned, with all their rows, and what their headers change on record."""

    authority: int
    told: dict[str, ChildRows] = field(default_factory=dict)
    on_record: dict[str, children.Held] = field(default_factory=dict)
    said: dict[str, children.Told] = field(default_factory=dict)
    changed: dict[str, children.Told] = field(default_factory=dict)
    disagreements: list[children.Disagreement] = field(default_factory=list)
    newest: int = 0

    @property
    def new(self) -> dict[str, children.Told]:
        """Children who are in a header and not on record."""
        return {key: told for key, told in self.said.items() if key not in self.on_record}

    @property
    def ids(self) -> dict[str, int]:
        return {key: child.id for key, child in self.on_record.items()}


def gather(
    authority: int,
    read: Iterable[Row],
    tables_read: Collection[tuple[int, str]],
    gone: Iterable[str],
    newest_before: int,
) -> Gathered:
    """All rows of the children who are in `read`, or were in rows now `gone`, settled.

    `tables_read` are the tables read, by year.

    Where the newest return is another than before, all children are concerned: those who are not
    in it are in care no more.
    """
    found = Gathered(authority, derive.by_child(read))
    for reference in filter(None, gone):
        found.told.setdefault(reference, ChildRows(reference))
    _add_held(found, tables_read)
    found.newest = max(keep.newest_with_episodes(authority), derive.newest_in(found.told.values()))
    if found.newest != newest_before:
        _add_held(found, tables_read, but_not=set(found.told))
    for child in found.told.values():
        derive.settle(child, found.newest)
    return found


def _add_held(
    found: Gathered,
    tables_read: Collection[tuple[int, str]],
    but_not: Collection[str] | None = None,
) -> None:
    """Add the rows held of the children told of; or, with `but_not`, all other children."""
    wanted = list(found.told) if but_not is None else None
    added = derive.by_child(
        keep.held_rows(found.authority, wanted, but_not or (), tables_read, RowReader())
    )
    for reference, child in added.items():
        found.told.setdefault(reference, ChildRows(reference)).rows += child.rows
    _know(found, added if but_not is not None else found.told)


def _know(found: Gathered, fresh: dict[str, ChildRows]) -> None:
    """Who these children are, by their headers and the record; then refuse the impossible."""
    on_record = children.held(found.authority, list(fresh))
    said = {key: children.told(heads) for key, child in fresh.items() if (heads := child.headers)}
    changed, disagreements = children.reconcile(said, on_record)
    found.on_record |= on_record
    found.said |= said
    found.changed |= changed
    found.disagreements += disagreements
    made_by_imports = children.last_imported(
        [child.id for key, child in on_record.items() if key not in said]
    )
    for key, child in fresh.items():
        held = on_record.get(key)
        values = changed.get(key) or (held.values if held else said.get(key))
        child.born_on = values[3] if values else None
        by_a_person = held is not None and held.id not in made_by_imports
        derive.refuse_impossible(child, known=key in said or by_a_person)
