"""The minutes of a meeting: read, approved, sent back and locked; on the screen and as files."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.actions.refusal import Refused
from oversight.actions.minutes import lock as put_into_records
from oversight.meetings.minutes import MeetingMinutes, read
from oversight.meetings.pdf import pdf
from oversight.meetings.word_file import word_file
from oversight.views.export import as_file
from oversight.views.meetings import reached_in, the_meeting
from permanence.actions import minutes as actions
from permanence.models import Meeting, MeetingStage

WRITTEN = {"pdf": pdf, "docx": word_file}
STEPS: dict[str, tuple[Callable[..., None], str]] = {
    "approve": (actions.approve, "The minutes are approved. They can be locked now."),
    "send-back": (actions.send_back, "The minutes can be corrected again."),
}


@needs(Permission.READ_MINUTES)
def minutes(request: HttpRequest, uuid: UUID) -> HttpResponse:
    found = minuted(request, uuid)
    if request.method == "POST":
        step = STEPS.get(request.POST.get("do", ""))
        if step is not None:
            _sign(request, found, *step)
        return redirect("meeting-minutes", found.uuid)
    shown = _read(request, found)
    audit.looked(request, "meeting.minutes", shown.ids)
    pack = shown.pack(initials=_initials(request))
    drafts = found.stage in actions.DRAFTS
    prepares = may_prepare(request, found)
    context = {
        "meeting": found,
        "pack": pack,
        "children": list(zip(shown.children, pack.sheets, strict=True)),
        "heading": f"Minutes of {words.long_day(found.held_on)}: {shown.stage}",
        "initials": _initials(request),
        "may_correct": prepares and drafts,
        "may_note": prepares and found.stage == MeetingStage.LOCKED,
        "refused": actions.why_not_sign(found, request.user),
        "drafts": drafts,
        "approved": found.stage == MeetingStage.APPROVED,
        "prepares": prepares,
    }
    return render(request, "oversight/minutes.html", context)


@needs(Permission.READ_MINUTES)
def lock(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Nothing can be undone of it, so that a page says first what it means."""
    found = minuted(request, uuid)
    if request.method == "POST":
        try:
            put_into_records(meeting=found, on=timezone.localdate(), by=request.user)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "The minutes are locked. Each child’s record has its page.")
        return redirect("meeting-minutes", found.uuid)
    refused = actions.why_not_sign(found, request.user)
    if not refused and found.stage != MeetingStage.APPROVED:
        refused = "Only approved minutes are locked."
    return render(request, "oversight/minutes_lock.html", {"meeting": found, "refused": refused})


@needs(Permission.READ_MINUTES)
@require_safe
def as_pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return _file(request, uuid, "pdf")


@needs(Permission.READ_MINUTES)
@require_safe
def as_word(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return _file(request, uuid, "docx")


def minuted(
    request: HttpRequest, uuid: UUID, permission: Permission = Permission.READ_MINUTES
) -> Meeting:
    """A meeting that has begun; no other has minutes."""
    found = the_meeting(request, uuid, permission)
    if found.stage == MeetingStage.AHEAD:
        raise Http404
    return found


def may_prepare(request: HttpRequest, meeting: Meeting) -> bool:
    """Whether the reader prepares the meetings of the group, and so puts its minutes right."""
    served = authorities(request.user, Permission.PREPARE_MEETINGS)
    return meeting.series.authority in served


def _sign(request: HttpRequest, meeting: Meeting, act: Callable[..., None], said: str) -> None:
    try:
        act(meeting=meeting, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)


def _read(request: HttpRequest, meeting: Meeting) -> MeetingMinutes:
    return read(meeting, reached_in(request.user, meeting.series, Permission.READ_MINUTES))


def _file(request: HttpRequest, uuid: UUID, form: str) -> HttpResponse:
    found = minuted(request, uuid)
    initials = _initials(request)
    shown: Any = _read(request, found).pack(initials=initials)
    about = {"format": form, "initials": initials}
    audit.took_out(request, "meeting.minutes.file", shown.children, **about)
    content = WRITTEN[form](shown)
    return as_file(content, f"minutes-{found.held_on.isoformat()}", form, stamped=False)


def _initials(request: HttpRequest) -> bool:
    return request.GET.get("initials") == "yes"
