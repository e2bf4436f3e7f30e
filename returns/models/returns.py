from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.privacy import classes
from returns.ssda903 import years


@tracked
class Return(models.Model):
    """An SSDA903 return of an authority: year Y runs from 1 April Y-1 to 31 March Y.

    Its facts are known to `cut_off_on`: 31 March, or the day on which it last brought new rows
    where its year was still running then.
    """

    authority = models.ForeignKey(
        "casetrack.Authority", models.PROTECT, related_name="ssda903_returns"
    )
    year = models.PositiveSmallIntegerField()
    cut_off_on = models.DateField()

    PRIVACY = classes(key="id authority", open="year cut_off_on")

    class Meta:
        ordering = ["authority", "year"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "year"], name="return_once_a_year"),
            models.CheckConstraint(
                name="return_year_is_a_year", condition=Q(year__range=(1990, 2100))
            ),
        ]

    def __str__(self) -> str:
        return f"return of {self.label}"

    @property
    def label(self) -> str:
        return years.label(self.year)
