from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.facts import PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes


class Route(models.TextChoices):
    """The routes to permanence, in the order in which a group looks at them."""

    HOME = "home", "Home with parents"
    ADOPTION = "adoption", "Adoption"
    SPECIAL_GUARDIANSHIP = "special-guardianship", "Special guardianship"
    CHILD_ARRANGEMENTS = "child-arrangements", "Child arrangements order"
    CONNECTED = "connected", "Long-term with a relative or friend"
    LONG_TERM_FOSTERING = "long-term-fostering", "Long-term fostering"
    RESIDENTIAL = "residential", "Long-term residential"
    INDEPENDENCE = "independence", "Independence"


class Rank(models.TextChoices):
    PRIMARY = "primary", "primary"
    CONTINGENCY = "contingency", "contingency"


@tracked
class PermanencePlan(PeriodFact):
    """A route that is being worked for the child; current from the day it was proposed.

    A primary and a contingency route may run side by side (parallel planning). The Permanence
    Monitoring Group (PMG) may endorse a plan; only a review ratifies it, and `ratified_on` is the
    day of that review. On `achieved_on` the child had the permanence that the plan was for.
    """

    route = models.CharField("which route?", max_length=24, choices=Route)
    rank = models.CharField(
        "is this the primary or the contingency plan?",
        max_length=12,
        choices=Rank,
        default=Rank.PRIMARY,
        help_text="The contingency plan is worked beside the primary one, in case that one cannot "
        "be.",
    )
    endorsed_on = models.DateField(
        "when did the Permanence Monitoring Group endorse it?", null=True, blank=True
    )
    ratified_on = models.DateField("when did a review ratify it?", null=True, blank=True)
    achieved_on = models.DateField("when was it achieved?", null=True, blank=True)
    end_reason = models.CharField(
        "why did the plan end?",
        max_length=300,
        blank=True,
        default="",
        db_default="",
        help_text="Say what happened. The child may read this one day.",
    )

    PRIVACY = classes(
        key="id child origin",
        sensitive="starts_on ends_on start_known route rank endorsed_on ratified_on achieved_on"
        " end_reason",
    )

    class Meta:
        constraints = [
            positive_length("permanence_plan_is_not_empty"),
            one_at_a_time("permanence_plan_one_of_a_rank", "child", "rank"),
            # What the tables of the same floor point at, so that a step is of its own child's plan.
            models.UniqueConstraint(fields=["id", "child"], name="permanence_plan_of_a_child"),
            models.CheckConstraint(
                name="permanence_plan_ratified_after_it_starts",
                condition=Q(ratified_on=None) | Q(ratified_on__gte=F("starts_on")),
                violation_error_message="A plan cannot be ratified before it was proposed.",
            ),
            models.CheckConstraint(
                name="permanence_plan_endorsed_after_it_starts",
                condition=Q(endorsed_on=None) | Q(endorsed_on__gte=F("starts_on")),
                violation_error_message="A plan cannot be endorsed before it was proposed.",
            ),
            models.CheckConstraint(
                name="permanence_plan_achieved_while_it_holds",
                condition=Q(achieved_on=None)
                | Q(achieved_on__gte=F("starts_on"))
                & (Q(ends_on=None) | Q(achieved_on__lte=F("ends_on"))),
                violation_error_message="A plan is achieved after it was proposed, and not after "
                "it ended.",
            ),
            models.CheckConstraint(
                name="permanence_plan_reason_is_of_its_end",
                condition=Q(end_reason="") | Q(ends_on__isnull=False),
                violation_error_message="A plan that has not ended has no reason for its end.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_route_display()} ({self.rank} plan)"
