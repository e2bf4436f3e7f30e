"""The months that are counted and the model on them: by hand, by brute force, and always."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import expm

from casetrack import dates
from oversight.indicators.forecast.change import (
    LEAST,
    LOOKED_AT,
    Change,
    Shift,
    detected,
    jumpiness,
    split,
)
from oversight.indicators.forecast.histories import (
    PLACE,
    TYPES,
    Histories,
    HomeType,
    birthdays,
    months_old,
)
from oversight.indicators.forecast.method import UNFORESEEN, method_words, said, window_words
from oversight.indicators.forecast.model import (
    LENT,
    LENT_MONTHS,
    Rates,
    exponential,
    fitted,
    path,
    projected,
)
from oversight.indicators.forecast.monthly import BAND, OF_AGE, B, T, counted
from oversight.tests.forecasts import ORIGIN, histories, months_of, steady_months, stock

A, C = PLACE[HomeType.AGENCY], PLACE[HomeType.CONNECTED]
TEN = int(BAND[120])


def rates(**given: float) -> Rates:
    """Of children of ten to fifteen: `exits` and `entries` of agency homes, `moves` from relatives
    to them, a month."""
    made = Rates(np.zeros((B, T, T)), np.zeros((B, T)), np.zeros((B, T)))
    made.moves[TEN, C, A] = given.get("moves", 0)
    made.exits[TEN, A] = given.get("exits", 0)
    made.entries[TEN, A] = given.get("entries", 0)
    return made


def test_two_homes_by_hand() -> None:
    """100 with relatives, of whom 5 % a month move to agency homes, which 10 % a month leave."""
    after = projected(stock(HomeType.CONNECTED, 100, 130), rates(moves=0.05, exits=0.1)).sum(axis=1)
    months = np.arange(13)
    assert after[:, C] == pytest.approx(100 * np.exp(-0.05 * months))
    there = 100 * 0.05 / (0.1 - 0.05) * (np.exp(-0.05 * months) - np.exp(-0.1 * months))
    assert after[:, A] == pytest.approx(there)
    assert after[0].sum() == 100


def test_who_comes_stays_half_of_the_first_month() -> None:
    after = projected(np.zeros((OF_AGE, T)), rates(entries=6, exits=0.2), 2).sum(axis=1)
    first = 6 * np.exp(-0.1)
    assert after[1, A] == pytest.approx(first)
    # A few of those who came at fifteen are sixteen by then, of whom nobody leaves here.
    assert after[2, A] == pytest.approx(first + first * np.exp(-0.2), rel=1e-3)


def test_nobody_is_lost_who_does_not_leave() -> None:
    after = projected(stock(HomeType.CONNECTED, 40, 125), rates(moves=0.3, entries=2))
    assert after.sum(axis=(1, 2)) == pytest.approx(40 + 2 * np.arange(13))


def test_children_leave_on_their_18th_birthday_and_not_before() -> None:
    """Seventeen years and five months old: here for six more months' ends, gone at the seventh."""
    after = projected(stock(HomeType.AGENCY, 8, 17 * 12 + 5), rates()).sum(axis=(1, 2))
    assert after.tolist() == [8.0] * 7 + [0.0] * 6


def test_the_rates_of_an_age_do_not_touch_another() -> None:
    """At nine years and eleven months; from ten on they leave at half a month's rate."""
    after = projected(stock(HomeType.AGENCY, 10, 119), rates(exits=0.5), 2).sum(axis=(1, 2))
    assert after.tolist() == pytest.approx([10, 10, 10 * np.exp(-0.5)])


def test_no_line_goes_beyond_twelve_months() -> None:
    with pytest.raises(ValueError, match="beyond 12 months"):
        projected(np.zeros((OF_AGE, T)), rates(), 13)


@given(st.lists(st.floats(0, 0.8), min_size=T * T, max_size=T * T))
def test_exponentials_are_those_of_scipy(flat: list[float]) -> None:
    flow = np.array(flat).reshape(T, T)
    np.fill_diagonal(flow, -flow.sum(axis=1) - 0.05)
    assert exponential(flow[None])[0] == pytest.approx(expm(flow), abs=1e-11)


DAYS = st.dates(date(2000, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS, st.integers(0, 220))
def test_months_of_age_begin_on_birthdays(born: date, day: date, months: int) -> None:
    one, other = np.array([born], "datetime64[D]"), np.datetime64(day)
    reached = bool(birthdays(one, months)[0] <= other)
    assert (int(months_old(one, other)[0]) >= months) == reached
    assert birthdays(one, OF_AGE)[0].item() == dates.birthday(born, 18)


LIVES = st.lists(
    st.tuples(
        st.dates(date(2006, 1, 1), date(2024, 12, 31)),
        st.integers(0, 900),
        st.lists(
            st.tuples(st.sampled_from(TYPES), st.integers(1, 400), st.booleans()),
            min_size=1,
            max_size=4,
        ),
    ),
    min_size=1,
    max_size=12,
)


def lives(drawn: list) -> Histories:
    """Each child lives in the types in turn for so many days; some are away for a month between."""
    rows = []
    for child, (born, waits, spells) in enumerate(drawn):
        day = born + timedelta(days=waits)
        for home, length, away in spells:
            rows.append((child, born, home, day, day + timedelta(days=length)))
            day += timedelta(days=length + 30 * away)
    return Histories.of(rows)


@settings(max_examples=25)
@given(LIVES)
def test_months_equal_a_count_child_by_child(drawn: list) -> None:
    made = lives(drawn)
    monthly = counted(made, date(2026, 3, 31), 24)
    spells = list(zip(made.born, made.home, made.since, made.to, strict=True))
    for place, day in enumerate(monthly.days):
        there = [home for _, home, since, to in spells if since <= day < to]
        assert monthly.homes[place].tolist() == [there.count(home) for home in range(T)]
    for month, (start, end) in enumerate(zip(monthly.days, monthly.days[1:], strict=False)):
        days = np.arange(start + 1, end + 1)
        lived = sum(
            int(((since <= days) & (days < to) & (days < birthdays(born[None], OF_AGE))).sum())
            for born, _, since, to in ((b, h, s, t) for b, h, s, t in spells)
        )
        assert monthly.lived[month].sum() * len(days) == pytest.approx(lived)
    total = monthly.homes.sum(axis=1)
    gone = monthly.exits.sum(axis=(1, 2)) + monthly.of_age.sum(axis=1)
    assert (np.diff(total) == monthly.entries.sum(axis=(1, 2)) - gone).all()


def test_a_move_is_no_exit_and_no_entry() -> None:
    """Two homes of one type in a row are one spell; the move on 10 October is of the age then."""
    made = histories(
        "1 2016-10-01 agency 2025-01-01 2026-05-01",
        "1 2016-10-01 agency 2026-05-01 2026-10-10",
        "1 2016-10-01 connected 2026-10-10",
    )
    monthly = counted(made, ORIGIN, 12)
    assert (monthly.entries.sum(), monthly.exits.sum()) == (0, 0)
    assert np.argwhere(monthly.moves).tolist() == [[11, TEN, A, C]]
    assert monthly.lived[11].sum(axis=0)[[A, C]] == pytest.approx([8 / 31, 23 / 31])


def test_a_child_lives_in_one_home_at_a_time() -> None:
    with pytest.raises(ValueError, match="two homes"):
        histories(
            "1 2016-10-01 agency 2025-01-01 2026-05-01", "1 2016-10-01 own 2026-04-30 2026-06-01"
        )


def test_ages_are_those_of_the_day_and_not_of_the_episode() -> None:
    """Fostered as a baby and still there at seventeen."""
    monthly = counted(histories("1 2009-06-15 in-house 2009-07-01"), ORIGIN, 12)
    assert np.argwhere(monthly.stock[-1])[0].tolist() == [17 * 12 + 4, PLACE[HomeType.IN_HOUSE]]


def test_rates_are_events_by_time_and_few_children_are_lent_to() -> None:
    monthly = months_of([10] * 12, [25] * 12)
    made = fitted(monthly, 12)
    assert made.entries[TEN, A] == 10
    assert made.exits[TEN, A] == pytest.approx(25 / 500)
    # Of another age nobody lived there: the rate of all ages together stands in.
    assert made.exits[0, A] == pytest.approx(LENT * 25 / 500 / LENT)


def test_after_a_change_the_pace_is_that_of_the_months_since() -> None:
    """Thirty months of 10 a month, six of 20; one month is lent at the pace of all."""
    monthly = months_of([10] * 30 + [20] * 6, [25] * 36)
    usual = (30 * 10 + 6 * 20) / 36
    assert fitted(monthly, 36).entries[TEN, A] == pytest.approx(usual)
    pace = (6 * 20 + LENT_MONTHS * usual) / (6 + LENT_MONTHS)
    assert fitted(monthly, 36, since=6).entries.sum() == pytest.approx(pace)
    assert fitted(monthly, 36, since=6).exits == pytest.approx(fitted(monthly, 36).exits)


def test_without_a_change_half_is_as_many_as_today() -> None:
    monthly = months_of([20] * 36, [10] * 36)
    made = said(monthly)
    assert made.change is None
    assert made.homes == pytest.approx((path(monthly) + monthly.homes[-1]) / 2)


def test_with_one_the_model_alone_is_shown_and_the_words_say_so() -> None:
    monthly = months_of([20] * 30 + [45] * 6, [10] * 36)
    made = said(monthly)
    assert made.change is not None
    assert made.change == Change(Shift(6, 20, 45), None)
    assert made.homes == pytest.approx(path(monthly, since=6))
    assert window_words(made.change, monthly.days) == (
        "A change was found: 45 children a month come into care since about May 2026 (20 before)."
        " How many come and leave is taken from the last 6 months, where they live and move from"
        " the last 36 months."
    )


def test_the_words_say_what_no_range_can_know() -> None:
    assert "too new to be found (3 months at least, often more)" in UNFORESEEN
    unchanged, changed = method_words(None), method_words(Change(Shift(6, 20, 45), None))
    assert unchanged.startswith("Half of it is") and unchanged.endswith(UNFORESEEN)
    assert changed.startswith("It is what") and changed.endswith(UNFORESEEN)
    assert "rather too wide than too narrow" in changed
    assert "too wide" not in unchanged


def test_each_change_has_its_own_month_and_the_newest_counts() -> None:
    monthly = months_of([20] * 16 + [45] * 20, [10] * 30 + [30] * 6)
    change = said(monthly).change
    assert change == Change(Shift(20, 20, 45), Shift(6, 10, 30))
    assert change.months == 6
    told = window_words(change, monthly.days)
    assert "since about Mar 2025 (20 before) and 30 children a month leave care since" in told


def test_the_newest_of_two_changes_counts() -> None:
    counts = np.array([18] * 14 + [27] * 14 + [18] * 8)
    assert split(counts, np.ones(36)) == 8


def test_exits_are_counted_for_the_children_there_were() -> None:
    """Half as many leave, because half as many are there: nothing has changed."""
    there = np.array([600] * 18 + [300] * 18)
    assert split(there // 25, there) == 0
    assert split(there // 25, np.ones(36)) == 18


def test_months_as_jumpy_as_chance_are_no_change() -> None:
    chance = np.random.default_rng(11)
    alarms = [bool(split(chance.poisson(18, LOOKED_AT), np.ones(LOOKED_AT))) for _ in range(400)]
    assert np.mean(alarms) < 0.04


def test_brothers_and_sisters_raise_no_more_alarms() -> None:
    """Groups of one to four that come together: counts twice as jumpy as Poisson."""
    chance = np.random.default_rng(12)
    counts = chance.multinomial(chance.poisson(9, 400 * LOOKED_AT), [0.4, 0.3, 0.2, 0.1])
    series = (counts @ [1, 2, 3, 4]).reshape(400, LOOKED_AT)
    ones = np.ones(LOOKED_AT)
    assert np.mean([jumpiness(each, ones) for each in series]) > 1.8
    assert np.mean([bool(split(each, ones)) for each in series]) < 0.12


def test_a_change_by_half_is_found_within_months() -> None:
    chance = np.random.default_rng(13)
    found = 0
    for _ in range(100):
        counts = np.concatenate([chance.poisson(18, 30), chance.poisson(27, 6)])
        found += LEAST <= split(counts, np.ones(36)) <= 10
    assert found > 60


def test_nothing_is_detected_where_nobody_comes_or_leaves() -> None:
    assert detected(steady_months(agency=30)) is None
    assert detected(steady_months(2, agency=3)) is None
