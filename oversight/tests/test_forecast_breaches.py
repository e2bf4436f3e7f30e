"""Limits that will be passed: the list, the sum, and that no child is ever given a likelihood."""

from datetime import date, timedelta
from typing import Any

import pytest

from casetrack.models import Child
from oversight import coming
from oversight.indicators.forecast import breaches
from oversight.indicators.forecast.breaches import Ahead, ahead, passing
from oversight.models import ClockRow
from tests import timeline
from tests.cast import DAY as MEETS
from tests.cast import Cast
from tests.sittings import group

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)
MATCH, REVIEW = "placement-order-to-match", "pep-review"
LIMIT = 121


def waited(days: int, clock: str = MATCH, **given: Any) -> ClockRow:
    """A child who has waited so many days on `DAY`, or waited no longer than she `lasted`."""
    since = DAY - timedelta(days=days)
    lasted = given.pop("lasted", None)
    values = {
        "subject": "child",
        "started_on": since,
        "start_known": True,
        "runs_from": since,
        "stopped_on": None if lasted is None else since + timedelta(days=lasted),
        "stopped_by": "",
        "missing": "",
        "note": "",
        "due_on": since + timedelta(days=LIMIT),
    }
    child = given.pop("child", None) or timeline.child()
    return ClockRow.objects.create(child=child, clock=clock, **values | given)


def everybody() -> Any:
    return Child.objects.all()


def test_the_list_is_what_runs_and_is_due() -> None:
    soon, later = waited(111), waited(61)
    last_day = waited(121)
    waited(122)  # past it already
    waited(20)  # in more than ninety days
    waited(100, lasted=90)  # done
    waited(100, due_on=None)  # has no limit
    found = passing(everybody(), DAY)
    assert [each.wait.row.pk for each in found] == [last_day.pk, soon.pk, later.pk]
    assert [each.due_on for each in passing(everybody(), DAY, 30)] == [
        DAY,
        DAY + timedelta(days=10),
    ]
    assert [each.wait.row.pk for each in passing(everybody(), DAY, clocks=[REVIEW])] == []


def test_it_is_the_list_of_what_is_coming_up() -> None:
    for days in (30, 61, 91, 92, 121, 122):
        waited(days)
    asked = coming.Asked(DAY, window=60, every=True)
    listed = coming.coming(everybody(), asked).rows
    assert [each.wait.row.pk for each in listed] == [
        each.wait.row.pk for each in passing(everybody(), DAY, 60)
    ]


def test_the_next_meeting_before_the_limit(cast: Cast) -> None:
    """One meeting on the day that the first limit is passed, one put off, one too late for it."""
    series = group(cast)
    for held_on, because in ((5, "snow"), (10, ""), (40, "")):
        series.meetings.create(held_on=MEETS + timedelta(days=held_on), put_off_because=because)
    child = cast.amara
    ClockRow.objects.filter(child=child).delete()
    started = MEETS - timedelta(days=100)
    for nth, due in enumerate((9, 10, 50)):
        waited(
            100,
            child=child,
            subject=str(nth),
            started_on=started,
            runs_from=started,
            due_on=MEETS + timedelta(days=due),
        )
    found = passing(everybody().filter(pk=child.pk), MEETS)
    assert [each.meets_on and (each.meets_on - MEETS).days for each in found] == [None, 10, 10]


def test_the_sum_by_hand() -> None:
    """Of ten who waited, four were done after 50 days and three after 110; three waited 200.

    Six wait now, for 60 days. Four were done before that; of the six others three were done after
    110 days, so half are still waiting on day 121.
    """
    for lasted in [50] * 4 + [110] * 3 + [200] * 3:
        waited(400, lasted=lasted)
    for _ in range(6):
        waited(60)
    counted = ahead(everybody(), DAY)
    assert counted[MATCH] == (Ahead(30, 0, None), Ahead(60, 0, None), Ahead(90, 6, 3))
    assert counted[""] == counted[MATCH]
    assert counted[""][2].words == (
        "6 pass their limit in 90 days if nobody acts; at our usual pace about 3."
    )


def test_nobody_known_to_have_waited_so_long_means_all_pass() -> None:
    for _ in range(5):
        waited(100)
    assert ahead(everybody(), DAY)[""][0] == Ahead(30, 5, 5)


def test_what_stopped_long_ago_teaches_nothing() -> None:
    """All were done quickly, but more than two years ago."""
    for _ in range(10):
        waited(1_000, lasted=5)
    for _ in range(5):
        waited(100)
    assert ahead(everybody(), DAY)[MATCH][0].expected == 5


def test_of_fewer_than_five_no_sum_is_given() -> None:
    """Four limits, and in ninety days one more: only of five there is a sum."""
    for lasted in [110] * 5 + [200] * 5:
        waited(400, lasted=lasted)
    for _ in range(4):
        waited(100)
    waited(50)
    month, _, quarter = ahead(everybody(), DAY)[""]
    assert month == Ahead(30, 4, None)
    assert month.words == "4 pass their limit in 30 days if nobody acts."
    assert (quarter.if_nothing, quarter.expected) == (5, 2)
    assert Ahead(30, 1, None).words == "1 passes its limit in 30 days if nobody acts."


def test_two_clocks_are_summed_apart_and_together() -> None:
    for lasted in [110] * 5 + [200] * 5:
        waited(400, lasted=lasted)
        waited(400, REVIEW, lasted=200)
    for _ in range(3):
        waited(100)
        waited(100, REVIEW)
    counted = ahead(everybody(), DAY)
    assert [counted[clock][0] for clock in (MATCH, REVIEW, "")] == [
        Ahead(30, 3, None),
        Ahead(30, 3, None),
        # Of three half, of three all.
        Ahead(30, 6, 4),
    ]


def test_nothing_here_gives_a_child_a_likelihood() -> None:
    """What can be had from outside are waits with their days, and whole numbers of many."""
    for days in (100, 100, 100, 100, 100, 60):
        waited(days)
    for each in passing(everybody(), DAY):
        assert set(vars(each)) == {"wait", "meets_on"}
    for sums in ahead(everybody(), DAY).values():
        for each in sums:
            assert type(each.if_nothing) is int
            assert each.expected is None or type(each.expected) is int
    ours = {
        name
        for name, each in vars(breaches).items()
        if not name.startswith("_") and getattr(each, "__module__", "") == breaches.__name__
    }
    assert ours == {"Passing", "Ahead", "passing", "ahead"}


def test_where_nothing_is_due_there_is_nothing() -> None:
    assert ahead(everybody(), DAY) == {
        "": (Ahead(30, 0, None), Ahead(60, 0, None), Ahead(90, 0, None))
    }
    assert passing(everybody(), DAY) == []
