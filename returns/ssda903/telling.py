"""Fill the report from what an import found."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from returns.ssda903 import checks, derive, years
from returns.ssda903.columns import Fault
from returns.ssda903.derive import ChildRows
from returns.ssda903.gather import Gathered
from returns.ssda903.read import Load, Row
from returns.ssda903.reconcile import Difference
from returns.ssda903.report import HELD_BACK, RULES, Report, entry

CLOSURES_ALLOWED = 0.05


class _Return(Protocol):
    """A return as the record has it."""

    @property
    def cut_off_on(self) -> object: ...


def tell_closures(report: Report, found: Gathered, in_care: tuple[int, set[int]]) -> None:
    """How many children in care the newest return no longer has, of how many.

    `in_care` are those who were in care by earlier returns: how many are not concerned, and which
    are. Those whom an earlier run closed are not counted again.
    """
    elsewhere, before = in_care
    still = [
        child
        for child in found.told.values()
        if child.story.open_before_absence and not child.was_closed_by_absence
    ]
    vanished = sum(
        1
        for key, child in found.told.items()
        if not child.story.stretches and found.ids.get(key) in before
    )
    report.closed = vanished + sum(child.story.closed_by_absence for child in still)
    report.open_before = elsewhere + vanished + len(still)
    report.needs_accepting = report.closed > CLOSURES_ALLOWED * report.open_before
    if report.needs_accepting and report.dry_run:
        report.warnings.append(entry(None, Fault("", "", closures_in_words(report), "6")))


def closures_in_words(report: Report) -> str:
    share = 100 * report.closed / report.open_before
    return (
        f"{report.closed} of {report.open_before} children in care ({share:.0f}%) are not in the"
        " newest return and would be taken to have left. Check that it is whole; if it is, accept"
        " the closures."
    )


def tell_returns(report: Report, load: Load, returns: Mapping[int, _Return]) -> None:
    for year, one in returns.items():
        parts = [part for part in load.parts if part.year == year]
        report.returns.append(
            {
                "year": year,
                "label": years.label(year),
                "cut_off_on": str(one.cut_off_on),
                "files": [file for part in parts for file in part.files],
                "rows": sum(len(part.rows) for part in parts),
            }
        )
        if len(parts) > 1:
            words = f"{len(parts)} sets of files are all the return of {years.label(year)}"
            report.warnings.append(entry(None, Fault("", "", words)))


def tell_files(report: Report, load: Load) -> None:
    for one in load.refused:
        said = entry(None, Fault("", "", one.reason), file=one.name)
        (report.warnings if one.ignored else report.refused).append(said)
    for name, note in load.notes:
        report.warnings.append(entry(None, Fault("", "", note), file=name))
    for part in load.parts:
        for name, first in {(row.table.name, row.table.first) for row in part.rows}:
            if part.year < first:
                words = f"{name} is not in the return before {years.label(first)}"
                report.warnings.append(entry(None, Fault("", "", words)))


def tell_rows(report: Report, rows: Iterable[Row]) -> None:
    """Count each row once; list what is refused, and what is doubtful in a row by itself."""
    for row in rows:
        if row.fault is not None:
            report.count(row, derive.REFUSED)
            report.refuse(row, row.fault)
            continue
        report.count(row, row.fate if row.id is None else "unchanged")
        for doubt in row.doubts:
            report.warnings.append(entry(row, doubt))
        for doubt in row.table.all_doubts(row.cells, row.year):
            report.warnings.append(entry(row, doubt))


def tell_held_back(report: Report, rows: Iterable[Row]) -> None:
    """Rows of sealed records: where they stand in the files, and nothing of what they say."""
    for row in rows:
        report.count(row, HELD_BACK)
        words = "belongs to a record that was sealed after an adoption, and was held back"
        report.warnings.append(entry(row, Fault("", "", words), child=""))


def tell_child(report: Report, child: ChildRows) -> None:
    """What stitching changed, and what is doubtful in the whole story, of rows in this load."""
    for row, rule, ends_on in derive.repairs(child):
        last = rule.split(",")[-1]
        report.repaired.append(
            entry(
                row,
                Fault("DEC", row.verbatim.get("DEC", ""), RULES.get(last, ""), rule),
                fate=row.fate,
                start=row.verbatim.get("DECOM", ""),
                became=f"{ends_on:%d/%m/%Y}" if ends_on else "",
            )
        )
    if child.born_on is None:
        return
    standing = [row for row in child.rows if row.fate == derive.STORED]
    for row, doubt in checks.doubts(child.story.stretches, standing, child.born_on):
        if row.read:
            report.warnings.append(entry(row, doubt))


def tell_difference(report: Report, one: Difference, references: Mapping[int, str]) -> None:
    reason = f"{one.fact} {one.key}: recorded {one.recorded}; the return has {one.returned}"
    fault = Fault(one.field, one.returned, reason)
    report.warnings.append(entry(None, fault, child=references[one.child], recorded=one.recorded))
