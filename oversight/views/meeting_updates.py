"""Which updates for a meeting are asked for, sent or late; and what was sent, to be read."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.models import CalendarDay
from oversight.meetings.updates import of_meeting
from oversight.views.meetings import reached_in, the_meeting
from permanence.actions import updates as actions
from permanence.models import Meeting


@needs(Permission.PREPARE_MEETINGS)
def meeting_updates(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found, today = the_meeting(request, uuid), timezone.localdate()
    reached = reached_in(request.user, found.series)
    step = STEPS.get(request.POST.get("do", "")) if request.method == "POST" else None
    if step is not None:
        on_it = found.items.filter(child__in=reached)
        try:
            step(request, found, list(on_it.values_list("child_id", flat=True)))
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("meeting-updates", found.uuid)
    due_on = found.papers_due_on(CalendarDay.objects.holidays())
    lines = of_meeting(found, reached, due_on, today)
    audit.looked(request, "meeting.updates", {line.item.child_id for line in lines})
    context = {
        "meeting": found,
        "lines": lines,
        "sent": [line for line in lines if line.sent],
        "late": sum(line.late for line in lines),
        "to_ask": sum(line.account and not line.asked and not line.sent for line in lines),
        "nobody": sum(not line.account and not line.sent for line in lines),
        "due_on": due_on,
        "closed": actions.why_not(found, today),
    }
    return render(request, "oversight/meeting_updates.html", context)


def _ask(request: HttpRequest, meeting: Meeting, children: list[int]) -> None:
    today = timezone.localdate()
    asked = actions.ask(meeting=meeting, children=children, on=today, by=request.user)
    if asked.asked:
        said = f"{words.count(asked.asked, 'update')} asked for. The next mail tells it."
        messages.success(request, said)
    else:
        messages.info(request, "All who can be asked were asked already.")
    if asked.nobody:
        have = "has" if asked.nobody == 1 else "have"
        said = f"{words.children(asked.nobody)} {have} no social worker with an account here"
        messages.info(request, f"{said}: nobody is asked.")


def _remind(request: HttpRequest, meeting: Meeting, children: list[int]) -> None:
    today = timezone.localdate()
    late = actions.remind(meeting=meeting, children=children, on=today, by=request.user)
    if late:
        said = f"{words.count(late, 'late update')} reminded of. The next mail tells it."
        messages.success(request, said)
    else:
        messages.info(request, "No update is late of which the next mail does not tell already.")


STEPS: dict[str, Callable[[HttpRequest, Meeting, list[int]], None]] = {
    "ask": _ask,
    "remind": _remind,
}
