"""Children who are adopted and whose record is not sealed yet: what is left to do for each."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from adoption.ready import Waiting, waiting
from casetrack import audit
from casetrack.access import visibility
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Child


@needs(Permission.SEAL_RECORDS)
@require_safe
def adopted(request: HttpRequest) -> HttpResponse:
    """Those with everything done first, then those who wait longest."""
    reached = Child.objects.visible_to(request.user, Permission.SEAL_RECORDS)
    children = reached.filter(visibility.adopted())
    listed = waiting(children, timezone.localdate())
    audit.looked(request, "adopted", [each.child.pk for each in listed])
    return render(request, "adoption/adopted.html", _context(listed, timezone.localdate()))


def _context(listed: list[Waiting], today: date) -> dict[str, Any]:
    ready = sum(each.is_ready for each in listed)
    return {"listed": listed, "ready": ready, "today": today}
