"""How many children are to be expected, by type of home over a year; what if; what it costs.

Totals of the authority for those who see measures in full: numbers are told from five children on.
Of no child is anything foretold.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import dates
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Authority, Child
from casetrack.words import capital
from oversight.charts.fan import FanChart, fan_chart
from oversight.clocks.registry import CLOCKS
from oversight.indicators.chosen import Chosen
from oversight.indicators.forecast import breaches
from oversight.indicators.forecast.backtest import Past
from oversight.indicators.forecast.costs import Cost, costs, weekly_ahead
from oversight.indicators.forecast.forecast import (
    EVERYBODY,
    HORIZONS,
    CannotForecast,
    Forecast,
    Point,
    forecast,
)
from oversight.indicators.forecast.histories import LIVING, TYPES, HomeType
from oversight.indicators.forecast.model import AHEAD
from oversight.indicators.forecast.monthly import Monthly
from oversight.indicators.forecast.recorded import mix, months_known, prices
from oversight.indicators.forecast.scenario import (
    Entrants,
    Moved,
    NotPossible,
    Scenario,
    supposed,
)
from oversight.indicators.kept import kept
from oversight.indicators.said import NOTHING
from oversight.models import StoredForecast
from oversight.views.of_measure import chosen_by

MOST = 12
"""Clocks that are named, those with the most waits to pass their limit."""
HOMES = [(str(home), f"live {LIVING[home]}") for home in TYPES]


class WhatIfForm(forms.Form):
    """So many children fewer in one type of home, or coming into care; from the origin on."""

    number = forms.IntegerField(label="How many children fewer?", min_value=1, max_value=500)
    out_of = forms.ChoiceField(label="Who", choices=[*HOMES, ("enter", "come into care in a year")])
    into = forms.ChoiceField(
        label="And instead they",
        choices=[("", "leave care, or do not come"), *HOMES],
        required=False,
    )

    def scenario(self, from_on: date) -> Scenario:
        typed = self.cleaned_data
        if typed["out_of"] == "enter":
            return Entrants(typed["number"], from_on)
        into = HomeType(typed["into"]) if typed["into"] else None
        return Moved(typed["number"], HomeType(typed["out_of"]), into, from_on)


@dataclass(frozen=True)
class Row:
    """One type of home: how many now, and after so many months; with the scenario, where asked."""

    words: str
    now: int
    ahead: tuple[str, ...]
    supposed: tuple[str, ...]
    said: str


@needs(Permission.SEE_MEASURES)
@require_safe
def ahead(request: HttpRequest) -> HttpResponse:
    chosen = chosen_by(request)
    typed = request.GET if "number" in request.GET else None
    form = WhatIfForm(typed)
    context: dict[str, Any] = {"chosen": chosen, "pairs": chosen.plain, "form": form}
    try:
        monthly, found = _forecast(chosen, timezone.localdate())
    except CannotForecast as why:
        return render(request, "oversight/forecast.html", context | {"why": str(why)})
    then = _supposed(form, found, monthly)
    context |= {
        "found": found,
        "then": then,
        "rows": rows(found, then),
        "charts": [chart for each in found.series if (chart := _fan(each.of, then or found))],
        "costs": _costs(chosen.authority, monthly, found),
        "passing": _passing(chosen),
        "a_year_ago": _a_year_ago(chosen.authority, found),
    }
    return render(request, "oversight/forecast.html", context)


def _forecast(chosen: Chosen, today: date) -> tuple[Monthly, Forecast]:
    """The months up to the day, and what is to be expected of the next; kept until one writes."""

    def made() -> tuple[Monthly, Forecast]:
        monthly = months_known(chosen.authority, chosen.day)
        return monthly, forecast(monthly, today)

    return kept(chosen.authority, f"forecast {chosen.day} {today}", made)


def rows(found: Forecast, then: Forecast | None) -> list[Row]:
    """Everybody, then each type of home."""
    return [
        Row(
            words="All in care" if each.of == EVERYBODY else capital(LIVING[HomeType(each.of)]),
            now=each.now,
            ahead=_in_months(found, each.of),
            supposed=_in_months(then, each.of) if then else (),
            said=each.said,
        )
        for each in found.series
    ]


def _in_months(found: Forecast, of: str) -> tuple[str, ...]:
    """128 (110 to 149), after 3, 6 and 12 months; – where nothing can be said."""
    points = [found.of(of).at(months) for months in HORIZONS]
    return tuple(
        f"{point.shown:,} ({point.low:,} to {point.high:,})" if point else NOTHING
        for point in points
    )


def _supposed(form: WhatIfForm, found: Forecast, monthly: Monthly) -> Forecast | None:
    """What would be, where that was asked for and is possible."""
    if not form.is_valid():
        return None
    try:
        return supposed(found, monthly, form.scenario(found.origin))
    except NotPossible as why:
        form.add_error(None, str(why))
        return None


def _a_year_ago(authority: Authority, found: Forecast) -> tuple[date, Point, int] | None:
    """What was kept a year before the origin: when, what it said of all in care, what happened."""
    year_before = dates.add_months(found.origin, -AHEAD)
    near = (year_before - timedelta(days=3), year_before + timedelta(days=3))
    stored = StoredForecast.objects.filter(authority=authority, origin_on__range=near).last()
    if stored is None:
        return None
    point = Forecast.from_json(stored.body).of(EVERYBODY).at(AHEAD)
    return (stored.origin_on, point, found.of(EVERYBODY).now) if point else None


def _fan(of: str, found: Forecast) -> FanChart | None:
    try:
        return fan_chart(found.of(of), found)
    except CannotForecast:
        return None


def _costs(authority: Authority, monthly: Monthly, found: Forecast) -> list[Cost]:
    """After 3, 6 and 12 months; none where no weekly rate is entered."""
    rated = prices(authority)
    if not rated.rates:
        return []
    by_month = weekly_ahead(rated, mix(authority, found.origin), found.origin)
    return [each for each in costs(Past.of(monthly), by_month) if each.months in HORIZONS]


def _passing(chosen: Chosen) -> list[tuple[str, tuple[breaches.Ahead, ...]]]:
    """By clock how many waits pass their limit in 30, 60 and 90 days; all of them last."""
    children = Child.objects.filter(authority=chosen.authority)
    found = breaches.ahead(children, chosen.authority.known_day(chosen.day))
    every = found.pop("", ())
    named = sorted(
        ((CLOCKS[code].title, each) for code, each in found.items()),
        key=lambda each: (-each[1][-1].if_nothing, each[0]),
    )
    return [*named[:MOST], ("All waits", every)]
