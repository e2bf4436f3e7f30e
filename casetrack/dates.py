"""Counting days, months and working days: pure functions, no clock and no database.

"Within N of X" makes X day 0, so a wait that starts on X with a limit of N days is due on X + N.
Months go to the same numbered day, or to the month's last day
where there is none (31 August and six months is 28 or 29 February), which is the
corresponding-date rule that the courts use.
"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

SATURDAY = 5
APRIL = 4


def add_months(day: date, months: int) -> date:
    """The corresponding date `months` months after `day` (before it, when negative)."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def financial_year(day: date) -> date:
    """The 1 April on which the financial year of the day, and the year of its return, began."""
    return date(day.year - (day.month < APRIL), APRIL, 1)


def holds_on(starts_on: date, ends_on: date | None, day: date) -> bool:
    """Whether the day lies in the half-open period; `ends_on` is None while it lasts."""
    return starts_on <= day and (ends_on is None or day < ends_on)


def birthday(born_on: date, age: int) -> date:
    """The day a child comes to `age`: somebody born on 29 February does so on 1 March.

    A person attains an age at the start of the anniversary of birth (Family Law Reform Act 1969,
    section 9); in a year without 29 February the day after the 28th is taken, as the SSDA903
    guidance does.
    """
    year = born_on.year + age
    if born_on.month == 2 and born_on.day == 29 and monthrange(year, 2)[1] == 28:
        return date(year, 3, 1)
    return born_on.replace(year=year)


def age_on(born_on: date, day: date) -> int:
    """Whole years of age on `day`; negative before birth."""
    age = day.year - born_on.year
    return age - 1 if birthday(born_on, age) > day else age


def whole_months(start: date, end: date) -> int:
    """Whole months from `start` to `end` by corresponding dates; 0 where end is not later."""
    if end <= start:
        return 0
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - 1 if add_months(start, months) > end else months


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Not a Saturday, a Sunday or one of `holidays` (CPPCR 2010, regulation 2)."""
    return day.weekday() < SATURDAY and day not in holidays


def add_working_days(day: date, count: int, holidays: Collection[date]) -> date:
    """The `count`-th working day after `day` (before it, when negative); `day` itself is day 0."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, holidays):
            day += step
    return day


def working_days_after(day: date, end: date, holidays: Collection[date]) -> int:
    """How many working days lie after `day`, `end` among them; none where it is not later."""
    passed = (end - day).days
    days = (day + timedelta(days=number) for number in range(1, passed + 1))
    return sum(is_working_day(each, holidays) for each in days)
