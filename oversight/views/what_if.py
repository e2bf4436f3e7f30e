"""Trying a date for a child: which clocks would stop in time, which not, and which would begin."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes
from casetrack.views.of_child import the_child
from oversight.supposed import EVENTS, Moved, NotPossible, tried


class TrialForm(forms.Form):
    """What happens, and when; read from the address, because nothing is written."""

    event = forms.ChoiceField(
        label="What happens?",
        choices=[("", "Choose one"), *((code, event.words) for code, event in EVENTS.items())],
        error_messages={"required": "Choose what happens"},
    )
    on = DateBoxes(label="On which day?", hint="For example 27 3 2027")


@needs(Permission.SEE_CHILDREN)
@require_safe
def what_if(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.SEE_CHILDREN)
    form = TrialForm(request.GET if request.GET else None)
    moved: list[Moved] | None = None
    if form.is_valid():
        event, day = EVENTS[form.cleaned_data["event"]], form.cleaned_data["on"]
        try:
            moved = tried(child, event, day, timezone.localdate())
        except NotPossible as refused:
            form.add_error("on", str(refused))
    audit.looked(request, "child.what-if", [child.pk])
    context = {
        "child": child,
        "form": form,
        "tried": moved is not None,
        "moved": [each for each in moved or [] if each.changed],
        "same": [each for each in moved or [] if not each.changed],
    }
    if moved is not None:
        context |= {"event": event, "day": day}
    return render(request, "oversight/what_if.html", context)
