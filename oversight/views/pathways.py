"""The pathways: all of them with what was found on each, the list of one, and that as a file."""

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
from oversight import export as files
from oversight import queue_words
from oversight.models import SavedView
from oversight.pathways import words
from oversight.pathways.files import columns, lines
from oversight.pathways.filters import Filters
from oversight.pathways.listing import is_for, listed, narrowed, reached
from oversight.pathways.page import PAGE, WHOLE, shown
from oversight.pathways.pathway import Pathway
from oversight.pathways.registry import PATHWAYS
from oversight.views.export import FORMATS


@needs(Permission.SEE_TRACKER)
@require_safe
def pathways(request: HttpRequest) -> HttpResponse:
    """Every pathway that is for the reader, with the finding of its list today."""
    found = []
    for pathway in PATHWAYS.values():
        if is_for(request.user, pathway):
            filters = Filters.read(pathway, QueryDict(), timezone.localdate())
            children = reached(request.user, Permission.SEE_TRACKER, pathway)
            found.append((pathway, words.heading(pathway, listed(children, filters))))
    return render(request, "oversight/pathways.html", {"found": found})


@needs(Permission.SEE_TRACKER)
@require_safe
def pathway(request: HttpRequest, pathway: str) -> HttpResponse:
    filters = Filters.read(_pathway(request, pathway), request.GET, timezone.localdate())
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
    choices = _choices(served, every)
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
        "sentence": words.sentence(filters, len(chosen), choices["teams"], choices["workers"]),
        "known_notes": queue_words.known_notes(served, filters.day, filters.today),
        "saved_views": list(SavedView.objects.filter(user=request.user, page=filters.pathway.code)),
        **choices,
    }
    return render(request, "oversight/pathway.html", context)


@needs(Permission.EXPORT_LISTS)
def export(request: HttpRequest, pathway: str) -> HttpResponse:
    """The count is shown before, and who took the list out is written down."""
    asked = QueryDict(request.POST.get("back", "")[:2000])
    taking = request.method == "POST"
    query = asked if taking else request.GET
    filters = Filters.read(_pathway(request, pathway), query, timezone.localdate())
    children = reached(request.user, Permission.EXPORT_LISTS, filters.pathway)
    every = listed(children, filters)
    chosen = narrowed(every, filters)
    choices = _choices(authorities(request.user), every)
    about = words.sentence(filters, len(chosen), choices["teams"], choices["workers"])
    titles = [title for title, _ in columns(filters.pathway)]
    form = request.POST.get("format", "")
    if not taking or form not in FORMATS:
        context = {"filters": filters, "count": len(chosen), "about": about, "columns": titles}
        return render(request, "oversight/pathway_export.html", context)
    rows = shown(children, chosen, filters, request.user)
    ids = [row.facts["id"] for row in rows]
    code = filters.pathway.code
    as_at = filters.day.isoformat()
    audit.took_out(request, "pathway.export", ids, pathway=code, format=form, as_at=as_at)
    table = lines(filters.pathway, rows)
    content = (
        files.csv_of(titles, table)
        if form == "csv"
        else files.xlsx_of(titles, table, sheet="Pathway", about=about)
    )
    name = f"{code}-{timezone.localtime():%Y-%m-%d-%H%M}.{form}"
    return HttpResponse(
        content,
        content_type=FORMATS[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _pathway(request: HttpRequest, code: str) -> Pathway:
    """The pathway of the address; refused to whom it is not for."""
    found = PATHWAYS.get(code)
    if found is None:
        raise Http404
    if not is_for(request.user, found):
        raise PermissionDenied
    return found


def _choices(served: list[Any], every: list[Any]) -> dict[str, Any]:
    """What the filters offer: the councils served, and who works with the children of the list."""
    at_work = {row.facts["who"] for row in every}
    teams = {row.facts["team"] for row in every}
    return {
        "councils": {each.code: each.name for each in served} if len(served) > 1 else {},
        "teams": list(Team.objects.filter(authority__in=served, pk__in=teams - {None})),
        "workers": list(Worker.objects.filter(authority__in=served, uuid__in=at_work - {None})),
    }
