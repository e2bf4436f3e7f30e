"""One cohort: its children, what became of each, and the weeks saved with their arithmetic."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes
from casetrack.models import Child
from casetrack.typed import as_at
from oversight import queue_words
from oversight.actions import cohorts as actions
from oversight.chosen import ReferenceForm
from oversight.cohorts.became import Totals
from oversight.kinds.cohorts import CODE
from oversight.views.cohorts import members_of, the_cohort


class EndForm(forms.Form):
    on = DateBoxes(label="When did the cohort end?", hint="For example 27 3 2026")


@needs(Permission.MANAGE_COHORTS)
@sensitive_post_parameters("reference")
def cohort(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = the_cohort(request, uuid)
    form = ReferenceForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        visible = Child.objects.visible_to(request.user, Permission.MANAGE_COHORTS)
        if child := form.child(visible.filter(authority=found.authority)):
            way = f"?child={child.uuid}&cohort={found.uuid}"
            return redirect(reverse("tracker-cohort") + way)
    today = timezone.localdate()
    day, wrong_date = as_at(request.GET.dict(), today)
    known = found.authority.known_day(day)
    children = members_of(request, [found], known)[found.pk]
    audit.looked(request, "cohort", {each.member.child_id for each in children}, as_at=str(day))
    totals = Totals.of(children)
    context = {
        "cohort": found,
        "form": form,
        "children": children,
        "totals": totals,
        "heading": f"{found.name}: {words.children(totals.children)}",
        "day": day,
        "today": today,
        "pairs": [],
        "wrong_date": wrong_date,
        "known_notes": queue_words.known_notes([found.authority], day, today),
        "kind": CODE,
    }
    return render(request, "oversight/cohort.html", context)


@needs(Permission.MANAGE_COHORTS)
def end(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The work with every child who is still in it ends with the cohort."""
    found = the_cohort(request, uuid)
    today = timezone.localdate()
    form = EndForm(request.POST if request.method == "POST" else None, initial={"on": today})
    if form.is_valid():
        on = form.cleaned_data["on"]
        try:
            if on > today:
                raise actions.CohortRefused("Enter a date that is not in the future.")
            actions.end(cohort=found, on=on, by=request.user)
        except Refused as refused:
            form.add_error("on", str(refused))
        else:
            messages.success(request, "The cohort has ended.")
            return redirect("cohort", found.uuid)
    return render(request, "oversight/cohort_end.html", {"cohort": found, "form": form})
