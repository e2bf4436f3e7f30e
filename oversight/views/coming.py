"""What passes its limit soon: what would stop it, what is booked, and whether that is in time."""

from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Child
from oversight.clocks.registry import CLOCKS
from oversight.coming import SHOWN, WINDOWS, Asked, coming


@needs(Permission.SEE_TRACKER)
@require_safe
def coming_up(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    asked = Asked.read(request.GET.dict(), today)
    children = Child.objects.visible_to(request.user, Permission.SEE_TRACKER)
    found = coming(children, asked)
    audit.looked(
        request, "coming", {each.child.pk for each in found.rows}, as_at=asked.day.isoformat()
    )
    windows = [
        (window, asked.query(today, window=window, meeting=""), asked.window == window)
        for window in WINDOWS
    ]
    context = {
        "choice": asked,
        "found": found,
        "more": max(found.total - SHOWN, 0),
        "windows": windows,
        "unbooked_query": asked.query(today, unbooked="" if asked.unbooked else "yes"),
        "workers": [
            (name or "No worker recorded", number, asked.query(today, worker=uuid or ""))
            for name, uuid, number in found.workers
        ],
        "every_query": asked.query(today, every="" if asked.every else "yes"),
        "everybody": asked.query(today, worker=""),
        "clock_title": CLOCKS[asked.clock].title if asked.clock else "",
        "without_clock": asked.query(today, clock=""),
        "boxes": (("day", 2, "Day"), ("month", 2, "Month"), ("year", 4, "Year")),
        "pairs": parse_qsl(asked.query(today, as_at="", meeting="")),
    }
    return render(request, "oversight/coming.html", context)
