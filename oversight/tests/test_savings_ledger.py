"""What moves saved: each pound traced to days at dated rates, and two kinds of them never mixed."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from oversight.indicators.forecast.histories import HomeType
from oversight.savings.ledger import (
    Avoided,
    Cashable,
    Home,
    Line,
    Move,
    Moves,
    NotSaved,
    Part,
    Supposed,
    Work,
    Year,
    avoided,
    cashable,
    moves_of,
    stops_on,
    total,
)
from oversight.tests.forecasts import DAY
from oversight.weekly_rates import NoRate, Prices, Rate

D = Decimal


def rate(type_code: str, provider: str, pounds: str, since: str, to: str = "") -> Rate:
    ends = DAY(to) if to else None
    return Rate(type_code, provider, D(pounds), DAY(since), ends, "Contract list")


def home(child: int, *parts: str) -> Home:
    """`K2 PR4 2024-01-01 2026-03-18`: code, provider, from, to (open without)."""
    made = []
    for type_code, provider, since, *to in map(str.split, parts):
        made.append(Part(type_code, provider, DAY(since), DAY(to[0]) if to else None))
    return Home(child, tuple(made))


PRICES = Prices(
    (
        rate("K2", "PR4", "5600", "2025-04-01", "2026-04-01"),
        rate("K2", "PR4", "5880", "2026-04-01"),
        rate("U6", "PR4", "950", "2025-04-01"),
        rate("U6", "", "400", "2025-04-01"),
    )
)
MOVED = DAY("2026-03-18")
BEFORE = home(7, "K2 PR4 2024-01-01 2026-03-18")
NOW = home(7, "U6 PR4 2026-03-18")
YEAR = Year.of(DAY("2027-03-31"))


def test_a_financial_year_goes_up_to_its_day() -> None:
    eve, first = Year.of(DAY("2026-03-31")), Year.of(DAY("2026-04-01"))
    assert (eve.starts_on, eve.until, eve.is_over) == (DAY("2025-04-01"), DAY("2026-04-01"), True)
    assert (first.starts_on, first.until, first.is_over) == (
        DAY("2026-04-01"),
        DAY("2026-04-02"),
        False,
    )
    assert Year.of(DAY("2027-01-15")).starts_on == DAY("2026-04-01")


def test_cashable_is_the_rate_that_ended_less_the_new_one_by_the_day() -> None:
    """From £5,600 to £950 for four weeks: £18,600."""
    lines = cashable(BEFORE, NOW, PRICES, MOVED + timedelta(weeks=4))
    assert [(line.child_id, line.days, line.weeks) for line in lines] == [(7, 28, 4)]
    assert (lines[0].instead_of.pounds, lines[0].now.pounds) == (5600, 950)
    assert total(lines) == Cashable(D("18600.00"))
    assert total(lines).less(D(1600)) == Cashable(D(17000))


def test_it_is_cut_where_the_new_rate_changes() -> None:
    """Two weeks at £4,650 less are £9,300, and two at £4,600 less £9,200."""
    prices = Prices((*PRICES.rates[:2], rate("U6", "PR4", "950", "2025-04-01", "2026-04-01")))
    prices = Prices((*prices.rates, rate("U6", "PR4", "1000", "2026-04-01")))
    lines = cashable(BEFORE, NOW, prices, DAY("2026-04-15"))
    assert [(line.starts_on, line.ends_on, line.now.pounds) for line in lines] == [
        (MOVED, DAY("2026-04-01"), 950),
        (DAY("2026-04-01"), DAY("2026-04-15"), 1000),
    ]
    # What the old home would cost by now is not known: its last real rate stays.
    assert {line.instead_of.pounds for line in lines} == {5600}
    assert total(lines).pounds == sum(line.pounds for line in lines) == D("18500.00")


def test_a_home_may_become_of_another_kind_without_a_move() -> None:
    """The foster family adopts: two weeks at £950, then one at £60."""
    prices = Prices((*PRICES.rates, rate("A3", "", "60", "2025-04-01")))
    adopting = home(7, "U6 PR4 2026-03-18 2026-04-01", "A3 PR4 2026-04-01")
    lines = cashable(BEFORE, adopting, prices, DAY("2026-04-08"))
    assert [(line.days, line.pounds) for line in lines] == [(14, D(9300)), (7, D(5540))]


def test_lines_are_to_the_penny() -> None:
    one = Line(7, MOVED, MOVED + timedelta(days=1), PRICES.rates[0], PRICES.rates[2])
    assert one.pounds == D("664.29")
    assert total([one] * 3).pounds == D("1992.87")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (home(7, "K2 PR4 2024-01-01"), NOW),
        (home(7, "K2 PR4 2024-01-01 2026-03-01"), NOW),
        (home(8, "K2 PR4 2024-01-01 2026-03-18"), NOW),
    ],
    ids=["goes on", "ended earlier", "another child"],
)
def test_nothing_is_cashable_but_what_ended(before: Home, now: Home) -> None:
    with pytest.raises(NotSaved, match="home that has ended"):
        cashable(before, now, PRICES, DAY("2026-04-15"))


def test_without_a_real_rate_nothing_is_claimed() -> None:
    with pytest.raises(NoRate, match="U4"):
        cashable(BEFORE, home(7, "U4 PR4 2026-03-18"), PRICES, DAY("2026-04-15"))


def test_it_stops_at_eighteen_when_the_home_ends_or_at_the_day() -> None:
    born, to = DAY("2009-02-28"), DAY("2028-01-01")
    assert stops_on(NOW, born, to) == DAY("2027-02-28")
    assert stops_on(NOW, DAY("2008-02-29"), to) == DAY("2026-03-01")
    broke_down = home(7, "U6 PR4 2026-03-18 2026-05-01")
    assert stops_on(broke_down, born, to) == DAY("2026-05-01")
    assert stops_on(NOW, born, DAY("2026-04-01")) == DAY("2026-04-01")
    assert stops_on(NOW, None, to) == to
    assert cashable(BEFORE, NOW, PRICES, MOVED) == ()


def test_nothing_is_a_day_too_long() -> None:
    last = date(2026, 3, 19)
    assert [line.days for line in cashable(BEFORE, NOW, PRICES, last)] == [1]


def moved(*homes: Home, born: str = "2015-01-01", year: Year = YEAR) -> tuple[list[Move], int]:
    return moves_of([(each, DAY("2024-01-01")) for each in homes], DAY(born), PRICES, year)


EXTERNAL = home(1, "K2 PR4 2024-01-01 2026-05-01")
AGENCY = home(1, "U6 PR4 2026-05-01 2026-05-15")
OURS = home(1, "U6 PR1 2026-05-15")


def test_each_move_is_held_against_the_home_before_it() -> None:
    """Two weeks £4,930 less are £9,860; then £550 less, from 15 May to 31 March, 321 days."""
    made, apart = moved(EXTERNAL, AGENCY, OURS)
    assert [(move.moved_on, move.pounds) for move in made] == [
        (DAY("2026-05-01"), D(9860)),
        (DAY("2026-05-15"), D("25221.43")),
    ]
    assert made[1].kinds == (HomeType.AGENCY, HomeType.IN_HOUSE)
    assert apart == 0


def test_a_move_to_a_dearer_home_counts_as_more() -> None:
    made, _ = moved(
        home(1, "U6 PR4 2024-01-01 2027-03-18"), home(1, "K2 PR4 2027-03-18"), born="2012-01-01"
    )
    (line,) = made[0].lines
    assert (line.days, line.less, line.more) == (14, 0, D(9860))
    found = Moves(YEAR, tuple(made), ())
    assert (found.cheaper, found.dearer, found.less, found.more) == (0, 1, 0, D(9860))
    assert found.whole == found.left == Cashable(D(-9860))


@pytest.mark.parametrize(
    ("day", "counted"), [("2026-03-31", 0), ("2026-04-01", 1), ("2027-03-31", 1), ("2027-04-01", 0)]
)
def test_a_move_belongs_to_the_year_of_its_day(day: str, counted: int) -> None:
    made, _ = moved(home(1, f"K2 PR4 2025-06-01 {day}"), home(1, f"U6 PR4 {day}"))
    assert len(made) == counted
    assert all(move.lines[-1].last_on == DAY("2027-03-31") for move in made)


def test_who_has_come_of_age_moves_no_more() -> None:
    made, _ = moved(EXTERNAL, AGENCY, OURS, born="2008-05-15")
    assert [move.moved_on for move in made] == [DAY("2026-05-01")]
    (shorter,) = moved(EXTERNAL, AGENCY, OURS, born="2008-05-10")[0]
    assert shorter.lines[-1].last_on == DAY("2026-05-09")


def test_homes_with_days_between_are_told_apart() -> None:
    later = home(1, "U6 PR1 2026-05-20")
    assert [len(moved(EXTERNAL, later)[0]), moved(EXTERNAL, later)[1]] == [0, 1]
    back_in_care = [(EXTERNAL, DAY("2024-01-01")), (later, later.starts_on)]
    assert moves_of(back_in_care, DAY("2015-01-01"), PRICES, YEAR) == ([], 0)


def test_every_kind_of_home_without_a_rate_is_named_and_nothing_is_claimed() -> None:
    unknown = home(1, "U4 PR1 2026-05-01 2026-06-01", "A3 PR1 2026-06-01")
    secure = home(2, "K1 PR4 2024-01-01 2026-05-01")
    made = [*moved(EXTERNAL, unknown)[0], *moved(secure, home(2, "U4 PR1 2026-05-01"))[0]]
    found = Moves(YEAR, tuple(made), ())
    assert found.lacking == {("A3", "PR1"): 1, ("K1", "PR4"): 1, ("U4", "PR1"): 2}
    assert (len(found.unrated), found.rated, found.rows) == (2, (), [])
    assert found.whole == Cashable(D(0))


def test_a_rate_that_ends_within_the_days_is_missing() -> None:
    prices = Prices((*PRICES.rates[:2], rate("U6", "PR4", "950", "2025-04-01", "2026-05-08")))
    move = Move.of(EXTERNAL, AGENCY, prices, DAY("2026-05-15"))
    assert (move.lines, move.lacks) == ((), {("U6", "PR4")})
    assert Move.of(EXTERNAL, AGENCY, prices, DAY("2026-05-08")).pounds == D(4930)


def test_work_costs_as_much_as_of_its_days_lies_in_the_year() -> None:
    """£60,000 for the 730 days of two years: half; and of a year's first 31 days £5,095.89."""
    two_years = Work("Hub", D(60000), DAY("2025-04-01"), DAY("2027-04-01"), "Budget")
    assert two_years.share(YEAR) == D(30000)
    one = Work("Hub", D(60000), DAY("2026-04-01"), DAY("2027-04-01"), "Budget")
    assert one.share(YEAR) == D(60000)
    assert one.share(Year.of(DAY("2026-05-01"))) == D("5095.89")
    assert one.share(Year.of(DAY("2026-03-31"))) == 0
    made, _ = moved(EXTERNAL, AGENCY, OURS)
    found = Moves(YEAR, tuple(made), (two_years, one))
    assert found.work == D(90000)
    assert found.left == Cashable(D(9860) + D("25221.43") - D(90000))


def test_rows_hold_every_move_and_every_pound_once() -> None:
    made, _ = moved(EXTERNAL, AGENCY, OURS)
    other, _ = moved(home(2, "U6 PR4 2024-01-01 2026-09-01"), home(2, "U6 PR1 2026-09-01"))
    found = Moves(YEAR, (*made, *other), ())
    assert [(row.was, row.now, len(row.moves)) for row in found.rows] == [
        (HomeType.AGENCY, HomeType.IN_HOUSE, 2),
        (HomeType.EXTERNAL, HomeType.AGENCY, 1),
    ]
    assert found.rows[1].weeks == 2
    assert sum(row.less - row.more for row in found.rows) == found.whole.pounds


SUPPOSED = Supposed("K2", "PR4", DAY("2026-05-01"), (25, 50, 75), 10, "the panel of 20 April 2026")


def test_avoided_has_chances_and_a_cap() -> None:
    """Instead of £5,880 £950 for ten weeks at most: £49,300, of which a quarter to three."""
    lived = home(9, "U6 PR4 2024-01-01")
    lines, pounds = avoided(lived, SUPPOSED, PRICES, YEAR.starts_on, DAY("2026-12-31"))
    assert sum(line.weeks for line in lines) == 10
    assert pounds == Avoided(D("12325.00"), D("24650.00"), D("36975.00"))
    sooner, _ = avoided(lived, SUPPOSED, PRICES, YEAR.starts_on, DAY("2026-05-15"))
    assert sum(line.weeks for line in sooner) == 2


def test_avoided_of_a_year_are_its_own_days_alone() -> None:
    """Of ten weeks from 1 March, 31 days are in one year and 39 in the next."""
    lived = home(9, "U6 PR4 2025-06-01")
    supposed = Supposed("K2", "PR4", DAY("2026-03-01"), (10, 10, 10), 10, "a manager")
    years = Year.of(DAY("2026-03-31")), YEAR
    days = [
        sum(line.days for line in avoided(lived, supposed, PRICES, y.starts_on, y.until)[0])
        for y in years
    ]
    assert days == [31, 39]


def test_avoided_is_cut_where_either_rate_changes_and_refused_without_one() -> None:
    lived = home(9, "U6 PR4 2025-06-01")
    supposed = Supposed("K2", "PR4", DAY("2026-03-25"), (0, 0, 100), 2, "a manager")
    lines, pounds = avoided(lived, supposed, PRICES, DAY("2025-04-01"), DAY("2026-12-31"))
    assert [(line.instead_of.pounds, line.days) for line in lines] == [(5600, 7), (5880, 7)]
    assert pounds == Avoided(D(0), D(0), D(4650 + 4930))
    with pytest.raises(NoRate, match="R1"):
        unknown = Supposed("R1", "PR4", DAY("2026-05-01"), (0, 0, 1), 2, "a manager")
        avoided(lived, unknown, PRICES, YEAR.starts_on, YEAR.until)


@pytest.mark.parametrize("chances", [(50, 40, 60), (-1, 20, 30), (20, 50, 101)])
def test_chances_rise_from_nothing_to_all(chances: tuple[int, int, int]) -> None:
    with pytest.raises(NotSaved, match="chance rise"):
        Supposed("K2", "PR4", DAY("2026-05-01"), chances, 10, "somebody")


@pytest.mark.parametrize(("weeks", "by"), [(0, "somebody"), (10, "")])
def test_a_judgement_is_somebodys_and_has_an_end(weeks: int, by: str) -> None:
    with pytest.raises(NotSaved, match="how many weeks at most, and who"):
        Supposed("K2", "PR4", DAY("2026-05-01"), (20, 30, 40), weeks, by)


CASHABLE, AVOIDED = Cashable(D(100)), Avoided(D(10), D(20), D(30))


@pytest.mark.parametrize(
    "add",
    [
        lambda: CASHABLE + AVOIDED,
        lambda: AVOIDED + CASHABLE,
        lambda: CASHABLE + D(1),
        lambda: AVOIDED + D(1),
        lambda: sum([CASHABLE, AVOIDED], Cashable(D(0))),
        lambda: sum([AVOIDED], Cashable(D(0))),
    ],
)
def test_cashable_and_avoided_are_never_added(add: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match="never added together"):
        add()


def test_each_kind_adds_up_with_itself() -> None:
    assert CASHABLE + Cashable(D(5)) == Cashable(D(105))
    assert AVOIDED + Avoided(D(1), D(2), D(3)) == Avoided(D(11), D(22), D(33))
