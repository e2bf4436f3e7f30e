"""What is recorded in the room: decisions, their undoing, findings of a plan, who is not there.

The room sends the same forms with the header `Room: yes` and reads no page in answer: 204 where it
is recorded (now or before, for the same entry may be sent again after a lost connection), else the
fields with what is missing, marked `Refused: yes`. Without scripts each form has a page of its own.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import choice, question, text
from casetrack.typed import mark
from casetrack.views.sent import number_of
from oversight.actions import decisions
from oversight.meetings.deciding import DecisionForm, about, offered
from oversight.meetings.entries import Entries, entries
from oversight.meetings.pack import naming
from oversight.views.meetings import reached_in, the_meeting
from permanence.actions import held
from permanence.actions.decisions import AlreadyDecided, find_of_plan
from permanence.models import (
    AgendaItem,
    Answered,
    Decision,
    DecisionKind,
    Finding,
    Meeting,
    Presence,
    Question,
)


def in_the_room(request: HttpRequest) -> bool:
    return request.headers.get("Room") == "yes"


def items_of(request: HttpRequest, meeting: Meeting) -> QuerySet[AgendaItem]:
    """The agenda in order, of the children whom the reader reaches in the group."""
    reached = reached_in(request.user, meeting.series)
    items = meeting.items.filter(child__in=reached)
    return items.select_related("child", "meeting__series")


@needs(Permission.PREPARE_MEETINGS)
@sensitive_post_parameters("text", "reason")
def decide(request: HttpRequest, uuid: UUID, item: UUID) -> HttpResponse:
    """A decision of a kind: chosen by its address, then typed."""
    meeting = the_meeting(request, uuid)
    found = get_object_or_404(items_of(request, meeting), uuid=item)
    asked = request.POST if request.method == "POST" else request.GET
    kind = asked.get("kind", "")
    audit.looked(request, "meeting.decide", [found.child_id])
    if kind not in DecisionKind.values:
        return _page(request, found, {"kinds": DecisionKind.choices})
    sent = request.POST if request.method == "POST" else None
    choices = offered(meeting.series, meeting.held_on, meeting)
    form = DecisionForm(
        kind, about([found.child_id], meeting.held_on)[found.child_id], choices, sent
    )
    number = number_of(request)
    if form.is_valid():
        try:
            decisions.decide(item=found, typed=form.typed(number), by=request.user)
        except AlreadyDecided:
            return _recorded(request, found)
        except Refused as refused:
            form.add_error(None, str(refused) or "That cannot be recorded so.")
        else:
            return _recorded(request, found)
    if sent is not None and in_the_room(request):
        return _refused(request, form)
    title = DecisionKind(kind).label
    return _page(request, found, {"form": form, "kind": kind, "title": title, "number": number})


def _recorded(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    if in_the_room(request):
        return HttpResponse(status=204)
    messages.success(request, "Recorded.")
    return _back(item)


def _refused(request: HttpRequest, form: forms.Form) -> HttpResponse:
    """The fields with what is missing, for the dialog of the room."""
    page = render(request, "oversight/room_fields.html", {"form": form})
    page["Refused"] = "yes"
    return page


def _back(item: AgendaItem) -> HttpResponse:
    room = redirect("meeting-room", item.meeting.uuid)
    room["Location"] += f"#item-{item.uuid}"
    return room


def _page(request: HttpRequest, item: AgendaItem, more: dict[str, Any]) -> HttpResponse:
    context = {"item": item, "meeting": item.meeting, "child": item.child, **more}
    return render(request, "oversight/room_decide.html", context)


@needs(Permission.PREPARE_MEETINGS)
@require_POST
def undo(request: HttpRequest, uuid: UUID, decision: UUID) -> HttpResponse:
    meeting = the_meeting(request, uuid)
    own = Decision.objects.filter(meeting=meeting, item__in=items_of(request, meeting))
    found = get_object_or_404(own.select_related("item__meeting"), uuid=decision)
    said = "Undone."
    if found.undone_at is None:
        try:
            decisions.undo(decision=found, by=request.user)
        except Refused as refused:
            if in_the_room(request):
                return HttpResponse(
                    str(refused), content_type="text/plain", headers={"Refused": "yes"}
                )
            said = str(refused)
    if in_the_room(request):
        return HttpResponse(status=204)
    messages.info(request, said)
    assert found.item is not None
    return _back(found.item)


class FindingForm(forms.Form):
    """What the group finds on one question; the next meeting looks again where no day is said."""

    def __init__(self, asked: str, finding: Finding | None, *args: Any, **kwargs: Any) -> None:
        initial = {
            name: getattr(finding, name, None) for name in ("answered", "found", "recheck_on")
        }
        super().__init__(*args, prefix=asked, auto_id="%s", initial=initial, **kwargs)
        self.question = asked
        self.title = Question(asked).label
        self.fields["answered"] = choice(HOW, label="Is it answered?")
        self.fields["recheck_on"] = question(
            Finding._meta.get_field("recheck_on"),
            required=False,
            help_text="If not answered well: the next meeting, where you leave it empty.",
        )
        self.fields["found"] = text(
            max_length=300, label="What did the group find?", required=False
        )


HOW = [(Answered.WELL, "well"), (Answered.PARTLY, "in part"), (Answered.NOT, "no")]


@needs(Permission.PREPARE_MEETINGS)
@sensitive_post_parameters("found")
def of_plan(request: HttpRequest, uuid: UUID, item: UUID) -> HttpResponse:
    """The five questions about the quality of a plan, each recorded by itself."""
    meeting = the_meeting(request, uuid)
    found = get_object_or_404(items_of(request, meeting), uuid=item)
    audit.looked(request, "meeting.plan", [found.child_id])
    known = {each.question: each for each in Finding.objects.filter(item=found)}
    asked = request.POST.get("question", "")
    questions = [
        FindingForm(each, known.get(each), request.POST if each == asked else None)
        for each in Question.values
    ]
    for form in questions:
        if form.is_bound and _found(request, found, form):
            return _recorded(request, found)
        if form.is_bound and in_the_room(request):
            return _refused(request, form)
    context = {"item": found, "meeting": meeting, "child": found.child, "questions": questions}
    return render(request, "oversight/room_plan.html", context)


def _found(request: HttpRequest, item: AgendaItem, form: FindingForm) -> bool:
    if not form.is_valid():
        return False
    values = dict(form.cleaned_data)
    if values["answered"] != Answered.WELL and values["recheck_on"] is None:
        meeting = item.meeting
        values["recheck_on"] = offered(meeting.series, meeting.held_on, meeting).due_on
    try:
        find_of_plan(item=item, question=form.question, values=values, by=request.user)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


@needs(Permission.PREPARE_MEETINGS)
def who(request: HttpRequest, uuid: UUID, item: UUID) -> HttpResponse:
    """Who of those at the meeting is not in the room for this child."""
    meeting = the_meeting(request, uuid)
    found = get_object_or_404(items_of(request, meeting), uuid=item)
    audit.looked(request, "meeting.who", [found.child_id])
    there = meeting.attendance.filter(presence=Presence.THERE).select_related("member__user")
    out = set(found.out_of_room.values_list("attendance_id", flat=True))
    if request.method == "POST":
        away = {mark(number) for number in request.POST.getlist("out")}
        try:
            for row in there:
                if (row.uuid in away) != (row.pk in out):
                    held.step_out(attendance=row, item=found, out=row.uuid in away, by=request.user)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            return _recorded(request, found)
    context = {
        "item": found,
        "meeting": meeting,
        "child": found.child,
        "there": [(row, row.pk in out) for row in there],
    }
    return render(request, "oversight/room_who.html", context)


@needs(Permission.PREPARE_MEETINGS)
@require_safe
def room_entries(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What is recorded so far, for whoever records beside; 204 where `seen` has it all already."""
    meeting = the_meeting(request, uuid)
    items = list(items_of(request, meeting))
    initials = request.GET.get("initials") == "yes"
    page = render_to_string(
        "oversight/room_entries.html",
        {"entries": entries_of(meeting, items, initials), "meeting": meeting},
        request=request,
    )
    seen = sha256(page.encode()).hexdigest()
    if request.GET.get("seen") == seen:
        return HttpResponse(status=204)
    audit.looked(request, "meeting.entries", [item.child_id for item in items])
    return HttpResponse(page, headers={"Seen": seen})


def entries_of(meeting: Meeting, items: Sequence[AgendaItem], initials: bool) -> list[Entries]:
    """In the order of the items."""
    hidden = naming([item.child for item in items], initials=initials)
    found = entries(meeting, items, hidden.within)
    return [found[item.pk] for item in items]
