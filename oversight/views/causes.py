"""Why children wait: the days past a limit by cause, team, clock and month.

Who sees children in the tracker sees what those children lost, and which they are. Who may see
totals alone sees those of the whole authority with small numbers hidden, as at the end of the last
whole month and never of months of their choice: two near views would show one child.
"""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit, dates, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities, may
from casetrack.models import Child, Team
from oversight import causes as counting
from oversight.causes import NO_TEAM, SAID, Ledger, Months
from oversight.clocks.registry import CLOCKS

EARLIER = 36
"""So many last months may be chosen."""
MOST = 100


@needs(Permission.SEE_TOTALS)
@require_safe
def causes(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    if not may(request.user, Permission.SEE_TRACKER):
        return _totals_alone(request, today)
    months = _months(request, today)
    context = {
        "shown": [("", counting.ledger(_reached(request), months, today))],
        "months": months,
        "choices": {
            month.isoformat()[:7]: words.month(month)
            for month in (dates.add_months(_this_month(today), -n) for n in range(EARLIER))
        },
        "chosen": months.last.isoformat()[:7],
        "day": today,
        "children": True,
    }
    return render(request, "oversight/causes.html", context)


def _totals_alone(request: HttpRequest, today: date) -> HttpResponse:
    months = Months(dates.add_months(_this_month(today), -1))
    shown: list[tuple[str, Ledger]] = []
    for authority in authorities(request.user, Permission.SEE_TOTALS):
        everybody = Child.objects.filter(authority=authority)
        found = counting.ledger(everybody, months, months.end_day)
        shown.append((authority.name, counting.without_small_numbers(found)))
    context = {"shown": shown, "months": months, "day": months.end_day, "children": False}
    return render(request, "oversight/causes.html", context)


@needs(Permission.SEE_TRACKER)
@require_safe
def behind(request: HttpRequest) -> HttpResponse:
    """The children behind one figure, who lost most days first."""
    today = timezone.localdate()
    months, chosen = _months(request, today), _chosen(request)
    children = _reached(request)
    found = counting.behind(children, months, today, **chosen)
    by_id = {child.pk: child for child in children.filter(pk__in=[pk for pk, *_ in found[:MOST]])}
    rows = [(by_id[pk], days, unexplained) for pk, days, unexplained in found[:MOST] if pk in by_id]
    audit.looked(request, "causes.children", [child.pk for child, *_ in rows])
    context = {
        "rows": rows,
        "count": len(found),
        "days": sum(days for _, days, _ in found),
        "months": months,
        "about": _about(chosen),
        "back": urlencode({"to": months.last.isoformat()[:7]}),
        "may_count": may(request.user, Permission.SEE_TOTALS),
    }
    return render(request, "oversight/causes_children.html", context)


def _reached(request: HttpRequest) -> QuerySet[Child]:
    return Child.objects.visible_to(request.user, Permission.SEE_TRACKER)


def _this_month(today: date) -> date:
    return today.replace(day=1)


def _months(request: HttpRequest, today: date) -> Months:
    """The twelve months up to the one asked for; up to this one where none can be read."""
    wanted = _month(request.GET.get("to", "")) or today
    return Months.up_to(min(wanted, today))


def _month(text: str) -> date | None:
    """2026-05, or its first day."""
    try:
        found = date.fromisoformat(f"{text[:7]}-01")
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2050 else None


def _chosen(request: HttpRequest) -> dict[str, Any]:
    """Which figure: what cannot be understood is left out."""
    asked = request.GET
    team = asked.get("team", "")
    chosen: dict[str, Any] = {
        "cause": asked.get("cause", "") if asked.get("cause") in SAID else "",
        "clock": asked.get("clock", "") if asked.get("clock") in CLOCKS else "",
        "team": team if team == NO_TEAM or (team.isascii() and team.isdigit()) else "",
        "month": _month(asked.get("month", "")),
    }
    return {name: value for name, value in chosen.items() if value}


def _about(chosen: dict[str, Any]) -> str:
    """Unexplained, North, Placement order to match, May 2026: what the list is narrowed to."""
    said = []
    if cause := chosen.get("cause"):
        said.append(SAID[cause])
    if team := chosen.get("team"):
        found = Team.objects.filter(pk=team).first() if team != NO_TEAM else None
        said.append(found.name if found else "No team")
    if clock := chosen.get("clock"):
        said.append(CLOCKS[clock].title)
    if month := chosen.get("month"):
        said.append(words.month(month))
    return ", ".join(said)
