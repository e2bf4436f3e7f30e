"""What stands out after a meeting, for the director: on the screen and as a PDF."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from oversight.meetings.exceptions import made
from oversight.meetings.pack import Pack
from oversight.views.export import as_file
from oversight.views.meetings import reached_in
from oversight.views.minutes import WRITTEN, minuted
from permanence.models import Meeting


@needs(Permission.READ_MINUTES)
@require_safe
def exceptions(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = minuted(request, uuid)
    shown = _report(request, found)
    audit.looked(request, "meeting.exceptions", shown.children)
    context = {"meeting": found, "pack": shown, "tables": shown.sheets[0].tables}
    return render(request, "oversight/exceptions.html", context)


@needs(Permission.READ_MINUTES)
@require_safe
def as_pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = minuted(request, uuid)
    shown = _report(request, found)
    audit.took_out(request, "meeting.exceptions.file", shown.children, format="pdf")
    name = f"for-the-director-{found.held_on.isoformat()}"
    return as_file(WRITTEN["pdf"](shown), name, "pdf", stamped=False)


def _report(request: HttpRequest, meeting: Meeting) -> Pack:
    return made(meeting, reached_in(request.user, meeting.series, Permission.READ_MINUTES))
