from django.db import models
from django.db.models import F, Q

from adoption.models.adopters import AdopterFamily
from casetrack.history import tracked
from casetrack.models.codes import REASON_DECISION_REVERSED
from casetrack.models.facts import Fact
from casetrack.privacy import classes


@tracked
class AdoptionDecision(Fact):
    """The agency decision maker's decision that the child should be placed for adoption."""

    decided_on = models.DateField("when was it decided?")
    reversed_on = models.DateField("when was the decision reversed?", null=True, blank=True)
    reversal_reason = models.CharField(
        "why was it reversed?", max_length=3, choices=REASON_DECISION_REVERSED.choices, blank=True
    )

    PRIVACY = classes(key="id child origin", sensitive="decided_on reversed_on reversal_reason")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "decided_on"],
                name="adoption_decision_once_a_day",
                violation_error_message="A decision of that day is already recorded.",
            ),
            models.CheckConstraint(
                name="adoption_decision_reversed_after_it_is_made",
                condition=Q(reversed_on=None) | Q(reversed_on__gte=F("decided_on")),
                violation_error_message="A decision cannot be reversed before it was made.",
            ),
        ]


@tracked
class Match(Fact):
    """The agency decision maker's decision that the child be matched with these adopters.

    A return does not say with whom, so `family` may be unknown.
    """

    decided_on = models.DateField("when was the match decided?")
    withdrawn_on = models.DateField("when was it withdrawn?", null=True, blank=True)
    family = models.ForeignKey(
        AdopterFamily,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="matches",
        verbose_name="with which family?",
        help_text="A family is offered here once it is linked with the child.",
    )

    PRIVACY = classes(key="id child origin", identity="family", sensitive="decided_on withdrawn_on")

    class Meta:
        verbose_name_plural = "matches"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "decided_on"],
                name="match_once_a_day",
                violation_error_message="A match of that day is already recorded.",
            ),
            models.CheckConstraint(
                name="match_withdrawn_after_it_is_made",
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("decided_on")),
                violation_error_message="A match cannot be withdrawn before it was made.",
            ),
        ]
