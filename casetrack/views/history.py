"""A child's history: everything in order, in sentences, by kind, as known on any day."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.models import Child, User
from casetrack.record import identity
from casetrack.record.kind import Change, Group
from casetrack.record.telling import LATE_AFTER, Line
from casetrack.typed import as_at
from casetrack.views.of_child import the_child

PAGE = 150


@needs(Permission.SEE_HISTORY)
@require_safe
def child_history(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.SEE_HISTORY)
    today = timezone.localdate()
    day, wrong_date = as_at(request.GET.dict(), today)
    kin = _kin(request, child)
    told = identity.history(child.pk, _end_of(day) if day < today else None, kin)
    about = next((group for group in Group if group.name.lower() == request.GET.get("about")), None)
    lines = [line for line in told if about in (None, line.kind.group)]
    seen = [child.pk, *kin]
    audit.looked(request, "child.history", seen, record=child.pk, known_on=day.isoformat())
    allowed = permitted(request.user, child)
    pages = max((len(lines) + PAGE - 1) // PAGE, 1)
    page = _page(request.GET.get("page", ""), pages)
    shown = lines[(page - 1) * PAGE : page * PAGE]
    ahead = [line for line in shown if line.told.on > day]
    context = {
        "child": child,
        "days": by_day([line for line in shown if line.told.on <= day], allowed),
        "ahead": by_day(ahead[::-1], allowed),
        "ahead_count": len(ahead),
        "people": recorders(shown),
        "now": day >= today,
        "page": page,
        "pages": pages,
        "about": about,
        "total": len(told),
        "groups": _groups(told),
        "day": day,
        "today": today,
        "pairs": [("about", about.name.lower())] if about else [],
        "wrong_date": wrong_date,
        "late_after": LATE_AFTER,
    }
    return render(request, "casetrack/history.html", context)


def _kin(request: HttpRequest, child: Child) -> dict[int, str]:
    """The names of those whom the reader may see among all who were ever joined to the child."""
    visible = Child.objects.visible_to(request.user).exclude(pk=child.pk)
    return {each.pk: each.name for each in visible.filter(pk__in=identity.once_joined(child.pk))}


def _groups(told: list[Line]) -> list[tuple[Group, int]]:
    """The parts of the record of which something is told, with how much."""
    counted = Counter(line.kind.group for line in told)
    return [(group, counted[group]) for group in Group if counted[group]]


def by_day(lines: list[Line], allowed: frozenset[Permission]) -> list[tuple[str, list[Any]]]:
    """The lines of each day together, each with what may be recorded next about its fact, and
    whether this reader may put it right.
    """
    days = groupby(lines, key=lambda line: (line.told.on, line.told.known))
    return [
        (
            f"{'' if known else 'on or before '}{words.long_day(on)}",
            [(each, _steps(each, allowed), _mends(each, allowed)) for each in of_day],
        )
        for (on, known), of_day in days
    ]


def recorders(lines: list[Line]) -> dict[str, str]:
    """The names of those who recorded the lines or ended one, by their user names."""
    versions = [each for line in lines for each in (line.recorded, line.ended) if each is not None]
    found = User.objects.filter(username__in={version.by for version in versions})
    return {"system": "Casetrack"} | {user.username: str(user) for user in found}


def _steps(line: Line, allowed: frozenset[Permission]) -> list[Change]:
    if not line.believed or not line.leads:
        return []
    return [
        change
        for change in line.kind.offers(line.fact)
        if (change.needs(line.fact) or line.kind.needs(vars(line.fact))) in allowed
    ]


def _mends(line: Line, allowed: frozenset[Permission]) -> bool:
    """Nobody mends here a kind of which nothing can be corrected."""
    if not line.kind.mended:
        return False
    return {Permission.CORRECT_FACTS, line.kind.needs(vars(line.fact))} <= allowed


def _page(asked: str, pages: int) -> int:
    return min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() else 1


def _end_of(day: date) -> Any:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
