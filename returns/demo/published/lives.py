"""Makes lives of paths: who the children are, under which orders, in whose homes, with whom."""

from datetime import date
from pathlib import Path as Folder
from random import Random

from returns.demo import shape
from returns.demo.events import Events
from returns.demo.files import ReturnFiles, windows
from returns.demo.generator import YEARS, Population
from returns.demo.history import Care, Home, Life, Stay
from returns.demo.places import Places
from returns.demo.published.paths import ADOPTIVE, GROWN_UP, PARENTS, Kind, Path, Paths
from returns.demo.published.targets import AS_AT, IN_CARE
from returns.demo.stories import YEAR, YOUNGEST, Part, Stories
from returns.demo.timelines import WHY_MOVED, Legal, days, pick
from returns.demo.workforce import Workforce

SEED = 3
"""The first by which no day has more than the 702 of September in care, and one of October 689."""
LASTING = ("U1", "U3", "P1", "A6")
SECTION_20 = 5
"""Every so many children who never live with relatives or parents are accommodated."""
HALF_KNOWN = 2
"""Who has left by now, and of whom the first return tells no more than an order made the day before
its year: so it shows from which day on this council's children are all known."""
ORDER_AFTER = (180, 270)
"""Days from coming into care to the care order: chosen."""


def generate(folder: Folder) -> Population:
    """The council's lives, and its returns in `folder`; the same files each time."""
    random = Random(SEED)
    told = windows(AS_AT, YEARS)
    first_day = told[0].start
    lives = Told(random, Places(random, IN_CARE), AS_AT, first_day).lives(Paths(Random(SEED)).made)
    random.shuffle(lives)
    events = Events(random, AS_AT, first_day)
    workforce = Workforce(random, IN_CARE, AS_AT, first_day)
    for life in lives:
        events.add(life)
        workforce.add(life)
    population = Population(AS_AT, told, lives, workforce, [])
    writer = ReturnFiles(random, folder)
    population.folders = [writer.write(window, lives) for window in told]
    return population


class Told(Stories):
    """Lives told forwards, along the paths."""

    def lives(self, paths: list[Path]) -> list[Life]:
        self._kin: dict[int, Life] = {}
        self._half_known = HALF_KNOWN
        return [self._along(number, path) for number, path in enumerate(paths)]

    def _along(self, number: int, path: Path) -> Life:
        kin = self._kin.get(path.family)
        kind = path.homes[-1][1]
        part = Part("", *kind, "", "", 0)
        if kin is None:
            self._families += 1
            ethnicity, postcode = pick(self.random, shape.ETHNICITIES), self.places.postcode()
            life = self._life(part, self._born(path), ethnicity, postcode)
        else:
            life = self._life(part, self._older(path, kin), kin.ethnicity, kin.postcode)
            life.family = kin.family
        if path.family:
            self._kin[path.family] = life
        need = pick(self.random, shape.CATEGORIES_OF_NEED)
        legal = self._legal(number, path)
        homes = self._homes(path, life.postcode, kin)
        life.cares.append(Care(path.starts_on, need, legal, homes, path.left_on, path.ending))
        if path.adoption is not None:
            life.decisions.append((path.adoption.decided_on, None, ""))
            if path.adoption.matched_on is not None:
                life.matches.append((path.adoption.matched_on, None))
            life.adopters = self.random.choice((("2", "MF", "L11"), ("2", "FF", "L12")))
        return life

    def _born(self, path: Path) -> date:
        """Of an age between two at the end of the path, born by its start, old enough for homes."""
        if path.age == GROWN_UP:
            return path.end.replace(year=path.end.year - 18)
        low, high = path.age
        for on, (type, _) in path.homes:
            low = max(low, YOUNGEST.get(type, 0) + 0.1 + (path.end - on).days / YEAR)
        low = max(low, ((path.end - path.starts_on).days + 3) / YEAR)
        return path.end - days(YEAR * self.random.uniform(low, max(low, high)))

    def _older(self, path: Path, kin: Life) -> date:
        """A year or more older than the brother or sister, or a twin where that is too old."""
        born = kin.born_on - days(self.random.randint(330, 1000))
        return kin.born_on if (path.end - born).days > path.age[1] * YEAR else born

    def _legal(self, number: int, path: Path) -> Legal:
        """Whose care began before the first return has mostly one order, which that tells whole.

        With parents children are under a full care order from the first day: so it is the same
        children whether interim orders are counted or not, and from when.
        """
        came = path.starts_on
        home = next((on for on, kind in path.homes if kind == PARENTS), AS_AT)
        if path.adoption is not None:
            return [(came, "C1"), (path.adoption.ordered_on, "E1")]
        eve = self.first_day - days(1)
        if self._half_known and came < eve and path.left_on and home == AS_AT:
            self._half_known -= 1
            return [(came, "C1"), (eve, "C2")]
        if came < self.first_day or home == came:
            return [(came, "C2")]
        relatives = any(type in ("U1", "U2", "U3", "P1") for _, (type, _) in path.homes)
        if number % SECTION_20 == 0 and not relatives:
            return [(came, "V2")]
        order = came + days(self.random.randint(*ORDER_AFTER))
        order = min(order - days(max(0, order.weekday() - 4)), home)
        return [(came, "C1"), (order, "C2")] if order < path.end - days(5) else [(came, "C1")]

    def _homes(self, path: Path, postcode: str, kin: Life | None) -> list[Home]:
        found: list[Home] = []
        for on, kind in path.homes:
            shared = kin.care.homes[0] if kin and kin.care.homes[0].on == on else None
            if shared is not None and (shared.stay.type, shared.stay.provider) == kind:
                found.append(shared)
                continue
            stay = self._elsewhere_than(found[-1].stay if found else None, kind, postcode)
            found.append(Home(on, stay, self._why(kind) if found else ""))
        return found

    def _elsewhere_than(self, before: Stay | None, kind: Kind, postcode: str) -> Stay:
        """A home whose carers are not those whom the child has just left."""
        stay = self.places.stay(*kind, postcode)
        while before is not None and stay.carer == before.carer:
            stay = self.places.stay(*kind, postcode)
        return stay

    def _why(self, kind: Kind) -> str:
        planned = kind[0] in LASTING or kind in (PARENTS, ADOPTIVE)
        return "CARPL" if planned else pick(self.random, WHY_MOVED)
