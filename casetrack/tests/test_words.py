"""The sentences about waits, spelled out."""

from datetime import date

import pytest

from casetrack import words

DAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("due_on", "known", "in_months", "said"),
    [
        ("2026-05-31", True, False, "1 day over"),
        ("2026-05-30", True, False, "2 days over"),
        ("2026-01-09", True, False, "143 days over"),
        ("2025-06-01", True, False, "365 days over"),
        ("2025-05-31", True, False, "12 months over"),
        ("2024-07-01", True, False, "23 months over"),
        ("2024-06-01", True, False, "2 years over"),
        ("2024-05-01", True, False, "2 years 1 month over"),
        ("2022-06-01", False, False, "at least 4 years over"),
        ("2026-05-31", True, True, "1 day over"),
        ("2026-05-01", True, True, "1 month over"),
        ("2026-01-01", True, True, "5 months over"),
    ],
)
def test_over(due_on: str, known: bool, in_months: bool, said: str) -> None:
    due = date.fromisoformat(due_on)
    assert words.over(due, DAY, start_known=known, in_months=in_months) == said


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        ("2026-06-01", "due today"),
        ("2026-06-02", "due tomorrow"),
        ("2026-06-07", "due in 6 days"),
        ("2026-08-30", "due in 90 days"),
        ("2026-08-31", "due in 2 months"),
        ("2026-12-01", "due in 6 months"),
        ("2028-12-01", "due in 2 years 6 months"),
    ],
)
def test_due_in(due_on: str, said: str) -> None:
    assert words.due_in(date.fromisoformat(due_on), DAY) == said


@pytest.mark.parametrize(
    ("born_on", "said", "in_sentence"),
    [
        (None, "not yet born", "not yet born"),
        ("2026-06-02", "not yet born", "not yet born"),
        ("2026-05-25", "1 week", "1 week"),
        ("2026-05-04", "4 weeks", "4 weeks"),
        ("2026-05-01", "1 m", "1 month"),
        ("2024-12-01", "1 y 6 m", "18 months"),
        ("2022-04-01", "4 y 2 m", "4"),
        ("2013-01-01", "13 y", "13"),
    ],
)
def test_age(born_on: str | None, said: str, in_sentence: str) -> None:
    born = date.fromisoformat(born_on) if born_on else None
    assert words.age(born, DAY) == said
    assert words.age_in_sentence(born, DAY) == in_sentence


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2026-06-01", "0 days"),
        ("2026-05-31", "1 day"),
        ("2026-04-30", "1 month"),
        ("2025-07-01", "11 months"),
        ("2024-07-01", "1 y 11 m"),
        ("2025-06-01", "1 y"),
    ],
)
def test_briefly(start: str, said: str) -> None:
    assert words.briefly(date.fromisoformat(start), DAY) == said


def test_an_unknown_start_is_never_said_as_known() -> None:
    start = date(2025, 4, 1)
    assert words.since(start, True) == "1 Apr 2025"
    assert words.since(start, False) == "on or before 1 Apr 2025"
    assert words.for_long(start, True, DAY) == "1 y 2 m"
    assert words.for_long(start, False, DAY) == "at least 1 y 2 m"


def test_days() -> None:
    assert words.short_day(date(2027, 1, 12)) == "12 Jan 2027"
    assert words.short_day(date(2026, 1, 12), beside=DAY) == "12 Jan"
    assert words.short_day(date(2027, 1, 12), beside=DAY) == "12 Jan 2027"
    assert words.long_day(DAY) == "1 June 2026"
    assert words.month(DAY) == "Jun 2026"


def test_numbers() -> None:
    assert words.children(1) == "1 child"
    assert words.children(1200) == "1,200 children"
    assert [words.ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "102nd",
    ]


def test_lists() -> None:
    assert words.listed([]) == ""
    assert words.listed(["one"]) == "one"
    assert words.listed(["one", "two", "three"]) == "one, two and three"
    assert words.uncapital("Review: due today") == "review: due today"
