"""The cohorts of an authority: what they are for, how many children, what was saved; a new one."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes, question
from casetrack.models import Authority, Child
from oversight.actions import cohorts as actions
from oversight.cohorts.aims import AIMS
from oversight.cohorts.became import Became, Totals, became
from oversight.models import Cohort, CohortAim, CohortMember

PRESETS = [aim for aim in AIMS.values() if aim.suggested]


class StartForm(forms.Form):
    """A cohort's aim, its name and since when; whose, where the reader serves several."""

    authority = forms.ModelChoiceField(
        Authority.objects.none(), label="Authority", empty_label=None
    )

    def __init__(self, served: list[Any], today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.only = served[0] if len(served) == 1 else None
        self.fields["authority"].queryset = Authority.objects.filter(
            pk__in=[each.pk for each in served]
        )
        if self.only is not None:
            del self.fields["authority"]
        for name in ("aim", "name", "about"):
            self.fields[name] = question(Cohort._meta.get_field(name))
        self.fields["on"] = DateBoxes(label="Since when?", hint="For example 27 3 2026")

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError("Enter a date that is not in the future")
        return on

    @property
    def answers(self) -> dict[str, Any]:
        return {"authority": self.only} | self.cleaned_data


@needs(Permission.MANAGE_COHORTS)
@require_safe
def cohorts(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    served = authorities(request.user, Permission.MANAGE_COHORTS)
    found = list(Cohort.objects.filter(authority__in=served).select_related("authority"))
    children = members_of(request, found, today)
    shown = {each.member.child_id for those in children.values() for each in those}
    audit.looked(request, "cohorts", shown)
    context = {
        "listed": [(cohort, Totals.of(children[cohort.pk])) for cohort in found],
        "several": len(served) > 1,
        "presets": PRESETS,
        "today": today,
    }
    return render(request, "oversight/cohorts.html", context)


def members_of(request: HttpRequest, cohorts: list[Cohort], day: date) -> dict[int, list[Became]]:
    """By cohort (id), what became of the children whom the reader reaches, by their references."""
    visible = Child.objects.visible_to(request.user, Permission.MANAGE_COHORTS)
    members = CohortMember.objects.filter(cohort__in=cohorts, child__in=visible, starts_on__lte=day)
    members = members.select_related("child", "cohort").order_by("child__reference", "starts_on")
    found: dict[int, list[Became]] = defaultdict(list)
    for each in became(members, day):
        found[each.member.cohort_id].append(each)
    return found


@needs(Permission.MANAGE_COHORTS)
def start(request: HttpRequest) -> HttpResponse:
    """One of the presets gives an aim and a name to begin with; both may be changed."""
    today = timezone.localdate()
    aim = AIMS.get(request.GET.get("aim", ""), AIMS[CohortAim.OTHER])
    initial = {"aim": str(aim.code) if aim.suggested else "", "on": today}
    initial |= {"name": aim.suggested, "about": aim.about}
    served = authorities(request.user, Permission.MANAGE_COHORTS)
    typed = request.POST if request.method == "POST" else None
    form = StartForm(served, today, typed, initial=initial)
    if form.is_valid():
        try:
            made = actions.start(by=request.user, **form.answers)
        except Refused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, "The cohort is started. Choose its children now.")
            return redirect("cohort", made.uuid)
    return render(request, "oversight/cohort_start.html", {"form": form})


def the_cohort(request: HttpRequest, uuid: UUID) -> Cohort:
    """A cohort of an authority in which the reader manages cohorts; any other does not exist."""
    served = authorities(request.user, Permission.MANAGE_COHORTS)
    known = Cohort.objects.filter(authority__in=served).select_related("authority")
    return get_object_or_404(known, uuid=uuid)
