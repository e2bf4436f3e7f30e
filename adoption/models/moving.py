from django.db import models
from django.db.models import Q

from adoption.models.constraints import nothing_before
from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from casetrack.sequence import both_or_neither, not_before


class IntroductionsEnded(models.TextChoices):
    MOVED = "moved", "the child moved in"
    STOPPED = "stopped", "they were stopped"


@tracked
class Introductions(Fact):
    """The child and the family with whom they are matched get to know each other, as agreed."""

    agreed_on = models.DateField("when was the plan for introductions agreed?")
    started_on = models.DateField("when did they begin?", null=True, blank=True)
    ended_on = models.DateField("when did they end?", null=True, blank=True)
    end_reason = models.CharField(
        "how did they end?", max_length=8, choices=IntroductionsEnded.choices, blank=True
    )

    PRIVACY = classes(key="id child origin", sensitive="agreed_on started_on ended_on end_reason")

    class Meta:
        verbose_name_plural = "introductions"
        constraints = [
            nothing_before(
                "introductions_agreed_first",
                "agreed_on",
                ("started_on", "ended_on"),
                "Introductions were agreed before they began and before they ended.",
            ),
            not_before(
                "introductions_begin_before_they_end",
                "ended_on",
                "started_on",
                "Introductions must end after they began.",
            ),
            both_or_neither(
                "introductions_end_somehow",
                "ended_on",
                "end_reason",
                "Enter both the day on which introductions ended and how.",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(ended_on=None),
                name="introductions_one_at_a_time",
                violation_error_message="Introductions that have not ended are already recorded.",
            ),
            models.UniqueConstraint(
                fields=["child", "agreed_on"],
                name="introductions_once_a_day",
                violation_error_message="Introductions agreed on that day are already recorded.",
            ),
        ]


@tracked
class AdoptionSupportPlan(Fact):
    """What help the child and the family will have was agreed; due before the child moves in."""

    agreed_on = models.DateField("when was the plan agreed?")

    PRIVACY = classes(key="id child origin", sensitive="agreed_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "agreed_on"],
                name="adoption_support_plan_once_a_day",
                violation_error_message="A plan agreed on that day is already recorded.",
            )
        ]


@tracked
class AdoptionApplication(Fact):
    """The family applied to the court to adopt the child; the order itself is a court order."""

    applied_on = models.DateField("when did the family apply?")
    withdrawn_on = models.DateField("when was the application withdrawn?", null=True, blank=True)

    PRIVACY = classes(key="id child origin", sensitive="applied_on withdrawn_on")

    class Meta:
        constraints = [
            not_before(
                "adoption_application_made_first",
                "withdrawn_on",
                "applied_on",
                "An application cannot be withdrawn before it was made.",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(withdrawn_on=None),
                name="adoption_application_one_stands",
                violation_error_message="An application that was not withdrawn is already "
                "recorded.",
            ),
            models.UniqueConstraint(
                fields=["child", "applied_on"],
                name="adoption_application_once_a_day",
                violation_error_message="An application of that day is already recorded.",
            ),
        ]


class DisruptionReason(models.TextChoices):
    CHILDS_NEEDS = "childs-needs", "the child needed something else"
    FAMILY = "family", "the family could not go on"
    CIRCUMSTANCES = "circumstances", "the family’s life changed"
    SAFETY = "safety", "there were worries about the child’s safety"
    OTHER = "other", "other reason"


@tracked
class AdoptionDisruption(Fact):
    """Living with an adoptive family ended before the adoption; a meeting learns from it.

    The move to another home is a placement and not entered here.
    """

    disrupted_on = models.DateField("when did it end?")
    reason = models.CharField("why?", max_length=16, choices=DisruptionReason.choices)
    meeting_held_on = models.DateField(
        "when was the disruption meeting held?", null=True, blank=True
    )

    PRIVACY = classes(key="id child origin", sensitive="disrupted_on reason meeting_held_on")

    class Meta:
        constraints = [
            not_before(
                "adoption_disruption_before_its_meeting",
                "meeting_held_on",
                "disrupted_on",
                "The disruption meeting is held after living with the family ended.",
            ),
            models.UniqueConstraint(
                fields=["child", "disrupted_on"],
                name="adoption_disruption_once_a_day",
                violation_error_message="That is already recorded for that day.",
            ),
        ]
