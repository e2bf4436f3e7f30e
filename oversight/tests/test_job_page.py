"""The job health page: what ran, what did not, and when it is tried again."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

from casetrack.audit import AuditEvent
from casetrack.schedule import NIGHTLY
from oversight import tasks
from oversight.job_health import Health, health
from oversight.models import JobRun
from tests.cast import DAY, Cast, signed_in

LONDON = ZoneInfo("Europe/London")
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=LONDON)


def a_run(job: str, day: date, outcome: str = "done", message: str = "") -> JobRun:
    started = datetime(day.year, day.month, day.day, 3, 5, tzinfo=LONDON)
    return JobRun.objects.create(
        job=job,
        for_day=day,
        started_at=started,
        ended_at=started + timedelta(seconds=4),
        outcome=outcome,
        rows=3,
        message=message,
    )


def of(job: str, moment: datetime = NOON) -> Health:
    return next(each for each in health(moment) if each.job.code == job)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("manager", 200),
        ("chair", 200),
        ("data_officer", 200),
        ("iro", 403),
        ("social_worker", 403),
        ("board_member", 403),
    ],
)
def test_who_may_look(cast: Cast, who: str, status: int) -> None:
    client = signed_in(getattr(cast, who))
    assert client.get("/jobs/").status_code == status
    if status == 403:
        assert client.post("/jobs/verify-clocks/run/").status_code == 403
        assert not JobRun.objects.exists()


def test_before_any_run(cast: Cast) -> None:
    page = signed_in(cast.manager).get("/jobs/").content.decode()
    assert page.count("has not run yet") == 5
    assert page.count("Run now") == 5
    assert "The nightly jobs are in order" in page


def test_a_job_that_is_done(db: None) -> None:
    a_run("record-sightings", ago(1))
    a_run("record-sightings", DAY)
    job = of("record-sightings")
    assert (job.state, job.tone, job.missed, job.failures) == ("done", "green", [], [])
    assert job.next == datetime(2026, 6, 2, 3, 5, tzinfo=LONDON)


def test_nights_that_were_missed(db: None) -> None:
    a_run("record-sightings", ago(4))
    a_run("record-sightings", ago(2))
    job = of("record-sightings")
    assert job.missed == [ago(3), ago(1), DAY]
    assert (job.state, job.tone) == ("has missed nights", "red")
    assert job.next == datetime(2026, 6, 1, 12, 5, tzinfo=LONDON)


def test_tonight_is_not_missed_before_its_hour(db: None) -> None:
    a_run("record-sightings", ago(1))
    early = datetime(2026, 6, 1, 1, 0, tzinfo=LONDON)
    job = of("record-sightings", early)
    assert job.missed == []
    assert job.next == datetime(2026, 6, 1, 3, 5, tzinfo=LONDON)


def test_a_check_makes_up_for_the_nights_before_it(db: None) -> None:
    a_run("verify-clocks", ago(9))
    a_run("verify-clocks", DAY)
    assert of("verify-clocks").missed == []
    assert of("verify-clocks", NOON + timedelta(days=2)).missed == [ago(-1), ago(-2)]


def test_a_job_that_stood_still_for_months_has_missed_tonight(db: None) -> None:
    a_run("verify-clocks", ago(200))
    assert of("verify-clocks").missed == [DAY]


def test_a_failure_is_told_with_its_message(cast: Cast) -> None:
    today = timezone.localdate()
    a_run("send-digests", today, "failed", "Not sent, to be tried again: 1 mail.")
    page = signed_in(cast.manager).get("/jobs/").content.decode()
    assert "1 job of 5 to look at" in page
    assert "Failures in the last month" in page
    assert "<td>Not sent, to be tried again: 1 mail.</td>" in page


@pytest.mark.parametrize(
    ("hour", "minute", "done", "expected"),
    [
        (0, 30, False, (1, 6, 35)),
        (6, 34, False, (1, 6, 35)),
        (6, 35, False, (1, 7, 35)),
        (12, 0, False, (1, 12, 35)),
        (23, 40, False, (2, 6, 35)),
        (6, 40, True, (2, 6, 35)),
    ],
)
def test_when_it_is_tried_next(
    hour: int, minute: int, done: bool, expected: tuple[int, int, int]
) -> None:
    moment = datetime(2026, 6, 1, hour, minute, tzinfo=LONDON)
    day, at_hour, at_minute = expected
    assert NIGHTLY["send-digests"].next(moment, done=done) == datetime(
        2026, 6, day, at_hour, at_minute, tzinfo=LONDON
    )


def test_as_many_queries_for_many_runs(cast: Cast, django_assert_num_queries: Any) -> None:
    for number in range(20):
        a_run("verify-clocks", ago(number))
    client = signed_in(cast.manager)
    client.get("/jobs/")
    # Session, user, roles, emergencies, two of jobs, and the transaction.
    with django_assert_num_queries(8):
        client.get("/jobs/")


# Run now


def test_run_now_runs_what_is_not_done_and_says_who_asked(cast: Cast) -> None:
    client = signed_in(cast.data_officer)
    answer = client.post("/jobs/verify-clocks/run/", follow=True)
    assert "handed to a worker" in answer.content.decode()
    done = JobRun.objects.get()
    assert (done.job, done.outcome, done.for_day) == (
        "verify-clocks",
        "done",
        timezone.localdate(),
    )
    event = AuditEvent.objects.get(what="job.started")
    assert (event.username, event.details) == ("data-officer", {"job": "verify-clocks"})
    page = client.get("/jobs/").content.decode()
    assert "/jobs/verify-clocks/run/" not in page
    client.post("/jobs/verify-clocks/run/")
    assert JobRun.objects.count() == 1


def test_a_job_that_is_not_there(cast: Cast) -> None:
    answer = signed_in(cast.manager).post("/jobs/feed-the-cat/run/", follow=True)
    assert "There is no such job." in answer.content.decode()


def test_it_is_not_run_by_following_a_link(cast: Cast) -> None:
    assert signed_in(cast.manager).get("/jobs/verify-clocks/run/").status_code == 405


def test_a_broker_that_is_away_is_said_plainly(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: Any, **__: Any) -> None:
        raise OperationalError

    monkeypatch.setattr(tasks.verify_clocks, "apply_async", away)
    answer = signed_in(cast.manager).post("/jobs/verify-clocks/run/", follow=True)
    assert "The message broker does not answer" in answer.content.decode()
