"""Counting, by hand-worked days and by properties."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack import dates
from casetrack.models import CalendarDay

days = st.dates(date(1995, 1, 1), date(2045, 12, 31))
EASTER = {date(2024, 3, 29), date(2024, 4, 1)}


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2022, 8, 31), 6, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
    ],
)
def test_months_go_to_the_same_numbered_day_or_the_last(day, months, expected):
    assert dates.add_months(day, months) == expected


def test_a_child_born_on_29_february_comes_of_age_on_1_march():
    assert dates.birthday(date(2004, 2, 29), 18) == date(2022, 3, 1)
    assert dates.birthday(date(2004, 2, 29), 20) == date(2024, 2, 29)
    assert dates.age_on(date(2004, 2, 29), date(2022, 2, 28)) == 17
    assert dates.age_on(date(2004, 2, 29), date(2022, 3, 1)) == 18


def test_working_days_pass_over_weekends_and_bank_holidays():
    thursday = date(2024, 3, 28)
    assert dates.add_working_days(thursday, 1, EASTER) == date(2024, 4, 2)
    assert dates.add_working_days(date(2024, 4, 2), -1, EASTER) == thursday
    assert not dates.is_working_day(date(2024, 3, 30), EASTER)
    assert dates.working_days_after(thursday, date(2024, 4, 1), EASTER) == 0
    assert dates.working_days_after(thursday, date(2024, 4, 3), EASTER) == 2
    assert dates.working_days_after(date(2024, 4, 3), thursday, EASTER) == 0


def test_whole_months_between_days():
    assert dates.whole_months(date(2024, 1, 31), date(2024, 2, 28)) == 0
    assert dates.whole_months(date(2024, 1, 31), date(2024, 2, 29)) == 1
    assert dates.whole_months(date(2024, 5, 1), date(2024, 4, 1)) == 0


@given(start=days, months=st.integers(0, 240))
def test_whole_months_undo_adding_months(start, months):
    assert dates.whole_months(start, dates.add_months(start, months)) == months


@given(born=days, later=st.integers(0, 20_000))
def test_age_changes_on_the_birthday_alone(born, later):
    day = born + timedelta(days=later)
    age = dates.age_on(born, day)
    assert dates.birthday(born, age) <= day < dates.birthday(born, age + 1)


@pytest.mark.django_db
def test_the_calendar_knows_the_bank_holidays_that_moved():
    holidays = {row.day: row.holiday for row in CalendarDay.objects.exclude(holiday="")}
    for moved in (date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)):
        assert moved in holidays
    for ordinary in (date(2020, 5, 4), date(2022, 5, 30)):
        assert ordinary not in holidays
    assert date(2023, 5, 8) in holidays  # the coronation


@pytest.mark.django_db
@given(start=days, count=st.integers(1, 60))
def test_counting_by_the_calendar_equals_counting_day_by_day(start, count):
    holidays = set(CalendarDay.objects.exclude(holiday="").values_list("day", flat=True))
    number = CalendarDay.objects.get(day=start).working_number
    found = CalendarDay.objects.get(is_working=True, working_number=number + count).day
    assert found == dates.add_working_days(start, count, holidays)
    assert dates.working_days_after(start, found, holidays) == count


@pytest.mark.parametrize(
    ("day", "began"),
    [("2026-04-01", "2026-04-01"), ("2026-03-31", "2025-04-01"), ("2026-12-31", "2026-04-01")],
)
def test_a_financial_year_begins_on_1_april(day, began):
    assert dates.financial_year(date.fromisoformat(day)) == date.fromisoformat(began)


def test_a_period_holds_from_its_first_day_until_before_its_end():
    first, last = date(2026, 4, 1), date(2026, 4, 3)
    assert not dates.holds_on(first, last, date(2026, 3, 31))
    assert dates.holds_on(first, last, first)
    assert dates.holds_on(first, last, date(2026, 4, 2))
    assert not dates.holds_on(first, last, last)
    assert dates.holds_on(first, None, date(2099, 1, 1))
