"""What the officer writes after a review: a letter to the child, and the record in plain words."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from casetrack.history import tracked
from casetrack.privacy import classes
from permanence.models import locks
from permanence.models.reviews import Review


class WritingForm(models.TextChoices):
    LETTER = "letter", "letter to the child"
    RECORD = "record", "record of the review"


@tracked
class ReviewWriting(models.Model):
    """One version of a text about a review, written to the child; a sent one stays as it is.

    Each time it is kept it is a version of its own, numbered from 1, so that nothing that was
    written is lost; what comes after one that was sent is a new version to send again.
    """

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="review_writings")
    review = models.ForeignKey(Review, models.CASCADE, related_name="writings")
    form = models.CharField("what is it?", max_length=6, choices=WritingForm)
    version = models.PositiveSmallIntegerField()
    text = models.TextField("what do you write?")
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    written_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")
    sent_on = models.DateField("when was it sent?", null=True, blank=True)

    PRIVACY = classes(
        key="id child review version",
        open="written_at",
        staff="written_by",
        sensitive="form text sent_on",
    )

    class Meta:
        ordering = ["form", "version"]
        triggers = locks.once("sent_on IS NOT NULL", "That letter was sent, and stays as it is.")
        constraints = [
            models.UniqueConstraint(
                fields=["review", "form", "version"], name="review_writing_version_once"
            ),
            models.CheckConstraint(
                name="review_writing_is_in_words",
                condition=Q(text__regex=r"\S"),
                violation_error_message="Write something before you keep it.",
            ),
        ]

    def __str__(self) -> str:
        return f"writing {self.pk}"
