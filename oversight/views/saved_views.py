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
from oversight.queue_filters import Filters


@needs(Permission.SEE_TRACKER)
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(QueryDict(request.POST.get("back", "")[:2000]), timezone.localdate())
    try:
        view = saved_views.save(
            by=request.user, name=request.POST.get("name", ""), query=filters.kept
        )
        messages.success(request, f"Saved as “{view.name}”.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(way_back(request.POST))


@needs(Permission.SEE_TRACKER)
@require_POST
def delete(request: HttpRequest, uuid: UUID) -> HttpResponse:
    view = get_object_or_404(SavedView, uuid=uuid, user=request.user)
    saved_views.delete(view=view, by=request.user)
    messages.success(request, f"“{view.name}” is deleted.")
    return redirect(way_back(request.POST))
