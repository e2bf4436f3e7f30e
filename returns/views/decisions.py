"""What may be done with a run: import it, put it aside, or have its work begun again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from returns import access
from returns.actions import uploads
from returns.models import Upload


@needs(Permission.LOAD_RETURNS)
@require_POST
def confirm(request: HttpRequest, uuid: UUID) -> HttpResponse:
    accept = request.POST.get("accept_closures") == "yes"
    try:
        uploads.confirm(upload=_upload(request, uuid), accept_closures=accept, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("returns-run", uuid)


@needs(Permission.LOAD_RETURNS)
@require_POST
def put_aside(request: HttpRequest, uuid: UUID) -> HttpResponse:
    uploads.put_aside(upload=_upload(request, uuid), by=request.user)
    messages.success(request, "The return is put aside. Nothing was imported.")
    return redirect("returns")


@needs(Permission.LOAD_RETURNS)
@require_POST
def again(request: HttpRequest, uuid: UUID) -> HttpResponse:
    uploads.ask_again(upload=_upload(request, uuid))
    return redirect("returns-run", uuid)


def _upload(request: HttpRequest, uuid: UUID) -> Upload:
    return get_object_or_404(Upload, run__in=access.runs(request.user), uuid=uuid)
