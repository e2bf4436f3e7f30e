"""Cohorts: children with whom a team works towards one aim, and what became of each.

Whether the aim was reached is read from the facts wherever they tell it; only what they do not tell
is said by a person, with a reason.
"""

import uuid

from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.models.facts import PeriodFact
from casetrack.periods import Period, PeriodQuerySet, one_at_a_time, positive_length
from casetrack.privacy import classes
from casetrack.sequence import only_with


class CohortAim(models.TextChoices):
    FAMILY = "family", "from a children’s home into a family"
    DISCHARGE = "discharge", "at home with parents, without the care order"
    GUARDIANSHIP = "guardianship", "from connected carers to special guardianship"
    LASTING = "lasting", "a fragile foster home that lasts"
    OTHER = "other", "something else"


@tracked
class Cohort(Period):
    """A named list of children, its aim, and the time for which a team works towards it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    name = models.CharField(
        "what is the cohort called?", max_length=80, help_text="Never a child’s name."
    )
    aim = models.CharField("what is its aim?", max_length=12, choices=CohortAim)
    about = models.CharField(
        "what is it for, in a sentence?",
        max_length=300,
        blank=True,
        help_text="Never a child’s name.",
    )

    objects = PeriodQuerySet.as_manager()

    PRIVACY = classes(key="id uuid authority", open="name aim about starts_on ends_on start_known")

    class Meta:
        ordering = ["starts_on", "name"]
        constraints = [
            positive_length("cohort_is_not_empty"),
            models.UniqueConstraint(fields=["authority", "name"], name="cohort_name_unique"),
        ]

    def __str__(self) -> str:
        return self.name


class MemberOutcome(models.TextChoices):
    REACHED = "reached", "the aim was reached"
    NOT_REACHED = "not-reached", "the aim was not reached"
    ANOTHER_PLAN = "another-plan", "another plan took its place"


@tracked
class CohortMember(PeriodFact):
    """A child was in a cohort for a time; who chose her, and what was expected without the work.

    `expected_on` is the day by which the aim would have been reached without it; where the aim is
    that a home lasts, the day by which it would have ended. `decision` is that of a group which
    allocated the team.
    """

    cohort = models.ForeignKey(
        Cohort, models.PROTECT, related_name="members", verbose_name="in which cohort?"
    )
    added_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")
    decision = models.ForeignKey(
        "permanence.Decision", models.PROTECT, null=True, blank=True, related_name="cohort_members"
    )
    expected_on = models.DateField(
        "by when would it have happened without this work?",
        null=True,
        blank=True,
        help_text="The weeks saved are counted from it. For a home that should last, the day by "
        "which it would have ended.",
    )
    expected_because = models.CharField("why that day?", max_length=300, blank=True)
    outcome = models.CharField(
        "what became of it?",
        max_length=12,
        choices=MemberOutcome,
        blank=True,
        help_text="Leave it open where moves, orders and the end of care tell it.",
    )
    outcome_because = models.CharField(
        "why?", max_length=300, blank=True, help_text="The child may read this one day."
    )

    PRIVACY = classes(
        key="id child origin cohort decision",
        staff="added_by",
        sensitive="starts_on ends_on start_known expected_on expected_because outcome"
        " outcome_because",
    )

    class Meta:
        constraints = [
            positive_length(
                "cohort_member_is_not_empty",
                says="The work with the child ends after the day it began.",
            ),
            one_at_a_time(
                "cohort_member_once_at_a_time",
                "child",
                "cohort",
                says="The child is in that cohort already.",
            ),
            only_with(
                "cohort_member_outcome_of_an_end",
                "ends_on",
                "outcome",
                "Enter the day the work with the child ended.",
            ),
            only_with(
                "cohort_member_expected_because",
                "expected_on",
                "expected_because",
                "Enter the day that was expected.",
            ),
            models.CheckConstraint(
                name="cohort_member_outcome_has_a_reason",
                condition=Q(outcome="", outcome_because="")
                | (~Q(outcome="") & Q(outcome_because__regex=r"\S")),
                violation_error_message="Enter both what became of it and why, or neither.",
            ),
        ]
