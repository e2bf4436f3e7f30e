from django.db import models

from casetrack.privacy import classes


class Sighting(models.Model):
    """The first time that the nightly job saw a wait in a state, so that it is reported once.

    It belongs to the wait (child, clock, subject, start), not to the computed row, so recomputing
    clocks does not report a flag again; a fact that comes late still has its flag reported once.
    `reported_at` is when it was first handed out to the people who may see the child; `Notice`
    holds who was told.
    """

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="sightings")
    clock = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    started_on = models.DateField()
    state = models.CharField(max_length=12)
    seen_on = models.DateField()
    reported_at = models.DateTimeField(null=True)

    PRIVACY = classes(
        key="id child clock subject",
        sensitive="started_on state seen_on",
        open="reported_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "clock", "subject", "started_on", "state"],
                name="sighted_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.clock} {self.state}"
