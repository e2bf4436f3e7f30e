from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes


class LookedBy(models.TextChoices):
    """How a reviewing officer found out how things stand."""

    VISIT = "visit", "on a visit to the child"
    CALL = "call", "by a call with the child"
    WORKER = "worker", "in a talk with the child’s worker"
    RECORDS = "records", "by reading the record"


class SeenOrHeard(models.TextChoices):
    ALONE = "alone", "yes, seen alone"
    WITH_OTHERS = "with-others", "yes, seen with others there"
    CALLED = "called", "yes, spoken to by video or telephone"
    NO = "no", "no"


class InOrder(models.TextChoices):
    YES = "yes", "yes"
    PARTLY = "partly", "partly"
    NO = "no", "no"


class Judgement(models.TextChoices):
    IN_TIME = "in-time", "in time"
    AT_RISK = "at-risk", "at risk"
    OFF_TRACK = "off-track", "off track"


QUESTIONS = ("plan_right", "actions_done", "child_heard", "moving", "second_plan")
"""What is asked at every mid-point; each has its words, which say what is not in order."""


def _asked(label: str) -> models.CharField:
    return models.CharField(label, max_length=6, choices=InOrder)


def _in_words(label: str) -> models.CharField:
    return models.CharField(label, max_length=300, blank=True)


def _says_what(question: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"mid_point_{question}_says_what",
        condition=Q(**{question: InOrder.YES}) | Q(**{f"{question}_words__regex": r"\S"}),
        violation_error_message="Where something is not in order, write what.",
    )


@tracked
class MidPoint(Fact):
    """The reviewing officer looked between two reviews how things stand, and judged it.

    It is the officer's own: nobody who is responsible for the child's plan records or changes one.
    Whether the order of a child who lives at home is still needed is asked beside it, as a fact of
    its own (`placements.OrderQuestion`); what is to be done is an agreed action.
    """

    held_on = models.DateField("when was it held?")
    held_by = models.ForeignKey(
        "casetrack.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mid_points",
        verbose_name="which officer held it?",
        help_text="Leave it empty if it was you.",
    )
    looked = models.CharField("how was it done?", max_length=7, choices=LookedBy)
    seen = models.CharField("was the child seen or spoken to?", max_length=11, choices=SeenOrHeard)
    plan_right = _asked("is the plan still right for the child?")
    plan_right_words = _in_words("if not, what is not right?")
    actions_done = _asked("is what the review decided being done in time?")
    actions_done_words = _in_words("if not, what is not done, and why?")
    child_heard = _asked("have the child’s workers seen and heard the child?")
    child_heard_words = _in_words("if not, what is missing?")
    moving = _asked("is the planning moving on, without drift?")
    moving_words = _in_words("if not, what is it waiting for?")
    second_plan = _asked("is the second plan ready, in case the first cannot be?")
    second_plan_words = _in_words("if not, what does it need?")
    judgement = models.CharField(
        "in all, how does it stand?",
        max_length=9,
        choices=Judgement,
        help_text="Your own judgement, whatever the clocks say.",
    )
    judgement_because = models.CharField(
        "why?", max_length=300, help_text="Say what happened. The child may read this one day."
    )

    PRIVACY = classes(
        key="id child origin",
        staff="held_by",
        sensitive="held_on looked seen plan_right plan_right_words actions_done actions_done_words"
        " child_heard child_heard_words moving moving_words second_plan second_plan_words"
        " judgement judgement_because",
    )

    class Meta:
        verbose_name = "mid-point"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "held_on"],
                name="mid_point_once_a_day",
                violation_error_message="A mid-point is already recorded for that day.",
            ),
            # For the foreign keys of two columns: what is raised at it is of the same child.
            models.UniqueConstraint(fields=["id", "child"], name="mid_point_of_a_child"),
            *map(_says_what, QUESTIONS),
            models.CheckConstraint(
                name="mid_point_judgement_has_a_reason",
                condition=Q(judgement_because__regex=r"\S"),
                violation_error_message="Write why you judge so.",
            ),
        ]


class MidPointDraft(models.Model):
    """What an officer has typed of a mid-point so far, by the name of the question; theirs alone.

    It is kept as typed, right or wrong, so that one begun on a telephone is finished at a desk, and
    is removed when the mid-point is recorded or the officer throws it away. It is nobody's word
    about the child yet, so it has no history.
    """

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="mid_point_drafts")
    written_by = models.ForeignKey("casetrack.User", models.CASCADE, related_name="+")
    typed = models.JSONField(default=dict)
    begun_at = models.DateTimeField(db_default=Now(), editable=False)
    saved_at = models.DateTimeField(db_default=Now())

    PRIVACY = classes(
        key="id child", open="begun_at saved_at", staff="written_by", sensitive="typed"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "written_by"], name="mid_point_draft_one_an_officer"
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"
