"""One review, from the day it was held to the day on which everybody has its record."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.record.entry import EntryForm
from casetrack.views.of_child import the_child
from oversight.reviews.page import ReviewPage
from oversight.views.review_steps import STEPS
from permanence.models import Review

ON_THE_PAGE = ("meeting", "decision", "plan", "close")
"""The steps whose questions stand on the page itself, where they can be taken."""
IN_ONE_PRESS = ("decisions-sent", "record-made", "record-sent")


@needs(Permission.SEE_CHILDREN)
@require_safe
def review(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    child = the_child(request, uuid, Permission.SEE_CHILDREN)
    found = Review.objects.filter(child=child).select_related("child", "held_by", "answered_by")
    page = ReviewPage(get_object_or_404(found, pk=number), timezone.localdate())
    may_do = permitted(request.user, child)
    audit.looked(request, "review", [child.pk])
    part, what = page.next_step
    context = {
        "child": child,
        "review": page.review,
        "page": page,
        "today": page.today,
        "may_do": may_do,
        "next_part": part,
        "next_what": what,
        "forms": _forms(page) if Permission.RECORD_REVIEWS in may_do else {},
        "presses": _presses(page) if Permission.RECORD_REVIEWS in may_do else {},
    }
    return render(request, "oversight/review.html", context)


def _forms(page: ReviewPage) -> dict[str, EntryForm]:
    """Those that can be filled in now, by the code of their step."""
    review = page.review
    return {
        code: STEPS[code].form(review, page.today, None)
        for code in ON_THE_PAGE
        if not STEPS[code].why_not(review) and (code != "plan" or not page.judged)
    }


def _presses(page: ReviewPage) -> dict[str, EntryForm]:
    """What is recorded with today's day by one press."""
    return {
        code: STEPS[code].form(page.review, page.today, None)
        for code in IN_ONE_PRESS
        if not STEPS[code].why_not(page.review)
    }
