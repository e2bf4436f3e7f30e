from datetime import date

from django.db import models

from casetrack.history import tracked
from casetrack.privacy import classes


@tracked
class Authority(models.Model):
    """A council (or an agency that serves several) whose children are tracked.

    `known_to` is the last day that its facts are known to: the cut-off of the newest return loaded.
    It is null where people record live, because the facts are then known to the day itself.
    `recorded_from` is the first day from which people record here what no return carries (visits,
    checks of health, plans, hearings); null where nobody does.
    """

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=120)
    known_to = models.DateField(null=True, blank=True)
    records_live = models.BooleanField(default=False)
    recorded_from = models.DateField(null=True, blank=True)

    PRIVACY = classes(key="id", open="code name known_to records_live recorded_from")

    class Meta:
        verbose_name_plural = "authorities"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    def known_day(self, day: date) -> date:
        """The day whose state may be shown for `day`: never later than the facts are known to."""
        if self.records_live or self.known_to is None:
            return day
        return min(day, self.known_to)
