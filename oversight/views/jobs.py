"""Job health: what runs at night, whether it did, and what went wrong."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from casetrack import words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from oversight.actions import jobs as working
from oversight.job_health import health


@needs(Permission.SEE_JOBS)
@require_safe
def jobs(request: HttpRequest) -> HttpResponse:
    shown = health(timezone.localtime())
    wrong = [each for each in shown if each.missed or each.tone == "red"]
    heading = f"{words.count(len(wrong), 'job')} of {len(shown)} to look at"
    if not wrong:
        heading = "The nightly jobs are in order"
    return render(request, "oversight/jobs.html", {"shown": shown, "heading": heading})


@needs(Permission.SEE_JOBS)
@require_POST
def run_now(request: HttpRequest, code: str) -> HttpResponse:
    try:
        working.start(code, by=request.user)
        messages.success(request, "The job was handed to a worker. Load this page again shortly.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("jobs")
