from django.db import models

from casetrack.privacy import classes


class JobRun(models.Model):
    """One run of a timetabled job: for which day, when, what it touched, and how it ended.

    `for_day` and `job` are unique once a run has succeeded, which is how a job that is started
    twice does its work once, and how a missed night is found.
    """

    class Outcome(models.TextChoices):
        RUNNING = "running", "running"
        DONE = "done", "done"
        FAILED = "failed", "failed"

    job = models.CharField(max_length=60)
    for_day = models.DateField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, choices=Outcome)
    rows = models.PositiveIntegerField(default=0)
    message = models.CharField(max_length=500, blank=True)

    PRIVACY = classes(key="id", open="job for_day started_at ended_at outcome rows message")

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["job", "for_day"],
                name="job_done_once_a_day",
                condition=models.Q(outcome="done"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.job} for {self.for_day}"
