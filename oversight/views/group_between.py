"""Between two meetings the chair or the deputy decides what cannot wait; the next has it in its
minutes.

A child is named by her reference, which is posted, so that the form for her stands at no address
of its own.
"""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.models import Child
from casetrack.typed import mark
from casetrack.views.sent import number_of
from oversight.actions import decisions
from oversight.chosen import ReferenceForm
from oversight.meetings.deciding import DecisionForm, about, offered
from oversight.views.meetings import reached_in, the_group
from permanence.actions.decisions import AlreadyDecided, why_not_between
from permanence.models import Decision, DecisionKind, MeetingSeries

KINDS = [
    (kind.value, words.capital(kind.label)) for kind in DecisionKind if kind != DecisionKind.CARRY
]


class ChooseForm(ReferenceForm):
    """For which child, and what is decided."""

    kind = forms.ChoiceField(
        label="What is decided?",
        choices=[("", "Choose one"), *KINDS],
        error_messages={"required": "Choose what is decided"},
    )


@needs(Permission.READ_MINUTES)
@sensitive_post_parameters("reference", "text", "reason")
def group_between(request: HttpRequest, uuid: UUID) -> HttpResponse:
    series = the_group(request, uuid, Permission.READ_MINUTES)
    reached = reached_in(request.user, series, Permission.READ_MINUTES)
    waiting = Decision.objects.standing().filter(series=series, meeting=None, child__in=reached)
    step = request.POST.get("do", "") if request.method == "POST" else ""
    refused = why_not_between(series, request.user)
    if step and refused:
        messages.error(request, refused)
        return redirect("group-between", series.uuid)
    if step == "undo":
        return _undo(request, series, waiting)
    if step == "decide":
        child = get_object_or_404(reached, uuid=mark(request.POST.get("child", "")))
        return _decide(request, series, child, request.POST)
    choose = ChooseForm(request.POST if step == "choose" else None)
    if choose.is_valid() and (named := choose.child(reached)):
        return _decide(request, series, named, None)
    listed = list(waiting.select_related("child", "owner", "decided_by"))
    audit.looked(request, "group.between", {each.child_id for each in listed})
    context = {"series": series, "listed": listed, "form": choose, "refused": refused}
    return render(request, "oversight/group_between.html", context)


def _decide(request: HttpRequest, series: MeetingSeries, child: Child, sent: Any) -> HttpResponse:
    """The questions of the kind that was chosen; with what was `sent`, the decision."""
    today, kind = timezone.localdate(), request.POST.get("kind", "")
    if kind not in dict(KINDS):
        messages.error(request, "Choose what is decided.")
        return redirect("group-between", series.uuid)
    choices = offered(series, today, by=request.user)
    form = DecisionForm(kind, about([child.pk], today)[child.pk], choices, sent)
    number = number_of(request)
    if form.is_valid() and _decided(request, series, child, form, number):
        messages.success(request, "Recorded. It stands in the minutes of the next meeting.")
        return redirect("group-between", series.uuid)
    audit.looked(request, "group.between", [child.pk])
    title = DecisionKind(kind).label
    context = {"series": series, "child": child, "form": form, "kind": kind, "title": title}
    return render(request, "oversight/group_between_decide.html", context | {"number": number})


def _decided(
    request: HttpRequest, series: MeetingSeries, child: Child, form: DecisionForm, number: UUID
) -> bool:
    """Sent twice, it is recorded once, and that is as well."""
    given = {"typed": form.typed(number), "on": timezone.localdate(), "by": request.user}
    try:
        decisions.decide_between(series=series, child=child, **given)
    except AlreadyDecided:
        return True
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _undo(request: HttpRequest, series: MeetingSeries, waiting: QuerySet[Decision]) -> HttpResponse:
    decision = waiting.filter(uuid=mark(request.POST.get("decision", ""))).first()
    try:
        if decision is None:
            raise Refused("That decision is undone already, or stands in minutes.")
        decisions.undo(decision=decision, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The decision is undone, with all that it did.")
    return redirect("group-between", series.uuid)
