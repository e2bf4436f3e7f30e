"""The calendar of working days: a bank holiday that was not foreseen is added here."""

from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F

from casetrack.actions.refusal import Refused
from casetrack.models import CalendarDay, Child
from casetrack.recording import recording


class HolidayRefused(Refused):
    """The day cannot become a bank holiday."""


def why_not_add(day: CalendarDay | None) -> str:
    """Why this day cannot become a bank holiday; empty where it can."""
    if day is None:
        return "The calendar does not reach that day."
    if day.holiday:
        return f"That day is a bank holiday already: {day.holiday}."
    return "" if day.is_working else "That day is at a weekend, so it is no working day already."


def add_bank_holiday(*, on: date, name: str, by: Any) -> CalendarDay:
    """Make `on` a bank holiday: one working day fewer from there on, and every child's limits anew.

    All children are locked and their clocks computed again, because any of them may have a limit
    that was counted across the day.
    """
    with recording("bank_holiday.added", by=by, into_sealed=True, day=on.isoformat()) as now:
        with connection.cursor() as cursor:
            # Two holidays added at once would otherwise number the days one after the other.
            cursor.execute("LOCK TABLE casetrack_calendarday IN SHARE ROW EXCLUSIVE MODE")
        day = CalendarDay.objects.filter(day=on).first()
        if (reason := why_not_add(day)) or day is None:
            raise HolidayRefused(reason)
        day.holiday, day.is_working = name, False
        day.save(update_fields=["holiday", "is_working"])
        CalendarDay.objects.filter(day__gte=on).update(working_number=F("working_number") - 1)
        now.touch(Child.objects.values_list("pk", flat=True))
        day.refresh_from_db()
        return day
