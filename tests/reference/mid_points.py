"""From a review half-way to the next, wherever the next lies."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from casetrack.dates import add_months
from tests.reference.spells import OPEN, Spell
from tests.reference.story import Story
from tests.reference.waits import Wait


def mid_point(story: Story) -> Iterator[Wait]:
    for care in story.care:
        held = [day for day in story.reviews if care.starts_on <= day < care.ends_on]
        for place, day in enumerate(held):
            following = min([*held[place + 1 :], care.ends_on])
            looked_on = min((look for look in story.mid_points if look > day), default=OPEN)
            wait = Wait(day, day, min(following, looked_on))
            months = 3 if _next_is_soon(story, care, held, day) else 6
            yield _half_way(wait, months, _brought_forward(story, care, held, wait))


def _next_is_soon(story: Story, care: Spell, held: list[date], day: date) -> bool:
    """Whether the law, or the authority for those under five, wants the next in three months."""
    home = _adoptive_home(story, day - timedelta(days=1))
    if home and day < home.ends_on:
        return home.start_known and not any(home.starts_on < other < day for other in held)
    is_first = care.start_known and day == held[0]
    return is_first or _quarterly(story, care, held, day) == 3


def _adoptive_home(story: Story, day: date) -> Spell | None:
    return next((home for home in story.adoptive_homes if home.holds_on(day)), None)


def _quarterly(story: Story, care: Spell, held: list[date], day: date) -> int | None:
    """In how many months an authority reviews a child under five again; None where it does not."""
    is_first = care.start_known and day == held[0]
    if is_first or day >= story.comes_to(5) or story.child.born_on is None:
        return None
    return None if _adoptive_home(story, day) else story.quarterly_on(day)


def _brought_forward(story: Story, care: Spell, held: list[date], wait: Wait) -> date:
    """The first day that is set or ordered for the next review while the wait lasts."""
    day, until = wait.started_on, wait.stopped_on
    days = [on for set_on, on in story.planned_after(day) if day <= set_on < until and day < on]
    home = _adoptive_home(story, day - timedelta(days=1))
    if not (home and day < home.ends_on):
        days += [
            add_months(order.starts_on, 3)
            for order in story.under("E1")
            if order.start_known and day < order.starts_on < until <= order.ends_on
        ]
    if months := _quarterly(story, care, held, day):
        days.append(add_months(day, months))
    return min(days, default=OPEN)


def _half_way(wait: Wait, months: int, sooner: date) -> Wait:
    day = wait.started_on
    if sooner < add_months(day, months):
        half = (sooner - day).days // 2
        warn, due = timedelta(days=half * 2 // 3), timedelta(days=half)
        return replace(wait, warn_on=day + warn, due_on=day + due)
    if months == 3:
        return replace(wait, warn_on=day + timedelta(weeks=4), due_on=day + timedelta(weeks=6))
    return replace(wait, warn_on=add_months(day, 2), due_on=add_months(day, 3))


def as_counted(story: Story, wait: Wait) -> Wait:
    """The limit is as far off as it was from the review, whenever people began to record."""
    return wait
