"""What became of a group's children since it last met, worked out by hand."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casetrack.audit import AuditEvent
from casetrack.models import CarePeriod, Child, CourtOrder
from oversight.clocks.engine import refresh
from oversight.meetings.since import Became, Change, Since, Standing, since_last
from oversight.views.meetings import counted_in, reached_in
from permanence.models import Decision, Meeting, MeetingSeries, PermanencePlan
from tests import timeline
from tests.cast import WAITING, Cast, a_user, signed_in
from tests.sittings import ahead, group

pytestmark = pytest.mark.django_db
FIRST, LAST, THIS, LATER = (date(2026, month, 4) for month in (4, 5, 6, 7))
QUIET = "born 2015-05-05; care 2026-02-20; status C1 2026-02-20; home U6 2026-02-20"
MATCHED = f"{WAITING}; match 2026-05-20"
LATER_IN_CARE = WAITING.replace("2025-03-01", "2025-03-20")


@pytest.fixture
def series(cast: Cast) -> MeetingSeries:
    return group(cast)


def a_child(cast: Cast, history: str) -> Child:
    child = timeline.child(history, authority=cast.authority)
    refresh([child.pk])
    return child


def of(cast: Cast, meeting: Meeting, today: date = LATER) -> Since:
    asked = (cast.chair, meeting.series)
    reached, counted = reached_in(*asked), counted_in(*asked, "read-minutes")
    shown = since_last(meeting, reached, counted, today)
    assert shown is not None
    return shown


# Better, worse, unchanged


@pytest.mark.parametrize(
    ("then", "now", "became"),
    [
        ([1, 2], [1], Became.BETTER),
        ([1], [1, 2], Became.WORSE),
        ([1, 2], [3], Became.BETTER),
        ([3], [1, 2], Became.WORSE),
        ([], [], Became.UNCHANGED),
        ([1], [1], Became.UNCHANGED),
        ([1, 2], [1, 3], Became.UNCHANGED),
        ([1, 2], [2, 3], Became.BETTER),
        ([2, 3], [1, 2], Became.WORSE),
    ],
)
def test_more_past_a_limit_is_worse_and_then_the_longest_counts(
    then: list[int], now: list[int], became: Became
) -> None:
    def standing(months: list[int]) -> Standing:
        rows: Any = [SimpleNamespace(due_on=date(2026, month, 1), pk=month) for month in months]
        return Standing(tuple(SimpleNamespace(row=row) for row in rows))  # type: ignore[misc]

    child: Any = None
    assert Change(child, standing(then), standing(now), 1).became == became


def test_each_as_at_the_two_meetings(cast: Cast, series: MeetingSeries) -> None:
    """Amara waits on; one was matched on 20 May; one passed 14 months in care on that day."""
    matched, later = a_child(cast, MATCHED), a_child(cast, LATER_IN_CARE)
    ahead(cast, cast.amara, matched, later, on=LAST, series=series)
    shown = of(cast, ahead(cast, cast.amara, on=THIS, series=series))
    found = {each.child: each for each in shown.changes}
    assert {child: each.became for child, each in found.items()} == {
        cast.amara: Became.UNCHANGED,
        matched: Became.BETTER,
        later: Became.WORSE,
    }
    assert (shown.before.held_on, shown.day) == (LAST, THIS)
    amara = found[cast.amara]
    assert (amara.then.words, amara.now.words) == ("3 waits past their limit",) * 2
    assert [each.longest.sentence for each in (amara.then, amara.now) if each.longest] == [
        "No family identified: 141 days over",
        "No family identified: 172 days over",
    ]
    assert [found[matched].now.words, len(found[matched].then.past)] == [
        "1 wait past its limit",
        3,
    ]
    assert (len(found[later].then.past), len(found[later].now.past)) == (2, 3)
    assert [became for became, _ in shown.by_change] == ["worse", "better", "unchanged"]


def test_for_how_many_meetings_the_same_reason(cast: Cast, series: MeetingSeries) -> None:
    for day in (FIRST, LAST):
        ahead(cast, cast.amara, on=day, series=series)
    shown = of(cast, ahead(cast, cast.amara, cast.tomas, on=THIS, series=series))
    assert [(each.child, each.meetings) for each in shown.changes] == [(cast.amara, 3)]


# Who came


@pytest.mark.parametrize(
    ("made", "new"),
    [("2026-05-03", False), ("2026-05-04", True), ("2026-06-03", True), ("2026-06-04", False)],
)
def test_new_from_the_day_of_the_last_meeting_until_the_day_before(
    cast: Cast, series: MeetingSeries, made: str, new: bool
) -> None:
    ahead(cast, cast.amara, on=LAST, series=series)
    child = a_child(cast, QUIET)
    CourtOrder.objects.create(child=child, kind="care", made_on=made)
    shown = of(cast, ahead(cast, on=THIS, series=series))
    expected = [(child, ["care order made"], False)] if new else []
    assert [(each.child, each.why, each.on_agenda) for each in shown.came] == expected


def test_who_stands_on_an_agenda_for_the_first_time_is_new(
    cast: Cast, series: MeetingSeries
) -> None:
    ahead(cast, cast.amara, on=LAST, series=series)
    shown = of(cast, ahead(cast, cast.amara, cast.tomas, on=THIS, series=series))
    (came,) = shown.came
    assert (came.child, came.why) == (cast.tomas, ["Placement order to match"])
    assert came.on_agenda
    again = ahead(cast, cast.tomas, on=LATER, series=series)
    again.items.create(child=a_child(cast, QUIET), part="achieved", place=2, minutes=5)
    assert of(cast, again, date(2026, 8, 1)).came == [], "who leaves is not new"


# Who left


def test_who_left_and_why(cast: Cast, series: MeetingSeries) -> None:
    achieved, ended, back, again = (a_child(cast, WAITING) for _ in range(4))
    last = ahead(cast, achieved, ended, back, again, on=LAST, series=series)
    PermanencePlan.objects.filter(child=achieved, rank="primary").update(achieved_on=LAST)
    CarePeriod.objects.filter(child=ended).update(ends_on=date(2026, 6, 3), end_reason="E4A")
    for child in (back, again):
        Decision.objects.create(
            child=child,
            series=series,
            meeting=last,
            item=last.items.get(child=child),
            kind="back",
            text="To the team",
            reason="Well",
            decided_on=LAST,
            decided_by=cast.chair,
            recorded_by=cast.chair,
        )
    shown = of(cast, ahead(cast, again, on=THIS, series=series))
    assert [(each.child, each.why, each.on) for each in shown.left] == [
        (achieved, "permanence was achieved", LAST),
        (ended, "left care", date(2026, 6, 3)),
        (back, "back to supervision", LAST),
    ]
    assert [each.child for each in shown.changes] == [again], "whom the group looks at again"
    assert shown.unnamed == 0


def test_whatever_happens_on_the_day_of_the_meeting_is_for_the_next(
    cast: Cast, series: MeetingSeries
) -> None:
    ahead(cast, cast.amara, on=LAST, series=series)
    this = ahead(cast, on=THIS, series=series)
    PermanencePlan.objects.filter(child=cast.amara, rank="primary").update(achieved_on=THIS)
    assert of(cast, this).left == []
    assert len(of(cast, ahead(cast, on=LATER, series=series), date(2026, 8, 1)).left) == 1


def test_who_was_adopted_counts_and_is_not_named(cast: Cast, series: MeetingSeries) -> None:
    ahead(cast, cast.amara, cast.tomas, on=LAST, series=series)
    CarePeriod.objects.filter(child=cast.amara).update(ends_on="2026-05-20", end_reason="E11")
    this = ahead(cast, on=THIS, series=series)
    shown = of(cast, this)
    assert (shown.left, shown.unnamed) == ([], 1)
    page = signed_in(cast.chair).get(f"/meetings/{this.uuid}/since/").content.decode()
    assert "0 new, 1 left" in page and "1 not named" in page and "Amara" not in page


# The page


def test_totals_come_first(cast: Cast, series: MeetingSeries) -> None:
    ahead(cast, cast.amara, on=LAST, series=series)
    this = ahead(cast, cast.amara, cast.tomas, on=THIS, series=series)
    page = signed_in(cast.chair).get(f"/meetings/{this.uuid}/since/").content.decode()
    assert "Since 4 May 2026: 1 new, 0 left; 0 worse, 0 better, 1 unchanged" in page
    assert "No family identified: 172 days over" in page and "2 meetings running" in page
    assert page.index("1 unchanged") < page.index("Tomas") < page.index("Amara")
    event = AuditEvent.objects.filter(what="meeting.since").get()
    assert event.children == sorted([cast.amara.pk, cast.tomas.pk])


def test_a_first_meeting_has_nothing_to_compare_with(cast: Cast, series: MeetingSeries) -> None:
    first = ahead(cast, cast.amara, on=LAST, series=series)
    page = signed_in(cast.chair).get(f"/meetings/{first.uuid}/since/").content.decode()
    assert "Nothing to compare with yet" in page and "Amara" not in page


def test_whoever_reads_minutes_sees_it_and_nobody_else(cast: Cast, series: MeetingSeries) -> None:
    ahead(cast, cast.amara, on=LAST, series=series)
    address = f"/meetings/{ahead(cast, on=THIS, series=series).uuid}/since/"
    director = a_user("director", cast.authority, "director")
    for user, answer in (
        (cast.chair, 200),
        (director, 200),
        (cast.service_manager, 200),
        (cast.social_worker, 403),
        (cast.stranger, 404),
    ):
        assert signed_in(user).get(address).status_code == answer
    assert signed_in(cast.chair).post(address).status_code == 405
    assert "The agenda" not in signed_in(director).get(address).content.decode()


def test_an_interest_hides_the_child(cast: Cast, series: MeetingSeries) -> None:
    member = series.members.create(user=cast.chair, seat="care", starts_on=series.starts_on)
    member.interests.create(child=cast.amara, reason="Aunt", starts_on=series.starts_on)
    ahead(cast, cast.amara, cast.tomas, on=LAST, series=series)
    shown = of(cast, ahead(cast, cast.amara, cast.tomas, on=THIS, series=series))
    assert shown.children == {cast.tomas.pk}
    CarePeriod.objects.filter(child=cast.amara).update(ends_on="2026-05-20", end_reason="E11")
    assert of(cast, series.meetings.get(held_on=THIS)).unnamed == 0


def test_more_children_are_no_more_questions(cast: Cast, series: MeetingSeries) -> None:
    ahead(cast, cast.amara, on=LAST, series=series)
    this = ahead(cast, cast.amara, on=THIS, series=series)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            of(cast, this)
        return len(queries)

    of(cast, this)
    before = asked()
    for place, history in enumerate((WAITING, MATCHED, LATER_IN_CARE, WAITING), start=2):
        child = a_child(cast, history)
        for meeting in series.meetings.all():
            meeting.items.create(child=child, part="late", place=place, minutes=5)
    assert asked() == before
