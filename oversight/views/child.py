"""The child page: where we are, every clock to scale, and the arithmetic under each flag."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.models import Child
from casetrack.record import registry
from casetrack.typed import as_at
from oversight import queue_words
from oversight.child_record import ChildRecord
from oversight.chosen import way_back
from oversight.meetings.of_child import pages_of
from oversight.pathways.registry import PATHWAYS
from oversight.provenance import explained
from oversight.timeline import timeline


@needs(Permission.SEE_CHILDREN)
@require_safe
def child(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A child whom the reader may not see gives the same answer as one who does not exist."""
    found, family = _with_family(request, uuid)
    today = timezone.localdate()
    day, wrong_date = as_at(request.GET.dict(), today)
    seen = [found.pk, *[each.pk for each in family]]
    audit.looked(request, "child", seen, record=found.pk, as_at=day.isoformat())
    record = ChildRecord(found, day, family)
    may_do = permitted(request.user, found)
    told = explained(record)
    context = {
        "may_do": may_do,
        "officer": Permission.RECORD_REVIEWS in may_do,
        "may_record": any(
            kind.asks and may_do.intersection(kind.permissions) for kind in registry.every()
        ),
        "child": found,
        "record": record,
        "day": day,
        "today": today,
        "wrong_date": wrong_date,
        "known_notes": queue_words.known_notes([found.authority], day, today),
        "explained": told,
        "late": [each for each in told if each.wait.serious],
        "in_time": [each for each in told if not each.wait.serious],
        "timeline": timeline(record),
        "family": record.most_serious,
        "voice": record.voice,
        "minute_pages": pages_of(found, request.user).defer("page", "minutes__head"),
        "back": way_back(request.GET),
        "back_to": _came_from(request.GET),
    }
    return render(request, "oversight/child.html", context)


def _came_from(asked: QueryDict) -> str:
    page = asked.get("page")
    if page == "my-children":
        return "the officer’s children" if asked.get("back") else "my children"
    return "the pathway" if page in PATHWAYS else "the tracker"


def _with_family(request: HttpRequest, uuid: UUID) -> tuple[Child, list[Child]]:
    """The child, and the brothers and sisters whom the reader may see."""
    visible = Child.objects.visible_to(request.user).family_of(uuid).select_related("authority")
    family = list(visible.order_by("born_on", "reference"))
    found = next((each for each in family if each.uuid == uuid), None)
    if found is None:
        raise Http404
    return found, [each for each in family if each is not found]
