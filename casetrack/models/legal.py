from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Greatest

from casetrack.history import tracked
from casetrack.models.codes import LEGAL_STATUS
from casetrack.models.facts import Fact, PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes
from casetrack.sequence import not_before
from casetrack.words import long_day


@tracked
class LegalStatus(PeriodFact):
    """The child's legal status in care, one at a time, in the codes of the return."""

    code = models.CharField(max_length=2, choices=LEGAL_STATUS.choices)

    PRIVACY = classes(key="id child origin", sensitive="starts_on ends_on start_known code")

    class Meta:
        verbose_name_plural = "legal statuses"
        constraints = [
            positive_length("legal_status_is_not_empty"),
            one_at_a_time("legal_status_one_at_a_time", "child"),
        ]


class OrderKind(models.TextChoices):
    INTERIM_CARE = "interim-care", "interim care order"
    CARE = "care", "care order"
    PLACEMENT = "placement", "placement order"
    SUPERVISION = "supervision", "supervision order"
    SPECIAL_GUARDIANSHIP = "special-guardianship", "special guardianship order"
    CHILD_ARRANGEMENTS = "child-arrangements", "child arrangements order"
    ADOPTION = "adoption", "adoption order"
    EMERGENCY_PROTECTION = "emergency-protection", "emergency protection order"
    INTERIM_SUPERVISION = "interim-supervision", "interim supervision order"
    CHILD_ASSESSMENT = "child-assessment", "child assessment order"
    SECURE_ACCOMMODATION = "secure-accommodation", "secure accommodation order"


# Of 1 March before a leap year the day before the anniversary is 29 February; a year that begins on
# 29 February is over on the 28th.
EVE_OF_ANNIVERSARY = Greatest(
    Func(F("made_on"), template="((%(expressions)s - 1 + interval '1 year')::date)"),
    Func(F("made_on"), template="((%(expressions)s + interval '1 year')::date - 1)"),
    output_field=models.DateField(),
)


@tracked
class CourtOrder(Fact):
    """An order of a court about the child, made and perhaps ended.

    A care order is only suspended by a placement order, so orders may run side by side; the legal
    status is what governs. `made_known` is False where it was made on or before `made_on`.
    `expires_on` is the last day that the court set when it made the order; what it allowed later is
    an `OrderExtension`, and `ended_on` the first day on which the order no longer held. A
    supervision order is made for a year at most, to the eve of its anniversary (Children Act 1989,
    schedule 3, paragraph 6).
    """

    kind = models.CharField("which order the court made", max_length=20, choices=OrderKind)
    made_on = models.DateField("day the order was made")
    made_known = models.BooleanField(
        "that day is known, not only that it was on or before it", default=True
    )
    expires_on = models.DateField(
        "last day of the order, as the court set it",
        null=True,
        blank=True,
        help_text="Leave it empty where the court set none. A supervision order lasts a year at "
        "most, an emergency protection order eight days.",
    )
    ended_on = models.DateField("day the order ended", null=True, blank=True)

    PRIVACY = classes(
        key="id child origin", sensitive="kind made_on made_known expires_on ended_on"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="court_order_ends_after_it_is_made",
                condition=Q(ended_on=None) | Q(ended_on__gt=F("made_on")),
                violation_error_message="An order must end after the day it was made.",
            ),
            models.UniqueConstraint(
                fields=["child", "kind", "made_on"],
                name="court_order_once_a_day",
                violation_error_message="That order is already recorded.",
            ),
            not_before(
                "court_order_expires_after_it_is_made",
                "expires_on",
                "made_on",
                "The last day of an order is not before the day it was made.",
            ),
            models.CheckConstraint(
                name="supervision_order_for_a_year",
                condition=~Q(kind=OrderKind.SUPERVISION) | Q(expires_on__lte=EVE_OF_ANNIVERSARY),
                violation_error_message="A supervision order is made for a year at most: its last "
                "day is the one before the anniversary.",
            ),
            models.UniqueConstraint(fields=["id", "child"], name="court_order_of_a_child"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, made on {long_day(self.made_on)}"
