"""Keeping a list under a name, and letting it go."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from oversight.actions import saved_views
from oversight.chosen import way_back
from oversight.models import SavedView
from oversight.pathways.filters import Filters as PathwayFilters
from oversight.pathways.pathway import Pathway
from oversight.pathways.registry import PATHWAYS
from oversight.queue_filters import Filters


@needs(Permission.SEE_TRACKER)
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    page = PATHWAYS.get(request.POST.get("page", ""))
    try:
        view = saved_views.save(
            by=request.user,
            name=request.POST.get("name", ""),
            query=_kept(QueryDict(request.POST.get("back", "")[:2000]), page),
            page=page.code if page else "",
        )
        messages.success(request, f"Saved as “{view.name}”.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(way_back(request.POST))


def _kept(asked: QueryDict, page: Pathway | None) -> str:
    """Of the address of the list, of a pathway or of the tracker, what a view keeps."""
    today = timezone.localdate()
    return PathwayFilters.read(page, asked, today).kept if page else Filters.read(asked, today).kept


@needs(Permission.SEE_TRACKER)
@require_POST
def delete(request: HttpRequest, uuid: UUID) -> HttpResponse:
    view = get_object_or_404(SavedView, uuid=uuid, user=request.user)
    saved_views.delete(view=view, by=request.user)
    messages.success(request, f"“{view.name}” is deleted.")
    return redirect(way_back(request.POST))
