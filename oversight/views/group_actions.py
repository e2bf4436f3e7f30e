"""What groups agreed that somebody does: the list, and those who are late told again."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from casetrack.actions.refusal import Refused
from casetrack.typed import mark
from oversight.meetings.to_do import LEVELS, Filters, Row, ToDo, late_of, reached, to_do
from permanence.actions import agreed_actions


@needs(Permission.READ_MINUTES)
@require_safe
def group_actions(request: HttpRequest) -> HttpResponse:
    filters, today = Filters.read(request.GET), timezone.localdate()
    found = to_do(reached(request.user, Permission.READ_MINUTES, today), filters, today)
    audit.looked(request, "group.actions", found.children)
    query = filters.query(page=filters.page)
    context = {
        "found": found,
        "filters": filters,
        "may_chase": may(request.user, Permission.PREPARE_MEETINGS),
        "may_mark": may(request.user, Permission.ASSIGN_ACTIONS),
        "chase_at": _address("group-actions-chase", query),
        "way_back": urlencode({"page": "group-actions", "back": query}),
        "heading": _heading(found),
        "narrowed": _narrowed(filters, found),
        "owners": [
            (each, filters.query(owner=None if each.uuid == filters.owner else each.uuid))
            for each in found.owners
        ],
        "options": {"group": found.groups, "level": LEVELS},
        "chosen": {"group": str(filters.group), "level": str(filters.level)},
        "beside": _pages(filters, found),
        "today": today,
    }
    return render(request, "oversight/group_actions.html", context)


@needs(Permission.PREPARE_MEETINGS)
@require_POST
def chase(request: HttpRequest) -> HttpResponse:
    """One action, or whatever is late in the list that was looked at."""
    filters, today = Filters.read(request.GET), timezone.localdate()
    actions = reached(request.user, Permission.PREPARE_MEETINGS, today)
    one = mark(request.POST.get("action", ""))
    asked = actions.filter(uuid=one) if one else actions
    rows = late_of(asked, Filters() if one else filters, today)
    try:
        ids = [row.action.pk for row in rows]
        _say(request, rows, agreed_actions.chase(actions=ids, by=request.user))
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(_address("group-actions", filters.query(page=filters.page)))


def _pages(filters: Filters, found: ToDo) -> dict[str, str]:
    """The addresses of the pages beside the one that is shown."""
    page, beside = found.page, {}
    if page.has_previous():
        beside["earlier"] = filters.query(page=page.previous_page_number())
    if page.has_next():
        beside["later"] = filters.query(page=page.next_page_number())
    return beside


def _address(name: str, query: str) -> str:
    return reverse(name) + (f"?{query}" if query else "")


def _say(request: HttpRequest, rows: list[Row], chased: int) -> None:
    nobody = sum(bool(row.unreached) for row in rows)
    if chased:
        said = f"{words.count(chased, 'late action')} chased. The next mail tells it."
        messages.success(request, said)
    elif nobody < len(rows) or not rows:
        messages.info(request, "Nothing is late of which the next mail does not tell already.")
    if nobody:
        owners = f"{words.count(nobody, 'late action')} {'has' if nobody == 1 else 'have'} an owner"
        messages.info(request, f"{owners} whom no mail reaches: tell them yourself.")


def _heading(found: ToDo) -> str:
    if not found.total:
        return "Nothing that a group agreed is left to do"
    return f"{words.count(found.total, 'action')} to do, {found.late or 'none'} late"


def _narrowed(filters: Filters, found: ToDo) -> list[tuple[str, str]]:
    """The filters that stand, in words, each with the address without it."""
    names = {each.uuid: each.name for each in found.owners}
    said = [
        (found.groups.get(str(filters.group), "Another group"), "group", filters.group),
        (names.get(filters.owner, "Somebody else"), "owner", filters.owner),
        (LEVELS.get(str(filters.level), ""), "level", filters.level),
        ("Late only", "late", filters.late or None),
    ]
    return [
        (text, filters.query(**{name: False if name == "late" else None}))
        for text, name, value in said
        if value is not None
    ]
