"""The child page: where we are, every clock to scale, and the arithmetic under each flag."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
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
from oversight.child_record import ChildRecord, most_serious
from oversight.chosen import way_back
from oversight.provenance import explained
from oversight.timeline import timeline
from permanence.voice import latest_words


@needs(Permission.SEE_CHILDREN)
@require_safe
def child(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A child whom the reader may not see gives the same answer as one who does not exist."""
    visible = Child.objects.visible_to(request.user).select_related("authority")
    found = get_object_or_404(visible, uuid=uuid)
    today = timezone.localdate()
    day, wrong_date = as_at(request.GET.dict(), today)
    family = _family(request, found)
    seen = [found.pk, *[each.pk for each in family]]
    audit.looked(request, "child", seen, record=found.pk, as_at=day.isoformat())
    record = ChildRecord(found, day)
    may_do = permitted(request.user, found)
    context = {
        "may_do": may_do,
        "may_record": any(
            kind.asks and may_do.intersection(kind.permissions) for kind in registry.every()
        ),
        "child": found,
        "record": record,
        "day": day,
        "today": today,
        "wrong_date": wrong_date,
        "known_notes": queue_words.known_notes([found.authority], day, today),
        "explained": explained(record),
        "timeline": timeline(record),
        "family": most_serious(family, day),
        "voice": latest_words([found.pk], record.day).get(found.pk),
        "back": way_back(request.GET),
    }
    return render(request, "oversight/child.html", context)


def _family(request: HttpRequest, found: Child) -> list[Child]:
    """The brothers and sisters whom the reader may see."""
    if found.siblings_id is None:
        return []
    visible = Child.objects.visible_to(request.user).filter(siblings=found.siblings_id)
    return list(visible.exclude(pk=found.pk).order_by("born_on", "reference"))
