"""The regional board: the authorities that somebody serves, side by side, in numbers.

Who may see the children there counts those whom they reach, and may go on to them. Who sees totals
only is shown every child counted, with small numbers hidden, and finds no way to a child.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities, may
from casetrack.models import Child
from oversight import regional as standing
from oversight.waits import by_child, running, with_answers


@needs(Permission.SEE_REGION)
@require_safe
def regional(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    served = authorities(request.user, Permission.SEE_REGION)
    open_in = {each.pk for each in authorities(request.user, Permission.SEE_TRACKER)}
    reached = Child.objects.visible_to(request.user, Permission.SEE_TRACKER)
    shut = [each for each in served if each.pk not in open_in]
    open_ones = [each for each in served if each.pk in open_in]
    found = standing.side_by_side(open_ones, reached, open_in, today)
    if shut:
        everybody = Child.objects.filter(authority__in=shut)
        found += standing.side_by_side(shut, everybody, [], today)
    found.sort(key=lambda each: each.authority.name)
    context = {
        "found": found,
        "shown": standing.SHOWN,
        "all": _together(found),
        "hidden": bool(shut),
        "exact": bool(open_ones),
        "today": today,
        "compares": may(request.user, Permission.RECORD_ADOPTION),
    }
    return render(request, "oversight/regional.html", context)


def _together(found: list[standing.Standing]) -> list[tuple[str, int]]:
    """All authorities together; none where a number of one is hidden, which it would betray."""
    if len(found) < 2 or not all(each.exact for each in found):
        return []
    sums = [("Adoption plan", sum(each.whole or 0 for each in found))]
    for code, said in standing.SHOWN.items():
        sums.append((said, sum(each.parts[code] or 0 for each in found)))
    return sums


@needs(Permission.SEE_TRACKER)
@require_safe
def children(request: HttpRequest) -> HttpResponse:
    """The children behind a number, of whoever may see them."""
    code, today = request.GET.get("stage", ""), timezone.localdate()
    served = authorities(request.user, Permission.SEE_REGION)
    authority = next((each for each in served if each.code == request.GET.get("of")), None)
    if authority is None or code not in ("", *standing.SHOWN):
        raise Http404
    reached = Child.objects.visible_to(request.user, Permission.SEE_TRACKER)
    found = standing.at(reached.filter(authority=authority), code, today)
    audit.looked(request, "regional.children", [child.pk for child in found], stage=code or "all")
    waits = by_child(with_answers(running(today).filter(child__in=found)))
    said = standing.SHOWN.get(code, "With an adoption plan")
    context = {
        "authority": authority,
        "heading": f"{said}: {words.children(len(found))} of {authority.name}",
        "children": [(child, _line(child), _worst(waits, child)) for child in found],
        "day": authority.known_day(today),
    }
    return render(request, "oversight/regional_children.html", context)


def _line(child: Any) -> dict[str, str]:
    since = words.stretch(child.since, child.on_day) if child.since else "No placement order"
    return {
        "age": words.age(child.born_on, child.on_day),
        "stage": standing.STAGES[child.stage],
        "since": since,
    }


def _worst(waits: dict[int, list[Any]], child: Any) -> Any:
    return next(iter(waits.get(child.pk, [])), None)
