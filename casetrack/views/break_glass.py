"""Opening a record in an emergency, and ending it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities, may
from casetrack.actions import break_glass as emergency
from casetrack.actions.refusal import Refused
from casetrack.forms import choice, text
from casetrack.models import BreakGlass, Child


class EmergencyForm(forms.Form):
    """Whose record, and why it is needed now."""

    authority = forms.ChoiceField(label="Authority")
    reference = text(
        max_length=20,
        label="The child’s reference",
        help_text="The authority’s own number, in full. Names are not searched here.",
    )
    reason = choice(BreakGlass.Reason.choices, label="Why you need the record now")
    words = text(
        max_length=500,
        label="What has happened",
        help_text="Up to 500 characters. The guardian of data reads this.",
    )

    def __init__(self, served: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.served = {str(each.pk): each for each in served}
        self.fields["authority"].choices = [(pk, each.name) for pk, each in self.served.items()]
        if len(served) == 1:
            del self.fields["authority"]

    def asked(self) -> Any:
        """The authority that was chosen, or the only one there is."""
        only = next(iter(self.served))
        return self.served[self.cleaned_data.get("authority", only)]


@needs(Permission.BREAK_GLASS)
def open_record(request: HttpRequest) -> HttpResponse:
    """A reference without a record and one whose record is sealed are answered alike."""
    served = authorities(request.user, Permission.BREAK_GLASS)
    form = EmergencyForm(served, request.POST if request.method == "POST" else None)
    if form.is_valid():
        reference = form.cleaned_data["reference"]
        child = emergency.find(reference=reference, authority=form.asked(), by=request.user)
        if child is None:
            emergency.refused(by=request.user)
            form.add_error("reference", emergency.NO_SUCH_RECORD)
        elif Child.objects.visible_to(request.user).filter(pk=child.pk).exists():
            messages.success(request, "You can read this record as it is; nothing was opened.")
            return redirect("child", child.uuid)
        elif _opened(request, child, form):
            return redirect("child", child.uuid)
    context = {"form": form, "may_record": may(request.user, Permission.RECORD_VISITS)}
    return render(request, "casetrack/break_glass.html", context)


def _opened(request: HttpRequest, child: Child, form: EmergencyForm) -> bool:
    reason, words = form.cleaned_data["reason"], form.cleaned_data["words"]
    today = timezone.localdate()
    try:
        emergency.open_record(child=child, reason=reason, words=words, on=today, by=request.user)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, "The record is open. The guardian of data has been told.")
    return True


@needs(Permission.BREAK_GLASS)
@require_POST
def close(request: HttpRequest, uuid: UUID) -> HttpResponse:
    opened = get_object_or_404(BreakGlass, uuid=uuid, user=request.user)
    try:
        emergency.close(opened=opened, by=request.user)
        messages.success(request, "The emergency access is ended.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("home")
