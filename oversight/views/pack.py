"""The pack of a meeting: on the screen, as a PDF and as a Word file, which hold the same."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from oversight.meetings.pack import Pack, made
from oversight.meetings.pdf import pdf
from oversight.meetings.word_file import word_file
from oversight.views.export import as_file
from oversight.views.meetings import reached_in, the_meeting
from permanence.models import Meeting

WRITTEN = {"pdf": pdf, "docx": word_file}


@needs(Permission.PREPARE_MEETINGS)
@require_safe
def pack(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = the_meeting(request, uuid)
    shown = _pack(request, found)
    audit.looked(request, "meeting.pack", shown.children)
    context = {"meeting": found, "pack": shown, "initials": _initials(request)}
    return render(request, "oversight/pack.html", context)


@needs(Permission.PREPARE_MEETINGS)
@require_safe
def as_pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return _file(request, uuid, "pdf")


@needs(Permission.PREPARE_MEETINGS)
@require_safe
def as_word(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return _file(request, uuid, "docx")


def _file(request: HttpRequest, uuid: UUID, form: str) -> HttpResponse:
    """Called after the day of the meeting: the file is one of many on somebody's machine."""
    found = the_meeting(request, uuid)
    shown = _pack(request, found)
    initials = _initials(request)
    audit.took_out(request, "meeting.pack.file", shown.children, format=form, initials=initials)
    content = WRITTEN[form](shown)
    return as_file(content, f"meeting-{found.held_on.isoformat()}", form, stamped=False)


def _pack(request: HttpRequest, meeting: Meeting) -> Pack:
    return made(
        meeting,
        reached_in(request.user, meeting.series),
        timezone.localdate(),
        by=request.user,
        initials=_initials(request),
    )


def _initials(request: HttpRequest) -> bool:
    return request.GET.get("initials") == "yes"
