"""A meeting's agenda: chosen by the rules in one press, arranged, timed, and added to by hand."""

from collections.abc import Callable
from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.models import CalendarDay, Child
from casetrack.typed import mark, number
from oversight.chosen import ReferenceForm
from oversight.meetings.agenda import candidates, fitting
from oversight.meetings.last_time import agreed_since
from oversight.meetings.page import lines, qualifying
from oversight.views.meetings import reached_in, the_meeting
from permanence.actions import agendas
from permanence.models import AgendaItem, Meeting, Part


class AddForm(ReferenceForm):
    why = forms.CharField(label="What should the group look at?", max_length=300, required=False)
    urgent = forms.BooleanField(label="It is urgent: it is looked at first", required=False)


@needs(Permission.PREPARE_MEETINGS)
@sensitive_post_parameters("reference", "why")
def meeting(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = the_meeting(request, uuid)
    reached = reached_in(request.user, found.series)
    step = request.POST.get("do", "") if request.method == "POST" else ""
    form = AddForm(request.POST if step == "add" else None)
    try:
        if step in STEPS:
            STEPS[step](request, found, reached)
            return redirect("meeting", found.uuid)
        if step == "add" and form.is_valid() and _add(request, found, reached, form):
            return redirect("meeting", found.uuid)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("meeting", found.uuid)
    return _page(request, found, reached, form)


def _choose(request: HttpRequest, meeting: Meeting, reached: QuerySet[Child]) -> None:
    chosen = fitting(meeting, candidates(meeting, reached, timezone.localdate()))
    if not chosen:
        messages.info(request, "There is no time left, or nobody else whom a rule chooses.")
        return
    choices = [each.choice for each in chosen]
    added = agendas.put_on(meeting=meeting, choices=choices, by=request.user, chosen=False)
    messages.success(request, f"{words.children(added)} put on the agenda by the rules.")


def _item(request: HttpRequest, meeting: Meeting, reached: QuerySet[Child]) -> AgendaItem:
    items = AgendaItem.objects.filter(meeting=meeting, child__in=reached).select_related("meeting")
    item = items.filter(uuid=mark(request.POST.get("item", ""))).first()
    if item is None:
        raise agendas.MeetingRefused("That child is no longer on the agenda.")
    return item


def _moved(places: int) -> Callable[..., None]:
    def step(request: HttpRequest, meeting: Meeting, reached: QuerySet[Child]) -> None:
        item = _item(request, meeting, reached)
        agendas.move(item=item, by_places=places, by=request.user)

    return step


def _give(request: HttpRequest, meeting: Meeting, reached: QuerySet[Child]) -> None:
    item = _item(request, meeting, reached)
    minutes = number(request.POST.get("minutes", "")) or 0
    agendas.give(item=item, minutes=minutes, by=request.user)


def _off(request: HttpRequest, meeting: Meeting, reached: QuerySet[Child]) -> None:
    agendas.take_off(item=_item(request, meeting, reached), by=request.user)
    messages.success(request, "Taken off the agenda.")


def _take(request: HttpRequest, meeting: Meeting, reached: QuerySet[Child]) -> None:
    """One whom the rules choose, and for whom there was no time."""
    uuid = mark(request.POST.get("child", ""))
    one = reached.filter(uuid=uuid)
    choices = [each.choice for each in candidates(meeting, one, timezone.localdate())]
    agendas.put_on(meeting=meeting, choices=choices, by=request.user, chosen=False)


def _arrange(request: HttpRequest, meeting: Meeting, reached: QuerySet[Child]) -> None:
    """The order into which the rows were dragged; whom the reader does not see stay last."""
    order = [uuid for text in request.POST.getlist("order") if (uuid := mark(text))]
    agendas.arrange(meeting=meeting, order=order, by=request.user)


STEPS: dict[str, Callable[[HttpRequest, Meeting, QuerySet[Child]], None]] = {
    "choose": _choose,
    "earlier": _moved(-1),
    "later": _moved(1),
    "give": _give,
    "off": _off,
    "arrange": _arrange,
    "take": _take,
}


def _add(request: HttpRequest, meeting: Meeting, reached: QuerySet[Child], form: AddForm) -> bool:
    typed = form.cleaned_data
    child = form.child(reached)
    if child is None:
        return False
    part = Part.URGENT if typed["urgent"] else Part.ADDED
    choice = agendas.Choice(child.pk, part, why=typed["why"])
    if not agendas.put_on(meeting=meeting, choices=[choice], by=request.user, chosen=True):
        form.add_error("reference", "She is on the agenda already")
        return False
    messages.success(request, "Put on the agenda.")
    return True


def _page(
    request: HttpRequest, found: Meeting, reached: QuerySet[Child], form: AddForm
) -> HttpResponse:
    today = timezone.localdate()
    listed = lines(found, reached, today)
    on_it = {line.item.child_id for line in listed}
    others = qualifying(found, reached, today, on_it)
    agreed = agreed_since(found, reached, today)
    seen = {each.child.pk for each in others.shown} | {each.action.child_id for each in agreed}
    audit.looked(request, "meeting", on_it | seen)
    taken = sum(line.item.minutes for line in listed)
    context = {
        "meeting": found,
        "series": found.series,
        "parts": [(Part(part).label, list(those)) for part, those in groupby(listed, _part)],
        "listed": listed,
        "heading": f"{words.long_day(found.held_on)}: {words.children(len(listed))} to look at",
        "taken": taken,
        "over": max(0, taken - found.minutes),
        "left": max(0, found.minutes - taken),
        "papers_due_on": found.papers_due_on(CalendarDay.objects.holidays()),
        "agreed": agreed,
        "late_actions": sum(each.tone == "red" for each in agreed),
        "others": others,
        "form": form,
        "today": today,
        "open": found.closed_at is None and not found.put_off_because,
        "due": found.held_on <= today and not found.put_off_because,
    }
    return render(request, "oversight/meeting.html", context)


def _part(line: Any) -> str:
    part: str = line.item.part
    return part
