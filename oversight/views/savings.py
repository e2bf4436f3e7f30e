"""What moves saved in a financial year, and what was avoided: two kinds of pounds, on two halves of
a page.

Every move is counted, none picked by hand. Totals in full for those who may see that; children are
named as far as the reader reaches them.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from casetrack.models import Child
from oversight.homes import home_words
from oversight.indicators.chosen import Chosen
from oversight.indicators.compute import Known
from oversight.indicators.forecast.histories import TYPES
from oversight.indicators.forecast.recorded import prices
from oversight.savings import said
from oversight.savings.ledger import Line, Row, Year
from oversight.savings.recorded import judged, moves, total
from oversight.views.of_measure import chosen_by

SHOWN = 50


@needs(Permission.SEE_MEASURES)
@require_safe
def savings(request: HttpRequest) -> HttpResponse:
    chosen = chosen_by(request)
    year = Year.of(chosen.day)
    context: dict[str, Any] = _choices(chosen, year)
    if why := _why(chosen, year):
        return render(request, "oversight/savings.html", context | {"why": why})
    rates = prices(chosen.authority)
    found, feared = moves(chosen.authority, year, rates), judged(chosen.authority, year, rates)
    reached = _reached(request, {each.feared.child_id for each in feared})
    audit.looked(request, "savings", list(reached), as_at=chosen.day.isoformat())
    context |= {
        "found": found,
        "finding": said.finding(found),
        "works": [(work, work.share(year)) for work in found.works],
        "lacking": [(home_words(*kind), number) for kind, number in found.lacking.items()],
        "feared": [(each, reached.get(each.feared.child_id)) for each in feared],
        "avoided": total(feared),
        "finding_avoided": said.finding_avoided(feared),
        "enters": may(request.user, Permission.ENTER_FIGURES),
    }
    return render(request, "oversight/savings.html", context)


@needs(Permission.SEE_MEASURES)
@require_safe
def children(request: HttpRequest) -> HttpResponse:
    """The lines of the moves from one kind of home into another, or of all, child by child."""
    chosen = chosen_by(request)
    year = Year.of(chosen.day)
    asked = [request.GET.get(name, "") for name in ("was", "now")]
    pairs = [pair for pair in zip(("was", "now"), asked, strict=True) if pair[1]]
    if any(each and each not in TYPES for each in asked) or _why(chosen, year):
        raise Http404
    rows = [row for row in _rows(chosen, year) if _is_asked(row, asked)]
    of_all = [move for row in rows for move in row.moves]
    reached = _reached(request, {move.child_id for move in of_all})
    shown = sorted(
        (move for move in of_all if move.child_id in reached),
        key=lambda move: (_order(reached[move.child_id]), move.moved_on),
    )
    page = Paginator(shown, SHOWN).get_page(request.GET.get("page"))
    seen = {move.child_id for move in page}
    audit.looked(request, "savings.children", seen, as_at=chosen.day.isoformat())
    lines = [(reached[move.child_id], move, line) for move in page for line in move.lines]
    context = _choices(chosen, year) | {
        "finding": said.finding_of_rows(rows, year),
        "row": rows[0] if all(asked) and rows else None,
        "query": urlencode([*chosen.pairs, *pairs]),
        "lines": lines,
        "sums": _sums(line for _, _, line in lines),
        "page": page,
        "unreached": len(of_all) - len(shown),
    }
    return render(request, "oversight/savings_children.html", context)


def _why(chosen: Chosen, year: Year) -> str:
    """Why nothing is told of the year: it is not all known; '' where it is."""
    return Known.of(chosen.authority).why(year.starts_on, year.day)


def _rows(chosen: Chosen, year: Year) -> list[Row]:
    return moves(chosen.authority, year, prices(chosen.authority)).rows


def _is_asked(row: Row, asked: list[str]) -> bool:
    pairs = zip((row.was, row.now), asked, strict=True)
    return all(not each or kind == each for kind, each in pairs)


def _reached(request: HttpRequest, children: set[int]) -> dict[int, Child]:
    """Those of the children whose records the reader reaches."""
    visible = Child.objects.visible_to(request.user, Permission.SEE_CHILDREN)
    return visible.in_bulk(children)


def _order(child: Child) -> tuple[str, str, str]:
    return child.last_name, child.first_name, child.reference


def _sums(lines: Iterable[Line]) -> tuple[Any, Any]:
    pairs = [(line.less, line.more) for line in lines]
    return sum(less for less, _ in pairs), sum(more for _, more in pairs)


def _choices(chosen: Chosen, year: Year) -> dict[str, Any]:
    return {"chosen": chosen, "pairs": chosen.plain, "year": year, "days": said.days(year)}
