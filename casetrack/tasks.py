"""The jobs of the ground floor as the timetable calls them; only here is the time asked."""

from datetime import date

from celery import shared_task
from django.utils import timezone

from casetrack.actions import oddities, sealing


@shared_task(name="casetrack.tasks.seal_audit")
def seal_audit() -> None:
    sealing.seal(now=timezone.now())


@shared_task(name="casetrack.tasks.send_oddities")
def send_oddities(day: str | None = None) -> None:
    oddities.send(on=date.fromisoformat(day) if day else timezone.localdate(), by=None)
