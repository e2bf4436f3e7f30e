from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.models.children import YesNoNotKnown
from casetrack.models.codes import HOME_TYPE, PROVIDER, REASON_HOME_ENDED
from casetrack.models.facts import Fact, PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes
from placements.models.homes import Home


class MeantFor(models.TextChoices):
    """How long the child is meant to live there, as the plan says when they move in."""

    NOW = "now", "for now"
    UNTIL_18 = "until-18", "until the child is 18"


@tracked
class Placement(PeriodFact):
    """Where and how the child lives, one place at a time.

    A change of type or address with the same carer is a new placement in the same home; a legal
    change is none at all. A temporary stay (T0 to T4) is a placement of its own, and the home
    after it is the one before it where the child returns there. `distance_miles` is the straight
    line from the child's family home, where somebody has worked it out.
    """

    home = models.ForeignKey(Home, models.PROTECT, related_name="placements")
    type = models.CharField("kind of home", max_length=3, choices=HOME_TYPE.choices, blank=True)
    provider = models.CharField(
        "who provides the home", max_length=3, choices=PROVIDER.choices, blank=True
    )
    postcode = models.CharField("postcode of the home", max_length=8, blank=True)
    family_postcode = models.CharField("postcode of the family", max_length=8, blank=True)
    distance_miles = models.DecimalField(
        "miles from the family home", max_digits=5, decimal_places=1, null=True, blank=True
    )
    urn = models.CharField("Ofsted number", max_length=8, blank=True)
    end_reason = models.CharField(
        "why did the home end?", max_length=6, choices=REASON_HOME_ENDED.choices, blank=True
    )
    end_planned = models.CharField(
        "was the end planned?",
        max_length=9,
        choices=YesNoNotKnown,
        blank=True,
        default="",
        db_default="",
    )
    meant_for = models.CharField(
        "how long is the child meant to live there?",
        max_length=8,
        choices=MeantFor,
        blank=True,
        default="",
        db_default="",
    )

    PRIVACY = classes(
        key="id child origin",
        where="home postcode family_postcode distance_miles urn",
        sensitive="starts_on ends_on start_known type provider end_reason end_planned meant_for",
    )

    class Meta:
        constraints = [
            positive_length(
                "placement_is_not_empty", says="A home must end after the day it started."
            ),
            one_at_a_time(
                "placement_one_at_a_time",
                "child",
                says="The child lives somewhere else during that time.",
            ),
            models.CheckConstraint(
                name="placement_end_is_planned_where_it_ended",
                condition=Q(end_planned="") | Q(ends_on__isnull=False),
                violation_error_message="Only a home that has ended can have a planned end.",
            ),
        ]


@tracked
class PlacementPlan(Fact):
    """The plan for living in a home (regulation 9) was agreed; it may be before the move.

    `notified_on` is the day by which all who must know of the move were told (regulation 13).
    """

    home = models.ForeignKey(Home, models.PROTECT, related_name="plans")
    agreed_on = models.DateField("when was the plan agreed?")
    notified_on = models.DateField(
        "by when had everybody who must know been told?",
        null=True,
        blank=True,
        help_text="Parents, the reviewing officer, health, school and the council of the area.",
    )

    PRIVACY = classes(key="id child origin", where="home", sensitive="agreed_on notified_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "home", "agreed_on"],
                name="placement_plan_once_a_day",
                violation_error_message="A plan of that day is already recorded for that home.",
            ),
        ]
