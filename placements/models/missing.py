from django.db import models

from casetrack.history import tracked
from casetrack.models.codes import MISSING
from casetrack.models.facts import PeriodFact
from casetrack.periods import one_at_a_time
from casetrack.privacy import classes


@tracked
class MissingEpisode(PeriodFact):
    """A time when the child was missing or away without authorisation.

    It may begin and end on one day, so it is the one period that may be empty.
    """

    kind = models.CharField(max_length=1, choices=MISSING.choices, blank=True)

    PRIVACY = classes(key="id child origin", sensitive="starts_on ends_on start_known kind")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="missing_episode_does_not_end_before_it_starts",
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
            ),
            one_at_a_time("missing_episode_one_at_a_time", "child"),
        ]
