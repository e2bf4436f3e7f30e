"""Locked minutes change by no way at all, are proved by anybody, and go with a sealed record."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from adoption.actions import sealing, unsealing
from casetrack.actions.refusal import Refused
from casetrack.audit import AuditEvent
from casetrack.models import CarePeriod, Child, CourtOrder, RoleAssignment, User
from casetrack.record import registry
from casetrack.record.reading import newest
from casetrack.record.telling import history
from oversight.actions import decisions
from oversight.actions import minutes as oversight_minutes
from oversight.tests.test_minutes import address, locked, page, text_of
from permanence.actions import agendas, held, meetings, minutes
from permanence.actions.decisions import find_of_plan
from permanence.models import (
    AgendaItem,
    Attendance,
    Decision,
    Finding,
    GroupMember,
    LifeStory,
    Meeting,
    MinuteNote,
    MinutePage,
    Minutes,
    Part,
)
from tests.cast import DAY, LONG_AGO, Cast, a_user, signed_in
from tests.sittings import decided, item, sitting, typed

pytestmark = pytest.mark.django_db
DUE = date(2026, 7, 1)
SAYS = "The minutes of that meeting are locked."


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """Locked, with a row in every table of its minutes."""
    found = sitting(cast, cast.amara, cast.tomas)
    decided(cast, found, cast.amara, "action", owner=cast.north_worker, due_on=DUE)
    values = {"answered": "not", "found": "None", "recheck_on": DUE}
    find_of_plan(item=item(found, cast.amara), question="contingency", values=values, by=cast.chair)
    row = found.attendance.first()
    held.step_out(attendance=row, item=item(found, cast.tomas), out=True, by=cast.chair)
    held.welcome(meeting=found, name="T. Guest", by=cast.chair)
    held.close_meeting(meeting=found, on=DAY, by=cast.chair)
    locked(cast, found)
    kept = Minutes.objects.get()
    minutes.note(minutes=kept, child=cast.amara, text="It was Tuesday.", by=cast.chair)
    return found


# Every action


def actions(cast: Cast, meeting: Meeting) -> dict[str, Callable[[], Any]]:
    by: dict[str, Any] = {"by": cast.chair}
    about, made = item(meeting, cast.amara), Decision.objects.filter(child=cast.amara).get()
    there, guest = meeting.attendance.first(), Attendance.objects.get(member=None)
    member = GroupMember.objects.first()
    assert there and member
    on = {"meeting": meeting, **by}
    words = {"text": "Other", "reason": "", "owner": cast.north_worker, "due_on": DUE}
    values = {"answered": "well", "found": "", "recheck_on": None}
    choice = agendas.Choice(cast.amara.pk, Part.ADDED)
    return {
        "decide": lambda: decisions.decide(item=about, typed=typed("noted"), **by),
        "undo": lambda: decisions.undo(decision=made, **by),
        "correct": lambda: minutes.correct(decision=made, **words, **by),
        "find": lambda: find_of_plan(item=about, question="route", values=values, **by),
        "approve": lambda: minutes.approve(**on),
        "send back": lambda: minutes.send_back(**on),
        "lock": lambda: oversight_minutes.lock(on=DAY, **on),
        "lock without pages": lambda: minutes.lock(head={}, pages={}, **on),
        "open": lambda: held.open_meeting(chaired_by=cast.chair, on=DAY, **on),
        "close": lambda: held.close_meeting(on=DAY, **on),
        "reopen": lambda: held.reopen(**on),
        "mark": lambda: held.mark(member=member, presence="missing", **on),
        "mark the rest": lambda: held.mark_the_rest(**on),
        "welcome": lambda: held.welcome(name="B. Quist", **on),
        "dismiss": lambda: held.dismiss(guest=guest, **by),
        "step out": lambda: held.step_out(attendance=there, item=about, out=True, **by),
        "put on": lambda: agendas.put_on(choices=[choice], chosen=True, **on),
        "take off": lambda: agendas.take_off(item=about, **by),
        "give": lambda: agendas.give(item=about, minutes=9, **by),
        "move": lambda: agendas.move(item=about, by_places=1, **by),
        "arrange": lambda: agendas.arrange(order=[about.uuid], **on),
        "put off": lambda: meetings.put_off(because="Snow", **on),
    }


ACTIONS = [
    *("decide", "undo", "correct", "find", "approve", "send back", "lock", "lock without pages"),
    *("open", "close", "reopen", "mark", "mark the rest", "welcome", "dismiss", "step out"),
    *("put on", "take off", "give", "move", "arrange", "put off"),
]


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_refuses_in_words(cast: Cast, meeting: Meeting, name: str) -> None:
    before = everything()
    with pytest.raises(Exception) as refused, transaction.atomic():
        actions(cast, meeting)[name]()
    assert isinstance(refused.value, (Refused, DatabaseError)), refused.value
    assert everything() == before


def test_no_action_is_forgotten(cast: Cast, meeting: Meeting) -> None:
    assert list(actions(cast, meeting)) == ACTIONS


def everything() -> list[Any]:
    """Every row of every table that locks, as it stands."""
    return [list(table._base_manager.order_by("pk").values()) for table in TABLES]


# Every table, by whatever way


def _locks(model: Any) -> bool:
    """Whether its rows are held by the minutes; what was sent is held by itself."""
    triggers = getattr(model._meta, "triggers", ())
    return any(each.name == "locked" and SAYS in each.func for each in triggers)


TABLES = [model for model in apps.get_app_config("permanence").get_models() if _locks(model)]
BY_LABEL = [pytest.param(table, id=table.__name__) for table in TABLES]


def own(table: Any, meeting: Meeting) -> Any:
    """A row of the meeting in the table."""
    ways = ("pk", "meeting", "item__meeting", "minutes__meeting")
    way = {Meeting: "pk"}.get(table) or next(
        each for each in ways[1:] if _leads(table, each.partition("__")[0])
    )
    return table._base_manager.filter(**{way: meeting.pk}).order_by("pk").first()


def _leads(table: Any, name: str) -> bool:
    return any(field.name == name for field in table._meta.concrete_fields)


def test_the_tables_are_those_of_minutes() -> None:
    assert {table.__name__ for table in TABLES} == {
        *("Meeting", "AgendaItem", "Attendance", "OutOfRoom", "Decision", "Finding"),
        *("Minutes", "MinutePage", "MinuteNote"),
    }


def refused(act: Callable[[], Any]) -> None:
    with pytest.raises(DatabaseError, match=SAYS), transaction.atomic():
        act()


@pytest.mark.parametrize("table", BY_LABEL)
def test_a_queryset_changes_nothing(meeting: Meeting, table: Any) -> None:
    row = own(table, meeting)
    assert row is not None, "it has a row of the meeting"
    rows = table._base_manager.filter(pk=row.pk)
    field = next(
        each for each in table._meta.concrete_fields if not (each.primary_key or each.generated)
    )
    refused(lambda: rows.update(**{field.attname: getattr(row, field.attname)}))
    refused(lambda: rows._raw_delete(rows.db))
    refused(row.save)


@pytest.mark.parametrize("table", BY_LABEL)
def test_sql_changes_nothing(meeting: Meeting, table: Any) -> None:
    row, name = own(table, meeting), connection.ops.quote_name(table._meta.db_table)
    connection.check_constraints()  # else PostgreSQL refuses to empty a table for its own reason

    def sql(said: str) -> Callable[[], Any]:
        return lambda: connection.cursor().execute(said, [row.pk] if "%s" in said else None)

    refused(sql(f"UPDATE {name} SET id = id WHERE id = %s"))
    refused(sql(f"DELETE FROM {name} WHERE id = %s"))
    refused(sql(f"TRUNCATE {name} CASCADE"))


ADDED = [Attendance, AgendaItem, Decision, Finding, MinutePage]


@pytest.mark.parametrize("table", [pytest.param(each, id=each.__name__) for each in ADDED])
def test_nothing_is_added(cast: Cast, meeting: Meeting, table: Any) -> None:
    row = own(table, meeting)
    row.pk = None
    if hasattr(row, "uuid"):
        row.uuid = "00000000-0000-0000-0000-000000000001"
    refused(lambda: table._base_manager.bulk_create([row]))
    columns = [each.column for each in table._meta.concrete_fields if not each.primary_key]
    names = ", ".join(map(connection.ops.quote_name, columns))
    values = names.replace('"uuid"', "gen_random_uuid()")
    name = connection.ops.quote_name(table._meta.db_table)
    said = f"INSERT INTO {name} ({names}) SELECT {values} FROM {name} WHERE id = %s"
    refused(lambda: connection.cursor().execute(said, [own(table, meeting).pk]))


def test_no_row_is_moved_into_locked_minutes(cast: Cast, meeting: Meeting) -> None:
    later = sitting(cast, cast.amara, on=DAY + timedelta(days=28), series=meeting.series)
    made = decided(cast, later, cast.amara, "noted")
    refused(lambda: Decision.objects.filter(pk=made.pk).update(item=None, meeting=meeting))
    refused(lambda: later.attendance.update(meeting=meeting))


# The pages, and programs


def test_the_pages_refuse(cast: Cast, meeting: Meeting) -> None:
    client, before = signed_in(cast.chair), everything()
    made, found = Decision.objects.get(child=cast.amara), Finding.objects.get()
    text = text_of(client.get(address(meeting)))
    assert "Put right" not in text and "Approve" not in text and "Send back" not in text
    for more, sent in (
        ("", {"do": "approve"}),
        ("", {"do": "send-back"}),
        ("lock/", {}),
        (f"decisions/{made.uuid}/", {"text": "Other", "owner": str(made.owner_id), **day()}),
        (f"findings/{found.pk}/", {"answered": "well", "found": ""}),
    ):
        assert client.post(address(meeting, more), sent).status_code in (200, 302)
        assert everything() == before, more


def day() -> dict[str, str]:
    return {f"due_on-{part}": str(getattr(DUE, part)) for part in ("day", "month", "year")}


@pytest.mark.parametrize("way", ["post", "put", "patch", "delete"])
def test_programs_only_read(cast: Cast, meeting: Meeting, way: str) -> None:
    client = signed_in(cast.chair)
    answer = getattr(client, way)(f"/api/v1/children/{cast.amara.uuid}/", {})
    assert answer.status_code == 405


def test_a_note_may_still_be_added_and_is_locked_itself(cast: Cast, meeting: Meeting) -> None:
    kept = Minutes.objects.get()
    minutes.note(minutes=kept, child=None, text="It began at ten.", by=cast.chair)
    assert MinuteNote.objects.count() == 2
    refused(lambda: MinuteNote.objects.update(text="It began at nine."))


# They are proved


def proved() -> str:
    said = StringIO()
    call_command("verify_minutes", stdout=said)
    return said.getvalue()


def unwatched(said: str) -> None:
    """As somebody could who may do anything in the database."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(said)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def test_what_is_as_it_was_is_proved(cast: Cast, meeting: Meeting) -> None:
    assert f"Meeting {meeting.uuid}: 2 pages proved." in proved()
    event = AuditEvent.objects.get(what="minutes.digest")
    assert event.details["digest"] == Minutes.objects.get().digest


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("UPDATE permanence_minutepage SET page = page || ' '", "page .* was changed"),
        (
            "UPDATE permanence_minutepage SET page = 'x', digest = encode(sha256('x'), 'hex')",
            "a page added or removed",
        ),
        (
            "DELETE FROM permanence_minutepage WHERE page LIKE '%Tomas%'",
            "a page added or removed",
        ),
        ('UPDATE permanence_minutes SET head = head || \'{"title": "x"}\'', "the head was changed"),
        ("UPDATE permanence_minutes SET digest = repeat('0', 64)", "not the one in the audit"),
        (
            "DELETE FROM permanence_minutenote; DELETE FROM permanence_minutepage;"
            " DELETE FROM permanence_minutes",
            "the minutes are missing",
        ),
    ],
)
def test_what_was_changed_is_found(cast: Cast, meeting: Meeting, said: str, says: str) -> None:
    unwatched(said)
    told = StringIO()
    with pytest.raises(CommandError, match="1 meeting with minutes that differ"):
        call_command("verify_minutes", stdout=told)
    assert re.search(says, told.getvalue())


# A record that is sealed


@pytest.fixture
def keepers(cast: Cast) -> tuple[User, User]:
    one, two = (a_user(name, cast.authority, "adoption-records") for name in ("one", "two"))
    return one, two


def adopt(child: Child) -> None:
    later = DAY + timedelta(days=9)
    CourtOrder.objects.create(child=child, kind="adoption", made_on=later)
    CarePeriod.objects.filter(child=child).update(ends_on=later, end_reason="E12")
    for kind in ("book", "letter"):
        LifeStory.objects.create(child=child, kind=kind, done_on=later)


def test_a_sealed_record_takes_its_page_along_and_brings_it_back_provable(
    cast: Cast, meeting: Meeting, keepers: tuple[User, User]
) -> None:
    adopt(cast.amara)
    kept = MinutePage.objects.get(child=cast.amara).page
    today = DAY + timedelta(days=30)
    record = sealing.seal(
        child=cast.amara,
        reported_on=today,
        staying_in_touch="",
        after=None,
        on=today,
        by=cast.service_manager,
    )
    sealed = MinutePage.objects.get(child=cast.amara)
    assert sealed.page == f"sealed {sealed.pk}"
    assert f"1 page proved, 1 sealed since (page {sealed.pk})" in proved()
    text = page(cast.chair, meeting)
    assert "Amara" not in text and "Tomas Bello" in text
    asked = unsealing.ask(sealed=record, reason="mistake", words="Another child.", by=keepers[0])
    unsealing.answer(asked=asked, agreed=True, by=keepers[1])
    assert MinutePage.objects.get(child=cast.amara).page == kept
    assert "2 pages proved." in proved()


def test_of_a_record_that_was_sealed_there_is_no_page_to_lock(
    cast: Cast, keepers: tuple[User, User]
) -> None:
    """Nor does what was decided for her between meetings keep the minutes from being approved."""
    found = sitting(cast, cast.amara, cast.tomas)
    given = {"series": found.series, "child": cast.amara, "on": DAY, "by": cast.chair}
    decisions.decide_between(typed=typed("noted"), **given)
    for child in (cast.amara, cast.tomas):
        decided(cast, found, child, "noted")
    held.close_meeting(meeting=found, on=DAY, by=cast.chair)
    adopt(cast.amara)
    today = DAY + timedelta(days=30)
    sealing.seal(
        child=cast.amara,
        reported_on=today,
        staying_in_touch="",
        after=None,
        on=today,
        by=cast.service_manager,
    )
    locked(cast, found)
    assert [each.child for each in MinutePage.objects.all()] == [cast.tomas]


# In the child's history


def told(child: Child) -> list[str]:
    return [line.told.sentence for line in history(child.pk) if line.believed]


def test_the_history_tells_what_was_decided_found_and_kept(cast: Cast, meeting: Meeting) -> None:
    lines = {line.told.sentence: line.told.on for line in history(cast.amara.pk)}
    assert (
        lines[
            "Permanence Monitoring Group decided: agree an action. So it is decided. "
            "To be done by N. Okafor by 1 Jul 2026."
        ]
        == DAY
    )
    assert (
        lines[
            "The group asked of the plan: Is there a contingency plan? Not answered. None. "
            "It looks again on 1 Jul 2026."
        ]
        == DAY
    )
    assert "The page of the minutes of 1 June 2026 was put into the record." in lines


def test_what_was_undone_or_put_right_is_believed_no_more(cast: Cast) -> None:
    found = sitting(cast, cast.amara)
    gone = decided(cast, found, cast.amara, "noted", text="In haste")
    decisions.undo(decision=gone, by=cast.chair)
    made = decided(cast, found, cast.amara, "noted", text="Wrong")
    held.close_meeting(meeting=found, on=DAY, by=cast.chair)
    given: dict[str, Any] = {"reason": "", "owner": None, "due_on": None, "by": cast.chair}
    minutes.correct(decision=made, text="Right", **given)
    said = " ".join(told(cast.amara))
    assert "Right." in said and "Wrong" not in said and "haste" not in said


def test_no_page_of_the_record_changes_them(cast: Cast) -> None:
    """Not even before they are locked, for somebody who corrects facts and prepares meetings."""
    RoleAssignment.objects.create(
        user=cast.chair, authority=cast.authority, role="data-officer", starts_on=LONG_AGO
    )
    found = sitting(cast, cast.amara)
    made, before = decided(cast, found, cast.amara, "noted"), everything()
    client, child = signed_in(cast.chair), cast.amara.uuid
    text = client.get(reverse("child-history", args=[child])).content.decode()
    assert (
        "Permanence Monitoring Group noted: So it is decided." in text
        and "group-decision" not in text
    )
    sent = {"why": "A mistake.", "version": newest(registry.of(made), made.pk)}
    for name, says in (
        ("child-correct", "Nothing was changed."),
        ("child-take-back", "is put right in the minutes of its meeting."),
    ):
        answer = client.post(reverse(name, args=[child, "group-decision", made.pk]), sent)
        assert says in text_of(answer)
    assert everything() == before
