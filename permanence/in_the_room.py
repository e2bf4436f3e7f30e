"""Who is in the room for each child of an agenda, which is who may decide for her."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from permanence.models import AgendaItem, Attendance, Interest, Meeting, OutOfRoom, Presence


@dataclass(frozen=True)
class InRoom:
    """Of those at the meeting: the members who are `there` for the child and have no interest of
    their own in her, which a quorum is counted by; who is `out` of the room for her, guests too;
    and whichever members have an interest.
    """

    there: list[Attendance]
    out: list[Attendance]
    interests: list[Interest]


def in_the_room(
    meeting: Meeting, attendance: Collection[Attendance], items: Collection[AgendaItem]
) -> dict[int, InRoom]:
    """By item (id) of the meeting, whose `attendance` this is: two queries, however many."""
    present = [each for each in attendance if each.presence == Presence.THERE]
    left: dict[int, set[int]] = defaultdict(set)
    for out in OutOfRoom.objects.filter(item__in=items, attendance__in=present):
        left[out.item_id].add(out.attendance_id)
    interests: dict[int, list[Interest]] = defaultdict(list)
    held = Interest.objects.on(meeting.held_on).filter(
        child__in=[item.child_id for item in items], member__series=meeting.series_id
    )
    for interest in held.select_related("member"):
        interests[interest.child_id].append(interest)
    return {item.pk: _of(present, left[item.pk], interests[item.child_id]) for item in items}


def _of(present: list[Attendance], left: set[int], interests: list[Interest]) -> InRoom:
    own = {each.member_id for each in interests}
    return InRoom(
        there=[
            each
            for each in present
            if each.member_id is not None and each.member_id not in own and each.pk not in left
        ],
        out=[each for each in present if each.pk in left],
        interests=interests,
    )
