"""A child's page of locked minutes, in her record: all that stood on it when it was kept."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.views.of_child import the_child
from oversight.meetings.kept import as_head, as_sheet, with_notes
from oversight.meetings.of_child import pages_of
from oversight.views.minutes import may_prepare


@needs(Permission.SEE_CHILDREN)
@require_safe
def kept(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    child = the_child(request, uuid, Permission.SEE_CHILDREN)
    page = get_object_or_404(pages_of(child, request.user), pk=number)
    meeting = page.minutes.meeting
    notes = page.minutes.notes.filter(child=child).select_related("noted_by")
    audit.looked(request, "child.minutes", [child.pk])
    context = {
        "child": child,
        "meeting": meeting,
        "head": as_head(page.minutes.head),
        "sheet": with_notes(as_sheet(page.page), notes),
        "may_note": may_prepare(request, meeting),
    }
    return render(request, "oversight/minutes_of_child.html", context)
