"""Changes name the months they are between; what a printed percentage was counted from is told."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.dates import add_months
from oversight.indicators.changes import (
    Change,
    Printed,
    at,
    change,
    changes,
    changes_to_last,
    signed,
)

NUMBERS = (71, 63, 62, 64, 71, 76, 76, 85, 92, 88, 93, 87)
"""Children with parents at the month ends from November 2019 to October 2020, as printed."""


def ends(numbers):
    return [
        (add_months(date(2019, 12, 1), n) - timedelta(days=1), number)
        for n, number in enumerate(numbers)
    ]


SERIES = ends(NUMBERS)


def test_a_change_names_both_days():
    assert str(changes_to_last(SERIES)[-1]) == (
        "87 at the end of October 2020, 16 more than at the end of November 2019 (+22.5%)"
    )
    assert str(change(SERIES, 3)) == (
        "87 at the end of October 2020, 5 fewer than at the end of July 2020 (−5.4%)"
    )


def test_a_change_to_the_same_from_nobody_and_within_a_month():
    (same,) = changes_to_last(ends([76, 76]))
    assert str(same) == "76 at the end of December 2019, as many as at the end of November 2019"
    (first,) = changes_to_last(ends([0, 3]))
    assert first.percent is None
    assert str(first) == "3 at the end of December 2019, 3 more than at the end of November 2019"
    within = Change((date(2020, 10, 1), 1_200), (date(2020, 10, 31), 1_206))
    assert str(within) == (
        "1,206 at the end of October 2020, 6 more than on 1 October 2020 (+0.5%)"
    )


def test_a_month_end_is_one_in_a_leap_year_too():
    assert at(date(2020, 2, 29)) == "at the end of February 2020"
    assert at(date(2020, 2, 28)) == "on 28 February 2020"


def test_what_the_series_gives_where_three_percentages_were_printed():
    twelve, six, three = map(str, changes(SERIES))
    assert twelve == (
        "Printed +20% over 12 months. The series gives +22.5% from the end of November 2019 "
        "(11 months), and does not go back further. No month of it gives +20%, and no number of "
        "children does: 72 would be +20.8% and 73 +19.2%."
    )
    assert six == (
        "Printed +13% over 6 months. The series gives +14.5% from the end of April 2020 "
        "(6 months); +14.5% from the end of May 2020 (5 months); +22.5% from the end of March 2020 "
        "(7 months). No month of it gives +13%, which takes 77 children at the start."
    )
    assert three == (
        "Printed −1% over 3 months. The series gives −5.4% from the end of July 2020 (3 months); "
        "−1.1% from the end of August 2020 (2 months); +2.4% from the end of June 2020 (4 months). "
        "What was printed is counted from the end of August 2020."
    )


def test_no_month_end_gives_the_first_two_by_arithmetic_alone():
    for percent, months in ((20, []), (13, []), (-1, [2])):
        given = [
            11 - n
            for n, base in enumerate(NUMBERS[:-1])
            if abs(Fraction(100 * (87 - base), base) - percent) <= Fraction(1, 2)
        ]
        assert given == months


def test_what_agrees_is_said_to():
    (reading,) = changes(ends([80, 85, 88]), [Printed(10, 2)])
    assert str(reading).endswith("So the two agree.")
    assert [each.months for each in reading.giving] == [2]


@pytest.mark.parametrize("series", [[], ends([5])])
def test_one_day_alone_tells_no_change(series):
    with pytest.raises(ValueError, match="Two days"):
        changes(series)
    assert changes_to_last(series) == []
    assert change(series, 1) is None


def test_nobody_at_all_and_all_gone():
    (up,) = changes(ends([0, 4]), [Printed(10, 1)])
    assert "no percentage from the end of November 2019 (1 month)" in str(up)
    (gone,) = changes(ends([4, 0]), [Printed(-100, 1)])
    assert str(gone).endswith("So the two agree.")
    for numbers, percent in (([4, 5], -100), ([4, 0], 10), ([4, 5], -120)):
        (never,) = changes(ends(numbers), [Printed(percent, 1)])
        assert str(never).endswith("and no number of children does.")


def test_percentages_have_a_sign_and_nothing_has_none():
    assert [signed(Fraction(n)) for n in (3, -3, 0)] == ["+3.0%", "−3.0%", "0%"]
    assert [signed(n) for n in (20, -1, 0)] == ["+20%", "−1%", "0%"]
    assert signed(Fraction(-1, 1000)) == "0%"


@given(
    numbers=st.lists(st.integers(0, 400), min_size=2, max_size=13),
    percent=st.integers(-100, 300),
    months=st.integers(1, 14),
)
def test_bases_are_all_that_give_the_percentage_and_no_others(numbers, percent, months):
    """Against trying every number of children that could have been there."""
    (reading,) = changes(ends(numbers), [Printed(percent, months)])
    now = numbers[-1]
    giving = {
        base
        for base in range(1, 2_000)
        if abs(Fraction(100 * (now - base), base) - percent) <= Fraction(1, 2)
    }
    if percent > -60:
        assert set(reading.bases) == giving
    assert {each.base[1] for each in reading.giving} == giving & set(numbers[:-1])
    assert reading.meant and str(reading)
