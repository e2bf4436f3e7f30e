"""The update of a child for a meeting: her own words first, with what is recorded beside them."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import question
from casetrack.models import CalendarDay, Child
from casetrack.views.of_child import the_child
from oversight.meetings.agenda import last_time
from oversight.meetings.updates import Line, coming, facts
from permanence.actions import updates as actions
from permanence.models import SAID, AgendaItem, AgendaUpdate


class UpdateForm(forms.Form):
    """Every question of an update, with what was written so far."""

    def __init__(self, update: AgendaUpdate | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in SAID:
            self.fields[name] = question(AgendaUpdate._meta.get_field(name))
            self.initial[name] = getattr(update, name, None)


@needs(Permission.WRITE_UPDATES)
@require_safe
def updates(request: HttpRequest) -> HttpResponse:
    """Those of the reader's children who stand on the agenda of a meeting to come."""
    today = timezone.localdate()
    children = Child.objects.visible_to(request.user, Permission.WRITE_UPDATES)
    lines = coming(children, today)
    audit.looked(request, "updates", {line.item.child_id for line in lines})
    waiting = [line for line in lines if line.waiting]
    context = {
        "waiting": waiting,
        "others": [line for line in lines if not line.waiting],
        "heading": f"{words.count(len(waiting), 'update')} to write" if waiting else NONE,
    }
    return render(request, "oversight/updates.html", context)


NONE = "No update is asked for"


@needs(Permission.WRITE_UPDATES)
@sensitive_post_parameters("child_says", "happened", "held_up", "next_step", "decide")
def update(request: HttpRequest, uuid: UUID, item: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.WRITE_UPDATES)
    items = AgendaItem.objects.filter(child=child).select_related("meeting__series", "update")
    found, today = get_object_or_404(items, uuid=item), timezone.localdate()
    due_on = found.meeting.papers_due_on(CalendarDay.objects.holidays())
    line = Line(found, due_on, today)
    form = UpdateForm(line.update, request.POST if request.method == "POST" else None)
    if form.is_valid() and _written(request, found, form):
        return redirect("updates")
    audit.looked(request, "update", [child.pk])
    context = {
        "child": child,
        "meeting": found.meeting,
        "line": line,
        "form": form,
        "closed": "" if form.is_bound else actions.why_not(found.meeting, today),
        "facts": facts(child, today),
        "since": last_time(found.meeting),
    }
    return render(request, "oversight/update.html", context)


def _written(request: HttpRequest, item: AgendaItem, form: UpdateForm) -> bool:
    sending = request.POST.get("do") == "send"
    given = {"said": form.cleaned_data, "on": timezone.localdate(), "by": request.user}
    try:
        written = (actions.send if sending else actions.save)(item=item, **given)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    if sending:
        messages.success(request, "The update is sent.")
    elif written.sent_at:
        messages.success(request, "The update is corrected.")
    else:
        messages.success(request, "Kept. The group does not see it until you send it.")
    return True
