"""How each measure is counted, as it is defined: for everybody who may read how clocks are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from oversight.indicators.documents import defined
from oversight.indicators.registry import INDICATORS, in_groups


@needs(Permission.SEE_CATALOGUE)
@require_safe
def definitions(request: HttpRequest) -> HttpResponse:
    context = {
        "groups": [(group, [defined(each) for each in those]) for group, those in in_groups()],
        "count": len(INDICATORS),
        "entered": sum(not each.own for each in INDICATORS.values()),
    }
    return render(request, "oversight/definitions.html", context)
