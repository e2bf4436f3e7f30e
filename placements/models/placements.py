from django.db import models

from casetrack.history import tracked
from casetrack.models.codes import HOME_TYPE, PROVIDER, REASON_HOME_ENDED
from casetrack.models.facts import PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes
from placements.models.homes import Home


@tracked
class Placement(PeriodFact):
    """Where and how the child lives, one place at a time.

    A change of type or address with the same carer is a new placement in the same home; a legal
    change is none at all. A temporary stay (T0 to T4) is a placement of its own, and the home
    after it is the one before it where the child returns there. `distance_miles` is the straight
    line from the child's family home, where somebody has worked it out.
    """

    home = models.ForeignKey(Home, models.PROTECT, related_name="placements")
    type = models.CharField(max_length=3, choices=HOME_TYPE.choices, blank=True)
    provider = models.CharField(max_length=3, choices=PROVIDER.choices, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    family_postcode = models.CharField(max_length=8, blank=True)
    distance_miles = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    urn = models.CharField("Ofsted number", max_length=8, blank=True)
    end_reason = models.CharField(max_length=6, choices=REASON_HOME_ENDED.choices, blank=True)

    PRIVACY = classes(
        key="id child origin",
        where="home postcode family_postcode distance_miles urn",
        sensitive="starts_on ends_on start_known type provider end_reason",
    )

    class Meta:
        constraints = [
            positive_length("placement_is_not_empty"),
            one_at_a_time("placement_one_at_a_time", "child"),
        ]
