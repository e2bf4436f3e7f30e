"""A running wait in words, in each of its states, and drawn to scale."""

from datetime import date, timedelta
from typing import Any

import pytest

from casetrack.models import User
from oversight.clock_bar import bar
from oversight.models import ClockRow
from oversight.waits import Wait, by_child, running, with_answers
from tests import timeline
from tests.answered import justified

DAY = date(2026, 6, 1)
MATCH = "placement-order-to-match"


def a_wait(clock: str = MATCH, **dates: Any) -> Wait:
    """The wait of a new child, as read for a page on `DAY`."""
    values = {
        "subject": "child",
        "started_on": date(2025, 10, 1),
        "start_known": True,
        "stopped_by": "",
        "missing": "",
        "note": "",
        "warn_on": date(2025, 12, 30),
        "due_on": date(2026, 1, 30),
    } | dates
    values.setdefault("runs_from", values["started_on"])
    row = ClockRow.objects.create(child=timeline.child(), clock=clock, **values)
    return Wait(with_answers(running(DAY)).get(pk=row.pk))


pytestmark = pytest.mark.django_db


def test_past_its_limit() -> None:
    wait = a_wait()
    assert wait.sentence == "Placement order to match: 122 days over"
    assert wait.arithmetic == "243 days of 121"
    drawn = bar(wait)
    assert drawn.past_from == drawn.filled == drawn.limit == "49.50%"
    assert drawn.past_width == "49.90%"
    assert drawn.warning == "36.81%"
    assert not drawn.broken


def test_its_last_day_is_in_time() -> None:
    wait = a_wait(due_on=DAY)
    assert (wait.state, wait.tag, wait.past) == ("amber", "due today", False)
    assert bar(wait).past_from is None


def test_near_its_limit() -> None:
    wait = a_wait(due_on=DAY + timedelta(days=6))
    assert (wait.state, wait.tag) == ("amber", "due in 6 days")
    assert bar(wait).tone == "amber"


def test_in_time() -> None:
    wait = a_wait(warn_on=date(2026, 8, 1), due_on=date(2026, 9, 1))
    assert (wait.state, wait.tag, wait.serious) == ("green", "due in 3 months", False)


def test_an_unknown_start_is_drawn_in_broken_strokes() -> None:
    wait = a_wait(start_known=False, due_on=date(2022, 1, 1), started_on=date(2021, 9, 2))
    assert wait.tag == "at least 4 years 5 months over"
    assert wait.arithmetic == ("at least 1,733 days of 121 · began on or before the first day held")
    assert bar(wait).broken


def test_cannot_tell() -> None:
    wait = a_wait(start_known=False, due_on=date(2026, 9, 1))
    assert (wait.state, wait.tag) == ("cannot-tell", "cannot tell")
    assert bar(wait).tone == "unknown"


def test_a_missing_fact_is_named() -> None:
    wait = a_wait(missing="the decision is not recorded", due_on=None, warn_on=None)
    assert wait.tag == "cannot tell"
    assert "the decision is not recorded" in wait.arithmetic


def test_justified_names_the_day_it_ends() -> None:
    wait = a_wait()
    chair = User.objects.create_user("chair")
    justified(wait.row, on=date(2026, 5, 1), until=date(2026, 7, 12), by=chair)
    wait = Wait(with_answers(running(DAY)).get())
    assert (wait.state, wait.tag) == ("justified", "justified to 12 Jul")
    assert wait.past
    assert wait.arithmetic.endswith("reason noted")


@pytest.mark.parametrize(
    ("until", "tag"),
    [
        (date(2026, 6, 16), "justified to 16 Jun"),
        (date(2026, 6, 15), "justified to 15 Jun, 14 days left"),
        (date(2026, 6, 2), "justified to 2 Jun, 1 day left"),
    ],
)
def test_the_last_two_weeks_of_a_justified_delay_are_counted(until: date, tag: str) -> None:
    wait = a_wait()
    justified(wait.row, on=date(2026, 5, 1), until=until, by=User.objects.create_user("chair"))
    assert Wait(with_answers(running(DAY)).get()).tag == tag


@pytest.mark.parametrize("kind", ["asked", "refused"])
def test_a_delay_that_nobody_agreed_to_stays_red_and_unexplained(kind: str) -> None:
    wait = a_wait()
    because = "Not so." if kind == "refused" else ""
    justified(
        wait.row,
        on=date(2026, 5, 1),
        until=date(2026, 7, 1),
        by=User.objects.create_user("chair"),
        kind=kind,
        because=because,
    )
    wait = Wait(with_answers(running(DAY)).get())
    assert wait.state == "red"
    assert "reason noted" not in wait.arithmetic


def test_one_that_ended_early_is_red_from_that_day() -> None:
    wait = a_wait()
    justified(
        wait.row,
        on=date(2026, 5, 1),
        until=date(2026, 7, 1),
        by=User.objects.create_user("chair"),
        ended_on=DAY,
        because="The family withdrew.",
    )
    before = DAY - timedelta(days=1)
    states = [running(day).get().state for day in (before, DAY)]
    assert states == ["justified", "red"]


def test_an_answer_is_about_one_of_several_waits_of_a_clock() -> None:
    first, second = a_wait(subject="one"), a_wait(subject="two")
    ClockRow.objects.filter(pk=second.row.pk).update(child=first.row.child)
    chair = User.objects.create_user("chair")
    justified(first.row, on=date(2026, 5, 1), until=date(2026, 7, 1), by=chair)
    found = {row.subject: row for row in with_answers(running(DAY))}
    assert {subject: row.state for subject, row in found.items()} == {
        "one": "justified",
        "two": "red",
    }
    assert found["two"].reason is None


def test_months_are_counted_in_months() -> None:
    wait = a_wait(
        "placed-with-parents",
        started_on=date(2025, 1, 1),
        warn_on=date(2025, 10, 1),
        due_on=date(2026, 1, 1),
    )
    assert wait.sentence.endswith(": 5 months over")
    assert wait.arithmetic == "17 months of 12"


def test_red_from_its_first_day() -> None:
    wait = a_wait(
        "three-homes-in-a-year",
        started_on=date(2026, 3, 2),
        warn_on=date(2026, 3, 2),
        due_on=date(2026, 3, 1),
    )
    assert (wait.state, wait.tag) == ("red", "since 2 Mar 2026")
    assert wait.due_words == "past its limit from its first day"
    drawn = bar(wait)
    assert (drawn.tone, drawn.limit, drawn.past_from) == ("red", None, None)


def test_amber_at_most() -> None:
    wait = a_wait(
        "interim-care-order", started_on=date(2026, 1, 1), warn_on=date(2026, 5, 21), due_on=None
    )
    assert (wait.state, wait.tag) == ("amber", "over 20 weeks")
    assert wait.due_words == "never turns red"


def test_without_a_limit_and_in_time() -> None:
    wait = a_wait(
        "interim-care-order", started_on=date(2026, 5, 1), warn_on=date(2026, 9, 1), due_on=None
    )
    assert wait.tag == "in time"
    assert wait.arithmetic == "31 days since 1 May 2026"


def test_a_limit_that_the_rule_counts() -> None:
    wait = a_wait(
        "review-due",
        started_on=date(2026, 3, 1),
        warn_on=date(2026, 8, 1),
        due_on=date(2026, 9, 1),
    )
    assert wait.arithmetic == "92 days, due by 1 Sep 2026"


def test_the_most_serious_comes_first() -> None:
    child = timeline.child()
    for clock, due_on, warn_on in (
        ("review-due", date(2026, 9, 1), date(2026, 8, 1)),
        (MATCH, date(2026, 5, 1), date(2026, 4, 1)),
        ("placed-with-parents", date(2020, 5, 1), date(2020, 4, 1)),
        ("entry-to-adoption-decision", date(2026, 3, 1), date(2026, 2, 1)),
    ):
        ClockRow.objects.create(
            child=child,
            clock=clock,
            subject="child",
            started_on=date(2019, 1, 1),
            runs_from=date(2019, 1, 1),
            start_known=True,
            stopped_by="",
            missing="",
            note="",
            warn_on=warn_on,
            due_on=due_on,
        )
    found = by_child(with_answers(running(DAY)))[child.pk]
    assert [wait.row.clock for wait in found] == [
        "entry-to-adoption-decision",
        MATCH,
        "placed-with-parents",
        "review-due",
    ]
