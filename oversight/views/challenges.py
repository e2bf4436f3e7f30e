"""Challenges: for reviewing officers those of their children, for managers what they answer."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from oversight.challenges_listed import Filters, Listed, has_part, listed
from permanence.models import Settled, Stage, Theme


@needs(Permission.SEE_HISTORY)
@require_safe
def challenges(request: HttpRequest) -> HttpResponse:
    if not has_part(request.user):
        raise PermissionDenied
    filters, today = Filters.read(request.GET), timezone.localdate()
    found = listed(request.user, filters, today)
    audit.looked(request, "challenges", found.children)
    answers = may(request.user, Permission.ANSWER_CHALLENGES)
    page = found.page
    context = {
        "found": found,
        "filters": filters,
        "answers": answers,
        "heading": _heading(found, answers),
        "options": {"theme": _named(Theme), "stage": _named(Stage), "outcome": _named(Settled)},
        "earlier": filters.query(page=page.previous_page_number()) if page.has_previous() else "",
        "later": filters.query(page=page.next_page_number()) if page.has_next() else "",
        "today": today,
    }
    return render(request, "oversight/challenges.html", context)


def _named(choices: Any) -> dict[str, str]:
    return {value: words.capital(str(label)) for value, label in choices.choices}


def _heading(found: Listed, answers: bool) -> str:
    """2 challenges to answer, 1 late: of what the page is about for its reader."""
    shown = found.to_answer if answers else found.open
    late = sum(each.late for each in shown)
    counted = words.count(len(shown), "challenge") if shown else "No challenge"
    said = f"{counted} to answer" if answers else f"{counted} open"
    return f"{said}, {late or 'none'} late" if shown else said
