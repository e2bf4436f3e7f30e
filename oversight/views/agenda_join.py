"""Putting one or several children of the tracker on the agenda of a meeting."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions import submissions
from casetrack.actions.refusal import Refused
from casetrack.forms import question
from casetrack.views.sent import number_of
from oversight.chosen import chosen
from permanence.actions import agendas
from permanence.models import AgendaItem, Meeting, Part


class JoinForm(forms.Form):
    """Which meeting, what it should look at, and whether at once."""

    def __init__(self, authorities: set[int], today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        coming = Meeting.objects.filter(
            series__authority__in=authorities, held_on__gte=today, put_off_because=""
        )
        self.fields["meeting"] = forms.ModelChoiceField(
            coming.select_related("series"),
            label="Which meeting?",
            to_field_name="uuid",
            empty_label="Choose one",
            error_messages={"required": "Choose a meeting"},
        )
        self.fields["meeting"].label_from_instance = _called
        self.fields["why"] = question(AgendaItem._meta.get_field("why"))
        self.fields["urgent"] = forms.BooleanField(
            label="It is urgent: it is looked at first", required=False
        )


def _called(meeting: Any) -> str:
    return f"{words.long_day(meeting.held_on)}, {meeting.series.name}"


@needs(Permission.PREPARE_MEETINGS)
@sensitive_post_parameters("why")
def join(request: HttpRequest) -> HttpResponse:
    picked = chosen(request, Permission.PREPARE_MEETINGS)
    if not picked.children:
        messages.error(request, "Tick at least one child on the page first.")
        return redirect(picked.back)
    served = {child.authority_id for child in picked.children}
    typed = request.POST if request.method == "POST" else None
    form = JoinForm(served, timezone.localdate(), typed)
    if form.is_valid():
        try:
            added = _join(request, form.cleaned_data, picked.ids)
        except submissions.AlreadySent as sent:
            messages.info(request, str(sent))
            return redirect(picked.back)
        except Refused as refused:
            form.add_error("meeting", str(refused))
        else:
            _tell(request, added, len(picked.children) - added)
            return redirect("meeting", form.cleaned_data["meeting"].uuid)
    audit.looked(request, "tracker.agenda", picked.ids)
    context = {"form": form, "picked": picked, "number": number_of(request)}
    return render(request, "oversight/agenda_join.html", context)


@transaction.atomic
def _join(request: HttpRequest, answers: dict[str, Any], children: list[int]) -> int:
    submissions.claim(number_of(request))
    part = Part.URGENT if answers["urgent"] else Part.ADDED
    choices = [agendas.Choice(child, part, why=answers["why"]) for child in children]
    return agendas.put_on(meeting=answers["meeting"], choices=choices, by=request.user, chosen=True)


def _tell(request: HttpRequest, added: int, left_out: int) -> None:
    if added:
        messages.success(request, f"{words.children(added)} put on the agenda.")
    if left_out:
        messages.info(request, f"{words.children(left_out)} stood on it already.")
