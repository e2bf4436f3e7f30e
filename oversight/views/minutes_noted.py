"""A note on locked minutes: what is wrong in them and what is right, of a child or of none."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import question
from casetrack.models import Child
from casetrack.typed import mark
from oversight.views.meetings import reached_in
from oversight.views.minutes import minuted
from permanence.actions import minutes
from permanence.models import MinuteNote, Minutes


class NoteForm(forms.Form):
    """Of which page, and what is to be said of it."""

    def __init__(self, children: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["child"] = forms.ModelChoiceField(
            children,
            label="On which page?",
            to_field_name="uuid",
            required=False,
            empty_label="The meeting as a whole, which names no child",
        )
        self.fields["child"].label_from_instance = lambda child: f"{child.name}, {child.reference}"
        self.fields["text"] = question(MinuteNote._meta.get_field("text"))


@needs(Permission.PREPARE_MEETINGS)
@sensitive_post_parameters("text")
def note(request: HttpRequest, uuid: UUID) -> HttpResponse:
    meeting = minuted(request, uuid, Permission.PREPARE_MEETINGS)
    kept = Minutes.objects.filter(meeting=meeting).select_related("meeting").first()
    if kept is None:
        raise Http404
    own = reached_in(request.user, meeting.series).filter(minute_pages__minutes=kept)
    children = own.order_by("reference")
    chosen = {"child": mark(request.GET.get("child", ""))}
    typed = request.POST if request.method == "POST" else None
    form = NoteForm(children, typed, initial=chosen)
    if form.is_valid() and _noted(request, kept, form):
        return redirect("meeting-minutes", meeting.uuid)
    audit.looked(request, "meeting.minutes.note", children.values_list("pk", flat=True))
    return render(request, "oversight/minutes_note.html", {"meeting": meeting, "form": form})


def _noted(request: HttpRequest, kept: Minutes, form: NoteForm) -> bool:
    child: Child | None = form.cleaned_data["child"]
    try:
        minutes.note(minutes=kept, child=child, text=form.cleaned_data["text"], by=request.user)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, "The note stands with the minutes. They themselves are as they were.")
    return True
