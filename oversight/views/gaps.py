"""The data gaps: what is not known, by fact and by worker, with the children it is not known of."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.models import Child
from casetrack.typed import as_at, mark
from oversight.gaps import SHOWN, gaps


@needs(Permission.SEE_TRACKER)
@require_safe
def data_gaps(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    day, wrong_date = as_at(request.GET.dict(), today)
    fact, worker = request.GET.get("fact", ""), mark(request.GET.get("worker", ""))
    children = Child.objects.visible_to(request.user, Permission.SEE_TRACKER)
    found = gaps(children, day, worker=worker, fact=fact)
    audit.looked(request, "gaps", {each.child.pk for each in found.rows}, as_at=day.isoformat())
    kept = {"as_at": day.isoformat()} if day != today else {}

    def address(**changes: str) -> str:
        chosen = {"fact": fact, "worker": str(worker or "")} | kept | changes
        return urlencode({name: value for name, value in chosen.items() if value})

    context = {
        "found": found,
        "day": day,
        "wrong_date": wrong_date,
        "more": max(found.total - SHOWN, 0),
        "facts": [
            (each, number, address(fact="" if each == fact else each), each == fact)
            for each, number in found.facts
        ],
        "workers": [
            (
                name or "No worker recorded",
                number,
                address(worker="" if uuid == worker else str(uuid or "")),
                uuid is not None and uuid == worker,
            )
            for name, uuid, number in found.workers
        ],
        "unrecorded": [
            each
            for each in authorities(request.user, Permission.SET_LIMITS)
            if each.recorded_from is None
        ],
        "pairs": [(name, value) for name, value in (("fact", fact), ("worker", worker)) if value],
    }
    return render(request, "oversight/gaps.html", context)
