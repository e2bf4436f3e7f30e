"""Uploads that nobody came back to: their files go, so that children's rows do not lie about."""

import shutil
from datetime import datetime, timedelta
from uuid import UUID

from casetrack.recording import recording
from returns.actions.uploads import let_go
from returns.models import State, Step, Upload
from returns.models.uploads import all_uploads

FORGOTTEN = "return.forgotten"
KEPT = timedelta(days=7)
NOT_CONFIRMED = f"Nobody confirmed it within {KEPT.days} days, so its files were deleted."


def forget(*, now: datetime) -> int:
    """Let go of what has waited for a decision too long; how many uploads that were."""
    old = Upload.objects.filter(at__lt=now - KEPT).select_related("run")
    undecided = old.filter(step=Step.CHECK, run__state=State.PREVIEWED)
    never_asked = old.filter(step=Step.CHOSEN)
    forgotten = 0
    for upload in undecided:
        with recording(FORGOTTEN, by=None, run=str(upload.uuid)):
            let_go(upload)
            assert upload.run is not None
            upload.run.state, upload.run.message = State.FAILED, NOT_CONFIRMED
            upload.run.save(update_fields=["state", "message"])
            forgotten += 1
    for upload in never_asked:
        with recording(FORGOTTEN, by=None, run=str(upload.uuid)):
            let_go(upload)
            upload.delete()
            forgotten += 1
    _clear_strays(now)
    return forgotten


def _clear_strays(now: datetime) -> None:
    """Folders that belong to no upload: the page that wrote them did not come to its end."""
    if not all_uploads().is_dir():
        return
    known = set(Upload.objects.values_list("uuid", flat=True))
    for folder in all_uploads().iterdir():
        old = folder.stat().st_mtime < (now - KEPT).timestamp()
        if old and UUID(folder.name) not in known:
            shutil.rmtree(folder, ignore_errors=True)
