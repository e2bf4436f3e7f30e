"""Days lost by cause, team, clock and month, worked out by hand."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from casetrack import recording
from casetrack.models import Allocation, Child, Worker
from oversight import causes
from oversight.actions import causes as saying
from oversight.actions.answers import note_reason
from oversight.causes import NO_TEAM, UNEXPLAINED, Ledger, Months
from oversight.models import ClockRow, DelayCause
from oversight.packs.delays import why_children_wait
from tests import timeline
from tests.answered import justified
from tests.cast import Cast

MATCH = "placement-order-to-match"
PARENTS = "placed-with-parents"
YEAR = Months(date(2026, 6, 1))  # July 2025 to June 2026
LATER = date(2026, 7, 20)


@pytest.fixture(autouse=True)
def no_other_waits(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the rows that a test writes, which nothing computes anew."""
    monkeypatch.setattr(recording, "_callbacks", [])
    ClockRow.objects.all().delete()


def a_wait(child: Child, due: str, stopped: str | None = None, **more: Any) -> ClockRow:
    """Past its limit from the day after `due` until the day before `stopped`."""
    return ClockRow.objects.create(
        **{
            "child": child,
            "clock": MATCH,
            "subject": "child",
            "started_on": date(2025, 1, 1),
            "start_known": True,
            "runs_from": date(2025, 1, 1),
            "stopped_on": date.fromisoformat(stopped) if stopped else None,
            "stopped_by": "",
            "due_on": date.fromisoformat(due),
            "missing": "",
            "note": "",
        }
        | more
    )


def counted(day: date = LATER, months: Months = YEAR) -> Ledger:
    return causes.ledger(Child.objects.all(), months, day)


def days(found: Ledger, by: str) -> dict[str, int | None]:
    """What each part of a table lost, but for those that lost nothing."""
    table = next(table for table in found.tables if table.by == by)
    return {line.code: line.days for line in table.lines if line.days}


def put_down(wait: ClockRow, by: Any, *, on: str, cause: str, since: str) -> None:
    note_reason(
        waits=[wait],
        reason="It was talked about.",
        on=date.fromisoformat(on),
        by=by,
        cause=cause,
        since=date.fromisoformat(since),
    )


def test_what_nobody_put_down_to_anything_is_unexplained(cast: Cast) -> None:
    # 1 May to 19 May: 19 days; the day it stops is no day of waiting.
    a_wait(cast.amara, "2026-04-30", "2026-05-20")
    found = counted()
    assert (found.days, found.unexplained, found.children, found.share) == (19, 19, 1, "100%")
    assert days(found, "cause") == {UNEXPLAINED: 19}
    assert found.tables[0].lines[0].code == UNEXPLAINED


def test_its_last_day_in_time_is_not_lost_and_the_day_asked_for_is(cast: Cast) -> None:
    a_wait(cast.amara, "2026-04-30")
    assert counted(date(2026, 4, 30)).days == 0
    assert counted(date(2026, 5, 1)).days == 1
    # May and June, whole: what comes after the twelve months is not theirs.
    assert counted().days == 31 + 30


def test_a_cause_from_a_day_on_explains_from_that_day(cast: Cast) -> None:
    wait = a_wait(cast.amara, "2026-04-30", "2026-05-20")
    put_down(wait, cast.chair, on="2026-05-15", cause="court-listing", since="2026-05-11")
    # 1 to 10 May: 10 days; 11 to 19 May: 9 days.
    assert days(counted(), "cause") == {UNEXPLAINED: 10, "court-listing": 9}
    assert counted().unexplained == 10


def test_each_cause_ends_where_the_next_begins_whichever_was_said_first(cast: Cast) -> None:
    wait = a_wait(cast.amara, "2026-04-30", "2026-05-20")
    put_down(wait, cast.chair, on="2026-05-16", cause="court-listing", since="2026-05-16")
    put_down(wait, cast.chair, on="2026-05-18", cause="health", since="2026-05-05")
    put_down(wait, cast.chair, on="2026-05-18", cause="family", since="2026-05-08")
    # 1-4: 4, health 5-7: 3, family 8-15: 8, court 16-19: 4.
    assert days(counted(), "cause") == {
        UNEXPLAINED: 4,
        "health": 3,
        "family": 8,
        "court-listing": 4,
    }


def test_the_last_word_on_a_day_stands(cast: Cast) -> None:
    wait = a_wait(cast.amara, "2026-04-30", "2026-05-20")
    put_down(wait, cast.chair, on="2026-05-11", cause="court-listing", since="2026-05-11")
    put_down(wait, cast.chair, on="2026-05-12", cause="assessment", since="2026-05-11")
    assert days(counted(), "cause") == {UNEXPLAINED: 10, "assessment": 9}


def test_days_in_time_are_not_lost_whatever_was_said_of_them(cast: Cast) -> None:
    wait = a_wait(cast.amara, "2026-05-14", "2026-05-20")
    put_down(wait, cast.chair, on="2026-05-01", cause="matching", since="2026-03-01")
    assert days(counted(), "cause") == {"matching": 5}
    assert counted().unexplained == 0


def test_a_justified_delay_is_lost_time_and_says_why(cast: Cast) -> None:
    wait = a_wait(cast.amara, "2026-04-30")
    answer = justified(wait, on=date(2026, 5, 11), until=date(2026, 6, 1), by=cast.chair)
    saying.put_down(
        answer=answer,
        cause="matching",
        starts_on=date(2026, 5, 11),
        ends_on=date(2026, 6, 1),
        by=cast.chair,
    )
    # Expired on 1 June, from when nobody has explained it: 10 in May, 30 in June.
    assert days(counted(), "cause") == {UNEXPLAINED: 40, "matching": 21}


def test_the_day_belongs_to_the_team_of_that_day(cast: Cast) -> None:
    wait = a_wait(cast.amara, "2026-04-30", "2026-05-20")
    assert wait
    Allocation.objects.filter(child=cast.amara, role="social-worker").update(
        ends_on=date(2026, 5, 5)
    )
    Allocation.objects.create(
        child=cast.amara,
        worker=cast.south_worker,
        role="social-worker",
        starts_on=date(2026, 5, 8),
    )
    north, south = (str(each.team_id) for each in (cast.north_worker, cast.south_worker))
    # 1-4 May north: 4, 5-7 May nobody: 3, 8-19 May south: 12.
    assert days(counted(), "team") == {north: 4, NO_TEAM: 3, south: 12}


def test_a_worker_in_no_team_and_no_worker_at_all_are_one_part(cast: Cast) -> None:
    a_wait(cast.amara, "2026-04-30", "2026-05-20")
    a_wait(cast.noor, "2026-04-30", "2026-05-03")
    alone = Worker.objects.create(authority=cast.authority, reference="X", name="X")
    Allocation.objects.filter(child=cast.amara, role="social-worker").update(worker=alone)
    assert days(counted(), "team") == {NO_TEAM: 19 + 2}


def test_months_and_clocks(cast: Cast) -> None:
    # 20 June 2025 on; the twelve months begin in July. 31 July, 3 August.
    a_wait(cast.amara, "2025-06-19", "2025-08-04")
    # 28 to 31 March: 4, all of April: 30, 1 May: 1.
    a_wait(cast.tomas, "2026-03-27", "2026-05-02", clock=PARENTS)
    found = counted()
    assert days(found, "month") == {
        "2025-07-01": 31,
        "2025-08-01": 3,
        "2026-03-01": 4,
        "2026-04-01": 30,
        "2026-05-01": 1,
    }
    assert days(found, "clock") == {MATCH: 34, PARENTS: 35}
    assert found.days == 69
    assert [line.words for line in found.tables[3].lines][:2] == ["Jul 2025", "Aug 2025"]


def test_two_waits_on_one_day_are_two_days_and_one_child(cast: Cast) -> None:
    a_wait(cast.amara, "2026-05-14", "2026-05-20")
    a_wait(cast.amara, "2026-05-14", "2026-05-20", clock=PARENTS)
    found = counted()
    assert (found.days, found.children) == (10, 1)


def test_a_cause_is_said_of_one_wait_of_several(cast: Cast) -> None:
    one = a_wait(cast.amara, "2026-05-14", "2026-05-20", subject="one")
    a_wait(cast.amara, "2026-05-14", "2026-05-20", subject="two")
    put_down(one, cast.chair, on="2026-05-15", cause="health", since="2026-05-15")
    assert days(counted(), "cause") == {UNEXPLAINED: 5, "health": 5}


def test_a_wait_with_an_interruption_is_explained_on_both_sides_of_it(cast: Cast) -> None:
    first = a_wait(cast.amara, "2026-04-30", "2026-05-04")
    a_wait(cast.amara, "2026-04-30", "2026-05-13", runs_from=date(2026, 5, 11))
    put_down(first, cast.chair, on="2026-05-03", cause="health", since="2026-05-03")
    # 1 and 2 May; then 3 May, and 11 and 12 May after the interruption.
    assert days(counted(), "cause") == {UNEXPLAINED: 2, "health": 3}


def test_what_is_red_from_its_first_day_is_lost_from_it(cast: Cast) -> None:
    a_wait(
        cast.amara,
        "2026-05-09",
        "2026-05-12",
        started_on=date(2026, 5, 10),
        runs_from=date(2026, 5, 10),
    )
    assert counted().days == 2


def test_days_that_an_authority_does_not_know_of_are_not_counted(cast: Cast) -> None:
    cast.authority.records_live, cast.authority.known_to = False, date(2026, 5, 3)
    cast.authority.save()
    a_wait(cast.amara, "2026-04-30")
    assert counted().days == 3


def test_who_is_behind_a_figure(cast: Cast) -> None:
    wait = a_wait(cast.amara, "2026-04-30", "2026-05-20")
    a_wait(cast.tomas, "2026-05-15", "2026-05-20")
    put_down(wait, cast.chair, on="2026-05-11", cause="health", since="2026-05-11")
    everybody = Child.objects.all()
    assert causes.behind(everybody, YEAR, LATER) == [
        (cast.amara.pk, 19, 10),
        (cast.tomas.pk, 4, 4),
    ]
    health = causes.behind(everybody, YEAR, LATER, cause="health")
    assert health == [(cast.amara.pk, 9, 0)]
    south = causes.behind(everybody, YEAR, LATER, team=str(cast.south_worker.team_id))
    assert south == [(cast.tomas.pk, 4, 4)]
    assert causes.behind(everybody, YEAR, LATER, month=date(2026, 4, 1)) == []


def test_nobody_to_be_seen_is_nothing_lost(cast: Cast) -> None:
    a_wait(cast.amara, "2026-04-30")
    found = causes.ledger(Child.objects.none(), YEAR, LATER)
    assert (found.days, found.share) == (0, "")


def test_small_numbers_are_hidden_from_who_may_see_no_child(cast: Cast) -> None:
    for number in range(8):
        child = timeline.child("care 2024-01-01", authority=cast.authority)
        wait = a_wait(child, "2026-04-30", "2026-05-11")
        if number == 0:
            put_down(wait, cast.chair, on="2026-05-01", cause="health", since="2026-05-01")
    a_wait(cast.amara, "2026-04-30", "2026-05-11", clock=PARENTS)
    hidden = causes.without_small_numbers(counted())
    assert hidden.days == 90
    # One child is behind health; the rest of the whole would tell it, so that is hidden as well.
    assert {line.words: line.days for line in hidden.tables[0].lines} == {
        "Unexplained": None,
        "Health": None,
    }
    assert (hidden.unexplained, hidden.share, hidden.children) == (None, "", None)
    assert {line.days for line in hidden.tables[2].lines} == {None}
    assert {line.days for table in hidden.tables[1:2] for line in table.lines} == {None}
    may = next(line for line in hidden.tables[3].lines if line.words == "May 2026")
    assert may.days == 90


def test_a_whole_of_few_children_is_hidden_whole(cast: Cast) -> None:
    a_wait(cast.amara, "2026-04-30", "2026-05-11")
    hidden = causes.without_small_numbers(counted())
    assert hidden.days is None
    assert {line.days for table in hidden.tables for line in table.lines} == {None}


def test_the_database_lets_no_two_causes_share_a_day(cast: Cast) -> None:
    wait = a_wait(cast.amara, "2026-04-30")
    put_down(wait, cast.chair, on="2026-05-11", cause="health", since="2026-05-11")
    said = DelayCause.objects.get()
    with pytest.raises(IntegrityError, match="delay_cause_one_at_a_time"):
        DelayCause.objects.create(
            child=said.child,
            answer=said.answer,
            clock=said.clock,
            subject=said.subject,
            started_on=said.started_on,
            cause="family",
            starts_on=date(2026, 6, 1),
        )


# In the pack of a board

MAY = date(2026, 5, 31)


def test_a_board_reads_what_a_hundred_days_are_put_down_to(cast: Cast) -> None:
    """Eight children lose 200 days each; of six of them 50 wait for the court: 300 of 1,600."""
    for number in range(8):
        child = timeline.child("care 2024-01-01", authority=cast.authority)
        wait = a_wait(child, "2025-11-12", "2026-06-01")
        if number < 6:
            put_down(wait, cast.chair, on="2026-05-31", cause="court-listing", since="2026-04-12")
    sheet = why_children_wait(cast.authority, MAY)
    assert sheet.finding == (
        "Of every 100 days past a limit from 1 June 2025 to 31 May 2026, 81 are unexplained."
    )
    assert sheet.facts == (("Days past a limit", "about 1,600"),)
    causes_of, waits = sheet.grids
    assert causes_of.rows == (("Unexplained", "81"), ("A date at court", "19"))
    assert waits.rows == (("Placement order to match", "all"),)


def test_it_hides_what_few_children_are_behind_and_what_would_tell_it(cast: Cast) -> None:
    for number in range(8):
        child = timeline.child("care 2024-01-01", authority=cast.authority)
        wait = a_wait(child, "2026-04-30", "2026-05-11")
        if number == 0:
            put_down(wait, cast.chair, on="2026-05-01", cause="health", since="2026-05-01")
    sheet = why_children_wait(cast.authority, MAY)
    assert sheet.finding.endswith("some are unexplained.")
    assert sheet.grids[0].rows == (("Health", "hidden"), ("Unexplained", "hidden"))


def test_of_few_children_and_of_none_it_says_so(cast: Cast) -> None:
    since = "From 1 June 2025 to 31 May 2026"
    assert why_children_wait(cast.authority, MAY).finding == (
        f"{since} no wait was past its limit."
    )
    a_wait(cast.amara, "2026-04-30", "2026-05-11")
    sheet = why_children_wait(cast.authority, MAY)
    assert sheet.finding == f"{since} too few children waited past a limit to tell why."
    assert not sheet.grids and not sheet.facts
