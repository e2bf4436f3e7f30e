"""Every clock as a manager reads it: what it counts, from which source, and how serious it is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from oversight.clocks.registry import CLOCKS


@needs(Permission.SEE_CATALOGUE)
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    clocks = sorted(CLOCKS.values(), key=lambda clock: (clock.rank, clock.title))
    groups = [
        ("Set by law or statutory guidance", [c for c in clocks if c.rank <= 1]),
        ("National targets", [c for c in clocks if c.rank == 2]),
        ("Local practice and our own proposals", [c for c in clocks if c.rank > 2]),
    ]
    return render(request, "oversight/catalogue.html", {"groups": groups, "count": len(clocks)})
