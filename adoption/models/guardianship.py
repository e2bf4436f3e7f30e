from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from adoption.models.constraints import nothing_before
from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from casetrack.sequence import both_or_neither, not_before


class OrderSought(models.TextChoices):
    SPECIAL_GUARDIANSHIP = "special-guardianship", "special guardianship order"
    CHILD_ARRANGEMENTS = "child-arrangements", "child arrangements order"


class Viability(models.TextChoices):
    POSITIVE = "positive", "a full assessment should follow"
    NEGATIVE = "negative", "a full assessment should not follow"


class Assessed(models.TextChoices):
    RECOMMENDED = "recommended", "recommended"
    NOT_RECOMMENDED = "not-recommended", "not recommended"


@tracked
class ProspectiveGuardian(Fact):
    """Somebody who may care for the child under an order of their own, and how far that has come.

    Several are looked at side by side, a couple in one row. The order itself is a court order.
    """

    relative = models.ForeignKey(
        "casetrack.Relative",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="prospective_guardians",
        verbose_name="is it somebody who was put forward to care for the child?",
        help_text="Choose them, so that what is known of them is not asked again.",
    )
    name = models.CharField("name of the person or the couple", max_length=120)
    relationship = models.CharField(
        "who are they to the child?",
        max_length=80,
        help_text="For example: grandmother on her mum’s side, uncle, foster carer. The history "
        "speaks of them so; it names only who was put forward.",
    )
    order_sought = models.CharField(
        "which order is thought of?", max_length=24, choices=OrderSought.choices
    )
    named_on = models.DateField("when were they named?")
    viability_started_on = models.DateField(
        "when did the viability assessment begin?", null=True, blank=True
    )
    viability_concluded_on = models.DateField(
        "when was the viability assessment finished?", null=True, blank=True
    )
    viability = models.CharField(
        "what did the viability assessment conclude?",
        max_length=8,
        choices=Viability.choices,
        blank=True,
    )
    assessment_started_on = models.DateField(
        "when did the full assessment begin?", null=True, blank=True
    )
    assessment_completed_on = models.DateField(
        "when was the full assessment finished?", null=True, blank=True
    )
    assessed = models.CharField(
        "what did the full assessment conclude?",
        max_length=16,
        choices=Assessed.choices,
        blank=True,
    )
    intention_confirmed_on = models.DateField(
        "when did they confirm that they want this?",
        null=True,
        blank=True,
        help_text="After they had legal advice.",
    )
    support_plan_drafted_on = models.DateField(
        "when was the support plan drafted?", null=True, blank=True
    )
    support_plan_agreed_on = models.DateField(
        "when was the support plan agreed, with its funding?", null=True, blank=True
    )
    notice_given_on = models.DateField(
        "when did they give notice to the local authority?", null=True, blank=True
    )
    report_asked_on = models.DateField(
        "when did the court ask for a report?", null=True, blank=True
    )
    report_filed_on = models.DateField(
        "when was the report filed with the court?", null=True, blank=True
    )
    applied_on = models.DateField("when did they apply to the court?", null=True, blank=True)
    withdrew_on = models.DateField("when did they withdraw?", null=True, blank=True)

    PRIVACY = classes(
        key="id child origin relative",
        identity="name",
        sensitive="relationship order_sought named_on viability_started_on viability_concluded_on"
        " viability assessment_started_on assessment_completed_on assessed intention_confirmed_on"
        " support_plan_drafted_on support_plan_agreed_on notice_given_on report_asked_on"
        " report_filed_on applied_on withdrew_on",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "child",
                Upper("name"),
                "order_sought",
                condition=Q(withdrew_on=None),
                name="prospective_guardian_once",
                violation_error_message="They are already recorded for that order.",
            ),
            nothing_before(
                "prospective_guardian_named_first",
                "named_on",
                (
                    "viability_started_on",
                    "viability_concluded_on",
                    "assessment_started_on",
                    "assessment_completed_on",
                    "intention_confirmed_on",
                    "support_plan_drafted_on",
                    "support_plan_agreed_on",
                    "notice_given_on",
                    "report_asked_on",
                    "report_filed_on",
                    "applied_on",
                    "withdrew_on",
                ),
                "They were named before any of this happened.",
            ),
            not_before(
                "prospective_guardian_viability_in_order",
                "viability_concluded_on",
                "viability_started_on",
                "The viability assessment began before it was finished.",
            ),
            both_or_neither(
                "prospective_guardian_viability_concludes",
                "viability_concluded_on",
                "viability",
                "Enter both when the viability assessment was finished and what it concluded.",
            ),
            not_before(
                "prospective_guardian_assessment_in_order",
                "assessment_completed_on",
                "assessment_started_on",
                "The full assessment began before it was finished.",
            ),
            both_or_neither(
                "prospective_guardian_assessment_concludes",
                "assessment_completed_on",
                "assessed",
                "Enter both when the full assessment was finished and what it concluded.",
            ),
            not_before(
                "prospective_guardian_support_in_order",
                "support_plan_agreed_on",
                "support_plan_drafted_on",
                "The support plan was drafted before it was agreed.",
            ),
            not_before(
                "prospective_guardian_report_in_order",
                "report_filed_on",
                "report_asked_on",
                "The court asked for the report before it was filed.",
            ),
        ]


@tracked
class GuardianshipSupportReview(Fact):
    """After the order: the support that the special guardian and the child have was reviewed."""

    held_on = models.DateField("when was the support reviewed?")

    PRIVACY = classes(key="id child origin", sensitive="held_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "held_on"],
                name="guardianship_support_review_once_a_day",
                violation_error_message="A review of that day is already recorded.",
            )
        ]
