"""What somebody handed over on the page, on its way to becoming an import."""

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models

from casetrack.privacy import classes
from returns.models.runs import ImportRun, State


class Step(models.TextChoices):
    CHOSEN = "chosen", "files kept, not yet asked for"
    CHECK = "check", "a trial"
    IMPORT = "import", "the import itself"


class Upload(models.Model):
    """The files of one run, on disk in `folder` until the run has ended, and how far it has come.

    It shares its UUID with the run. `step` says what the run is for: first a trial, then, when
    somebody has confirmed it, the import. `closed` of `in_care` children would be taken to have
    left, because the newest return no longer has them.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=models.functions.Now())
    run = models.OneToOneField(
        ImportRun, models.PROTECT, null=True, blank=True, related_name="upload"
    )
    files = models.JSONField(default=list)
    step = models.CharField(max_length=10, choices=Step, default=Step.CHOSEN)
    asked_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)
    in_care = models.PositiveIntegerField(default=0)
    needs_accepting = models.BooleanField(default=False)

    PRIVACY = classes(
        key="id uuid by at run step asked_at attempts",
        identity="files",
        open="closed in_care needs_accepting",
    )

    def __str__(self) -> str:
        return f"upload {self.pk}"

    @property
    def folder(self) -> Path:
        return folder_of(self.uuid)

    @property
    def size(self) -> int:
        return sum(one["size"] for one in self.files)

    @property
    def is_pending(self) -> bool:
        """Asked for, and neither ended nor refused."""
        return self.run is not None and self.run.state in (State.WAITING, State.RUNNING)

    @property
    def awaits_decision(self) -> bool:
        return (
            self.run is not None and self.step == Step.CHECK and self.run.state == State.PREVIEWED
        )


def all_uploads() -> Path:
    return Path(settings.MEDIA_ROOT) / "uploads"


def folder_of(number: uuid.UUID) -> Path:
    return all_uploads() / str(number)
