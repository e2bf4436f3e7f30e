"""The board's page: totals only, with numbers from 1 to 5 hidden; no way from here to a child.

Everybody in care is counted, children whose record is restricted as well: a total that left them
out would be wrong, and names nobody.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from oversight import totals as counting


@needs(Permission.SEE_TOTALS)
@require_safe
def totals(request: HttpRequest) -> HttpResponse:
    """As at today, never a day of the reader's choice: two near days would show one child."""
    served = authorities(request.user, Permission.SEE_TOTALS)
    today = timezone.localdate()
    shown = [counting.totals(authority, today) for authority in served]
    return render(request, "oversight/totals.html", {"shown": shown, "today": today})
