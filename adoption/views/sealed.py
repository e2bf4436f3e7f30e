"""Adoption records: finding a sealed record, asking for it to be opened, agreeing, reading it.

What is typed travels in the body of a request and is kept nowhere.
"""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from adoption import opened
from adoption.actions import unsealing
from adoption.models import Unsealing
from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes, choice, text
from casetrack.views.history import by_day, recorders


class FindForm(forms.Form):
    """A whole name with the date of birth, or a reference: the old one or the new one."""

    name = text(
        max_length=120,
        required=False,
        label="First and last name",
        help_text="Both in full, as they were before the adoption or as they are now.",
    )
    born_on = DateBoxes(label="Date of birth", required=False)
    reference = text(max_length=20, required=False, label="Or the reference, old or new")

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if self.errors or found["reference"]:
            return found
        if not found["name"]:
            self.add_error("name", "Enter a name with the date of birth, or a reference")
        elif found["born_on"] is None:
            self.add_error("born_on", "Enter the date of birth with the name")
        return found


class AskForm(forms.Form):
    reason = choice(Unsealing.Reason.choices, label="Why is the record needed?")
    words = text(
        max_length=500,
        label="Who asked, and what for?",
        help_text="Up to 500 characters. A second person decides by this; it is kept.",
    )


@needs(Permission.UNSEAL_RECORDS)
@sensitive_post_parameters()
def find(request: HttpRequest) -> HttpResponse:
    """What is asked for and what is open, and a way to find a record that somebody knows."""
    form = FindForm(request.POST if request.method == "POST" else None)
    found = None
    if form.is_valid():
        found = unsealing.find(by=request.user, **form.cleaned_data)
    kept = unsealing.reached(request.user)
    asked = Unsealing.objects.filter(sealed__in=kept).select_related(
        "sealed__authority", "asked_by", "answered_by"
    )
    waiting = asked.waiting().order_by("asked_at")
    mine = unsealing.open_to(request.user).select_related("sealed__authority", "asked_by")
    told = {each.sealed.child_id for each in [*waiting, *mine]}
    audit.looked(request, "sealed", told | {each.child_id for each in found or []})
    context = {"form": form, "found": found, "waiting": waiting, "mine": mine}
    return render(request, "adoption/sealed.html", context | {"kept": kept.count()})


@needs(Permission.UNSEAL_RECORDS)
def ask(request: HttpRequest, uuid: UUID) -> HttpResponse:
    sealed = get_object_or_404(unsealing.reached(request.user), uuid=uuid)
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            unsealing.ask(sealed=sealed, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Asked. A second person of adoption records answers.")
            return redirect("sealed")
    audit.looked(request, "sealed.ask", [sealed.child_id])
    return render(request, "adoption/sealed_ask.html", {"sealed": sealed, "form": form})


@needs(Permission.UNSEAL_RECORDS)
@require_POST
def answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    asked = get_object_or_404(_reached(request), uuid=uuid)
    agreed = request.POST.get("answer") == "agree"
    try:
        answered = unsealing.answer(asked=asked, agreed=agreed, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _said(answered))
    return redirect("sealed")


@needs(Permission.UNSEAL_RECORDS)
@require_safe
def read(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """For the two who agreed, and for as long as they did."""
    opening = get_object_or_404(
        unsealing.open_to(request.user).select_related("sealed__authority"), uuid=uuid
    )
    audit.looked(request, "sealed.read", [opening.sealed.child_id], sealed=str(opening.sealed.uuid))
    record = opened.read(opening.sealed)
    context = {
        "opening": opening,
        "record": record,
        "days": by_day(record.lines, frozenset()),
        "people": recorders(record.lines),
    }
    return render(request, "adoption/sealed_read.html", context)


@needs(Permission.UNSEAL_RECORDS)
@require_POST
def close(request: HttpRequest, uuid: UUID) -> HttpResponse:
    opening = get_object_or_404(_reached(request), uuid=uuid)
    try:
        unsealing.close(opened=opening, by=request.user)
        messages.success(request, "The record is closed again.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("sealed")


@needs(Permission.REVIEW_ACCESS)
@require_safe
def openings(request: HttpRequest) -> HttpResponse:
    """For the guardian of data: each time somebody asked for a sealed record, and what came of it.

    Which child it is does not stand here.
    """
    served = unsealing.reviewed(request.user)
    shown = list(served.select_related("asked_by", "answered_by", "sealed__authority"))
    audit.looked(request, "sealed.openings", {each.sealed.child_id for each in shown})
    return render(request, "adoption/openings.html", {"shown": shown})


def _reached(request: HttpRequest) -> Any:
    return Unsealing.objects.filter(sealed__in=unsealing.reached(request.user)).select_related(
        "sealed"
    )


def _said(answered: Unsealing) -> str:
    if not answered.agreed:
        return "Declined. The record stays sealed."
    if answered.reason == Unsealing.Reason.MISTAKE:
        return "The record is put back as it was."
    return "Agreed. The two of you may read the record for seven days."
