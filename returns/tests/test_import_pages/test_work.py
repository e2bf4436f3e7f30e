"""The worker's side: each step once, whoever dies, doubles or comes at the same moment."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import Child
from returns.actions import forgotten_uploads, upload_work, uploads
from returns.actions.upload_work import AUTHORITIES, GAVE_UP, RUNS, carry_out
from returns.models import ImportRun, Return, State, Step, Upload
from returns.tests.test_import_pages.conftest import Post, a_return, shown
from tests import cast as casting
from tests.cast import Cast, signed_in


def imports() -> int:
    return AuditEvent.objects.filter(kind="write", what__contains="import").count()


def ask_for_import(upload: Upload) -> None:
    """Confirmed, but the worker has not begun: what stands in the tables then."""
    ImportRun.objects.update(state=State.WAITING)
    Upload.objects.filter(pk=upload.pk).update(step=Step.IMPORT, attempts=0)


@pytest.fixture
def another() -> Iterator[BaseDatabaseWrapper]:
    """The connection of another worker."""
    aside = connection.copy()
    yield aside
    aside.close()


def lock(aside: BaseDatabaseWrapper, kind: int, number: int) -> None:
    with aside.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [kind, number])


def test_a_task_delivered_twice_is_done_once(checked: Upload) -> None:
    ask_for_import(checked)
    carry_out(checked.uuid)
    before = imports()
    carry_out(checked.uuid)
    assert imports() == before == 1
    assert Return.objects.count() == 1


def test_what_a_killed_worker_left_is_done_by_the_next(checked: Upload) -> None:
    ask_for_import(checked)
    ImportRun.objects.update(state=State.RUNNING)
    carry_out(checked.uuid)
    assert ImportRun.objects.get().state == State.STORED
    assert not checked.folder.exists()


def test_files_left_by_a_worker_killed_at_the_end_are_deleted(checked: Upload) -> None:
    ImportRun.objects.update(state=State.STORED)
    carry_out(checked.uuid)
    assert not checked.folder.exists()


def test_a_run_that_another_works_on_is_left_alone(
    checked: Upload, another: BaseDatabaseWrapper
) -> None:
    ask_for_import(checked)
    assert checked.run is not None
    lock(another, RUNS, checked.run.pk)
    assert upload_work.is_worked_on(checked.run)
    carry_out(checked.uuid)
    assert ImportRun.objects.get().state == State.WAITING
    with another.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock_all()")
    assert not upload_work.is_worked_on(checked.run)


def test_a_third_death_is_the_last(checked: Upload) -> None:
    ask_for_import(checked)
    Upload.objects.update(attempts=3)
    carry_out(checked.uuid)
    run = ImportRun.objects.get()
    assert (run.state, run.message) == (State.FAILED, GAVE_UP)


def test_the_unforeseen_is_told_without_its_words(
    checked: Upload, monkeypatch: pytest.MonkeyPatch, officer: Client
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise ValueError("Amara Bello")

    ask_for_import(checked)
    monkeypatch.setattr(upload_work, "import_returns", fail)
    with pytest.raises(ValueError):
        carry_out(checked.uuid)
    page = shown(officer, f"/returns/runs/{checked.uuid}/")
    assert "Something went wrong that nobody foresaw." in page
    assert "Amara" not in page
    assert not Return.objects.exists()
    assert not checked.folder.exists()


def test_a_record_that_changed_since_the_trial_is_shown_anew(
    officer: Client,
    checked: Upload,
    hand_over: Post,
    press: Post,
    tmp_path: Path,
) -> None:
    """The trial saw nobody to close; meanwhile a return came in that has more children."""
    hand_over(officer, a_return(tmp_path / "newer", "X1", year=2025))
    newer = Upload.objects.latest("pk")
    assert not newer.needs_accepting
    press(officer, checked.uuid, "import")
    press(officer, newer.uuid, "import")
    newer.refresh_from_db()
    assert newer.awaits_decision and newer.needs_accepting
    page = shown(officer, f"/returns/runs/{newer.uuid}/")
    assert "1 of 2 children in care (50%) are not in the newest return" in page
    assert newer.run is not None
    assert newer.run.message
    press(officer, newer.uuid, "import", accept_closures="yes")
    assert Return.objects.filter(year=2025).exists()


def test_the_page_says_how_far_it_is(officer: Client, checked: Upload) -> None:
    ask_for_import(checked)
    ImportRun.objects.update(state=State.RUNNING, progress="keeping rows · 4 rows")
    page = shown(officer, f"/returns/runs/{checked.uuid}/")
    assert "Keeping rows · 4 rows" in page
    assert "Importing into the record" in page
    assert f'<a class="govuk-link" href="/returns/runs/{checked.uuid}/">See how far' in page


def test_news_are_sent_once(officer: Client, checked: Upload) -> None:
    ask_for_import(checked)
    news = officer.get(f"/returns/runs/{checked.uuid}/progress/")
    seen = news.content.decode().split("?seen=")[1].split('"')[0]
    address = f"/returns/runs/{checked.uuid}/progress/?seen={seen}"
    assert officer.get(address).status_code == 204
    ImportRun.objects.update(state=State.STORED)
    assert officer.get(address)["HX-Refresh"] == "true"


def test_work_that_nobody_does_can_be_begun_again(
    officer: Client, checked: Upload, press: Post
) -> None:
    ask_for_import(checked)
    assert "Begin again" not in shown(officer, f"/returns/runs/{checked.uuid}/")
    Upload.objects.update(asked_at=timezone.now() - timedelta(minutes=2))
    assert "Begin again" in shown(officer, f"/returns/runs/{checked.uuid}/")
    press(officer, checked.uuid, "again")
    assert ImportRun.objects.get().state == State.STORED
    press(officer, checked.uuid, "again")
    assert imports() == 1


def test_uploads_that_nobody_came_back_to_are_let_go(
    cast: Cast, checked: Upload, files_folder: Path
) -> None:
    never_asked = Upload.objects.create(by=cast.data_officer)
    stray = files_folder / "uploads" / "00000000-0000-4000-8000-000000000000"
    stray.mkdir()
    assert forgotten_uploads.forget(now=timezone.now()) == 0
    assert forgotten_uploads.forget(now=timezone.now() + timedelta(days=8)) == 2
    assert not checked.folder.exists() and not stray.exists()
    assert not Upload.objects.filter(pk=never_asked.pk).exists()
    assert ImportRun.objects.get().message == forgotten_uploads.NOT_CONFIRMED
    assert AuditEvent.objects.filter(what=forgotten_uploads.FORGOTTEN).count() == 2


# With real commits, so that another connection sees them


@pytest.fixture
def waiting(transactional_db: None, tmp_path: Path, settings: Any) -> Upload:
    settings.CELERY_TASK_ALWAYS_EAGER = False
    cast = casting.assemble()
    folder = a_return(tmp_path / "real", "X1")
    upload = Upload.objects.create(by=cast.data_officer)
    upload.folder.mkdir(parents=True)
    for path in folder.iterdir():
        (upload.folder / path.name).write_bytes(path.read_bytes())
    run = ImportRun.objects.create(
        uuid=upload.uuid,
        authority=cast.authority,
        by=cast.data_officer,
        on=timezone.localdate(),
        state=State.WAITING,
    )
    Upload.objects.filter(pk=upload.pk).update(run=run, step=Step.IMPORT)
    return Upload.objects.select_related("run").get()


def in_thread(work: Callable[[], None]) -> threading.Thread:
    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def until(condition: Callable[[], bool]) -> None:
    deadline = threading.Event()
    for _ in range(300):
        if condition():
            return
        deadline.wait(0.05)
    raise AssertionError("it did not come about")


def test_two_imports_of_one_authority_go_one_after_the_other(
    waiting: Upload, another: BaseDatabaseWrapper
) -> None:
    assert waiting.run is not None
    lock(another, AUTHORITIES, waiting.run.authority_id)
    thread = in_thread(lambda: carry_out(waiting.uuid))
    until(lambda: ImportRun.objects.get().progress == upload_work.QUEUED)
    page = shown(signed_in(waiting.by), f"/returns/runs/{waiting.uuid}/")
    assert upload_work.QUEUED in page
    assert not Return.objects.exists()
    another.close()
    thread.join()
    assert ImportRun.objects.get().state == State.STORED


def test_two_workers_at_once_import_once(waiting: Upload) -> None:
    threads = [in_thread(lambda: carry_out(waiting.uuid)) for _ in range(2)]
    for thread in threads:
        thread.join()
    assert ImportRun.objects.get().state == State.STORED
    assert imports() == 1
    assert Child.objects.filter(reference="X1").count() == 1


def test_progress_is_seen_before_the_import_is_committed(
    waiting: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    tell = upload_work._Aside.tell

    def spy(self: Any, step: str, count: int) -> None:
        tell(self, step, count)
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT progress FROM returns_importrun")
            told.append(cursor.fetchone()[0])

    monkeypatch.setattr(upload_work._Aside, "tell", spy)
    carry_out(waiting.uuid)
    assert any(words.startswith("read ") for words in told)
    assert any(words.startswith("putting the episodes together") for words in told)


def test_what_is_enqueued_is_known_to_the_worker() -> None:
    uploads.app.loader.import_default_modules()
    assert uploads.WORK in uploads.app.tasks
