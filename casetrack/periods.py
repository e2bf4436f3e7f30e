"""Half-open periods of days, `[starts_on, ends_on)`, and the constraints that keep them honest.

`ends_on` is null while the period is open. On day d a period holds when
`starts_on <= d and (ends_on is null or d < ends_on)`. SSDA903 episodes work the same way.
"""

from datetime import date
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Q


class PeriodQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> Self:
        """Periods that hold on `day`."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gt=day))

    def overlapping(self, starts_on: date, ends_on: date | None) -> Self:
        """Periods that share a day with `[starts_on, ends_on)`; `ends_on` None is open."""
        found = self.filter(Q(ends_on=None) | Q(ends_on__gt=starts_on))
        return found if ends_on is None else found.filter(starts_on__lt=ends_on)


class Period(models.Model):
    """`start_known` is False where it began on or before `starts_on`, the first day seen."""

    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    start_known = models.BooleanField(default=True)

    class Meta:
        abstract = True

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


def positive_length(name: str, *, says: str | None = None) -> models.CheckConstraint:
    """An exclusion constraint accepts an empty range, so positive length has a check of its own.

    `says` is what somebody reads who enters a period without a day in it.
    """
    return models.CheckConstraint(
        name=name,
        condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
        violation_error_message=says,
    )


def one_at_a_time(
    name: str, *keys: str, condition: Q | None = None, says: str | None = None
) -> ExclusionConstraint:
    """No two rows with the same `keys` may share a day; `says` is read by who enters a second.

    Deferrable, so that an import may pass through an overlapping moment inside its transaction;
    checked at once otherwise.
    """
    days = Func("starts_on", "ends_on", function="DATERANGE", output_field=DateRangeField())
    return ExclusionConstraint(
        name=name,
        expressions=[(key, RangeOperators.EQUAL) for key in keys]
        + [(days, RangeOperators.OVERLAPS)],
        condition=condition,
        deferrable=Deferrable.IMMEDIATE,
        violation_error_message=says,
    )
