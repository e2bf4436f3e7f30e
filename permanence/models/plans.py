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

    A primary and a contingency route may run side by side (parallel planning). Only a review
    ratifies; `ratified_on` is the day of that review.
    """

    route = models.CharField(max_length=24, choices=Route)
    rank = models.CharField(max_length=12, choices=Rank, default=Rank.PRIMARY)
    ratified_on = models.DateField(null=True, blank=True)

    PRIVACY = classes(
        key="id child origin",
        sensitive="starts_on ends_on start_known route rank ratified_on",
    )

    class Meta:
        constraints = [
            positive_length("permanence_plan_is_not_empty"),
            one_at_a_time("permanence_plan_one_of_a_rank", "child", "rank"),
            models.CheckConstraint(
                name="permanence_plan_ratified_after_it_starts",
                condition=Q(ratified_on=None) | Q(ratified_on__gte=F("starts_on")),
            ),
        ]
