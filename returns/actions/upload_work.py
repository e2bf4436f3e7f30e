"""The worker's side of an upload: the trial, then the import, each to its end exactly once.

A worker may be killed and its task given to another, or the same task may be delivered twice.
Whoever works on a run holds a lock of the database that ends with the connection, so two never work
at once, and what has ended is not begun again. Imports into one authority go one after the other.
"""

from collections.abc import Callable
from uuid import UUID

from django.db import OperationalError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from returns.actions.imports import CannotImport, import_returns, read_files
from returns.actions.uploads import let_go
from returns.models import ImportRun, State, Step, Upload

MOST_ATTEMPTS = 3
RUNS, AUTHORITIES = 90301, 90302  # the two kinds of advisory lock
GAVE_UP = "The work on it ended without an answer three times. Tell whoever looks after Casetrack."
UNEXPECTED = (
    "Something went wrong that nobody foresaw. Tell whoever looks after Casetrack, and when it was."
)
PLAINLY = {"stitching": "putting the episodes together"}
QUEUED = "Another import of this authority is going on; this one waits for it"


class _Aside:
    """A connection beside the one that imports: its locks and its news are seen at once."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self.connection: BaseDatabaseWrapper = connection.copy()

    def close(self) -> None:
        self.connection.close()

    def claim(self, kind: int, number: int) -> bool:
        return bool(self._ask("SELECT pg_try_advisory_lock(%s, %s)", kind, number))

    def wait_for(self, kind: int, number: int) -> None:
        if not self.claim(kind, number):
            self.tell(QUEUED, 0)
            self._ask("SELECT pg_advisory_lock(%s, %s)", kind, number)

    def _ask(self, statement: str, *values: int) -> object:
        with self.connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchone()[0]

    def tell(self, step: str, count: int) -> None:
        """How far it has come. It is never worth waiting for: the import may hold this row."""
        step = PLAINLY.get(step, step)
        words = f"{step} · {count:,} rows" if count else step
        try:
            with self.connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '200ms'")
                cursor.execute(
                    "UPDATE returns_importrun SET progress = %s WHERE id = %s",
                    [words[:200], self.run.pk],
                )
                cursor.execute("SET lock_timeout = 0")
        except OperationalError:
            pass


def is_worked_on(run: ImportRun) -> bool:
    """Whether a worker is at it now, by the lock that it holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted"
            " AND classid = %s AND objid = %s AND database ="
            " (SELECT oid FROM pg_database WHERE datname = current_database()))",
            [RUNS, run.pk],
        )
        return bool(cursor.fetchone()[0])


def carry_out(uuid: UUID) -> None:
    """Take the step that the upload was asked for, unless that has been done or is being done."""
    upload = Upload.objects.select_related("run").get(uuid=uuid)
    if upload.run is None:
        return
    aside = _Aside(upload.run)
    try:
        if aside.claim(RUNS, upload.run.pk):
            _take_step(Upload.objects.select_related("run__authority").get(uuid=uuid), aside)
    finally:
        aside.close()


def _take_step(upload: Upload, aside: _Aside) -> None:
    run = upload.run
    assert run is not None
    if not upload.is_pending:
        _tidy(upload)
        return
    if upload.attempts >= MOST_ATTEMPTS:
        _stop(upload, run, GAVE_UP)
        return
    upload.attempts += 1
    upload.save(update_fields=["attempts"])
    run.state = State.RUNNING
    run.save(update_fields=["state"])
    aside.wait_for(AUTHORITIES, run.authority_id)
    try:
        _STEPS[Step(upload.step)](upload, run, aside)
    except CannotImport as why:
        _stop(upload, run, str(why))
    except Exception:
        _stop(upload, run, UNEXPECTED)
        raise


def _check(upload: Upload, run: ImportRun, aside: _Aside) -> None:
    _import(upload, run, aside, dry_run=True)


def _store(upload: Upload, run: ImportRun, aside: _Aside) -> None:
    """Where the record has changed since the trial, so that it cannot be stored: a new trial."""
    try:
        _import(upload, run, aside, dry_run=False)
    except CannotImport as why:
        upload.step = Step.CHECK
        upload.save(update_fields=["step"])
        _check(upload, run, aside)
        ImportRun.objects.filter(pk=run.pk).update(message=str(why))
    else:
        let_go(upload)


_STEPS: dict[Step, Callable[[Upload, ImportRun, _Aside], None]] = {
    Step.CHECK: _check,
    Step.IMPORT: _store,
}


def _import(upload: Upload, run: ImportRun, aside: _Aside, *, dry_run: bool) -> None:
    load = read_files(
        [upload.folder], on=run.on, year=run.year, authority=run.authority, progress=aside.tell
    )
    with transaction.atomic():
        report = import_returns(
            load,
            authority=run.authority,
            by=run.by,
            on=run.on,
            accept_closures=run.accept_closures,
            dry_run=dry_run,
            progress=aside.tell,
            run=run,
        )
        upload.closed, upload.in_care = report.closed, report.open_before
        upload.needs_accepting = report.needs_accepting
        upload.save(update_fields=["closed", "in_care", "needs_accepting"])


def _stop(upload: Upload, run: ImportRun, why: str) -> None:
    ImportRun.objects.filter(pk=run.pk).update(state=State.FAILED, message=why)
    let_go(upload)


def _tidy(upload: Upload) -> None:
    """A worker may have been killed between the import's end and the deletion of its files."""
    if upload.run is not None and upload.run.state in (State.STORED, State.FAILED):
        let_go(upload)
