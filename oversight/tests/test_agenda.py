"""Which children the rules put before a meeting: from the facts, worked out by hand."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from casetrack.models import Child, CourtOrder
from oversight.clocks.engine import refresh
from oversight.clocks.registry import CLOCKS
from oversight.meetings import agenda
from oversight.meetings.agenda import (
    AGAIN,
    CARRIED,
    again_words,
    candidates,
    fitting,
    last_time,
    next_time,
    reason_words,
)
from oversight.meetings.child_page import pages
from oversight.meetings.page import lines
from oversight.tests.pathways import justified
from permanence.actions.agendas import put_on
from permanence.actions.held import NO_TIME
from permanence.models import Answered, Decision, Finding, Meeting, MeetingSeries, Part, Question
from placements.models import CarerApproval, Placement
from tests import timeline
from tests.cast import DAY, WAITING, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """On 10 June 2026, five weeks after the last on 6 May and a month before the next."""
    series = MeetingSeries.objects.create(
        authority=cast.authority,
        name="The group",
        place="Room 2",
        starts_at=time(9, 30),
        chair=cast.chair,
        starts_on=date(2026, 1, 1),
    )
    for day in (date(2026, 5, 6), date(2026, 6, 10), date(2026, 7, 8)):
        series.meetings.create(held_on=day)
    return series.meetings.get(held_on="2026-06-10")


def a_child(cast: Cast, history: str) -> Child:
    child = timeline.child(history, authority=cast.authority)
    refresh([child.pk])
    return child


def found(meeting: Meeting, child: Child, today: date = DAY) -> tuple[str, list[str]]:
    """The part and the reasons of the child, both empty where no rule chooses her."""
    chosen = candidates(meeting, Child.objects.filter(pk=child.pk), today)
    return (chosen[0].choice.part, list(chosen[0].choice.because)) if chosen else ("", [])


QUIET = "born 2015-05-05; care 2026-04-20; status C1 2026-04-20; home U6 2026-04-20"


def test_who_is_only_in_care_is_on_no_agenda(cast: Cast, meeting: Meeting) -> None:
    """Her visits, health and reviews are the tracker's, late or not."""
    assert found(meeting, a_child(cast, QUIET)) == ("", [])


@pytest.mark.parametrize(
    ("made", "is_new"),
    [("2026-05-05", False), ("2026-05-06", True), ("2026-06-01", True), ("2026-06-02", False)],
)
def test_a_care_order_since_the_last_meeting_is_new(
    cast: Cast, meeting: Meeting, made: str, is_new: bool
) -> None:
    child = a_child(cast, QUIET)
    CourtOrder.objects.create(child=child, kind="care", made_on=made)
    assert (found(meeting, child) == ("new", ["care-order"])) is is_new


@pytest.mark.parametrize(
    ("held", "chosen"),
    [
        ("mid-point off-track 2026-05-05", False),
        ("mid-point off-track 2026-05-06", True),
        ("mid-point off-track 2026-06-01", True),
        ("mid-point off-track 2026-06-02", False),
        ("mid-point at-risk 2026-05-20", False),
        ("mid-point off-track 2026-05-10; mid-point in-time 2026-05-20", False),
        ("mid-point in-time 2026-05-10; mid-point off-track 2026-05-20", True),
    ],
)
def test_whom_the_officer_judged_off_track_since_is_looked_at_again(
    cast: Cast, meeting: Meeting, held: str, chosen: bool
) -> None:
    child = a_child(cast, f"{QUIET}; {held}")
    assert found(meeting, child) == ((Part.RECHECK, ["off-track"]) if chosen else ("", []))


@pytest.mark.parametrize(("back", "chosen"), [("2026-05-19", True), ("2026-05-20", False)])
def test_the_group_may_have_known_of_it_when_it_sent_the_child_back(
    cast: Cast, meeting: Meeting, back: str, chosen: bool
) -> None:
    child = a_child(cast, f"{QUIET}; mid-point off-track 2026-05-20")
    decide(cast, before(meeting), child, "back", decided_on=date.fromisoformat(back))
    assert ("off-track" in found(meeting, child)[1]) is chosen


def test_nobody_is_looked_at_for_it_who_left_care(cast: Cast, meeting: Meeting) -> None:
    history = "born 2015-05-05; care 2026-04-20 .. 2026-05-28; mid-point off-track 2026-05-20"
    assert found(meeting, a_child(cast, history)) == ("", [])


def test_that_it_is_off_track_is_said_in_words() -> None:
    assert reason_words(["off-track"]) == ["the reviewing officer judges it off track"]


def test_other_orders_make_nobody_new(cast: Cast, meeting: Meeting) -> None:
    child = a_child(cast, QUIET)
    CourtOrder.objects.create(child=child, kind="supervision", made_on="2026-05-20")
    assert found(meeting, child) == ("", [])


def test_adoption_as_the_plan_is_new_and_as_the_second_is_not(cast: Cast, meeting: Meeting) -> None:
    child = a_child(cast, f"{QUIET}; plan adoption 2026-05-20")
    assert found(meeting, child)[0] == "new"
    assert "adoption-plan" in found(meeting, child)[1]
    other = a_child(cast, f"{QUIET}; contingency adoption 2026-05-20")
    assert "adoption-plan" not in found(meeting, other)[1]


def test_a_move_to_parents_and_an_approval_of_relatives_are_new(
    cast: Cast, meeting: Meeting
) -> None:
    child = a_child(cast, QUIET)
    home = Placement.objects.get(child=child)
    CarerApproval.objects.create(
        child=child,
        home=home.home,
        kind="temporary",
        starts_on="2026-05-20",
        expires_on="2026-09-09",
    )
    assert "connected" in found(meeting, child)[1]
    home.ends_on = date(2026, 5, 25)
    home.save()
    Placement.objects.create(child=child, home=home.home, type="P1", starts_on="2026-05-25")
    assert found(meeting, child)[0] == "new"
    assert "with-parents" in found(meeting, child)[1]


def test_who_left_care_is_not_new(cast: Cast, meeting: Meeting) -> None:
    child = a_child(cast, "born 2015-05-05; care 2026-04-20 .. 2026-05-28")
    CourtOrder.objects.create(child=child, kind="care", made_on="2026-05-20")
    assert found(meeting, child) == ("", [])


def test_who_is_past_a_limit_of_a_pathway_is_late(cast: Cast, meeting: Meeting) -> None:
    part, because = found(meeting, cast.amara)
    assert part == Part.LATE
    assert because[0] == "placement-order-to-match", "the clock that matters most comes first"


def test_a_justified_delay_is_late_all_the_same(cast: Cast, meeting: Meeting) -> None:
    justified(cast.amara, by=cast.chair, asked_by=cast.manager, on=DAY)
    assert found(meeting, cast.amara)[0] == Part.LATE


def test_the_longest_wait_of_the_same_clock_comes_first(cast: Cast, meeting: Meeting) -> None:
    older = a_child(cast, WAITING.replace("2025-10-01", "2025-09-20"))
    order = [each.child for each in candidates(meeting, Child.objects.all(), DAY)]
    assert order.index(older.pk) < order.index(cast.amara.pk)


def test_near_is_a_limit_before_the_next_meeting_with_nothing_booked(
    cast: Cast, meeting: Meeting
) -> None:
    """An order of 5 March passes 121 days on 4 July, four days before the group meets again."""
    history = WAITING.replace("2025-10-01", "2026-03-05").replace("2025-09-15", "2026-03-01")
    child = a_child(cast, f"{history}; link 2026-05-01")
    assert "placement-order-to-match" in found(meeting, child)[1]
    plan = child.permanenceplan_facts.get(rank="primary")
    plan.milestones.create(child=child, code="match", planned_on="2026-07-05")
    assert "placement-order-to-match" in found(meeting, child)[1], "a day too late"
    plan.milestones.update(planned_on="2026-07-04")
    assert "placement-order-to-match" not in found(meeting, child)[1]


def test_a_limit_after_the_next_meeting_is_not_near(cast: Cast, meeting: Meeting) -> None:
    """An order of 10 March passes 121 days on 9 July, the day after."""
    history = WAITING.replace("2025-10-01", "2026-03-10").replace("2025-09-15", "2026-03-01")
    child = a_child(cast, f"{history}; link 2026-05-01")
    assert "placement-order-to-match" not in found(meeting, child)[1]


def test_achieved_since_the_last_meeting(cast: Cast, meeting: Meeting) -> None:
    child = a_child(cast, QUIET)
    plan = child.permanenceplan_facts.create(route="long-term-fostering", starts_on="2026-04-25")
    for achieved_on, said in (("2026-05-05", False), ("2026-05-06", True), ("2026-06-02", False)):
        child.permanenceplan_facts.filter(pk=plan.pk).update(achieved_on=achieved_on)
        assert ("achieved" in found(meeting, child)[1]) is said


def test_a_child_stands_in_the_first_of_her_parts_with_every_reason(
    cast: Cast, meeting: Meeting
) -> None:
    CourtOrder.objects.create(child=cast.amara, kind="care", made_on="2026-05-20")
    part, because = found(meeting, cast.amara)
    assert part == Part.NEW
    assert because[:2] == ["care-order", "placement-order-to-match"]


def test_reasons_that_weigh_the_same_stand_in_the_order_of_the_rules(
    cast: Cast, meeting: Meeting
) -> None:
    child = a_child(cast, f"{QUIET}; plan adoption 2026-05-20")
    CourtOrder.objects.create(child=child, kind="care", made_on="2026-05-20")
    Placement.objects.filter(child=child).update(type="P1", starts_on="2026-05-20")
    assert found(meeting, child)[1][:3] == ["care-order", "adoption-plan", "with-parents"]


def test_what_the_clocks_of_a_part_are_called_is_so(cast: Cast) -> None:
    assert set(agenda.OWN_PART) <= CLOCKS.keys()
    assert set(agenda.OF_PATHWAYS) <= CLOCKS.keys()
    assert reason_words(["care-order", "no-contingency", "gone"]) == [
        "care order made",
        CLOCKS["no-contingency"].title,
        "gone",
    ]


def test_as_many_are_chosen_as_there_is_time_for(cast: Cast, meeting: Meeting) -> None:
    chosen = candidates(meeting, Child.objects.filter(authority=cast.authority), DAY)
    assert {each.child for each in chosen} == {cast.amara.pk, cast.tomas.pk}
    meeting.own_minutes = 9
    assert [each.child for each in fitting(meeting, chosen)] == [chosen[0].child]
    put_on(meeting=meeting, choices=[chosen[0].choice], by=cast.chair, chosen=False)
    assert fitting(meeting, chosen) == []
    meeting.own_minutes = 10
    assert [each.child for each in fitting(meeting, chosen)] == [chosen[1].child]


@pytest.mark.parametrize(
    ("put_off", "expected"),
    [((), (date(2026, 5, 6), date(2026, 7, 8))), ((5, 7), (date(2026, 5, 10), date(2026, 7, 11)))],
)
def test_the_meetings_beside_it_are_those_that_take_place(
    meeting: Meeting, put_off: tuple[int, ...], expected: Any
) -> None:
    meeting.series.meetings.filter(held_on__month__in=put_off).update(put_off_because="Snow")
    assert (last_time(meeting), next_time(meeting)) == expected


# What the group decided and found before

MAY = date(2026, 5, 6)
MATCH = "placement-order-to-match"


def before(meeting: Meeting, day: date = MAY) -> Meeting:
    return meeting.series.meetings.get(held_on=day)


def stood(meeting: Meeting, child: Child, *because: str) -> Any:
    place = meeting.items.count() + 1
    return meeting.items.create(
        child=child, part="late", place=place, minutes=5, because=list(because)
    )


def decide(cast: Cast, held: Meeting, child: Child, kind: str, **more: Any) -> Decision:
    return Decision.objects.create(
        child=child,
        series=held.series,
        meeting=held,
        kind=kind,
        text="So it is.",
        **{"decided_on": held.held_on, "reason": "The team sees to it."} | more,
        decided_by=cast.chair,
        recorded_by=cast.chair,
    )


def find(cast: Cast, held: Meeting, child: Child, **more: Any) -> Finding:
    given = {"question": Question.CONTINGENCY, "answered": Answered.PARTLY} | more
    item = held.items.filter(child=child).first() or stood(held, child)
    return Finding.objects.create(
        child=child, item=item, found_on=held.held_on, recorded_by=cast.chair, **given
    )


@pytest.mark.parametrize(
    ("reason", "code"), [(NO_TIME, "carried-no-time"), ("Her worker was ill.", "carried")]
)
def test_who_was_carried_over_stands_first(
    cast: Cast, meeting: Meeting, reason: str, code: str
) -> None:
    child = a_child(cast, QUIET)
    carry = decide(cast, before(meeting), child, "carry", reason=reason)
    assert found(meeting, child) == (Part.CARRIED, [code])
    decide(cast, before(meeting), cast.amara, "carry", reason=reason)
    part, because = found(meeting, cast.amara)
    assert (part, because[:2]) == (Part.CARRIED, [code, MATCH])
    Decision.objects.filter(pk=carry.pk).update(undone_at="2026-05-06T10:00Z", undone_by=cast.chair)
    assert found(meeting, child) == ("", [])


def test_those_carried_over_keep_their_order(cast: Cast, meeting: Meeting) -> None:
    last = before(meeting)
    children = [a_child(cast, QUIET) for _ in range(3)]
    for child in reversed(children):
        decide(cast, last, child, "carry", item=stood(last, child), reason=NO_TIME)
    chosen = candidates(meeting, Child.objects.filter(pk__in=[c.pk for c in children]), DAY)
    assert [each.child for each in chosen] == [child.pk for child in reversed(children)]


def test_only_the_last_meeting_that_took_place_carries_over(cast: Cast, meeting: Meeting) -> None:
    child = a_child(cast, QUIET)
    decide(cast, before(meeting), child, "carry")
    july = before(meeting, date(2026, 7, 8))
    assert found(july, child) == ("", []), "June is the last before July"
    Meeting.objects.filter(pk=meeting.pk).update(put_off_because="Snow")
    assert found(july, child) == (Part.CARRIED, ["carried"])


def test_another_group_carries_nobody_over_to_this_one(cast: Cast, meeting: Meeting) -> None:
    series = MeetingSeries.objects.get()
    series.pk, series.uuid, series.name = None, None, "The other"
    series.uuid = "00000000-0000-0000-0000-000000000001"
    series.save(force_insert=True)
    other = series.meetings.create(held_on=MAY)
    child = a_child(cast, QUIET)
    decide(cast, other, child, "carry")
    find(cast, other, child, recheck_on=DAY)
    decide(cast, other, cast.amara, "back")
    assert found(meeting, child) == ("", [])
    assert found(meeting, cast.amara)[0] == Part.LATE


@pytest.mark.parametrize(
    ("recheck_on", "chosen"),
    [(date(2026, 5, 7), True), (date(2026, 6, 10), True), (date(2026, 6, 11), False)],
)
def test_a_plan_is_looked_at_again_by_its_day(
    cast: Cast, meeting: Meeting, recheck_on: date, chosen: bool
) -> None:
    child = a_child(cast, QUIET)
    find(cast, before(meeting), child, recheck_on=recheck_on)
    expected = (Part.RECHECK, ["again-contingency"]) if chosen else ("", [])
    assert found(meeting, child) == expected


def test_a_plan_that_was_looked_at_again_is_not_until_the_new_day(
    cast: Cast, meeting: Meeting
) -> None:
    child, series = a_child(cast, QUIET), meeting.series
    find(cast, before(meeting), child, recheck_on=date(2026, 5, 20))
    between = series.meetings.create(held_on=date(2026, 5, 20))
    find(cast, between, child, question=Question.DRIFT, recheck_on=date(2026, 9, 1))
    assert found(meeting, child)[1] == ["again-contingency"], "another question"
    again = find(cast, between, child, answered=Answered.WELL)
    assert found(meeting, child) == ("", [])
    Finding.objects.filter(pk=again.pk).update(answered="not", recheck_on=date(2026, 6, 10))
    assert found(meeting, child)[1] == ["again-contingency-lacking"]


def test_nobody_looks_again_at_the_plan_of_who_left_care(cast: Cast, meeting: Meeting) -> None:
    child = a_child(cast, "born 2015-05-05; care 2026-04-20 .. 2026-06-01")
    find(cast, before(meeting), child, recheck_on=date(2026, 5, 20))
    assert found(meeting, child, DAY - timedelta(days=1))[0] == Part.RECHECK
    assert found(meeting, child, DAY) == ("", [])


def test_every_such_reason_has_its_words() -> None:
    assert {f"again-{question}{how}" for question in Question for how in ("", "-lacking")} == {
        *AGAIN
    }
    assert reason_words(["carried-no-time", "again-contingency-lacking", "again-route"]) == [
        "carried over: there was no time",
        "to be looked at again: no contingency plan",
        "to be looked at again: the route",
    ]
    assert "carried" in CARRIED


# Back to the supervision of the team


@pytest.mark.parametrize("late", [-1, 0, 1, 30])
def test_whom_the_group_sent_back_is_chosen_for_what_passes_its_limit_later(
    cast: Cast, meeting: Meeting, late: int
) -> None:
    """Amara's order to match was due on 30 January 2026: a decision `late` days from then."""
    due = date(2026, 1, 30)
    only = Child.objects.filter(pk=cast.amara.pk)
    was = set(candidates(meeting, only, DAY)[0].choice.because)
    decide(cast, before(meeting), cast.amara, "back", decided_on=due + timedelta(days=late))
    still = candidates(meeting, only, DAY)
    codes = set(still[0].choice.because) if still else set()
    assert (MATCH in codes) is (late < 0)
    assert codes <= was


def test_each_wait_is_held_against_the_day_on_its_own(cast: Cast, meeting: Meeting) -> None:
    """On either side of every limit: what stays is what passed its limit after that day."""
    due = {
        row.clock: row.due_on
        for row in agenda.running(DAY).filter(child=cast.amara, clock__in=was(meeting, cast.amara))
    }
    assert len(set(due.values())) > 1, "waits that are past on different days"
    back = decide(cast, before(meeting), cast.amara, "back")
    for day in sorted({day + timedelta(days=off) for day in due.values() for off in (-1, 0, 1)}):
        Decision.objects.filter(pk=back.pk).update(decided_on=day)
        expected = {code for code, due_on in due.items() if due_on > day}
        assert set(was(meeting, cast.amara)) == expected, day


def was(meeting: Meeting, child: Child) -> list[str]:
    return found(meeting, child)[1]


def test_the_newest_time_she_was_sent_back_counts_unless_undone(
    cast: Cast, meeting: Meeting
) -> None:
    decide(cast, before(meeting), cast.amara, "back", decided_on=date(2026, 1, 20))
    assert MATCH in was(meeting, cast.amara)
    newer = decide(cast, before(meeting), cast.amara, "back")
    assert MATCH not in was(meeting, cast.amara)
    Decision.objects.filter(pk=newer.pk).update(undone_at="2026-05-06T10:00Z", undone_by=cast.chair)
    assert MATCH in was(meeting, cast.amara)


def test_who_was_sent_back_is_chosen_for_every_other_reason_and_by_hand(
    cast: Cast, meeting: Meeting
) -> None:
    decide(cast, before(meeting), cast.amara, "back", decided_on=DAY)
    CourtOrder.objects.create(child=cast.amara, kind="care", made_on="2026-05-20")
    find(cast, before(meeting), cast.amara, recheck_on=date(2026, 5, 20))
    part, because = found(meeting, cast.amara)
    assert (part, because[:2]) == (Part.NEW, ["care-order", "again-contingency"])
    chosen = agenda.Choice(cast.amara.pk, Part.ADDED)
    assert put_on(meeting=meeting, choices=[chosen], by=cast.chair, chosen=True) == 1


def test_a_limit_that_comes_near_after_she_was_sent_back_is_near(
    cast: Cast, meeting: Meeting
) -> None:
    """An order of 5 March passes 121 days on 4 July."""
    history = WAITING.replace("2025-10-01", "2026-03-05").replace("2025-09-15", "2026-03-01")
    child = a_child(cast, f"{history}; link 2026-05-01")
    back = decide(cast, before(meeting), child, "back", decided_on=date(2026, 7, 3))
    assert MATCH in was(meeting, child)
    Decision.objects.filter(pk=back.pk).update(decided_on=date(2026, 7, 4))
    assert MATCH not in was(meeting, child)


# How many meetings running


def test_a_reason_that_stood_before_is_counted_on_the_page_and_in_the_pack(
    cast: Cast, meeting: Meeting, django_assert_num_queries: Any
) -> None:
    stood(before(meeting), cast.amara, MATCH)
    stood(meeting, cast.amara, MATCH, "no-contingency")
    stood(meeting, cast.tomas, MATCH)
    reached = Child.objects.filter(authority=cast.authority)
    for shown in (lines(meeting, reached, DAY), pages(meeting, reached, DAY)):
        amara, tomas = (each.reasons for each in shown)
        assert amara[-1] == "for the 2nd meeting running"
        assert not any("running" in reason for reason in tomas)
    with django_assert_num_queries(4):
        lines(meeting, reached, DAY)
    assert (again_words(1), again_words(11)) == ([], ["for the 11th meeting running"])
