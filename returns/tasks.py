"""Jobs of the import pages; each may be delivered twice, and may have been missed."""

from uuid import UUID

from celery import shared_task
from django.utils import timezone

from returns.actions import forgotten_uploads, upload_work
from returns.actions.uploads import WORK


@shared_task(name=WORK)
def work_on_upload(uuid: str) -> None:
    upload_work.carry_out(UUID(uuid))


@shared_task(name="returns.forget_uploads")
def forget_uploads() -> None:
    forgotten_uploads.forget(now=timezone.now())
