"""The way of children who came into care, by hand, as at past days, and against plain Python; and
by how many homes they have had.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from casetrack import dates
from casetrack.models import Authority, CarePeriod, Child, LegalStatus
from oversight.indicators.compute import Asked, series
from oversight.indicators.homes_counted import MOST, Within, homes_counted, said
from oversight.indicators.journey import COLUMNS, HOMES, LAST, LEFT, Journey, State, Way, journey
from oversight.indicators.registry import INDICATORS, called
from placements.models import Placement
from tests import timeline

DAY = date(2024, 6, 30)
KNOWN = "born 2001-01-01; care 2001-01-01 .. 2001-01-02"
R, F, P, E = State.RELATIVES, State.FOSTER, State.PARENTS, State.ELSEWHERE
ADOPTIVE, CARE, NOT_YET = State.ADOPTIVE, State.IN_CARE, State.NOT_YET


@pytest.fixture
def authority(db: None) -> Authority:
    authority = timeline.an_authority()
    Authority.objects.filter(pk=authority.pk).update(records_live=True)
    authority.refresh_from_db()
    timeline.child(KNOWN, authority=authority)
    return authority


def ways(authority: Authority, *histories: str, day: date = DAY, months: int = 36) -> dict:
    for history in histories:
        timeline.child(history, authority=authority)
    return dict(journey(authority, day, months).ways)


WAYS = {
    "foster home, then an adoptive one, and adopted": (
        "care 2022-01-10 .. 2024-02-01 E11; status C2 2022-01-10 .. 2024-02-01;"
        " home U6 2022-01-10 .. 2022-07-10; home A6 2022-07-10 .. 2024-02-01",
        (F, F, ADOPTIVE, ADOPTIVE, State.ADOPTED),
    ),
    "a day before six months she moves, on the day itself she has moved": (
        "care 2023-01-10; status C2 2023-01-10; home U6 2023-01-10 .. 2023-04-11;"
        " home U3 2023-04-11 .. 2023-07-10; home P1 2023-07-10",
        (F, F, P, P, CARE),
    ),
    "home after a month, and it is the last day of a shorter month": (
        "care 2023-11-30 .. 2024-02-29 E4A; status V2 2023-11-30 .. 2024-02-29;"
        " home U6 2023-11-30 .. 2024-02-29",
        (F, State.HOME, State.HOME, NOT_YET, State.HOME),
    ),
    "back in care, where he then lives": (
        "care 2023-01-10 .. 2023-03-01 E4B; status V2 2023-01-10 .. 2023-03-01;"
        " home U6 2023-01-10 .. 2023-03-01; care 2023-06-01; status C1 2023-06-01;"
        " home K2 2023-06-01",
        (F, State.HOME, State.RESIDENTIAL, State.RESIDENTIAL, CARE),
    ),
    "a stay in hospital changes nothing, also while nobody knows that he goes back": (
        "care 2023-01-10; status C2 2023-01-10; home U3 2023-01-10 .. 2023-04-01 PLACE a;"
        " home T1 2023-04-01 .. 2023-04-20; home U3 2023-04-20 .. 2023-07-05 PLACE b;"
        " home T1 2023-07-05",
        (R, R, R, R, CARE),
    ),
    "18 in care, left open": (
        "born 2006-01-01; care 2023-06-30; status V2 2023-06-30; home K3 2023-06-30",
        (*(State.SUPPORTED,) * 3, State.EIGHTEEN, State.EIGHTEEN),
    ),
    "18, and care ended then for another reason": (
        "born 2006-01-01; care 2023-06-30 .. 2024-01-01 E5; status V2 2023-06-30 .. 2024-01-01;"
        " home H5 2023-06-30 .. 2024-01-01",
        (*(State.SUPPORTED,) * 3, State.EIGHTEEN, State.EIGHTEEN),
    ),
    "the day before 18 he went home": (
        "born 2006-01-01; care 2023-06-30 .. 2023-12-31 E4A; status V2 2023-06-30 .. 2023-12-31;"
        " home U4 2023-06-30 .. 2023-12-31",
        (F, F, F, State.HOME, State.HOME),
    ),
    "special guardianship, no home ever recorded": (
        "care 2022-01-10 .. 2023-01-10 E45; status C2 2022-01-10 .. 2023-01-10",
        (E, E, E, State.GUARDIANSHIP, State.GUARDIANSHIP),
    ),
    "child arrangements, and a home of no usual kind": (
        "care 2022-01-10 .. 2023-01-09 E41; status C2 2022-01-10 .. 2023-01-09;"
        " home R3 2022-01-10 .. 2023-01-09",
        (E, E, E, State.ARRANGEMENTS, State.ARRANGEMENTS),
    ),
    "moved abroad": (
        "care 2022-01-10 .. 2022-02-01 E16; status V2 2022-01-10 .. 2022-02-01;"
        " home R1 2022-01-10 .. 2022-02-01",
        (State.RESIDENTIAL, *(State.OTHERWISE,) * 4),
    ),
    "came on the day": (
        "care 2024-06-30; status V2 2024-06-30; home U6 2024-06-30",
        (F, NOT_YET, NOT_YET, NOT_YET, CARE),
    ),
    "after short breaks in the same home": (
        "care 2022-01-10; status V4 2022-01-10 .. 2022-03-01; status V2 2022-03-01;"
        " home U6 2022-01-10 .. 2022-05-31; home K2 2022-05-31",
        (F, *(State.RESIDENTIAL,) * 3, CARE),
    ),
}
"""Each history with its way as at 30 June 2024."""


@pytest.mark.parametrize(("history", "expected"), WAYS.values(), ids=WAYS.keys())
def test_a_way_by_hand(authority: Authority, history: str, expected: Way) -> None:
    assert ways(authority, history) == {expected: 1}


def test_all_ways_together(authority: Authority) -> None:
    found = ways(authority, *(history for history, _ in WAYS.values()))
    assert found == Counter(way for _, way in WAYS.values())


def test_nothing_after_the_day_is_known(authority: Authority) -> None:
    """The same child on four days: newly come, moved, decided nowhere yet, and adopted."""
    history, _ = WAYS["foster home, then an adoptive one, and adopted"]
    assert ways(authority, history, day=date(2022, 1, 9)) == {}
    expected = {
        date(2022, 1, 10): (F, NOT_YET, NOT_YET, NOT_YET, CARE),
        date(2022, 7, 9): (F, F, NOT_YET, NOT_YET, CARE),
        date(2022, 7, 10): (F, F, ADOPTIVE, NOT_YET, CARE),
        date(2024, 1, 31): (F, F, ADOPTIVE, ADOPTIVE, CARE),
        date(2024, 2, 1): (F, F, ADOPTIVE, ADOPTIVE, State.ADOPTED),
    }
    assert {day: ways(authority, day=day) for day in expected} == {
        day: {way: 1} for day, way in expected.items()
    }


def test_who_came_in_the_months_and_each_child_once(authority: Authority) -> None:
    told = "care {0} .. {1} E4A; status V2 {0} .. {1}; home U6 {0} .. {1}"
    for first, last in (("2023-06-30", "2023-08-01"), ("2023-07-01", "2023-08-01")):
        timeline.child(told.format(first, last), authority=authority)
    twice = f"{told.format('2023-07-05', '2023-08-01')}; {told.format('2024-01-05', '2024-02-01')}"
    timeline.child(twice, authority=authority)
    assert journey(authority, DAY, 12).children == 2
    assert journey(authority, DAY, 36).children == 3
    assert journey(authority, date(2024, 7, 4), 12).children == 1
    assert journey(authority, date(2024, 7, 5), 12).first == date(2023, 7, 6)
    assert journey(authority, date(2024, 7, 5), 12).children == 1
    assert journey(authority, DAY, 12).months == 12


def test_whose_first_day_is_not_known_is_counted_apart(authority: Authority) -> None:
    timeline.child("care ~2024-01-01; status C2 2024-01-01; home U6 2024-01-01")
    timeline.child("care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01")
    found = journey(authority, DAY)
    assert (found.children, found.unknown) == (1, 1)


def test_what_is_not_known_is_said(authority: Authority) -> None:
    assert journey(authority, date(2003, 3, 30)).why == "nothing is known of all those days"
    assert journey(authority, date(2003, 3, 31)).why == ""
    Authority.objects.filter(pk=authority.pk).update(records_live=False, known_to=DAY)
    authority.refresh_from_db()
    assert journey(authority, DAY).why == ""
    assert journey(authority, DAY + timedelta(days=1)).why == "nothing is known of that day yet"


def test_two_statements_however_many_children(authority: Authority) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        journey(authority, DAY)
    assert len(asked) == 2


# Against plain Python, over all histories that are examples of measures.


def plainly(authority: Authority, day: date, months: int) -> Counter[Way]:
    """The same, child by child and day by day."""
    first = dates.add_months(day + timedelta(days=1), -months)
    found: Counter[Way] = Counter()
    for child in Child.objects.filter(authority=authority):
        spells = list(cared_for(child))
        came = [start for start, *_, known in spells if known and first <= start <= day]
        if came:
            on = [*(dates.add_months(min(came), months) for months in COLUMNS), day]
            found[tuple(stands(child, spells, each, day, each is day) for each in on)] += 1
    return found


def cared_for(child: Child) -> Iterable[tuple[date, date | None, str, bool]]:
    """First day, day of leaving, reason and whether the first is known, of each period of care."""
    breaks = LegalStatus.objects.filter(child=child, code__in=("V3", "V4"))
    for care in CarePeriod.objects.filter(child=child):
        end, away = care.ends_on or date(2030, 1, 1), set()
        for each in breaks:
            away |= set(days(each.starts_on, each.ends_on or date(2030, 1, 1)))
        held = sorted(set(days(care.starts_on, end)) - away)
        if held:
            left, known = held[-1] + timedelta(days=1), care.start_known
            why = care.end_reason if left == care.ends_on else ""
            known = known or held[0] > care.starts_on
            yield held[0], left if left < date(2030, 1, 1) else None, why, known


def days(first: date, end: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((end - first).days)]


def stands(child: Child, spells: list, on: date, day: date, is_last: bool) -> State:
    if on > day:
        return State.NOT_YET
    start, left, why, _ = max((each for each in spells if each[0] <= on), key=lambda each: each[0])
    grown = child.born_on and dates.birthday(child.born_on, 18)
    if grown and grown <= on and (left is None or left >= grown):
        return State.EIGHTEEN
    if left is not None and left <= on:
        return next((state for state, codes in LEFT.items() if why in codes), State.OTHERWISE)
    if is_last:
        return State.IN_CARE
    began = Placement.objects.filter(child=child, starts_on__lte=on).exclude(type__startswith="T")
    lived = [
        each for each in began.order_by("starts_on") if not each.ends_on or each.ends_on > start
    ]
    return KINDS.get(lived[-1].type, E) if lived else E


KINDS = {
    **dict.fromkeys(("U1", "U2", "U3"), R),
    **dict.fromkeys(("U4", "U5", "U6"), F),
    **dict.fromkeys(("P1",), P),
    **dict.fromkeys(("K1", "K2", "R1"), State.RESIDENTIAL),
    **dict.fromkeys(("H5", "P2", "K3"), State.SUPPORTED),
    **dict.fromkeys(("A3", "A4", "A5", "A6"), ADOPTIVE),
}


def test_it_is_what_plain_python_makes_of_many_histories(authority: Authority) -> None:
    """Of a quarter of the examples of measures, and those above: each is told day by day."""
    own = [each for each in INDICATORS.values() if each.own]
    told = sorted({one for each in own for example in each.examples for one in example.histories})
    alone = [each for each in told if "siblings" not in each]
    for number, history in enumerate([*alone[::4], *(history for history, _ in WAYS.values())]):
        born = "" if "born" in history else f"born {2006 + number % 12}-02-{10 + number % 19}; "
        timeline.child(f"{born}{history}", authority=authority)
    for on, months in ((DAY, 36), (date(2024, 2, 29), 12), (date(2023, 12, 31), 36)):
        found = journey(authority, on, months)
        assert len(found.ways) > 5
        assert found.ways == plainly(authority, on, months)


# Every child who leaves a column stands in the next.

STATES = [list(HOMES), *[[*HOMES, *LEFT, NOT_YET]] * (LAST - 1), [*LEFT, CARE]]
WAY = st.tuples(*(st.sampled_from(states) for states in STATES))


@given(st.dictionaries(WAY, st.integers(1, 40), max_size=30))
def test_every_flow_sums(ways: dict[Way, int]) -> None:
    found = Journey(date(2021, 7, 1), DAY, DAY, ways)
    for column in range(LAST):
        out, into = Counter(), Counter()
        for (here, there), number in found.between(column, column + 1).items():
            out[here] += number
            into[there] += number
        assert out == found.at(column) and into == found.at(column + 1)
        assert out.total() == found.children


def test_a_column_for_which_all_came_too_lately_is_left_out() -> None:
    ways = {(F, F, NOT_YET, NOT_YET, CARE): 2, (F, NOT_YET, NOT_YET, NOT_YET, State.HOME): 1}
    found = Journey(date(2024, 1, 1), DAY, DAY, ways)
    assert found.columns == (0, 1, LAST)
    assert found.onwards == [
        {(F, F): 2, (F, NOT_YET): 1},
        {(F, CARE): 2, (NOT_YET, State.HOME): 1},
    ]


# By number of homes.

MOVED = (
    "care 2022-01-10; status C2 2022-01-10; home U6 2022-01-10",
    "care 2022-01-10; status C2 2022-01-10; home U6 2022-01-10 .. 2023-06-30; home U4 2023-06-30",
    "care 2022-01-10; status C2 2022-01-10; home U6 2022-01-10 .. 2023-07-01; home U4 2023-07-01",
    "care 2022-01-10; status C2 2022-01-10; home U6 2022-01-10 .. 2024-01-01 a;"
    " home K2 2024-01-01 .. 2024-02-01; home U6 2024-02-01 a",
    "care 2022-01-10; status C2 2022-01-10; home U6 2022-01-10 .. 2024-01-01 PLACE a;"
    " home T1 2024-01-01 .. 2024-02-01; home U6 2024-02-01 a",
    "care 2024-01-10; status C2 2024-01-10",
    "care 2023-01-10 .. 2024-01-10 E4A; status C2 2023-01-10 .. 2024-01-10;"
    " home U6 2023-01-10 .. 2024-01-10; care 2024-03-01; status C1 2024-03-01;"
    " home U6 2024-03-01",
    "care 2022-01-10; status C2 2022-01-10; home U6 2022-01-10 .. 2022-02-01; home U4 2022-02-01",
    "care 2023-01-10 .. 2024-06-30 E4A; status C2 2023-01-10 .. 2024-06-30;"
    " home U6 2023-01-10 .. 2024-06-30",
)
"""One home; moved a year and a day less than a year ago; to another and back; a stay in hospital;
no home recorded; back in care; moved long ago; left on the day."""


def test_children_by_number_of_homes(authority: Authority) -> None:
    for history in MOVED:
        timeline.child(history, authority=authority)
    found = homes_counted(authority, DAY)
    assert found.children[Within.YEAR] == (1, 4, 2, 1, 0, 0, 0, 0)
    assert found.children[Within.CARE] == (1, 3, 3, 1, 0, 0, 0, 0)
    assert found.in_care == 8
    before = homes_counted(authority, date(2024, 1, 15))
    assert before.children[Within.YEAR] == (1, 4, 3, 0, 0, 0, 0, 0)
    assert before.in_care == 8


def test_seven_homes_or_more_are_one_group(authority: Authority) -> None:
    moves = [date(2024, 1, 1) + timedelta(days=10 * n) for n in range(9)]
    told = "; ".join(f"home U6 {a} .. {b}" for a, b in zip(moves, moves[1:], strict=False))
    timeline.child(f"care 2024-01-01; status C2 2024-01-01; {told}; home U6 {moves[-1]}")
    assert homes_counted(authority, DAY).children[Within.YEAR][MOST] == 1
    assert [said(n) for n in (0, 1, 2, MOST)] == [
        "No home recorded",
        "1 home",
        "2 homes",
        "7 homes or more",
    ]


def test_one_home_is_measure_cp17(authority: Authority) -> None:
    for history in MOVED:
        timeline.child(history, authority=authority)
    for on in (DAY, date(2024, 1, 15), date(2023, 7, 1), date(2022, 1, 10)):
        (figure,) = series(Asked(authority, (on,)), called("CP17"))
        found = homes_counted(authority, on)
        assert (found.children[Within.YEAR][1], found.in_care) == (figure.number, figure.of)


def test_homes_of_days_that_are_not_known(authority: Authority) -> None:
    found = homes_counted(authority, date(2001, 3, 31))
    assert found.why and not found.in_care
