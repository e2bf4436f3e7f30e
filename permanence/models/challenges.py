from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from casetrack.sequence import not_before


class Theme(models.TextChoices):
    """What reviewing officers challenge, as councils list it in their dispute procedures."""

    CARE_PLAN = "care-plan", "the care plan"
    CARRYING_OUT = "carrying-out", "the plan not being carried out"
    DECISIONS = "decisions", "how decisions are made"
    DRIFT = "drift", "drift and delay"
    NO_WAY_OUT = "no-way-out", "no plan for moving on from care"
    NO_WORKER = "no-worker", "no social worker"
    PRACTICE = "practice", "poor practice"
    PARTICIPATION = "participation", "how the child takes part"
    UNREGISTERED = "unregistered", "a home that is not registered"


class Settled(models.TextChoices):
    AS_ASKED = "as-asked", "settled as the officer asked"
    IN_PART = "in-part", "settled in part"
    NO_LONGER = "no-longer", "the concern no longer holds"
    NOT_SETTLED = "not-settled", "not settled"


@tracked
class Challenge(Fact):
    """The reviewing officer challenges how the child is cared for (the local dispute process).

    It is the officer's own, from `raised_on` until the officer closes it: managers answer the
    stages and change nothing. The officer may pass it to Cafcass at any time (regulation 45 of the
    2010 regulations on care planning), whatever stage it is at.
    """

    raised_on = models.DateField("when was it raised?")
    raised_by = models.ForeignKey(
        "casetrack.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="challenges",
        verbose_name="which officer raised it?",
        help_text="Leave it empty if it was you.",
    )
    theme = models.CharField("what is it about?", max_length=13, choices=Theme)
    concern = models.TextField(
        "what is the concern, and what should happen?",
        help_text="Say what happened. The child may read this one day.",
    )
    mid_point = models.ForeignKey(
        "permanence.MidPoint",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="challenges",
    )
    cafcass_on = models.DateField("when was it passed to Cafcass?", null=True, blank=True)
    closed_on = models.DateField("when was it closed?", null=True, blank=True)
    outcome = models.CharField("how did it end?", max_length=11, choices=Settled, blank=True)
    effect = models.TextField("what changed for the child?", blank=True)

    PRIVACY = classes(
        key="id child origin mid_point",
        staff="raised_by",
        sensitive="raised_on theme concern cafcass_on closed_on outcome effect",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "raised_on", "theme"],
                name="challenge_once_a_day",
                violation_error_message="That challenge is already recorded.",
            ),
            # For the foreign key of two columns by which a stage is of the same child.
            models.UniqueConstraint(fields=["id", "child"], name="challenge_of_a_child"),
            models.CheckConstraint(
                name="challenge_has_a_concern",
                condition=Q(concern__regex=r"\S"),
                violation_error_message="Write what the concern is.",
            ),
            not_before(
                "challenge_passed_on_after_it_is_raised",
                "cafcass_on",
                "raised_on",
                "It cannot be passed to Cafcass before it was raised.",
            ),
            not_before(
                "challenge_closed_after_it_is_raised",
                "closed_on",
                "raised_on",
                "It cannot be closed before it was raised.",
            ),
            models.CheckConstraint(
                name="challenge_is_closed_in_words",
                condition=Q(closed_on=None, outcome="", effect="")
                | (Q(closed_on__isnull=False, effect__regex=r"\S") & ~Q(outcome="")),
                violation_error_message="Enter when it was closed, how it ended and what changed.",
            ),
        ]


class Stage(models.TextChoices):
    """To whom a challenge is put, in their order; an officer may begin at, or skip to, any."""

    INFORMAL = "informal", "informal alert"
    ONE = "stage-1", "stage 1, the team manager"
    TWO = "stage-2", "stage 2, the service manager"
    THREE = "stage-3", "stage 3, the head of service"
    FOUR = "stage-4", "stage 4, the director of children’s services"


@tracked
class ChallengeStage(Fact):
    """A challenge is put to somebody on `began_on`, who answers or does not."""

    challenge = models.ForeignKey(
        Challenge, models.CASCADE, related_name="stages", verbose_name="challenge"
    )
    stage = models.CharField("which stage?", max_length=8, choices=Stage)
    began_on = models.DateField("when did this stage begin?")
    asked = models.CharField("what is asked for?", max_length=300, blank=True)
    answered_on = models.DateField("when was it answered?", null=True, blank=True)
    answered_by = models.CharField("who answered?", max_length=120, blank=True)
    answer = models.TextField(
        "what is the answer?",
        blank=True,
        help_text="What will happen, by when, or why not. The child may read this one day.",
    )

    PRIVACY = classes(
        key="id child origin challenge",
        staff="answered_by",
        sensitive="stage began_on asked answered_on answer",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["challenge", "stage"],
                name="challenge_stage_once",
                violation_error_message="The challenge has been at that stage already.",
            ),
            not_before(
                "challenge_stage_answered_after_it_begins",
                "answered_on",
                "began_on",
                "It cannot be answered before the stage began.",
            ),
            models.CheckConstraint(
                name="challenge_stage_answer_is_whole",
                condition=Q(answered_on=None, answered_by="", answer="")
                | Q(
                    answered_on__isnull=False,
                    answered_by__regex=r"\S",
                    answer__regex=r"\S",
                ),
                violation_error_message="Enter when it was answered, by whom, and the answer.",
            ),
        ]
