"""The routes to permanence as data: for each its steps in order, one file a route.

A file whose name is not its route's code is refused at load. `every_route` holds what all routes
share: what comes before the route's own steps and what comes after them.
"""

from collections.abc import Collection, Mapping
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from permanence.routes import every_route
from permanence.routes.step import Step

NOT_ROUTES = {"done", "every_route", "step"}


def _load() -> dict[str, tuple[Step, ...]]:
    found: dict[str, tuple[Step, ...]] = {}
    for module in iter_modules(__path__):
        if module.name not in NOT_ROUTES:
            room = import_module(f"{__name__}.{module.name}")
            if room.ROUTE.replace("-", "_") != module.name:
                raise ValueError(f"routes/{module.name}.py holds the route {room.ROUTE}")
            found[room.ROUTE] = room.STEPS
    return found


ROUTES: dict[str, tuple[Step, ...]] = _load()


def whole(route: str) -> tuple[Step, ...]:
    """All steps of a route in order, with those that every route shares."""
    return (*every_route.BEFORE, *ROUTES[route], *every_route.AFTER)


def steps(route: str, *, primary: bool) -> tuple[Step, ...]:
    """The steps of a plan: a contingency plan has its own alone, the primary one the rest too."""
    return whole(route) if primary else ROUTES[route]


def step(route: str, code: str) -> Step | None:
    return next((each for each in whole(route) if each.code == code), None)


def titles() -> list[tuple[str, str]]:
    """Code and title of every step of every route, each once."""
    found = {each.code: each.title for route in ROUTES for each in whole(route)}
    return list(found.items())


def suggested(
    route: str, beginnings: Mapping[str, date], holidays: Collection[date], *, earliest: date
) -> dict[str, date]:
    """By code, the suggested day of each step that `beginnings` does not hold.

    `beginnings` holds those of BEGINNINGS that are known, and the days of steps that are done or
    have one. None lies before `earliest`, and steps count on from one another: where one has
    slipped, the next count from the day on which it can still be done. A step that counts from a
    day which is not known has none.
    """
    days = dict(beginnings)
    for each in whole(route):
        if each.code not in days and each.within.after in days:
            days[each.code] = max(each.within.day(days[each.within.after], holidays), earliest)
    return {code: day for code, day in days.items() if code not in beginnings}
