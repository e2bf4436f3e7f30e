"""Load SSDA903 returns: keep every row, derive the facts anew, write only what differs.

`read_files` tells what was handed over; `import_returns` stores it, or on a trial does all the
same and takes it back. Nothing is ever stored half: it is one transaction.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction

from casetrack.access import visibility
from casetrack.models import Authority, Child
from casetrack.recording import Recording, recording
from returns.models import Difference, ImportRun, Return, State
from returns.ssda903 import children, keep, telling, years
from returns.ssda903.copying import execute, fetch
from returns.ssda903.gather import Gathered, gather
from returns.ssda903.read import CannotImport, Load, read, settle_years
from returns.ssda903.reconcile import Difference as Found
from returns.ssda903.report import Report
from returns.ssda903.write import Known, write_facts

Progress = Callable[[str, int], None]
MANY = 1_000  # facts written, from which on the planner must know of them at once

__all__ = ["CannotImport", "Report", "import_returns", "read_files"]


def read_files(
    paths: Iterable[Path],
    *,
    on: date,
    year: int | None = None,
    authority: Authority | None = None,
    progress: Progress | None = None,
) -> Load:
    """Read folders, zips, workbooks and CSV files, and tell which returns they are.

    `on` is today: later days are not believed when the year of a return is told from its episodes.
    """
    load = read(paths, progress)
    if not load.parts:
        reasons = "; ".join(f"{one.name} {one.reason}" for one in load.refused[:10])
        raise CannotImport(f"There is no table of a return to read. {reasons}".strip())
    known: set[str] = set()
    if authority is not None and authority.pk:
        of_authority = Child.objects.filter(authority=authority)
        known = set(of_authority.values_list("reference", flat=True))
    settle_years(load, year=year, on=on, known=known)
    return load


class _OnlyTried(Exception):
    """Takes a trial back, before any clock is computed for it."""


def import_returns(
    load: Load,
    *,
    authority: Authority,
    by: Any,
    on: date,
    accept_closures: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    run: ImportRun | None = None,
) -> Report:
    """Store what was read; on a trial, find out what storing it would do.

    `run` is the row that a page made for this; without one a new row keeps the report (a trial
    without one leaves nothing). Raises CannotImport, with everything as it was; call it outside
    any transaction that should survive that.
    """
    report = Report(dry_run=dry_run)
    work = _Import(load, authority, by, on, report, progress or _silence)
    try:
        with transaction.atomic():
            work.store(run, accept_closures)
    except _OnlyTried:
        if run is not None:
            _keep_report(run, report, State.PREVIEWED)
    except CannotImport as why:
        _stopped(run, str(why))
        raise
    except IntegrityError as error:
        # The database's own words name children and days, so they go no further.
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
        words = f"The record cannot hold what these returns say together ({constraint})."
        _stopped(run, words)
        raise CannotImport(words) from None
    return report


def _stopped(run: ImportRun | None, words: str) -> None:
    if run is not None:
        run.state, run.message = State.FAILED, words
        run.save(update_fields=["state", "message"])


def _silence(step: str, count: int) -> None:
    """Nobody is watching."""


def _keep_report(run: ImportRun, report: Report, state: State) -> None:
    run.state, run.report, run.refused_rows = state, report.as_json(), report.refused_csv()
    run.message = ""
    run.save(update_fields=["state", "report", "refused_rows", "message"])


class _Import:
    """One import; `store` is its order of work."""

    def __init__(
        self,
        load: Load,
        authority: Authority,
        by: Any,
        on: date,
        report: Report,
        progress: Progress,
    ) -> None:
        self.load, self.authority, self.by, self.on = load, authority, by, on
        self.report, self.progress = report, progress
        self.rows = list(load.rows)

    def store(self, run: ImportRun | None, accept_closures: bool) -> None:
        loaded = sorted({part.year for part in self.load.parts})
        code = self.authority.code
        with recording(children.IMPORTED, by=self.by, authority=code, years=loaded) as record:
            # Imports of one authority wait for each other; rows that point to it need not.
            execute(
                "SELECT 1 FROM casetrack_authority WHERE id = %s FOR NO KEY UPDATE",
                self.authority.pk,
            )
            execute("SET CONSTRAINTS ALL DEFERRED")
            self.run = run or self._new_run(accept_closures)
            self.report.run_id = None if self.report.dry_run else self.run.pk
            self._hold_back()
            found = self._gather(loaded)
            telling.tell_closures(self.report, found, self._open_elsewhere(found))
            if self.report.needs_accepting and not accept_closures and not self.report.dry_run:
                raise CannotImport(telling.closures_in_words(self.report))
            record.touch(found.ids.values())
            self._store_rows(found)
            known = self._write_children(found, record)
            self._write_facts(found, known)
            self._write_known_to()
            execute("SET CONSTRAINTS ALL IMMEDIATE")
            self._tell(found)
            if self.report.dry_run:
                raise _OnlyTried
            _keep_report(self.run, self.report, State.STORED)

    def _new_run(self, accept_closures: bool) -> ImportRun:
        return ImportRun.objects.create(
            authority=self.authority, by=self.by, on=self.on, accept_closures=accept_closures
        )

    # Rows

    def _hold_back(self) -> None:
        """Of a child whose record is sealed nothing is kept again, whatever a return still says."""
        sealed = visibility.sealed_references(self.authority.pk, {row.child for row in self.rows})
        if sealed:
            telling.tell_held_back(self.report, [one for one in self.rows if one.child in sealed])
            self.rows = [one for one in self.rows if one.child not in sealed]

    def _gather(self, loaded: Sequence[int]) -> Gathered:
        """What of the files is held already, and all that is told of the children concerned."""
        self.progress("comparing with what is held", len(self.rows))
        self.returns = {year: self._return(year) for year in loaded}
        self.sources = {year: found.pk for year, found in self.returns.items()}
        newest_before = keep.newest_with_episodes(self.authority.pk)
        tables = {(part.year, table) for part in self.load.parts for table in part.tables}
        gone = keep.match(self.rows, tables, self.sources)
        keep.replace(gone, self.run.pk)
        self.progress("stitching", len(self.rows))
        return gather(self.authority.pk, self.rows, tables, gone.values(), newest_before)

    def _return(self, year: int) -> Return:
        cut_off = min(years.ends_on(year), self.on)
        found, _ = Return.objects.get_or_create(
            authority=self.authority, year=year, defaults={"cut_off_on": cut_off}
        )
        return found

    def _know_longer(self, brought: set[int]) -> None:
        """A return of the running year that brings new rows is known to the day it came."""
        for year in brought:
            held, cut_off = self.returns[year], min(years.ends_on(year), self.on)
            if held.cut_off_on < cut_off:
                held.cut_off_on = cut_off
                held.save(update_fields=["cut_off_on"])

    def _store_rows(self, found: Gathered) -> None:
        self.progress("keeping rows", len(self.rows))
        for row in self.rows:
            if row.fault is not None:
                row.fate, row.rule = "refused", row.fault.rule
        self._know_longer({row.year for row in self.rows if row.id is None and not row.fault})
        keep.store((row for row in self.rows if row.id is None), self.sources, self.run.pk)
        keep.tell_fates(row for child in found.told.values() for row in child.rows)

    # Facts

    def _open_elsewhere(self, found: Gathered) -> tuple[int, set[int]]:
        """Children in care by returns: how many are not concerned, and which are."""
        rows = fetch(
            "SELECT care.child_id FROM casetrack_careperiod AS care"
            " JOIN casetrack_child AS child ON child.id = care.child_id"
            " WHERE child.authority_id = %s AND care.ends_on IS NULL AND care.origin = 'return'",
            self.authority.pk,
        )
        concerned = set(found.ids.values())
        opened = {row[0] for row in rows}
        return len(opened - concerned), opened & concerned

    def _write_children(self, found: Gathered, record: Recording) -> Known:
        self.progress("writing children", len(found.said))
        new = children.write(self.authority.pk, found.new, found.changed)
        record.touch(new.values())
        ids = found.ids | new
        return sorted(
            ((ids[key], child) for key, child in found.told.items() if key in ids),
            key=lambda pair: pair[0],
        )

    def _write_facts(self, found: Gathered, known: Known) -> None:
        differences, changed = write_facts(
            self.authority.pk, self.authority.code, known, self.progress
        )
        differences += [
            Found(one.child, "child", "", one.field, one.recorded, one.returned)
            for one in found.disagreements
        ]
        references = {child: rows.reference for child, rows in known}
        self._list(differences, references)
        if changed > MANY:
            for table in FILLED:
                execute(f"ANALYZE {table}")

    def _list(self, differences: Iterable[Found], references: dict[int, str]) -> None:
        """Keep the differences for a decision; those that are gone are gone from the list."""
        wanted = {
            (one.child, one.fact, one.key, one.field[:200], one.returned[:400]): one
            for one in differences
        }
        listed = Difference.objects.filter(child_id__in=list(references))
        for old in listed:
            key = (old.child_id, old.fact, old.key, old.field, old.returned)
            if key not in wanted and old.decided_on is None:
                old.delete()
            elif key in wanted:
                one = wanted.pop(key)
                if old.decided_on is None:
                    telling.tell_difference(self.report, one, references)
        for key, one in wanted.items():
            child, fact, name, field, returned = key
            Difference.objects.create(
                child_id=child,
                fact=fact,
                key=name,
                field=field,
                recorded=one.recorded[:400],
                returned=returned,
                found_by=self.run,
            )
            telling.tell_difference(self.report, one, references)

    def _write_known_to(self) -> None:
        """Facts are known to the cut-off of the newest return, unless people record live."""
        newest = Return.objects.filter(authority=self.authority).order_by("-year").first()
        if newest is None or self.authority.records_live:
            return
        if self.authority.known_to != newest.cut_off_on:
            self.authority.known_to = newest.cut_off_on
            self.authority.save(update_fields=["known_to"])

    # The report

    def _tell(self, found: Gathered) -> None:
        self.progress("writing the report", len(self.rows))
        telling.tell_returns(self.report, self.load, self.returns)
        telling.tell_files(self.report, self.load)
        telling.tell_rows(self.report, self.rows)
        for child in found.told.values():
            telling.tell_child(self.report, child)
        for name, table in TOTALLED.items():
            self.report.totals[name] = self._total(table)

    def _total(self, table: str) -> int:
        join = (
            "" if table == "casetrack_child" else "JOIN casetrack_child AS c ON c.id = t.child_id"
        )
        alias = "t" if table == "casetrack_child" else "c"
        rows = fetch(
            f"SELECT count(*) FROM {table} AS t {join} WHERE {alias}.authority_id = %s",
            self.authority.pk,
        )
        return int(rows[0][0])


TOTALLED = {
    "children": "casetrack_child",
    "care_periods": "casetrack_careperiod",
    "placements": "placements_placement",
    "legal_statuses": "casetrack_legalstatus",
}
FILLED = (
    *TOTALLED.values(),
    "casetrack_courtorder",
    "placements_home",
    "permanence_review",
    "adoption_adoptiondecision",
    "adoption_match",
)
