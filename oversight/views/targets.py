"""Targets, and what measures are held against: all of them by measure, and those of one."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, NumberBox, ReasonedForm, choice
from casetrack.models import Authority
from casetrack.views.entry import once
from casetrack.views.sent import number_of
from casetrack.words import capital, long_day
from oversight.actions import benchmarks
from oversight.actions.benchmarks import Wanted
from oversight.indicators.benchmarks import Comparison, held_against
from oversight.indicators.indicator import Indicator
from oversight.indicators.inputs import of_indicator
from oversight.indicators.national import NATIONAL
from oversight.indicators.registry import INDICATORS, in_groups
from oversight.models import Benchmark, Whose
from oversight.views.of_council import Council, council
from oversight.views.of_measure import measure_named
from oversight.views.set_in_force import Amended, amend


class TargetForm(ReasonedForm):
    """A figure to hold a measure against; what is set for later days stays set."""

    whose = choice(Whose.choices, label="Whose figure is it?")
    source = forms.CharField(
        max_length=200,
        label="Where is it from?",
        error_messages={"required": "Say where it is from"},
        help_text="The decision, the plan or the publication, with its page.",
    )
    starts_on = DateBoxes(label="From which day is it in force?")
    ends_on = DateBoxes(
        label="From which day is it in force no longer?",
        hint="Empty: until another is set.",
        required=False,
    )

    def __init__(self, indicator: Indicator, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator, self.today = indicator, today
        self.fields["value"] = NumberBox(label=f"Figure, {indicator.unit}")
        self.order_fields(["whose", "value"])

    @property
    def wanted(self) -> Wanted:
        return Wanted(indicator=self.indicator.code, **self.cleaned_data)

    def why_not(self) -> dict[str, str]:
        return benchmarks.why_not(self.wanted, self.today)


@dataclass(frozen=True)
class Held:
    """A measure with what it is held against on a day, and what is set for later."""

    indicator: Indicator
    against: list[Comparison]
    later: list[Benchmark]

    def of(self, whose: str) -> list[Comparison]:
        return [each for each in self.against if each.whose == whose]

    @property
    def target(self) -> Comparison | None:
        return next(iter(self.of(Whose.TARGET)), None)

    @property
    def target_said(self) -> str:
        return said(self.indicator, self.target.value) if self.target else ""

    @property
    def others(self) -> list[tuple[str, Comparison]]:
        return [
            (said(self.indicator, each.value), each)
            for each in self.against
            if each.whose != Whose.TARGET
        ]

    @property
    def later_said(self) -> list[str]:
        return [
            f"{said(self.indicator, each.value)} from {long_day(each.starts_on)}"
            for each in self.later
        ]


def said(indicator: Indicator, value: Decimal | float) -> str:
    return of_indicator(indicator).said(Decimal(str(value)))


@needs(Permission.SET_TARGETS)
@require_safe
def targets(request: HttpRequest) -> HttpResponse:
    of, today = council(request, Permission.SET_TARGETS), timezone.localdate()
    held = _held(of.authority, today)
    context = {
        "council": of,
        "groups": [
            (group, [held[each.code] for each in some]) for group, some in in_groups() if some
        ],
        "measures": len(held),
        "aimed_at": sum(each.target is not None for each in held.values()),
    }
    return render(request, "oversight/targets.html", context)


@needs(Permission.SET_TARGETS)
def target(request: HttpRequest, code: str) -> HttpResponse:
    """One measure: what it is held against, all that was ever set, and the form to set more."""
    indicator = measure_named(code)
    of, today = council(request, Permission.SET_TARGETS), timezone.localdate()
    form = TargetForm(indicator, today, request.POST if request.method == "POST" else None)
    if form.is_valid() and _set(request, form, of, today):
        return redirect(f"{reverse('target', args=[code])}?council={of.authority.code}")
    rows = _of(of.authority, code)
    context = {
        "council": of,
        "indicator": indicator,
        "form": form,
        "number": number_of(request),
        "held": Held(
            indicator, held_against(of.authority, [code], today).get(code, []), list(rows)
        ),
        "rows": [(said(indicator, each.value), each) for each in rows],
        "national": [
            (said(indicator, each.value), Whose(each.whose).label, each)
            for each in NATIONAL
            if each.indicator == code
        ],
        "today": today,
    }
    return render(request, "oversight/target.html", context)


@needs(Permission.SET_TARGETS)
def target_amend(request: HttpRequest, code: str, number: int) -> HttpResponse:
    indicator = measure_named(code)
    served = [each.pk for each in council(request, Permission.SET_TARGETS).served]
    rows = Benchmark.objects.filter(authority__in=served, indicator=code)
    row = get_object_or_404(rows.select_related("authority"), pk=number)
    amended = Amended(
        title=f"{indicator.titled}: {row.get_whose_display()}",
        said=f"{capital(row.get_whose_display())}: {said(indicator, row.value)}",
        row=row,
        back=f"{reverse('target', args=[code])}?council={row.authority.code}",
        end=lambda typed: benchmarks.end(benchmark=row, by=request.user, **typed),
        take_back=lambda typed: benchmarks.take_back(benchmark=row, by=request.user, **typed),
    )
    return amend(request, amended)


def _set(request: HttpRequest, form: TargetForm, of: Council, today: date) -> bool:
    def act() -> None:
        benchmarks.set_benchmark(
            authority=of.authority, wanted=form.wanted, by=request.user, on=today
        )

    return once(request, form, act, done="It is set.")


def _of(authority: Authority, code: str) -> QuerySet[Benchmark]:
    """Of each kind of figure all that was ever in force, the newest first."""
    rows = Benchmark.objects.filter(authority=authority, indicator=code)
    return rows.select_related("set_by").order_by("-starts_on", "whose")


def _held(authority: Authority, today: date) -> dict[str, Held]:
    against = held_against(authority, INDICATORS, today)
    later: dict[str, list[Benchmark]] = {}
    ahead = Benchmark.objects.filter(authority=authority, starts_on__gt=today)
    for each in ahead.order_by("starts_on"):
        later.setdefault(each.indicator, []).append(each)
    return {
        code: Held(indicator, against.get(code, []), later.get(code, []))
        for code, indicator in INDICATORS.items()
    }
