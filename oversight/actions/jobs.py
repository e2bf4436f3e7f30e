"""The nightly jobs: what each does, and one way to run them all.

A job is done for a night once, whoever starts it how often. Where a night was missed, `each_night`
jobs do the missed nights in order; for the others the next run makes up for them, because their
work does not depend on the night. A run that was killed is found by the next one, which says so and
does the work again. What goes wrong is written on the run in words without personal data: messages
of databases and mail servers quote what they choke on.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from celery import current_app
from django.db import connection
from django.db.models import Max
from django.db.models.functions import Now
from kombu.exceptions import OperationalError

from casetrack import words
from casetrack.actions.refusal import Refused
from casetrack.recording import recording
from casetrack.schedule import NIGHTLY
from oversight.actions import digests, forecasts, sightings, verification
from oversight.models import JobRun
from permanence.actions import escalations

logger = logging.getLogger(__name__)

MOST_NIGHTS = 31
"""Further back no missed night is made up for: what still lasts is found on a later one."""


MENDED = "Clocks differed from the facts and were put right: tell those who look after Casetrack."


class JobRefused(Refused):
    """The job cannot be started."""


@dataclass(frozen=True)
class Outcome:
    """What a night's work came to; not `complete` where something is left to be tried again."""

    rows: int
    message: str = ""
    complete: bool = True


@dataclass(frozen=True)
class Job:
    """A job in plain words, and its work for one night; `after` are the jobs that come first."""

    code: str
    title: str
    what: str
    counted: str
    work: Callable[[date], Outcome]
    each_night: bool = False
    after: tuple[str, ...] = ()


def _verify(night: date) -> Outcome:
    mended = verification.verify(by=None)
    return Outcome(mended, MENDED if mended else "")


def _sight(night: date) -> Outcome:
    return Outcome(sightings.record(on=night, by=None))


def _raise(night: date) -> Outcome:
    return Outcome(escalations.climb(on=night, by=None))


def _mail(night: date) -> Outcome:
    sent = digests.send(on=night, by=None)
    said = []
    if sent.failed:
        said.append(f"Not sent, to be tried again: {words.count(sent.failed, 'mail')}.")
    if sent.without_address:
        people = words.count(sent.without_address, "person", "people")
        said.append(f"Without a mail address: {people}.")
    return Outcome(sent.mails, " ".join(said), complete=not sent.failed)


def _keep_forecasts(night: date) -> Outcome:
    return Outcome(forecasts.keep(on=night, by=None))


JOBS: dict[str, Job] = {
    job.code: job
    for job in (
        Job(
            code="verify-clocks",
            title="Check every clock",
            what="Computes the clocks of all children again from the facts and compares. They"
            " should always agree; what does not is put right and counted here.",
            counted="rows put right",
            work=_verify,
        ),
        Job(
            code="record-sightings",
            title="Find what is newly late",
            what="Writes down which waits have come near their limit or passed it, each once, so"
            " that nobody is told of the same wait twice.",
            counted="flags seen for the first time",
            work=_sight,
            each_night=True,
        ),
        Job(
            code="raise-late-actions",
            title="Raise what a group agreed and nobody did",
            what="Takes each late action of a group a level up, on the working day that the group"
            " has set for it: to the team manager, the service manager, the chair, the director."
            " Each level is reached once.",
            counted="actions that went up",
            work=_raise,
            each_night=True,
        ),
        Job(
            code="keep-forecasts",
            title="Keep the forecast of the month",
            what="When a month is over, keeps what is forecast for each authority then, so that a"
            " year later it can be held against what happened. Kept once a month.",
            counted="forecasts kept",
            work=_keep_forecasts,
        ),
        Job(
            code="send-digests",
            title="Mail the digests",
            what="Sends managers, chairs, reviewing officers and social workers one mail with what"
            " is newly late among their children, and whoever a group asked for something or took"
            " something up to: references and initials, no names. Nobody gets a mail on a day"
            " without news.",
            counted="mails sent",
            work=_mail,
            after=("record-sightings",),
        ),
    )
}


def run(code: str, *, night: date) -> bool:
    """Do what is not done of the job up to `night`; whether all of it is done now.

    Another run of the same job at the same time is left to do it.
    """
    job = JOBS[code]
    if not all(run(earlier, night=night) for earlier in job.after):
        return False
    with _alone(job) as alone:
        if not alone:
            return False
        _end_those_killed(job)
        return all(_attempt(job, each) for each in nights_due(job, night))


def nights_due(job: Job, night: date) -> list[date]:
    """The nights up to `night` that are still to be done, in order."""
    done = JobRun.objects.filter(job=job.code, outcome=JobRun.Outcome.DONE)
    if done.filter(for_day=night).exists():
        return []
    last = done.filter(for_day__lt=night).aggregate(last=Max("for_day"))["last"]
    if last is None or not job.each_night:
        return [night]
    missed = min((night - last).days, MOST_NIGHTS)
    return [night - timedelta(days=ago) for ago in reversed(range(missed))]


def start(code: str, *, by: Any) -> None:
    """Have a worker run the job now; only what is not done yet will be done."""
    if code not in JOBS:
        raise JobRefused("There is no such job.")
    with recording("job.started", by=by, job=code):
        pass  # nothing is stored but who asked for it
    try:
        current_app.signature(NIGHTLY[code].task).delay()
    except OperationalError:
        logger.exception("A job could not be handed over")
        raise JobRefused("The message broker does not answer, so no worker can be told.") from None


def _attempt(job: Job, night: date) -> bool:
    attempt = JobRun.objects.create(
        job=job.code, for_day=night, started_at=Now(), outcome=JobRun.Outcome.RUNNING
    )
    try:
        outcome = job.work(night)
    except Exception as error:
        logger.exception("The job %s failed for %s", job.code, night)
        outcome = Outcome(0, _without_personal_words(error), complete=False)
    JobRun.objects.filter(pk=attempt.pk).update(
        ended_at=Now(),
        outcome=JobRun.Outcome.DONE if outcome.complete else JobRun.Outcome.FAILED,
        rows=outcome.rows,
        message=outcome.message,
    )
    return outcome.complete


def _without_personal_words(error: Exception) -> str:
    if isinstance(error, Refused):
        return str(error)
    return f"Stopped by an error ({type(error).__name__}); the log of that time says where."


def _end_those_killed(job: Job) -> None:
    """Nobody else runs the job, so a run that still says it does was killed."""
    JobRun.objects.filter(job=job.code, outcome=JobRun.Outcome.RUNNING).update(
        ended_at=Now(),
        outcome=JobRun.Outcome.FAILED,
        message="Ended halfway; the work is done again.",
    )


@contextmanager
def _alone(job: Job) -> Iterator[bool]:
    """Whether no other process runs the job; the lock goes with the connection that took it."""
    key = f"casetrack job {job.code}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [key])
        taken = bool(cursor.fetchone()[0])
    try:
        yield taken
    finally:
        if taken:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [key])
