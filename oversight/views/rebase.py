"""From which months the chart of a measure counts anew what is usual, and why."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, ReasonedForm, question
from casetrack.typed import number
from casetrack.views.entry import once
from casetrack.views.sent import number_of
from oversight.actions import rebases
from oversight.models import Rebase
from oversight.views.of_council import council
from oversight.views.of_measure import measure_named
from oversight.views.take_back import BackForm


class RebaseForm(ReasonedForm):
    from_on = DateBoxes(label="From which month on?", hint="Its first day, for example 1 4 2026")
    reason = question(Rebase._meta.get_field("reason"))

    def __init__(self, indicator: str, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator, self.today = indicator, today

    def why_not(self) -> dict[str, str]:
        return rebases.why_not(self.indicator, **self.cleaned_data, today=self.today)


@needs(Permission.SET_TARGETS)
def rebase(request: HttpRequest, code: str) -> HttpResponse:
    """Set one, or take one back (`which` in the form says which)."""
    indicator = measure_named(code)
    of, today = council(request, Permission.SET_TARGETS), timezone.localdate()
    held = Rebase.objects.filter(authority=of.authority, indicator=code).order_by("-from_on")
    taking = request.POST.get("do") == "take-back"
    typed = request.POST if request.method == "POST" else None
    form = RebaseForm(code, today, None if taking else typed)
    back = BackForm(typed if taking else None)
    sent: forms.Form = back if taking else form

    def act() -> None:
        if taking:
            which = get_object_or_404(held, pk=_which(request))
            rebases.take_back(rebase=which, why=back.cleaned_data["why"], by=request.user)
        else:
            rebases.rebase(
                authority=of.authority,
                indicator=code,
                by=request.user,
                on=today,
                **form.cleaned_data,
            )

    done = "The chart counts again as before." if taking else "The chart counts anew from there."
    if sent.is_valid() and once(request, sent, act, done=done):
        return redirect(f"{reverse('measure-rebase', args=[code])}?council={of.authority.code}")
    context = {
        "council": of,
        "indicator": indicator,
        "charted": not indicator.goes_on,
        "form": form,
        "sent": sent,
        "back": back,
        "held": [
            (each, taking and each.pk == _which(request))
            for each in held.select_related("decided_by")
        ],
        "number": number_of(request),
    }
    return render(request, "oversight/rebase.html", context)


def _which(request: HttpRequest) -> int:
    return number(request.POST.get("which", "")) or 0
