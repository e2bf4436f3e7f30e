import uuid

from django.conf import settings
from django.db import models

from casetrack.privacy import classes


class State(models.TextChoices):
    WAITING = "waiting", "waiting"
    RUNNING = "running", "running"
    PREVIEWED = "previewed", "tried, nothing stored"
    STORED = "stored", "stored"
    FAILED = "failed", "stopped, nothing stored"


class ImportRun(models.Model):
    """One loading of returns: who, when, and the report. A trial stores nothing but this row.

    `message` says why a run stopped, in words for whoever started it. `refused_rows` is the CSV
    of what was refused, for correction at the source.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    authority = models.ForeignKey("casetrack.Authority", models.PROTECT, related_name="imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    at = models.DateTimeField(db_default=models.functions.Now())
    on = models.DateField()
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    accept_closures = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    progress = models.CharField(max_length=200, blank=True)
    message = models.TextField(blank=True)
    report = models.JSONField(null=True, blank=True)
    refused_rows = models.TextField(blank=True)

    PRIVACY = classes(
        key="id uuid authority by at on",
        open="year accept_closures state progress message",
        identity="report refused_rows",
    )

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"import {self.pk}"
