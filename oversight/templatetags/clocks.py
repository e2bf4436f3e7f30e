"""The clock bar and dates, the same on every page."""

from datetime import date

from django import template

from casetrack import words
from oversight.clock_bar import Bar, bar
from oversight.waits import Wait

register = template.Library()
register.filter("long_day", words.long_day)
register.filter("short_day", words.short_day)
register.filter("month", words.month)


@register.simple_tag
def bar_of(wait: Wait) -> Bar:
    """The geometry of a wait's bar, for components/clock_bar.html."""
    return bar(wait)


@register.filter
def weekday(day: date) -> str:
    """Sunday 22 November 2026."""
    return f"{day:%A} {words.long_day(day)}"
