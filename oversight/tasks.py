"""The nightly jobs as the timetable calls them. Only here is it asked which night it is."""

from datetime import date

from celery import shared_task
from django.utils import timezone

from oversight.actions import jobs
from oversight.indicators.kept import forget_old


def _night(asked: str | None) -> date:
    return date.fromisoformat(asked) if asked else timezone.localdate()


@shared_task(name="oversight.tasks.verify_clocks")
def verify_clocks(night: str | None = None) -> None:
    jobs.run("verify-clocks", night=_night(night))


@shared_task(name="oversight.tasks.record_sightings")
def record_sightings(night: str | None = None) -> None:
    jobs.run("record-sightings", night=_night(night))


@shared_task(name="oversight.tasks.keep_forecasts")
def keep_forecasts(night: str | None = None) -> None:
    jobs.run("keep-forecasts", night=_night(night))


@shared_task(name="oversight.tasks.raise_late_actions")
def raise_late_actions(night: str | None = None) -> None:
    jobs.run("raise-late-actions", night=_night(night))


@shared_task(name="oversight.tasks.send_digests")
def send_digests(night: str | None = None) -> None:
    jobs.run("send-digests", night=_night(night))


@shared_task(name="oversight.tasks.forget_changes")
def forget_changes() -> None:
    forget_old()
