"""Waits of an authority: each curve by hand through the database, at past days too, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction as F
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from adoption.models import Match
from casetrack.models import Authority, CarePeriod, Child, LegalStatus
from oversight.clocks.engine import refresh
from oversight.clocks.registry import CLOCKS
from oversight.indicators.registry import INDICATORS
from oversight.indicators.survival import DONE, OTHERWISE, STILL
from oversight.indicators.waiting import Rows, Waiting, behind, followed, waiting
from oversight.indicators.waiting_words import Words, of_hundred, spanned
from oversight.indicators.waits import BY_CODE, KINDS, WaitKind
from oversight.models import ClockRow, ClockSetting
from placements.models import Placement
from tests import timeline
from tests.cast import Cast

SAMPLES = Path(settings.BASE_DIR).parent / "shared" / "samples" / "ssda903-2017-2022"
BEFORE = "born 2000-01-01; care 2010-01-01 .. 2010-01-02"
"""Of long ago, so that the days before the histories are known."""
DAY = date(2024, 12, 31)
"""The year to it begins on 1 January, and has 366 days."""


@dataclass(frozen=True)
class Case:
    """Histories, and what comes of them by hand in the year to `DAY`.

    `followed` are the waits by (entered, left, how they ended) in days since they began, `done` and
    `otherwise` shares by such days, `running` the days so far of those who wait on the day.
    """

    histories: tuple[str, ...]
    followed: tuple[tuple[int, int, int], ...]
    done: dict[int, F]
    otherwise: dict[int, F]
    endings: dict[str, int]
    running: tuple[int, ...]
    averages: tuple[tuple[int, float | None], ...]
    """Of three years, then of one: how many were done, and their mean days."""


CASES = {
    "care-to-decision": Case(
        histories=(
            "care 2024-01-10; status C1 2024-01-10; decision 2024-05-29",
            "care 2023-11-02; status C1 2023-11-02; plan adoption 2024-01-05",
            "born 2006-04-30; care 2024-01-01; status V2 2024-01-01",
        ),
        followed=((0, 120, OTHERWISE), (0, 140, DONE), (60, 425, STILL)),
        done={139: F(0), 140: F(2, 3) * F(1, 2), 425: F(1, 3)},
        otherwise={119: F(0), 120: F(1, 3), 425: F(1, 3)},
        endings={"adoption decision": 1, "turned 18": 1},
        running=(425,),
        averages=((1, 140), (1, 140)),
    ),
    "care-to-placed": Case(
        histories=(
            "care 2024-01-10; status E1 2024-01-10; home U6 2024-01-10 .. 2024-05-29;"
            " home A6 2024-05-29",
            "care 2024-02-01 .. 2024-03-02 E4A; status V2 2024-02-01 .. 2024-03-02",
            "care 2023-11-02; status C2 2023-11-02; decision 2024-01-05",
            "care 2024-03-01 .. 2024-08-28 E46; status C2 2024-03-01 .. 2024-08-28",
            "care 2024-04-01; status V4 2024-04-01",
        ),
        followed=((0, 30, OTHERWISE), (0, 140, DONE), (0, 180, OTHERWISE), (60, 425, STILL)),
        done={139: F(0), 140: F(2, 3) * F(1, 3)},
        otherwise={30: F(1, 3), 179: F(1, 3), 180: F(1, 3) + F(4, 9) * F(1, 2)},
        endings={"adoptive home": 1, "special guardianship": 1, "went home": 1},
        running=(425,),
        averages=((1, 140), (1, 140)),
    ),
    "decision-to-order": Case(
        histories=(
            "care 2023-09-01; status C1 2023-09-01 .. 2024-03-02; status E1 2024-03-02;"
            " decision 2024-02-01",
            "care 2023-09-01; status C1 2023-09-01; decision 2024-01-01 reversed 2024-04-10",
            "care 2023-09-01; status C1 2023-09-01; decision 2024-06-01",
            "care 2023-09-01; status V2 2023-09-01; decision 2024-02-01; home A3 2024-06-20",
            "care 2022-09-01; status C1 2022-09-01 .. 2023-01-01; status E1 2023-01-01;"
            " decision 2022-12-01 reversed 2024-02-01; decision 2024-03-01",
        ),
        followed=((0, 30, DONE), (0, 100, OTHERWISE), (0, 140, OTHERWISE), (0, 213, STILL)),
        done={29: F(0), 30: F(1, 4), 213: F(1, 4)},
        otherwise={100: F(3, 4) * F(1, 3), 140: F(1, 4) + F(1, 2) * F(1, 2)},
        endings={"decision reversed": 1, "placed with consent": 1, "placement order": 1},
        running=(213,),
        averages=((2, 30.5), (1, 30)),
    ),
    "order-to-match": Case(
        histories=(
            "care 2023-09-01; status E1 2024-03-01; match 2024-03-31",
            "care 2023-09-01; status E1 2023-11-02; decision 2023-10-01 reversed 2024-02-10",
            "care 2023-09-01; status E1 2024-06-01; home U4 2023-09-01 .. 2024-07-01;"
            " home U5 2024-07-01 .. 2024-10-01; home U4 2024-10-01",
            "care 2023-09-01; status E1 2024-01-10; home U6 2023-09-01 .. 2024-05-29;"
            " home A6 2024-05-29",
            "care 2022-09-01; status E1 2023-01-01; match 2023-06-01",
        ),
        followed=((0, 30, DONE), (0, 140, DONE), (0, 213, STILL), (60, 100, OTHERWISE)),
        done={30: F(1, 3), 121: F(1, 3), 140: F(1, 3) + F(4, 9) * F(1, 2)},
        otherwise={99: F(0), 100: F(2, 3) * F(1, 3)},
        endings={"adoptive home": 1, "decision reversed": 1, "match": 1},
        running=(213,),
        averages=((3, 107), (2, 85)),
    ),
    "match-to-placed": Case(
        histories=(
            "care 2023-09-01; status E1 2023-09-01; match 2024-03-01;"
            " home U6 2023-09-01 .. 2024-03-15; home A6 2024-03-15",
            "care 2023-09-01; status E1 2023-09-01; match 2024-02-01 withdrawn 2024-02-21",
            "care 2023-09-01; status E1 2023-09-01; match 2024-12-01",
        ),
        followed=((0, 14, DONE), (0, 20, OTHERWISE), (0, 30, STILL)),
        done={13: F(0), 14: F(1, 3), 28: F(1, 3)},
        otherwise={20: F(2, 3) * F(1, 2)},
        endings={"adoptive home": 1, "match withdrawn": 1},
        running=(30,),
        averages=((1, 14), (1, 14)),
    ),
    "placed-to-adopted": Case(
        histories=(
            "care 2023-09-01 .. 2024-07-28 E11; status E1 2023-09-01 .. 2024-07-28;"
            " home A6 2024-01-10 .. 2024-07-28",
            "care 2023-09-01; status E1 2023-09-01; home A4 2024-02-01 .. 2024-05-11;"
            " home U4 2024-05-11",
            "care 2023-09-01; status E1 2023-09-01; home A3 2024-06-01 .. 2024-08-01 a;"
            " home A5 2024-08-01 a",
            "care 2023-09-01; status E1 2023-09-01; home A5 2023-11-02; order adoption 2024-05-20",
        ),
        followed=((0, 100, OTHERWISE), (0, 200, DONE), (0, 213, STILL), (60, 200, DONE)),
        done={199: F(0), 200: F(3, 4) * F(2, 3)},
        otherwise={100: F(1, 4)},
        endings={"adoption order": 2, "home ended": 1},
        running=(213,),
        averages=((2, 200), (2, 200)),
    ),
    "placed-with-parents": Case(
        histories=(
            "care 2024-01-01 .. 2024-06-29 E4A; status C2 2024-01-01 .. 2024-06-29;"
            " home P1 2024-01-01 .. 2024-06-29",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-11-02 .. 2024-03-31;"
            " home U4 2024-03-31",
            "care 2024-01-01; status C2 2024-01-01; home P1 2024-06-01",
            "care 2024-01-01; status C2 2024-02-01 .. 2024-05-11; status E1 2024-05-11;"
            " home P1 2024-02-01",
            "care 2024-01-01; status C2 2024-03-01 .. 2024-06-29; status V2 2024-06-29;"
            " home P1 2024-01-01",
            "care 2022-01-01; status C2 2022-01-01; home P1 2022-02-01 .. 2022-09-01;"
            " home U4 2022-09-01 .. 2022-11-10; home P1 2022-11-10",
        ),
        followed=(
            (0, 100, OTHERWISE),
            (0, 120, DONE),
            (0, 180, DONE),
            (0, 213, STILL),
            (60, 150, OTHERWISE),
            (699, 1064, STILL),
        ),
        done={119: F(0), 120: F(4, 5) * F(1, 4), 180: F(1, 5) + F(2, 5) * F(1, 2)},
        otherwise={100: F(1, 5), 150: F(1, 5) + F(3, 5) * F(1, 3)},
        endings={"care order discharged": 2, "moved": 1, "placement order": 1},
        running=(1064, 213),
        averages=((2, 150), (2, 150)),
    ),
    "long-term-match": Case(
        histories=(
            "care 2023-09-01; status C2 2023-09-01; home U4 2023-09-01;"
            " plan long-term-fostering 2024-01-15 ratified=2024-02-01; long-term-match 2024-05-11",
            "care 2023-09-01; status C2 2023-09-01; home U4 2023-09-01;"
            " plan long-term-fostering 2024-01-15 .. 2024-06-10 ratified=2024-03-02",
            "care 2023-09-01; status C2 2023-09-01; home U4 2023-09-01;"
            " plan long-term-fostering 2024-05-06 ratified=2024-06-01",
        ),
        followed=((0, 100, DONE), (0, 100, OTHERWISE), (0, 213, STILL)),
        done={99: F(0), 100: F(1, 3), 213: F(1, 3)},
        otherwise={100: F(1, 3)},
        endings={"matched": 1, "plan ended": 1},
        running=(213,),
        averages=((1, 100), (1, 100)),
    ),
}


@pytest.fixture
def authority(db: None) -> Authority:
    authority = timeline.an_authority()
    authority.records_live = True
    authority.save()
    timeline.child(BEFORE, authority=authority)
    return authority


def told(authority: Authority, *histories: str) -> list[Child]:
    children = [timeline.child(history, authority=authority) for history in histories]
    refresh([child.pk for child in children])
    return children


def one(authority: Authority, code: str, day: date = DAY, **more: Any) -> Waiting:
    return waiting(authority, day, kinds=[BY_CODE[code]], **more)[code]


def seen(found: Waiting) -> list[tuple[int, int, int]]:
    followed = found.followed
    return sorted(
        zip(*(a.tolist() for a in (followed.entered, followed.left, followed.ended)), strict=True)
    )


def test_every_wait_has_a_curve_worked_by_hand() -> None:
    assert CASES.keys() == BY_CODE.keys()


@pytest.mark.parametrize("code", CASES)
def test_a_curve_by_hand(authority: Authority, code: str) -> None:
    case = CASES[code]
    told(authority, *case.histories)
    found = one(authority, code)
    assert seen(found) == sorted(case.followed)
    for day, share in case.done.items():
        assert found.curve.done_by(day) == pytest.approx(float(share)), day
    for day, share in case.otherwise.items():
        assert found.curve.otherwise_by(day) == pytest.approx(float(share)), day
    assert dict(found.endings) == case.endings
    assert tuple(found.running.days) == case.running
    assert [(each.number, each.days) for each in found.averages] == list(case.averages)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_wait_is_fully_defined(kind: WaitKind) -> None:
    assert kind.question.endswith("?")
    assert kind.source.endswith(".")
    assert set(kind.clocks) <= CLOCKS.keys()
    assert kind.clocks or kind.sql
    assert list(kind.table) == sorted({*kind.table})
    assert kind.marks[0].days in kind.table or kind.marks[0].days == 182
    assert "%" not in kind.selected


def test_the_curve_beside_an_indicator_is_one_that_is_drawn() -> None:
    assert {each.curve for each in INDICATORS.values() if each.curve} <= BY_CODE.keys()


COUNTED = [(kind, code) for kind in KINDS if (code := kind.running or kind.clock)]


@pytest.mark.parametrize(("kind", "code"), COUNTED, ids=lambda each: getattr(each, "code", each))
def test_who_waits_is_who_waits_on_the_childs_page(
    authority: Authority, kind: WaitKind, code: str
) -> None:
    """Of the clock's own examples, on whatever day."""
    examples = [each.history for each in CLOCKS[code].examples]
    told(authority, *(each for each in examples if "switched" not in each))
    somebody = 0
    for day in (date(2022, 3, 1), date(2023, 9, 15), date(2024, 4, 1), date(2024, 7, 1), DAY):
        running = one(authority, kind.code, day).running
        rows = ClockRow.objects.as_at(day).filter(child__authority=authority, clock=code)
        assert sorted(zip(running.child.tolist(), running.days.tolist(), strict=True)) == sorted(
            rows.values_list("child_id", "days")
        )
        somebody += len(running)
    assert somebody > 5


def test_what_stopped_later_still_runs(authority: Authority) -> None:
    """As at a day in a break the child has moved; after it the same wait counts on."""
    told(authority, CASES["placed-with-parents"].histories[-1])
    before, away, back = (
        one(authority, "placed-with-parents", date(2022, *day))
        for day in ((8, 31), (10, 1), (12, 1))
    )
    assert seen(before) == [(0, 211, STILL)]
    assert seen(away) == [(0, 212, OTHERWISE)]
    assert seen(back) == [(0, 303, STILL)]
    assert [list(found.running.days) for found in (before, away, back)] == [[211], [], [303]]


def test_as_at_an_earlier_day_nobody_was_matched_yet(authority: Authority) -> None:
    told(authority, *CASES["order-to-match"].histories)
    found = one(authority, "order-to-match", date(2024, 3, 30))
    assert list(found.running.days) == [80, 29]
    assert dict(found.endings) == {"decision reversed": 1, "match": 1}
    assert [each.number for each in found.averages] == [1, 1]


def test_twenty_four_months_follow_more(authority: Authority) -> None:
    told(authority, *CASES["order-to-match"].histories)
    found = one(authority, "order-to-match", months=24)
    assert found.first == date(2023, 1, 1)
    assert seen(found) == [
        (0, 30, DONE),
        (0, 100, OTHERWISE),
        (0, 140, DONE),
        (0, 151, DONE),
        (0, 213, STILL),
    ]


def test_a_short_break_interrupts_a_wait_and_ends_nothing(authority: Authority) -> None:
    order = "care 2023-09-01; status C2 2023-09-01 .. 2024-02-01; home P1 2024-01-01"
    told(authority, f"{order}; status V4 2024-02-01")
    found = one(authority, "placed-with-parents")
    assert dict(found.endings) == {"care order discharged": 1}
    told(authority, "care 2023-09-01; status E1 2024-01-01 .. 2024-03-01; status V4 2024-03-01")
    assert dict(one(authority, "order-to-match").endings) == {"placement order ended": 1}


def test_a_start_that_nobody_recorded_is_left_out_and_counted_apart(authority: Authority) -> None:
    told(
        authority,
        "care 2023-09-01; status ~E1 2023-12-01",
        "care 2023-09-01; status E1 2024-03-01",
    )
    found = one(authority, "order-to-match")
    assert seen(found) == [(0, 305, STILL)]
    assert (found.unknown, found.running.unknown) == (1, 1)
    assert found.running.longest == (396, False)
    assert found.running.mean == 305
    assert "the longest at least 396" in Words(found).sentence


def test_nothing_is_followed_before_the_first_day_known(db: None) -> None:
    """Who had finished by then was never loaded: counted from before, the rest would seem slow."""
    authority = timeline.an_authority()
    told(
        authority,
        "care 2023-09-01; status E1 2024-01-01",
        "care 2024-08-01 .. 2024-09-30; status E1 2024-08-01 .. 2024-09-30; match 2024-08-31",
        "known 2024-12-01",
    )
    authority.refresh_from_db()
    found = one(authority, "order-to-match")
    assert (found.first, found.on_day, found.whole) == (date(2024, 4, 1), date(2024, 12, 1), False)
    assert seen(found) == [(0, 30, DONE), (91, 335, STILL)]
    assert Words(found).months == "the time from 1 April 2024 to 1 December 2024"
    assert "Nothing is known" in one(authority, "order-to-match", date(2024, 3, 31)).why


def test_of_a_clock_that_is_switched_off_nothing_is_said(authority: Authority) -> None:
    told(authority, *CASES["order-to-match"].histories)
    ClockSetting.objects.create(
        authority=authority,
        clock="placement-order-to-match",
        enabled=False,
        starts_on=date(2024, 6, 1),
    )
    found = one(authority, "order-to-match")
    assert "switched off" in Words(found).sentence
    assert (len(found.followed), len(found.running)) == (0, 0)
    assert not one(authority, "match-to-placed").why


def test_all_waits_take_three_questions(
    authority: Authority, django_assert_num_queries: Any
) -> None:
    told(authority, *CASES["order-to-match"].histories)
    with django_assert_num_queries(3):
        waiting(authority, DAY)
    mine = Child.objects.all()
    with django_assert_num_queries(4):
        waiting(authority, DAY, children=mine)


def test_of_some_children_alone(authority: Authority) -> None:
    children = told(authority, *CASES["order-to-match"].histories)
    some = Child.objects.filter(pk__in=[children[0].pk, children[2].pk])
    assert seen(one(authority, "order-to-match", children=some)) == [(0, 30, DONE), (0, 213, STILL)]
    assert seen(one(authority, "order-to-match", children=Child.objects.none())) == []


def test_another_authority_is_not_counted(authority: Authority) -> None:
    other = Authority.objects.create(code="OTHER", name="Othershire", records_live=True)
    told(other, *CASES["order-to-match"].histories)
    assert seen(one(authority, "order-to-match")) == []


def test_the_children_behind_are_those_that_may_be_seen(cast: Cast) -> None:
    cast.authority.records_live = True
    cast.authority.save()
    timeline.child(BEFORE, authority=cast.authority)
    children = told(
        cast.authority,
        "care 2023-09-01; status E1 2024-03-01",
        "care 2023-09-01; status E1 2024-12-01",
    )
    found = one(cast.authority, "order-to-match")
    assert set(behind(found, cast.service_manager)) == set(children)
    assert list(behind(found, cast.service_manager, than=121)) == children[:1]
    assert not behind(found, cast.board_member).exists()
    assert not behind(found, cast.stranger).exists()


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample returns are not beside the checkout")
def test_averages_of_the_sample_returns_are_those_of_plain_python(db: None) -> None:
    """Those placed, matched and adopted in three years, child by child from the facts."""
    call_command("import_ssda903", str(SAMPLES), authority="SAMPLE", accept_closures=True)
    authority = Authority.objects.get(code="SAMPLE")
    found = waiting(authority, date(2022, 3, 31))
    first, last = date(2019, 4, 1), date(2022, 3, 31)
    again: dict[str, list[int]] = {
        "care-to-placed": [],
        "order-to-match": [],
        "placed-to-adopted": [],
    }
    for child in Child.objects.filter(authority=authority):
        for code, began, done in told_again(child):
            if first <= done <= last:
                again[code].append((done - began).days)
    assert len(again["care-to-placed"]) >= 5
    for code, lasted in again.items():
        average = found[code].averages[0]
        assert (average.first, average.number) == (first, len(lasted)), code
        assert average.days == pytest.approx(mean(lasted)) if lasted else average.days is None


def told_again(child: Child) -> Iterator[tuple[str, date, date]]:
    """Waits that were done, whose beginning is known: which, from when, until when."""
    homes = [
        (home.starts_on, home.ends_on or date.max)
        for home in Placement.objects.filter(child=child, type__in=("A3", "A4", "A5", "A6"))
    ]
    for care in CarePeriod.objects.filter(child=child):
        began, ends_on = after_short_breaks(child, care.starts_on), care.ends_on or date.max
        moved_in = [max(start, began) for start, end in homes if end > began and start < ends_on]
        known = care.start_known or began > care.starts_on
        if known and moved_in and began < ends_on:
            yield "care-to-placed", began, min(moved_in)
        if care.end_reason in ("E11", "E12"):
            for start, end in homes:
                if end == ends_on:
                    yield "placed-to-adopted", start, ends_on
    for order in LegalStatus.objects.filter(child=child, code="E1", start_known=True):
        days = [match.decided_on for match in Match.objects.filter(child=child)]
        days += [start for start, end in homes if end > order.starts_on]
        done = min((max(day, order.starts_on) for day in days), default=date.max)
        if done < (order.ends_on or date.max):
            yield "order-to-match", order.starts_on, done


def after_short_breaks(child: Child, day: date) -> date:
    """The first day from `day` on that is in no short break."""
    for held in LegalStatus.objects.filter(child=child, code__in=("V3", "V4")).order_by(
        "starts_on"
    ):
        if held.starts_on <= day < (held.ends_on or date.max):
            day = held.ends_on or date.max
    return day


Told = list[tuple[int, int | None, str]]
"""Waits: how many days before `DAY` they began, after how many they ended if so, and how."""


def made(
    code: str, waits: Told, *, now: Told | None = None, since: date = date(2010, 4, 1)
) -> Waiting:
    """What comes of such waits in the year to `DAY`; "?" for one whose beginning is not known."""
    kind = BY_CODE[code]

    def rows(told: Told) -> Rows:
        return Rows.read(kind, DAY, [_row(kind, number, *each) for number, each in enumerate(told)])

    all_of_them = rows(waits)
    return followed(kind, DAY, 12, since, (all_of_them, all_of_them if now is None else rows(now)))


def _row(kind: WaitKind, number: int, ago: int, took: int | None, how: str) -> tuple[Any, ...]:
    began = DAY - timedelta(days=ago)
    stopped = None if took is None else began + timedelta(days=took)
    ending = {"done": kind.endings[0], "changed": "plan changed"}.get(how, "")
    return number, began, began, stopped, how != "?", ending


HUNDRED: Told = [
    *[(365, 121, "done")] * 41,
    *[(365, 365, "done")] * 32,
    *[(365, 200, "changed")] * 16,
    *[(365, None, "")] * 10,
    (365, 40, "changed"),
]
"""A hundred orders made a year before: 41 matched within 121 days and 73 within a year."""


@pytest.mark.parametrize(
    ("code", "waits", "sentence"),
    [
        (
            "order-to-match",
            HUNDRED,
            "Of every 100 children given a placement order, 41 are matched within 121 days, 73 "
            "within a year; today 10 have waited longer than 121 days, the longest 365.",
        ),
        (
            "order-to-match",
            [(300, 60, "done")] * 12 + [(300, None, "")] * 12,
            "Of every 100 children given a placement order, 50 (between 29 and 68) are matched "
            "within 121 days; today 12 have waited longer than 121 days, the longest 300.",
        ),
        (
            "order-to-match",
            [(200, 60, "done")] * 12,
            "Of every 100 children given a placement order, all are matched within 121 days; "
            "today none has waited longer than 121 days.",
        ),
        (
            "order-to-match",
            [(150, None, "")] * 11 + [(149, 1, "changed")],
            "Of every 100 children given a placement order, none is matched within 121 days; "
            "today 11 have waited longer than 121 days, the longest 150.",
        ),
        (
            "order-to-match",
            [(100, 10, "done")] * 6 + [(100, None, "")] * 6,
            "In the 12 months to 31 December 2024 too few could be followed for long enough to "
            "say how long it takes; today none has waited longer than 121 days.",
        ),
        (
            "order-to-match",
            [(200, 40, "done"), (500, None, ""), (100, 20, "changed")],
            "In the 12 months to 31 December 2024 only 3 waits could be followed: 1 was matched "
            "and 1 ended otherwise; today 1 has waited longer than 121 days: 500 days.",
        ),
        (
            "order-to-match",
            [(30, None, "")],
            "In the 12 months to 31 December 2024 only 1 wait could be followed: none was "
            "matched; today none has waited longer than 121 days.",
        ),
        (
            "order-to-match",
            [],
            "In the 12 months to 31 December 2024 there was no such wait; today none has waited "
            "longer than 121 days.",
        ),
        (
            "placed-with-parents",
            [(700, None, ""), (1000, None, "?")],
            "In the 12 months to 31 December 2024 only 1 wait could be followed: none was free of "
            "the order; today 2 have lived there longer than a year, the longest at least 2 years "
            "8 months.",
        ),
        (
            "placed-with-parents",
            [(700, None, "")],
            "In the 12 months to 31 December 2024 only 1 wait could be followed: none was free of "
            "the order; today 1 has lived there longer than a year: 1 year 11 months.",
        ),
    ],
)
def test_the_sentence_that_a_chair_reads_out(code: str, waits: Told, sentence: str) -> None:
    assert Words(made(code, waits)).sentence == sentence


def test_of_those_who_come_into_care_few_are_on_the_way_to_adoption() -> None:
    entered: Told = (
        [(700, 300, "done")] * 2 + [(720, 500, "changed")] * 20 + [(800, None, "")] * 300
    )
    entered += [(365, 100, "changed")] * 40 + [(365, 200, "done")]
    found = made("care-to-placed", entered, now=[(500, None, ""), (30, None, "")])
    assert Words(found).sentence.endswith(
        "; today 1 with a decision for adoption and no adoptive home has been in care longer than "
        "426 days: 500 days."
    )


def test_on_another_day_than_today_the_day_is_said() -> None:
    words = Words(made("order-to-match", HUNDRED), today=False)
    assert "; as at 31 December 2024, 10 have waited longer" in words.sentence
    assert words.so_far.startswith("As at 31 December 2024, 10 children wait for a match, ")


def test_what_it_rests_on_and_how_precise_it_is() -> None:
    words = Words(made("order-to-match", HUNDRED))
    assert words.precision == (
        "This rests on 100 waits followed in the 12 months to 31 December 2024: the share within "
        "121 days may well be out by 10 in 100 either way."
    )
    assert words.half == "Half are matched within 365 days."
    assert words.average == (
        "The average of those matched: 228 days in the three years to 31 December 2024 (73 "
        "waits), 228 days in the last 12 months (73 waits). It leaves out whoever waits on, and "
        "whose wait ended otherwise."
    )
    assert words.left_out == ""
    assert Words(made("order-to-match", [*HUNDRED, (9, None, "?")])).left_out == (
        "One wait is left out of the shares: nobody recorded on which day it began."
    )


def test_an_average_of_fewer_months_than_it_should_have_says_so() -> None:
    found = made("order-to-match", HUNDRED, since=date(2024, 1, 2))
    assert "The average of those matched: 228 days in the time since 2 January 2024" in (
        Words(found).average
    )


def test_open_waits_are_said_to_last_so_far() -> None:
    """Of 87 children 36 live at home over a year, 21 over two and 10 over three."""
    found = made(
        "placed-with-parents",
        [(200, None, "")] * 51
        + [(600, None, "")] * 15
        + [(900, None, "")] * 11
        + [(1131, None, "")] * 10,
    )
    assert Words(found).so_far == (
        "Today 87 children live with parents under a care order, on average 15 months so far; "
        "36 longer than a year, 21 longer than two years, 10 longer than three years."
    )
    assert Words(made("placed-with-parents", [(74, None, "")])).so_far == (
        "Today 1 child lives with parents under a care order, 74 days so far."
    )
    assert Words(made("placed-with-parents", [])).so_far == (
        "Today no child lives with parents under a care order."
    )


def test_to_the_same_day_of_the_year_is_not_longer_than_a_year() -> None:
    """2024 has 366 days, so that a year before its last day is 366 days ago."""
    assert made("order-to-match", [(366, None, "")]).running.over_years(1) == 0
    assert made("order-to-match", [(367, None, "")]).running.over_years(1) == 1


@pytest.mark.parametrize(
    ("over", "within", "said"),
    [
        (0, 0, "today none has waited longer than 121 days"),
        (0, 9, "today none has waited longer than 121 days"),
        (1, 9, "today the number who have waited longer than 121 days is too small to show"),
        (5, 0, "today the number who have waited longer than 121 days is too small to show"),
        (6, 3, "today the number who have waited longer than 121 days is too small to show"),
        (
            6,
            6,
            "today 6 have waited longer than 121 days, the longest for between one and two years",
        ),
        (
            6,
            0,
            "today 6 have waited longer than 121 days, the longest for between one and two years",
        ),
    ],
)
def test_in_public_a_small_number_who_wait_is_hidden(over: int, within: int, said: str) -> None:
    waits: Told = [(400, None, "")] * over + [(20, None, "")] * within
    found = made("order-to-match", [*HUNDRED[:73], *HUNDRED[-1:]], now=waits)
    words = Words(found, public=True)
    assert words.sentence.endswith(f"; {said}.")
    total = over + within
    assert (f"{total} children wait" in words.so_far) == (total > 5)
    if 0 < over < 6 or 0 < within < 6:
        assert "longer than" not in words.so_far


def test_in_public_nothing_is_made_of_few() -> None:
    few = Words(made("order-to-match", [(200, 40, "done"), (500, None, "")]), public=True)
    assert few.sentence.startswith("In the 12 months to 31 December 2024 there were too few such")
    assert (few.so_far, few.average, few.precision, few.half) == ("", "", "", "")
    five = Words(
        made("order-to-match", [(300, 40, "done")] * 5 + [(300, None, "")] * 20), public=True
    )
    assert "too few were matched to say how long it takes" in five.sentence
    assert five.average == ""
    thin = Words(
        made("order-to-match", [(300, 40, "done")] * 20 + [(300, None, "")] * 9), public=True
    )
    assert (thin.share(40), thin.share(41)) == (pytest.approx(20 / 29), None)


def test_shares_of_a_hundred_in_words() -> None:
    shares = (0, 0.001, 0.006, 0.41, 0.999, 1)
    assert [of_hundred(share) for share in shares] == [
        "none",
        "fewer than 1",
        "1",
        "41",
        "99",
        "all",
    ]


def test_the_longest_wait_is_nobodys_in_public() -> None:
    assert [spanned(days) for days in (300, 366, 800, 1800, 5000)] == [
        "less than a year",
        "between one and two years",
        "between two and three years",
        "between four and five years",
        "more than five years",
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_wait_has_grammatical_words(kind: WaitKind) -> None:
    """Each of them, said of many and of one."""
    many = Words(
        made(kind.code, [(400, 30, "done")] + [(300, 20, "done")] * 30 + [(600, None, "")] * 9)
    )
    assert many.sentence.startswith(f"Of every 100 {kind.of}, ")
    assert f"are {kind.done} within {kind.marks[0].said}" in many.sentence
    assert f"Today 9 {kind.runs[1]}, on average 20 months so far" in many.so_far
    one_alone = Words(made(kind.code, [(600, None, "")]))
    assert f" {kind.waits[0]} longer than {kind.marks[0].said}: " in one_alone.sentence
    assert f"Today 1 {kind.runs[0]}, 20 months so far." == one_alone.so_far
