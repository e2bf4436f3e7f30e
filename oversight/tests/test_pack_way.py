"""The way of children in packs: no child is in two charts, for two would tell what each hides."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np
import pytest

from casetrack.models import Authority
from oversight.charts.flow import KINDS
from oversight.disclosure.cells import HOUSE
from oversight.disclosure.ways import Ways
from oversight.disclosure.ways import published as told_publicly
from oversight.indicators.journey import State
from oversight.indicators.kept import changed
from oversight.packs import way
from oversight.packs.board import board
from oversight.packs.pack import Sheet
from oversight.tests.attack import MOST, spans
from oversight.tests.test_packs import AT_HOME, FOSTERED, LEFT, published
from tests import timeline
from tests.cast import Cast

FIRST, LATER, NEXT = date(2025, 5, 31), date(2026, 4, 30), date(2026, 5, 31)
TODAY = date(2026, 11, 1)
BEFORE, SINCE = (
    f"care {first}; status C2 {first}; home U4 {first}" for first in ("2021-09-10", "2024-09-10")
)
"""Of the first chart and no longer of the next, and of the next alone."""


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """27 who came in January 2024 live in foster homes and 3 with parents."""
    Authority.objects.update(records_live=True, recorded_from=date(2021, 4, 1))
    for history in (LEFT, *[FOSTERED] * 27, *[AT_HOME] * 3, *[SINCE] * 20):
        timeline.child(history, authority=cast.authority)
    return cast


def came_before(cast: Cast, number: int) -> None:
    for _ in range(number):
        timeline.child(BEFORE, authority=cast.authority)


def sheet(cast: Cast, as_at: date) -> Sheet:
    made = board(cast.authority, as_at, TODAY)
    return next(each for each in made.pack.sheets if each.title == way.TITLE)


def test_of_three_years_of_children_whose_year_after_is_known(cast: Cast) -> None:
    found = sheet(cast, FIRST)
    (picture,) = found.pictures
    assert "Of 30 children who came into care in the three years to 31 May 2024" in picture.title
    assert found.facts == ((way.TOLD, "31 May 2025"),)
    numbers = {cell for row in picture.table.rows for cell in row}
    assert "30" in numbers
    assert not numbers & {"1", "2", "3", "4", "5"}


def test_for_a_year_packs_repeat_the_chart(cast: Cast) -> None:
    came_before(cast, 20)
    published(cast, as_at=FIRST)
    told = sheet(cast, FIRST)
    assert "Of 50 children" in told.pictures[0].title
    for day in (FIRST, LATER):
        found = sheet(cast, day)
        assert found.pictures == told.pictures
        assert found.facts == ((way.REPEATED, "31 May 2025"),)
    published(cast, as_at=LATER)
    assert sheet(cast, date(2026, 3, 31)).facts == ((way.REPEATED, "31 May 2025"),)
    new = sheet(cast, NEXT)
    assert new.facts == ((way.TOLD, "31 May 2026"),)
    assert "Of 52 children who came into care in the three years" in new.pictures[0].title


@pytest.mark.parametrize(("number", "facts"), [(19, way.REPEATED), (20, way.TOLD)])
def test_and_longer_while_few_are_no_longer_in_it(cast: Cast, number: int, facts: str) -> None:
    came_before(cast, number)
    published(cast, as_at=FIRST)
    assert sheet(cast, NEXT).facts[0][0] == facts


def test_what_was_recorded_since_does_not_change_it(cast: Cast) -> None:
    published(cast, as_at=FIRST)
    told = sheet(cast, FIRST)
    more = [timeline.child(FOSTERED, authority=cast.authority).pk for _ in range(4)]
    changed(more)
    assert sheet(cast, LATER) == told


def test_of_an_earlier_day_nothing_is_told_of_the_same_children(cast: Cast) -> None:
    published(cast, as_at=FIRST)
    earlier = sheet(cast, date(2025, 2, 28))
    assert (earlier.finding, earlier.pictures) == (way.NOT_TOLD, ())


def test_where_not_all_days_are_known_it_says_so(cast: Cast) -> None:
    found = sheet(cast, date(2023, 2, 28))
    assert found.finding == "Nothing is known of all those days."
    assert not found.pictures


# What two charts of children most of whom are the same would tell.


Way = tuple[State, ...]


@dataclass(frozen=True)
class Chart:
    """Of the children who came in the months, each with the month and where she was in a year."""

    months: range
    ways: list[tuple[int, Way]]
    told: Ways[State]

    @classmethod
    def of(cls, ways: Sequence[tuple[int, Way]], months: range) -> "Chart":
        some = [each for each in ways if each[0] in months]
        flows = [Counter((way[step], way[step + 1]) for _, way in some) for step in range(STEPS)]
        told = told_publicly(flows, tuple(State), KINDS, secret=b"some")
        assert told is not None
        return cls(months, some, told)

    def tells(self, step: int) -> Iterator[tuple[set[tuple[State, State]], int]]:
        """Each number that is told of a step: of which flows, and how many children."""
        at = Counter((way[step], way[step + 1]) for _, way in self.ways)
        groups = self.told.groups[step : step + 2]
        for (here, there), number in self.told.flows[step].items():
            if number is not None:
                yield {(one, other) for one in here for other in there}, number
        for end in (0, 1):
            for group in set(groups[end].values()):
                of = {flow for flow in EVERY if flow[end] in group}
                yield of, sum(number for flow, number in at.items() if flow in of)
        # Where no child is drawn there is none.
        drawn = {
            (one, other) for here, there in self.told.flows[step] for one in here for other in there
        }
        yield set(EVERY) - drawn, 0


STEPS = 3
LIVED = [State.FOSTER, State.RELATIVES, State.PARENTS, State.RESIDENTIAL, State.SUPPORTED]
ENDED = [State.HOME, State.GUARDIANSHIP, State.ADOPTED, State.OTHERWISE]
EVERY = [*product(LIVED, [*LIVED, *ENDED]), *((state, state) for state in ENDED)]
"""All flows there are: who left care stays away."""


def children(seed: int, months: int) -> list[tuple[int, Way]]:
    """Some who came each month, each with the month."""
    random = np.random.default_rng(seed)
    found = []
    for month in range(months):
        for _ in range(random.poisson(3)):
            lived = [LIVED[random.choice(5, p=[0.45, 0.3, 0.1, 0.1, 0.05])]]
            for _ in range(STEPS):
                moved = random.random() < 0.25 and lived[-1] in LIVED
                lived.append([*LIVED, *ENDED][random.integers(9)] if moved else lived[-1])
            found.append((month, tuple(lived)))
    return found


def reckoned(charts: Sequence[Chart]) -> tuple[int, int]:
    """Of those who came in months that are in the same charts: how many small numbers of places are
    known, and how many there are.

    Of each step the attacker knows what every chart tells, and how many are in which of them.
    """
    alike: dict[tuple[bool, ...], list[Way]] = defaultdict(list)
    for month, lived in {id(each): each for chart in charts for each in chart.ways}.values():
        alike[tuple(month in chart.months for chart in charts)].append(lived)
    known = number = 0
    for step in range(STEPS):
        sums, told = [], []
        for place, chart in enumerate(charts):
            for flows, count in chart.tells(step):
                row = np.array([flow in flows for flow in EVERY])
                sums.append(np.concatenate([row * which[place] for which in alike]))
                told.append(count)
        for place, those in enumerate(alike.values()):
            sums.append(np.repeat(np.eye(len(alike))[place], len(EVERY)))
            told.append(len(those))
        aims = [
            np.concatenate([np.array(at) * (place == other) for other in range(len(alike))])
            for place, those in enumerate(alike.values())
            for state, count in Counter(lived[step] for lived in those).items()
            if HOUSE.is_small(count)
            for at in [[flow[0] == state for flow in EVERY]]
        ]
        if aims:
            bounds = np.stack([told, told], axis=1).astype(float)
            most = np.full(len(aims[0]), float(MOST))
            ends = spans(np.array(sums, dtype=float), bounds, most, np.array(aims, dtype=float))
            known += int((ends[:, 1] - ends[:, 0] < 0.5).sum())
            number += len(aims)
    return known, number


def test_two_charts_of_nearly_the_same_children_tell_where_few_were() -> None:
    """A month apart, as packs were told before: where nobody came in the month that is no longer in
    them, it is known of those who came in the new one where they were."""
    found = []
    for seed in range(3):
        ways = [each for each in children(seed, 37) if each[0]]
        found.append(reckoned([Chart.of(ways, range(36)), Chart.of(ways, range(1, 37))]))
    known, number = np.sum(found, axis=0)
    assert known > 0.1 * number


def test_charts_a_year_apart_tell_nothing_of_few() -> None:
    found = []
    for seed in range(2):
        ways = children(seed, 60)
        charts = [Chart.of(ways, range(first, first + 36)) for first in (0, 12, 24)]
        found.append(reckoned(charts))
    known, number = np.sum(found, axis=0)
    assert number > 40
    assert not known
