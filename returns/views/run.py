"""One run from the check to the import: how far it is, then its report."""

import zlib
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Child
from returns import access
from returns.actions.upload_work import is_worked_on
from returns.models import ImportRun, State, Step, Upload
from returns.report_page import ReportPage

PATIENCE = timedelta(seconds=60)


@needs(Permission.LOAD_RETURNS)
@require_safe
def run(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = get_object_or_404(
        access.runs(request.user).select_related("authority", "by"), uuid=uuid
    )
    upload = Upload.objects.filter(run=found).first()
    context = {"run": found, "upload": upload}
    if found.state in (State.WAITING, State.RUNNING):
        return render(request, "returns/progress.html", context | _progress(found, upload))
    if found.report is None:
        return render(request, "returns/stopped.html", context)
    shown = access.as_read_by(request.user, found)
    return _report(request, ReportPage(shown, upload), context)


def _report(request: HttpRequest, page: ReportPage, context: dict[str, Any]) -> HttpResponse:
    children = Child.objects.filter(authority=page.run.authority, reference__in=page.references)
    ids = list(children.values_list("pk", flat=True))
    audit.looked(request, "return.report", ids, run=str(page.run.uuid))
    return render(request, "returns/report.html", context | {"page": page})


@needs(Permission.LOAD_RETURNS)
@require_safe
def progress(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Asked for every second by the page: nothing new, the news, or "look at the whole page"."""
    found = get_object_or_404(access.runs(request.user), uuid=uuid)
    if found.state not in (State.WAITING, State.RUNNING):
        return HttpResponseClientRefresh()
    news = _progress(found, Upload.objects.filter(run=found).first())
    if request.GET.get("seen") == news["seen"]:
        return HttpResponse(status=204)
    return render(request, "returns/_progress.html", {"run": found} | news)


def _progress(run: ImportRun, upload: Upload | None) -> dict[str, Any]:
    now = run.progress or "waiting for its turn"
    stalled = _is_stalled(run, upload)
    return {
        "now": now[0].upper() + now[1:],
        "importing": upload is not None and upload.step == Step.IMPORT,
        "stalled": stalled,
        "seen": str(zlib.crc32(f"{now} {stalled}".encode())),
    }


def _is_stalled(run: ImportRun, upload: Upload | None) -> bool:
    """Asked for a while ago, and no worker is at it: it was killed, or none is running."""
    if upload is None or upload.asked_at is None:
        return False
    return upload.asked_at < timezone.now() - PATIENCE and not is_worked_on(run)
