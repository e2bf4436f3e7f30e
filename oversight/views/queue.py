"""The tracker queue: the children whose plans somebody watches, most serious wait first."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.models import Allocation, Child, Team, Worker
from casetrack.views.search import SearchForm
from oversight import finds, queue_words
from oversight.clocks.registry import in_groups
from oversight.models import SavedView
from oversight.queue_filters import AGE_WORDS, COLUMNS, HOMES, ROUTES, SHOW, SORTS, Filters
from oversight.tracker import page_of


@needs(Permission.SEE_TRACKER)
@sensitive_post_parameters("words")
def queue(request: HttpRequest) -> HttpResponse:
    """The list of the address; what somebody looks for in it may be a name, and is posted."""
    filters = Filters.read(request.GET, timezone.localdate(), finds.kept(request.session))
    form = SearchForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        mark = finds.keep(request.session, form.cleaned_data["words"])
        return redirect(f"{reverse('tracker')}?{filters.query(find=mark)}")
    page = page_of(Child.objects.visible_to(request.user, Permission.SEE_TRACKER), filters)
    audit.looked(
        request, "tracker", [row.facts["id"] for row in page.rows], as_at=filters.day.isoformat()
    )
    served = authorities(request.user)
    choices = _choices(served, filters)
    narrowed = queue_words.narrowed(filters, choices["teams"], choices["workers"])
    context = {
        "filters": filters,
        "form": form,
        "page": page,
        "chips": page.chips,
        "heading": queue_words.heading(filters, page.chips),
        "show_chips": queue_words.show_chips(filters, page.chips),
        "clock_chips": queue_words.clock_chips(filters, page.chips),
        "narrowed": narrowed,
        "sentence": queue_words.sentence(filters, narrowed, page.chips.listed),
        "headers": queue_words.headers(filters),
        "known_notes": queue_words.known_notes(served, filters.day, filters.today),
        "sort_words": SORTS[filters.sort],
        "saved_views": list(SavedView.objects.filter(user=request.user, page="")),
        **choices,
    }
    return render(request, "oversight/queue.html", context)


def _choices(served: list[Any], filters: Filters) -> dict[str, Any]:
    """What the filters offer: everything there is, and the workers who have children on the day."""
    at_work = Allocation.objects.on(filters.day).filter(worker=OuterRef("pk"))
    workers = Worker.objects.filter(authority__in=served)
    return {
        "teams": list(Team.objects.filter(authority__in=served)),
        "workers": list(workers.filter(Exists(at_work) | Q(uuid=filters.worker))),
        "options": {
            "show": SHOW,
            "clocks": in_groups(),
            "route": ROUTES,
            "home": HOMES,
            "age": AGE_WORDS,
            "sort": SORTS,
            "columns": COLUMNS,
        },
    }
