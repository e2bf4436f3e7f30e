from datetime import date

from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from permanence.models.plans import PermanencePlan
from permanence.routes import titles


@tracked
class Milestone(Fact):
    """A step of a plan: the day it was first planned for, the day it is planned for now, the day
    it was done.

    `code` is a step of the plan's route (`permanence/routes`). `actual_on` stays empty for a step
    that another fact shows to be done (a review, an order); `permanence.routes.done` finds those.
    """

    plan = models.ForeignKey(
        PermanencePlan, models.PROTECT, related_name="milestones", verbose_name="plan"
    )
    code = models.CharField("which step?", max_length=40, choices=titles)
    planned_on = models.DateField("which day is it planned for?")
    revised_on = models.DateField("which day is it planned for now?", null=True, blank=True)
    revised_because = models.CharField(
        "why was the day moved?",
        max_length=300,
        blank=True,
        help_text="Say what happened. The child may read this one day.",
    )
    actual_on = models.DateField("when was it done?", null=True, blank=True)
    missed_because = models.CharField(
        "if it was later than planned, why?",
        max_length=300,
        blank=True,
        help_text="Say what happened. The child may read this one day.",
    )
    owner = models.ForeignKey(
        "casetrack.Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="milestones",
        verbose_name="who sees to it?",
    )

    PRIVACY = classes(
        key="id child origin plan",
        staff="owner",
        sensitive="code planned_on revised_on revised_because actual_on missed_because",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "code"],
                name="milestone_once_a_plan",
                violation_error_message="That step of the plan is already recorded.",
            ),
            models.CheckConstraint(
                name="milestone_moved_with_a_reason",
                condition=Q(revised_on=None, revised_because="")
                | (Q(revised_on__isnull=False) & ~Q(revised_because="")),
                violation_error_message="Enter the new day and why it was moved.",
            ),
            models.CheckConstraint(
                name="milestone_missed_once_it_is_done",
                condition=Q(missed_because="") | Q(actual_on__isnull=False),
                violation_error_message="Enter the day on which it was done.",
            ),
        ]

    @property
    def due_on(self) -> date:
        """The day that it is planned for now."""
        day: date = self.revised_on or self.planned_on
        return day
