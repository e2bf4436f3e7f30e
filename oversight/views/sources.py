"""One measure in all its sources: what is entered or published beside what the facts give."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.words import count
from oversight.indicators.beside import Beside, beside
from oversight.indicators.inputs import named
from oversight.indicators.registry import INDICATORS
from oversight.views.of_council import Council, council


@needs(Permission.SEE_MEASURES)
@require_safe
def sources(request: HttpRequest, code: str) -> HttpResponse:
    asked = named(code)
    if asked is None:
        raise Http404
    of = council(request, Permission.SEE_MEASURES)
    found = beside(of.authority, asked)
    context = {
        "council": of,
        "asked": asked,
        "found": found,
        "heading": _heading(found),
        "days": [(day, found.apart(day)) for day in found.days],
        "back": _back(code, of),
    }
    return render(request, "oversight/sources.html", context)


def _back(code: str, of: Council) -> str:
    """The page of the measure; of what is only entered, the scorecard."""
    page = reverse("measure", args=[code]) if code in INDICATORS else reverse("measures")
    return f"{page}?council={of.authority.code}"


def _heading(found: Beside) -> str:
    """Sources differ on 2 of 5 days; nothing differs on 5 days."""
    if not found.days:
        return "no other source is entered"
    days = count(len(found.days), "day")
    if found.contradicted:
        return f"sources differ on {found.contradicted} of {days}"
    return f"nothing differs on {days}"
