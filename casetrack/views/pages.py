"""Pages that stand for themselves: health and the accessibility statement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casetrack.access.decorators import open_to_all


@open_to_all
def health(request: HttpRequest) -> HttpResponse:
    """For load balancers: the web process answers. It asks nothing of the database."""
    return HttpResponse("ok", content_type="text/plain")


@open_to_all
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "casetrack/accessibility.html")
