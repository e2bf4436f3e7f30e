"""What each method said of the made-up councils, and how far off it was."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from oversight.indicators.forecast import method
from oversight.indicators.forecast.backtest import Past
from oversight.indicators.forecast.change import LEAST, Change, detected
from oversight.indicators.forecast.forecast import EVERYBODY, HORIZONS, forecast, points
from oversight.indicators.forecast.histories import PLACE, HomeType, Numbers
from oversight.indicators.forecast.model import AHEAD, WINDOW, path, projected
from oversight.indicators.forecast.monthly import Monthly, T, counted
from tests.bench_forecast import cs_demand
from tests.bench_forecast.worlds import FALL, Council, World, council, truth

ORIGINS = (36, 42, 48, 54, 60)
"""Months after the beginning at which a forecast is made; the shock turns in month 38."""
ORACLE, LAST, CHANGE = "oracle (true rates)", "as many as today", "three-month change"
MODEL, SINCE, SHOWN = f"multi-state, {WINDOW} months", "multi-state, since change", "what we show"
METHODS = (ORACLE, LAST, CHANGE, MODEL, SINCE, SHOWN)
THEIRS = tuple(f"cs-demand-model, {months} months" for months in cs_demand.WINDOWS)
SIZES = {
    "types of 100-170": (HomeType.CONNECTED, HomeType.IN_HOUSE, HomeType.AGENCY),
    "types of 25-70": (HomeType.PARENTS, HomeType.EXTERNAL),
    "types under 25": (HomeType.OWN, HomeType.SUPPORTED, HomeType.ADOPTIVE, HomeType.OTHER),
}
CATEGORIES = {
    "Fostering": (HomeType.CONNECTED, HomeType.IN_HOUSE, HomeType.AGENCY),
    "Residential": (HomeType.EXTERNAL, HomeType.OWN),
    "Supported": (HomeType.SUPPORTED,),
    "Other": (HomeType.PARENTS, HomeType.ADOPTIVE, HomeType.OTHER),
}
"""The placement categories of cs-demand-model, in our types."""
ALL_LINES = "all lines"
MONTHS = range(ORIGINS[0], ORIGINS[-1] + 1)
AHEAD_OF_IT = "before it: it comes meanwhile"
NOT_FOUND = "since, and it is not found yet"
FOUND = "since, and it is found"
STAGES = (AHEAD_OF_IT, NOT_FOUND, FOUND)
"""What a forecast in the world with a shock could know of its turn. The first of `MONTHS` is so
close to the turn that it comes within even three months.
"""


def _lists() -> dict[Any, list[Any]]:
    return defaultdict(list)


@dataclass
class Scores:
    """Of one council or of many.

    `errors` are shares of what came, by method, what they are of and months ahead; `inside` whether
    it lay in the interval and `half` half its width, by what and months ahead; `turning` the same
    of everybody twelve months ahead by origin; `staged` whether everybody lay in the interval, of
    forecasts made each month, by stage of the turn and months ahead; `alarms` whether a change was
    found in a month.
    """

    errors: dict[tuple[str, str, int], list[float]] = field(default_factory=_lists)
    inside: dict[tuple[str, int], list[bool]] = field(default_factory=_lists)
    half: dict[tuple[str, int], list[float]] = field(default_factory=_lists)
    turning: dict[tuple[str, int], list[float]] = field(default_factory=_lists)
    staged: dict[tuple[str, int], list[bool]] = field(default_factory=_lists)
    alarms: dict[str, list[bool]] = field(default_factory=_lists)

    def add(self, other: "Scores") -> None:
        for name, mine in vars(self).items():
            for key, values in getattr(other, name).items():
                mine[key].extend(values)

    def error(self, by: str, of: str, ahead: int) -> float:
        """The mean absolute error, per cent of what came."""
        return 100 * float(np.mean(self.errors[by, of, ahead]))

    def covered(self, of: str, ahead: int) -> float:
        return 100 * float(np.mean(self.inside[of, ahead]))


def scored(world: World, seed: int) -> Scores:
    """What we and the simple methods say of one council."""
    made, scores = council(world, seed), Scores()
    whole = _whole(made)
    for origin in ORIGINS:
        known = whole.up_to(origin)
        came = whole.homes[origin : origin + AHEAD + 1].astype(float)
        for by, homes in _said(known).items():
            for ahead in HORIZONS:
                _errors(scores, by, ahead, homes[ahead], came[ahead])
            scores.turning[by, origin].append(_apart(homes[AHEAD].sum(), came[AHEAD].sum()))
        _hits(scores, known, came, origin)
    # In a world that never changes each alarm is a false one.
    scores.alarms["months"] = [detected(whole.up_to(month)) is not None for month in MONTHS]
    if world == World.SHOCK:
        _staged(scores, whole)
    return scores


def compared(world: World, seed: int) -> Scores:
    """What cs-demand-model says of one council, and we of the same, in its categories."""
    made, scores = council(world, seed), Scores()
    whole = _whole(made)
    theirs = cs_demand.forecasts(made.histories, [made.origin(each) for each in ORIGINS])
    for origin, by_window in zip(ORIGINS, theirs, strict=True):
        ours = _said(whole.up_to(origin))
        for ahead in HORIZONS:
            came = by_category(whole.homes[origin + ahead])
            said = {by: by_category(homes[ahead]) for by, homes in ours.items()}
            for by, window in zip(THEIRS, cs_demand.WINDOWS, strict=True):
                said[by] = by_window[window][ahead]
            for by, guess in said.items():
                _in_categories(scores, by, ahead, guess, came)
    return scores


def _whole(made: Council) -> Monthly:
    months = ORIGINS[-1] + AHEAD
    return counted(made.histories, made.origin(months), months)


def _said(known: Monthly) -> dict[str, Numbers]:
    """By method the children in each type after 0 to 12 months."""
    homes = known.homes.astype(float)
    today, ahead = homes[-1], np.arange(AHEAD + 1)[:, None]
    change = detected(known)
    return {
        ORACLE: projected(known.stock[-1].astype(float), truth()).sum(axis=1),
        LAST: np.broadcast_to(today, (AHEAD + 1, T)),
        CHANGE: np.maximum(today + ahead * (today - homes[-4]) / 3, 0),
        MODEL: path(known),
        SINCE: path(known, since=change.months if change else 0),
        SHOWN: method.said(known).homes,
    }


def _errors(scores: Scores, by: str, ahead: int, guess: Numbers, came: Numbers) -> None:
    scores.errors[by, EVERYBODY, ahead].append(_apart(guess.sum(), came.sum()))
    for size, types in SIZES.items():
        pairs = [(guess[PLACE[home]], came[PLACE[home]]) for home in types]
        scores.errors[by, size, ahead] += [_apart(*pair) for pair in pairs if pair[1]]


def _in_categories(
    scores: Scores, by: str, ahead: int, guess: dict[str, float], came: dict[str, float]
) -> None:
    everybody = _apart(sum(guess.values()), sum(came.values()))
    scores.errors[by, EVERYBODY, ahead].append(everybody)
    for category in CATEGORIES:
        scores.errors[by, category, ahead].append(_apart(guess[category], came[category]))


def _hits(scores: Scores, known: Monthly, came: Numbers, origin: int) -> None:
    """Whether what came lies in the interval, for every line that is drawn."""
    for series in forecast(known, known.days[-1].item()).series:
        place = None if series.of == EVERYBODY else PLACE[HomeType(series.of)]
        of = EVERYBODY if place is None else _size(series.of)
        for point in filter(None, (series.at(ahead) for ahead in HORIZONS)):
            row = came[point.months]
            hit = bool(point.low <= (row.sum() if place is None else row[place]) <= point.high)
            scores.inside[of, point.months].append(hit)
            scores.inside[ALL_LINES, point.months].append(hit)
            scores.half[of, point.months].append((point.high - point.low) / 2)
            if place is None and point.months == AHEAD:
                scores.turning[ALL_LINES, origin].append(hit)


def _staged(scores: Scores, whole: Monthly) -> None:
    past = Past.of(whole, back=whole.months - MONTHS[0])
    everybody = whole.homes.sum(axis=1)
    for month in MONTHS:
        found = stage(month, past.at(month).change)
        for point in points(past, month, None):
            if point.months in HORIZONS:
                hit = bool(point.low <= everybody[month + point.months] <= point.high)
                scores.staged[found, point.months].append(hit)


def stage(month: int, change: Change | None) -> str:
    """What a forecast made at the end of `month` knew of the turn, by the change that it found.

    A change is dated to within as many months as one takes to be found.
    """
    since = month - FALL
    if since <= 0:
        return AHEAD_OF_IT
    return FOUND if change and change.months <= since + LEAST else NOT_FOUND


def _size(of: str) -> str:
    return next(size for size, types in SIZES.items() if of in types)


def by_category(homes: Numbers) -> dict[str, float]:
    return {
        category: float(sum(homes[PLACE[home]] for home in types))
        for category, types in CATEGORIES.items()
    }


def _apart(guess: float, came: float) -> float:
    return abs(guess - came) / max(came, 1)
