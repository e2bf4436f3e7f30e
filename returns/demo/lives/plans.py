"""What becomes of a plan beside being ratified: a group endorses it, it is achieved, it ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from permanence.actions.plans import NewPlan
from permanence.models import Rank, Route
from returns.demo.history import Life
from returns.demo.planning import BY_ENDING
from returns.demo.timelines import days

KEPT = ("U1", "U4")
STAYED = {Route.LONG_TERM_FOSTERING, Route.CONNECTED}
ENDED = {
    Route.HOME: (
        "The court decided that living at home would not be safe enough.",
        "The assessments of both parents ended, and the final order was made.",
    ),
    Route.ADOPTION: ("No family was found in a year, and the child is settled where they live.",),
}
ENDORSED = 0.95
SETTLES = 150
"""Days after which carers for good, and the plan that says so, are permanence achieved."""


def followed(random: Random, life: Life, plan: NewPlan, today: date) -> NewPlan:
    """The plan with the days on which managers endorsed it and it came about."""
    last = (plan.ends_on or today) - days(1)
    if plan.rank != Rank.PRIMARY:
        return plan
    met = plan.starts_on + days(random.randint(16, 80))
    endorsed = met if random.random() < ENDORSED and met <= last else None
    achieved = _achieved(life, plan, last)
    reason = ""
    if plan.ends_on is not None and achieved is None and plan.ends_on != life.care.ends_on:
        reason = random.choice(ENDED.get(Route(plan.route), ("",)))
    return replace(plan, endorsed_on=endorsed, achieved_on=achieved, end_reason=reason)


def _achieved(life: Life, plan: NewPlan, last: date) -> date | None:
    """By leaving care in the way that was planned, or by staying for good with the carers."""
    care = life.care
    if care.ends_on is not None and BY_ENDING.get(care.reason) == plan.route:
        return care.ends_on if plan.ends_on == care.ends_on else None
    if plan.route in STAYED:
        settled = [max(on + days(SETTLES), plan.starts_on + days(SETTLES)) for on in _kept(life)]
        return next((on for on in settled if on <= last), None)
    return None


def _kept(life: Life) -> Iterator[date]:
    return (home.on for home in life.care.homes[-1:] if home.stay.type in KEPT)
