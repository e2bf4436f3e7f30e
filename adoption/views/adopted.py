"""Children who are adopted and whose record is not sealed yet: what is left to do for each."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from adoption.ready import waiting
from casetrack import audit
from casetrack.access import visibility
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Child

PAGE = 50


@needs(Permission.SEAL_RECORDS)
@require_safe
def adopted(request: HttpRequest) -> HttpResponse:
    """Those with everything done first, then those who wait longest."""
    reached = Child.objects.visible_to(request.user, Permission.SEAL_RECORDS)
    listed = waiting(reached.filter(visibility.adopted()), timezone.localdate())
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    audit.looked(request, "adopted", [each.child.pk for each in page])
    ready = sum(each.is_ready for each in listed)
    return render(request, "adoption/adopted.html", {"page": page, "ready": ready})
