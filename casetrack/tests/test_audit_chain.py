"""The chain: every event gets its link, and whatever is changed afterwards shows."""

import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from casetrack import audit, chain, tasks
from casetrack.actions import sealing
from casetrack.actions.sealing import seal
from casetrack.chain import AuditAnchor, AuditLink, AuditUnsealed
from casetrack.models import AuditEvent
from casetrack.proof import Break, prove

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
TABLES = ("auditevent", "auditlink", "auditanchor")


def write(number: int, **details: Any) -> list[AuditEvent]:
    return [
        audit.wrote("test.wrote", by=None, children=[7, n], number=n, **details)
        for n in range(number)
    ]


def unguarded(statement: str, *values: Any) -> None:
    """As somebody would who may do anything in the database."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)
        assert cursor.rowcount == 1
        cursor.execute("SET LOCAL session_replication_role = origin")


def broken() -> Break:
    found = prove().broken
    assert found is not None
    return found


def link_at(position: int) -> AuditLink:
    return AuditLink.objects.get(position=position)


# Sealing


@pytest.mark.django_db
def test_every_event_is_linked_once_in_the_order_of_time() -> None:
    events = write(3)
    assert prove().unsealed == 3
    assert seal(now=NOW) == 3
    assert seal(now=NOW) == 0
    links = AuditLink.objects.order_by("position")
    assert [(link.position, link.event) for link in links] == [
        (number, event.pk) for number, event in enumerate(events, start=1)
    ]
    proof = prove()
    assert (proof.links, proof.unsealed, proof.broken) == (3, 0, None)
    assert proof.head == bytes(links[2].hash).hex()


@pytest.mark.django_db
def test_more_than_one_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 3)
    monkeypatch.setattr("casetrack.proof.BATCH", 2)
    write(7)
    assert seal(now=NOW) == 7
    assert (prove().links, prove().broken) == (7, None)


@pytest.mark.django_db
def test_a_sealer_that_is_stopped_leaves_nothing_half_done(monkeypatch: pytest.MonkeyPatch) -> None:
    write(4)
    with monkeypatch.context() as patch, pytest.raises(RuntimeError), transaction.atomic():
        patch.setattr(sealing.AuditUnsealed.objects, "filter", stop)
        seal(now=NOW)
    assert (AuditLink.objects.count(), AuditUnsealed.objects.count()) == (0, 4)
    assert seal(now=NOW) == 4
    assert prove().broken is None


def stop(**_: Any) -> None:
    raise RuntimeError


@pytest.mark.django_db
def test_the_content_of_an_event_is_stable() -> None:
    """A digest that was worked out by hand: a change of the form would disprove every chain."""
    event = {
        "id": "00000000-0000-4000-8000-000000000001",
        "at": "2026-06-01T12:00:00.000000Z",
        "kind": "read",
        "what": "child",
        "username": "zoë",
        "user_id": 3,
        "children": [1, 2],
        "allowed_by": ["manager:North"],
        "request_id": None,
        "details": '{"as_at": "2026-06-01"}',
    }
    text = (
        '{"allowed_by":["manager:North"],"at":"2026-06-01T12:00:00.000000Z","children":[1,2],'
        '"details":"{\\"as_at\\": \\"2026-06-01\\"}","form":1,'
        '"id":"00000000-0000-4000-8000-000000000001","kind":"read","request_id":null,'
        '"user_id":3,"username":"zo\\u00eb","what":"child"}'
    )
    assert chain.digest(event) == hashlib.sha256(text.encode()).digest()
    assert set(chain.FORMS[chain.FORM]) == {field.attname for field in AuditEvent._meta.fields}


@pytest.mark.django_db
def test_python_and_the_database_write_a_moment_alike() -> None:
    for at in (NOW, datetime(2026, 12, 31, 23, 59, 59, 1, tzinfo=UTC)):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {chain.moment_sql('%s::timestamptz')}", [at])
            assert cursor.fetchone()[0] == chain.moment(at)


@pytest.mark.django_db
def test_the_task_and_the_command_seal() -> None:
    write(2)
    tasks.seal_audit.delay()
    write(1)
    out = StringIO()
    call_command("seal_audit", stdout=out)
    assert out.getvalue() == "1 events sealed.\n"
    assert prove().links == 3


# Anchors


@pytest.mark.django_db
def test_each_day_gets_one_anchor_in_the_chain_and_in_the_log(
    caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Any
) -> None:
    write(2)
    seal(now=NOW)
    assert not AuditAnchor.objects.exists()
    last = bytes(link_at(2).hash).hex()
    with caplog.at_level("INFO"), django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            seal(now=NOW + DAY)
    anchor = AuditAnchor.objects.get()
    assert (anchor.day, anchor.position, bytes(anchor.hash).hex()) == (NOW.date(), 2, last)
    assert f"Audit anchor of 2026-06-01: position 2, hash {last}" in caplog.text
    told = AuditEvent.objects.get(what=chain.ANCHORED)
    assert (told.details["position"], told.details["hash"]) == (2, last)
    assert (prove().links, prove().anchors, prove().broken) == (3, 1, None)


@pytest.mark.django_db
def test_days_that_were_missed_are_anchored_together() -> None:
    for days in (0, 1):
        write(1)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sealing, "_anchor_days_before", lambda now: None)
            seal(now=NOW + days * DAY)
    seal(now=NOW + 5 * DAY)
    positions = AuditAnchor.objects.order_by("day").values_list("day__day", "position")
    assert list(positions) == [(1, 1), (2, 2)]
    assert prove().broken is None


# Nothing of it can be changed, and what is changed all the same is found


@pytest.mark.django_db
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}", "UPDATE {} SET {}"])
def test_the_database_refuses_to_change_the_audit(table: str, statement: str) -> None:
    column = {"auditevent": "what = 'x'", "auditlink": "form = 1", "auditanchor": "position = 1"}
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(statement.format(f"casetrack_{table}", column[table]))


@pytest.fixture
def sealed(db: None) -> list[AuditEvent]:
    """Five events of one day, sealed and anchored, and the anchor's own event."""
    events = write(5, share=0.5)
    seal(now=NOW)
    seal(now=NOW + DAY)
    assert (prove().links, prove().broken) == (6, None)
    return events


CONTENT = {
    "at": "at + interval '1 microsecond'",
    "kind": "'read'",
    "what": "'test.wrotf'",
    "username": "username || ' '",
    "user_id": "4",
    "children": "'{2,8}'",
    "allowed_by": "'{iro}'",
    "request_id": "gen_random_uuid()",
    "details": "jsonb_set(details, '{share}', '0.50')",
}


@pytest.mark.parametrize("column", CONTENT)
def test_a_changed_event_is_named(sealed: list[AuditEvent], column: str) -> None:
    event = sealed[2].pk
    unguarded(f"UPDATE casetrack_auditevent SET {column} = {CONTENT[column]} WHERE id = %s", event)
    assert broken() == Break("the content of the event was changed", 3, str(event))


def test_every_column_of_an_event_is_covered() -> None:
    assert {"id", *CONTENT} == {field.attname for field in AuditEvent._meta.fields}


LINKS = {
    "digest": ("set_byte(digest, 31, get_byte(digest, 31) # 1)", "the digest of the link"),
    "hash": ("set_byte(hash, 0, get_byte(hash, 0) # 1)", "the hash or the time of the link"),
    "sealed_at": ("sealed_at + interval '1 microsecond'", "the hash or the time of the link"),
    "form": ("2", "the form of the link"),
    "event": ("gen_random_uuid()", "the event of the link is missing"),
    "position": ("60", "a link is missing"),
}


@pytest.mark.parametrize("column", LINKS)
def test_a_changed_link_is_named(sealed: list[AuditEvent], column: str) -> None:
    value, words = LINKS[column]
    unguarded(f"UPDATE casetrack_auditlink SET {column} = {value} WHERE position = 4")
    found = broken()
    assert found.what.startswith(words) and found.position == 4


def test_every_column_of_a_link_is_covered() -> None:
    assert set(LINKS) == {field.attname for field in AuditLink._meta.fields}


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("day", "day - 1", "the anchor of 2026-05-31 was changed"),
        ("position", "4", "the anchor of 2026-06-01 was changed"),
        (
            "hash",
            "set_byte(hash, 9, get_byte(hash, 9) # 1)",
            "the anchor of 2026-06-01 was changed",
        ),
        ("made_at", "made_at + interval '1 second'", "the anchor of 2026-06-01 was changed"),
    ],
)
def test_a_changed_anchor_is_named(
    sealed: list[AuditEvent], column: str, value: str, words: str
) -> None:
    unguarded(f"UPDATE casetrack_auditanchor SET {column} = {value}")
    assert broken().what == words


def test_an_anchor_that_is_gone_is_named(sealed: list[AuditEvent]) -> None:
    unguarded("DELETE FROM casetrack_auditanchor")
    assert broken() == Break("the anchor of 2026-06-01 is missing", 5)


def test_an_event_that_is_gone_is_named(sealed: list[AuditEvent]) -> None:
    event = sealed[1].pk
    unguarded("DELETE FROM casetrack_auditevent WHERE id = %s", event)
    assert broken() == Break("the event of the link is missing", 2, str(event))


def test_a_link_that_is_gone_is_named(sealed: list[AuditEvent]) -> None:
    unguarded("DELETE FROM casetrack_auditlink WHERE position = 2")
    assert broken() == Break("a link is missing", 2)


def test_a_last_link_that_is_gone_is_named_by_its_event(sealed: list[AuditEvent]) -> None:
    last = str(link_at(6).event)
    unguarded("DELETE FROM casetrack_auditlink WHERE position = 6")
    assert broken() == Break("the anchor of 2026-06-01 was changed", 5)
    unguarded("DELETE FROM casetrack_auditanchor")
    assert broken() == Break("the link of an event is missing", event=last)


def test_an_event_that_goes_before_it_is_sealed_is_named(sealed: list[AuditEvent]) -> None:
    event = write(1)[0].pk
    unguarded("DELETE FROM casetrack_auditevent WHERE id = %s", event)
    assert broken() == Break("an event was removed before it was sealed", event=str(event))


def test_an_event_slipped_past_the_sealer_is_named(sealed: list[AuditEvent]) -> None:
    event = write(1)[0].pk
    unguarded("DELETE FROM casetrack_auditunsealed WHERE event = %s", event)
    assert broken() == Break("the link of an event is missing", event=str(event))


def test_a_chain_made_anew_is_not_the_one_in_the_log(sealed: list[AuditEvent]) -> None:
    noted = {5: bytes(link_at(5).hash).hex()}
    assert prove(noted).broken is None
    changed = prove({4: noted[5]}).broken
    assert changed and changed.what == "the chain is not the one that was noted"
    cut_off = prove({**noted, 7: noted[5]}).broken
    assert cut_off == Break("the chain ends before a position that was noted", 7)


# The command


def test_the_command_says_that_the_audit_is_whole(sealed: list[AuditEvent]) -> None:
    write(1)
    out = StringIO()
    call_command("verify_audit", "--expect", f"5:{bytes(link_at(5).hash).hex()}", stdout=out)
    assert "6 links proved to its end, 1 anchors" in out.getvalue()
    assert "1 events are not sealed yet, since" in out.getvalue()


def test_the_command_ends_with_1_and_names_the_break(sealed: list[AuditEvent]) -> None:
    event = sealed[2].pk
    unguarded("UPDATE casetrack_auditevent SET what = 'x' WHERE id = %s", event)
    out = StringIO()
    with pytest.raises(CommandError, match=f"content of the event was changed.*3.*{event}") as end:
        call_command("verify_audit", "--json", stdout=out)
    assert end.value.returncode == 1
    told = json.loads(out.getvalue())
    assert (told["whole"], told["links"]) == (False, 2)
    assert told["broken"] == {
        "what": "the content of the event was changed",
        "position": 3,
        "event": str(event),
    }


# Several at once


@pytest.mark.django_db(transaction=True)
def test_an_event_that_commits_late_is_not_lost() -> None:
    written, go_on = threading.Event(), threading.Event()
    late: list[AuditEvent] = []

    def slowly() -> None:
        with transaction.atomic():
            late.extend(write(1))
            written.set()
            go_on.wait(timeout=10)
        connection.close()

    slow = threading.Thread(target=slowly)
    slow.start()
    written.wait(timeout=10)
    write(3)
    assert seal(now=NOW) == 3
    go_on.set()
    slow.join(timeout=10)
    assert late[0].at < AuditEvent.objects.get(pk=link_at(1).event).at
    assert seal(now=NOW) == 1
    assert link_at(4).event == late[0].pk
    assert prove().broken is None


@pytest.mark.django_db(transaction=True)
def test_a_second_sealer_leaves_it_to_the_first() -> None:
    write(2)
    found: list[int] = []

    def second() -> None:
        found.append(seal(now=NOW))
        connection.close()

    with transaction.atomic():
        assert seal(now=NOW) == 2
        other = threading.Thread(target=second)
        other.start()
        other.join(timeout=10)
    assert found == [0]
    assert (prove().links, prove().broken) == (2, None)


WRITER = """
import django; django.setup()
from django.db import transaction
from casetrack import audit
for start in range(0, 2500, 50):
    with transaction.atomic():
        for number in range(start, start + 50):
            audit.wrote("test.wrote", by=None, children=[number], number=number)
"""


@pytest.mark.django_db(transaction=True)
def test_ten_thousand_events_of_four_processes_are_proved_while_two_seal_them() -> None:
    own = connection.settings_dict
    address = f"postgresql:///{own['NAME']}?host={own['HOST']}&port={own['PORT']}"
    address += f"&user={own['USER']}&password={own['PASSWORD']}"
    environment = dict(os.environ) | {
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "casetrack.settings",
    }
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER], cwd=Path(settings.BASE_DIR), env=environment
        )
        for _ in range(4)
    ]
    sealers = [threading.Thread(target=seal_until_all_end, args=[writers]) for _ in range(2)]
    for sealer in sealers:
        sealer.start()
    while any(writer.poll() is None for writer in writers):
        assert prove().broken is None
        time.sleep(0.5)
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0, 0]
    for sealer in sealers:
        sealer.join(timeout=60)
    seal(now=NOW)
    proof = prove()
    assert (proof.links, proof.unsealed, proof.broken) == (10_000, 0, None)
    assert AuditLink.objects.values("sealed_at").distinct().count() > 1


def seal_until_all_end(writers: list[Any]) -> None:
    while any(writer.poll() is None for writer in writers):
        seal(now=datetime.now(UTC))
    connection.close()
