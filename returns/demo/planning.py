"""What a return lacks about a made-up child: plans for permanence, and what was agreed to do."""

from collections.abc import Iterator
from datetime import date
from random import Random

from casetrack.dates import age_on, birthday
from permanence.actions.plans import NewPlan
from permanence.models import Rank, Route
from returns.demo.history import Care, Life
from returns.demo.timelines import days, pick

NO_PLAN_UNDER_SECTION_20 = 0.06
LATER_RATIFIED = 0.07
PARALLEL = 0.97
YOUNG, FAMILY_SOUGHT = 6, 0.3
"""For some of the youngest adoption is planned while the court decides."""
BEFORE_SIXTEEN = 60
"""Days before the 16th birthday on which the second plan turns to a life of one’s own."""

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
WITH_RELATIVES = {
    Route.SPECIAL_GUARDIANSHIP: 54,
    Route.CONNECTED: 38,
    Route.CHILD_ARRANGEMENTS: 8,
}
INSTEAD = {
    Route.HOME: Route.LONG_TERM_FOSTERING,
    Route.ADOPTION: Route.LONG_TERM_FOSTERING,
    Route.SPECIAL_GUARDIANSHIP: Route.CONNECTED,
    Route.CHILD_ARRANGEMENTS: Route.CONNECTED,
    Route.CONNECTED: Route.SPECIAL_GUARDIANSHIP,
    Route.LONG_TERM_FOSTERING: Route.CONNECTED,
    Route.INDEPENDENCE: Route.LONG_TERM_FOSTERING,
    Route.RESIDENTIAL: Route.LONG_TERM_FOSTERING,
}
NOT_YET = ("U3", "U6")
TRIED_BEFORE = {
    Route.LONG_TERM_FOSTERING: Route.CONNECTED,
    Route.SPECIAL_GUARDIANSHIP: Route.LONG_TERM_FOSTERING,
    Route.CHILD_ARRANGEMENTS: Route.LONG_TERM_FOSTERING,
}
"""The plan before the child came to those who may keep them."""
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
    if care.legal[-1][1] == "C1" and last == "U6":
        young = age_on(life.born_on, care.starts_on) < YOUNG
        if young and random.random() < FAMILY_SOUGHT:
            return Route.ADOPTION
        if random.random() < 0.6:
            return Route.HOME
    if care.legal[-1][1] == "V2" and last in ("U3", "U6"):
        return Route.INDEPENDENCE if life.unaccompanied else Route.HOME
    if last == "U3":
        return pick(random, WITH_RELATIVES)
    return BY_HOME.get(last, Route.LONG_TERM_FOSTERING)


def plans_of(random: Random, life: Life, child: int, today: date) -> Iterator[NewPlan]:
    """First the hope of going home, then, from the final order, the route of the story."""
    care = life.care
    end = care.ends_on
    began = care.starts_on + days(random.randint(6, 34))
    no_plan = care.legal[-1][1] == "V2" and random.random() < NO_PLAN_UNDER_SECTION_20
    if life.short_breaks or began >= (end or today) - days(2) or (no_plan and end is None):
        return
    route = route_of(random, life, care)
    first: list[tuple[Route, date]] = []
    turned = _turned(random, life, route, began, today)
    if turned is not None and route is not Route.HOME:
        first.append((Route.HOME, began))
        began = turned
    moved = care.homes[-1].on
    if route in TRIED_BEFORE and care.homes[-1].stay.type in NOT_YET and moved > began + days(90):
        first.append((TRIED_BEFORE[route], began))
        began = moved + days(random.randint(-20, 20))
    changed = life.decisions[-1][1] if life.decisions else None
    if changed is not None and began < changed < (end or today):
        first.append((Route.ADOPTION, began))
        began = changed
    stages = [*first, (route, began)]
    parallel = random.random() < PARALLEL
    for rank, turns in (
        (Rank.PRIMARY, stages),
        (Rank.CONTINGENCY, _second(life, stages, end or today)),
    ):
        for n, (wanted, since) in enumerate(turns):
            until = turns[n + 1][1] if n + 1 < len(turns) else end
            told = rank == Rank.PRIMARY or parallel or wanted is Route.INDEPENDENCE
            if told and since < (until or today):
                yield _plan(random, life, child, wanted, rank, since, until)


def _second(life: Life, stages: list[tuple[Route, date]], last: date) -> list[tuple[Route, date]]:
    """The second plan beside each first one; from nearly 16 on it is a life of one’s own."""
    grown = birthday(life.born_on, 16) - days(BEFORE_SIXTEEN)
    turns: list[tuple[Route, date]] = []
    for n, (route, since) in enumerate(stages):
        until = stages[n + 1][1] if n + 1 < len(stages) else last
        alone = route is Route.INDEPENDENCE
        if since < grown or alone:
            turns.append((INSTEAD[route], since))
        if not alone and grown < until:
            turns.append((Route.INDEPENDENCE, max(since, grown)))
    return [turn for n, turn in enumerate(turns) if n == 0 or turn[0] != turns[n - 1][0]]


def _turned(random: Random, life: Life, route: Route, began: date, today: date) -> date | None:
    """The day on which the plan stopped being a return home: before the final order."""
    care = life.care
    order = care.since("E1", "C2")
    if life.decisions:
        day = life.decisions[0][0] - days(random.randint(15, 60))
    elif order is not None:
        day = order - days(random.randint(5, 40))
    elif route is Route.ADOPTION:
        day = care.starts_on + days(random.randint(60, 110))
    else:
        return None
    return day if began < day < today else None


def _plan(
    random: Random,
    life: Life,
    child: int,
    route: Route,
    rank: Rank,
    start: date,
    end: date | None,
) -> NewPlan:
    """Ratified by the first review after it, mostly, else the next; by one that no return tells
    of, if older.
    """
    held = [day for day, _ in life.reviews if day >= start]
    known = life.reviews[0][0] if life.reviews else start
    if start < known - days(200):
        held = [start + days(random.randint(20, 120))]
    on = held[min(random.random() < LATER_RATIFIED, len(held) - 1)] if held else None
    ratified = on is not None and (end is None or on < end)
    return NewPlan(child, route, rank, start, end, on if ratified else None)
