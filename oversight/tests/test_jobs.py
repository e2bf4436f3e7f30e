"""The nightly jobs: done once a night, missed nights made up for, failures in harmless words."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import psycopg
import pytest
from celery.schedules import crontab
from django.db import connection
from django.db.models import F
from django_celery_beat.models import PeriodicTask
from django_celery_beat.schedulers import ModelEntry

from casetrack.audit import AuditEvent
from casetrack.celery import app
from casetrack.models import Child
from casetrack.schedule import NIGHTLY
from oversight import tasks
from oversight.actions import jobs, sightings
from oversight.actions.jobs import JOBS, Outcome, nights_due, run
from oversight.clocks.engine import refresh
from oversight.models import ClockRow, JobRun, Sighting
from permanence.actions import reviews
from tests import timeline
from tests.answered import justified
from tests.cast import DAY, Cast

ORDER = "born 2021-09-10; care 2024-06-20; status E1 2025-10-01; home U6 2024-06-20"


@pytest.fixture
def child(db: None) -> Child:
    """Her placement order is past the target of 121 days, and a decision is missing."""
    timeline.an_authority()
    made = timeline.child(ORDER)
    made.authority.records_live = True
    made.authority.save()
    refresh([made.pk])
    return made


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[date]]:
    """The nights that a job's work was called for, in place of its work."""
    called: list[date] = []

    def note(night: date) -> Outcome:
        called.append(night)
        return Outcome(7)

    replace(monkeypatch, note)
    yield called


def replace(monkeypatch: pytest.MonkeyPatch, work: Any, code: str = "record-sightings") -> None:
    job = JOBS[code]
    fields = {name: getattr(job, name) for name in job.__dataclass_fields__}
    monkeypatch.setitem(JOBS, code, jobs.Job(**fields | {"work": work}))


def runs(code: str = "record-sightings") -> list[tuple[date, str, int]]:
    found = JobRun.objects.filter(job=code).order_by("id")
    return list(found.values_list("for_day", "outcome", "rows"))


def night(number: int) -> date:
    return DAY + timedelta(days=number)


# Running


def test_a_night_is_done_once(db: None, work: list[date]) -> None:
    assert run("record-sightings", night=DAY)
    assert run("record-sightings", night=DAY)
    assert work == [DAY]
    assert runs() == [(DAY, "done", 7)]
    attempt = JobRun.objects.get()
    assert attempt.started_at <= attempt.ended_at


def test_missed_nights_are_made_up_for_in_order(db: None, work: list[date]) -> None:
    run("record-sightings", night=DAY)
    run("record-sightings", night=night(3))
    assert work == [DAY, night(1), night(2), night(3)]


def test_no_more_than_a_month_of_nights_is_made_up_for(db: None, work: list[date]) -> None:
    run("record-sightings", night=DAY)
    run("record-sightings", night=night(400))
    assert len(work) == 1 + jobs.MOST_NIGHTS
    assert work[1:] == [night(370 + number) for number in range(31)]


def test_one_check_makes_up_for_all_missed(db: None) -> None:
    run("verify-clocks", night=DAY)
    assert nights_due(JOBS["verify-clocks"], night(5)) == [night(5)]


def test_a_failure_is_recorded_without_personal_words(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(night: date) -> Outcome:
        raise ValueError("Amara Bello, 10 Acacia Avenue")

    replace(monkeypatch, fail)
    assert not run("record-sightings", night=DAY)
    failed = JobRun.objects.get()
    assert (failed.outcome, failed.ended_at is not None) == ("failed", True)
    assert failed.message == "Stopped by an error (ValueError); the log of that time says where."


def test_after_a_failure_later_nights_wait_and_then_follow(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[date] = []

    def fail_once(night: date) -> Outcome:
        tried.append(night)
        if len(tried) == 2:
            raise RuntimeError
        return Outcome(0)

    replace(monkeypatch, fail_once)
    run("record-sightings", night=DAY)
    assert not run("record-sightings", night=night(2))
    assert run("record-sightings", night=night(2))
    assert tried == [DAY, night(1), night(1), night(2)]


def test_a_run_that_was_killed_is_found_and_done_again(
    child: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = JOBS["record-sightings"].work

    def die(night: date) -> Outcome:
        real(night)
        raise SystemExit

    with monkeypatch.context() as patched:
        replace(patched, die)
        with pytest.raises(SystemExit):
            run("record-sightings", night=DAY)
    assert runs() == [(DAY, "running", 0)]
    sighted = Sighting.objects.count()
    assert sighted
    assert run("record-sightings", night=DAY)
    assert [outcome for _, outcome, _ in runs()] == ["failed", "done"]
    assert Sighting.objects.count() == sighted


def test_two_runs_at_once_leave_it_to_the_first(db: None, work: list[date]) -> None:
    settings = connection.settings_dict
    other = psycopg.connect(
        dbname=settings["NAME"],
        user=settings["USER"],
        password=settings["PASSWORD"],
        host=settings["HOST"],
        port=settings["PORT"] or None,
        autocommit=True,
    )
    lock = "hashtextextended('casetrack job record-sightings', 0)"
    with other:
        other.execute(f"SELECT pg_advisory_lock({lock})")
        assert not run("record-sightings", night=DAY)
        assert (work, runs()) == ([], [])
        other.execute(f"SELECT pg_advisory_unlock({lock})")
        assert run("record-sightings", night=DAY)


def test_mails_wait_for_what_is_newly_late(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(night: date) -> Outcome:
        raise RuntimeError

    replace(monkeypatch, fail)
    assert not run("send-digests", night=DAY)
    assert runs("send-digests") == []


# What they do


def test_clocks_that_differ_are_put_right_and_counted(child: Child) -> None:
    rows = ClockRow.objects.filter(child=child)
    before = list(rows.order_by("clock").values_list("clock", "due_on"))
    rows.filter(clock="placement-order-to-match").update(due_on=F("due_on") + 9)
    rows.filter(clock="review-due").delete()
    assert run("verify-clocks", night=DAY)
    attempt = JobRun.objects.get()
    assert (attempt.rows, attempt.message) == (2, jobs.MENDED)
    assert list(rows.order_by("clock").values_list("clock", "due_on")) == before
    event = AuditEvent.objects.get(what="clocks.mended")
    assert (event.children, event.username) == ([child.pk], "")


def test_clocks_that_agree_leave_no_word(child: Child) -> None:
    run("verify-clocks", night=DAY)
    assert list(JobRun.objects.values_list("rows", "message")) == [(0, "")]
    assert not AuditEvent.objects.exists()


def test_amber_and_red_are_sighted_once_each(child: Child) -> None:
    last_green, amber, red = date(2025, 12, 29), date(2025, 12, 30), date(2026, 1, 31)
    found = Sighting.objects.filter(clock="placement-order-to-match")
    for day in (last_green, amber, amber + timedelta(days=1), red, red + timedelta(days=1)):
        run("record-sightings", night=day)
    assert list(found.order_by("id").values_list("state", "seen_on")) == [
        ("amber", amber),
        ("red", red),
    ]
    assert not Sighting.objects.exclude(state__in=("amber", "red")).exists()


def test_what_was_missed_is_sighted_as_at_its_night(child: Child) -> None:
    run("record-sightings", night=date(2025, 12, 28))
    run("record-sightings", night=date(2026, 1, 2))
    sighting = Sighting.objects.get(clock="placement-order-to-match")
    assert (sighting.state, sighting.seen_on) == ("amber", date(2025, 12, 30))


def test_a_delay_that_is_answered_for_is_no_news(cast: Cast) -> None:
    wait = ClockRow.objects.get(child=cast.amara, clock="placement-order-to-match")
    justified(wait, on=DAY, until=night(30), by=cast.chair)
    sightings.record(on=night(1), by=None)
    assert not Sighting.objects.filter(child=cast.amara, clock="placement-order-to-match").exists()


def test_a_clock_computed_again_is_not_sighted_again(child: Child) -> None:
    assert sightings.record(on=DAY, by=None)
    ClockRow.objects.all().delete()
    refresh()
    assert sightings.record(on=night(1), by=None) == 0


def test_a_fact_that_comes_late_is_sighted_when_it_comes(cast: Cast) -> None:
    sightings.record(on=DAY, by=None)
    late = timeline.child(ORDER, authority=cast.authority)
    refresh([late.pk])
    sightings.record(on=night(1), by=None)
    assert set(Sighting.objects.filter(child=late).values_list("seen_on", flat=True)) == {night(1)}


def test_after_the_last_day_known_nothing_turns_red(db: None) -> None:
    child = timeline.child(f"{ORDER}; known 2025-12-31")
    refresh([child.pk])
    sightings.record(on=DAY, by=None)
    assert not Sighting.objects.filter(clock="placement-order-to-match", state="red").exists()


@pytest.mark.parametrize("children", [1, 8])
def test_sightings_take_as_many_queries_for_many(
    db: None, children: int, django_assert_num_queries: Any
) -> None:
    refresh([timeline.child(ORDER).pk for _ in range(children)])
    with django_assert_num_queries(4):  # begin, insert, audit, end
        assert sightings.record(on=DAY, by=None) >= children


def test_the_next_wait_of_the_same_clock_is_sighted_of_itself(cast: Cast) -> None:
    late = Sighting.objects.filter(child=cast.amara, clock="review-due", state="red")
    sightings.record(on=night(200), by=None)
    reviews.record(child=cast.amara, on=night(200), participation="PN1", by=cast.manager)
    sightings.record(on=night(201), by=None)
    assert late.count() == 1
    sightings.record(on=night(500), by=None)
    assert late.count() == 2


# The timetable


def test_every_job_is_in_the_timetable_and_has_its_task() -> None:
    for entry in (NIGHTLY[code] for code in JOBS):
        assert getattr(tasks, entry.task.rsplit(".", 1)[1]).name == entry.task


def test_beat_installs_the_timetable_and_again_changes_nothing(db: None) -> None:
    for _ in range(2):
        for name, fields in app.conf.beat_schedule.items():
            ModelEntry.from_entry(name, app=app, **fields)
    found = PeriodicTask.objects.filter(task__startswith="oversight.")
    assert {(each.name, each.task) for each in found} == {
        ("forget-changes", "oversight.tasks.forget_changes"),
        *((name, entry.task) for name, entry in NIGHTLY.items()),
    }
    entry = found.get(name="verify-clocks").crontab
    assert (entry.hour, entry.minute, str(entry.timezone)) == ("2-23", "5", "Europe/London")
    assert isinstance(entry.schedule, crontab)


def test_a_task_takes_the_night_as_text(db: None, work: list[date]) -> None:
    tasks.record_sightings.delay("2026-06-01")
    assert work == [DAY]


def test_a_task_without_a_night_takes_today(db: None) -> None:
    for task in (
        tasks.verify_clocks,
        tasks.record_sightings,
        tasks.raise_late_actions,
        tasks.send_digests,
    ):
        task.delay()
    assert set(JobRun.objects.values_list("outcome", flat=True)) == {"done"}
    assert JobRun.objects.count() == 4
