"""The measures of an authority: the scorecard, one measure in full, and the children behind it.

In full, small numbers shown, for those who may see that; a board reads what is published. Children
are listed as far as the reader reaches them, and how many more are counted.
"""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.models import Child
from casetrack.typed import number
from oversight.charts.waiting import curve_of
from oversight.indicators import groups, pictures, scorecard
from oversight.indicators.changes import Change, Level, Printed, Reading, change, changes
from oversight.indicators.chosen import MONTHS, Chosen
from oversight.indicators.compute import behind
from oversight.indicators.indicator import By, Indicator, Over
from oversight.indicators.registry import INDICATORS
from oversight.indicators.scorecard import Line
from oversight.indicators.waiting import Waiting, waiting
from oversight.indicators.waiting_words import Words
from oversight.indicators.waits import KINDS
from oversight.views.of_measure import chosen_by, measure_named

SHOWN = 50


class CheckForm(forms.Form):
    """A change in percent that a paper prints, and over how many months, to hold it against."""

    printed = forms.IntegerField(label="Printed percent", min_value=-100, max_value=999)
    over = forms.IntegerField(label="Over how many months?", min_value=1, max_value=36)


@needs(Permission.SEE_MEASURES)
@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    chosen = chosen_by(request)
    card = scorecard.headlines(chosen)
    context = {"card": card, **_choices(chosen)}
    return render(request, "oversight/measures.html", context)


@needs(Permission.SEE_MEASURES)
@require_safe
def every_measure(request: HttpRequest) -> HttpResponse:
    """All there are, by the part of the work they belong to, as at the day."""
    chosen = chosen_by(request)
    context = {
        "groups": scorecard.everything(chosen),
        "count": len(INDICATORS),
        "entered": sum(not each.own for each in INDICATORS.values()),
        **_choices(chosen),
    }
    return render(request, "oversight/measures_every.html", context)


@needs(Permission.SEE_MEASURES)
@require_safe
def measure(request: HttpRequest, code: str) -> HttpResponse:
    """One measure: its trend, what it is held against, the wait behind it, and of whom it is."""
    chosen, indicator = chosen_by(request), measure_named(code)
    by = next((each for each in indicator.by if each == request.GET.get("by")), None)
    line = scorecard.in_full(chosen, indicator)
    context = {
        "line": line,
        "drawn": pictures.drawn(line),
        "between": None if chosen.only else pictures.between(chosen.authority, line),
        "waiting": _waiting(chosen, indicator),
        "changed": _changed(line),
        "check": CheckForm(request.GET if "printed" in request.GET else None),
        "by": by,
        "apart": scorecard.apart(chosen, indicator, by) if by else None,
        "bys": [(each, groups.TITLES[each]) for each in indicator.by],
        **_choices(chosen),
    }
    context["printed"] = _printed(line, context["check"])
    return render(request, "oversight/measure.html", context)


@needs(Permission.SEE_MEASURES)
@require_safe
def children(request: HttpRequest, code: str) -> HttpResponse:
    """The children whom a measure counts, as far as the reader reaches them."""
    chosen, indicator = chosen_by(request), measure_named(code)
    if not indicator.own:
        raise Http404
    than = number(request.GET.get("than", ""))
    counted = _counted(chosen, indicator, than)
    reached = Child.objects.visible_to(request.user, Permission.SEE_CHILDREN)
    seen = dict.fromkeys(pk for pk, *_ in counted)
    shown = reached.filter(pk__in=seen).order_by("last_name", "first_name", "reference")
    page = Paginator(shown, SHOWN).get_page(request.GET.get("page"))
    audit.looked(
        request,
        "measure.children",
        [child.pk for child in page],
        measure=code,
        as_at=chosen.day.isoformat(),
    )
    context = {
        "indicator": indicator,
        "than": than,
        "query": urlencode([*chosen.pairs, *([("than", than)] if than is not None else [])]),
        "rows": scorecard.of_children(indicator, counted, list(page), waiting=than is not None),
        "page": page,
        "unreached": len(seen) - page.paginator.count,
        **_choices(chosen),
    }
    return render(request, "oversight/measure_children.html", context)


def _counted(
    chosen: Chosen, indicator: Indicator, than: int | None
) -> list[tuple[int, float, bool]]:
    """The children whom the measure counts; or, asked `than` so many days, those who have waited
    longer in the wait behind it.
    """
    if than is None:
        return behind(chosen.on_day(), indicator)
    found = _wait(chosen, indicator)
    if found is None:
        raise Http404
    running = found.running
    waits = zip(running.child, running.days, running.known, strict=True)
    return [(int(child), float(days), bool(known)) for child, days, known in waits if days > than]


def _wait(chosen: Chosen, indicator: Indicator) -> Waiting | None:
    """The wait behind a measure, of everybody who waited; it is not told apart by groups."""
    kinds = [kind for kind in KINDS if kind.code == indicator.curve]
    if not kinds or chosen.only:
        return None
    return waiting(chosen.authority, chosen.day, kinds=kinds)[indicator.curve]


def _waiting(chosen: Chosen, indicator: Indicator) -> dict[str, Any] | None:
    """Its sentence and its curve, and how many have waited longer than each of its marks."""
    found = _wait(chosen, indicator)
    if found is None:
        return None
    said = Words(found, today=chosen.day == chosen.authority.known_day(timezone.localdate()))
    return {
        "sentence": said.sentence,
        "notes": said.notes,
        "drawn": curve_of(said),
        "longer": [
            (mark, longer)
            for mark in found.kind.marks
            if not found.why and (longer := found.running.longer(mark.days))
        ],
    }


def _levels(line: Line) -> list[Level]:
    """The months of a number of children on a day, as far as they are known; else none."""
    indicator = line.indicator
    if not (indicator.own and indicator.is_count and indicator.over == Over.DAY):
        return []
    return [(each.on_day, each.number) for each in line.figures if each.number is not None]


def _changed(line: Line) -> list[Change]:
    """How much a number of children changed in 3, 6 and 12 months, base months and all."""
    levels = _levels(line)
    if not levels or line.now.number is None:
        return []
    return [found for months in (3, 6, 12) if (found := change(levels, months)) is not None]


def _printed(line: Line, form: CheckForm) -> Reading | None:
    """What the months give where a paper printed a change in percent."""
    levels = _levels(line)
    if len(levels) < 2 or not form.is_valid():
        return None
    typed = form.cleaned_data
    return changes(levels, [Printed(typed["printed"], typed["over"])])[0]


def _choices(chosen: Chosen) -> dict[str, Any]:
    """What every page of the measures offers to choose."""
    return {
        "chosen": chosen,
        "pairs": chosen.pairs,
        "spans": [(months, chosen.over(months).query) for months in MONTHS],
        "filters": [
            (by, groups.TITLES[by], groups.words(by, chosen.authority), dict(chosen.only).get(by))
            for by in By
        ],
    }
