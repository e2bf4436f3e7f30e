"""Assigning an action for one or several children."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions import submissions
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes
from casetrack.models import Allocation, Child, Worker
from casetrack.views.sent import number_of
from oversight.chosen import Chosen, chosen
from permanence.actions import agreed_actions

OWN = "own"


class ActionForm(forms.Form):
    """What is to be done, by whom and by when; the owner may be each child's own social worker."""

    text = forms.CharField(
        label="What is to be done",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what is to be done"},
    )
    owner = forms.ChoiceField(label="Who will do it")
    due_on = DateBoxes(label="By when", hint="For example 27 3 2027")

    def __init__(self, workers: Iterable[Worker], today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.workers = {str(worker.uuid): worker for worker in workers}
        self.fields["owner"].choices = [
            (OWN, "Each child’s own social worker"),
            *[(uuid, worker.name) for uuid, worker in self.workers.items()],
        ]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if "text" in found and "due_on" in found:
            reasons = agreed_actions.why_not_agree(found["text"], found["due_on"], self.today)
            for field, reason in reasons.items():
                self.add_error(field, reason.rstrip("."))
        return found


@needs(Permission.ASSIGN_ACTIONS)
def assign(request: HttpRequest) -> HttpResponse:
    picked = chosen(request, Permission.ASSIGN_ACTIONS)
    if not picked.children:
        messages.error(request, "Tick at least one child on the page first.")
        return redirect(picked.back)
    today = timezone.localdate()
    served = {child.authority_id for child in picked.children}
    workers = Worker.objects.filter(authority_id__in=served)
    form = ActionForm(workers, today, request.POST if request.method == "POST" else None)
    if form.is_valid():
        owners = _owners(picked, form, today)
        try:
            if owners:
                _agree(request, form, owners, today)
        except submissions.AlreadySent as sent:
            messages.info(request, str(sent))
            return redirect(picked.back)
        except Refused as refused:
            form.add_error("owner", str(refused))
        else:
            _tell(request, picked, owners)
            return redirect(picked.back)
    audit.looked(request, "tracker.assign", picked.ids)
    context = {"form": form, "picked": picked, "number": number_of(request)}
    return render(request, "oversight/assign.html", context)


@transaction.atomic
def _agree(
    request: HttpRequest, form: ActionForm, owners: dict[Child, Worker], today: date
) -> None:
    submissions.claim(number_of(request))
    agreed_actions.agree(
        owners=owners,
        text=form.cleaned_data["text"],
        due_on=form.cleaned_data["due_on"],
        on=today,
        by=request.user,
    )


def _owners(picked: Chosen, form: ActionForm, today: date) -> dict[Child, Worker]:
    """Who does it for which child; a child without a social worker is left out."""
    if form.cleaned_data["owner"] != OWN:
        return dict.fromkeys(picked.children, form.workers[form.cleaned_data["owner"]])
    allocated = Allocation.objects.on(today).filter(child__in=picked.ids, role="social-worker")
    own = {each.child_id: each.worker for each in allocated.select_related("worker")}
    return {child: own[child.pk] for child in picked.children if child.pk in own}


def _tell(request: HttpRequest, picked: Chosen, owners: dict[Child, Worker]) -> None:
    left_out = [child.name for child in picked.children if child not in owners]
    if owners:
        messages.success(request, f"Action assigned for {words.children(len(owners))}.")
    if left_out:
        messages.error(
            request,
            f"Not assigned for {words.listed(left_out)}: no social worker is allocated. Choose"
            " them again and name who will do it.",
        )
