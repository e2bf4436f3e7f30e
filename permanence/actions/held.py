"""A meeting is opened, attended and closed; whether enough members are there for it to decide."""

from datetime import date
from typing import Any

from django.db.models.functions import Now

from casetrack.access.visibility import sealed
from casetrack.models import Child, User
from casetrack.recording import recording
from casetrack.words import count, long_day
from permanence.actions import escalations
from permanence.actions.meetings import MeetingRefused, valid
from permanence.in_the_room import in_the_room
from permanence.models import (
    AgendaItem,
    Attendance,
    Decision,
    DecisionKind,
    GroupMember,
    Meeting,
    MeetingStage,
    OutOfRoom,
    Presence,
)

DRAFTS = (MeetingStage.DRAFT, MeetingStage.CORRECTED)
UNAPPROVED = (MeetingStage.OPEN, *DRAFTS)
NO_TIME = "There was no time for this child."


def hold(meeting: Meeting) -> Meeting:
    """The meeting as it stands, held against whoever writes to it at the same moment."""
    held = Meeting.objects.select_for_update(of=["self"]).select_related("series")
    found: Meeting = held.get(pk=meeting.pk)
    return found


def why_not_open(meeting: Meeting, on: date) -> str:
    """Why the meeting cannot be opened on that day; empty where it can."""
    if meeting.put_off_because:
        return "The meeting was put off."
    if meeting.stage != MeetingStage.AHEAD:
        return "The meeting is open already, or over."
    if on < meeting.held_on:
        return f"The meeting is on {long_day(meeting.held_on)}. It is opened on that day."
    return ""


def chairing(meeting: Meeting) -> list[User]:
    """Who may be in the chair: the chair, the deputy, and the members who have an account."""
    series = meeting.series
    members = meeting.members.filter(user__isnull=False)
    others = [member.user for member in members]
    found = [series.chair, series.deputy, *others]
    return list(dict.fromkeys(user for user in found if user is not None))


def open_meeting(*, meeting: Meeting, chaired_by: User, on: date, by: Any) -> None:
    """The group begins, with somebody in the chair."""
    with recording("meeting.opened", by=by, meeting=str(meeting.uuid)):
        meeting = hold(meeting)
        if refusal := why_not_open(meeting, on):
            raise MeetingRefused(refusal)
        if chaired_by not in chairing(meeting):
            raise MeetingRefused("Somebody of the group is in the chair.")
        meeting.opened_at, meeting.chaired_by = Now(), chaired_by
        meeting.save(update_fields=["opened_at", "chaired_by"])


def close_meeting(*, meeting: Meeting, on: date, by: Any) -> int:
    """The group ends: what was recorded are its minutes, and nothing is undone any more.

    Whoever it did not come to is carried over, which is how many children are returned. What stood
    on the agenda before as well goes up a level. Nothing is written of a child whose record was
    sealed meanwhile.
    """
    items = meeting.items.exclude(child__in=Child.objects.filter(sealed()))
    children = list(items.values_list("child_id", flat=True))
    with recording("meeting.closed", by=by, children=children, meeting=str(meeting.uuid)):
        meeting = hold(meeting)
        if meeting.stage != MeetingStage.OPEN:
            raise MeetingRefused("The meeting is not open.")
        if not meeting.attendance.exists():
            raise MeetingRefused("Record who was there first.")
        here = meeting.items.filter(child__in=children)
        left = [each for each in here if not _looked_at(each)]
        Decision.objects.bulk_create(_carried(item, by) for item in left)
        escalations.raised_again(meeting=meeting, on=on, by=by)
        meeting.closed_at = Now()
        meeting.save(update_fields=["closed_at"])
        return len(left)


def reopen(*, meeting: Meeting, by: Any) -> None:
    """It was closed too soon; it goes on until it is closed again."""
    with recording("meeting.reopened", by=by, meeting=str(meeting.uuid)):
        meeting = hold(meeting)
        if meeting.stage not in DRAFTS:
            raise MeetingRefused("Only a meeting whose minutes are not approved is opened again.")
        meeting.closed_at = meeting.corrected_at = None
        meeting.save(update_fields=["closed_at", "corrected_at"])


def mark(
    *, meeting: Meeting, member: GroupMember, presence: str, stood_in: str = "", by: Any
) -> None:
    """The member was there, perhaps by somebody who stood in, or was not; the last word stands."""
    with recording("attendance.marked", by=by, meeting=str(meeting.uuid), seat=member.seat):
        meeting = _attended(meeting)
        if member.series_id != meeting.series_id or not member.holds_on(meeting.held_on):
            raise MeetingRefused("That is no member of the group on the day of the meeting.")
        row = Attendance.objects.filter(meeting=meeting, member=member).first()
        row = row or Attendance(meeting=meeting, member=member)
        row.presence, row.name = presence, " ".join(stood_in.split())
        valid(row, MeetingRefused)
        row.save()
        if row.presence != Presence.THERE:
            row.out_for.all().delete()


def mark_the_rest(*, meeting: Meeting, by: Any) -> int:
    """Every member of whom nothing is recorded yet is there; how many those are."""
    with recording("attendance.marked", by=by, meeting=str(meeting.uuid)):
        meeting = _attended(meeting)
        rest = meeting.members.exclude(attendance__meeting=meeting)
        made = Attendance.objects.bulk_create(
            Attendance(meeting=meeting, member=member) for member in rest
        )
        return len(made)


def welcome(*, meeting: Meeting, name: str, by: Any) -> Attendance:
    """A guest was there, such as a child's social worker."""
    with recording("attendance.guest", by=by, meeting=str(meeting.uuid)):
        row = Attendance(meeting=_attended(meeting), name=" ".join(name.split()))
        valid(row, MeetingRefused)
        row.save()
        return row


def dismiss(*, guest: Attendance, by: Any) -> None:
    """The guest was recorded by mistake."""
    with recording("attendance.guest-removed", by=by, meeting=str(guest.meeting.uuid)):
        _attended(guest.meeting)
        Attendance.objects.filter(pk=guest.pk, member=None).delete()


def step_out(*, attendance: Attendance, item: AgendaItem, out: bool, by: Any) -> None:
    """Somebody is not in the room for this child; or is, after all."""
    meeting = str(item.meeting.uuid)
    with recording("attendance.part", by=by, children=[item.child_id], meeting=meeting):
        _attended(item.meeting)
        if attendance.meeting_id != item.meeting_id or attendance.presence != Presence.THERE:
            raise MeetingRefused("Only who is at the meeting can be out of the room.")
        if out:
            OutOfRoom.objects.get_or_create(attendance=attendance, item=item)
        else:
            OutOfRoom.objects.filter(attendance=attendance, item=item).delete()


def there_for(item: AgendaItem) -> int:
    """How many members are in the room for the child and have no interest of their own in her."""
    meeting = item.meeting
    found = in_the_room(meeting, list(meeting.attendance.all()), [item])
    return len(found[item.pk].there)


def why_no_quorum(item: AgendaItem) -> str:
    """Why the group cannot decide for this child; empty where it can."""
    needed, there = item.meeting.series.quorum, there_for(item)
    if there >= needed:
        return ""
    return (
        f"{count(there, 'member')} of the group {'is' if there == 1 else 'are'} recorded as in the "
        f"room for this child, and {needed} are needed to decide. Record who is there, or carry "
        "the child over."
    )


def _looked_at(item: AgendaItem) -> bool:
    return item.decisions.standing().exists() or item.findings.exists()


def _carried(item: AgendaItem, by: Any) -> Decision:
    meeting = item.meeting
    return Decision(
        child_id=item.child_id,
        series_id=meeting.series_id,
        meeting=meeting,
        item=item,
        kind=DecisionKind.CARRY,
        text="The group comes to it next time.",
        reason=NO_TIME,
        decided_on=meeting.held_on,
        decided_by=meeting.chaired_by,
        recorded_by=by,
    )


def _attended(meeting: Meeting) -> Meeting:
    meeting = hold(meeting)
    if meeting.stage not in UNAPPROVED:
        raise MeetingRefused(
            "Who was there is recorded from the opening until the minutes are approved."
        )
    return meeting
