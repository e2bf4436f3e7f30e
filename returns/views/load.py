"""Handing over the files of returns: kept on disk at once, then tried by a worker."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from returns import access
from returns.actions import uploads
from returns.forms import LoadForm
from returns.models import Upload
from returns.views.receiving import Bounded


# The limit must be in place before the body is read, and the check of the form's token reads it:
# so the token is checked one step further in.
@csrf_exempt
@needs(Permission.LOAD_RETURNS)
def load(request: HttpRequest) -> HttpResponse:
    limit = Bounded(request)
    request.upload_handlers.insert(0, limit)
    try:
        return _load(request, limit)
    except TooManyFilesSent:
        messages.error(request, "These are more than 100 files. Put them into a zip.")
        return redirect("returns-load")


@csrf_protect
def _load(request: HttpRequest, limit: Bounded) -> HttpResponse:
    token = _token(request)
    upload = Upload.objects.filter(uuid=token).select_related("run").first()
    if upload is not None and upload.by_id != request.user.pk:
        raise Http404
    if upload is not None and upload.run is not None:
        return redirect("returns-run", token)
    form = LoadForm(
        access.authorities(request.user),
        request.POST if request.method == "POST" else None,
        chosen=request.FILES.getlist("files"),
        kept=upload,
        too_large=limit.exceeded,
    )
    valid = form.is_valid()
    if form.readable:
        upload = form.kept = uploads.keep(uuid=token, files=form.readable, by=request.user)
    if valid and upload is not None:
        authority, year = form.which
        uploads.start_check(
            upload=upload, authority=authority, year=year, on=timezone.localdate(), by=request.user
        )
        return redirect("returns-run", token)
    context = {"form": form, "token": token, "kept": upload, "most": uploads.most_in_words()}
    return render(request, "returns/load.html", context)


def _token(request: HttpRequest) -> UUID:
    """Names this upload from its first page on, so that a form sent twice is one upload."""
    try:
        return UUID(request.POST.get("upload", ""))
    except ValueError:
        return uuid4()
