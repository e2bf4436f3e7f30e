"""The legal tracker: pre-proceedings, proceedings, panels and orders, one part at a time."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.models import Child, Team
from oversight import export as files
from oversight import queue_words
from oversight.legal.listing import Filters, Listing
from oversight.views.export import as_file


@needs(Permission.SEE_TRACKER)
@require_safe
def legal(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET, timezone.localdate())
    listing = Listing.of(Child.objects.visible_to(request.user, Permission.SEE_TRACKER), filters)
    page = listing.page()
    audit.looked(
        request,
        "legal",
        {row.child.pk for row in page},
        part=filters.part,
        as_at=filters.day.isoformat(),
    )
    served = authorities(request.user, Permission.SEE_TRACKER)
    teams = list(Team.objects.filter(authority__in=served))
    context = {
        "filters": filters,
        "listing": listing,
        "page": page,
        "teams": teams,
        "sentence": listing.sentence(_named(teams, filters)),
        "known_notes": queue_words.known_notes(served, filters.day, filters.today),
    }
    return render(request, "oversight/legal.html", context)


@needs(Permission.EXPORT_LISTS)
def export(request: HttpRequest) -> HttpResponse:
    """Taking a part out as a file: what it holds is shown before, and who took it is written."""
    asked = QueryDict(request.POST.get("back", "")[:2000])
    taking = request.method == "POST"
    filters = Filters.read(asked if taking else request.GET, timezone.localdate())
    listing = Listing.of(Child.objects.visible_to(request.user, Permission.EXPORT_LISTS), filters)
    titles, lines = listing.sheet()
    if not taking:
        teams = Team.objects.filter(pk=filters.team)
        about = listing.sentence(_named(teams, filters))
        context = {"filters": filters, "count": len(lines), "about": about, "columns": titles}
        return render(request, "oversight/legal_export.html", context)
    children = {row.child.pk for row in listing.rows}
    audit.took_out(
        request, "legal.export", children, part=filters.part, as_at=filters.day.isoformat()
    )
    return as_file(files.csv_of(titles, lines), f"legal-{filters.part}", "csv")


def _named(teams: Any, filters: Filters) -> str:
    return next((team.name for team in teams if team.pk == filters.team), "")
