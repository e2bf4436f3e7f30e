"""Which children the rules put before a meeting: from the facts, worked out by hand."""

from datetime import date, time
from typing import Any

import pytest

from casetrack.models import Child, CourtOrder
from oversight.clocks.engine import refresh
from oversight.clocks.registry import CLOCKS
from oversight.meetings import agenda
from oversight.meetings.agenda import candidates, fitting, last_time, next_time, reason_words
from oversight.tests.pathways import justified
from permanence.actions.agendas import put_on
from permanence.models import Meeting, MeetingSeries, Part
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
