"""What work towards moves cost: entered for a period, put right, taken back."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, NumberBox, ReasonedForm, question
from casetrack.typed import number
from casetrack.views.entry import once
from casetrack.views.sent import number_of
from oversight.actions import savings_work as actions
from oversight.actions.savings_work import Wanted
from oversight.models import SavingsWork
from oversight.views.of_council import council
from oversight.views.take_back import BackForm


class WorkForm(ReasonedForm):
    name = question(SavingsWork._meta.get_field("name"))
    pounds = NumberBox(label="Pounds for the whole period")
    starts_on = DateBoxes(label="From which day?")
    ends_on = DateBoxes(
        label="From which day on no longer?",
        hint="For a financial year, 1 April of the next.",
    )
    source = forms.CharField(
        max_length=200,
        label="Where is it from?",
        error_messages={"required": "Say where it is from"},
        help_text="The budget or the ledger, with its page.",
    )

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    @property
    def wanted(self) -> Wanted:
        return Wanted(**self.cleaned_data)

    def why_not(self) -> dict[str, str]:
        return actions.why_not(self.wanted, self.today)


@needs(Permission.ENTER_FIGURES)
def work(request: HttpRequest) -> HttpResponse:
    """Enter one, or take one back (`which` in the form says which)."""
    of, today = council(request, Permission.ENTER_FIGURES), timezone.localdate()
    held = SavingsWork.objects.filter(authority=of.authority).order_by("-starts_on", "name")
    taking = request.POST.get("do") == "take-back"
    typed = request.POST if request.method == "POST" else None
    form, back = WorkForm(today, None if taking else typed), BackForm(typed if taking else None)
    sent: forms.Form = back if taking else form

    def act() -> None:
        if taking:
            which = get_object_or_404(held, pk=_which(request))
            actions.take_back(work=which, why=back.cleaned_data["why"], by=request.user)
        else:
            actions.enter(authority=of.authority, wanted=form.wanted, by=request.user, on=today)

    done = "It is taken back." if taking else "What the work cost is entered."
    if sent.is_valid() and once(request, sent, act, done=done):
        return redirect(f"{reverse('savings-work')}?council={of.authority.code}")
    context = {
        "council": of,
        "form": form,
        "sent": sent,
        "back": back,
        "held": [
            (each, taking and each.pk == _which(request)) for each in held.select_related("set_by")
        ],
        "number": number_of(request),
    }
    return render(request, "oversight/savings_work.html", context)


def _which(request: HttpRequest) -> int:
    return number(request.POST.get("which", "")) or 0
