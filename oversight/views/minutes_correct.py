"""Minutes are put right until they are approved: a decision's words, or what the group found."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import question
from casetrack.models import Worker
from oversight.views.meetings import reached_in
from oversight.views.minutes import minuted
from permanence.actions import decisions, minutes
from permanence.models import Decision, Finding
from permanence.models.decisions import TO_DO, WITH_A_REASON


class DecisionForm(forms.Form):
    """The words of a decision and, where somebody carries it out, who does and by when."""

    def __init__(self, decision: Decision, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = Decision._meta.get_field
        self.fields["text"] = question(field("text"))
        self.fields["reason"] = question(field("reason"), required=decision.kind in WITH_A_REASON)
        if decision.kind in TO_DO:
            workers = Worker.objects.filter(authority=decision.series.authority_id)
            self.fields["owner"] = question(field("owner"), queryset=workers, required=True)
            self.fields["owner"].label_from_instance = lambda worker: worker.name
            self.fields["due_on"] = question(field("due_on"), required=True)
        self.initial = {name: getattr(decision, name) for name in ("text", "reason", "due_on")}
        self.initial["owner"] = decision.owner_id


class FindingForm(forms.Form):
    def __init__(self, finding: Finding, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("answered", "found", "recheck_on"):
            self.fields[name] = question(Finding._meta.get_field(name))
            self.initial[name] = getattr(finding, name)
        self.fields["answered"].label = finding.get_question_display()


@needs(Permission.PREPARE_MEETINGS)
@sensitive_post_parameters("text", "reason")
def decision(request: HttpRequest, uuid: UUID, decision: UUID) -> HttpResponse:
    meeting = minuted(request, uuid, Permission.PREPARE_MEETINGS)
    reached = reached_in(request.user, meeting.series)
    standing = Decision.objects.standing().filter(meeting=meeting, child__in=reached)
    found = get_object_or_404(standing.select_related("child", "series", "meeting"), uuid=decision)
    form = DecisionForm(found, request.POST if request.method == "POST" else None)
    given = {"owner": None, "due_on": None}
    return _answer(
        request,
        found,
        form,
        lambda typed: minutes.correct(decision=found, by=request.user, **given | typed),
    )


@needs(Permission.PREPARE_MEETINGS)
@sensitive_post_parameters("found")
def finding(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    meeting = minuted(request, uuid, Permission.PREPARE_MEETINGS)
    reached = reached_in(request.user, meeting.series)
    own = Finding.objects.filter(item__meeting=meeting, child__in=reached)
    found = get_object_or_404(own.select_related("child", "item__meeting__series"), pk=number)
    form = FindingForm(found, request.POST if request.method == "POST" else None)
    about = {"item": found.item, "question": found.question, "by": request.user}
    return _answer(
        request, found, form, lambda typed: decisions.find_of_plan(values=typed, **about)
    )


def _answer(request: HttpRequest, found: Any, form: forms.Form, act: Any) -> HttpResponse:
    """The form, which keeps what was typed, or back to the minutes once they are put right."""
    meeting = found.meeting if isinstance(found, Decision) else found.item.meeting
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The minutes are corrected.")
            return redirect("meeting-minutes", meeting.uuid)
    audit.looked(request, "meeting.minutes.correct", [found.child_id])
    context = {
        "meeting": meeting,
        "child": found.child,
        "form": form,
        "decision": found if isinstance(found, Decision) else None,
        "closed": "" if form.is_bound or meeting.stage in minutes.DRAFTS else minutes.TOO_LATE,
    }
    return render(request, "oversight/minutes_correct.html", context)
