"""Meeting mode: the children of an agenda one a screen, for a projector, moved through by keys."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from oversight.meetings.pack import made
from oversight.views.meetings import reached_in, the_meeting


@needs(Permission.PREPARE_MEETINGS)
@require_safe
def room(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """All of them in one page, so that going to the next child asks nothing of the server, and a
    lost connection loses nothing that is to be looked at.
    """
    found = the_meeting(request, uuid)
    initials = request.GET.get("initials") == "yes"
    reached = reached_in(request.user, found.series)
    shown = made(found, reached, timezone.localdate(), by=request.user, initials=initials)
    audit.looked(request, "meeting.room", shown.children)
    context = {"meeting": found, "pack": shown, "initials": initials}
    return render(request, "oversight/room.html", context)
