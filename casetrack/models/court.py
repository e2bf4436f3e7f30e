"""What becomes of an order: extended, asked to be ended; and deprivation of liberty."""

from django.db import models

from casetrack.history import tracked
from casetrack.models.facts import Fact, PeriodFact
from casetrack.models.legal import CourtOrder
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes
from casetrack.sequence import both_or_neither, not_before
from casetrack.words import long_day


@tracked
class OrderExtension(Fact):
    """The court let an order last longer; the order ends at the latest of the days it was given."""

    order = models.ForeignKey(
        CourtOrder, models.PROTECT, related_name="extensions", verbose_name="order"
    )
    ordered_on = models.DateField("day the court decided")
    until_on = models.DateField("new last day of the order")

    PRIVACY = classes(key="id child origin order", sensitive="ordered_on until_on")

    class Meta:
        constraints = [
            not_before(
                "order_extension_reaches_ahead",
                "until_on",
                "ordered_on",
                "The new last day is not before the day the court decided.",
            ),
            models.UniqueConstraint(
                fields=["order", "ordered_on"],
                name="order_extension_once_a_day",
                violation_error_message="An extension of that day is already recorded.",
            ),
        ]


class Applicant(models.TextChoices):
    AUTHORITY = "authority", "the council"
    MOTHER = "mother", "the mother"
    FATHER = "father", "the father"
    PARENTS = "parents", "both parents"
    CHILD = "child", "the child"
    OTHER = "other", "somebody else with parental responsibility"


class DischargeOutcome(models.TextChoices):
    DISCHARGED = "discharged", "the order was ended"
    REPLACED = "replaced", "another order took its place"
    REFUSED = "refused", "the order stays"
    WITHDRAWN = "withdrawn", "the application was withdrawn"


ORDER_ENDED = (DischargeOutcome.DISCHARGED, DischargeOutcome.REPLACED)


@tracked
class DischargeApplication(Fact):
    """Somebody asked the court to end an order: to discharge it, or revoke a placement order.

    Children Act 1989, section 39; Adoption and Children Act 2002, section 24.
    """

    order = models.ForeignKey(
        CourtOrder, models.PROTECT, related_name="discharge_applications", verbose_name="order"
    )
    applied_on = models.DateField("day of the application")
    applied_by = models.CharField("who applied?", max_length=9, choices=Applicant)
    decided_on = models.DateField("day the court decided", null=True, blank=True)
    outcome = models.CharField(
        "what came of it?", max_length=10, choices=DischargeOutcome, blank=True
    )

    PRIVACY = classes(
        key="id child origin order", sensitive="applied_on applied_by decided_on outcome"
    )

    class Meta:
        constraints = [
            not_before(
                "discharge_decided_after_application",
                "decided_on",
                "applied_on",
                "The court cannot decide before the day of the application.",
            ),
            both_or_neither(
                "discharge_outcome_has_its_day",
                "decided_on",
                "outcome",
                "Enter both the day the court decided and what came of it, or neither.",
            ),
            models.UniqueConstraint(
                fields=["order", "applied_on", "applied_by"],
                name="discharge_application_once_a_day",
                violation_error_message="That application is already recorded.",
            ),
        ]


@tracked
class DeprivationOfLiberty(PeriodFact):
    """A court allowed the child's liberty to be limited, from a day until one that it set.

    `expires_on` is the last day that the court set, `ends_on` the first day on which the order no
    longer held. An order that renews it is an order of its own.
    """

    expires_on = models.DateField(
        "last day of the order, as the court set it",
        null=True,
        blank=True,
        help_text="Leave it empty only where the order names no last day",
    )
    court = models.CharField("which court?", max_length=120, blank=True)
    allows = models.CharField(
        "what does the order allow?",
        max_length=300,
        blank=True,
        help_text="In a few plain words that the child may read one day",
    )

    PRIVACY = classes(
        key="id child origin", sensitive="starts_on ends_on start_known expires_on court allows"
    )

    class Meta:
        verbose_name_plural = "deprivations of liberty"
        constraints = [
            positive_length(
                "deprivation_of_liberty_is_not_empty",
                says="The order must end after its first day.",
            ),
            one_at_a_time(
                "deprivation_of_liberty_one_at_a_time",
                "child",
                says="Another deprivation of liberty order holds in that time.",
            ),
            not_before(
                "deprivation_of_liberty_expires_ahead",
                "expires_on",
                "starts_on",
                "The last day of the order is not before its first.",
            ),
            models.UniqueConstraint(
                fields=["id", "child"], name="deprivation_of_liberty_of_a_child"
            ),
        ]

    def __str__(self) -> str:
        return f"order from {long_day(self.starts_on)}"


class LibertyReviewOutcome(models.TextChoices):
    SAME = "same", "it is still needed as it is"
    LESS = "less", "less is needed, and the limits are eased"
    END = "end", "it is no longer needed"
    COURT = "court", "the court is to be asked again"


@tracked
class DeprivationOfLibertyReview(Fact):
    """Somebody looked whether the child's liberty still has to be limited as the court allowed."""

    deprivation = models.ForeignKey(
        DeprivationOfLiberty, models.PROTECT, related_name="reviews", verbose_name="order"
    )
    reviewed_on = models.DateField("day it was looked at")
    reviewed_by = models.CharField("who looked at it?", max_length=120, blank=True)
    outcome = models.CharField("what came of it?", max_length=5, choices=LibertyReviewOutcome)

    PRIVACY = classes(
        key="id child origin deprivation", sensitive="reviewed_on outcome", staff="reviewed_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["deprivation", "reviewed_on"],
                name="deprivation_of_liberty_review_once_a_day",
                violation_error_message="A look at this order on that day is already recorded.",
            ),
        ]
