"""Unusual looks: which are, which are not, and the guardian's page and mail about them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casetrack import oddities as finding
from casetrack import tasks
from casetrack.access import visibility
from casetrack.actions import oddities as mailing
from casetrack.models import Allocation, AuditEvent, Child, RoleAssignment, User, Worker
from casetrack.oddities import oddities, week_before
from tests import timeline
from tests.cast import LONG_AGO, Cast, signed_in

WEEK_END = date(2026, 6, 8)
NOON = "2026-06-03T11:00"


@pytest.fixture
def guardian(cast: Cast) -> User:
    cast.guardian.email = "guardian@castle.example"
    cast.guardian.save()
    return cast.guardian


def opened(user: User, *children: Any, at: str = NOON, **fields: Any) -> AuditEvent:
    """A look at the record of the first child; the others are brothers and sisters."""
    return AuditEvent.objects.create(
        at=datetime.fromisoformat(at).replace(tzinfo=UTC),
        kind=fields.pop("kind", "read"),
        what=fields.pop("what", "child"),
        username=user.username,
        user_id=user.pk,
        children=sorted(child.pk for child in children),
        details=fields.pop("details", {"record": children[0].pk}),
        **fields,
    )


def found(cast: Cast) -> dict[str, finding.Found]:
    since, until = week_before(WEEK_END)
    all_kinds = oddities(authorities=[cast.authority.pk], since=since, until=until)
    return {each.oddity.code: each for each in all_kinds}


def counts(cast: Cast) -> dict[str, int]:
    return {code: each.count for code, each in found(cast).items() if each.count}


def works_with(user: User, child: Any, until: date | None, role: str = "social-worker") -> None:
    worker = Worker.objects.create(
        authority=child.authority, reference=f"W{user.pk}", name=user.username, user=user
    )
    Allocation.objects.filter(child=child, role=role).delete()
    Allocation.objects.create(
        child=child, worker=worker, role=role, starts_on=date(2024, 1, 1), ends_on=until
    )


def test_of_a_sealed_record_nobody_is_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(cast.chair, cast.amara, at="2026-06-03T23:30")
    opened(cast.chair, cast.tomas, at="2026-06-03T23:40")
    assert counts(cast)["night"] == 2
    gone = Child.objects.filter(pk=cast.tomas.pk).values("pk")
    monkeypatch.setattr(visibility, "_sealed", [lambda today: gone])
    assert counts(cast)["night"] == 1


def test_who_reaches_every_child_and_works_with_none(cast: Cast) -> None:
    opened(cast.chair, cast.amara, cast.tomas, allowed_by=["chair"])
    row = found(cast)["unrelated"].rows[0]
    assert (row.reference, row.who, row.why) == (
        "A1",
        "chair",
        "Chair of the Permanence Monitoring Group",
    )
    assert counts(cast) == {"unrelated": 1}


def test_of_brothers_and_sisters_the_one_whose_record_it_was(cast: Cast) -> None:
    opened(cast.chair, cast.tomas, cast.amara)
    assert [row.reference for row in found(cast)["unrelated"].rows] == ["A2"]


@pytest.mark.parametrize("who", ["manager", "iro", "social_worker"])
def test_whose_team_or_self_works_with_the_child_is_usual(cast: Cast, who: str) -> None:
    opened(getattr(cast, who), cast.amara)
    assert counts(cast) == {}


def test_a_manager_of_no_team_is_as_anybody_who_reaches_all(cast: Cast) -> None:
    RoleAssignment.objects.filter(user=cast.manager).update(team=None)
    opened(cast.manager, cast.amara)
    assert counts(cast) == {"unrelated": 1}


@pytest.mark.parametrize(
    ("ended", "usual"),
    [(None, True), (date(2025, 6, 4), True), (date(2025, 6, 3), False)],
)
def test_for_twelve_months_it_is_part_of_the_work(
    cast: Cast, ended: date | None, usual: bool
) -> None:
    works_with(cast.chair, cast.amara, ended)
    opened(cast.chair, cast.amara)
    assert counts(cast) == ({} if usual else {"unrelated": 1})


def test_a_role_that_was_not_held_on_the_day_does_not_count(cast: Cast) -> None:
    RoleAssignment.objects.filter(user=cast.chair).update(starts_on=date(2026, 6, 4))
    opened(cast.chair, cast.amara)
    assert counts(cast) == {}


@pytest.mark.parametrize("what", ["tracker", "tracker.export", "api.flags", "child.looked"])
def test_to_see_in_a_list_is_not_to_open(cast: Cast, what: str) -> None:
    opened(cast.chair, cast.amara, what=what, details={}, at="2026-06-03T23:00")
    assert counts(cast) == {}


def test_the_same_surname(cast: Cast) -> None:
    User.objects.filter(pk=cast.social_worker.pk).update(last_name=" BELLO ")
    opened(cast.social_worker, cast.amara)
    assert counts(cast) == {"same-surname": 1}


def test_a_child_without_a_name_is_nobodys_namesake(cast: Cast) -> None:
    child = timeline.child("care 2025-01-01", authority=cast.authority)
    opened(cast.iro, child)
    assert (cast.iro.last_name, child.last_name, counts(cast)) == ("", "", {})


@pytest.mark.parametrize(
    ("at", "odd"),
    [
        ("2026-06-03T20:59", False),  # an hour more in London
        ("2026-06-03T21:00", True),
        ("2026-06-04T04:59", True),
        ("2026-06-04T05:00", False),
    ],
)
def test_at_night_by_londons_clocks(cast: Cast, at: str, odd: bool) -> None:
    opened(cast.iro, cast.amara, at=at)
    assert counts(cast) == ({"night": 1} if odd else {})


def test_an_export_at_night(cast: Cast) -> None:
    night = {"at": "2026-06-03T23:00", "kind": "export", "what": "tracker.export", "details": {}}
    opened(cast.iro, cast.amara, cast.tomas, **night)
    opened(cast.stranger, cast.noor, **night)
    row = found(cast)["night"]
    assert (row.count, row.rows[0].reference, row.rows[0].child_uuid) == (1, "", None)


@pytest.mark.parametrize(("records", "odd"), [(finding.MANY, False), (finding.MANY + 1, True)])
def test_many_different_records_within_an_hour(cast: Cast, records: int, odd: bool) -> None:
    start = datetime(2026, 6, 3, 11, 1, tzinfo=UTC)
    for number in range(records):
        child = timeline.child("", authority=cast.authority)
        at = (start + timedelta(seconds=number)).isoformat()[:19]
        for _ in range(2):
            opened(cast.social_worker, child, at=at)
    many = found(cast)["many"]
    assert many.count == (1 if odd else 0)
    assert [row.number for row in many.rows] == ([records] if odd else [])


def test_many_over_a_day_are_usual(cast: Cast) -> None:
    start = datetime(2026, 6, 3, 8, 0, tzinfo=UTC)
    for number in range(40):
        child = timeline.child("", authority=cast.authority)
        at = (start + timedelta(minutes=3 * number)).isoformat()[:19]
        opened(cast.social_worker, child, at=at)
    assert counts(cast) == {}


def test_only_the_week_and_only_the_authority(cast: Cast) -> None:
    for at in ("2026-05-31T22:59:59", "2026-06-07T23:00"):
        opened(cast.chair, cast.amara, at=at)
    opened(cast.stranger, cast.noor)
    assert counts(cast) == {}
    opened(cast.chair, cast.amara, at="2026-05-31T23:00")
    assert counts(cast) == {"unrelated": 1, "night": 1}


def test_all_are_counted_and_the_newest_listed(cast: Cast, monkeypatch: Any) -> None:
    monkeypatch.setattr(finding, "MOST_ROWS", 2)
    for minute in range(4):
        opened(cast.chair, cast.amara, at=f"2026-06-03T11:0{minute}")
    unrelated = found(cast)["unrelated"]
    assert unrelated.count == 4
    assert [row.at.minute for row in unrelated.rows] == [3, 2]


# The page


def page(user: User, query: str = "?until=2026-06-08") -> str:
    answer = signed_in(user).get(f"/audit/oddities/{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_lists_by_kind_and_by_reference(cast: Cast, guardian: User) -> None:
    opened(cast.chair, cast.amara, at="2026-06-03T23:00", allowed_by=["chair"])
    shown = page(guardian)
    assert "2 unusual looks at records, 1 June to 7 June 2026" in shown
    assert "Opened without working with the child: 1" in shown and "At night: 1" in shown
    assert f"/children/{cast.amara.uuid}/looked/" in shown and ">A1<" in shown
    assert "Amara" not in shown and "Bello" not in shown
    event = AuditEvent.objects.get(what="oddities")
    assert event.children == [cast.amara.pk]


def test_the_page_of_this_week_has_today(cast: Cast, guardian: User) -> None:
    signed_in(cast.chair).get(f"/children/{cast.amara.uuid}/")
    for query in ("", "?until=nonsense", "?until=9999-12-31"):
        shown = page(guardian, query)
        expected = 0 if "9999" in query else 1
        assert f"Opened without working with the child: {expected}" in shown


def test_as_many_questions_for_many_looks(cast: Cast, guardian: User) -> None:
    asked = []
    for _ in range(2):
        for minute in range(10):
            opened(cast.chair, cast.amara, at=f"2026-06-03T11:0{minute}")
        with CaptureQueriesContext(connection) as queries:
            page(guardian)
        asked.append(len(queries))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("who", ["manager", "chair", "iro", "data_officer", "board_member"])
def test_nobody_but_the_guardian(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get("/audit/oddities/").status_code == 403


# The mail


def test_one_mail_a_guardian_a_week_with_numbers_alone(cast: Cast, guardian: User) -> None:
    wednesday = date.today()
    monday = wednesday - timedelta(days=wednesday.weekday())
    last_week = (monday - timedelta(days=3)).isoformat()
    opened(cast.chair, cast.amara, at=f"{last_week}T11:00")
    assert mailing.send(on=wednesday, by=None) == 1
    tasks.send_oddities.delay(wednesday.isoformat())
    assert len(mail.outbox) == 1
    sent = mail.outbox[0]
    assert (sent.to, sent.subject) == (
        ["guardian@castle.example"],
        "Casetrack: 1 unusual look at records last week",
    )
    assert "Opened without working with the child: 1" in sent.body
    assert f"/audit/oddities/?until={monday.isoformat()}" in sent.body
    for word in ("Amara", "Bello", "A1", "chair", str(cast.amara.uuid)):
        assert word not in sent.body + sent.subject
    assert AuditEvent.objects.get(what="oddities.sent").details == {
        "week": monday.isoformat(),
        "to": guardian.pk,
    }


def test_a_mail_that_fails_stops_nobody_elses_and_is_sent_the_next_time(
    cast: Cast, guardian: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = User.objects.create_user("other", email="other@castle.example")
    RoleAssignment.objects.create(
        user=other, authority=cast.authority, role="guardian", starts_on=LONG_AGO
    )
    whole = mailing._mail

    def fail_for_one(person: User, *rest: Any) -> Any:
        if person == guardian:
            raise OSError
        return whole(person, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(mailing, "_mail", fail_for_one)
        assert mailing.send(on=date.today(), by=None) == 1
    assert mailing.send(on=date.today(), by=None) == 1
    assert [sent.to for sent in mail.outbox] == [
        ["other@castle.example"],
        ["guardian@castle.example"],
    ]
