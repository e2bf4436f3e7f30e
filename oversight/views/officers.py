"""The reviewing officers: who has how many children, what is late, who stands in for whom.

For whoever leads them. What is listed of children is listed of those the reader reaches.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.actions import cover as covering
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes
from casetrack.models import Authority, Child, Cover, Worker
from casetrack.typed import mark
from oversight.officers.desk import (
    USUAL_WEEKS,
    WEEKS,
    desk,
    in_care,
    looked_at,
    not_looked_at,
    officers_of,
)

MOST = 200


class CoverForm(forms.Form):
    """Who is away, from when to when, and who stands in."""

    absent = forms.ModelChoiceField(
        Worker.objects.none(),
        label="Who is away?",
        to_field_name="uuid",
        empty_label="Choose one",
        error_messages={"required": "Choose who is away"},
    )
    stands_in = forms.ModelChoiceField(
        Worker.objects.none(),
        label="Who stands in?",
        to_field_name="uuid",
        empty_label="Choose one",
        error_messages={"required": "Choose who stands in"},
    )
    starts_on = DateBoxes(label="First day away")
    ends_on = DateBoxes(label="First day back")

    def __init__(self, authority: Authority, today: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["absent"].queryset = covering.officers(authority, today)
        self.fields["stands_in"].queryset = covering.standing_in(authority, today)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if {"absent", "stands_in", "starts_on", "ends_on"} <= found.keys() and (
            reason := covering.why_not_arrange(**found)
        ):
            self.add_error("stands_in", reason)
        return found


@needs(Permission.ALLOCATE_IRO)
def officers(request: HttpRequest) -> HttpResponse:
    authority, today = the_authority(request), timezone.localdate()
    form = CoverForm(authority, today, request.POST if request.method == "POST" else None)
    if form.is_valid() and _arranged(request, form):
        return redirect(f"{reverse('officers')}?authority={authority.code}")
    weeks = _weeks(request)
    found = desk(authority, _reached(request, authority), today, weeks)
    context = {
        "authority": authority,
        "served": authorities(request.user, Permission.ALLOCATE_IRO),
        "desk": found,
        "form": form,
        "today": today,
        "day": authority.known_day(today),
        **_choice(weeks),
    }
    return render(request, "oversight/officers.html", context)


def _arranged(request: HttpRequest, form: CoverForm) -> bool:
    try:
        covering.arrange(by=request.user, **form.cleaned_data)
    except Refused as refused:
        form.add_error("stands_in", str(refused))
        return False
    messages.success(request, "The cover is arranged. The children’s own officer stays the same.")
    return True


@needs(Permission.ALLOCATE_IRO)
def end_cover(request: HttpRequest, number: int) -> HttpResponse:
    served = authorities(request.user, Permission.ALLOCATE_IRO)
    today = timezone.localdate()
    known = Cover.objects.filter(absent__authority__in=served, ends_on__gt=today)
    cover = get_object_or_404(known.select_related("absent__authority", "stands_in"), pk=number)
    back = f"{reverse('officers')}?authority={cover.absent.authority.code}"
    if request.method == "POST":
        try:
            covering.end(cover=cover, on=today, by=request.user)
            messages.success(request, "The cover has ended.")
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect(back)
    context = {"cover": cover, "today": today, "back": back}
    return render(request, "oversight/cover_end.html", context)


@needs(Permission.ALLOCATE_IRO)
@require_safe
def children(request: HttpRequest) -> HttpResponse:
    """Those at whom no officer has looked for so many weeks, of one officer or all; or those who
    have no officer.
    """
    authority, weeks = the_authority(request), _weeks(request)
    day = authority.known_day(timezone.localdate())
    cared = in_care(_reached(request, authority), day)
    held = officers_of(cared, day)
    alone = request.GET.get("show") == "alone"
    whose = _asked_for(request, authority)
    found = looked_at(cared, day) if alone else not_looked_at(cared, day, weeks)
    if alone:
        found = [each for each in found if each.child not in held]
    elif whose is not None:
        found = [each for each in found if held.get(each.child) == whose.pk]
    shown = cared.in_bulk([each.child for each in found[:MOST]])
    workers = Worker.objects.in_bulk({held[child] for child in shown if child in held})
    audit.looked(request, "officers.children", list(shown))
    context = {
        "authority": authority,
        "rows": [
            (shown[each.child], each, workers.get(held.get(each.child, 0)))
            for each in found
            if each.child in shown
        ],
        "count": len(found),
        "alone": alone,
        "whose": whose,
        "day": day,
        **_choice(weeks),
    }
    return render(request, "oversight/officers_children.html", context)


def _asked_for(request: HttpRequest, authority: Authority) -> Worker | None:
    """The officer whose children are asked for, by the mark in the address."""
    asked = mark(request.GET.get("officer", ""))
    return Worker.objects.filter(authority=authority, uuid=asked).first() if asked else None


def the_authority(request: HttpRequest) -> Authority:
    """The one named in the address, of those whose officers the reader leads; else the first."""
    served = authorities(request.user, Permission.ALLOCATE_IRO)
    code = request.GET.get("authority") or served[0].code
    found = next((each for each in served if each.code == code), None)
    if found is None:
        raise Http404
    return found


def _reached(request: HttpRequest, authority: Authority) -> Any:
    visible = Child.objects.visible_to(request.user, Permission.ALLOCATE_IRO)
    return visible.filter(authority=authority)


def _weeks(request: HttpRequest) -> int:
    asked = request.GET.get("weeks", "")
    return next((each for each in WEEKS if str(each) == asked), USUAL_WEEKS)


def _choice(weeks: int) -> dict[str, Any]:
    """What the list of weeks to choose from needs."""
    offered = {str(each): f"{each} weeks" for each in WEEKS}
    return {"weeks": weeks, "choices": offered, "chosen": str(weeks), "usual": USUAL_WEEKS}
