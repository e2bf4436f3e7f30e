"""Noting a reason for a wait, for one or several children."""

from collections import Counter
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
from casetrack.views.sent import number_of
from oversight.actions import answers
from oversight.chosen import Chosen, chosen
from oversight.clocks.registry import CLOCKS
from oversight.episodes import Episode
from oversight.models import Cause
from oversight.waits import Wait, by_child, running

MOST_SERIOUS = "most-serious"


class ReasonForm(forms.Form):
    """Which wait, why it takes so long, and what holds it up since when."""

    clock = forms.ChoiceField(label="Which wait is it about")
    reason = forms.CharField(
        label="Reason",
        max_length=500,
        help_text="Up to 500 characters. The child may read this one day.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write the reason in a sentence"},
    )
    cause = forms.ChoiceField(
        choices=[("", "not said"), *Cause.choices],
        label="What holds it up",
        required=False,
        help_text="The days from then on are counted under it. Without it they stay unexplained.",
    )
    since = DateBoxes(
        label="Since when", hint="Leave it empty if it is since today.", required=False
    )

    def __init__(
        self, waits: dict[int, list[Wait]], today: date, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["clock"].choices = [
            (MOST_SERIOUS, "Each child’s most serious wait"),
            *_choices(waits),
        ]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if "since" in found:
            said = answers.why_not_put_down(found.get("cause", ""), found["since"], self.today)
            if said:
                self.add_error("since", said.rstrip("."))
        return found


@needs(Permission.NOTE_REASONS)
def note_reason(request: HttpRequest) -> HttpResponse:
    picked = chosen(request, Permission.NOTE_REASONS)
    if not picked.children:
        messages.error(request, "Tick at least one child on the page first.")
        return redirect(picked.back)
    today = timezone.localdate()
    waits = by_child(running(today).filter(child__in=picked.ids))
    form = ReasonForm(
        waits,
        today,
        request.POST if request.method == "POST" else None,
        initial={"clock": _asked(request, waits)},
    )
    if form.is_valid():
        noted = _waits(waits, form.cleaned_data["clock"])
        try:
            if noted:
                _note(request, noted, form.cleaned_data, today)
        except submissions.AlreadySent as sent:
            messages.info(request, str(sent))
            return redirect(picked.back)
        except Refused as refused:
            form.add_error("clock", str(refused))
        else:
            _tell(request, picked, {wait.row.child_id for wait in noted})
            return redirect(picked.back)
    audit.looked(request, "tracker.reason", picked.ids)
    context = {"form": form, "picked": picked, "number": number_of(request)}
    return render(request, "oversight/note_reason.html", context)


@transaction.atomic
def _note(request: HttpRequest, noted: list[Wait], said: dict[str, Any], today: date) -> None:
    submissions.claim(number_of(request))
    answers.note_reason(
        waits=[wait.row for wait in noted],
        reason=said["reason"],
        on=today,
        by=request.user,
        cause=said["cause"],
        since=said["since"],
    )


def _choices(waits: dict[int, list[Wait]]) -> list[tuple[str, str]]:
    """Each clock that runs; where one child has several waits of one clock, each of these."""
    every = [wait for each in waits.values() for wait in each]
    codes = Counter(wait.row.clock for wait in every)
    if len(waits) > 1:
        return [(code, CLOCKS[code].title) for code in sorted(codes)]
    return [
        (wait.row.clock, wait.title)
        if codes[wait.row.clock] == 1
        else (Episode.of(wait.row).mark, f"{wait.title}, since {wait.start_words}")
        for wait in sorted(every, key=lambda wait: (wait.row.clock, wait.row.started_on))
    ]


def _asked(request: HttpRequest, waits: dict[int, list[Wait]]) -> str:
    """The wait that the address names by its mark, or its clock."""
    offered = {value for value, _ in _choices(waits)}
    named = (request.GET.get("wait", ""), request.GET.get("clock", ""))
    return next((each for each in named if each in offered), MOST_SERIOUS)


def _waits(waits: dict[int, list[Wait]], chosen: str) -> list[Wait]:
    """The wait that the reason is about, of each child that has it."""
    if chosen == MOST_SERIOUS:
        return [each[0] for each in waits.values() if each]
    found = (
        next((w for w in each if chosen in (w.row.clock, Episode.of(w.row).mark)), None)
        for each in waits.values()
    )
    return [wait for wait in found if wait]


def _tell(request: HttpRequest, picked: Chosen, noted: set[int]) -> None:
    left_out = [child.name for child in picked.children if child.pk not in noted]
    if noted:
        messages.success(request, f"Reason noted for {words.children(len(noted))}.")
    if left_out:
        messages.error(
            request, f"Not noted for {words.listed(left_out)}: no such wait is running today."
        )
