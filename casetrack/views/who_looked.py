"""Who has looked at a child's record: for those who work with the child, and the guardian."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.looks import by_day_and_person, looks_at
from casetrack.models import Child

PAGE = 50


@needs(Permission.SEE_WHO_LOOKED)
@require_safe
def who_looked(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """By reference, because the guardian of data reads nobody's name."""
    reached = Child.objects.visible_to(request.user, Permission.SEE_WHO_LOOKED)
    child = get_object_or_404(reached, uuid=uuid)
    audit.looked(request, "child.looked", [child.pk])
    page = Paginator(looks_at(child.pk), PAGE).get_page(request.GET.get("page"))
    context = {"child": child, "page": page, "days": by_day_and_person(list(page))}
    return render(request, "casetrack/who_looked.html", context)
