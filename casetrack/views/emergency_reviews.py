"""The guardian's review of records that were opened in an emergency."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions import break_glass as emergency
from casetrack.actions.refusal import Refused
from casetrack.audit import AuditEvent
from casetrack.forms import choice, text
from casetrack.looks import by_day_and_person, looks_at
from casetrack.models import BreakGlass, Child

PAGE = 50


class ReviewForm(forms.Form):
    outcome = choice(BreakGlass.Outcome.choices, label="Was it justified?")
    words = text(max_length=500, label="Why?", help_text="Up to 500 characters.")


@needs(Permission.REVIEW_ACCESS)
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """Still open, to be reviewed, and reviewed: the newest first."""
    found = _reached(request).order_by(F("reviewed_at").desc(nulls_first=True), "-opened_at")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    waiting = _reached(request).to_review().count()
    audit.looked(request, "break-glass.reviews", {each.child_id for each in page})
    context = {"page": page, "waiting": waiting, "open": _open(request)}
    return render(request, "casetrack/emergency_reviews.html", context)


@needs(Permission.REVIEW_ACCESS)
def review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    opened = get_object_or_404(_reached(request), uuid=uuid)
    why_not = emergency.why_not_review(opened, request.user)
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            emergency.review(opened=opened, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The review is noted.")
            return redirect("break-glass-reviews")
    audit.looked(request, "break-glass.review", [opened.child_id])
    context = {"opened": opened, "form": form, "why_not": why_not, **_done(opened)}
    return render(request, "casetrack/emergency_review.html", context)


def _reached(request: HttpRequest) -> Any:
    watched = Child.objects.visible_to(request.user, Permission.REVIEW_ACCESS)
    found = BreakGlass.objects.filter(child__in=watched)
    return found.select_related("user", "child", "reviewed_by")


def _open(request: HttpRequest) -> set[int]:
    return set(_reached(request).in_force().values_list("pk", flat=True))


def _done(opened: BreakGlass) -> dict[str, Any]:
    """What the person looked at of the record while it was open, and how often they wrote to it."""
    meanwhile = (opened.opened_at, opened.ended_at)
    looked = looks_at(opened.child_id).filter(user_id=opened.user_id, at__range=meanwhile)
    wrote = AuditEvent.objects.filter(
        kind=AuditEvent.Kind.WRITE,
        user_id=opened.user_id,
        children__contains=[opened.child_id],
        at__range=meanwhile,
    )
    days = by_day_and_person(list(looked))
    return {
        "looks": [look for _, people in days for _, theirs in people for look in theirs],
        "writes": wrote.exclude(what__startswith="emergency.").count(),
    }
