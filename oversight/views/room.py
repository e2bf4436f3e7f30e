"""Meeting mode: the children of an agenda one a screen, for a projector, moved through by keys."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from oversight.meetings.deciding import KEYS, About, DecisionForm, about, offered
from oversight.meetings.pack import made
from oversight.views.meetings import reached_in, the_meeting
from oversight.views.room_record import FindingForm, entries_of, items_of
from permanence.models import AgendaItem, DecisionKind, Meeting, MeetingStage, Question


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
    items = list(items_of(request, found))
    choices = about([item.child_id for item in items], found.held_on)
    recorded = entries_of(found, items, initials)
    context = {
        "meeting": found,
        "pack": shown,
        "initials": initials,
        "screens": list(
            zip(
                shown.sheets,
                items,
                recorded,
                [choices[item.child_id] for item in items],
                strict=True,
            )
        ),
        **_recording(found, items),
    }
    return render(request, "oversight/room.html", context)


def _recording(meeting: Meeting, items: Sequence[AgendaItem]) -> dict[str, Any]:
    """What the dialogs of the room are made of: a form of each kind, of no child yet."""
    if meeting.stage != MeetingStage.OPEN:
        return {"recording": False}
    choices = offered(meeting.series, meeting.held_on, meeting)
    forms = [
        (kind.value, kind.label, KEYS[kind], DecisionForm(kind, About(), choices))
        for kind in DecisionKind
    ]
    return {
        "recording": bool(items),
        "forms": forms,
        "questions": [FindingForm(asked, None) for asked in Question.values],
    }
