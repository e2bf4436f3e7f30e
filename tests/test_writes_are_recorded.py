"""Nothing that a person, a job or a command does changes the database without an audit event.

Every function of the rooms from which something is done is followed by its calls to whatever
writes: on the way there must be `with recording(...)`. Those that have none are named with the
reason.
"""

import pytest

from tests import source
from tests.source import Module, Unrecorded, modules

ENTRANCES = ("actions", "views", "api", "tasks", "kinds", "management")
# What changes the database without an event; each is a write of no child's record.
ALLOWED = {
    "casetrack.actions.undo.undo": "puts rows back, in the recording of whoever undoes a write",
    "casetrack.audit._event": "the event itself",
    "casetrack.actions.sealing.seal": "links events into the chain; proved by verify_audit",
    "casetrack.actions.submissions.claim": "the number of a form, in the transaction of its entry",
    "casetrack.actions.submissions.forget": "numbers of forms sent long ago",
    "casetrack.tasks.forget_what_ended": "sessions that ended, and numbers of forms",
    "oversight.actions.digests._tell": "that a mail went out; what it tells was recorded before",
    "oversight.actions.jobs._attempt": "the journal of the nightly jobs, which record what they do",
    "oversight.actions.jobs._end_those_killed": "the same journal",
    "oversight.actions.limits.changes": "tried, and undone by the engine before it answers",
    "oversight.actions.recording_begins.changes": "tried, and undone before it answers",
    "oversight.clocks.engine.refresh": "clocks are computed from facts; recording() refreshes them",
    "oversight.indicators.kept.forget_old": "that something was written, told no longer",
    "permanence.actions.mid_points.keep_draft": "what an officer typed so far, nobody's word yet",
    "returns.actions.imports._keep_report": "the report of a run; its import is recorded",
    "returns.actions.imports._stopped": "that a run came to nothing",
    "returns.actions.upload_work._take_step": "how far a run is; its import is recorded",
    "returns.actions.upload_work._stop": "that a run came to nothing",
    "returns.actions.uploads.keep": "files put down; nothing is read until start_check records it",
    "returns.actions.uploads._ask": "hands work to a worker that start_check or confirm recorded",
}


ROOMS = [name for name in modules() if set(ENTRANCES) & set(name.split("."))]
UNRECORDED = Unrecorded(ALLOWED)


@pytest.mark.parametrize("room", ROOMS)
def test_what_writes_is_recorded(room: str) -> None:
    """What begins with an underscore in the room of actions is only called by what does not."""
    found = {
        name: writes
        for name in modules()[room].functions
        if not (name.startswith("_") and "actions" in room)
        if (writes := UNRECORDED.of(f"{room}.{name}"))
    }
    assert not found, "open recording(...) around it"


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_allowed_still_writes(name: str) -> None:
    """One that is gone, or is recorded by now, needs no reason any more."""
    found = source.function(name)
    assert found is not None
    assert list(Unrecorded(set(ALLOWED) - {name}).within(*found)), "take it off the list"


def test_actions_are_read_as_writers() -> None:
    """Were `recording` not seen as the door, hundreds of writes would stand outside it."""
    writing = {
        f"{module.name}.{name}"
        for module in modules().values()
        if ".actions." in module.name
        for name, node in module.functions.items()
        if any(each.recorded for each in source.calls(module, node))
    }
    assert len(writing) > 80
    assert "casetrack.actions.care.start" in writing


# It can fail

MADE_UP = """
from django.db import transaction
from casetrack.actions import facts
from casetrack.recording import recording


def recorded(*, child, by):
    with recording("made.up", by=by, children=[child.pk]):
        _write(child)


def recorded_by_name(*, child, by):
    writing = recording("made.up", by=by)
    with transaction.atomic(), writing:
        child.save()


def recorded_by_another(*, child, by):
    with _of(child, by):
        child.save()


def recorded_elsewhere(*, fact, by):
    facts.record(fact=fact, what="made.up", by=by)


def reads(*, child):
    found = {}
    found.update({"child": child})
    return found


def writes(*, child):
    child.save()


def writes_afterwards(*, child, by):
    with recording("made.up", by=by):
        pass
    Child.objects.filter(pk=child.pk).update(first_name="")


def writes_by_a_helper(*, child):
    _write(child)


def writes_sql(*, cursor):
    cursor.execute(SQL)


def _of(child, by):
    return recording("made.up", by=by, children=[child.pk])


def _write(child):
    child.delete()


SQL = "DELETE FROM casetrack_child"
"""


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    known = modules() | {"made.up": Module.of("made.up", MADE_UP)}
    monkeypatch.setattr(source, "modules", lambda: known)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("writes", "child.save()"),
        ("writes_afterwards", "Child.objects.filter(pk=child.pk).update()"),
        ("writes_by_a_helper", "child.delete()"),
        ("writes_sql", "cursor.execute()"),
    ],
)
@pytest.mark.usefixtures("made_up")
def test_an_action_without_an_event_fails_by_name(name: str, write: str) -> None:
    (found,) = Unrecorded(ALLOWED).of(f"made.up.{name}")
    assert found.startswith("made.up:") and found.endswith(write)


@pytest.mark.parametrize(
    "name",
    ["recorded", "recorded_by_name", "recorded_by_another", "recorded_elsewhere", "reads"],
)
@pytest.mark.usefixtures("made_up")
def test_an_action_with_an_event_passes(name: str) -> None:
    assert Unrecorded(ALLOWED).of(f"made.up.{name}") == []
