"""The minutes of a meeting once they are locked, and what was noted of them afterwards."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from casetrack.history import tracked
from casetrack.privacy import classes
from permanence.models import locks
from permanence.models.meetings import Meeting


class Minutes(models.Model):
    """The minutes of a meeting as they were locked: its `head`, which names no child.

    `digest` is the SHA-256 of the head and of every child's page, and stands in the audit too, so
    that anybody can prove that neither was changed.
    """

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="minutes_kept")
    head = models.JSONField()
    digest = models.CharField(max_length=64)

    PRIVACY = classes(key="id meeting digest", staff="head")

    class Meta:
        triggers = locks.as_written()

    def __str__(self) -> str:
        return f"minutes {self.pk}"


@tracked
class MinutePage(models.Model):
    """A child's page of locked minutes, for her record: all that stands on it, as it was then."""

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="minute_pages")
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="pages")
    page = models.TextField()
    digest = models.CharField(max_length=64)

    PRIVACY = classes(key="id child minutes digest", sensitive="page")

    class Meta:
        triggers = [
            *locks.as_written(),
            locks.never_added(
                "SELECT meeting_id FROM permanence_minutes WHERE id = NEW.minutes_id"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "child"], name="minute_page_once_a_child"),
        ]

    def __str__(self) -> str:
        return f"page of minutes {self.pk}"


@tracked
class MinuteNote(models.Model):
    """What was found to be wrong in locked minutes: a note of its own day, of a child or of none.

    The minutes themselves stay as they are.
    """

    child = models.ForeignKey(
        "casetrack.Child", models.CASCADE, null=True, blank=True, related_name="minute_notes"
    )
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="notes")
    text = models.CharField("what is wrong, and what is right?", max_length=500)
    noted_at = models.DateTimeField(db_default=Now(), editable=False)
    noted_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")

    PRIVACY = classes(key="id child minutes", open="noted_at", staff="noted_by", sensitive="text")

    class Meta:
        ordering = ["pk"]
        triggers = locks.as_written()
        constraints = [
            models.CheckConstraint(
                name="minute_note_is_in_words",
                condition=Q(text__regex=r"\S"),
                violation_error_message="Write what is wrong, and what is right.",
            ),
        ]

    def __str__(self) -> str:
        return f"note on minutes {self.pk}"
