"""Who was at a meeting of the group, and for which children they were not in the room."""

import uuid

from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.privacy import classes
from permanence.models import locks
from permanence.models.meetings import AgendaItem, GroupMember, Meeting


class Presence(models.TextChoices):
    THERE = "there", "there"
    APOLOGIES = "apologies", "sent apologies"
    MISSING = "missing", "did not come"


@tracked
class Attendance(models.Model):
    """A member was at the meeting, sent apologies or did not come; or a guest was there, by name.

    A member is there too where somebody, whose `name` is kept, stood in for them. A guest counts
    towards no quorum.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance")
    member = models.ForeignKey(
        GroupMember, models.PROTECT, null=True, blank=True, related_name="attendance"
    )
    presence = models.CharField(max_length=9, choices=Presence, default=Presence.THERE)
    name = models.CharField(max_length=80, blank=True)

    PRIVACY = classes(key="id uuid meeting", open="presence", staff="member name")

    class Meta:
        ordering = ["pk"]
        triggers = locks.of_its_meeting()
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "member"],
                name="attendance_once_a_member",
                violation_error_message="It is recorded already whether that member was there.",
            ),
            models.CheckConstraint(
                name="attendance_of_a_guest_by_name",
                condition=Q(member__isnull=False) | Q(name__regex=r"\S", presence="there"),
                violation_error_message="Write the name of the guest.",
            ),
            models.CheckConstraint(
                name="attendance_stood_in_for_who_is_there",
                condition=Q(name="") | Q(presence="there"),
                violation_error_message="Nobody stands in for a member who is not there.",
            ),
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"


@tracked
class OutOfRoom(models.Model):
    """Somebody who was at the meeting was not in the room for this child of its agenda."""

    attendance = models.ForeignKey(Attendance, models.CASCADE, related_name="out_for")
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="out_of_room")

    PRIVACY = classes(key="id attendance item")

    class Meta:
        triggers = locks.of_its_meeting(
            "SELECT meeting_id FROM permanence_attendance WHERE id = {row}.attendance_id"
        )
        constraints = [
            models.UniqueConstraint(
                fields=["attendance", "item"],
                name="out_of_room_once_a_child",
                violation_error_message="That is recorded already.",
            ),
        ]

    def __str__(self) -> str:
        return f"out of the room {self.pk}"
