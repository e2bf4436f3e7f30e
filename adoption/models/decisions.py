from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.codes import REASON_DECISION_REVERSED
from casetrack.models.facts import Fact
from casetrack.privacy import classes


@tracked
class AdoptionDecision(Fact):
    """The agency decision maker's decision that the child should be placed for adoption."""

    decided_on = models.DateField()
    reversed_on = models.DateField(null=True, blank=True)
    reversal_reason = models.CharField(
        max_length=3, choices=REASON_DECISION_REVERSED.choices, blank=True
    )

    PRIVACY = classes(key="id child origin", sensitive="decided_on reversed_on reversal_reason")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "decided_on"], name="adoption_decision_once_a_day"
            ),
            models.CheckConstraint(
                name="adoption_decision_reversed_after_it_is_made",
                condition=Q(reversed_on=None) | Q(reversed_on__gte=F("decided_on")),
            ),
        ]


@tracked
class Match(Fact):
    """The agency decision maker's decision that the child be matched with these adopters."""

    decided_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)

    PRIVACY = classes(key="id child origin", sensitive="decided_on withdrawn_on")

    class Meta:
        verbose_name_plural = "matches"
        constraints = [
            models.UniqueConstraint(fields=["child", "decided_on"], name="match_once_a_day"),
            models.CheckConstraint(
                name="match_withdrawn_after_it_is_made",
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("decided_on")),
            ),
        ]
