"""Pounds: dated rates, what a forecast costs, and savings that can be traced and never mixed."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from casetrack import dates
from oversight.indicators.forecast.backtest import Past
from oversight.indicators.forecast.costs import (
    Avoided,
    Cashable,
    Home,
    Line,
    NoRate,
    NotSaved,
    Prices,
    Rate,
    Supposed,
    avoided,
    cashable,
    costs,
    stops_on,
    total,
    weekly,
    weekly_ahead,
)
from oversight.indicators.forecast.histories import HomeType
from oversight.tests.forecasts import DAY, ORIGIN, months_of, steady_months

D = Decimal


def rate(type_code: str, provider: str, pounds: str, since: str, to: str = "") -> Rate:
    ends = DAY(to) if to else None
    return Rate(type_code, provider, D(pounds), DAY(since), ends, "Contract list")


PRICES = Prices(
    (
        rate("K2", "PR4", "5600", "2025-04-01", "2026-04-01"),
        rate("K2", "PR4", "5880", "2026-04-01"),
        rate("K2", "PR1", "3300", "2025-04-01"),
        rate("U6", "PR4", "950", "2025-04-01"),
        rate("U6", "", "400", "2025-04-01"),
    )
)


def test_a_rate_is_of_its_day_and_provider() -> None:
    assert PRICES.on("K2", "PR4", DAY("2026-03-31")).pounds == 5600
    assert PRICES.on("K2", "PR4", DAY("2026-04-01")).pounds == 5880
    assert PRICES.on("U6", "PR1", DAY("2026-04-01")).pounds == 400
    with pytest.raises(NoRate, match="no weekly rate for K2 on 31 March 2025"):
        PRICES.on("K2", "PR4", DAY("2025-03-31"))


def test_a_type_costs_the_mean_of_its_homes() -> None:
    """Three agency carers at £950 and one whose provider has no rate of its own at £400."""
    mix = {("U6", "PR4"): 3, ("U6", "PR5"): 1, ("K2", "PR1"): 2, ("U3", "PR1"): 9}
    found = weekly(PRICES, mix, ORIGIN)
    assert found == {HomeType.AGENCY: D("812.5"), HomeType.OWN: D(3300)}
    # Nine months are of the dearer year.
    ahead = weekly_ahead(PRICES, {("K2", "PR4"): 1}, DAY("2026-01-01"))
    assert [each[HomeType.EXTERNAL] for each in ahead] == [5600] * 3 + [5880] * 9


def test_a_forecast_that_stands_still_costs_children_times_weeks() -> None:
    """Forty at £800 and fifteen at £5,600, in November 30 days and in December 31."""
    past = Past.of(steady_months(agency=40, external=15, own=7))
    price = {HomeType.AGENCY: D(800), HomeType.EXTERNAL: D(5600)}
    made = costs(past, [price] * 12)
    a_week = 40 * 800 + 15 * 5600
    assert made[0].pounds == round(a_week * 30 / 7)
    assert made[1].pounds == round(a_week * 61 / 7)
    assert made[11].pounds == round(a_week * 365 / 7)
    assert (made[11].low, made[11].high) == (made[11].pounds, made[11].pounds)
    assert made[11].left_out == (HomeType.OWN,)
    assert made[0].words == (
        "£497,143 in 1 month, four times out of five between £497,143 and £497,143. Children in our"
        " own residential homes are not in it: there is no weekly rate."
    )


def test_a_rate_that_rises_within_the_year_is_paid_from_then() -> None:
    past = Past.of(steady_months(agency=40))
    by_month = [{HomeType.AGENCY: D(800)}] * 5 + [{HomeType.AGENCY: D(900)}] * 7
    made = costs(past, by_month)
    before = (dates.add_months(ORIGIN, 5) - ORIGIN).days
    assert made[11].pounds == round(40 * (800 * before + 900 * (365 - before)) / 7)


def test_the_range_in_pounds_is_that_of_the_same_forecasts_of_the_past() -> None:
    """Its months once had more children than forecast: so may the coming ones."""
    monthly = months_of([20] * 48, [20] * 48)
    monthly.stock[30:40] *= 2
    made = costs(Past.of(monthly), [{HomeType.AGENCY: D(800)}] * 12)
    assert all(each.low < each.pounds < each.high for each in made)
    twice = costs(Past.of(monthly), [{HomeType.AGENCY: D(1600)}] * 12)
    for one, two in zip(made, twice, strict=True):
        assert (two.low, two.high) == pytest.approx((2 * one.low, 2 * one.high), abs=1)


MOVED = DAY("2026-03-18")
BEFORE = Home(7, "K2", "PR4", DAY("2024-01-01"), MOVED)
NOW = Home(7, "U6", "PR4", MOVED, None)


def test_cashable_is_the_rate_that_ended_less_the_new_one_by_the_day() -> None:
    """From £5,600 to £950 for four weeks: £18,600."""
    lines = cashable(BEFORE, NOW, PRICES, MOVED + timedelta(weeks=4))
    assert [(line.child_id, line.days, line.weeks) for line in lines] == [(7, 28, 4)]
    assert (lines[0].instead_of.pounds, lines[0].now.pounds) == (5600, 950)
    assert total(lines) == Cashable(D("18600.00"))
    assert total(lines).less(D(1600)) == Cashable(D(17000))


def test_it_is_cut_where_the_new_rate_changes() -> None:
    prices = Prices((*PRICES.rates[:3], rate("U6", "PR4", "950", "2025-04-01", "2026-04-01")))
    prices = Prices((*prices.rates, rate("U6", "PR4", "1000", "2026-04-01")))
    lines = cashable(BEFORE, NOW, prices, DAY("2026-04-15"))
    assert [(line.starts_on, line.ends_on, line.now.pounds) for line in lines] == [
        (MOVED, DAY("2026-04-01"), 950),
        (DAY("2026-04-01"), DAY("2026-04-15"), 1000),
    ]
    # What the old home would cost by now is not known: its last real rate stays.
    assert {line.instead_of.pounds for line in lines} == {5600}
    assert total(lines).pounds == sum(line.pounds for line in lines) == D("18500.00")


def test_lines_are_to_the_penny() -> None:
    one = Line(7, MOVED, MOVED + timedelta(days=1), PRICES.rates[0], PRICES.rates[3])
    assert one.pounds == D("664.29")
    assert total([one] * 3).pounds == D("1992.87")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (Home(7, "K2", "PR4", DAY("2024-01-01"), None), NOW),
        (Home(7, "K2", "PR4", DAY("2024-01-01"), DAY("2026-03-01")), NOW),
        (Home(8, "K2", "PR4", DAY("2024-01-01"), MOVED), NOW),
    ],
    ids=["goes on", "ended earlier", "another child"],
)
def test_nothing_is_cashable_but_what_ended(before: Home, now: Home) -> None:
    with pytest.raises(NotSaved, match="home that has ended"):
        cashable(before, now, PRICES, DAY("2026-04-15"))


def test_without_a_real_rate_nothing_is_claimed() -> None:
    with pytest.raises(NoRate, match="U4"):
        cashable(BEFORE, Home(7, "U4", "PR4", MOVED, None), PRICES, DAY("2026-04-15"))


def test_it_stops_at_eighteen_when_the_home_ends_or_care_does() -> None:
    born, to = DAY("2009-02-28"), DAY("2028-01-01")
    assert stops_on(NOW, born, None, to) == DAY("2027-02-28")
    assert stops_on(NOW, born, DAY("2026-09-01"), to) == DAY("2026-09-01")
    broke_down = Home(7, "U6", "PR4", MOVED, DAY("2026-05-01"))
    assert stops_on(broke_down, born, DAY("2026-09-01"), to) == DAY("2026-05-01")
    assert stops_on(NOW, born, None, DAY("2026-04-01")) == DAY("2026-04-01")
    assert cashable(BEFORE, NOW, PRICES, MOVED) == ()


def test_avoided_has_chances_and_a_cap() -> None:
    """Instead of £5,880 £950 for ten weeks at most: £49,300, of which a quarter to three."""
    home = Home(9, "U6", "PR4", DAY("2026-05-01"), None)
    supposed = Supposed("K2", "PR4", (0.25, 0.5, 0.75), 10, "the panel of 20 April 2026")
    lines, pounds = avoided(home, supposed, PRICES, DAY("2026-12-31"))
    assert sum(line.weeks for line in lines) == 10
    assert pounds == Avoided(D("12325.00"), D("24650.00"), D("36975.00"))
    sooner, _ = avoided(home, supposed, PRICES, DAY("2026-05-15"))
    assert sum(line.weeks for line in sooner) == 2


@pytest.mark.parametrize("chances", [(0.5, 0.4, 0.6), (-0.1, 0.2, 0.3), (0.2, 0.5, 1.1)])
def test_chances_rise_from_nothing_to_all(chances: tuple[float, float, float]) -> None:
    with pytest.raises(NotSaved, match="chance rise"):
        Supposed("K2", "PR4", chances, 10, "somebody")


def test_a_judgement_is_somebodys_and_has_an_end() -> None:
    for weeks, by in ((0, "somebody"), (10, "")):
        with pytest.raises(NotSaved, match="how many weeks at most, and who"):
            Supposed("K2", "PR4", (0.2, 0.3, 0.4), weeks, by)


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


def test_nothing_is_a_day_too_long() -> None:
    last = date(2026, 3, 19)
    assert [line.days for line in cashable(BEFORE, NOW, PRICES, last)] == [1]
