"""Every clock as a manager reads it, and every rule with what became of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from oversight.clocks.registry import CLOCKS
from oversight.clocks.rulebook import PARTS, RULES


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


@needs(Permission.SEE_CATALOGUE)
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Each rule with the clocks that count it, the step of a route that it is, or why neither."""
    parts = [
        (part, [rule for rule in RULES.values() if rule.part == part]) for part in PARTS.values()
    ]
    context = {
        "parts": parts,
        "count": len(RULES),
        "clocks": len(CLOCKS),
        "counted": sum(bool(rule.clocks) for rule in RULES.values()),
        "steps": sum(bool(rule.step) for rule in RULES.values()),
        "left_out": sum(bool(rule.why_not) for rule in RULES.values()),
        "unruled": [clock for clock in CLOCKS.values() if not clock.rules],
    }
    return render(request, "oversight/rules.html", context)
