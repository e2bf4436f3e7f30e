from django.db import models

from casetrack.privacy import classes
from oversight.models.sightings import Sighting


class Notice(models.Model):
    """A sighting that is news to a person, and the day on whose digest they were told of it.

    It is handed out once, to each person who may see the child while the flag is news. `told_on`
    stays null until a mail has gone, so that a mail that failed is tried again and none is doubled.
    """

    user = models.ForeignKey("casetrack.User", models.CASCADE, related_name="notices")
    sighting = models.ForeignKey(Sighting, models.CASCADE, related_name="notices")
    told_on = models.DateField(null=True)

    PRIVACY = classes(key="id user sighting", open="told_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "sighting"], name="told_once"),
        ]
        indexes = [
            models.Index(
                fields=["user"], name="notice_not_yet_told", condition=models.Q(told_on=None)
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"


class StageNotice(models.Model):
    """A manager was told, by the digest of `told_on`, that a challenge waits for their answer."""

    user = models.ForeignKey("casetrack.User", models.CASCADE, related_name="stage_notices")
    stage = models.ForeignKey(
        "permanence.ChallengeStage", models.CASCADE, related_name="stage_notices"
    )
    told_on = models.DateField()

    PRIVACY = classes(key="id user stage", open="told_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "stage"], name="told_once_of_a_stage"),
        ]

    def __str__(self) -> str:
        return f"notice of a stage {self.pk}"
