"""The board's page: totals only, with numbers from 1 to 5 hidden; no way from here to a child."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES
from casetrack.access.visibility import assignments
from oversight import totals as counting


@needs(Permission.SEE_TOTALS)
def totals(request: HttpRequest) -> HttpResponse:
    """As at today, never a day of the reader's choice: two near days would show one child."""
    served = {
        held.authority_id: held.authority
        for held in assignments(request.user)
        if Permission.SEE_TOTALS in ROLES[held.role].permissions
    }
    today = timezone.localdate()
    shown = [counting.totals(authority, today) for authority in served.values()]
    return render(request, "oversight/totals.html", {"shown": shown, "today": today})
