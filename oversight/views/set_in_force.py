"""What is in force from a day on, put right: ended, or taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casetrack.forms import DateBoxes, text
from casetrack.views.entry import once
from casetrack.views.sent import number_of


class EndForm(forms.Form):
    ends_on = DateBoxes(
        label="From which day is it in force no longer?",
        hint="It is in force up to the day before.",
    )


class BackForm(forms.Form):
    why = text(
        max_length=300,
        label="Why?",
        help_text="For what was entered by mistake. What was in force before it is not in force "
        "for longer because of that: set it anew.",
    )


@dataclass(frozen=True)
class Amended:
    """A target or a rate that is put right: in words, with its two actions and the way back."""

    title: str
    said: str
    row: Any
    back: str
    end: Callable[[Mapping[str, Any]], None]
    take_back: Callable[[Mapping[str, Any]], None]


def amend(request: HttpRequest, amended: Amended) -> HttpResponse:
    """Two forms; the one that was sent is acted on."""
    sent = request.POST.get("do") if request.method == "POST" else ""
    ending = EndForm(request.POST if sent == "end" else None)
    taking = BackForm(request.POST if sent == "take-back" else None)
    form: forms.Form = ending if sent == "end" else taking
    act = amended.end if sent == "end" else amended.take_back
    done = "It is ended." if sent == "end" else "It is taken back."
    if form.is_valid() and once(request, form, lambda: act(form.cleaned_data), done=done):
        return redirect(amended.back)
    context = {
        "amended": amended,
        "form": form,
        "ending": ending,
        "taking": taking,
        "number": number_of(request),
    }
    return render(request, "oversight/set_in_force.html", context)
