"""Beat seals the audit every few seconds, mails about unusual looks once a week, and forgets."""

from datetime import timedelta

from celery.schedules import crontab
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_celery_beat.models import PeriodicTask
from django_celery_beat.schedulers import ModelEntry

from casetrack import tasks
from casetrack.celery import app
from casetrack.models import Submission


def installed(name: str) -> PeriodicTask:
    ModelEntry.from_entry(name, app=app, **app.conf.beat_schedule[name])
    return PeriodicTask.objects.get(name=name)


def test_the_audit_is_sealed_every_three_seconds(db: None) -> None:
    entry = installed("seal-audit")
    assert entry.task == tasks.seal_audit.name
    assert (entry.interval.every, entry.interval.period) == (3, "seconds")
    assert entry.expire_seconds == 10


def test_the_guardian_is_mailed_on_mondays(db: None) -> None:
    entry = installed("send-oddities")
    assert entry.task == tasks.send_oddities.name
    assert isinstance(entry.schedule, crontab)
    assert (entry.schedule.day_of_week, min(entry.schedule.hour)) == ({1}, 7)


def test_what_ended_is_forgotten_every_night(db: None) -> None:
    assert installed("forget-what-ended").task == tasks.forget_what_ended.name
    now = timezone.now()
    for key, days in (("ended", -1), ("going-on", 1)):
        Session.objects.create(session_key=key, expire_date=now + timedelta(days=days))
    for days in (1, 31):
        Submission.objects.create(at=now - timedelta(days=days))
    tasks.forget_what_ended()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["going-on"]
    assert Submission.objects.count() == 1
