"""What the group decided for a child, and what it found of her plan."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from casetrack.history import tracked
from casetrack.privacy import classes
from permanence.models import locks
from permanence.models.meetings import AgendaItem, Meeting, MeetingSeries
from permanence.models.plans import PermanencePlan


class DecisionKind(models.TextChoices):
    """What a group may decide, within its powers: it endorses, asks and recommends.

    Only a review ratifies a plan or changes its route, and only the agency decision maker decides
    on adoption and on a match.
    """

    ENDORSE = "endorse", "endorse the plan"
    REVIEW = "review", "ask the reviewing officer for a review to change the route"
    CONTINGENCY = "contingency", "ask for a contingency plan"
    MATCH = "match", "recommend that the match goes to panel"
    DISCHARGE = "discharge", "support ending the care order"
    GUARDIANSHIP = "guardianship", "support special guardianship, and its package in principle"
    FINDING = "finding", "agree the family-finding strategy"
    JUSTIFY = "justify", "justify the delay until a day"
    ADVICE = "advice", "require legal advice"
    COHORT = "cohort", "allocate the team of a cohort"
    REFER = "refer", "refer to the reviewing officer"
    ESCALATE = "escalate", "escalate"
    ACHIEVED = "achieved", "permanence is achieved"
    BACK = "back", "back to supervision by the team"
    ACTION = "action", "agree an action"
    CARRY = "carry", "carry over to the next meeting"
    NOTED = "noted", "note what was said"


TO_DO = (
    DecisionKind.REVIEW,
    DecisionKind.CONTINGENCY,
    DecisionKind.MATCH,
    DecisionKind.DISCHARGE,
    DecisionKind.GUARDIANSHIP,
    DecisionKind.FINDING,
    DecisionKind.ADVICE,
    DecisionKind.REFER,
    DecisionKind.ACTION,
)
"""Decisions that somebody carries out by a day; the others are done by being made."""
OF_A_PLAN = (DecisionKind.ENDORSE, DecisionKind.ACHIEVED)
WITH_A_REASON = (
    DecisionKind.REVIEW,
    DecisionKind.JUSTIFY,
    DecisionKind.ESCALATE,
    DecisionKind.BACK,
    DecisionKind.CARRY,
)
"""Decisions of which a reader years later would ask why."""


class DecisionQuerySet(models.QuerySet["Decision"]):
    def standing(self) -> "DecisionQuerySet":
        """Those that were not undone."""
        return self.filter(undone_at=None)


@tracked
class Decision(models.Model):
    """The group decided something for a child, at the `item` of a meeting's agenda.

    Without an item the chair decided between two meetings, and `meeting` is the next, in whose
    minutes it stands; until that one is known it has none. `uuid` is made where the decision is
    typed, so that one sent twice is the same. `decided_by` is who was in the chair, `asked_by`
    whoever asked in the room that a delay be justified. `clock`, `subject` and `started_on` are of
    the wait whose delay is justified. What was undone before the meeting closed stays to be read
    in the history alone.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="decisions")
    series = models.ForeignKey(MeetingSeries, models.PROTECT, related_name="decisions")
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    kind = models.CharField("what is decided?", max_length=12, choices=DecisionKind)
    text = models.CharField("in words", max_length=500)
    reason = models.CharField("why?", max_length=500, blank=True)
    decided_on = models.DateField("when was it decided?")
    decided_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    owner = models.ForeignKey(
        "casetrack.Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="who does it?",
    )
    due_on = models.DateField("by when?", null=True, blank=True)
    plan = models.ForeignKey(
        PermanencePlan,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name="which plan?",
    )
    clock = models.CharField(max_length=60, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    started_on = models.DateField(null=True, blank=True)
    until = models.DateField("until when?", null=True, blank=True)
    asked_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, editable=False)
    undone_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = DecisionQuerySet.as_manager()

    PRIVACY = classes(
        key="id uuid child series meeting item plan clock subject",
        open="recorded_at undone_at",
        staff="decided_by recorded_by owner asked_by undone_by",
        sensitive="kind text reason decided_on due_on started_on until",
    )

    class Meta:
        ordering = ["pk"]
        triggers = locks.of_its_meeting()
        constraints = [
            models.UniqueConstraint(fields=["id", "child"], name="decision_of_a_child"),
            models.CheckConstraint(
                name="decision_is_in_words",
                condition=Q(text__regex=r"\S"),
                violation_error_message="Write what is decided.",
            ),
            models.CheckConstraint(
                name="decision_has_a_reason",
                condition=~Q(kind__in=WITH_A_REASON) | Q(reason__regex=r"\S"),
                violation_error_message="Write why.",
            ),
            models.CheckConstraint(
                name="decision_to_do_has_owner_and_day",
                condition=(
                    Q(kind__in=TO_DO, owner__isnull=False, due_on__isnull=False)
                    | (~Q(kind__in=TO_DO) & Q(owner=None, due_on=None))
                ),
                violation_error_message="Say who does it, and by when.",
            ),
            models.CheckConstraint(
                name="decision_due_after_it_is_made",
                condition=Q(due_on=None) | Q(due_on__gte=models.F("decided_on")),
                violation_error_message="It cannot be due before it is decided.",
            ),
            models.CheckConstraint(
                name="decision_of_a_plan_names_it",
                condition=Q(kind__in=OF_A_PLAN, plan__isnull=False)
                | (~Q(kind__in=OF_A_PLAN) & Q(plan=None)),
                violation_error_message="Choose the plan.",
            ),
            models.CheckConstraint(
                name="decision_to_justify_names_the_wait",
                condition=(
                    Q(kind="justify", started_on__isnull=False, until__isnull=False) & ~Q(clock="")
                )
                | (~Q(kind="justify") & Q(clock="", subject="", started_on=None, until=None)),
                violation_error_message="Choose the delay, and until when.",
            ),
            models.CheckConstraint(
                name="decision_at_an_item_is_of_a_meeting",
                condition=Q(item=None) | Q(meeting__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_undone_by_somebody",
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"decision {self.uuid}"


class Question(models.TextChoices):
    """What the group asks of every plan whose quality it assures."""

    ROUTE = "route", "Is the route right, and why not the others?"
    CONTINGENCY = "contingency", "Is there a contingency plan?"
    NEXT_STEP = "next-step", "What is the next dated step, and who owns it?"
    CHILD_SAYS = "child-says", "What does the child say?"
    DRIFT = "drift", "What would stop the drift?"


class Answered(models.TextChoices):
    WELL = "well", "answered well"
    PARTLY = "partly", "answered in part"
    NOT = "not", "not answered"


@tracked
class Finding(models.Model):
    """What the group found on one of its questions about a plan, and when it looks again."""

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="findings")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="findings")
    plan = models.ForeignKey(
        PermanencePlan, models.PROTECT, null=True, blank=True, related_name="findings"
    )
    question = models.CharField(max_length=11, choices=Question)
    answered = models.CharField(max_length=6, choices=Answered)
    found = models.CharField("what did the group find?", max_length=300, blank=True)
    recheck_on = models.DateField("when is it looked at again?", null=True, blank=True)
    found_on = models.DateField()
    recorded_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")

    PRIVACY = classes(
        key="id child item plan question",
        staff="recorded_by",
        sensitive="answered found recheck_on found_on",
    )

    class Meta:
        ordering = ["pk"]
        triggers = locks.of_its_meeting(
            "SELECT meeting_id FROM permanence_agendaitem WHERE id = {row}.item_id"
        )
        constraints = [
            models.UniqueConstraint(fields=["item", "question"], name="finding_once_a_question"),
            models.CheckConstraint(
                name="finding_looked_at_again_later",
                condition=Q(recheck_on=None) | Q(recheck_on__gt=models.F("found_on")),
                violation_error_message="It is looked at again after the meeting.",
            ),
            models.CheckConstraint(
                name="finding_that_lacks_is_looked_at_again",
                condition=Q(answered="well") | Q(recheck_on__isnull=False),
                violation_error_message="Say when it is looked at again.",
            ),
        ]

    def __str__(self) -> str:
        return f"finding {self.pk}"
