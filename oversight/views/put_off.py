"""A meeting does not take place: why, once; its agenda stays to be read."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import question
from oversight.views.meetings import the_meeting
from permanence.actions import meetings as actions
from permanence.models import Meeting


class PutOffForm(forms.Form):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        field = Meeting._meta.get_field("put_off_because")
        self.fields["because"] = question(field, required=True)


@needs(Permission.PREPARE_MEETINGS)
def put_off(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = the_meeting(request, uuid)
    form = PutOffForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.put_off(meeting=found, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error("because", str(refused))
        else:
            messages.success(request, "The meeting is put off.")
            return redirect("meeting", found.uuid)
    return render(request, "oversight/meeting_put_off.html", {"meeting": found, "form": form})
