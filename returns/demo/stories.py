"""Families made up so that those in care today add up to the published shape, and those who left.

A story is chosen by where it ends (a home and a legal status today, or a way of leaving) and told
backwards: how long ago each thing happened is drawn, and the timelines follow from it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from casetrack.dates import add_months, age_on, birthday
from returns.demo import shape
from returns.demo.history import Care, Home, Life, Stay
from returns.demo.places import Places
from returns.demo.shape import Group, Leaving
from returns.demo.timelines import (
    Legal,
    Moves,
    accommodated,
    care_order,
    days,
    pick,
    proceedings,
)

YEAR = 365.25
MONTH = YEAR / 12
ALONE = ("unaccompanied", "past-eighteen", "reversed", "decided")
YOUNG = ("waiting", "placed", "decided")
LASTING = ("U1", "U4")
"""Homes for good; who lives in one has mostly been in care for longer."""
NOT_YET, GAP = {"U2", "U3", "U6"}, 60
"""Homes that are not for good: who lives there has mostly moved in within a year or so."""
YOUNGEST = {"K1": 12, "K2": 7, "K3": 16, "R1": 8, "R5": 12, "S1": 7, "Z11": 10}
"""Nobody moves into such a home younger: the return's own rules for K3, R5 and S1, else chosen."""


@dataclass(slots=True)
class Part:
    """The part of one child in a family's story: where it ends, and the age then, in days."""

    home: str
    type: str
    provider: str
    legal: str
    trait: str
    age: int
    ending: str = ""

    @property
    def final(self) -> tuple[str, str]:
        return self.type, self.provider


@dataclass(slots=True)
class Plot:
    """What brothers and sisters share: the day they came into care, the orders, the reasons."""

    entry: date
    until: date  # today, or the day they left
    legal: Legal
    need: str
    decided_on: date | None = None
    reversed_on: date | None = None
    matched_on: date | None = None
    since: date | None = None  # moved to the last home
    left: bool = False
    unsettled: bool = False


class Stories:
    """Makes up lives, one family after the other."""

    def __init__(self, random: Random, places: Places, today: date, first_day: date) -> None:
        self.random = random
        self.places = places
        self.today = today
        self.first_day = first_day  # of the first return
        self._families = 0
        self._used: set[str] = set()
        self._with_parents = [0] * len(shape.WITH_PARENTS_MONTHS)

    # In care today

    def in_care(self, children: int) -> Iterator[Life]:
        """As many as asked for, in the published proportions."""
        for parts in self._families_of(self._parts(children)):
            yield from self._family(parts, self._plot(parts))

    def _parts(self, children: int) -> list[Part]:
        counts = shape.share(children, [group.count for group in shape.GROUPS])
        parts = []
        for home, published in shape.HOMES.items():
            groups = [
                group
                for group, count in zip(shape.GROUPS, counts, strict=True)
                if group.home == home
                for _ in range(count)
            ]
            bands = [
                (*band, weight)
                for band, weight in zip(shape.AGE_BANDS, published.ages, strict=True)
            ]
            ages = sorted(self._days_between(*band) for band in shape.spread(len(groups), bands))
            groups.sort(key=self._youngest_first)
            parts += [self._part(*pair) for pair in zip(groups, ages, strict=True)]
        return parts

    def _days_between(self, low: float, high: float) -> int:
        return self.random.randint(round(low * YEAR) + 10, round(high * YEAR) - 30)

    def _youngest_first(self, group: Group) -> float:
        """Adopters are sought for the young; whoever came alone or lives alone is near 18."""
        if group.trait in YOUNG or group.type in ("U2", "U5"):
            return self.random.random()
        old = group.trait in ("unaccompanied", "past-eighteen") or group.type in ("S1", "R5")
        return self.random.random() + (2 if old else 1)

    def _part(self, group: Group, age: int) -> Part:
        if group.trait == "past-eighteen":
            age = round(18 * YEAR) + self.random.randint(4, 70)
        if group.trait == "unaccompanied":
            age = self._days_between(16.1 if group.type == "K3" else 15.3, 18)
        if group.legal in ("C2", "E1"):
            age = max(age, self.random.randint(240, 360))
        return Part(group.home, group.type, group.provider, group.legal, group.trait, age)

    def _families_of(self, parts: list[Part]) -> Iterator[list[Part]]:
        """Children under the same legal status are made brothers and sisters, some living apart."""
        alone = [p for p in parts if p.trait in ALONE or p.home in ("supported", "other")]
        yield from ([part] for part in alone)
        pools: dict[tuple[str, str], list[Part]] = {}
        for part in parts:
            if part.trait not in ALONE and part.home not in ("supported", "other"):
                pools.setdefault((part.legal, part.trait), []).append(part)
        homes = list(shape.HOMES)
        for pool in pools.values():
            pool.sort(key=lambda part: homes.index(part.home) + self.random.random() * 1.6)
            yield from self._cut(pool)

    def _cut(self, pool: Sequence[Part]) -> Iterator[list[Part]]:
        start = 0
        while start < len(pool):
            size = pick(self.random, dict(shape.SIBLINGS))
            yield list(pool[start : start + size])
            start += size

    def _plot(self, parts: list[Part]) -> Plot:
        first = parts[0]
        youngest = min(part.age for part in parts)
        story = {
            "E1": self._placement_order,
            "C2": self._care_order,
            "C1": self._interim,
            "V2": self._section_20,
            "J1": self._remand,
        }[first.legal]
        plot = story(parts, youngest)
        if first.trait not in ("waiting", "past-eighteen") and plot.since is None:
            old = self.random.random() < shape.HOMES_IN_A_YEAR and youngest > 5 * YEAR
            plot.unsettled = old and (plot.until - plot.entry).days > 150
        return plot

    def _months_with_parents(self, children: int) -> tuple[int, int]:
        """The band that is furthest behind its published share, now given to these children."""
        bands = shape.WITH_PARENTS_MONTHS
        total = sum(self._with_parents) + children
        wanted = [total * weight / sum(w for _, _, w in bands) for _, _, weight in bands]
        behind = [want - have for want, have in zip(wanted, self._with_parents, strict=True)]
        place = behind.index(max(behind))
        self._with_parents[place] += children
        return bands[place][:2]

    def _ago(self, count: float) -> date:
        return self.today - days(count)

    def _need(self) -> str:
        return pick(self.random, shape.CATEGORIES_OF_NEED)

    def _days_from(self, bands: Sequence[tuple[int, int, int]]) -> int:
        return self.random.randint(
            *pick(self.random, {(low, high): weight for low, high, weight in bands})
        )

    def _care_order(self, parts: list[Part], youngest: int) -> Plot:
        if parts[0].trait == "reversed":
            return self._reversed(youngest)
        if any(part.type == "P1" for part in parts):
            return self._order_at_home(parts, youngest)
        kept = any(part.type in LASTING for part in parts)
        drawn = (self._days_from(shape.TIME_IN_CARE_DAYS) for _ in range(2 if kept else 3))
        long = max(220, max(drawn) if kept else min(drawn))
        entry = self._ago(min(long, youngest - self.random.randint(0, 9)))
        plot = Plot(entry, self.today, care_order(self.random, entry, self.today), self._need())
        moved = self._ago(self.random.triangular(15, 340, 120))
        if {part.type for part in parts} <= NOT_YET and moved > entry + days(GAP):
            plot.since = moved
        return plot

    def _order_at_home(self, parts: list[Part], youngest: int) -> Plot:
        """With parents under a care order: both since the published number of months."""
        low, high = self._months_with_parents(sum(part.type == "P1" for part in parts))
        both = self.random.randint(round(low * MONTH) + 8, round(high * MONTH) - 2)
        youngest = max(youngest, both + self.random.randint(160, 300))
        for part in parts:
            part.age = max(part.age, youngest)
        both_since = self._ago(both)
        entry = max(
            both_since - days(self.random.triangular(150, 1500, 400)),
            self._ago(youngest - self.random.randint(0, 9)),
        )
        room = (both_since - entry).days
        if self.random.random() < 0.5:  # home while the court decided, then the order
            legal = [*proceedings(self.random, entry, both_since), (both_since, "C2")]
            home_since = legal[-2][0] + days(
                self.random.random() * (both_since - legal[-2][0]).days
            )
        else:
            order = entry + days(min(0.8 * room, self.random.triangular(120, 400, 230)))
            legal = [*proceedings(self.random, entry, order), (order, "C2")]
            home_since = both_since
        return Plot(entry, self.today, legal, self._need(), since=home_since)

    def _reversed(self, youngest: int) -> Plot:
        """A placement order revoked: the plan for adoption did not come to a home."""
        entry = self._ago(min(self.random.randint(900, 2000), youngest - 5))
        room = (self.today - entry).days
        order = entry + days(min(0.3 * room, 240))
        revoked = entry + days(0.75 * room)
        legal = [*proceedings(self.random, entry, order), (order, "E1"), (revoked, "C2")]
        decided = order - days(self.random.randint(12, 40))
        return Plot(entry, self.today, legal, self._need(), decided, revoked)

    def _interim(self, parts: list[Part], youngest: int) -> Plot:
        shortest = 130 if parts[0].trait == "decided" else 4
        long = max(shortest, self.random.triangular(4, 400, 110))
        entry = self._ago(min(long, max(6, youngest - self.random.randint(0, 9))))
        legal = proceedings(self.random, entry, self.today)
        plot = Plot(entry, self.today, legal, self._need())
        if parts[0].trait == "decided":
            plot.decided_on = self._ago(self.random.randint(5, 45))
        if any(part.type == "P1" for part in parts):
            room = (self.today - legal[-1][0]).days
            plot.since = legal[-1][0] + days(room * self.random.random() * 0.6)
        return plot

    def _section_20(self, parts: list[Part], youngest: int) -> Plot:
        if parts[0].trait == "unaccompanied":
            return self._came_alone(youngest, self.today)
        bands = ((5, 100, 30), (100, 500, 33), (500, 2600, 37))
        long = self._days_from(bands)
        if parts[0].trait == "past-eighteen" or parts[0].type == "K3":
            long = max(long, 300)
        entry = self._ago(min(long, youngest - 8))
        return Plot(entry, self.today, accommodated(self.random, entry, self.today), self._need())

    def _came_alone(self, age: int, until: date) -> Plot:
        """An unaccompanied young person arrives at 14 to 17."""
        oldest = age - round(14.2 * YEAR)
        entry = until - days(self.random.randint(min(12, oldest), min(oldest, 1100)))
        return Plot(entry, until, [(entry, "V2")], "N8")

    def _remand(self, parts: list[Part], youngest: int) -> Plot:
        entry = self._ago(self.random.randint(6, 60))
        return Plot(entry, self.today, [(entry, "J1")], "N6")

    def _placement_order(self, parts: list[Part], youngest: int) -> Plot:
        placed = matched = None
        if parts[0].trait == "placed":
            placed = self._ago(self.random.randint(8, 260))
            matched = placed - days(self.random.randint(14, 45))
            order = matched - days(self.random.triangular(25, 300, 130))
        else:
            order = self._ago(self._days_from(shape.WAITING_DAYS))
            if (self.today - order).days > 60 and self.random.random() < 0.2:
                matched = self._ago(self.random.randint(3, 30))
        entry = order - days(self.random.triangular(140, 340, 215))
        for part in parts:
            born = self._ago(part.age)
            if born > entry:
                part.age = (self.today - entry).days + self.random.randint(1, 20)
        legal = [*proceedings(self.random, entry, order), (order, "E1")]
        decided = order - days(self.random.randint(10, 42))
        return Plot(
            entry, self.today, legal, self._need(), decided, matched_on=matched, since=placed
        )

    # Left in the years of the returns

    def left(self, children: int) -> Iterator[Life]:
        """Those who left since the first return began, for an authority with `children` in care."""
        years = (self.today - self.first_day).days / YEAR
        total = round(children * shape.LEAVERS_A_YEAR * years)
        counts = shape.share(total, [way.weight for way in shape.LEAVING])
        for way, count in zip(shape.LEAVING, counts, strict=True):
            made = 0
            while made < count:
                size = self._leave_together(way, count - made)
                made += size
                plot, parts = self._leaving(way, size)
                yield from self._family(parts, plot)

    def _leave_together(self, way: Leaving, most: int) -> int:
        if way.story in ("grown-up", "unaccompanied", "remand"):
            return 1
        return min(most, pick(self.random, dict(shape.SIBLINGS)))

    def _left_on(self) -> date:
        """Any day of these years, rather earlier than later."""
        span = (self.today - self.first_day).days
        while True:
            part = self.random.random()
            if self.random.random() < 1 - shape.LEAVERS_FALL * part:
                return self.first_day + days(1 + part * (span - 2))

    def _leaving(self, way: Leaving, size: int) -> tuple[Plot, list[Part]]:
        until = self._left_on()
        low, high = way.ages
        if way.story in ("grown-up", "unaccompanied"):
            low = high = 18
        youngest = self.random.uniform(low, high) * YEAR
        ages = [round(youngest + YEAR * self.random.uniform(1, 3.5) * n) for n in range(size)]
        ages = [min(age, round(17.8 * YEAR)) if low < 18 else round(18 * YEAR) for age in ages]
        long = min(self.random.triangular(*way.days), max(2, ages[0] - self.random.randint(0, 9)))
        entry = until - days(max(1, long))
        code = pick(self.random, way.codes)
        if way.story == "unaccompanied":
            plot = self._came_alone(ages[0], until)
        else:
            plot = self._left_by(way.story)(entry, until)
        plot.left = True
        home = self._last_home(way.story, plot, code, ages[0])
        trait = "unaccompanied" if way.story == "unaccompanied" else ""
        legal = plot.legal[-1][1]
        ending = self._fitting(code, home[0], ages[0])
        return plot, [Part("", *home, legal, trait, age, ending) for age in ages]

    def _left_by(self, story: str) -> Callable[[date, date], Plot]:
        return {
            "adopted": self._adopted,
            "guardian": self._guardian,
            "arrangements": self._guardian,
            "home-soon": self._home_soon,
            "home-later": self._home_later,
            "grown-up": self._grown_up,
            "elsewhere": self._grown_up,
            "remand": self._remand_over,
        }[story]

    def _fitting(self, code: str, home: str, age: int) -> str:
        """Codes that the age or the last home forbid give way to the nearest that they allow."""
        if code == "E17" and not home.startswith("U"):
            return "E5"
        return "E3" if code == "E9" and age < 14 * YEAR else code

    def _last_home(self, story: str, plot: Plot, code: str, age: int) -> tuple[str, str]:
        random = self.random
        if story == "adopted":
            return ("A5", "PR2") if random.random() < 0.15 else ("A6", "PR2")
        if story == "unaccompanied":
            return random.choice((("K3", "PR4"), ("K3", "PR4"), ("U6", "PR4")))
        if story == "remand":
            return random.choice((("R5", "PR3"), ("K1", "PR2")))
        if code in ("E45", "E41"):
            return random.choice((("U3", "PR1"), ("U1", "PR1")))
        if story == "home-later" and plot.legal[-1][1] == "C2" and plot.since:
            return "P1", "PR0"
        if age > 16 * YEAR and story != "guardian":
            return random.choice(
                (("U4", "PR1"), ("U4", "PR4"), ("K2", "PR4"), ("K3", "PR4"), ("U1", "PR1"))
            )
        return random.choice((("U6", "PR1"), ("U6", "PR1"), ("U6", "PR4")))

    def _adopted(self, entry: date, until: date) -> Plot:
        room = (until - entry).days
        order = entry + days(room * self.random.uniform(0.3, 0.42))
        matched = order + days(room * self.random.uniform(0.06, 0.3))
        placed = min(matched + days(self.random.randint(14, 45)), until - days(75))
        matched = min(matched, placed - days(10))
        legal = [*proceedings(self.random, entry, order), (order, "E1")]
        decided = order - days(self.random.randint(10, 42))
        return Plot(entry, until, legal, self._need(), decided, matched_on=matched, since=placed)

    def _guardian(self, entry: date, until: date) -> Plot:
        if self.random.random() < 0.55 and (until - entry).days < 520:
            legal = proceedings(self.random, entry, until)
        else:
            legal = care_order(self.random, entry, until)
        return Plot(entry, until, legal, self._need())

    def _home_soon(self, entry: date, until: date) -> Plot:
        room = (until - entry).days
        if room <= 3 and self.random.random() < 0.6:
            return Plot(entry, until, [(entry, "L1")], self._need())
        if room > 60 and self.random.random() < 0.35:
            return Plot(entry, until, proceedings(self.random, entry, until), self._need())
        return Plot(entry, until, accommodated(self.random, entry, until), self._need())

    def _home_later(self, entry: date, until: date) -> Plot:
        if self.random.random() < 0.35:
            return Plot(entry, until, accommodated(self.random, entry, until), self._need())
        legal = care_order(self.random, entry, until)
        at_home = legal[-2][0] + days((until - legal[-2][0]).days * self.random.uniform(0.3, 0.8))
        return Plot(entry, until, legal, self._need(), since=at_home)

    def _grown_up(self, entry: date, until: date) -> Plot:
        if self.random.random() < 0.28:
            return Plot(entry, until, accommodated(self.random, entry, until), self._need())
        return Plot(entry, until, care_order(self.random, entry, until), self._need())

    def _remand_over(self, entry: date, until: date) -> Plot:
        return Plot(entry, until, [(entry, "J1")], "N6")

    # A family

    def _family(self, parts: list[Part], plot: Plot) -> Iterator[Life]:
        self._families += 1
        alone = parts[0].trait == "unaccompanied"
        weights = shape.ETHNICITIES_UNACCOMPANIED if alone else shape.ETHNICITIES
        ethnicity = pick(self.random, weights)
        postcode = self.places.postcode()
        together: dict[tuple[str, str], list[Home]] = {}
        born: date | None = None
        for part in sorted(parts, key=lambda part: part.age):
            born = self._born_on(part, plot, born)
            life = self._life(part, born, ethnicity, postcode)
            key = part.final
            care = self._care(part, plot, born, postcode, together.get(key))
            if self.random.random() < shape.SIBLINGS_TOGETHER:
                together[key] = care.homes
            life.cares.append(care)
            self._adoption(life, part, plot)
            self._earlier_care(life)
            yield life

    def _born_on(self, part: Part, plot: Plot, younger: date | None) -> date:
        """Counted back from the end; brothers and sisters are twins, or a year or more apart."""
        if plot.left and part.age == round(18 * YEAR):
            return _eighteen_years_before(plot.until)
        born = min(plot.until - days(part.age), plot.entry)
        if younger is None or (younger - born).days >= 300:
            return born
        older = younger - days(self.random.randint(310, 700))
        grown = birthday(older, 18) <= plot.until + days(30)
        return younger if grown or self.random.random() < 0.1 else older

    def _life(self, part: Part, born: date, ethnicity: str, postcode: str) -> Life:
        alone = part.trait == "unaccompanied"
        male = shape.MALE_UNACCOMPANIED if alone else shape.MALE
        return Life(
            reference=self._reference(),
            born_on=born,
            sex="M" if self.random.random() < male else "F",
            ethnicity=ethnicity,
            upn=self._upn(),
            family=self._families,
            postcode="" if alone else postcode,
            unaccompanied=alone,
            trait=part.trait,
        )

    def _reference(self) -> str:
        while True:
            number = str(self.random.randint(10_000, 9_999_999))
            if number not in self._used:
                self._used.add(number)
                return number

    def _upn(self) -> str:
        """Twelve digits after a check letter, as the Department for Education works it out."""
        while True:
            digits = [int(d) for d in f"{self.random.randrange(10**12):012d}"]
            weighed = sum(digit * weight for weight, digit in enumerate(digits, start=2))
            number = "ABCDEFGHJKLMNPQRTUVWXYZ"[weighed % 23] + "".join(map(str, digits))
            if number not in self._used:
                self._used.add(number)
                return number

    def _care(
        self, part: Part, plot: Plot, born: date, postcode: str, shared: list[Home] | None
    ) -> Care:
        moves = Moves(self.random, self.places, postcode)
        since = plot.since if part.type in ("P1", "A5", "A6") else None
        since = since or self._old_enough(part, born, plot)
        homes = shared or moves.homes(
            born, plot.entry, plot.until, part.final, since, plot.unsettled
        )
        if shared is None and self.random.random() < shape.TEMPORARY_STAYS:
            homes = moves.short_stay(plot.legal, homes, plot.until)
        ends_on = plot.until if plot.left else None
        return Care(plot.entry, plot.need, list(plot.legal), list(homes), ends_on, part.ending)

    def _old_enough(self, part: Part, born: date, plot: Plot) -> date | None:
        """A day of moving in that the child's age allows; none where any day will do."""
        if part.trait == "past-eighteen":
            return birthday(born, 18) - days(self.random.randint(20, 200))
        came_of_age = birthday(born, YOUNGEST.get(part.type, 0))
        room = (plot.until - came_of_age).days
        if came_of_age <= plot.entry or room < 1:
            return None
        return plot.until - days(self.random.randint(min(20, room), room))

    def _adoption(self, life: Life, part: Part, plot: Plot) -> None:
        if plot.decided_on is None:
            return
        why = self.random.choice(("RD1", "RD3")) if plot.reversed_on else ""
        life.decisions.append((plot.decided_on, plot.reversed_on, why))
        if plot.matched_on is not None:
            life.matches.append((plot.matched_on, None))
        couples = ("MF", "L11"), ("MF", "L11"), ("MF", "L3"), ("FF", "L12"), ("MM", "L12")
        single = self.random.random() < 0.14
        kind = ("F1", "L0") if single else self.random.choice(couples)
        life.adopters = ("1" if single else "2", *kind)

    def _earlier_care(self, life: Life) -> None:
        """Some had been looked after for a while before, and gone home."""
        care, random = life.care, self.random
        if life.unaccompanied or care.legal[0][1] == "J1" or random.random() > 0.06:
            return
        ended = care.starts_on - days(random.randint(70, 500))
        began = ended - days(random.randint(12, 220))
        if began <= life.born_on or began < self.first_day:
            return
        homes = Moves(random, self.places, life.postcode).homes(
            life.born_on, began, ended, ("U6", "PR1")
        )
        life.cares.insert(0, Care(began, care.need, [(began, "V2")], homes, ended, "E4A"))

    # Short breaks

    def short_breaks(self, children: int) -> Iterator[Life]:
        """Disabled children who stay away from home some nights a month: V3, or agreed under V4."""
        for number in range(round(children * shape.SHORT_BREAKS)):
            self._families += 1
            age = self._days_between(6, 17)
            part = Part("", "U6", "PR1", "V3", "short-breaks", age)
            ethnicity = pick(self.random, shape.ETHNICITIES)
            life = self._life(part, self._ago(age), ethnicity, "")
            began = max(self.first_day, self._ago(self.random.randint(60, 1500)))
            stay = self.places.stay(*self.random.choice((("U6", "PR1"), ("K2", "PR1"))), "")
            if number % 3 == 0:
                life.cares.append(_short_break(began, None, "V4", stay))
            else:
                life.cares += [
                    _short_break(on, on + days(self.random.randint(1, 3)), "V3", stay)
                    for on in self._monthly(began)
                ]
            yield life

    def _monthly(self, began: date) -> Iterator[date]:
        number = 0
        while (on := add_months(began, number)) < self.today - days(10):
            yield on
            number += 1


def _short_break(on: date, ends_on: date | None, code: str, stay: Stay) -> Care:
    plain = Stay(stay.carer, stay.type, stay.provider, "", "", stay.name)
    reason = "E4A" if ends_on else ""
    return Care(on, "N2", [(on, code)], [Home(on, plain)], ends_on, reason)


def _eighteen_years_before(day: date) -> date:
    """Whose 18th birthday is `day`."""
    born = add_months(day, -18 * 12)
    return born if birthday(born, 18) == day and age_on(born, day) == 18 else born - days(1)
