"""What became of the children of a group since it last met, at one of its meetings."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from oversight.meetings.since import RULE, Became, Since, since_last
from oversight.views.meetings import counted_in, reached_in, the_meeting


@needs(Permission.READ_MINUTES)
@require_safe
def since(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = the_meeting(request, uuid, Permission.READ_MINUTES)
    asked = (request.user, found.series, Permission.READ_MINUTES)
    shown = since_last(found, reached_in(*asked), counted_in(*asked), timezone.localdate())
    audit.looked(request, "meeting.since", shown.children if shown else set())
    context = {
        "meeting": found,
        "shown": shown,
        "heading": _heading(shown) if shown else "Nothing to compare with yet",
        "rule": RULE,
        "prepares": may(request.user, Permission.PREPARE_MEETINGS),
    }
    return render(request, "oversight/since.html", context)


def _heading(shown: Since) -> str:
    """Since 29 October 2026: 4 new, 3 left; 2 worse, 5 better, 11 unchanged."""
    changed = ", ".join(f"{shown.count[became]} {became}" for became in Became)
    left = len(shown.left) + shown.unnamed
    day = words.long_day(shown.before.held_on)
    return f"Since {day}: {len(shown.came)} new, {left} left; {changed}"
