"""The one door for writes: it locks, audits, and has the clocks refreshed before it commits."""

import threading
from datetime import date

import pytest
from django.db import connection, transaction

from casetrack import recording as door
from casetrack.audit import AuditEvent
from casetrack.models import Child, LegalStatus, User
from casetrack.recording import recording
from oversight.clocks.engine import differences
from oversight.models import ClockRow
from tests import timeline


@pytest.fixture
def called(monkeypatch):
    seen: list[list[int]] = []
    monkeypatch.setattr(door, "_callbacks", [seen.append])
    return seen


@pytest.mark.django_db
def test_the_callbacks_are_called_once_with_all_that_was_touched(called):
    first, second = timeline.child().pk, timeline.child().pk
    with recording("outer", by=None, children=[second]) as record:
        with recording("inner", by=None, children=[first]):
            record.touch([second])
        assert called == []
    assert called == [[first, second]]


@pytest.mark.django_db
def test_each_write_is_an_audit_event_without_names(called):
    user = User.objects.create_user("m.manager")
    child = timeline.child()
    with recording("review.held", by=user, children=[child.pk], on="2024-01-30"):
        pass
    event = AuditEvent.objects.get(what="review.held")
    assert (event.kind, event.username, event.children) == ("write", "m.manager", [child.pk])
    assert event.details == {"on": "2024-01-30"}


@pytest.mark.django_db
def test_what_fails_leaves_nothing_behind_and_the_door_can_be_used_again(called):
    child = timeline.child()
    with (
        pytest.raises(RuntimeError),
        recording("care.started", by=None, children=[child.pk]),
    ):
        timeline.record(child, "care 2024-01-01")
        raise RuntimeError
    assert not child.careperiod_facts.exists()
    assert not AuditEvent.objects.filter(what="care.started").exists()
    with recording("care.started", by=None, children=[child.pk]):
        pass
    assert called == [[child.pk]]


@pytest.mark.django_db(transaction=True)
def test_two_writers_on_one_child_leave_the_rows_of_one_after_the_other():
    child = timeline.child(
        "care 2024-01-01; status C2 2024-01-01 .. 2024-03-01; home U6 2024-01-01"
    )
    failures: list[Exception] = []
    both_ready = threading.Barrier(2)

    def write(change) -> None:
        try:
            both_ready.wait(timeout=10)
            with recording("test.write", by=None, children=[child.pk]):
                change()
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    def order() -> None:
        LegalStatus.objects.create(child=child, code="E1", starts_on=date(2024, 3, 1))

    def match() -> None:
        timeline.record(Child.objects.get(pk=child.pk), "match 2024-05-01")

    writers = [threading.Thread(target=write, args=[change]) for change in (order, match)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=30)
    assert failures == []
    assert differences([child.pk]) == []
    rows = ClockRow.objects.filter(child=child, clock="placement-order-to-match")
    assert [row.stopped_on for row in rows] == [date(2024, 5, 1)]


@pytest.mark.django_db(transaction=True)
def test_a_second_writer_waits_for_the_first():
    child = timeline.child("care 2024-01-01")
    order: list[str] = []
    locked = threading.Event()

    def second() -> None:
        locked.wait(timeout=10)
        with recording("test.second", by=None, children=[child.pk]):
            order.append("second")
        connection.close()

    waiting = threading.Thread(target=second)
    waiting.start()
    with transaction.atomic(), recording("test.first", by=None, children=[child.pk]):
        locked.set()
        waiting.join(timeout=0.5)
        order.append("first")
    waiting.join(timeout=10)
    assert order == ["first", "second"]
