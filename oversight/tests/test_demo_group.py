"""The demo authority has a group that has met for half a year, and a meeting to be tried today."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from casetrack.actions import people
from casetrack.actions.people import NewAllocation, NewWorker
from casetrack.models import Authority, User
from casetrack.recording import recording
from oversight.clocks.engine import refresh
from permanence.models import (
    AgendaUpdate,
    AgreedAction,
    Decision,
    Finding,
    Meeting,
    MeetingSeries,
    MeetingStage,
    Minutes,
    Presence,
)
from tests.timeline import an_authority, child

TODAY = date(2026, 11, 23)
CAME, BEGAN = date(2024, 1, 1), date(2025, 1, 1)
LEADING = ("chair", "service-manager", "secretary", "manager")
WAITING = "care 2024-01-01; status E1 2025-01-01; home U4 2024-01-01; decision 2024-12-01"
WITH_PARENTS = "care 2024-01-01; status C2 2024-06-01; home P1 2024-07-01"
FOSTERED = "care 2024-01-01; status C2 2024-06-01; home U4 2024-01-01"


def run(code: str = "TEST") -> None:
    call_command("demo_group", authority=code, today=TODAY, stdout=StringIO())


def try_one(**options: Any) -> str:
    out = StringIO()
    call_command("demo_meeting", authority="TEST", today=TODAY, stdout=out, **options)
    return out.getvalue()


def somebody(authority: Authority, role: str) -> User:
    user = people.start_sign_in(
        username=role, first_name="Jo", last_name="Hill", email="", password="x", by=None
    )
    people.assign_role(user=user, authority=authority, role=role, on=BEGAN, by=None)
    return user


def gathered() -> Authority:
    """Eighteen children of three stories, all with one social worker, who signs in."""
    made = [child(story) for story in (WAITING, WITH_PARENTS, FOSTERED) for _ in range(6)]
    authority = an_authority()
    workers = [NewWorker("W1", "Robin Marsh")]
    worker = people.record_workers(authority=authority, workers=workers, by=None)["W1"]
    people.link_sign_in(worker=worker, user=somebody(authority, "social-worker"), by=None)
    whose = [NewAllocation(each.pk, worker.pk, "social-worker", CAME) for each in made]
    people.allocate_all(authority=authority, allocations=whose, by=None)
    refresh([each.pk for each in made])
    return authority


@pytest.fixture(scope="module")
def once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Authority]:
    """One group for all tests here, taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        authority = gathered()
        for role in (*LEADING, "fostering", "legal"):
            somebody(authority, role)
        run()
        yield authority
        transaction.set_rollback(True)
    connection.close()


@pytest.fixture
def met(once: Authority, db: None) -> Authority:
    return once


def test_it_has_met_for_half_a_year_and_meets_again_in_two_to_three_weeks(met: Authority) -> None:
    found = list(Meeting.objects.order_by("held_on"))
    stages = [meeting.stage for meeting in found]
    ahead = [MeetingStage.AHEAD] * 4
    locked = [MeetingStage.LOCKED] * 4
    assert stages == [*locked, MeetingStage.APPROVED, MeetingStage.DRAFT, *ahead]
    assert 14 <= (found[6].held_on - TODAY).days <= 20
    assert {meeting.held_on.strftime("%A") for meeting in found} == {"Wednesday"}
    for meeting in found[:6]:
        assert meeting.opened_at is not None and meeting.opened_at.date() == meeting.held_on


def test_members_sit_for_their_services_and_are_not_always_there(met: Authority) -> None:
    series = MeetingSeries.objects.get()
    assert {member.seat for member in series.members.exclude(user=None)} == {
        "care",
        "fostering",
        "legal",
    }
    there = Counter(Meeting.objects.order_by("held_on")[0].attendance.values_list("presence"))
    assert there[Presence.THERE,] >= series.quorum
    assert there[Presence.APOLOGIES,] == there[Presence.MISSING,] == 1


def test_its_decisions_are_of_many_kinds_and_some_are_late(met: Authority) -> None:
    kinds = Counter(Decision.objects.values_list("kind", flat=True))
    assert len(kinds) >= 6
    assert kinds["carry"] >= 2
    actions = AgreedAction.objects.filter(decision__isnull=False)
    done = actions.exclude(done_on=None)
    assert done.exists() and not done.filter(evidence="").exists()
    assert actions.filter(done_on=None, due_on__lt=TODAY).exists()
    assert not done.filter(done_on__gt=TODAY).exists()
    assert Finding.objects.filter(answered="not", recheck_on__isnull=False).exists()
    assert Minutes.objects.count() == 4


def test_the_chair_decided_between_two_meetings(met: Authority) -> None:
    """It stands in the minutes of the next once these are approved, which those are not yet."""
    between = Decision.objects.get(item=None)
    assert between.meeting is None
    assert between.decided_by.username == "chair"


def test_the_next_is_prepared_and_some_updates_have_come(met: Authority) -> None:
    following = Meeting.objects.filter(held_on__gt=TODAY).order_by("held_on")[0]
    asked = AgendaUpdate.objects.filter(item__meeting=following, asked_at__isnull=False)
    assert asked.count() == following.items.count() > 3
    sent = asked.exclude(sent_at=None)
    assert {update.sent_by.username for update in sent} == {"social-worker"}
    assert 0 < sent.count() < asked.count()


def test_it_is_made_once(met: Authority) -> None:
    before = told()
    run()
    assert told() == before


def told() -> list[Any]:
    return list(Decision.objects.order_by("pk").values_list("child", "kind", "text", "due_on"))


@pytest.mark.parametrize("missing", LEADING)
def test_where_somebody_is_missing_who_leads_it_there_is_none(db: None, missing: str) -> None:
    authority = Authority.objects.create(code="BARE", name="Bareshire")
    for role in set(LEADING) - {missing}:
        somebody(authority, role)
    run("BARE")
    assert not MeetingSeries.objects.filter(authority=authority).exists()


def test_it_says_when_there_is_no_such_authority(db: None) -> None:
    with pytest.raises(CommandError, match="no authority"):
        call_command("demo_group", authority="NONE", today=TODAY)


# A meeting today


def made_up(authority: Authority) -> None:
    with recording("demo.made", by=None, authority=authority.code, authority_id=authority.pk):
        pass


def test_a_meeting_is_dated_today_with_so_many_children(met: Authority) -> None:
    made_up(met)
    assert "5 children" in try_one(children=5)
    meeting = Meeting.objects.get(held_on=TODAY)
    assert meeting.items.count() == 5
    assert str(meeting.uuid) in try_one(children=10)
    assert meeting.items.count() == 5


def test_no_real_group_is_given_a_meeting(met: Authority) -> None:
    with pytest.raises(CommandError, match="no demo authority"):
        try_one()
    assert not Meeting.objects.filter(held_on=TODAY).exists()


def test_none_is_made_up_in_production(met: Authority, settings: Any) -> None:
    made_up(met)
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="production"):
        try_one()
    assert not Meeting.objects.filter(held_on=TODAY).exists()
