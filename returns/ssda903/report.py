"""The report of an import: each row counted once, and everything that was changed or doubted.

It is shown to the data officer who loaded the files, so it may name a child's reference; nothing
of it goes into a log or an exception.
"""

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from returns.ssda903 import years
from returns.ssda903.columns import Fault
from returns.ssda903.read import Row
from returns.ssda903.tables import TABLES

HELD_BACK = "held back"
"""The fate of rows whose child's record is sealed; counted only where there are any."""
FATES = ("stored", "unchanged", "superseded", "repaired", "refused")
RULES = {
    "1": "twice in one return: the last line stands",
    "2": "a newer return has the child's episodes, but not this one",
    "3": "was left open: ended where the next one starts",
    "4": "ran into the next one: cut there, the days kept",
    "5": "left a gap that nobody explains: runs on to the next one",
    "6": "was left open and is in no newer return: ended on 1 April, reason not known",
}
LISTS = ("refused", "repaired", "warnings")
"""What a report says of single rows."""
EXAMPLES = 3
# What a spreadsheet would take for a formula when the file is opened.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Entry = dict[str, Any]


def entry(row: Row | None, fault: Fault, **more: Any) -> Entry:
    """One thing said of one row (or of a file), in the same form throughout the report."""
    return {
        "rule": fault.rule,
        "return": row.year if row else None,
        "table": row.table.name if row else "",
        "file": row.file if row else "",
        "line": row.line if row else None,
        "child": row.child if row else "",
        "column": fault.column,
        "value": fault.value,
        "reason": fault.reason,
        **more,
    }


@dataclass
class Report:
    """What an import did, or on a trial would do. `as_json()` is what is kept and shown."""

    dry_run: bool = False
    returns: list[Entry] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    repaired: list[Entry] = field(default_factory=list)
    refused: list[Entry] = field(default_factory=list)
    warnings: list[Entry] = field(default_factory=list)
    refused_rows: list[tuple[Entry, Row]] = field(default_factory=list)
    closed: int = 0  # children closed because the newest return no longer has them
    open_before: int = 0
    needs_accepting: bool = False
    run_id: int | None = None

    def count(self, row: Row, fate: str) -> None:
        self.counts.setdefault(row.table.name, Counter())[fate] += 1

    def refuse(self, row: Row, fault: Fault) -> None:
        said = entry(row, fault)
        self.refused.append(said)
        self.refused_rows.append((said, row))

    def as_json(self) -> dict[str, Any]:
        return {
            "returns": self.returns,
            "tables": {name: self._counted(name) for name in TABLES if name in self.counts},
            **{name: self.totals.get(name, 0) for name in TOTALS},
            "repaired": self.repaired,
            "refused": self.refused,
            "warnings": self.warnings,
        }

    def _counted(self, table: str) -> dict[str, int]:
        counts = self.counts[table]
        held_back = {HELD_BACK: counts[HELD_BACK]} if counts[HELD_BACK] else {}
        return {"read": counts.total(), **{fate: counts[fate] for fate in FATES}, **held_back}

    @property
    def changes_nothing(self) -> bool:
        return not any(
            counts[fate]
            for counts in self.counts.values()
            for fate in ("stored", "superseded", "repaired")
        )

    def refused_csv(self) -> str:
        """The refused rows with the reason before each, to be put right where they came from."""
        out = io.StringIO()
        writer = csv.writer(out)
        widest = max((len(row.values) for _, row in self.refused_rows), default=0)
        names = [f"Value {number}" for number in range(1, widest + 1)]
        writer.writerow(["Return", "Table", "File", "Line", "Column", "Reason", *names])
        for said, row in self.refused_rows:
            place = [years.label(row.year), row.table.name, row.file, row.line]
            writer.writerow(map(harmless, [*place, said["column"], said["reason"], *row.values]))
        return out.getvalue()

    def lines(self) -> Iterator[str]:
        """The report for a terminal."""
        for one in self.returns:
            yield f"{one['label']}: {one['rows']} rows from {len(one['files'])} files"
        yield from self._table()
        yield ", ".join(f"{self.totals.get(name, 0)} {words}" for name, words in TOTALS.items())
        yield from _grouped("Repaired", self.repaired)
        yield from _grouped("Refused", self.refused)
        yield from _grouped("Warnings", self.warnings)

    def _table(self) -> Iterator[str]:
        heads = ("read", *FATES)
        yield "".join([f"{'':16}", *(f"{head:>12}" for head in heads)])
        for name in filter(self.counts.__contains__, TABLES):
            counted = self._counted(name)
            yield "".join([f"{name:16}", *(f"{counted[head]:>12}" for head in heads)])


TOTALS = {
    "children": "children",
    "care_periods": "periods of care",
    "placements": "placements",
    "legal_statuses": "legal statuses",
}


def rows_without(text: str, references: Collection[str]) -> str:
    """Refused rows, but for those in which one of the children's references stands."""
    kept = io.StringIO()
    csv.writer(kept).writerows(
        row
        for row in csv.reader(io.StringIO(text))
        if not any(cell.strip().upper() in references for cell in row)
    )
    return kept.getvalue()


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else value


def _grouped(title: str, entries: Iterable[Entry]) -> Iterator[str]:
    """Entries by rule and reason with their number and the first few; values are left out."""
    groups: dict[tuple[str, str, str], list[Entry]] = {}
    for one in entries:
        key = one["rule"], one["column"], one["reason"]
        groups.setdefault(key, []).append(one)
    if groups:
        yield f"{title}:"
    for (rule, column, reason), found in sorted(groups.items(), key=lambda g: -len(g[1])):
        words = " ".join(filter(None, [f"[{rule}]" if rule else "", column, reason]))
        places = "; ".join(_place(one) for one in found[:EXAMPLES])
        yield f"  {len(found)} × {words} ({places}{'; …' if len(found) > EXAMPLES else ''})"


def _place(one: Entry) -> str:
    return f"{one['file']} line {one['line']}" if one["line"] else one["file"] or one["child"]
