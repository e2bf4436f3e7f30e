"""A group is set up, its members join and leave, and its meetings have dates."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from casetrack.actions.refusal import Refused
from casetrack.models import User
from casetrack.recording import recording
from casetrack.words import long_day
from permanence.models import GroupMember, Interest, Meeting, MeetingSeries

MOST_DATES = 36
"""So many meetings are dated at once: three years of months."""


class MeetingRefused(Refused):
    """The group, its membership or its meetings cannot be so."""


def save_series(*, series: MeetingSeries, by: Any) -> MeetingSeries:
    """A new group, or what is changed of one."""
    what = "group.changed" if series.pk else "group.started"
    with recording(what, by=by, authority=series.authority.code, group=str(series.uuid)):
        series.name = " ".join(series.name.split())
        valid(series, MeetingRefused)
        series.save()
        return series


def schedule(*, series: MeetingSeries, days: Iterable[date], by: Any) -> list[Meeting]:
    """The group meets on these days; those on which it meets already are left as they are."""
    wanted = sorted(set(days))
    with recording("meetings.dated", by=by, group=str(series.uuid)):
        MeetingSeries.objects.select_for_update().get(pk=series.pk)
        held = set(series.meetings.filter(held_on__in=wanted).values_list("held_on", flat=True))
        new = [day for day in wanted if day not in held]
        if not new:
            raise MeetingRefused("The group meets on those days already.")
        if len(new) > MOST_DATES:
            raise MeetingRefused(f"Enter {MOST_DATES} dates at most.")
        if outside := [day for day in new if not series.holds_on(day)]:
            raise MeetingRefused(f"The group does not meet yet, or no longer, on {_said(outside)}.")
        return Meeting.objects.bulk_create(Meeting(series=series, held_on=day) for day in new)


def put_off(*, meeting: Meeting, because: str, by: Any) -> None:
    """The meeting does not take place; its agenda stays to be read."""
    with recording("meeting.put-off", by=by, meeting=str(meeting.uuid)):
        meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
        if meeting.put_off_because:
            raise MeetingRefused("The meeting was put off already.")
        if meeting.opened_at is not None:
            raise MeetingRefused("The meeting has begun.")
        if not because.strip():
            raise MeetingRefused("Say why it does not take place.")
        meeting.put_off_because = because.strip()
        valid(meeting, MeetingRefused)
        meeting.save(update_fields=["put_off_because"])


def join(
    *, series: MeetingSeries, seat: str, on: date, user: User | None = None, name: str = "", by: Any
) -> GroupMember:
    """Somebody sits on the group from `on`: a user, or by name who has no account."""
    with recording("group.joined", by=by, group=str(series.uuid), seat=seat):
        member = GroupMember(
            series=series, user=user, name=" ".join(name.split()), seat=seat, starts_on=on
        )
        valid(member, MeetingRefused)
        member.save()
        return member


def leave(*, member: GroupMember, on: date, by: Any) -> None:
    """The member's last day was the one before `on`."""
    with recording("group.left", by=by, group=str(member.series.uuid), seat=member.seat):
        member = GroupMember.objects.select_for_update().get(pk=member.pk)
        if member.ends_on is not None:
            raise MeetingRefused("That member has left already.")
        if on <= member.starts_on:
            raise MeetingRefused(
                f"They joined on {long_day(member.starts_on)}. Choose a later day."
            )
        member.ends_on = on
        member.save(update_fields=["ends_on"])


def declare(*, member: GroupMember, child: Any, reason: str, on: date, by: Any) -> Interest:
    """The member has an interest of their own in the child, and sees nothing of her here."""
    with recording("interest.declared", by=by, children=[child.pk], group=str(member.series.uuid)):
        if child.authority_id != member.series.authority_id:
            raise MeetingRefused("The child is of another authority.")
        interest = Interest(member=member, child=child, reason=reason.strip(), starts_on=on)
        valid(interest, MeetingRefused)
        interest.save()
        return interest


def withdraw(*, interest: Interest, on: date, by: Any) -> None:
    """The interest holds no longer."""
    group = str(interest.member.series.uuid)
    with recording("interest.withdrawn", by=by, children=[interest.child_id], group=group):
        interest = Interest.objects.get(pk=interest.pk)
        if interest.ends_on is not None:
            raise MeetingRefused("That interest was taken back already.")
        if on <= interest.starts_on:
            interest.delete()
            return
        interest.ends_on = on
        interest.save(update_fields=["ends_on"])


def valid(row: Any, refusal: type[Refused], **how: Any) -> None:
    """Refused in the words of the fields and constraints that the row breaks."""
    try:
        row.full_clean(**how)
    except ValidationError as error:
        raise refusal(" ".join(error.messages)) from None


def _said(days: list[date]) -> str:
    return ", ".join(map(long_day, days))
