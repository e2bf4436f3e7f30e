"""Waiting times by hand, beside lifelines, and what must hold whatever the waits are."""

from fractions import Fraction as F

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import AalenJohansenFitter

from oversight.indicators.survival import DONE, OTHERWISE, STILL, Curve, Followed


def followed(*waits: tuple[int, int, int]) -> Followed:
    """(entered, left, how it ended)"""
    return Followed(*np.array(waits, dtype=np.int64).reshape(-1, 3).T)


def test_six_children_by_hand() -> None:
    """One matched at once; the plan of one changes on day 20, when another is matched; one is only
    followed from day 10; one waits still on day 30."""
    curve = Curve.of(
        followed(
            (0, 0, DONE),
            (0, 20, OTHERWISE),
            (0, 20, DONE),
            (10, 40, DONE),
            (0, 30, STILL),
            (0, 50, OTHERWISE),
        )
    )
    assert curve.days.tolist() == [0, 20, 40, 50]
    # Five are there on day 0, five on day 20 (the late one too), two on day 40, one on day 50.
    assert curve.at_risk.tolist() == [5, 5, 2, 1]
    first = F(1, 5)
    second = first + F(4, 5) * F(1, 5)
    third = second + F(4, 5) * F(3, 5) * F(1, 2)
    assert curve.done.tolist() == pytest.approx([float(x) for x in (first, second, third, third)])
    changed = F(4, 5) * F(1, 5)
    last = changed + F(4, 5) * F(3, 5) * F(1, 2)
    assert curve.otherwise.tolist() == pytest.approx(
        [0.0, float(changed), float(changed), float(last)]
    )
    assert third + last == 1
    assert curve.known_to is None
    assert curve.done_by(19) == pytest.approx(0.2)
    assert curve.done_by(20) == pytest.approx(0.36)
    assert curve.done_by(1_000) == pytest.approx(0.6)
    assert (curve.day_of(0.36), curve.day_of(0.5), curve.day_of(0.61)) == (20, 40, None)


def test_the_variance_by_hand() -> None:
    """Of four one is matched on day 1, the plan of one changes on day 2, one is matched on day 3.

    By Collett's formula at day 3, where 1/4 and 1/2 are done by day 1 and 3, and of those that were
    there a share of 1, 3/4 and 1/2 waited before the three days.
    """
    curve = Curve.of(followed((0, 1, DONE), (0, 2, OTHERWISE), (0, 3, DONE), (0, 9, STILL)))
    assert curve.done_by(3) == pytest.approx(0.5)
    moved = F(1, 4)
    squares = moved**2 * F(1, 4 * 3) + moved**2 * F(1, 3 * 2)
    own = F(3, 64) + F(1, 2) ** 2 * F(1, 8)
    crossed = moved * F(1, 16)
    assert curve.variance[2] == pytest.approx(float(squares + own - 2 * crossed))


def test_nobody_ended() -> None:
    curve = Curve.of(followed((0, 12, STILL), (0, 5, STILL)))
    assert (curve.done_by(12), curve.otherwise_by(12)) == (0.0, 0.0)
    assert (curve.done_by(13), curve.band(12), curve.day_of(0.5)) == (None, None, None)


def test_nobody_waits() -> None:
    curve = Curve.of(followed())
    assert curve.done_by(0) is None
    assert not curve.says(0)


def test_of_days_on_which_nobody_was_followed_nothing_is_said() -> None:
    late = followed((0, 10, DONE), (0, 10, STILL), (12, 20, DONE))
    assert late.unbroken_to == 10
    curve = Curve.of(late)
    assert (curve.done_by(10), curve.done_by(11), curve.done_by(20)) == (0.5, None, None)
    assert followed((0, 10, STILL), (11, 20, DONE)).unbroken_to == 20
    assert followed((1, 20, DONE)).unbroken_to == -1
    assert followed((3, 9, DONE), (0, 30, DONE), (20, 25, STILL)).unbroken_to == 30


def test_only_the_days_of_the_window_are_followed() -> None:
    """Days 100 to 200: what stopped before is not seen, what stopped after waits still; one counts
    from a day on which nobody could see it yet."""
    began = np.array([50, 50, 50, 100, 150, 150, 201, 90])
    came = np.array([50, 50, 50, 100, 150, 150, 201, 110])
    stopped = np.array([99, 100, 160, 120, 200, 201, 300, 300])
    seen = Followed.within(100, 200, began, came, stopped, np.full(8, DONE))
    assert seen.entered.tolist() == [50, 50, 0, 0, 0, 20]
    assert seen.left.tolist() == [50, 110, 20, 50, 50, 110]
    assert seen.ended.tolist() == [DONE, DONE, DONE, DONE, STILL, STILL]
    assert seen.ended_by(50) == 3


def test_the_band_is_that_of_lifelines() -> None:
    curve = Curve.of(followed((0, 1, DONE), (0, 2, OTHERWISE), (0, 3, DONE), (0, 9, STILL)))
    fitted = AalenJohansenFitter().fit([1, 2, 3, 9], [1, 2, 1, 0], event_of_interest=1)
    low, high = sorted(fitted.confidence_interval_.loc[3])
    band = curve.band(3)
    assert band is not None
    assert (band.low, band.high) == pytest.approx((low, high), abs=1e-4)


# Of each: how many wait, how many days at most, one in how many is cut short, whether they are
# followed from later days on.
WORLDS = [
    (30, 60, 3, False),
    (150, 90, 2, True),
    (400, 1_000, 10, True),
    (150, 400, 1.1, True),
    (1_500, 300, 4, False),
]


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_equal_to_lifelines(world: tuple[int, int, float, bool]) -> None:
    """Many end on one day, what is done on days 0, 4, 8 and what ends otherwise on days 1, 5, 9:
    lifelines counts ties of one kind as they are, and shakes days on which both kinds fall. People
    come in on days 2, 6, 10: on a day on which others end it takes them into the one of its two
    divisors and not into the other.
    """
    number, longest, cut, late = world
    random = np.random.default_rng(number + longest)
    ended = random.integers(DONE, OTHERWISE + 1, number)
    left = 4 * random.integers(1, longest // 4, number) + (ended == OTHERWISE)
    ended[random.random(number) < 1 / cut] = STILL
    comes = 4 * random.integers(0, left // 4 + 1) - 2
    entered = np.where(late & (random.random(number) < 0.5) & (comes > 0), comes, 0)
    # Somebody is there on every day and never ends, so that no formula divides by none.
    entered, left = np.append(entered, [0, 0]), np.append(left, [longest + 2] * 2)
    ended = np.append(ended, [STILL] * 2)
    curve = Curve.of(Followed(entered, left, ended))
    for how, shares in ((OTHERWISE, curve.otherwise), (DONE, curve.done)):
        fitted = AalenJohansenFitter().fit(left, ended, event_of_interest=how, entry=entered)
        expected = fitted.cumulative_density_.iloc[:, 0].reindex(curve.days)
        assert np.abs(shares - expected.to_numpy()).max() < 1e-10
    at_risk = fitted.event_table["at_risk"].reindex(curve.days)
    assert curve.at_risk.tolist() == at_risk.tolist()
    assert np.abs(curve.variance - fitted.variance_.reindex(curve.days).to_numpy()).max() < 1e-10


def test_both_ways_to_end_on_one_day_are_of_those_followed_on_it() -> None:
    """Neither goes before the other: 30 and 10 of the hundred that were there."""
    curve = Curve.of(
        followed(*[(0, 5, DONE)] * 30, *[(0, 5, OTHERWISE)] * 10, *[(0, 9, STILL)] * 60)
    )
    assert (curve.done_by(5), curve.otherwise_by(5)) == pytest.approx((0.3, 0.1))


def test_a_curve_of_the_last_year_sees_what_an_average_of_those_who_finished_hides() -> None:
    """Matching takes 60 % longer in the last year. Of a world where 55 of 100 children wait 90 days
    on average, the others 400, and plans change: the average of three years hardly moves.
    """
    steady, slower = (_world(pace) for pace in (1.0, 1.6))
    (average, share), (slower_average, slower_share) = steady, slower
    assert abs(slower_average / average - 1) < 0.1
    assert share - slower_share > 0.08


def _world(pace: float, last: int = 2_920) -> tuple[float, float]:
    """The mean days of those matched in three years, and the share matched within 121 days."""
    random = np.random.default_rng(121)
    number, slow_from = 20_000, last - 365
    began = random.integers(0, last, number)
    takes = random.exponential(np.where(random.random(number) < 0.55, 90, 400))
    late = np.maximum(takes - np.maximum(slow_from - began, 0), 0)
    takes = (takes + (pace - 1) * late).astype(np.int64)
    changes = random.exponential(1_500, number).astype(np.int64)
    stopped, ended = began + np.minimum(takes, changes), np.where(takes <= changes, DONE, OTHERWISE)
    finished = (ended == DONE) & (stopped > last - 1_095) & (stopped <= last)
    share = Curve.of(Followed.within(last - 364, last, began, began, stopped, ended)).done_by(121)
    assert share is not None
    return float((stopped - began)[finished].mean()), share


waits = st.lists(
    st.tuples(
        st.integers(0, 40), st.integers(0, 60), st.sampled_from([STILL, DONE, OTHERWISE])
    ).map(lambda wait: (min(wait[:2]), max(wait[:2]), wait[2])),
    max_size=25,
)


@settings(max_examples=60)
@given(waits=waits)
def test_whatever_the_waits(waits: list[tuple[int, int, int]]) -> None:
    all_of_them = followed(*waits)
    curve = Curve.of(all_of_them)
    for shares in (curve.done, curve.otherwise):
        assert np.all(np.diff(shares, prepend=0) >= 0)
    assert np.all(curve.done + curve.otherwise <= 1 + 1e-12)
    assert np.all(curve.variance >= 0)
    assert np.all(np.isfinite(curve.variance))
    assert np.all(curve.at_risk > 0)
    for day in (0, 30, 60):
        band, share = curve.band(day), curve.done_by(day)
        assert band is None or (share is not None and 0 <= band.low <= share <= band.high <= 1)
        there = sum(entered <= day <= left for entered, left, _ in waits)
        assert all_of_them.at_risk(np.array([day])).tolist() == [there]
        # Up to the last day of which it speaks there was somebody on every day.
        if share is not None and curve.known_to is not None:
            assert there


@settings(max_examples=40)
@given(
    waits=st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from([DONE, OTHERWISE])), min_size=1, max_size=25
    )
)
def test_where_all_were_followed_to_their_end_shares_are_plain_counts(
    waits: list[tuple[int, int]],
) -> None:
    curve = Curve.of(followed(*((0, left, how) for left, how in waits)))
    for day in (0, 10, 30, 60):
        share = sum(left <= day and how == DONE for left, how in waits) / len(waits)
        assert curve.done_by(day) == pytest.approx(share)
        assert curve.variance[-1] == pytest.approx(_binomial(waits, 60), abs=1e-9)


def _binomial(waits: list[tuple[int, int]], day: int) -> float:
    share = sum(left <= day and how == DONE for left, how in waits) / len(waits)
    return share * (1 - share) / len(waits)
