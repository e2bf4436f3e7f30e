"""Files handed over on the page: keep them, ask for a trial, confirm the import, put it aside.

Each step may be asked for twice (a double click, a page sent again) and is done once: the upload's
row is locked, and a step that it has passed is left alone. The work itself is done by a worker, see
`returns.actions.upload_work`.
"""

import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.functions import Now

from casetrack.actions.refusal import Refused
from casetrack.celery import app
from casetrack.models import Authority
from casetrack.recording import recording
from returns.models import ImportRun, State, Step, Upload

MEGABYTE = 1024 * 1024
MOST = 400 * MEGABYTE  # of all files of one upload together
READABLE = (".zip", ".xlsx", ".xlsm", ".csv", ".txt")
SAVE_AS = (".xls", ".xlsb", ".ods", ".xml", ".numbers")
WORK = "returns.work_on_upload"
PUT_ASIDE = "It was put aside after the check."
_UNFIT = re.compile(r"[^\w .,()+&'-]")


class UploadRefused(Refused):
    """A step that an upload cannot take now."""


def why_not_read(name: str) -> str:
    """Why a file of this name is not taken; empty where it is."""
    suffix = Path(name).suffix.lower()
    if suffix in READABLE:
        return ""
    if suffix in SAVE_AS:
        return f"{name} cannot be read: save it as .xlsx or .csv first"
    return f"{name} is not a zip, a workbook (.xlsx) or a CSV file"


def most_in_words() -> str:
    return f"{MOST // MEGABYTE} MB"


def keep(*, uuid: UUID, files: "Iterable[UploadedFile[bytes]]", by: Any) -> Upload:
    """Put the files on disk, beside those that were kept before; one of the same name is replaced.

    What is asked for already keeps the files that it was asked for with.
    """
    upload, _ = Upload.objects.select_for_update().get_or_create(uuid=uuid, defaults={"by": by})
    if upload.by != by:
        raise UploadRefused("These files were handed over by somebody else.")
    if upload.run is None:
        held = {one["name"]: one["size"] for one in upload.files}
        for file in files:
            name = _name_on_disk(str(file.name))
            held[name] = _write(upload.folder, name, file)
        upload.files = [{"name": name, "size": size} for name, size in sorted(held.items())]
        upload.save(update_fields=["files"])
    return upload


def _name_on_disk(name: str) -> str:
    """The name as given, which may say the year; nothing in it leads out of the folder."""
    plain = _UNFIT.sub("_", Path(name).name)
    stem, suffix = Path(plain).stem, Path(plain).suffix
    return stem[:120].lstrip(".") + suffix


def _write(folder: Path, name: str, file: "UploadedFile[bytes]") -> int:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    size = 0
    with (folder / name).open("wb") as kept:
        for block in file.chunks():
            size += kept.write(block)
    return size


def start_check(
    *, upload: Upload, authority: Authority, year: int | None, on: date, by: Any
) -> ImportRun:
    """Have a worker find out what importing the files would do."""
    if upload.run is not None:
        return upload.run
    if not upload.files:
        raise UploadRefused("Choose the files of the return.")
    with recording("return.uploaded", by=by, authority=authority.code, run=str(upload.uuid)):
        run = ImportRun.objects.create(
            uuid=upload.uuid, authority=authority, by=by, on=on, year=year
        )
        upload.run, upload.step = run, Step.CHECK
        _ask(upload)
    return run


def confirm(*, upload: Upload, accept_closures: bool, by: Any) -> None:
    """Have a worker import what the trial has shown."""
    upload = _locked(upload)
    if upload.run is None or not upload.awaits_decision:
        return
    if upload.needs_accepting and not accept_closures:
        raise UploadRefused("Tick that these children have left care, or put this return aside.")
    run = upload.run
    code = run.authority.code
    with recording("return.confirmed", by=by, authority=code, run=str(upload.uuid)):
        run.state, run.by, run.accept_closures = State.WAITING, by, accept_closures
        run.message = run.progress = ""
        run.save(update_fields=["state", "by", "accept_closures", "message", "progress"])
        upload.step, upload.attempts = Step.IMPORT, 0
        _ask(upload)


def put_aside(*, upload: Upload, by: Any) -> None:
    """Import nothing of it, and let go of the files."""
    upload = _locked(upload)
    if upload.run is None or not upload.awaits_decision:
        return
    with recording("return.put-aside", by=by, run=str(upload.uuid)):
        upload.run.state, upload.run.message = State.FAILED, PUT_ASIDE
        upload.run.save(update_fields=["state", "message"])
        transaction.on_commit(lambda: let_go(upload))


def ask_again(*, upload: Upload) -> None:
    """Hand the step to a worker anew; if one is at it after all, this asks for nothing."""
    upload = _locked(upload)
    if upload.is_pending:
        _ask(upload)


def let_go(upload: Upload) -> None:
    """Delete the files; the report and the rows that were imported stay."""
    shutil.rmtree(upload.folder, ignore_errors=True)


def _locked(upload: Upload) -> Upload:
    found = Upload.objects.select_for_update(of=["self"]).select_related("run__authority")
    return found.get(pk=upload.pk)


def _ask(upload: Upload) -> None:
    upload.asked_at = Now()
    upload.save(update_fields=["run", "step", "asked_at", "attempts"])
    transaction.on_commit(lambda: _enqueue(str(upload.uuid)))


def _enqueue(uuid: str) -> None:
    """By name, because actions do not know the tasks that call them."""
    if WORK not in app.tasks:
        app.loader.import_default_modules()
    app.signature(WORK, args=[uuid]).apply_async()
