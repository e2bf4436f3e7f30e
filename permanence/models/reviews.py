from django.db import models

from casetrack.history import tracked
from casetrack.models.codes import PARTICIPATION
from casetrack.models.facts import Fact
from casetrack.privacy import classes


@tracked
class Review(Fact):
    """A statutory review of the child's plan, on the day it was held."""

    held_on = models.DateField()
    participation = models.CharField(max_length=3, choices=PARTICIPATION.choices, blank=True)

    PRIVACY = classes(key="id child origin", sensitive="held_on participation")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "held_on"], name="review_once_a_day")
        ]
