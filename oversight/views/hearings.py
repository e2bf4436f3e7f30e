"""The calendar of hearings: a month by days, and a file for the reader's own calendar."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit, dates, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.models import Child, Team
from casetrack.typed import number
from oversight.legal import hearings as listed


@needs(Permission.SEE_TRACKER)
@require_safe
def hearings(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    first = listed.month_of(request.GET.get("month", ""), today)
    team = number(request.GET.get("team", ""))
    found = list(listed.in_month(_hearings(request, team), first))
    audit.looked(
        request, "hearings", {each.child_id for each in found}, month=first.isoformat()[:7]
    )
    served = authorities(request.user, Permission.SEE_TRACKER)
    off = sum(each.vacated_on is not None for each in found)
    context = {
        "days": listed.by_day(found, today),
        "heading": _heading(len(found) - off, off, f"{first:%B %Y}"),
        "month": f"{first:%Y-%m}",
        "this_month": f"{today:%Y-%m}",
        "earlier": f"{dates.add_months(first, -1):%Y-%m}",
        "later": f"{dates.add_months(first, 1):%Y-%m}",
        "pairs": [("month", f"{first:%Y-%m}")],
        "teams": list(Team.objects.filter(authority__in=served)),
        "team": team,
        "today": today,
    }
    return render(request, "oversight/hearings.html", context)


@needs(Permission.SEE_TRACKER)
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """It names nobody, and yet says of a child that there is a hearing: so it is written down."""
    moment = timezone.now()
    found = _hearings(request, number(request.GET.get("team", "")))
    coming = list(listed.for_a_calendar(found, timezone.localdate(moment)))
    audit.took_out(request, "hearings.calendar", {each.child_id for each in coming})
    return HttpResponse(
        listed.calendar(coming, made_at=moment, site=settings.SITE_ADDRESS.rstrip("/")),
        content_type=listed.CALENDAR,
        headers={"Content-Disposition": 'attachment; filename="hearings.ics"'},
    )


def _hearings(request: HttpRequest, team: int | None) -> Any:
    visible = Child.objects.visible_to(request.user, Permission.SEE_TRACKER)
    return listed.hearings(visible, timezone.localdate(), team)


def _heading(standing: int, off: int, month: str) -> str:
    """12 hearings in November 2026, and 2 called off."""
    said = f"{words.count(standing, 'hearing')} in {month}"
    return f"{said}, and {off} called off" if off else said
