"""Unusual looks at records in one week, for the guardian of data."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.models import Child
from casetrack.oddities import DAYS, MOST_ROWS, week_before
from casetrack.oddities import oddities as found_in


@needs(Permission.REVIEW_ACCESS)
@require_safe
def oddities(request: HttpRequest) -> HttpResponse:
    until = _until(request.GET.get("until", ""))
    since, end = week_before(until)
    served = [authority.pk for authority in authorities(request.user, Permission.REVIEW_ACCESS)]
    found = found_in(authorities=served, since=since, until=end)
    shown = {row.child_uuid for each in found for row in each.rows} - {None}
    ids = Child.objects.filter(uuid__in=shown).values_list("pk", flat=True)
    audit.looked(request, "oddities", ids, until=until.isoformat())
    context = {
        "found": found,
        "whole": sum(each.count for each in found),
        "first": until - timedelta(days=DAYS),
        "last": until - timedelta(days=1),
        "most": MOST_ROWS,
        "earlier": until - timedelta(days=DAYS),
    }
    return render(request, "casetrack/oddities.html", context)


def _until(asked: str) -> date:
    """The day after the week; today is in it unless another is asked for."""
    try:
        return min(date.fromisoformat(asked), date(9000, 1, 1))
    except ValueError:
        return timezone.localdate() + timedelta(days=1)
