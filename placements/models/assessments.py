from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes


class AssessmentOf(models.TextChoices):
    PARENTS = "parents", "living with parents (regulation 17)"
    VIABILITY = "viability", "first look at a relative or friend"
    FULL = "full", "full assessment of a relative or friend"


class Finding(models.TextChoices):
    SUITABLE = "suitable", "suitable"
    WITH_SUPPORT = "with-support", "suitable with support"
    NOT_SUITABLE = "not-suitable", "not suitable"


@tracked
class HomeAssessment(Fact):
    """Whether these people can care for the child: looked into from `started_on`."""

    kind = models.CharField("what kind of assessment?", max_length=9, choices=AssessmentOf)
    relative = models.ForeignKey(
        "casetrack.Relative",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="home_assessments",
        verbose_name="is it somebody who was put forward to care for the child?",
        help_text="Choose them, so that all that is known of them is found together.",
    )
    people = models.CharField("who is assessed, if nobody of those?", max_length=120, blank=True)
    started_on = models.DateField(
        "when did it start?", help_text="The day on which these people were first considered."
    )
    completed_on = models.DateField("when was it completed?", null=True, blank=True)
    finding = models.CharField("what was found?", max_length=12, choices=Finding, blank=True)
    summary = models.TextField("in short, why?", blank=True)

    PRIVACY = classes(
        key="id child origin relative",
        sensitive="kind people started_on completed_on finding summary",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "kind", "relative", "people", "started_on"],
                nulls_distinct=False,
                name="home_assessment_once_a_day",
                violation_error_message="That assessment is already recorded.",
            ),
            models.CheckConstraint(
                name="home_assessment_is_of_somebody",
                condition=Q(relative__isnull=False) | Q(people__regex=r"\S"),
                violation_error_message="Choose or enter who is assessed.",
            ),
            models.CheckConstraint(
                name="home_assessment_in_order",
                condition=Q(completed_on=None) | Q(completed_on__gte=F("started_on")),
                violation_error_message="An assessment cannot be completed before it started.",
            ),
            models.CheckConstraint(
                name="home_assessment_completed_has_a_finding",
                condition=Q(completed_on=None, finding="", summary="")
                | (Q(completed_on__isnull=False) & ~Q(finding="")),
                violation_error_message="Enter both when it was completed and what was found.",
            ),
        ]


class StillNeeded(models.TextChoices):
    YES = "yes", "yes, it is still needed"
    APPLY = "apply", "no, and we apply to end it"
    NOT_YET = "not-yet", "no, but we do not apply yet"


@tracked
class OrderQuestion(Fact):
    """Is the care order of a child who lives at home still needed? Asked at every review."""

    asked_on = models.DateField("when was it asked?")
    answer = models.CharField("is the order still needed?", max_length=7, choices=StillNeeded)
    reason = models.TextField("why?", help_text="The child may read this one day.")

    PRIVACY = classes(key="id child origin", sensitive="asked_on answer reason")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "asked_on"],
                name="order_question_once_a_day",
                violation_error_message="The answer of that day is already recorded.",
            ),
        ]
