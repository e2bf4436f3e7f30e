"""Delays to be decided and delays that are justified: the desk of whoever decides and disputes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Child
from oversight import delays as finding


@needs(Permission.SEE_TRACKER)
@require_safe
def delays(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    found = finding.of(Child.objects.visible_to(request.user, Permission.SEE_TRACKER), today)
    audit.looked(request, "delays", found.children)
    may_do = [
        permission
        for permission in (Permission.JUSTIFY_DELAY, Permission.RECORD_REVIEWS)
        if finding.may(request.user, permission)
    ]
    context = {"delays": found, "may_do": may_do, "today": today}
    return render(request, "oversight/delays.html", context)
