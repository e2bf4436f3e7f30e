"""A wait as a clock tells it, before it is cut to the days on which clocks may run."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from casetrack.dates import add_months
from tests.reference.spells import OPEN, Spell


@dataclass(frozen=True)
class Wait:
    """Counts from `started_on`, matters from `runs_from`, is over on `stopped_on`."""

    started_on: date
    runs_from: date
    stopped_on: date = OPEN
    start_known: bool = True
    warn_on: date | None = None
    due_on: date | None = None
    missing: bool = False


Limited = Callable[[Wait], Wait]


def waiting(spell: Spell, stopped_on: date = OPEN) -> Wait:
    """A wait that counts and runs from the start of the spell until its end, or sooner."""
    return Wait(spell.starts_on, spell.starts_on, min(stopped_on, spell.ends_on), spell.start_known)


def days(warning: int, limit: int | None = None) -> Limited:
    """Amber and red after so many days."""

    def limited(wait: Wait) -> Wait:
        due_on = None if limit is None else wait.started_on + timedelta(days=limit)
        return replace(wait, warn_on=wait.started_on + timedelta(days=warning), due_on=due_on)

    return limited


def months(warning: int, limit: int) -> Limited:
    """Amber and red after so many months."""

    def limited(wait: Wait) -> Wait:
        start = wait.started_on
        return replace(wait, warn_on=add_months(start, warning), due_on=add_months(start, limit))

    return limited
