"""What a child's social worker writes for the group before it meets: one page, her words first."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from casetrack.history import tracked
from casetrack.models import Allocation, AllocationRole
from casetrack.privacy import classes
from permanence.models.meetings import AgendaItem

LONGEST = 600
"""So many characters an answer may have: all of them stand on one page."""


class AgendaUpdateQuerySet(models.QuerySet["AgendaUpdate"]):
    def waiting(self, day: date) -> "AgendaUpdateQuerySet":
        """Asked for and not sent, for meetings that are still to be held on `day`."""
        return self.filter(
            asked_at__isnull=False,
            sent_at=None,
            item__meeting__held_on__gte=day,
            item__meeting__put_off_because="",
        )

    def with_writer(self, day: date) -> Any:
        """Each with the user (id, or none) who is the child's social worker on the day."""
        held = Allocation.objects.on(day).filter(
            child=OuterRef("child"), role=AllocationRole.SOCIAL_WORKER
        )
        return self.annotate(writer=Subquery(held.values("worker__user")[:1]))

    def untold(self, day: date) -> Any:
        """What waits and of which the social worker of the day has not been told yet."""
        waiting = self.waiting(day).with_writer(day).filter(writer__isnull=False)
        return waiting.filter(Q(told_on=None) | ~Q(told=F("writer")))


def _both(first: str, second: str, says: str) -> models.CheckConstraint:
    """One of the two is there only with the other."""
    return models.CheckConstraint(
        name=f"agenda_update_{first}_with_{second}",
        condition=Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
        | Q(**{f"{first}__isnull": False, f"{second}__isnull": False}),
        violation_error_message=says,
    )


@tracked
class AgendaUpdate(models.Model):
    """How things stand with a child on an agenda, as her social worker tells the group.

    Nothing is required: what was left empty is shown as a blank. `told` was told by the mail of
    `told_on` that it is asked; both are emptied where the next mail should tell it again.
    """

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="agenda_updates")
    item = models.OneToOneField(AgendaItem, models.CASCADE, related_name="update")
    child_says = models.CharField(
        "what does the child say now?",
        max_length=LONGEST,
        blank=True,
        help_text="In the child’s own words where there are any. If the child tells of harm, "
        "record that in the safeguarding record, not here.",
    )
    happened = models.CharField(
        "what has happened since the group last met?", max_length=LONGEST, blank=True
    )
    held_up = models.CharField("what holds it up?", max_length=LONGEST, blank=True)
    next_step = models.CharField("what is the next step?", max_length=LONGEST, blank=True)
    next_step_on = models.DateField("by when?", null=True, blank=True)
    decide = models.CharField("what should the group decide?", max_length=LONGEST, blank=True)
    asked_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey("casetrack.User", models.PROTECT, null=True, related_name="+")
    reminded_at = models.DateTimeField(null=True)
    told = models.ForeignKey("casetrack.User", models.PROTECT, null=True, related_name="+")
    told_on = models.DateField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey("casetrack.User", models.PROTECT, null=True, related_name="+")

    objects = AgendaUpdateQuerySet.as_manager()

    PRIVACY = classes(
        key="id child item",
        open="asked_at reminded_at told_on sent_at",
        staff="asked_by told sent_by",
        sensitive="child_says happened held_up next_step next_step_on decide",
    )

    class Meta:
        constraints = [
            _both("asked_at", "asked_by", "Somebody asked for it."),
            _both("told_on", "told", "Somebody was told of it."),
            _both("sent_at", "sent_by", "Somebody sent it."),
            models.CheckConstraint(
                name="agenda_update_reminded_where_asked",
                condition=Q(reminded_at=None, told_on=None) | Q(asked_at__isnull=False),
                violation_error_message="Nobody is reminded of what was not asked for.",
            ),
        ]

    def __str__(self) -> str:
        return f"update {self.pk}"


SAID = ("child_says", "happened", "held_up", "next_step", "next_step_on", "decide")
"""What is asked, in the order of the page; the child's own words come first."""
