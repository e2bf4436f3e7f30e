from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes


class AnswerKind(models.TextChoices):
    REASON = "reason", "reason noted"
    JUSTIFIED = "justified", "delay justified"


@tracked
class Answer(Fact):
    """What somebody said about one wait of a child: (child, clock, start of the wait).

    A noted reason explains and changes nothing. A justified delay turns red to amber until
    `until`, is shown all the while, and ends by itself.
    """

    clock = models.CharField(max_length=60)
    started_on = models.DateField()
    kind = models.CharField(max_length=10, choices=AnswerKind)
    reason = models.CharField(max_length=500)
    answered_on = models.DateField()
    answered_by = models.ForeignKey("casetrack.User", models.PROTECT)
    until = models.DateField(null=True, blank=True)

    PRIVACY = classes(
        key="id child origin clock",
        staff="answered_by",
        sensitive="started_on kind reason answered_on until",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answer_justified_has_an_end",
                condition=~Q(kind="justified") | Q(until__gt=F("answered_on")),
            ),
        ]
