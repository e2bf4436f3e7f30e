"""The returns that are held, and every run that has loaded or tried some."""

import json
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Max, Q, QuerySet
from django.db.models.fields.json import KT
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from returns import access
from returns.models import ImportRun, Return, State
from returns.report_page import counted

PAGE = 20
STATES = {
    State.WAITING: "waiting for its turn",
    State.RUNNING: "going on",
    State.PREVIEWED: "checked, not imported",
    State.STORED: "imported",
    State.FAILED: "nothing imported",
}


@needs(Permission.LOAD_RETURNS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    served = access.authorities(request.user)
    held = _held(access.loaded(request.user))
    pages = Paginator(_runs(access.runs(request.user)), PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "heading": _heading(held),
        "several": len(served) > 1,
        "held": held,
        "page": page,
        "runs": [_in_words(run) for run in page],
        "undecided": access.differences(request.user).count(),
    }
    return render(request, "returns/listing.html", context)


def _held(returns: QuerySet[Return]) -> list[dict[str, Any]]:
    """Newest first, each with its rows and the run that last changed any of them."""
    current = Q(rows__replaced_by=None)
    found = list(
        returns.select_related("authority")
        .annotate(row_count=Count("rows", filter=current), last=Max("rows__run", filter=current))
        .order_by("authority__name", "-year")
    )
    runs = ImportRun.objects.defer("report", "refused_rows").select_related("by")
    by_id = runs.in_bulk({one.last for one in found if one.last})
    return [{"held": one, "changed": by_id.get(one.last)} for one in found]


def _runs(runs: QuerySet[ImportRun]) -> QuerySet[ImportRun]:
    """Only as much of each report as the list shows."""
    return (
        runs.defer("report", "refused_rows")
        .annotate(returns=KT("report__returns"), tables=KT("report__tables"))
        .select_related("authority", "by", "upload")
    )


def _heading(held: list[dict[str, Any]]) -> str:
    if not held:
        return "No return is loaded yet"
    newest = max(one["held"].cut_off_on for one in held)
    return f"{counted(len(held), 'return')} loaded, facts known to {_day(newest)}"


def _day(day: date) -> str:
    return str(date_format(day, "j F Y"))


def _in_words(run: ImportRun) -> dict[str, Any]:
    return {"run": run, "state": STATES[State(run.state)], **_counts(run)}


def _counts(run: Any) -> dict[str, Any]:
    returns, tables = json.loads(run.returns or "[]"), json.loads(run.tables or "{}")
    return {
        "years": ", ".join(sorted(one["label"] for one in returns)),
        "read": sum(table["read"] for table in tables.values()),
        "refused": sum(table["refused"] for table in tables.values()),
    }
