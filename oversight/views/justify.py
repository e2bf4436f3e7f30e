"""Asking whether a delay is justified: of one wait of one child, decided by somebody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit, dates, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions import submissions
from casetrack.actions.facts import FactRefused
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes, Radios, question, text
from casetrack.record.kind import Group as Part
from casetrack.views.of_child import the_child
from casetrack.views.sent import number_of
from oversight.actions import justify
from oversight.chosen import chosen
from oversight.clocks.clock import Clock, Group
from oversight.episodes import Episode
from oversight.models import Answer
from oversight.models.answers import MOST_MONTHS
from oversight.waits import Wait

# What the law itself allows to take longer, and the part of the history where it is recorded.
EXTENDED: dict[Group, tuple[str, Part]] = {
    Group.COURT: (
        "Where a court has given more time, record that with the proceedings.",
        Part.COURT,
    ),
    Group.APPROVALS: (
        "Where a temporary approval was extended (regulation 25), record that with the approval.",
        Part.HOME,
    ),
    Group.REVIEWS: (
        "Where the review was adjourned, record that with the review.",
        Part.PLAN,
    ),
}


@dataclass(frozen=True)
class NotAsked:
    """A wait past its limit whose delay cannot be asked to be justified, and what to do instead."""

    wait: Wait
    why: str
    instead: str = ""
    part: str = ""

    @classmethod
    def of(cls, wait: Wait, why: str) -> "NotAsked":
        instead, part = _extended(wait.clock)
        return cls(wait, why, instead, part)


class JustifyForm(forms.Form):
    """Which wait, what holds it up, why, and until when."""

    wait = forms.ChoiceField(
        label="Which delay",
        widget=Radios,
        error_messages={"required": "Choose which delay it is about"},
    )
    cause = question(Answer._meta.get_field("cause"), required=True)
    reason = text(
        max_length=500,
        label="Why does it take so long, and why is that right for the child?",
        help_text="Up to 500 characters. The child may read this one day.",
    )
    until = DateBoxes(label="Until when?")

    def __init__(self, waits: Iterable[Wait], today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.rows = {Episode.of(wait.row).mark: wait.row for wait in waits}
        self.fields["wait"].choices = [
            (Episode.of(wait.row).mark, f"{wait.sentence}, counted from {wait.start_words}")
            for wait in waits
        ]
        latest = words.long_day(dates.add_months(today, MOST_MONTHS))
        self.fields[
            "until"
        ].help_text = (
            f"When it is looked at again: {latest}, three months from today, at the latest."
        )

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if refusal := justify.why_not_until(until, self.today):
            raise forms.ValidationError(refusal.rstrip("."))
        return until


@needs(Permission.ASK_TO_JUSTIFY)
def ask(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.ASK_TO_JUSTIFY)
    today = timezone.localdate()
    past = sorted(
        ((Wait(row), why) for row, why in justify.to_ask(child.pk, today)),
        key=lambda found: found[0].key,
    )
    waits = [wait for wait, why in past if not why]
    form = JustifyForm(
        waits,
        today,
        request.POST if request.method == "POST" else None,
        initial={"wait": request.GET.get("wait", "")},
    )
    if form.is_valid():
        try:
            _ask(request, form, today)
        except submissions.AlreadySent as sent:
            messages.info(request, str(sent))
            return redirect("child", uuid=child.uuid)
        except FactRefused as refused:
            form.add_error(None, str(refused) or " ".join(refused.fields.values()))
        except Refused as refused:
            form.add_error("wait", str(refused))
        else:
            messages.success(
                request, "Asked. Somebody outside the team decides; until then nothing changes."
            )
            return redirect("child", uuid=child.uuid)
    audit.looked(request, "delay.ask", [child.pk])
    context = {
        "child": child,
        "form": form,
        "waits": waits,
        "not_asked": [NotAsked.of(wait, why) for wait, why in past if why],
        "number": number_of(request),
        "back": reverse("child", args=[child.uuid]),
    }
    return render(request, "oversight/justify.html", context)


@needs(Permission.ASK_TO_JUSTIFY)
@require_safe
def of_one(request: HttpRequest) -> HttpResponse:
    """From the queue, where several may be ticked: a delay is justified for one child at a time."""
    picked = chosen(request, Permission.ASK_TO_JUSTIFY)
    if len(picked.children) != 1:
        messages.error(request, "Tick one child whose delay is to be justified.")
        return redirect(picked.back)
    return redirect("child-justify", uuid=picked.children[0].uuid)


@transaction.atomic
def _ask(request: HttpRequest, form: JustifyForm, today: date) -> None:
    submissions.claim(number_of(request))
    said = form.cleaned_data
    justify.ask(
        wait=form.rows[said["wait"]],
        cause=said["cause"],
        reason=said["reason"],
        until=said["until"],
        on=today,
        by=request.user,
    )


def _extended(clock: Clock) -> tuple[str, str]:
    if not clock.statutory or clock.group not in EXTENDED:
        return "", ""
    instead, part = EXTENDED[clock.group]
    return instead, part.name.lower()
