"""The way of children who came into care, and how many homes children in care have had.

Totals in full, small numbers shown, for those who may see that; no child is named.
"""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.words import children
from oversight.charts.bars import Bar, BarsChart, bars_chart
from oversight.charts.flow import flow_chart
from oversight.indicators.homes_counted import HomesCounted, Within, homes_counted, said
from oversight.indicators.journey import SPANS, journey
from oversight.views.of_measure import chosen_by


@needs(Permission.SEE_MEASURES)
@require_safe
def way(request: HttpRequest) -> HttpResponse:
    """Of the children who came in three years to the day, or in one."""
    chosen = chosen_by(request)
    asked = request.GET.get("came", "")
    came = int(asked) if asked in map(str, SPANS) else SPANS[0]
    found = journey(chosen.authority, chosen.day, came)
    homes = homes_counted(chosen.authority, chosen.day)
    context = {
        "chosen": chosen,
        "pairs": [*chosen.pairs, ("came", str(came))],
        "found": found,
        "came": came,
        "spans": [(n, urlencode([*chosen.pairs, ("came", n)])) for n in SPANS],
        "drawn": flow_chart(found),
        "homes": homes,
        "readings": list(Within),
        "rows": _rows(homes),
        "bars": _bars(homes),
    }
    return render(request, "oversight/journey.html", context)


def _rows(homes: HomesCounted) -> list[tuple[str, list[int]]]:
    """By number of homes how many children in either reading, none recorded where it is so."""
    by_number = zip(*(homes.children[within] for within in Within), strict=True)
    return [(said(n), list(each)) for n, each in enumerate(by_number) if n or any(each)]


def _bars(homes: HomesCounted) -> BarsChart:
    told = list(enumerate(homes.children[Within.YEAR]))
    return bars_chart(
        [Bar(said(n), number, f"{number:,}") for n, number in told if n or number],
        f"{children(homes.in_care).capitalize()} in care by number of homes {Within.YEAR}",
        by="Homes",
        head="Children",
    )
