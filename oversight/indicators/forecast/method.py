"""What is shown of what the model gives, and the words that say so.

While nothing has changed hardly anything beats "as many as today", so half of the forecast is that
and half the model's. After a change of practice neither is right: then the model alone is shown, at
the pace of the months since.
"""

from dataclasses import dataclass

from casetrack import words
from oversight.indicators.forecast.change import LEAST, Change, detected
from oversight.indicators.forecast.histories import Days, Numbers
from oversight.indicators.forecast.model import WINDOW, path
from oversight.indicators.forecast.monthly import Monthly


@dataclass(frozen=True)
class Said:
    """By type after 0, 1 ... 12 months (13, T), and the change that made it so, if any."""

    homes: Numbers
    change: Change | None


def said(monthly: Monthly) -> Said:
    """The forecast that is shown, as it could be made at the end of these months."""
    change = detected(monthly)
    if change:
        return Said(path(monthly, since=change.months), change)
    today = monthly.homes[-1].astype(float)
    return Said((path(monthly) + today) / 2, None)


UNFORESEEN = (
    "No range knows of a change still to come, or of one too new to be found"
    f" ({words.count(LEAST, 'month')} at least, often more): after one the number may well lie"
    " outside."
)
"""What no range can know: in the world with a shock of `make bench-forecast` hardly one that was
made before its turn was found held everybody a year later.
"""


def method_words(change: Change | None) -> str:
    """What the number is made of, and what its range cannot know."""
    if change is None:
        made = (
            "Half of it is what is to be expected of the children’s ages, of moves, of those who"
            " come and of those who leave; half is as many children as today."
        )
    else:
        made = (
            "It is what is to be expected of the children’s ages, of moves, of those who come and"
            " of those who leave, since a change was found in how many do. The errors of that"
            " change are in the ranges, so for some time these are rather too wide than too narrow."
        )
    return f"{made} {UNFORESEEN}"


def window_words(change: Change | None, days: Days) -> str:
    """Which months it rests on; `days` are the ends of the months that were counted."""
    window = words.count(min(WINDOW, len(days) - 1), "month")
    if change is None:
        return f"The forecast is made of the last {window}, in which no change was found."
    found = [
        f"{_rounded(shift.after)} children a month {what} since about"
        f" {words.month(days[-1 - shift.months].item())} ({_rounded(shift.before)} before)"
        for what, shift in (("come into care", change.entries), ("leave care", change.exits))
        if shift
    ]
    months = words.count(change.months, "month")
    return (
        f"A change was found: {words.listed(found)}. How many come and leave is taken from the last"
        f" {months}, where they live and move from the last {window}."
    )


def _rounded(number: float) -> str:
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}"
