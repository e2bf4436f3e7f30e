"""What a week in a kind of home costs: in force, one set, and many handed over as a list."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, NumberBox, ReasonedForm, choice
from casetrack.lists import MOST_ROWS, Fault, shown
from casetrack.models import Authority
from casetrack.models.codes import HOME_TYPE, PROVIDER
from casetrack.views.entry import once
from casetrack.views.sent import number_of
from casetrack.words import capital, count
from oversight.actions import rates as actions
from oversight.actions.rates import Done, Wanted
from oversight.export import CSV, csv_of
from oversight.models import WeeklyRate
from oversight.rate_list import COLUMNS, read
from oversight.views.handed_list import HandedList
from oversight.views.of_council import Council, council
from oversight.views.set_in_force import Amended, amend

ANY = "any provider"


class RateForm(ReasonedForm):
    type = choice(HOME_TYPE.current, label="Kind of home")
    provider = choice([("any", ANY), *PROVIDER.current], label="Who provides it?")
    pounds = NumberBox(label="Pounds a week")
    source = forms.CharField(
        max_length=200,
        label="Where is it from?",
        error_messages={"required": "Say where it is from"},
        help_text="The contract or the budget, with its page.",
    )
    starts_on = DateBoxes(label="From which day is it in force?")
    ends_on = DateBoxes(
        label="From which day is it in force no longer?",
        hint="Empty: until another is set.",
        required=False,
    )

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    @property
    def wanted(self) -> Wanted:
        typed = dict(self.cleaned_data)
        return Wanted(**typed | {"provider": typed["provider"].replace("any", "")})

    def why_not(self) -> dict[str, str]:
        return actions.why_not(self.wanted, self.today)


@needs(Permission.ENTER_FIGURES)
def rates(request: HttpRequest) -> HttpResponse:
    of, today = council(request, Permission.ENTER_FIGURES), timezone.localdate()
    if request.POST.get("do") in ("look", "take"):
        return _list(request, of, today)
    form = RateForm(today, request.POST if request.method == "POST" else None)
    if form.is_valid():

        def act() -> None:
            actions.set_rate(authority=of.authority, wanted=form.wanted, by=request.user, on=today)

        if once(request, form, act, done="The rate is set."):
            return redirect(f"{reverse('rates')}?council={of.authority.code}")
    rows = [(_named(each.type, each.provider), each) for each in _of(of.authority)]
    context = {
        "council": of,
        "form": form,
        "handed": HandedList(read, today),
        "now": [(named, each) for named, each in rows if each.holds_on(today)],
        "later": [(named, each) for named, each in rows if each.starts_on > today],
        "past": [(named, each) for named, each in rows if each.ends_on and each.ends_on <= today],
        "number": number_of(request),
        "most": MOST_ROWS,
    }
    return render(request, "oversight/rates.html", context)


@needs(Permission.ENTER_FIGURES)
@require_safe
def as_list(request: HttpRequest) -> HttpResponse:
    """All rates, in the form in which a list of them is taken."""
    of = council(request, Permission.ENTER_FIGURES)
    lines = [
        [each.type, each.provider, str(each.pounds), each.starts_on, each.ends_on, each.source]
        for each in _of(of.authority)
    ]
    response = HttpResponse(csv_of(COLUMNS, lines), content_type=CSV)
    name = f"weekly-rates-{of.authority.code.lower()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@needs(Permission.ENTER_FIGURES)
def rate_amend(request: HttpRequest, number: int) -> HttpResponse:
    served = [each.pk for each in council(request, Permission.ENTER_FIGURES).served]
    rows = WeeklyRate.objects.filter(authority__in=served).select_related("authority")
    row = get_object_or_404(rows, pk=number)
    named = _named(row.type, row.provider)
    amended = Amended(
        title=f"Weekly rate: {named}",
        said=f"£{row.pounds:,} a week",
        row=row,
        back=f"{reverse('rates')}?council={row.authority.code}",
        end=lambda typed: actions.end(rate=row, by=request.user, **typed),
        take_back=lambda typed: actions.take_back(rate=row, by=request.user, **typed),
    )
    return amend(request, amended)


def _list(request: HttpRequest, of: Council, today: date) -> HttpResponse:
    """Look at a list, then take it: the same text, read again."""
    form = HandedList(read, today, request.POST, request.FILES)
    done: list[Done] = []
    taken = False
    if form.is_valid():
        asked = {"authority": of.authority, "wanted": form.found.said}
        asked |= {"by": request.user, "on": today}
        done = actions.foretell(**asked)
        if request.POST["do"] == "take":
            said = count(sum(each.changed for each in done), "rate")
            taken = once(request, form, lambda: actions.set_rates(**asked), done=f"{said} set.")
    lines = {rate.key: line for line, rate in form.found.by_line} if form.found else {}
    refused = [
        Fault(lines[each.wanted.key], "", shown(each.wanted.source), each.refused)
        for each in done
        if each.refused
    ]
    fine = [each for each in done if not each.refused]
    context = {
        "council": of,
        "form": form,
        "taken": taken,
        "rows": [
            (lines[each.wanted.key], _named(each.wanted.type, each.wanted.provider), each)
            for each in fine
        ],
        "changed": sum(each.changed for each in fine),
        "same": sum(not each.changed for each in fine),
        "faults": [*(form.found.faults if form.found else ()), *refused],
        "number": number_of(request),
        "most": MOST_ROWS,
    }
    return render(request, "oversight/rates_list.html", context)


def _of(authority: Authority) -> Any:
    rows = WeeklyRate.objects.filter(authority=authority)
    return rows.select_related("set_by").order_by("type", "provider", "-starts_on")


def _named(type: str, provider: str) -> str:
    """Children’s home, agency."""
    who = PROVIDER.label(provider) if provider else ANY
    return f"{capital(HOME_TYPE.label(type))}, {who}"
