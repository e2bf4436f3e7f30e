"""The jobs of this floor as the timetable calls them; only here is the time asked."""

from celery import shared_task
from django.utils import timezone

from permanence.actions import mid_points


@shared_task(name="permanence.tasks.forget_drafts")
def forget_drafts() -> None:
    mid_points.forget_drafts(now=timezone.now())
