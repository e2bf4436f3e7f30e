"""Choosing one or several children of the tracker for a cohort."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions import submissions
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes, question
from casetrack.models import Child
from casetrack.views.sent import number_of
from oversight.actions import cohorts
from oversight.chosen import chosen
from oversight.models import Cohort, CohortMember


class JoinForm(forms.Form):
    """Which cohort, since when, and what would have been without it."""

    def __init__(self, authorities: set[int], today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["cohort"] = forms.ModelChoiceField(
            Cohort.objects.filter(authority__in=authorities, ends_on=None),
            label="Which cohort?",
            to_field_name="uuid",
            empty_label="Choose one",
            error_messages={"required": "Choose a cohort"},
        )
        self.fields["starts_on"] = DateBoxes(label="Since when?", hint="For example 27 3 2026")
        for name in ("expected_on", "expected_because"):
            self.fields[name] = question(CohortMember._meta.get_field(name))

    def clean_starts_on(self) -> date:
        starts_on: date = self.cleaned_data["starts_on"]
        if starts_on > self.today:
            raise forms.ValidationError("Enter a date that is not in the future")
        return starts_on


@needs(Permission.MANAGE_COHORTS)
def join(request: HttpRequest) -> HttpResponse:
    picked = chosen(request, Permission.MANAGE_COHORTS)
    if not picked.children:
        messages.error(request, "Tick at least one child on the page first.")
        return redirect(picked.back)
    today = timezone.localdate()
    served = {child.authority_id for child in picked.children}
    initial = {"starts_on": today, "cohort": request.GET.get("cohort", "")}
    typed = request.POST if request.method == "POST" else None
    form = JoinForm(served, today, typed, initial=initial)
    if form.is_valid():
        try:
            left_out = _join(request, form.cleaned_data, picked.children)
        except submissions.AlreadySent as sent:
            messages.info(request, str(sent))
            return redirect(picked.back)
        except Refused as refused:
            form.add_error("cohort", str(refused))
        else:
            _tell(request, picked.children, left_out)
            return redirect(reverse("cohort", args=[form.cleaned_data["cohort"].uuid]))
    audit.looked(request, "tracker.cohort", picked.ids)
    context = {"form": form, "picked": picked, "number": number_of(request)}
    return render(request, "oversight/cohort_join.html", context)


@transaction.atomic
def _join(request: HttpRequest, answers: dict[str, Any], children: list[Child]) -> list[Child]:
    """Those who are not in the cohort yet join it; the others are given back."""
    submissions.claim(number_of(request))
    held = cohorts.already_in(answers["cohort"], children, answers["starts_on"])
    joining = [child for child in children if child.pk not in held]
    if joining:
        cohorts.add(children=joining, by=request.user, **answers)
    return [child for child in children if child.pk in held]


def _tell(request: HttpRequest, children: list[Child], left_out: list[Child]) -> None:
    if joined := len(children) - len(left_out):
        messages.success(request, f"{words.children(joined)} added to the cohort.")
    if left_out:
        names = words.listed([child.name for child in left_out])
        messages.error(request, f"Not added: {names}. In the cohort already.")
