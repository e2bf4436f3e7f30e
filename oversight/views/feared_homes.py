"""Homes that were feared for a child and have not come: what was judged of them, written down."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, ReasonedForm, choice, question
from casetrack.models import Child
from casetrack.models.codes import HOME_TYPE, PROVIDER
from casetrack.typed import mark
from casetrack.views.entry import once
from casetrack.views.of_child import the_child
from casetrack.views.sent import number_of
from oversight.actions import feared_homes as actions
from oversight.actions.feared_homes import Wanted
from oversight.models import FearedHome
from oversight.models.savings import MOST_WEEKS
from oversight.views.take_back import BackForm

ANY = "any provider"


def _percent(label: str) -> forms.IntegerField:
    missing = {"required": "Enter a whole number from 0 to 100"}
    missing |= dict.fromkeys(("invalid", "min_value", "max_value"), missing["required"])
    return forms.IntegerField(label=label, min_value=0, max_value=100, error_messages=missing)


class FearedHomeForm(ReasonedForm):
    from_on = DateBoxes(
        label="From which day on was it feared?",
        hint="Weeks are counted from this day, as long as the child lives where they do then.",
    )
    type = choice(HOME_TYPE.current, label="Which kind of home was feared?")
    provider = choice([("any", ANY), *PROVIDER.current], label="Who would have provided it?")
    low = _percent("Lowest chance, percent")
    central = _percent("Central chance, percent")
    high = _percent("Highest chance, percent")
    most_weeks = forms.IntegerField(
        label="For how many weeks at most?",
        min_value=1,
        max_value=MOST_WEEKS,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), f"Enter weeks from 1 to {MOST_WEEKS}"
        ),
    )
    why = question(FearedHome._meta.get_field("why"), help_text="The child may read this one day.")
    judged_by = question(
        FearedHome._meta.get_field("judged_by"),
        help_text="A person or a meeting, with its day: the panel of 20 April 2026. "
        "Never a child’s name.",
    )

    def __init__(self, child: Child, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child, self.today = child, today

    @property
    def wanted(self) -> Wanted:
        typed = dict(self.cleaned_data)
        return Wanted(**typed | {"provider": typed["provider"].replace("any", "")})

    def why_not(self) -> dict[str, str]:
        return actions.why_not(self.child, self.wanted, self.today)


@needs(Permission.ENTER_FIGURES)
def feared_homes(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Write one, or take one back (`which` in the form says which)."""
    child = the_child(request, uuid, Permission.SEE_CHILDREN, Permission.ENTER_FIGURES)
    today = timezone.localdate()
    held = FearedHome.objects.filter(child=child).order_by("-from_on")
    taking = request.POST.get("do") == "take-back"
    typed = request.POST if request.method == "POST" else None
    form = FearedHomeForm(child, today, None if taking else typed)
    back = BackForm(typed if taking else None)
    sent: forms.Form = back if taking else form
    which = mark(request.POST.get("which", ""))

    def act() -> None:
        if taking:
            feared = get_object_or_404(held, uuid=which)
            actions.take_back(feared=feared, why=back.cleaned_data["why"], by=request.user)
        else:
            actions.write(child=child, wanted=form.wanted, by=request.user, on=today)

    done = "It is taken back." if taking else "The home that was feared is written down."
    if sent.is_valid() and once(request, sent, act, done=done):
        return redirect("child-feared-homes", uuid=child.uuid)
    audit.looked(request, "child.feared-homes", [child.pk])
    context = {
        "child": child,
        "form": form,
        "sent": sent,
        "back": back,
        "held": [
            (each, taking and each.uuid == which) for each in held.select_related("entered_by")
        ],
        "number": number_of(request),
    }
    return render(request, "oversight/feared_homes.html", context)
