"""The kept report of an import, put for reading: counts, what was refused, repaired and doubted.

Thousands of entries come down to a few groups, each with its rule, its number and the first places
to look at; all of them can be downloaded.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from returns.models import State, Upload
from returns.models.runs import ImportRun
from returns.ssda903 import years
from returns.ssda903.report import FATES, HELD_BACK, RULES
from returns.ssda903.tables import TABLES as ORDER

Entry = dict[str, Any]
SHOWN = 50
EXAMPLES = 5
VARIANTS = 12
ABSENT = "6"

# What each table is, for those who know it by another name than the return's.
TABLES = {
    "Header": "each child’s details",
    "Episodes": "care, legal status and homes",
    "Reviews": "statutory reviews",
    "UASC": "unaccompanied young people",
    "OC2": "health, substance misuse and convictions",
    "OC3": "young people after care",
    "AD1": "adoption",
    "PlacedAdoption": "placed for adoption",
    "PrevPerm": "earlier adoptions and special guardianship",
    "Missing": "times missing or away",
    "SWEpisodes": "social workers",
    "DoLo": "deprivation of liberty",
}
FATES_IN_WORDS = {
    "stored": "Kept as they are.",
    "unchanged": "Held already, word for word.",
    "superseded": "Kept, but another row stands in their place.",
    "repaired": "Kept, with the end that a rule below gives them.",
    "refused": "Not kept: they cannot be held as dated facts.",
    HELD_BACK: "Not looked at: the child’s record was sealed after an adoption.",
}
TOTALS = (
    ("children", "child", "children"),
    ("care_periods", "period of care", "periods of care"),
    ("placements", "stay in a home", "stays in homes"),
    ("legal_statuses", "legal status", "legal statuses"),
)


def counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def place(entry: Entry) -> str:
    """The file and line that an entry is about, or as much of it as there is."""
    if entry["line"]:
        return f"{entry['file']}, line {entry['line']}"
    return entry["file"] or ""


@dataclass(frozen=True)
class Group:
    """Entries of one rule: its code if it has one, and what it says in most of them."""

    rule: str
    table: str
    column: str
    reason: str
    count: int
    variants: list[tuple[str, int]]
    examples: list[Entry]
    entries: list[Entry]

    @property
    def places(self) -> str:
        return "; ".join(filter(None, map(place, self.examples)))


@dataclass(frozen=True)
class TableCount:
    name: str
    about: str
    numbers: list[tuple[str, int]]


class ReportPage:
    """One run's report as the page shows it."""

    def __init__(self, run: ImportRun, upload: Upload | None) -> None:
        self.run, self.upload = run, upload
        self.report: dict[str, Any] = run.report or {}
        self.stored = run.state == State.STORED

    @property
    def at(self) -> datetime:
        """When this step was asked for."""
        return (self.upload and self.upload.asked_at) or self.run.at

    # The finding

    @property
    def heading(self) -> str:
        loaded = counted(len(self.returns), "return")
        verb = "imported" if self.stored else "read"
        found = [f"{loaded} {verb}", f"{counted(self.refused_rows, 'row')} refused"]
        if self.refused_files:
            found.append(f"{counted(len(self.refused_files), 'file')} not read")
        return ", ".join(found)

    @property
    def returns(self) -> list[Entry]:
        found = [
            one | {"known_to": date.fromisoformat(one["cut_off_on"])}
            for one in self.report.get("returns", [])
        ]
        return sorted(found, key=lambda one: one["year"])

    @property
    def refused_rows(self) -> int:
        return sum(table["refused"] for table in self._tables.values())

    @property
    def nothing_new(self) -> bool:
        """Rows that an earlier load had and these files lack may change the record all the same."""
        fates = ("stored", "superseded", "repaired")
        return not any(table[fate] for table in self._tables.values() for fate in fates)

    @property
    def record_in_words(self) -> str:
        """What the record holds after it, or would hold."""
        found = [counted(self.report.get(key, 0), one, many) for key, one, many in TOTALS]
        return f"{', '.join(found[:-1])} and {found[-1]}"

    @property
    def closed_share(self) -> int:
        """Children who would be closed, in a hundred of those in care."""
        if self.upload is None or not self.upload.in_care:
            return 0
        return round(100 * self.upload.closed / self.upload.in_care)

    # Counts

    @property
    def _tables(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = self.report.get("tables", {})
        return found

    @property
    def tables(self) -> list[TableCount]:
        return [
            TableCount(name, TABLES.get(name, ""), self._numbers(table))
            for name in ORDER
            if (table := self._tables.get(name))
        ]

    @property
    def all_tables(self) -> list[tuple[str, int]]:
        total: Counter[str] = Counter()
        for table in self._tables.values():
            total.update(table)
        return self._numbers(total)

    @property
    def fates(self) -> list[tuple[str, str]]:
        """What each column of the counts means."""
        return [(fate, FATES_IN_WORDS[fate]) for fate in self._fates]

    @property
    def _fates(self) -> tuple[str, ...]:
        held_back = any(table.get(HELD_BACK) for table in self._tables.values())
        return (*FATES, HELD_BACK) if held_back else FATES

    def _numbers(self, table: dict[str, int]) -> list[tuple[str, int]]:
        return [(name, table.get(name, 0)) for name in ("read", *self._fates)]

    # Entries

    @property
    def refused(self) -> list[Entry]:
        """Refused rows, the first of them."""
        return [self._with_year(one) for one in self._refused() if one["line"]][:SHOWN]

    @property
    def refused_files(self) -> list[Entry]:
        return [one for one in self._refused() if not one["line"]]

    def _refused(self) -> list[Entry]:
        found: list[Entry] = self.report.get("refused", [])
        return found

    @staticmethod
    def _with_year(entry: Entry) -> Entry:
        return entry | {"label": years.label(entry["return"]) if entry["return"] else ""}

    @property
    def repaired(self) -> list[Group]:
        """By the rule that had the last word on a row."""
        return list(_grouped(self.report.get("repaired", []), _repairing_rule))

    @property
    def warnings(self) -> list[Group]:
        return list(_grouped(self._warnings(), _doubting_rule))

    @property
    def warning_count(self) -> int:
        return sum(1 for _ in self._warnings())

    def _warnings(self) -> Iterator[Entry]:
        """But for differences and closures, which have places of their own."""
        for one in self.report.get("warnings", []):
            if "recorded" not in one and one["rule"] != ABSENT:
                yield one

    @property
    def differences(self) -> list[Entry]:
        return [one for one in self.report.get("warnings", []) if "recorded" in one]

    @property
    def first_differences(self) -> list[Entry]:
        return self.differences[:SHOWN]

    @property
    def references(self) -> set[str]:
        """The children's references that the page shows."""
        shown = [*self.refused, *self.first_differences]
        shown += [one for group in self.repaired for one in group.examples]
        return {one["child"] for one in shown if one["child"]}


def _repairing_rule(entry: Entry) -> tuple[str, str, str, str]:
    last = entry["rule"].split(",")[-1]
    return last, "", "", RULES.get(last) or entry["reason"]


def _doubting_rule(entry: Entry) -> tuple[str, str, str, str]:
    """One rule may be worded differently from row to row; it is one group all the same."""
    if entry["rule"]:
        return entry["rule"], entry["table"], entry["column"], ""
    return "", entry["table"], entry["column"], entry["reason"]


def _grouped(entries: Iterable[Entry], key: Any) -> Iterator[Group]:
    groups: dict[tuple[str, str, str, str], list[Entry]] = {}
    for one in entries:
        groups.setdefault(key(one), []).append(one)
    for (rule, table, column, reason), found in sorted(groups.items(), key=lambda g: -len(g[1])):
        variants = Counter(one["reason"] for one in found).most_common(VARIANTS)
        yield Group(
            rule,
            table,
            column,
            reason or variants[0][0],
            len(found),
            variants if len(variants) > 1 and not reason else [],
            found[:EXAMPLES],
            found,
        )
