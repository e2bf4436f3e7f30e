"""Pounds: dated rates, and what a forecast costs."""

from decimal import Decimal

import pytest

from casetrack import dates
from oversight.indicators.forecast.backtest import Past
from oversight.indicators.forecast.costs import costs, weekly, weekly_ahead
from oversight.indicators.forecast.histories import HomeType
from oversight.tests.forecasts import DAY, ORIGIN, months_of, steady_months
from oversight.weekly_rates import NoRate, Prices, Rate

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
