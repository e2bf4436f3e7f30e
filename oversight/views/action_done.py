"""An agreed action was done: on which day, and what shows it."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes, question
from casetrack.models import Child
from oversight.chosen import way_back
from permanence.actions import agreed_actions
from permanence.models import AgreedAction


class DoneForm(forms.Form):
    on = DateBoxes(label="When was it done?", hint="For example 27 3 2026")

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial = {"on": today}
        self.fields["evidence"] = question(
            AgreedAction._meta.get_field("evidence"),
            help_text="For example the letter that was sent, or where it is recorded.",
        )

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError("Enter a date that is not in the future")
        return on


@needs(Permission.ASSIGN_ACTIONS)
@sensitive_post_parameters("evidence")
def done(request: HttpRequest, uuid: UUID) -> HttpResponse:
    visible = Child.objects.visible_to(request.user, Permission.ASSIGN_ACTIONS)
    actions = AgreedAction.objects.filter(child__in=visible).select_related("child", "owner")
    action, today = get_object_or_404(actions, uuid=uuid), timezone.localdate()
    asked = request.POST if request.method == "POST" else request.GET
    form = DoneForm(today, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            agreed_actions.done(action=action, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Action marked as done.")
            return redirect(way_back(asked))
    audit.looked(request, "action.mark", [action.child_id])
    context = {
        "action": action,
        "child": action.child,
        "form": form,
        "closed": "" if form.is_bound else agreed_actions.why_not_done(action, today),
        "back": way_back(asked),
        "kept": [(name, asked.get(name, "")) for name in ("back", "back_child", "page")],
        "today": today,
    }
    return render(request, "oversight/action_done.html", context)
