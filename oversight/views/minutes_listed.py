"""The meetings whose minutes the reader may read, the newest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from oversight.meetings.minutes import STAGES
from permanence.models import Meeting


@needs(Permission.READ_MINUTES)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    served = authorities(request.user, Permission.READ_MINUTES)
    begun = Meeting.objects.filter(series__authority__in=served).exclude(opened_at=None)
    found = begun.select_related("series__authority", "chaired_by").order_by("-held_on", "pk")
    context = {
        "listed": [(meeting, STAGES[meeting.stage]) for meeting in found],
        "several": len(served) > 1,
    }
    return render(request, "oversight/minutes_listed.html", context)
