"""Where every child of the made-up council lives in turn, so that each month's flows come true.

Parts of the homes are those of the series: with connected carers, with parents, and elsewhere.
Whoever leaves a part in the twelve months has been there since before them, except eight who
stay only for months; whoever came in stays to the end. So the flows are the series, and only days
within a month are drawn.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from casetrack.dates import add_months
from returns.demo.published.flows import BEFORE, FIRST_CONNECTED, MONTHS
from returns.demo.published.targets import AS_AT, DECISION_DAYS, ORDER_TO_MATCH_DAYS
from returns.demo.timelines import days

Kind = tuple[str, str]  # type and provider, as the return has them

PARENTS: Kind = ("P1", "PR0")
SETTLED, NEWLY, OTHERWISE = ("U1", "PR1"), ("U3", "PR1"), ("U2", "PR1")  # connected carers
IN_HOUSE, IN_HOUSE_FOR_GOOD = ("U6", "PR1"), ("U4", "PR1")
AGENCY, AGENCY_FOR_GOOD = ("U6", "PR4"), ("U4", "PR4")
ADOPTIVE = ("A6", "PR2")
EXTERNAL, OWN_HOUSE = ("K2", "PR4"), ("K2", "PR1")
SUPPORTED, SCHOOL = ("K3", "PR4"), ("S1", "PR5")

LONG_BY = date(2018, 4, 30)
"""In care for two and a half years on the last day: since then or earlier."""
LONG_FROM = date(2014, 9, 1)
LAST_BEFORE = date(2019, 10, 14)
"""Nobody moves between then and the twelve months, so that no year begins with a move."""
LONG_CONNECTED, LONG_MOVED, LONG_MOVED_BACK = 20, 24, 10
LONG_MOVED_ELSEWHERE = 35
"""In care for so long are also 15 with parents and the 88 of `GROUPS`: 192. Those who moved did so
in the last year, so that 123 have been in one home for two years: 64%."""

MONTHS_WITH_PARENTS = (
    *(12, 12, 13, 14, 15, 15, 16, 17, 18, 18, 19, 20, 21, 22, 23),
    *(24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34),
    *(38, 41, 45, 50, 55, 60, 65, 71, 79, 87),
)
"""Of the 36 with parents for more than a year: 15, 11 and 10 by years, so that with the 51 who came
since all months add up to 16 × 87."""

THREE_HOMES_CONNECTED, THREE_HOMES_PARENTS, THREE_HOMES_BACK = 15, 9, 2
NEW_BEFORE_MOVE = 46
"""Of those who moved to connected carers or parents: so many came into care in the same year."""
HOMES_ELSEWHERE = {2: 21, 3: 23, 4: 7, 5: 8, 6: 3}
"""Who moved between other homes, beside those who moved to adopters."""
PLACED, WAITING, BRIEF, WAITING_FROM = 27, 30, 8, date(2018, 12, 1)
"""In adoptive homes (4% of 683); with a placement order and not yet placed, in care since that day
or later; who stay for months."""

GROUPS = {
    "moved": ((EXTERNAL, 29), (AGENCY, 20), (IN_HOUSE, 13)),
    "long": ((IN_HOUSE_FOR_GOOD, 40), (AGENCY_FOR_GOOD, 30), (EXTERNAL, 12), (SCHOOL, 6)),
    "since": ((IN_HOUSE, 34), (AGENCY, 25), (EXTERNAL, 14), (OWN_HOUSE, 5)),
    "new": ((IN_HOUSE, 34), (AGENCY, 42), (EXTERNAL, 19), (OWN_HOUSE, 4), (SUPPORTED, 12)),
}
"""Elsewhere on the last day. With those who moved back it is 132 in-house and 125 agency foster
homes (REPORT, paragraph 42: 343 in-house, the 211 connected among them), 74 and 9 in external and
own children's homes (proxy indicators 3 and 4, of June 2020), 27 adoptive homes, 18 others."""

EARLIER, EARLIER_A_MONTH = date(2016, 4, 1), 12
MOVED_BEFORE = 4
"""Of those who had left by the last day all but every so many had lived in a foster home before, so
that the years before are no steadier than the one that was printed: chosen."""
ADOPTED_BEFORE = {
    date(2017, 6, 1): (5, 8),
    date(2017, 11, 1): (12, 15),
    date(2018, 11, 1): (12, 16),
}
"""From the month on, over so many months, so many: chosen."""

ORDINARY, UNDER_FIVE, FIVE_AND_OVER = (0.3, 15.9), (0.1, 4.9), (5.1, 15.9)
BABIES, ADOPTED_AT = (0.05, 1.0), (0.4, 4.5)
GROWN_UP = (18.0, 18.0)
OLDEST, NEARLY_GROWN = 15.9, 17.7
"""Of those in care for long nobody is 16 yet: measures of steady homes ask about children under
16, and this way give what the papers give for all."""


@dataclass(frozen=True)
class Adoption:
    """The days of the way to adoption that its measures compare."""

    decided_on: date
    ordered_on: date
    matched_on: date | None = None


@dataclass
class Path:
    """One period of care: homes and the day of each, the way out of it, and the age at its end."""

    homes: list[tuple[date, Kind]]
    left_on: date | None = None
    ending: str = ""
    age: tuple[float, float] = ORDINARY  # in years
    adoption: Adoption | None = None
    family: int = field(default=0)

    @property
    def starts_on(self) -> date:
        return self.homes[0][0]

    @property
    def end(self) -> date:
        return self.left_on or AS_AT


def around(mean: int, count: int, step: int = 7) -> list[int]:
    """So many numbers, lowest first, evenly around their mean."""
    half = [step * n for n in range(1, count // 2 + 1)]
    return sorted([mean - n for n in half] + [mean] * (count % 2) + [mean + n for n in half])


def each_month(count: int, months: int) -> list[int]:
    """`count` cut into so many months as evenly as whole numbers go."""
    return [(n + 1) * count // months - n * count // months for n in range(months)]


class Paths:
    """Draws the days; `made` has all paths."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.made: list[Path] = []
        self._again = THREE_HOMES_BACK
        self._foster = [AGENCY, IN_HOUSE] * 8 + [IN_HOUSE] * 3
        self._arrivals = [n for n, month in enumerate(MONTHS) for _ in range(month.elsewhere.new)]
        self._connected()
        self._with_parents()
        self._moved_in()
        self._left_elsewhere()
        self._elsewhere()
        self._earlier()
        self._moved_before()

    # Days

    def _day(self, low: date, high: date) -> date:
        """A day from one to another, none of a weekend."""
        while (day := low + days(self.random.randint(0, (high - low).days))).weekday() > 4:
            pass
        return day

    def _in(self, month: int, first: int = 2, last: int = 27) -> date:
        start = MONTHS[month].first
        return self._day(start.replace(day=first), start.replace(day=last))

    def _before(self, day: date, low: int, high: int) -> date:
        """So many days before, and before the twelve months."""
        ago = day - days(self.random.randint(low, high))
        return ago if ago <= LAST_BEFORE else self._day(LAST_BEFORE - days(150), LAST_BEFORE)

    def _long(self) -> date:
        """Rather lately than long ago."""
        room = (LONG_BY - LONG_FROM).days
        return LONG_BY - days(self.random.triangular(0, room, 0))

    def _since(self) -> date:
        return self._day(LONG_BY + days(3), LAST_BEFORE)

    def _add(
        self,
        *homes: tuple[date, Kind],
        left_on: date | None = None,
        ending: str = "",
        age: tuple[float, float] = ORDINARY,
        adoption: Adoption | None = None,
    ) -> Path:
        path = Path(list(homes), left_on, ending, age, adoption)
        self.made.append(path)
        return path

    def _families(self, paths: Sequence[Path]) -> None:
        """Every third of them has a brother or sister there, who came on the same day."""
        for one, other in zip(paths[::3], paths[1::3], strict=False):
            one.family = other.family = self.made.index(one) + 1
            other.homes[0] = (one.starts_on, other.homes[0][1])

    # The parts of the series

    def _connected(self) -> None:
        back = iter([True] * LONG_MOVED_BACK + [False] * 9)
        young = iter(range(23))
        for number, month in enumerate(MONTHS):
            new = [self._add((self._in(number), NEWLY)) for _ in range(month.connected.new)]
            self._families(new)
            for path in new[2::6]:
                path.age = BABIES
            for place in range(month.connected.left):
                left = self._in(number)
                path = self._add((self._before(left, 240, 900), NEWLY), left_on=left)
                path.ending = ("E45", "E45", "E45", "E4A", "E41")[place % 5]
                if number >= 6:
                    path.age = UNDER_FIVE if next(young, None) is not None else FIVE_AND_OVER
            for _ in range(month.connected.moved_out):
                self._moved_back(number, NEWLY, next(back))
        stayed = [self._add((self._long(), SETTLED)) for _ in range(LONG_CONNECTED)]
        gone = sum(month.connected.left + month.connected.moved_out for month in MONTHS)
        rest = FIRST_CONNECTED - gone - len(stayed)
        others = [self._add((self._since(), SETTLED if n % 2 else NEWLY)) for n in range(rest)]
        self._families(stayed)
        self._families(others)
        others[0].homes = [(others[0].starts_on, OTHERWISE)]

    def _moved_back(self, month: int, kind: Kind, long: bool) -> None:
        """From relatives or parents to foster carers, in care all the time."""
        came, moved = self._long() if long else self._since(), self._in(month, 12)
        last = self._foster.pop()
        homes = [(came, kind), (moved, last)]
        if self._again:
            self._again -= 1
            again = self._day(moved + days(20), moved + days(120))
            homes[1:] = [(moved, self._other(last)), (again, last)]
        self._add(*homes)

    def _with_parents(self) -> None:
        for months in MONTHS_WITH_PARENTS:
            day = self.random.randint(15, 28)
            self._add((add_months(AS_AT.replace(day=day), -months), PARENTS))
        for number, month in enumerate(MONTHS):
            new = [self._add((self._in(number), PARENTS)) for _ in range(month.parents.new)]
            self._families(new)
            for _ in range(month.parents.left):
                left = self._in(number)
                came = self._before(left, 150, 1100)
                self._add((came, PARENTS), left_on=left, ending="E4A", age=FIVE_AND_OVER)
            for _ in range(month.parents.moved_out):
                self._moved_back(number, PARENTS, False)

    def _moved_in(self) -> None:
        """From foster carers to relatives or parents; the last of them came in the same year."""
        moves = [
            (number, kind)
            for number, month in enumerate(MONTHS)
            for kind, count in (
                (NEWLY, month.connected.moved_in),
                (PARENTS, month.parents.moved_in),
            )
            for _ in range(count)
        ]
        again = {NEWLY: THREE_HOMES_CONNECTED, PARENTS: THREE_HOMES_PARENTS}
        known = len(moves) - NEW_BEFORE_MOVE
        for place, (number, kind) in enumerate(moves):
            if place < known:
                came = self._long() if place < LONG_MOVED else self._since()
            else:
                came = self._in(self._arrival(number - 2))
            moved = self._in(number, 12)
            first = self.random.choice((IN_HOUSE, AGENCY))
            homes = [(came, first), (moved, kind)]
            if number >= 2 and again[kind]:
                again[kind] -= 1
                earliest = max(came, BEFORE) + days(5)
                homes.insert(1, (self._day(earliest, moved - days(10)), self._other(first)))
            self._add(*homes)

    def _arrival(self, by: int) -> int:
        """The month of somebody who came into care elsewhere, the first that is not yet told of."""
        if self._arrivals[0] > by:
            raise ValueError("Nobody is left who came early enough to have moved by then.")
        return self._arrivals.pop(0)

    def _other(self, kind: Kind) -> Kind:
        return AGENCY if kind == IN_HOUSE else IN_HOUSE

    # Elsewhere

    def _left_elsewhere(self) -> None:
        first, last = each_month(12, 6), each_month(6, 6)
        adopted = [n for n, count in enumerate(first + last) for _ in range(count)]
        self._adopted([self._in(n) for n in adopted[:12]])
        self._adopted([self._in(n) for n in adopted[12:]])
        left = [n for n, month in enumerate(MONTHS) for _ in range(month.elsewhere.left)]
        for number in adopted:
            left.remove(number)
        for place, number in enumerate(left):
            self._left_in(place, number, brief=len(left) - place <= BRIEF)

    def _left_in(self, place: int, month: int, brief: bool) -> None:
        left = self._in(month, 6)
        age = ORDINARY if month < 6 else FIVE_AND_OVER
        if brief:
            came = self._in(self._arrival(month - 1))
            self._add((came, IN_HOUSE), left_on=left, ending="E4A", age=age)
        elif place % 2:
            came = self._before(left, 90, 700)
            self._add((came, AGENCY), left_on=left, ending="E4A", age=age)
        else:
            self._grown_up(left, self._before(left, 400, 1400))

    def _grown_up(self, left: date, came: date) -> None:
        kind = self.random.choice((IN_HOUSE_FOR_GOOD, AGENCY_FOR_GOOD, EXTERNAL))
        self._add((came, kind), left_on=left, ending="E5", age=GROWN_UP)

    def _adopted(self, left: Iterable[date]) -> None:
        """From the order on, on average, the printed days passed to the match of these children.

        Where there are many one was matched before the order, which counts as no days; as many
        days more had to pass for another.
        """
        leaving = list(left)
        few = len(leaving) < 8
        waits = around(ORDER_TO_MATCH_DAYS, len(leaving) - (0 if few else 2))
        waits += [] if few else [2 * ORDER_TO_MATCH_DAYS, -6]
        before = around(DECISION_DAYS, len(leaving))
        for on, wait, decision in zip(leaving, waits, before, strict=True):
            placed = on - days(self.random.randint(150, 230))
            self._placed(placed, wait, decision, left_on=on, ending="E11")

    def _placed(
        self, placed: date, wait: int, decision: int, left_on: date | None = None, ending: str = ""
    ) -> None:
        ordered = placed - days(self.random.randint(21, 35) + max(wait, 0))
        while ordered.weekday() > 4 or (ordered + days(wait)).weekday() > 4:
            ordered -= days(1)
        decided = ordered - days(self.random.randint(24, 38))
        came = decided - days(decision)
        adoption = Adoption(decided, ordered, ordered + days(wait))
        homes = ((came, IN_HOUSE), (placed, ADOPTIVE))
        self._add(*homes, left_on=left_on, ending=ending, age=ADOPTED_AT, adoption=adoption)

    def _elsewhere(self) -> None:
        """Who is there on the last day and was never with relatives or parents."""
        waits = around(ORDER_TO_MATCH_DAYS, PLACED, 5)
        before = around(DECISION_DAYS, PLACED, 5)
        for place, (wait, decision) in enumerate(zip(waits, before, strict=True)):
            self._placed(self._in(1 + place % 11), wait, decision)
        self._moved_elsewhere()
        for kind in self._kinds("long"):
            self._add((self._long(), kind), age=self._age(kind))
        since = [self._add((self._since(), k), age=self._age(k)) for k in self._kinds("since")]
        for path, decision in zip(since, around(DECISION_DAYS, WAITING, 3), strict=False):
            self._waits(path, decision)
        for place, kind in enumerate(self._kinds("new")):
            age = self._age(kind)
            if place % 4 == 0 and kind in (AGENCY, EXTERNAL):
                age = (OLDEST, NEARLY_GROWN)
            elif place % 4 == 1 and kind == IN_HOUSE:
                age = BABIES
            self._add((self._in(self._arrivals.pop(0)), kind), age=age)

    def _kinds(self, group: str) -> Iterator[Kind]:
        return (kind for kind, count in GROUPS[group] for _ in range(count))

    def _age(self, kind: Kind) -> tuple[float, float]:
        if kind == SUPPORTED:
            return 16.9, NEARLY_GROWN
        return (9.0, OLDEST) if kind in (EXTERNAL, OWN_HOUSE, SCHOOL) else ORDINARY

    def _waits(self, path: Path, decision: int) -> None:
        """With a placement order, and no family yet."""
        came = self._day(WAITING_FROM, LAST_BEFORE)
        decided = came + days(decision)
        ordered = self._day(decided + days(24), decided + days(38))
        path.homes = [(came, path.homes[0][1])]
        path.adoption, path.age = Adoption(decided, ordered), ADOPTED_AT

    def _moved_elsewhere(self) -> None:
        """Some of them often: the days of their moves lie evenly over the time there was."""
        counts = sorted(n for n, many in HOMES_ELSEWHERE.items() for _ in range(many))[::-1]
        for place, (kind, homes) in enumerate(zip(self._kinds("moved"), counts, strict=True)):
            if place < LONG_MOVED_ELSEWHERE:
                came = self._long()
            elif place < LONG_MOVED_ELSEWHERE + 9:
                came = self._since()
            else:
                came = self._in(self._arrivals.pop(0))
            self._add(*self._often(came, kind, homes), age=self._age(kind))

    def _often(self, came: date, kind: Kind, homes: int) -> list[tuple[date, Kind]]:
        first = max(came, BEFORE) + days(6)
        step = (AS_AT - days(8) - first).days // (homes - 1)
        found = [(came, IN_HOUSE)]
        for number in range(homes - 1):
            last = number == homes - 2
            start = first + days(number * step)
            to = kind if last else self._other(found[-1][1])
            found.append((self._day(start, start + days(step - 6)), to))
        return found

    # Before

    def _earlier(self) -> None:
        """Who left in the years of the returns before the twelve months: chosen."""
        month = EARLIER
        while month < MONTHS[0].first:
            for place in range(EARLIER_A_MONTH):
                self._left_before(place, self._day(month, month.replace(day=27)))
            month = add_months(month, 1)
        for first, (months, count) in ADOPTED_BEFORE.items():
            counts = enumerate(each_month(count, months))
            starts = [add_months(first, n) for n, many in counts for _ in range(many)]
            self._adopted([self._day(start, start.replace(day=27)) for start in starts])

    def _left_before(self, place: int, left: date) -> None:
        came = left - days(self.random.triangular(60, 1000, 300))
        if place < 3:
            guardianship = "E45" if left >= date(2018, 4, 1) else "E44"
            self._add((came, NEWLY), left_on=left, ending=guardianship)
        elif place == 3:
            self._add((came, PARENTS), left_on=left, ending="E4A")
        elif place < 7:
            self._grown_up(left, came - days(300))
        else:
            self._add((came, IN_HOUSE if place % 2 else AGENCY), left_on=left, ending="E4A")

    def _moved_before(self) -> None:
        gone = [path for path in self.made if path.left_on and path.adoption is None]
        for place, path in enumerate(gone):
            since, kind = path.homes[0]
            came = self._day(since - days(300), since - days(20))
            if place % MOVED_BEFORE and came >= EARLIER and since <= LAST_BEFORE:
                first = AGENCY if kind == IN_HOUSE else IN_HOUSE
                path.homes.insert(0, (came, first))
