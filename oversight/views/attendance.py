"""A meeting is opened, who is there is recorded, and it is closed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from casetrack import words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.typed import mark
from oversight.views.meetings import the_meeting
from permanence.actions import held
from permanence.actions.meetings import MeetingRefused
from permanence.models import Attendance, Meeting, MeetingStage, Presence


@needs(Permission.PREPARE_MEETINGS)
def attendance(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = the_meeting(request, uuid)
    step = request.POST.get("do", "") if request.method == "POST" else ""
    if step in STEPS:
        try:
            STEPS[step](request, found)
        except Refused as refused:
            messages.error(request, str(refused))
            return _page(request, found)
        return redirect("meeting-attendance", found.uuid)
    return _page(request, found)


def _open(request: HttpRequest, meeting: Meeting) -> None:
    number = request.POST.get("chair", "")
    chair = next((each for each in held.chairing(meeting) if str(each.uuid) == number), None)
    if chair is None:
        raise MeetingRefused("Choose who is in the chair.")
    held.open_meeting(meeting=meeting, chaired_by=chair, on=timezone.localdate(), by=request.user)
    messages.success(request, "The meeting is open. Record who is there.")


def _marked(request: HttpRequest, meeting: Meeting) -> None:
    """All members of whom something is said; what stays unsaid is left as it was."""
    for member in meeting.members:
        presence = request.POST.get(f"presence-{member.uuid}", "")
        stood_in = request.POST.get(f"stood-in-{member.uuid}", "")
        if presence in Presence.values:
            held.mark(
                meeting=meeting,
                member=member,
                presence=presence,
                stood_in=stood_in,
                by=request.user,
            )


def _save(request: HttpRequest, meeting: Meeting) -> None:
    _marked(request, meeting)
    messages.success(request, "Recorded.")


def _rest(request: HttpRequest, meeting: Meeting) -> None:
    _marked(request, meeting)
    rest = held.mark_the_rest(meeting=meeting, by=request.user)
    messages.success(request, f"{words.count(rest, 'more member')} recorded as there.")


def _guest(request: HttpRequest, meeting: Meeting) -> None:
    held.welcome(meeting=meeting, name=request.POST.get("guest", ""), by=request.user)


def _dismiss(request: HttpRequest, meeting: Meeting) -> None:
    guests = Attendance.objects.filter(meeting=meeting, member=None)
    if guest := guests.filter(uuid=mark(request.POST.get("guest", ""))).first():
        held.dismiss(guest=guest, by=request.user)


def _close(request: HttpRequest, meeting: Meeting) -> None:
    left = held.close_meeting(meeting=meeting, on=timezone.localdate(), by=request.user)
    carried = f" {words.children(left)} carried over to the next meeting." if left else ""
    messages.success(request, f"The meeting is closed. What was recorded are its minutes.{carried}")


def _reopen(request: HttpRequest, meeting: Meeting) -> None:
    held.reopen(meeting=meeting, by=request.user)
    messages.success(request, "The meeting is open again.")


STEPS: dict[str, Callable[[HttpRequest, Meeting], None]] = {
    "open": _open,
    "save": _save,
    "rest": _rest,
    "guest": _guest,
    "dismiss": _dismiss,
    "close": _close,
    "reopen": _reopen,
}


def _page(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    meeting.refresh_from_db()
    rows = list(meeting.attendance.all())
    known = {row.member_id: row for row in rows}
    members = [(member, known.get(member.pk)) for member in meeting.members]
    there = sum(row.presence == Presence.THERE for row in rows if row.member_id)
    context: dict[str, Any] = {
        "meeting": meeting,
        "stage": meeting.stage,
        "open": meeting.stage == MeetingStage.OPEN,
        "draft": meeting.stage in held.DRAFTS,
        "written": meeting.stage in held.UNAPPROVED,
        "why_not_open": held.why_not_open(meeting, timezone.localdate()),
        "chairing": held.chairing(meeting),
        "members": members,
        "guests": [row for row in rows if row.member_id is None],
        "presences": Presence.choices,
        "heading": f"{there} of {words.count(len(members), 'member')} there",
        "enough": there >= meeting.series.quorum,
    }
    return render(request, "oversight/attendance.html", context)
