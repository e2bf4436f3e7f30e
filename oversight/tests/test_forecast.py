"""What a forecast says, how sure it is, and what it will not say."""

import json

import numpy as np
import pytest

from casetrack import dates
from oversight.indicators.forecast.backtest import (
    LEAST_ORIGINS,
    ORIGINS,
    Past,
    Widths,
    apart,
    interval,
    reached,
)
from oversight.indicators.forecast.forecast import (
    EVERYBODY,
    CannotForecast,
    Forecast,
    forecast,
)
from oversight.indicators.forecast.histories import PLACE, HomeType
from oversight.indicators.forecast.monthly import Monthly, counted
from oversight.indicators.forecast.scenario import (
    Entrants,
    Moved,
    NotPossible,
    difference,
    supposed,
)
from oversight.tests.forecasts import ORIGIN, months_of, steady_months
from tests.bench_forecast.worlds import Council, World, council


@pytest.fixture(scope="module")
def made() -> Council:
    return council(World.SIBLINGS, 12_345)


@pytest.fixture(scope="module")
def months(made: Council) -> Monthly:
    return counted(made.histories, made.origin(60), 60)


@pytest.fixture(scope="module")
def whole(months: Monthly) -> Forecast:
    return forecast(months, ORIGIN)


def test_everybody_and_each_type_month_by_month(whole: Forecast, months: Monthly) -> None:
    everybody = whole.of(EVERYBODY)
    assert everybody.now == months.homes[-1].sum()
    assert [point.months for point in everybody.points] == list(range(1, 13))
    assert everybody.points[2].on_day == dates.add_months(whole.origin, 3)
    for series in whole.series:
        for point in series.points:
            assert 0 <= point.low <= point.shown <= point.high
        widths = [np.sqrt(point.high) - np.sqrt(point.low) for point in series.points]
        assert not series.points or widths[-1] > widths[0]


def test_the_types_add_up_to_everybody(whole: Forecast, months: Monthly) -> None:
    said = Past.of(months).at(months.months).homes
    assert said.sum(axis=1)[12] == pytest.approx(whole.of(EVERYBODY).points[-1].value, abs=0.01)


def test_the_same_history_always_gives_the_same(
    made: Council, months: Monthly, whole: Forecast
) -> None:
    again = counted(made.histories, made.origin(60), 60)
    assert forecast(again, ORIGIN) == whole


def test_nothing_that_comes_later_is_looked_at(made: Council, whole: Forecast) -> None:
    """The histories go on for a year after the origin; of what was cut there the same is said."""
    later = counted(made.histories, made.origin(72), 72).up_to(60)
    assert forecast(later, ORIGIN) == whole


def test_last_years_forecast_is_part_of_it(made: Council, whole: Forecast) -> None:
    a_year_ago = forecast(counted(made.histories, made.origin(48), 48), ORIGIN)
    for series in whole.series:
        if series.a_year_ago:
            assert series.a_year_ago == a_year_ago.of(series.of).points
    checked = whole.of(EVERYBODY).checked
    assert checked and checked.on_day == whole.origin
    assert whole.not_checked == ""


def test_it_can_be_kept_as_plain_json(whole: Forecast) -> None:
    assert Forecast.from_json(json.loads(json.dumps(whole.as_json()))) == whole


def test_less_than_a_year_is_refused() -> None:
    with pytest.raises(CannotForecast, match="12 months of history, and 11 months are known"):
        forecast(steady_months(11, agency=40), ORIGIN)


def test_how_far_ahead_is_a_matter_of_what_could_be_checked() -> None:
    """A forecast needs six months behind it, and its checks four origins: with a year, three
    months ahead and no further; with twenty-one months the whole year.
    """
    for months, ahead in ((12, 3), (15, 6), (20, 11), (21, 12), (60, 12)):
        made = forecast(steady_months(months, agency=40), ORIGIN)
        assert len(made.of(EVERYBODY).points) == ahead
    short = forecast(steady_months(21, agency=40), ORIGIN)
    assert short.of(EVERYBODY).a_year_ago == ()
    assert "too little was known" in short.not_checked


def test_of_few_children_there_is_no_line() -> None:
    made = forecast(steady_months(agency=40, own=4, external=5), ORIGIN)
    few = made.of("own")
    assert (few.points, few.a_year_ago) == ((), ())
    assert few.said == "Few children: between 4 and 4 in 12 months."
    assert len(made.of("external").points) == 12
    assert "supported" not in {series.of for series in made.series}


def test_the_words_are_of_what_was_done() -> None:
    made = forecast(steady_months(agency=40), ORIGIN)
    assert not made.changed
    assert made.window == (
        "The forecast is made of the last 36 months, in which no change was found."
    )
    changed = forecast(months_of([20] * 42 + [45] * 6, [10] * 48), ORIGIN)
    assert changed.changed
    assert changed.window.startswith("A change was found: 45 children a month")


def test_errors_are_of_the_last_origins_that_can_be_told(months: Monthly) -> None:
    past = Past.of(months)
    said, came = past.compared(60, 12)
    assert len(said) == ORIGINS
    # The newest that has been followed for a year was made at the end of month 48.
    assert said[-1] == pytest.approx(past.at(48).homes[12])
    assert came[-1].tolist() == months.homes[60].tolist()
    assert came[0].tolist() == months.homes[60 - ORIGINS + 1].tolist()
    paths, homes = past.followed(60, 12)
    assert paths[-1] == pytest.approx(past.at(48).homes)
    assert homes[-1].tolist() == months.homes[48:61].tolist()


def test_too_few_origins_tell_nothing() -> None:
    made = steady_months(24, agency=40)
    past = Past.of(made)
    assert past.widths(past.first + 12 + LEAST_ORIGINS - 2, 12) is None
    assert past.widths(past.first + 12 + LEAST_ORIGINS - 1, 12) == Widths(0, 0, 0)


def test_the_interval_by_hand() -> None:
    """Ten errors: 80 % of eleven is 8.8, so the ninth smallest. Forty-nine less and more 1.5 on the
    scale of square roots: 5.5² to 8.5²."""
    errors = np.array([0.9, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 1.5, 9.0])
    assert reached(errors) == 1.5
    assert interval(49, 1.5) == pytest.approx((30.25, 72.25))
    assert interval(1, 1.5) == pytest.approx((0, 6.25))
    assert apart(np.array([49.0]), np.array([36.0])) == pytest.approx([1.0])


def test_twelve_fewer_in_external_homes() -> None:
    """Nobody comes, moves or leaves here, so they are twelve fewer there and more elsewhere."""
    months = steady_months(agency=40, external=15)
    shown = forecast(months, ORIGIN)
    moved = Moved(12, HomeType.EXTERNAL, HomeType.OWN, ORIGIN)
    more = difference(months, moved)
    assert more[:, PLACE[HomeType.EXTERNAL]] == pytest.approx([-12] * 13)
    assert more[:, PLACE[HomeType.OWN]] == pytest.approx([12] * 13)
    assert supposed(shown, months, moved).of("external").points[5].shown == 3
    out = difference(months, Moved(12, HomeType.EXTERNAL, None, dates.add_months(ORIGIN, 2)))
    assert out.sum(axis=1) == pytest.approx([0, 0] + [-12] * 11)
    everybody = supposed(shown, months, moved).of(EVERYBODY).points[-1]
    assert (everybody.shown, everybody.low, everybody.high) == (55, 55, 55)


def test_a_day_within_a_month_begins_with_the_next(months: Monthly) -> None:
    origin = months.days[-1].item()
    day = dates.add_months(origin, 1).replace(day=20)
    more = difference(months, Moved(3, HomeType.AGENCY, None, day)).sum(axis=1)
    assert more[:2] == pytest.approx([0, 0])
    assert more[2] == pytest.approx(-3)


def test_fewer_who_come() -> None:
    """Twenty a month come and the same leave, 4 % of those there: 24 fewer a year are two a month,
    of whom some would have left by then."""
    months = months_of([20] * 36, [20] * 36)
    more = difference(months, Entrants(24, ORIGIN)).sum(axis=1)
    expected = [-sum(2 * np.exp(-0.04 * (at + 0.5)) for at in range(ahead)) for ahead in range(13)]
    assert more == pytest.approx(expected, rel=0.01)
    assert difference(months, Entrants(-24, ORIGIN)).sum(axis=1) == pytest.approx(-more)


def test_what_cannot_be_is_refused(months: Monthly) -> None:
    made = steady_months(agency=40, external=15)
    for scenario, why in (
        (Moved(16, HomeType.EXTERNAL, HomeType.OWN, ORIGIN), "Only about 15 children live in ext"),
        (Moved(2, HomeType.EXTERNAL, HomeType.EXTERNAL, ORIGIN), "which other type of home"),
        (Moved(0, HomeType.EXTERNAL, None, ORIGIN), "how many children"),
        (Entrants(10, ORIGIN), "Only about 0 children come"),
        (Entrants(1, dates.add_months(ORIGIN, 12)), "within 11 months of 1 November 2026"),
    ):
        with pytest.raises(NotPossible, match=why):
            difference(made, scenario)


def test_scenarios_are_said_in_words() -> None:
    day = ORIGIN
    assert Moved(12, HomeType.EXTERNAL, HomeType.OWN, day).words == (
        "12 fewer children in external residential homes, who live in our own residential homes"
        " instead, from 1 November 2026"
    )
    assert Entrants(10, day).words == (
        "10 fewer children coming into care a year, from 1 November 2026"
    )
