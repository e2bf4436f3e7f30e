"""Beat seals the audit every few seconds, and mails about unusual looks once a week."""

from celery.schedules import crontab
from django_celery_beat.models import PeriodicTask
from django_celery_beat.schedulers import ModelEntry

from casetrack import tasks
from casetrack.celery import app


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
