from datetime import date

from django.db import models

from casetrack.privacy import classes


class CalendarQuerySet(models.QuerySet["CalendarDay"]):
    def holidays(self) -> frozenset[date]:
        """Every bank holiday there is, for counting working days in Python."""
        return frozenset(self.exclude(holiday="").values_list("day", flat=True))


class CalendarDay(models.Model):
    """Every day from 1990 to 2050, with its bank holiday (England and Wales) if it is one.

    `working_number` counts the working days up to and including the day, so that counting working
    days is a subtraction in SQL. A migration makes and fills the table (from `bank_holidays.csv`),
    so that it is part of the schema; `casetrack.actions.calendar` adds a holiday and has the limits
    that were counted with it computed again.
    """

    day = models.DateField(primary_key=True)
    holiday = models.CharField(max_length=80, blank=True)
    is_working = models.BooleanField()
    working_number = models.IntegerField()

    objects = CalendarQuerySet.as_manager()

    PRIVACY = classes(open="day holiday is_working working_number")

    class Meta:
        managed = False

    def __str__(self) -> str:
        return self.day.isoformat()
