"""The way of children in packs: no child is in two charts, for two would tell what each hides."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from casetrack import dates
from casetrack.models import Authority
from oversight.charts.flow import KINDS
from oversight.disclosure.cells import HOUSE
from oversight.disclosure.ways import Ways, published
from oversight.indicators.journey import State, cohort
from oversight.indicators.kept import changed
from oversight.packs import way
from oversight.packs.board import board
from oversight.packs.pack import Sheet
from oversight.tests import test_packs
from oversight.tests.attack import MOST, spans
from tests import timeline
from tests.cast import Cast

FIRST, LATER, NEXT = date(2025, 5, 31), date(2026, 4, 30), date(2026, 5, 31)
TODAY = date(2026, 11, 1)
CAME_LATER = "care 2024-09-10; status C2 2024-09-10; home U4 2024-09-10"


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """27 who came in January 2024 live in foster homes and 3 with parents; 20 came in September,
    and two of the cast."""
    Authority.objects.update(records_live=True, recorded_from=date(2021, 4, 1))
    fostered, at_home = [test_packs.FOSTERED] * 27, [test_packs.AT_HOME] * 3
    for history in (test_packs.LEFT, *fostered, *at_home, *[CAME_LATER] * 20):
        timeline.child(history, authority=cast.authority)
    return cast


def sheet(cast: Cast, as_at: date) -> Sheet:
    made = board(cast.authority, as_at, TODAY)
    return next(each for each in made.pack.sheets if each.title == way.TITLE)


def test_of_a_year_of_children_whose_year_after_is_known(cast: Cast) -> None:
    found = sheet(cast, FIRST)
    (picture,) = found.pictures
    assert "who came into care in the twelve months to 31 May 2024" in picture.title
    assert found.facts == ((way.TOLD_FOR, "31 May 2025"),)
    numbers = {cell for row in picture.table.rows for cell in row}
    assert "30" in numbers
    assert not numbers & {"1", "2", "3", "4", "5"}


def test_until_all_are_others_packs_repeat_the_chart(cast: Cast) -> None:
    test_packs.published(cast, as_at=FIRST)
    told = sheet(cast, FIRST)
    assert sheet(cast, LATER) == told
    test_packs.published(cast, as_at=LATER)
    assert sheet(cast, date(2026, 3, 31)) == told
    new = sheet(cast, NEXT)
    assert new.pictures[0].title.startswith(
        "Of 22 children who came into care in the twelve months to 31 May 2025"
    )
    assert new.facts == ((way.TOLD_FOR, "31 May 2026"),)


def test_what_was_recorded_since_does_not_change_it(cast: Cast) -> None:
    test_packs.published(cast, as_at=FIRST)
    told = sheet(cast, FIRST)
    more = [timeline.child(test_packs.FOSTERED, authority=cast.authority).pk for _ in range(4)]
    changed(more)
    assert sheet(cast, LATER) == told


def test_of_an_earlier_day_nothing_is_told_of_the_same_children(cast: Cast) -> None:
    test_packs.published(cast, as_at=FIRST)
    earlier = sheet(cast, date(2025, 2, 28))
    assert (earlier.finding, earlier.pictures) == (way.NOT_TOLD, ())


def test_where_not_all_days_are_known_it_says_so(cast: Cast) -> None:
    found = sheet(cast, date(2023, 2, 28))
    assert found.finding == "Nothing is known of all those days."
    assert not found.pictures


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2025, 5, 31), date(2025, 8, 15)])
def test_a_year_later_all_are_others(day: date) -> None:
    first, last = cohort(day, way.MONTHS, way.AGO)
    following, _ = cohort(dates.add_months(day, 12), way.MONTHS, way.AGO)
    assert first <= last < following <= day


# What two charts of children most of whom are the same would tell.


@dataclass(frozen=True)
class Chart:
    """Of the children who came in months in a row, with their ways over a year."""

    ways: list[tuple[int, tuple[State, ...]]]
    told: Ways[State]

    @classmethod
    def of(cls, ways: list[tuple[int, tuple[State, ...]]], months: range) -> "Chart":
        some = [each for each in ways if each[0] in months]
        flows = [Counter((way[step], way[step + 1]) for _, way in some) for step in range(STEPS)]
        told = published(flows, tuple(State), KINDS, secret=b"some")
        assert told is not None
        return cls(some, told)

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
EVERY = [(one, other) for one in State for other in State]
LIVED = [State.FOSTER, State.RELATIVES, State.PARENTS, State.RESIDENTIAL, State.SUPPORTED]
ENDED = [State.HOME, State.GUARDIANSHIP, State.ADOPTED, State.OTHERWISE]


def children(seed: int, months: int) -> list[tuple[int, tuple[State, ...]]]:
    """Some who came each month, each with the month."""
    random = np.random.default_rng(seed)
    found = []
    for month in range(months):
        for _ in range(random.poisson(6)):
            way = [LIVED[random.choice(5, p=[0.45, 0.3, 0.1, 0.1, 0.05])]]
            for _ in range(STEPS):
                moved = random.random() < 0.25 and way[-1] in LIVED
                way.append([*LIVED, *ENDED][random.integers(9)] if moved else way[-1])
            found.append((month, tuple(way)))
    return found


def reckoned(one: Chart, other: Chart) -> int:
    """How many small numbers are known, of those who are in one of the charts only.

    Of each step the attacker knows what either chart tells, and how many are in one, in the other
    and in both.
    """
    gone = [each for each in one.ways if each not in other.ways]
    new = [each for each in other.ways if each not in one.ways]
    apart, both = [*zip((0, 2), (gone, new), strict=True)], len(one.ways) - len(gone)
    found, size = 0, len(EVERY)
    for step in range(STEPS):
        sums, numbers = [], []
        for chart, place in ((one, 0), (other, 2)):
            for flows, number in chart.tells(step):
                row = np.zeros((3, size))
                row[[place, 1]] = [flow in flows for flow in EVERY]
                sums.append(row.ravel())
                numbers.append(number)
        for place, number in enumerate((len(gone), both, len(new))):
            sums.append(np.repeat(np.eye(3)[place], size))
            numbers.append(number)
        aims = [aim for place, few in apart for aim in places_of(few, step, place)]
        if aims:
            bounds = np.stack([numbers, numbers], axis=1).astype(float)
            ends = spans(np.array(sums), bounds, np.full(3 * size, float(MOST)), np.array(aims))
            found += int((ends[:, 1] - ends[:, 0] < 0.5).sum())
    return found


def places_of(
    few: Sequence[tuple[int, tuple[State, ...]]], step: int, place: int
) -> Iterator[NDArray[np.float64]]:
    """Of each place where 1 to 5 of them are at the step, its flows."""
    for state, number in Counter(lived[step] for _, lived in few).items():
        if HOUSE.is_small(number):
            aim = np.zeros((3, len(EVERY)))
            aim[place] = [flow[0] == state for flow in EVERY]
            yield aim.ravel()


def test_two_charts_of_nearly_the_same_children_tell_where_few_were() -> None:
    """A month apart, as packs were told before: where nobody came in the month that is no longer in
    the year, it is known of those who came in the new one where they were."""
    known = 0
    for seed in range(3):
        ways = [each for each in children(seed, 13) if each[0]]
        known += reckoned(Chart.of(ways, range(12)), Chart.of(ways, range(1, 13)))
    assert known > 0


def test_two_charts_of_different_children_tell_nothing_of_few() -> None:
    for seed in range(2):
        ways = children(seed, 24)
        assert not reckoned(Chart.of(ways, range(12)), Chart.of(ways, range(12, 24)))
