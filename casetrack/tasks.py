"""The jobs of the ground floor as the timetable calls them; only here is the time asked."""

from datetime import date, timedelta

from celery import shared_task
from django.contrib.sessions.models import Session
from django.utils import timezone

from casetrack.actions import oddities, sealing, submissions

FORMS_KEPT = timedelta(days=30)


@shared_task(name="casetrack.tasks.seal_audit")
def seal_audit() -> None:
    sealing.seal(now=timezone.now())


@shared_task(name="casetrack.tasks.send_oddities")
def send_oddities(day: str | None = None) -> None:
    oddities.send(on=date.fromisoformat(day) if day else timezone.localdate(), by=None)


@shared_task(name="casetrack.tasks.forget_what_ended")
def forget_what_ended() -> None:
    """Sessions that have ended, which may hold a name that was looked for; numbers of old forms."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    submissions.forget(before=timezone.now() - FORMS_KEPT)
