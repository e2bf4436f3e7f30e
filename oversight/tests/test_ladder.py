"""What nobody did in time, or what is raised again, goes up a level: by day, by whom, once."""

from datetime import date, timedelta
from typing import Any

import pytest

from adoption.actions import sealing
from casetrack.audit import AuditEvent
from casetrack.models import CalendarDay, CarePeriod, Child, CourtOrder, RoleAssignment, Team, User
from oversight.actions.jobs import JOBS, run
from oversight.models import JobRun
from permanence.actions import agreed_actions, escalations, held
from permanence.actions.escalations import climb, level_of, raised_again, running
from permanence.models import (
    AgreedAction,
    Decision,
    Escalation,
    EscalationNotice,
    Level,
    LifeStory,
    Meeting,
    MeetingSeries,
)
from tests.cast import DAY, Cast, a_user
from tests.sittings import ahead, decided, group, sitting

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 18)
"""A Friday. 25 and 28 December and 1 January are bank holidays after it."""
FIRST_LATE = {
    Level.TEAM: date(2026, 12, 24),
    Level.SERVICE: date(2026, 12, 30),
    Level.CHAIR: date(2027, 1, 7),
    Level.DIRECTOR: date(2027, 1, 21),
}
"""The day after the third, fifth, tenth and twentieth working day, worked out by hand."""


@pytest.fixture
def action(cast: Cast) -> AgreedAction:
    """Agreed by a group for Amara, of team North, due on the Friday before Christmas."""
    return agreed(cast, cast.amara)


def agreed(cast: Cast, child: Child, due_on: date = DUE, **changes: Any) -> AgreedAction:
    series = MeetingSeries.objects.first() or group(cast, **changes)
    meeting = sitting(cast, child, series=series, on=DAY + timedelta(days=series.meetings.count()))
    decision = decided(cast, meeting, child, "action", owner=cast.north_worker, due_on=due_on)
    held.close_meeting(meeting=meeting, on=meeting.held_on, by=cast.chair)
    found: AgreedAction = AgreedAction.objects.get(decision=decision)
    return found


def levels(day: date) -> list[tuple[int, date]]:
    climb(on=day, by=None)
    found = Escalation.objects.filter(action__isnull=False).order_by("level")
    return list(found.values_list("level", "escalated_on"))


def told(level: int) -> set[str]:
    notices = EscalationNotice.objects.filter(escalation__level=level)
    return set(notices.values_list("user__username", flat=True))


# By which day


@pytest.mark.parametrize("level", FIRST_LATE)
def test_it_goes_up_after_the_working_days_of_its_level(cast: Cast, level: Level) -> None:
    holidays, series = CalendarDay.objects.holidays(), group(cast)
    first = FIRST_LATE[level]
    assert level_of(series, DUE, first, holidays) == level
    assert level_of(series, DUE, first - timedelta(days=1), holidays) == level - 1


def test_a_group_has_days_of_its_own(cast: Cast) -> None:
    series = group(cast, team_after=0, service_after=1, chair_after=2, director_after=3)
    holidays = CalendarDay.objects.holidays()
    monday = date(2026, 12, 21)
    reached = [level_of(series, DUE, DUE + timedelta(days=days), holidays) for days in range(7)]
    assert reached == [
        *(Level.OWNER, Level.TEAM, Level.TEAM, Level.TEAM),
        *(Level.SERVICE, Level.CHAIR, Level.DIRECTOR),
    ]
    assert level_of(series, DUE, monday, holidays) == Level.TEAM


def test_it_climbs_night_by_night(action: AgreedAction) -> None:
    day, expected = DUE, list(FIRST_LATE.items())
    while day < date(2027, 2, 1):
        reached = [pair for pair in expected if pair[1] <= day]
        assert levels(day) == reached, day
        day += timedelta(days=1)


def test_once_a_level_however_often_it_is_done(action: AgreedAction) -> None:
    day = FIRST_LATE[Level.TEAM]
    assert (climb(on=day, by=None), climb(on=day, by=None)) == (1, 0)
    assert EscalationNotice.objects.count() == len(told(Level.TEAM))
    assert AuditEvent.objects.filter(what="actions.escalated").count() == 2


def test_what_is_done_or_no_group_agreed_stays_below(cast: Cast, action: AgreedAction) -> None:
    agreed_actions.agree(
        owners={cast.tomas: cast.south_worker}, text="Ring.", due_on=DAY, on=DAY, by=cast.manager
    )
    agreed_actions.done(action=action, on=DUE + timedelta(days=2), by=cast.manager)
    assert levels(FIRST_LATE[Level.DIRECTOR]) == []


def test_what_went_up_does_not_come_down(action: AgreedAction) -> None:
    """Where the group gives more days afterwards, it waits until it is later than it was."""
    assert [level for level, _ in levels(FIRST_LATE[Level.SERVICE])] == [Level.SERVICE]
    MeetingSeries.objects.update(team_after=4, service_after=9, chair_after=10)
    assert [level for level, _ in levels(FIRST_LATE[Level.SERVICE])] == [Level.SERVICE]
    reached = [level for level, _ in levels(FIRST_LATE[Level.CHAIR])]
    assert reached == [Level.SERVICE, Level.CHAIR]


def test_a_record_that_was_sealed_holds_nobody_else_up(cast: Cast, action: AgreedAction) -> None:
    other = agreed(cast, cast.tomas)
    seal(cast, cast.amara)
    assert climb(on=FIRST_LATE[Level.TEAM], by=None) == 1
    assert Escalation.objects.get(action__isnull=False).action == other


def test_a_meeting_one_of_whose_records_was_sealed_is_closed(cast: Cast) -> None:
    series = group(cast)
    ahead(cast, cast.amara, cast.tomas, on=DAY, series=series)
    meeting = sitting(cast, cast.amara, cast.tomas, on=DAY + timedelta(days=28), series=series)
    seal(cast, cast.amara)
    assert held.close_meeting(meeting=meeting, on=meeting.held_on, by=cast.chair) == 1
    assert Decision.objects.get().child == cast.tomas
    assert Escalation.objects.get().child == cast.tomas


def seal(cast: Cast, child: Child) -> None:
    for name in ("keeper", "second-keeper"):
        a_user(name, cast.authority, "adoption-records")
    CarePeriod.objects.filter(child=child).update(ends_on=DAY)
    CourtOrder.objects.create(child=child, kind="adoption", made_on=DAY)
    for kind in ("book", "letter"):
        LifeStory.objects.create(child=child, kind=kind, done_on=DAY)
    day = DAY + timedelta(days=60)
    left: Any = {"reported_on": day, "staying_in_touch": "", "after": None}
    sealing.seal(child=child, on=day, by=cast.service_manager, **left)


# To whom


def test_to_the_people_of_the_level_and_nobody_elses(cast: Cast, action: AgreedAction) -> None:
    south = Team.objects.get(name="South")
    a_user("south-manager", cast.authority, "manager", south)
    a_user("head", cast.authority, "manager")
    a_user("director", cast.authority, "director")
    for role in ("manager", "service-manager", "director", "chair"):
        a_user(f"{role}-elsewhere", cast.elsewhere, role)
    gone = a_user("gone", cast.authority, "service-manager")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    former = a_user("former", cast.authority, "service-manager")
    RoleAssignment.objects.filter(user=former).update(ends_on=DAY)
    for day in FIRST_LATE.values():
        climb(on=day, by=None)
    assert told(Level.TEAM) == {"manager", "head"}
    assert told(Level.SERVICE) == {"service-manager"}
    assert told(Level.CHAIR) == {"chair"}
    assert told(Level.DIRECTOR) == {"director"}


def test_to_the_manager_of_the_team_that_has_the_child_by_then(
    cast: Cast, action: AgreedAction
) -> None:
    south = Team.objects.get(name="South")
    a_user("south-manager", cast.authority, "manager", south)
    cast.amara.allocation_facts.filter(role="social-worker").update(worker=cast.south_worker)
    climb(on=FIRST_LATE[Level.TEAM], by=None)
    assert told(Level.TEAM) == {"south-manager"}


def test_who_holds_a_role_twice_is_told_once(cast: Cast, action: AgreedAction) -> None:
    team = cast.north_worker.team
    RoleAssignment.objects.create(
        user=cast.service_manager,
        authority=cast.authority,
        team=team,
        role="manager",
        starts_on=date(2020, 1, 1),
    )
    a_user("second", cast.authority, "manager", team)
    climb(on=FIRST_LATE[Level.TEAM], by=None)
    assert told(Level.TEAM) == {"manager", "second", "service-manager"}
    assert EscalationNotice.objects.count() == 3


# Raised again


def test_a_reason_at_meeting_after_meeting_goes_up_with_each(cast: Cast) -> None:
    a_user("director", cast.authority, "director")
    series, reached = group(cast), []
    for month in range(5):
        day = DAY + timedelta(days=28 * month)
        meeting = ahead(cast, cast.amara, on=day, series=series)
        raised = raised_again(meeting=meeting, on=day, by=cast.chair)
        assert raised_again(meeting=meeting, on=day, by=cast.chair) == 0, "once a meeting"
        level = Escalation.objects.filter(item__meeting=meeting).values_list("level", flat=True)
        reached.append((raised, list(level)))
    assert reached == [
        (0, []),
        (1, [Level.SERVICE]),
        (1, [Level.CHAIR]),
        (1, [Level.DIRECTOR]),
        (1, [Level.DIRECTOR]),
    ]
    assert told(Level.SERVICE) == {"service-manager"}
    assert told(Level.CHAIR) == {"chair"}
    assert told(Level.DIRECTOR) == {"director"}


@pytest.mark.parametrize(
    ("because", "meetings"),
    [
        ([["a"], ["a"], ["a"]], 3),
        ([["a", "b"], ["b"], ["b", "c"]], 3),
        ([["a"], ["a", "b"], ["b"]], 2),
        ([["a"], ["b"], ["a"]], 1),
        ([["a"], [], ["a"]], 1),
        ([["a"], ["a"], []], 1),
        ([["a"], None, ["a"]], 1),
    ],
)
def test_how_many_meetings_running(
    cast: Cast, because: list[list[str] | None], meetings: int
) -> None:
    """None where the meeting was put off; without a reason of the rules, somebody put her on."""
    series = group(cast)
    items = []
    for month, codes in enumerate(because):
        meeting = ahead(cast, cast.amara, on=DAY + timedelta(days=28 * month), series=series)
        if codes is None:
            meeting.items.all().delete()
        else:
            meeting.items.update(because=codes)
            items = list(meeting.items.select_related("meeting"))
    assert running(items) == {items[0].pk: meetings}


def test_a_meeting_that_was_put_off_breaks_no_row(cast: Cast) -> None:
    series = group(cast)
    for month in range(3):
        ahead(cast, cast.amara, on=DAY + timedelta(days=28 * month), series=series)
    middle, last = list(series.meetings.all())[1:]
    Meeting.objects.filter(pk=middle.pk).update(put_off_because="Snow")
    middle.items.update(because=["other"])
    (item,) = last.items.select_related("meeting")
    assert running([item]) == {item.pk: 2}


# By night


def night(number: int) -> date:
    return FIRST_LATE[Level.TEAM] + timedelta(days=number)


def outcome() -> list[tuple[Any, ...]]:
    """All that went up and whom it tells."""
    notices = EscalationNotice.objects.order_by("escalation__level", "user")
    return list(
        notices.values_list("escalation__level", "escalation__escalated_on", "user", "told_on")
    )


def test_nights_that_were_missed_come_to_the_same(cast: Cast, action: AgreedAction) -> None:
    run("raise-late-actions", night=night(-1))
    for number in range(15):
        assert run("raise-late-actions", night=night(number))
    nightly = outcome()
    assert len(nightly) == 3, "the team manager, the service manager and the chair"
    Escalation.objects.all().delete()
    JobRun.objects.filter(for_day__gte=night(0)).delete()
    run("raise-late-actions", night=night(14))
    assert outcome() == nightly
    run("raise-late-actions", night=night(14))
    assert outcome() == nightly


def test_killed_halfway_it_is_done_again(
    cast: Cast, action: AgreedAction, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:

        def die(*args: Any) -> None:
            raise SystemExit

        patched.setattr(escalations, "_people", die)
        with pytest.raises(SystemExit):
            run("raise-late-actions", night=night(0))
    assert not Escalation.objects.exists(), "all of a night or nothing"
    assert run("raise-late-actions", night=night(0))
    assert len(outcome()) == 1
    assert JobRun.objects.filter(job="raise-late-actions").count() == 2


def test_the_job_says_what_it_does() -> None:
    assert JOBS["raise-late-actions"].each_night
