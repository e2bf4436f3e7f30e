"""What a return lacks about a made-up child: plans for permanence, and what was agreed to do."""

from collections.abc import Iterator
from datetime import date
from random import Random

from casetrack.dates import age_on
from permanence.actions.plans import NewPlan
from permanence.models import Rank, Route
from returns.demo.history import Care, Life
from returns.demo.timelines import days

NO_PLAN_UNDER_SECTION_20 = 0.35
NOT_RATIFIED = 0.1
PARALLEL = 0.6

BY_ENDING = {
    "E11": Route.ADOPTION,
    "E12": Route.ADOPTION,
    "E45": Route.SPECIAL_GUARDIANSHIP,
    "E46": Route.SPECIAL_GUARDIANSHIP,
    "E47": Route.SPECIAL_GUARDIANSHIP,
    "E48": Route.SPECIAL_GUARDIANSHIP,
    "E41": Route.CHILD_ARRANGEMENTS,
    "E4A": Route.HOME,
}
BY_HOME = {
    "P1": Route.HOME,
    "U1": Route.CONNECTED,
    "U2": Route.SPECIAL_GUARDIANSHIP,
    "U3": Route.SPECIAL_GUARDIANSHIP,
    "U4": Route.LONG_TERM_FOSTERING,
    "U6": Route.LONG_TERM_FOSTERING,
    "K2": Route.RESIDENTIAL,
    "R1": Route.RESIDENTIAL,
    "S1": Route.RESIDENTIAL,
    "K3": Route.INDEPENDENCE,
}
INSTEAD = {
    Route.HOME: Route.LONG_TERM_FOSTERING,
    Route.ADOPTION: Route.LONG_TERM_FOSTERING,
    Route.SPECIAL_GUARDIANSHIP: Route.CONNECTED,
    Route.CHILD_ARRANGEMENTS: Route.CONNECTED,
    Route.CONNECTED: Route.SPECIAL_GUARDIANSHIP,
    Route.LONG_TERM_FOSTERING: Route.INDEPENDENCE,
    Route.RESIDENTIAL: Route.LONG_TERM_FOSTERING,
}
TO_DO = {
    Route.HOME: (
        "Hold the legal planning meeting: is the care order still needed?",
        "Update the parenting assessment and share it with the parents.",
    ),
    Route.ADOPTION: (
        "Ask the regional adoption agency which families were approached, and report back.",
        "Bring the brothers and sisters assessment up to date before the family-finding meeting.",
    ),
    Route.SPECIAL_GUARDIANSHIP: (
        "Agree the special guardianship support plan with the carers, costs included.",
        "Ask legal for a date to apply for the special guardianship order.",
    ),
    Route.CHILD_ARRANGEMENTS: ("Take legal advice on a child arrangements order.",),
    Route.CONNECTED: ("Record why special guardianship is not right now, and when to ask again.",),
    Route.LONG_TERM_FOSTERING: (
        "Write the matching report for the fostering panel.",
        "Find out from the child how they feel about staying where they live.",
    ),
    Route.RESIDENTIAL: ("Set out what would make a move to a family home possible.",),
    Route.INDEPENDENCE: ("Finish the pathway plan with the young person.",),
}


def route_of(random: Random, life: Life, care: Care) -> Route:
    """The route that the child's story ends in, or is on today."""
    last = care.homes[-1].stay.type
    if life.decisions and life.decisions[-1][1] is None:
        return Route.ADOPTION
    if care.reason in BY_ENDING:
        return BY_ENDING[care.reason]
    if care.legal[-1][1] == "C1" and last == "U6" and random.random() < 0.6:
        return Route.HOME
    if care.legal[-1][1] == "V2" and last in ("U3", "U6"):
        return Route.INDEPENDENCE if life.unaccompanied else Route.HOME
    if last == "U3" and random.random() < 0.4:
        return Route.CONNECTED
    return BY_HOME.get(last, Route.LONG_TERM_FOSTERING)


def plans_of(random: Random, life: Life, child: int, today: date) -> Iterator[NewPlan]:
    """First the hope of going home, then, from the final order, the route of the story."""
    care = life.care
    end = care.ends_on
    began = care.starts_on + days(random.randint(14, 70))
    no_plan = care.legal[-1][1] == "V2" and random.random() < NO_PLAN_UNDER_SECTION_20
    if life.short_breaks or began >= (end or today) - days(2) or (no_plan and end is None):
        return
    route = route_of(random, life, care)
    turned = _turned(random, life, care, began)
    if turned is not None and route is not Route.HOME:
        yield _plan(random, life, child, Route.HOME, Rank.PRIMARY, began, turned)
        began = turned
    changed = life.decisions[-1][1] if life.decisions else None
    if changed is not None and began < changed < (end or today):
        yield _plan(random, life, child, Route.ADOPTION, Rank.PRIMARY, began, changed)
        began = changed
    yield _plan(random, life, child, route, Rank.PRIMARY, began, end)
    instead = INSTEAD.get(route)
    if instead and age_on(life.born_on, began) < 16 and random.random() < PARALLEL:
        yield _plan(random, life, child, instead, Rank.CONTINGENCY, began, end)


def _turned(random: Random, life: Life, care: Care, began: date) -> date | None:
    """The day on which the plan stopped being a return home: before the final order."""
    order = care.since("E1", "C2")
    if life.decisions:
        day = life.decisions[0][0] - days(random.randint(15, 60))
    elif order is not None:
        day = order - days(random.randint(5, 40))
    else:
        return None
    return day if day > began else None


def _plan(
    random: Random,
    life: Life,
    child: int,
    route: Route,
    rank: Rank,
    start: date,
    end: date | None,
) -> NewPlan:
    """Ratified by the first review after it, mostly; by one that no return tells of, if older."""
    held = next((day for day, _ in life.reviews if day >= start), None)
    known = life.reviews[0][0] if life.reviews else start
    if start < known - days(200):
        held = start + days(random.randint(20, 120))
    ratified = held is not None and (end is None or held < end) and random.random() > NOT_RATIFIED
    return NewPlan(child, route, rank, start, end, held if ratified else None)
