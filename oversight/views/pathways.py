"""The pathways: all of them with what was found on each, and the list of one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.models import Team, Worker
from oversight import queue_words
from oversight.models import SavedView
from oversight.pathways import words
from oversight.pathways.filters import Filters
from oversight.pathways.listing import counted, is_for, listed, narrowed, reached
from oversight.pathways.page import shown
from oversight.pathways.pathway import Pathway
from oversight.pathways.registry import PATHWAYS
from oversight.tracker import PAGE, WHOLE


@needs(Permission.SEE_TRACKER)
@require_safe
def pathways(request: HttpRequest) -> HttpResponse:
    """Every pathway that is for the reader, with the finding of its list today."""
    found = []
    for pathway in PATHWAYS.values():
        if is_for(request.user, pathway):
            filters = Filters.read(pathway, QueryDict(), timezone.localdate())
            children = reached(request.user, Permission.SEE_TRACKER, pathway)
            found.append((pathway, words.heading(pathway, counted(children, filters))))
    return render(request, "oversight/pathways.html", {"found": found})


@needs(Permission.SEE_TRACKER)
@require_safe
def pathway(request: HttpRequest, pathway: str) -> HttpResponse:
    filters = Filters.read(pathway_of(request, pathway), request.GET, timezone.localdate())
    children = reached(request.user, Permission.SEE_TRACKER, filters.pathway)
    every = listed(children, filters)
    chosen = narrowed(every, filters)
    page = Paginator(chosen, WHOLE if filters.whole else PAGE).get_page(filters.page)
    rows = shown(children, list(page), filters, request.user)
    audit.looked(
        request,
        "pathway",
        [row.facts["id"] for row in rows],
        pathway=filters.pathway.code,
        as_at=filters.day.isoformat(),
    )
    served = authorities(request.user)
    choices = choices_of(served, every)
    context = {
        "filters": filters,
        "pathway": filters.pathway,
        "rows": rows,
        "page": page,
        "listed": len(chosen),
        "heading": words.heading(filters.pathway, chosen),
        "stage_chips": words.stage_chips(every, filters),
        "mark_chips": words.mark_chips(every, filters),
        "meanings": words.meanings(filters.pathway),
        "sentence": words.sentence(filters, len(chosen), choices),
        "known_notes": queue_words.known_notes(served, filters.day, filters.today),
        "saved_views": list(SavedView.objects.filter(user=request.user, page=filters.pathway.code)),
        **choices,
    }
    return render(request, "oversight/pathway.html", context)


def pathway_of(request: HttpRequest, code: str) -> Pathway:
    """The pathway of the address; refused to whom it is not for."""
    found = PATHWAYS.get(code)
    if found is None:
        raise Http404
    if not is_for(request.user, found):
        raise PermissionDenied
    return found


def choices_of(served: list[Any], every: list[Any]) -> dict[str, Any]:
    """What the filters offer: the councils served, and who works with the children of the list."""
    at_work = {row.facts["who"] for row in every}
    teams = {row.facts["team"] for row in every}
    return {
        "councils": {each.code: each.name for each in served} if len(served) > 1 else {},
        "teams": list(Team.objects.filter(authority__in=served, pk__in=teams - {None})),
        "workers": list(Worker.objects.filter(authority__in=served, uuid__in=at_work - {None})),
    }
