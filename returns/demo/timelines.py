"""The two timelines of a made-up period of care: legal status by court time, homes by moves."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from casetrack.dates import age_on
from returns.demo import shape
from returns.demo.history import Home, Stay
from returns.demo.places import Places

Legal = list[tuple[date, str]]
Choice = TypeVar("Choice")
LASTING = ("U1", "U4", "P1", "A5", "A6")
SAME_CARER_BEFORE = {"U1": "U3", "U4": "U6", "A5": "U5"}
BEFORE_BY_AGE = (
    (1, {("U6", "PR1"): 62, ("U6", "PR4"): 15, ("U3", "PR1"): 15, ("R3", "PR4"): 8}),
    (10, {("U6", "PR1"): 52, ("U6", "PR4"): 32, ("U3", "PR1"): 16}),
    (16, {("U6", "PR1"): 30, ("U6", "PR4"): 44, ("U3", "PR1"): 8, ("K2", "PR4"): 18}),
    (99, {("U6", "PR4"): 42, ("U6", "PR1"): 18, ("K2", "PR4"): 25, ("K3", "PR4"): 15}),
)
"""Homes lived in before the present one, by age at the move in: chosen."""

WHY_MOVED = {
    "CARPL": 44,
    "CREQB": 18,
    "CREQO": 10,
    "CHILD": 8,
    "LAREQ": 8,
    "OTHER": 6,
    "STAND": 3,
    "ALLEG": 2,
    "CLOSE": 1,
}
TEMPORARY = {"T1": (2, 30), "T2": (5, 14), "T3": (5, 20), "T4": (1, 7)}
GAP = 4  # days between two changes of home


def days(count: float) -> timedelta:
    return timedelta(days=round(count))


def pick(random: Random, weights: Mapping[Choice, float]) -> Choice:
    return random.choices(list(weights), list(weights.values()))[0]


def proceedings(random: Random, entry: date, order: date) -> Legal:
    """From coming into care to the eve of the final order: an interim order, and what led to it."""
    room = (order - entry).days
    way = random.random()
    if way < 0.12 and room > 12:
        return [(entry, "L2"), (entry + days(random.randint(3, 8)), "C1")]
    if way < 0.25 and room > 12:
        return [(entry, "L1"), (entry + days(random.randint(1, 3)), "C1")]
    if way < 0.55 and room > 60:
        return [(entry, "V2"), (entry + days(random.randint(7, min(100, room // 3))), "C1")]
    return [(entry, "C1")]


def care_order(random: Random, entry: date, until: date) -> Legal:
    """To a care order: 26 weeks of proceedings are the aim, about 36 what they last."""
    length = min(random.triangular(150, 430, 245), 0.8 * (until - entry).days)
    order = entry + days(max(2, length))
    return [*proceedings(random, entry, order), (order, "C2")]


def accommodated(random: Random, entry: date, until: date) -> Legal:
    """Section 20, now and then after a night or two of police protection."""
    if random.random() < 0.12 and (until - entry).days > 10:
        return [(entry, "L1"), (entry + days(random.randint(1, 3)), "V2")]
    return [(entry, "V2")]


class Moves:
    """Draws the homes of one period of care."""

    def __init__(self, random: Random, places: Places, family: str) -> None:
        self.random = random
        self.places = places
        self.family = family

    def homes(
        self,
        born_on: date,
        entry: date,
        until: date,
        final: tuple[str, str],
        since: date | None = None,
        unsettled: bool = False,
    ) -> list[Home]:
        """From the first home to `final`, which is lived in from `since` (drawn, if not given)."""
        moved = self._dates(entry, since or until)
        if unsettled:
            moved = self._unsettle(moved, entry, since or until)
        if since is None:
            since = moved.pop() if moved else entry
        if since <= entry:
            return self._settle(None, entry, until, final)
        found = [Home(entry, self._before(born_on, entry, None))]
        for on in moved:
            stay = self._before(born_on, on, found[-1].stay)
            found.append(Home(on, stay, pick(self.random, WHY_MOVED)))
        return self._joined(found, self._settle(found[-1].stay, since, until, final))

    def _joined(self, before: list[Home], after: list[Home]) -> list[Home]:
        """Adopters in an A5 home fostered the child first, in place of the last home before."""
        if after[0].stay.type != "A5":
            return before + after
        urn = self.places.stay("U5", "PR1", self.family).urn
        fostering = replace(after[0].stay, type="U5", provider="PR1", urn=urn)
        return [*before[:-1], replace(before[-1], stay=fostering), replace(after[0], why="PLACE")]

    def _settle(
        self, before: Stay | None, since: date, until: date, final: tuple[str, str]
    ) -> list[Home]:
        """The last home; carers who keep a child for good mostly began as ordinary ones."""
        stay = self._elsewhere(final, before)
        why = "" if before is None else self._why(stay)
        room = (until - since).days
        if stay.type in ("U1", "U4") and room > 150 and self.random.random() < 0.7:
            first = replace(stay, type=SAME_CARER_BEFORE[stay.type])
            kept = since + days(self.random.randint(100, min(540, room - 20)))
            return [Home(since, first, why), Home(kept, stay, "PLACE")]
        return [Home(since, stay, why)]

    def _why(self, stay: Stay) -> str:
        return "CARPL" if stay.type in LASTING else pick(self.random, WHY_MOVED)

    def _before(self, born_on: date, on: date, previous: Stay | None) -> Stay:
        age = age_on(born_on, on)
        weights = next(weights for below, weights in BEFORE_BY_AGE if age < below)
        kind = pick(self.random, weights)
        return self._elsewhere(kind, previous)

    def _elsewhere(self, kind: tuple[str, str], previous: Stay | None) -> Stay:
        """A home of this kind whose carers are not those whom the child has just left."""
        stay = self.places.stay(*kind, self.family)
        while previous is not None and stay.carer == previous.carer:
            stay = self.places.stay(*kind, self.family)
        return stay

    def _dates(self, entry: date, until: date) -> list[date]:
        """Days of moves: often at first, seldom later."""
        found: list[date] = []
        on, month = entry, 0
        while (on := on + days(30)) < until - days(GAP):
            month += 1
            chance = next(rate for last, rate in shape.MONTHLY_MOVES if month <= last)
            if self.random.random() < chance:
                found.append(on - days(self.random.randint(0, 25)))
        return found

    def _unsettle(self, moved: list[date], entry: date, until: date) -> list[date]:
        """Two or three moves more within the ten months before `until`."""
        extra = [
            until - days(self.random.randint(8, 300)) for _ in range(self.random.randint(2, 3))
        ]
        kept: list[date] = []
        for on in sorted({*moved, *extra}):
            if (kept[-1] if kept else entry) + days(GAP) < on < until - days(GAP):
                kept.append(on)
        return kept

    def short_stay(self, legal: Legal, homes: list[Home], until: date) -> list[Home]:
        """Somewhere else for some days and back, if there is a quiet stretch for it."""
        place = self.random.randrange(len(homes))
        home = homes[place]
        end = homes[place + 1].on if place + 1 < len(homes) else until
        kind = pick(self.random, {"T1": 2, "T2": 1, "T3": 4, "T4": 4})
        length = days(self.random.randint(*TEMPORARY[kind]))
        quiet = (end - home.on).days - length.days - 60
        if quiet < 20 or not home.stay.type.startswith("U"):
            return homes
        away = home.on + days(self.random.randint(20, 20 + quiet))
        back = away + length
        if any(away - days(1) <= on <= back + days(1) for on, _ in legal):
            return homes
        stay = self.places.temporary(kind)
        return [*homes[: place + 1], Home(away, stay), Home(back, home.stay), *homes[place + 1 :]]
