"""What a group changed, and how much of what it decided was done by its day."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from casetrack.models import Child
from casetrack.typed import mark
from oversight.meetings.carried_out import by_meeting, by_owner, in_all, to_carry_out
from oversight.meetings.effect import MEETINGS, NO_PROOF, Effect, Outcome, Watched, effect
from oversight.views.meetings import counted_in, reached_in, the_group
from permanence.models import Decision


@dataclass(frozen=True)
class Line:
    """A child for whom a meeting decided, with her waits that it decided on."""

    child: Child
    decisions: list[Decision]
    waits: list[Watched]


@needs(Permission.READ_MINUTES)
@require_safe
def group_effect(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Its figures; with `?meeting=` also the children of that meeting whom the reader reaches."""
    series = the_group(request, uuid, Permission.READ_MINUTES)
    asked = (request.user, series, Permission.READ_MINUTES)
    found = effect(series, counted_in(*asked), timezone.localdate())
    behind = found.at(mark(request.GET.get("meeting", "")))
    lines = _lines(behind, reached_in(*asked))
    audit.looked(request, "group.effect", {line.child.pk for line in lines})
    due = to_carry_out(found.decisions)
    context = {
        "series": series,
        "found": found,
        "heading": _heading(found),
        "in_all": in_all(due, found.day),
        "by_meeting": by_meeting(due, found.day),
        "by_owner": by_owner(due, found.day),
        "behind": behind[0] if behind else None,
        "lines": lines,
        "no_proof": NO_PROOF,
        "most": MEETINGS,
        "prepares": may(request.user, Permission.PREPARE_MEETINGS),
    }
    return render(request, "oversight/group_effect.html", context)


def _heading(found: Effect) -> str:
    whole = found.whole
    if whole.of:
        return f"{whole.stopped} of {whole.of} waits stopped within 60 days of a decision on them"
    return "No decision on a wait is 60 days old yet"


def _lines(outcomes: list[Outcome], reached: QuerySet[Child]) -> list[Line]:
    """In the order of their references."""
    waits: dict[int, list[Watched]] = defaultdict(list)
    decisions: dict[int, list[Any]] = defaultdict(list)
    for outcome in outcomes:
        for wait in outcome.waits:
            waits[wait.episode.child_id].append(wait)
        for decision in outcome.decisions:
            decisions[decision.child_id].append(decision)
    children = reached.filter(pk__in=waits).order_by("reference")
    return [Line(child, decisions[child.pk], waits[child.pk]) for child in children]
