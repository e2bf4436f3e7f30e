"""Control charts beside published ones, rule by rule, and how often chance alone stands out."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casetrack import dates
from oversight.indicators.indicator import Chart, Polarity
from oversight.indicators.trend import (
    Assurance,
    CannotChart,
    Kind,
    Limits,
    Part,
    Rebase,
    Signal,
    Trend,
    days_between,
    in_rows,
    is_rare,
    limits_of,
    signals,
    trends,
    two_in_three,
    xmr,
)
from oversight.indicators.trend_words import assured, notes, reading, usual

HIGHER, LOWER, NEUTRAL = Polarity.HIGHER, Polarity.LOWER, Polarity.NEUTRAL


def monthly(
    values: Sequence[float | None], first: date = date(2016, 4, 1)
) -> list[tuple[date, float | None]]:
    return [(dates.add_months(first, number), value) for number, value in enumerate(values)]


def flow(values: Sequence[float | None], polarity: Polarity = LOWER, **options: object) -> Trend:
    return xmr(Chart.FLOW, monthly(values), polarity, **options)


def kinds(trend: Trend) -> str:
    """A letter a month: - as usual, + better, x worse, o other."""
    letters = {Kind.COMMON: "-", Kind.IMPROVEMENT: "+", Kind.CONCERN: "x", Kind.NEUTRAL: "o"}
    return "".join(letters[point.kind] for point in trend.points)


# What follows was published with NHSRplotthedots (tests/testthat/_snaps/integration_tests.md, at
# 0c096d8): attendances of emergency departments in England from April 2016 to March 2019 (NHS
# England, in NHSRdatasets), the limits it drew, and the points it marked.

ENGLAND = [
    *(1867781, 2070340, 1958802, 2079034, 1932901, 1952464, 2001816, 1907871, 1944567),
    *(1895272, 1735619, 2015834, 1949762, 2066789, 1994056, 2073944, 1924663, 1925961),
    *(2044137, 1976971, 2003954, 2000086, 1820012, 2049785, 1984369, 2164458, 2093942),
    *(2179896, 1997854, 2005695, 2079492, 2037847, 2047518, 2113413, 1954947, 2167550),
]
SEEN_IN_TIME = [
    *(0.900351, 0.902756, 0.905599, 0.902852, 0.909763, 0.906479, 0.890531, 0.883790, 0.861759),
    *(0.851413, 0.875309, 0.900095, 0.905153, 0.897004, 0.907252, 0.903479, 0.902993, 0.896661),
    *(0.899419, 0.887666, 0.849850, 0.852992, 0.850448, 0.846212, 0.885725, 0.903901, 0.907630),
    *(0.893195, 0.897270, 0.889437, 0.890093, 0.876045, 0.864463, 0.843525, 0.842253, 0.866043),
]
WOLVERHAMPTON_MAIN = [
    *(10811, 11800, 11028, 11561, 10700, 10999, 11108, 10573, 10541, 10711, 9797, 11505),
    *(11072, 11858, 11531, 11752, 11009, 10884, 11436, 10892, 10705, 11186, 10018, 10985),
    *(10709, 11639, 11548, 11844, 10965, 11336, 11771, 11609, 11494, 12311, 11199, 12471),
]
WOLVERHAMPTON_OTHER = [
    *(4414, 4664, 4229, 4663, 4279, 7409, 8228, 8614, 9089, 7657, 8131, 8651),
    *(9148, 9165, 8401, 8489, 7637, 7856, 8782, 8386, 9138, 9830, 8527, 8862),
    *(8466, 8906, 8278, 8344, 7876, 7506, 8226, 8479, 9090, 9270, 8494, 8863),
]


def assert_limits(limits: Limits | None, lower: float, mean: float, upper: float) -> None:
    assert limits
    found = (limits.lower, limits.mean, limits.upper)
    assert found == pytest.approx((lower, mean, upper), rel=1e-6)


def test_published_attendances() -> None:
    trend = flow(ENGLAND, HIGHER)
    assert_limits(trend.limits, 1731844.3644444, 2000538.9444444, 2269233.5244444)
    assert kinds(trend) == 36 * "-"


def test_published_attendances_with_new_limits_after_a_year() -> None:
    trend = flow(ENGLAND, HIGHER, rebases=[Rebase(date(2017, 4, 1), "as published")])
    before, after = trend.parts
    assert_limits(before.limits, 1639947.3748485, 1946858.4166667, 2253769.4584848)
    assert_limits(after.limits, 1772921.0639855, 2027379.2083333, 2281837.3526812)
    assert (before.first, before.end, after.first, after.end) == (0, 12, 12, 36)
    assert kinds(trend) == 36 * "-"


def test_published_four_hours_with_limits_locked_on_a_year() -> None:
    trend = flow(SEEN_IN_TIME, HIGHER, locked=12)
    assert_limits(trend.limits, 0.8614049789, 0.8908915564, 0.9203781340)
    assert kinds(trend) == "---------x-++++++++-xxxx-----xxxxxxx"


def test_published_attendances_of_one_trust() -> None:
    """Published as improvement are here also months 34 and 36, between which one lies just below
    the mean: version 0.2.2 no longer takes that for two in three near one limit.
    """
    trend = flow(WOLVERHAMPTON_MAIN, HIGHER)
    assert_limits(trend.limits, 9668.2768889, 11204.3888889, 12740.5008889)
    assert kinds(trend) == "----xxxxxxx" + 25 * "-"


def test_published_attendances_with_a_jump() -> None:
    trend = flow(WOLVERHAMPTON_OTHER, HIGHER)
    assert_limits(trend.limits, 6558.8729412, 7945.75, 9332.6270588)
    assert kinds(trend) == "xxxxx-------++----++++++++++----++--"


def test_published_screening() -> None:
    """The series with which NHSRplotthedots shows what screening does (vignettes/deviations.Rmd).

    Of 17 changes 15 are of 1 and two, of 8 and 9, are above 3.267 times their average of 32/17.
    """
    values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    mean = 35 / 18
    assert_limits(limits_of(values), mean - 2.66, mean, mean + 2.66)
    spread = 2.66 * 32 / 17
    assert_limits(limits_of(values, screen=False), mean - spread, mean, mean + spread)


def test_published_tyres() -> None:
    """SAS/QC User's Guide, MACONTROL example 9.4: diameters of 30 tyres, and their limits. There
    three standard deviations are 2.6587 times the average range, not 2.66 times.
    """
    tyres = [
        *(24.05, 23.99, 23.95, 23.93, 23.97, 24.02, 24.06, 24.10, 23.98, 24.03),
        *(23.91, 24.06, 24.06, 23.96, 23.98, 24.06, 24.01, 24.00, 23.93, 23.92),
        *(24.09, 24.11, 24.05, 23.98, 23.98, 24.06, 24.02, 24.06, 23.97, 23.96),
    ]
    limits = limits_of(tyres, screen=False)
    assert limits
    assert limits.mean == pytest.approx(24.0083, abs=5e-5)
    assert (limits.upper - limits.mean) / 2.66 == pytest.approx(0.056897, abs=5e-7)
    assert (limits.lower, limits.upper) == pytest.approx((23.8571, 24.1596), abs=2e-4)


def test_published_limits_of_ten() -> None:
    """NHSRplotthedots, tests/testthat/_snaps/ptd_spc.md: the twenty values that R draws first
    from 123, all of them and ten by ten."""
    drawn = [
        *(-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621),
        *(-1.26506123, -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272),
        *(-0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141),
    ]
    for values, lower, mean, upper in (
        (drawn, -3.01, 0.142, 3.29),
        (drawn[:10], -2.60, 0.0746, 2.75),
        (drawn[10:], -3.28, 0.209, 3.70),
    ):
        limits = limits_of(values)
        assert limits
        assert limits.mean == pytest.approx(mean, abs=5.1e-4)
        assert (limits.lower, limits.upper) == pytest.approx((lower, upper), abs=5.1e-3)


# The rules one by one: cases of NHSRplotthedots (tests/testthat/test-ptd_calculate_point_type.R)
# and of its Python sister nhspy-plotthedots (tests on two_in_three).


@pytest.mark.parametrize(
    ("side", "found"),
    [([1] * 6, ""), ([1] * 6 + [-1], ""), ([1] * 8 + [-1], "11111111"), ([0] * 9, "")],
)
def test_seven_on_one_side(side: list[int], found: str) -> None:
    assert "".join("1" if each else "" for each in in_rows(side, 7)) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([1, 2, 3, 4, 5, 6], [0] * 6),
        ([1, 2, 3, 3, 4, 5, 6], [0] * 7),
        ([1, 2, 3, 4, 5, 6, 7], [1] * 7),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], [0, *[1] * 7, 0]),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], [0, *[-1] * 7, 0]),
        ([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], [1] * 6 + [-1] * 7),
        ([1, 2, 3, None, 4, 5, 6, 7], [0] * 8),
        ([], []),
    ],
)
def test_seven_that_rise_or_fall(values: list[float | None], found: list[int]) -> None:
    assert trends(values) == found


@pytest.mark.parametrize(
    ("near", "side", "found"),
    [
        ("101", "+++", "101"),
        ("011", "+++", "011"),
        ("0010100", "+++++++", "0010100"),
        ("0011000", "+++++++", "0011000"),
        ("1001", "++++", "0000"),
        ("10011", "++++++", "00011"),
        ("101", "+-+", "000"),
        ("0011000", "-+-+-+-", "0000000"),
        ("101", "+0+", "000"),
    ],
)
def test_two_in_three_near_the_same_limit(near: str, side: str, found: str) -> None:
    sides = [{"+": 1, "-": -1, "0": 0}[each] for each in side[: len(near)]]
    assert two_in_three([each == "1" for each in near], sides) == [each == "1" for each in found]


def test_published_two_in_three_of_eighty_one() -> None:
    side = [
        *(-1, -1, -1, -1, -1, 0, -1, -1, 1, -1, 0, -1, -1, 0, 0, -1, 0, 1, -1, 1, -1, -1, 1, 0),
        *(-1, 1, 1, 0, -1, -1, 0, -1, 0, 0, -1, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 1, -1, 0, 1, 0),
        *(0, 1, 1, 1, -1, -1, 1, -1, 0, 1, -1, 1, 1, 0, -1, 1, 0, 0, 1, 0, 1, 1, 1, -1, 1, 1, 0),
        *(1, 1, 1),
    ]
    found = two_in_three([True] * 81, side)
    assert found == [
        *([True] * 5 + [False] * 47 + [True] * 3 + [False] * 16 + [True] * 3 + [False] * 4),
        *[True] * 3,
    ]


LIMITS = Limits(mean=10, lower=4, upper=16, near_lower=6, near_upper=14, months=12)


@pytest.mark.parametrize(
    ("values", "place", "signal", "up"),
    [
        # Rising, the last outside: the first rule that holds is told, of each point.
        ([5, 7, 9, 11, 13, 15, 17], 6, Signal.OUTSIDE, True),
        ([5, 7, 9, 11, 13, 15, 17], 0, Signal.TREND, True),
        # A point below the mean that belongs to a rise rises.
        ([5, 6, 7, 8, 9, 9.5, 9.7], 3, Signal.TREND, True),
        ([15, 11, 15, 11, 11, 11, 11], 0, Signal.NEAR, True),
        ([15, 11, 15, 11, 11, 11, 11], 1, Signal.SIDE, True),
        ([5, 9, 5, 11, 9, 11, 9], 2, Signal.NEAR, False),
        ([16, 10, 10], 0, None, False),
        ([4, 10, 10], 0, None, False),
        ([14, 14, 14], 0, None, False),
        ([3.9, 10, 10], 0, Signal.OUTSIDE, False),
        # A month of which nothing is known ends a row.
        ([11, 11, 11, None, 11, 11, 11, 11], 0, None, False),
    ],
)
def test_which_rule_is_told(
    values: list[float | None], place: int, signal: Signal | None, up: bool
) -> None:
    assert signals(values, LIMITS)[place] == (signal, up)


@pytest.mark.parametrize(("polarity", "found"), [(HIGHER, "+x"), (LOWER, "x+"), (NEUTRAL, "oo")])
def test_which_way_is_better(polarity: Polarity, found: str) -> None:
    values = [10, 11, 10, 9, 10, 11, 30, 9, 10, 11, 10, -9, 10, 11]
    assert kinds(flow(values, polarity)).replace("-", "") == found


@pytest.mark.parametrize(
    ("lower", "upper", "higher_is_better", "lower_is_better"),
    [
        (1, 3, Assurance.FAILS, Assurance.PASSES),
        (5, 7, Assurance.PASSES, Assurance.FAILS),
        (1, 5, Assurance.HIT_AND_MISS, Assurance.HIT_AND_MISS),
    ],
)
def test_assurance_as_published(
    lower: float, upper: float, higher_is_better: Assurance, lower_is_better: Assurance
) -> None:
    """The cases of NHSRplotthedots (test-ptd_calculate_assurance_type.R), with a target of 4."""
    limits = Limits((lower + upper) / 2, lower, upper, lower, upper, 12)
    for polarity, found in ((HIGHER, higher_is_better), (LOWER, lower_is_better), (NEUTRAL, None)):
        assert Trend(polarity, (), (Part(0, 0, limits),), target=4).assurance == found
    assert Trend(HIGHER, (), (Part(0, 0, limits),)).assurance is None


def test_assurance_is_by_the_limits_that_hold_now() -> None:
    values = [10, 12, 11, 10, 12, 11, 20, 22, 21, 20, 22, 21]
    anew = [Rebase(date(2016, 10, 1), "a second team began")]
    assert flow(values, HIGHER, target=16, rebases=anew).assurance == Assurance.PASSES
    assert flow(values[:6], HIGHER, target=16).assurance == Assurance.FAILS


# What is refused, what is missing, and what limits rest on.


def test_a_stock_is_refused_and_what_to_draw_instead_is_said() -> None:
    with pytest.raises(CannotChart, match="how many come and how many leave each month"):
        xmr(Chart.STOCK, monthly([540, 541, 539]), LOWER)


@pytest.mark.parametrize("reason", ["", "  "])
def test_new_limits_without_a_reason_are_refused(reason: str) -> None:
    with pytest.raises(CannotChart, match="need a reason"):
        Rebase(date(2020, 4, 1), reason)


def test_a_month_left_out_is_not_known_and_ends_a_row() -> None:
    values = [16, 10, 16, 10, 16, 10, 14, 14, 14, 14, 14, 14, 14]
    series = monthly(values)
    assert kinds(xmr(Chart.FLOW, series, NEUTRAL))[6:] == "ooooooo"
    gap = xmr(Chart.FLOW, [*series[:9], *series[10:]], NEUTRAL)
    assert [point.value for point in gap.points] == [*values[:9], None, *values[10:]]
    assert gap.points[9].on_day == date(2017, 1, 1)
    assert kinds(gap) == 13 * "-"
    assert "Not known: Jan 2017." in notes(gap)


def test_no_change_is_counted_over_a_month_that_is_not_known() -> None:
    known = limits_of([1, 2, 1, None, 9, 10, 9], screen=False)
    assert known
    assert (known.upper - known.mean) / 2.66 == pytest.approx(1)
    assert known.mean == pytest.approx(32 / 6)


def test_months_out_of_order_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="is no later month"):
        xmr(Chart.FLOW, [(date(2020, 1, 31), 1.0), (date(2020, 1, 1), 2.0)], LOWER)


def test_limits_are_provisional_before_twelve_months_and_none_before_five() -> None:
    values = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13]
    for months, provisional in ((5, True), (11, True), (12, False)):
        limits = flow(values[:months]).limits
        assert limits
        assert limits.provisional == provisional
        assert limits.months == months
    assert flow(values[:4]).limits is None
    assert flow([]).limits is None


@pytest.mark.parametrize("values", [[7] * 13, [0] * 6 + [5] + [0] * 6])
def test_what_hardly_varies_has_no_limits(values: list[float]) -> None:
    trend = flow(values)
    assert trend.limits is None
    assert kinds(trend) == 13 * "-"
    assert reading(trend) == "13 months that hardly differ: no limits can be drawn."


def test_what_a_value_can_be() -> None:
    counts = flow([2, 3, 1])
    assert (counts.lowest, counts.highest) == (0, None)
    net = flow([2, -3, 1])
    assert (net.lowest, net.highest) == (None, None)
    share = xmr(Chart.PERCENTAGE, monthly([80, 90, 100]), HIGHER)
    assert (share.lowest, share.highest) == (0, 100)


SERIES = st.lists(st.integers(0, 60), min_size=5, max_size=30)


@settings(max_examples=60, deadline=None)
@given(SERIES, st.integers(1, 500))
def test_moving_all_values_moves_the_limits_alone(values: list[int], by: int) -> None:
    before, after = flow(values), flow([value + by for value in values])
    assert kinds(before) == kinds(after)
    assert (before.limits is None) == (after.limits is None)
    if before.limits and after.limits:
        assert after.limits.upper == pytest.approx(before.limits.upper + by)
        assert after.limits.lower == pytest.approx(before.limits.lower + by)


@settings(max_examples=60, deadline=None)
@given(SERIES)
def test_upside_down_is_the_other_way_round(values: list[int]) -> None:
    up, down = flow(values, HIGHER), flow([-value for value in values], LOWER)
    assert kinds(up) == kinds(down)
    assert [point.signal for point in up.points] == [point.signal for point in down.points]


@settings(max_examples=60, deadline=None)
@given(SERIES, st.integers(0, 30))
def test_new_limits_make_two_charts_of_one(values: list[int], place: int) -> None:
    """At the first month, or after the last, they change nothing."""
    anew = flow(values, rebases=[Rebase(dates.add_months(date(2016, 4, 1), place), "why")])
    if place == 0 or place >= len(values):
        assert anew == flow(values)
        return
    first, second = flow(values[:place]), flow(values[place:])
    assert kinds(anew) == kinds(first) + kinds(second)
    assert [part.limits for part in anew.parts] == [first.limits, second.limits]


@settings(max_examples=60, deadline=None)
@given(SERIES)
def test_locked_limits_do_not_follow_what_comes_later(values: list[int]) -> None:
    assert flow(values, locked=12).limits == flow(values[:12], locked=12).limits


# How often chance alone stands out.


def flagged(
    draw: Callable[[int], Sequence[float]], months: int, series: int, **options: object
) -> float:
    """The share of series, drawn by chance, on which something stands out."""
    found = [
        any(
            point.signal for point in flow([float(each) for each in draw(months)], **options).points
        )
        for _ in range(series)
    ]
    return sum(found) / series


def stable(seed: int) -> list[Callable[[int], Sequence[float]]]:
    """Starts a month at two sizes of council, a percentage of forty, and days."""
    rng = np.random.default_rng(seed)
    return [
        lambda months: rng.poisson(18, months),
        lambda months: rng.poisson(10, months),
        lambda months: 100 * rng.binomial(40, 0.8, months) / 40,
        lambda months: rng.normal(190, 30, months),
    ]


def test_of_stable_years_hardly_any_stands_out() -> None:
    """Of thirteen months; and longer series show more, which is said with them."""
    rates = [flagged(draw, 13, 1_000) for draw in stable(20)]
    assert max(rates) <= 0.10
    assert min(rates) >= 0.05
    assert 0.25 <= np.mean([flagged(draw, 36, 200) for draw in stable(21)]) <= 0.40
    assert np.mean([flagged(draw, 36, 200, locked=12) for draw in stable(22)]) >= 0.45


def test_why_a_stock_is_refused() -> None:
    """Taken for a flow, most stable stocks of a year look unusual: here of children who come and
    leave at the same pace, 18 a month of 540.
    """
    rng = np.random.default_rng(23)

    def stock(months: int) -> Sequence[float]:
        return list(540 + np.cumsum(rng.poisson(18, months) - rng.poisson(18, months)))

    assert flagged(stock, 13, 300) >= 0.6


def test_a_real_change_is_seen_within_months() -> None:
    """From 18 a month to 27: half of the time it is seen within a half year."""
    rng = np.random.default_rng(24)
    seen = []
    for _ in range(200):
        series = [*rng.poisson(18, 18), *rng.poisson(27, 6)]
        points = flow([float(each) for each in series]).points[18:]
        seen.append(any(point.signal and point.up for point in points))
    assert np.mean(seen) >= 0.5


# Days between events.


def events(days: Sequence[int]) -> list[date]:
    found = [date(2020, 1, 1)]
    for each in days:
        found.append(found[-1] + timedelta(days=each))
    return found


def test_days_between_by_hand() -> None:
    """60 days are 3.118 (unaettie.com, t chart). Gaps of 1 and 2**3.6 days by turns are judged as
    1 and 2: of ten the mean is 1.5 and each change is 1, so limits lie at 1.5 and 2.66 about it.
    """
    assert pytest.approx(3.118, abs=5e-4) == 60 ** (1 / 3.6)
    gaps = [1, 12] * 5
    root = 12 ** (1 / 3.6)
    trend = days_between(events(gaps), LOWER)
    assert [point.value for point in trend.points] == gaps
    limits = trend.limits
    assert limits
    mean, change = (1 + root) / 2, root - 1
    assert limits.mean == pytest.approx(mean**3.6)
    assert limits.upper == pytest.approx((mean + 2.66 * change) ** 3.6)
    assert limits.lower == 0
    assert trend.between


def test_a_long_time_without_is_better_where_fewer_are() -> None:
    gaps = [20, 35, 12, 50, 8, 30, 22, 15, 41, 10, 27, 400]
    assert kinds(days_between(events(gaps), LOWER)) == 11 * "-" + "+"
    assert kinds(days_between(events(gaps), HIGHER)) == 11 * "-" + "x"
    assert kinds(days_between(events(gaps), NEUTRAL)) == 11 * "-" + "o"


def test_two_on_one_day_are_no_days_apart() -> None:
    found = days_between(events([20, 0, 18, 22, 30, 24]), LOWER)
    assert [point.value for point in found.points] == [20, 0, 18, 22, 30, 24]
    assert found == days_between(list(reversed(events([20, 0, 18, 22, 30, 24]))), LOWER)
    assert days_between(events([]), LOWER).points == ()


def test_of_events_by_chance_hardly_any_stands_out() -> None:
    """Twenty gaps of 20 days on average, as long as chance makes them."""
    rng = np.random.default_rng(25)
    gaps = rng.exponential(20, (300, 20)).round().astype(int).tolist()
    found = [
        any(point.signal for point in days_between(events(each), LOWER).points) for each in gaps
    ]
    assert np.mean(found) <= 0.2


def test_where_events_are_rare() -> None:
    assert is_rare(monthly([1, 2, 0, 3, None]))
    assert not is_rare(monthly([4, 5, 3]))
    assert not is_rare(monthly([None]))


# What is said.

QUIET = [18, 21, 17, 22, 19, 20, 18, 21, 19, 22, 17, 20, 21]


def test_nothing_is_said_of_a_change_within_the_limits() -> None:
    assert reading(flow(QUIET)) == "No change that could not be chance."
    assert reading(flow([*QUIET, 15])) == "No change that could not be chance."


@pytest.mark.parametrize(
    ("values", "polarity", "said"),
    [
        ([*QUIET[:11], 41, 20], LOWER, "Higher than usual in Mar 2017 (worse)"),
        ([*QUIET[:11], 41, 20], HIGHER, "Higher than usual in Mar 2017 (better)"),
        ([*QUIET[:11], 41, 20], NEUTRAL, "Higher than usual in Mar 2017"),
        ([*QUIET[:11], 2, 20], LOWER, "Lower than usual in Mar 2017 (better)"),
        (
            [14, 15, 16, 17, 18, 19, 20, 12, 19, 14, 18, 13, 17],
            LOWER,
            "Rising from Apr to Oct 2016 (worse)",
        ),
        (
            [10, 12, 14, 16, 18, 20, 22, 13, 15, 14, 16, 13, 14],
            NEUTRAL,
            "Other than usual once before; rising from May to Sep 2016; "
            "higher than usual in Oct 2016",
        ),
    ],
)
def test_what_is_read_from_the_points(values: list[float], polarity: Polarity, said: str) -> None:
    assert (
        reading(flow(values, polarity)) == f"{said}; otherwise no change that could not be chance."
    )


def test_of_many_stretches_the_newest_are_told() -> None:
    told = flow([*QUIET[:12], 20, 41, 19, 20, 41, 40, 19], locked=12)
    assert reading(told) == (
        "Higher than usual in May 2017 (worse); higher than usual from Aug to Sep 2017 (worse); "
        "otherwise no change that could not be chance."
    )
    assert reading(flow([*QUIET[:12], 41, 20, 41, 20, 2, 20, 41, 20], locked=12)) == (
        "Other than usual twice before; lower than usual in Aug 2017 (better); "
        "higher than usual in Oct 2017 (worse); otherwise no change that could not be chance."
    )


def test_too_few_months_are_said_to_be() -> None:
    assert reading(flow([])) == "Nothing is known yet."
    assert reading(flow([3])) == "1 month: too few to tell a change from chance."
    assert reading(flow([3, 4])) == "2 months: too few to tell a change from chance."


def test_what_is_usual_and_what_becomes_of_the_target() -> None:
    def say(value: float) -> str:
        return f"{value:.0f}"

    trend = flow(QUIET, LOWER, target=30)
    assert usual(trend, say) == "From 12 to 27 is usual, 20 on average."
    assert assured(trend, say) == "The target of 30 will be met unless something changes."
    fails = flow(QUIET, HIGHER, target=30)
    assert assured(fails, say) == "The target of 30 will not be met unless something changes."
    between = flow(QUIET, HIGHER, target=20)
    assert assured(between, say) == (
        "The target of 20 lies within the limits: whether a month meets it is chance."
    )
    assert assured(flow(QUIET[:8], LOWER, target=30), say) == ""
    assert assured(flow(QUIET), say) == ""
    assert usual(flow([]), say) == ""


def test_what_has_to_be_known_to_read_it() -> None:
    anew = [Rebase(date(2017, 1, 15), "visits are booked by the clerk")]
    assert notes(flow(QUIET, rebases=anew)) == (
        "New limits from Feb 2017: Visits are booked by the clerk.",
    )
    assert notes(flow(QUIET[:8])) == (
        "The limits are provisional: they rest on 8 months, not yet on 12.",
    )
    (chance,) = notes(flow([*QUIET[:11], 41, 20]))
    assert "about 1 in 10 charts as long as this" in chance
    assert notes(flow([*QUIET, None]), "hidden") == ("Hidden: May 2017.",)
    days = days_between(events([20, 35, 12, 50, 8, 30, 22, 15, 41, 10, 27, 400]), LOWER)
    assert reading(days) == (
        "Longer than usual on 1 Nov 2021 (better); otherwise no change that could not be chance."
    )
