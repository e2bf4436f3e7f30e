"""The measures of an authority: the scorecard, one measure in full, and the children behind it.

In full, small numbers shown, for those who may see that; a board reads what is published. Children
are listed as far as the reader reaches them, and how many more are counted.
"""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.models import Child
from oversight.charts.waiting import curve_of
from oversight.indicators import groups, pictures, scorecard
from oversight.indicators.chosen import MONTHS, Chosen
from oversight.indicators.compute import behind
from oversight.indicators.indicator import By, Indicator
from oversight.indicators.registry import INDICATORS
from oversight.indicators.waiting import waiting
from oversight.indicators.waiting_words import Words
from oversight.indicators.waits import KINDS

SHOWN = 50


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
    chosen, indicator = chosen_by(request), _indicator(code)
    by = next((each for each in indicator.by if each == request.GET.get("by")), None)
    line = scorecard.in_full(chosen, indicator)
    context = {
        "line": line,
        "drawn": pictures.drawn(line),
        "waiting": _waiting(chosen, indicator),
        "by": by,
        "apart": scorecard.apart(chosen, indicator, by) if by else None,
        "bys": [(each, groups.TITLES[each]) for each in indicator.by],
        **_choices(chosen),
    }
    return render(request, "oversight/measure.html", context)


@needs(Permission.SEE_MEASURES)
@require_safe
def children(request: HttpRequest, code: str) -> HttpResponse:
    """The children whom a measure counts, as far as the reader reaches them."""
    chosen, indicator = chosen_by(request), _indicator(code)
    if not indicator.own:
        raise Http404
    counted = behind(chosen.on_day(), indicator)
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
        "rows": scorecard.of_children(indicator, counted, list(page)),
        "page": page,
        "unreached": len(seen) - page.paginator.count,
        **_choices(chosen),
    }
    return render(request, "oversight/measure_children.html", context)


def _waiting(chosen: Chosen, indicator: Indicator) -> dict[str, Any] | None:
    """The wait behind a measure, of everybody who waited; it is not told apart by groups."""
    kinds = [kind for kind in KINDS if kind.code == indicator.curve]
    if not kinds or chosen.only:
        return None
    found = waiting(chosen.authority, chosen.day, kinds=kinds)[indicator.curve]
    said = Words(found, today=chosen.day == chosen.authority.known_day(timezone.localdate()))
    return {"sentence": said.sentence, "notes": said.notes, "drawn": curve_of(said)}


def chosen_by(request: HttpRequest) -> Chosen:
    served = authorities(request.user, Permission.SEE_MEASURES)
    return Chosen.read(request.GET.dict(), served, timezone.localdate())


def _indicator(code: str) -> Indicator:
    if code not in INDICATORS:
        raise Http404
    return INDICATORS[code]


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
