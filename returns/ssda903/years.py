"""Collection years: year Y is named by its end, and runs from 1 April Y-1 to 31 March Y.

Layouts read are those of 2016/17 to 2026/27. What changed between them is said where it belongs:
the codes in `casetrack.models.codes`, a table's first year in its own file.
"""

from datetime import date

FIRST, LAST = 2017, 2027


def starts_on(year: int) -> date:
    return date(year - 1, 4, 1)


def ends_on(year: int) -> date:
    """The last day of the year, which it includes."""
    return date(year, 3, 31)


def after(year: int) -> date:
    """The 1 April after the return of `year`."""
    return date(year, 4, 1)


def year_of(day: date) -> int:
    return day.year + 1 if (day.month, day.day) >= (4, 1) else day.year


def label(year: int) -> str:
    """2018 is written 2017/18."""
    return f"{year - 1}/{year % 100:02}"
