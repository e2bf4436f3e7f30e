from django.db import models

from casetrack.history import tracked
from casetrack.models.facts import PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes


class Cause(models.TextChoices):
    """What holds a wait up. That nobody said is no cause, and never stored."""

    COURT = "court-listing", "a date at court"
    ASSESSMENT = "assessment", "an assessment"
    MATCHING = "matching", "finding a family or a home"
    AGENCY = "agency-decision", "a decision of the agency"
    HEALTH = "health", "health"
    FAMILY = "family", "the family"
    TIME = "more-time", "the child needs more time"
    TOGETHER = "together", "keeping brothers and sisters together"
    OTHER = "other", "something else"


@tracked
class DelayCause(PeriodFact):
    """What held one wait (child, clock, subject, start) up on these days, as an answer said it.

    A day of the wait past its limit that no such period covers is unexplained.
    """

    answer = models.ForeignKey("oversight.Answer", models.CASCADE, related_name="causes")
    clock = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    started_on = models.DateField()
    cause = models.CharField("what held it up?", max_length=16, choices=Cause)

    PRIVACY = classes(
        key="id child origin answer clock subject",
        sensitive="started_on cause starts_on ends_on start_known",
    )

    class Meta:
        verbose_name = "cause of a delay"
        constraints = [
            positive_length("delay_cause_is_not_empty"),
            one_at_a_time(
                "delay_cause_one_at_a_time",
                "child",
                "clock",
                "subject",
                "started_on",
                says="Another cause is recorded for some of these days.",
            ),
        ]
