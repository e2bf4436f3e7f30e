"""Taking a pathway's list out as a file: the count is shown before, and who took it is written."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from oversight import export as files
from oversight.pathways import words
from oversight.pathways.files import columns, lines
from oversight.pathways.filters import Filters
from oversight.pathways.listing import listed, narrowed, reached
from oversight.pathways.page import shown
from oversight.views.export import FORMATS, as_file
from oversight.views.pathways import choices_of, pathway_of


@needs(Permission.EXPORT_LISTS)
def export(request: HttpRequest, pathway: str) -> HttpResponse:
    asked = QueryDict(request.POST.get("back", "")[:2000])
    query = asked if request.method == "POST" else request.GET
    filters = Filters.read(pathway_of(request, pathway), query, timezone.localdate())
    children = reached(request.user, Permission.EXPORT_LISTS, filters.pathway)
    every = listed(children, filters)
    chosen = narrowed(every, filters)
    choices = choices_of(authorities(request.user), every)
    about = words.sentence(filters, len(chosen), choices)
    titles = [title for title, _ in columns(filters.pathway)]
    form = request.POST.get("format", "")
    if form not in FORMATS:
        context = {"filters": filters, "count": len(chosen), "about": about, "columns": titles}
        return render(request, "oversight/pathway_export.html", context)
    rows = shown(children, chosen, filters, request.user)
    code = filters.pathway.code
    audit.took_out(
        request,
        "pathway.export",
        [row.facts["id"] for row in rows],
        pathway=code,
        format=form,
        as_at=filters.day.isoformat(),
    )
    table = lines(filters.pathway, rows)
    content = (
        files.csv_of(titles, table)
        if form == "csv"
        else files.xlsx_of(titles, table, sheet="Pathway", about=about)
    )
    return as_file(content, code, form)
