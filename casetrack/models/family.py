"""The family before and beside the court: their own meeting, and who could care for the child."""

from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from casetrack.sequence import both_or_neither, not_before, not_both, only_with


class FamilyMeetingKind(models.TextChoices):
    CONFERENCE = "conference", "family group conference"
    DECISION_MAKING = "decision-making", "family group decision-making meeting"


@tracked
class FamilyMeeting(Fact):
    """A meeting at which the family makes its own plan was offered, and declined or held."""

    kind = models.CharField("what was offered?", max_length=15, choices=FamilyMeetingKind)
    offered_on = models.DateField("day it was offered")
    declined_on = models.DateField("day the family declined", null=True, blank=True)
    held_on = models.DateField("day of the meeting", null=True, blank=True)
    came_of_it = models.CharField("what came of it?", max_length=300, blank=True)

    PRIVACY = classes(
        key="id child origin", sensitive="kind offered_on declined_on held_on came_of_it"
    )

    class Meta:
        constraints = [
            not_before(
                "family_meeting_declined_after_offer",
                "declined_on",
                "offered_on",
                "The family cannot decline before the day of the offer.",
            ),
            not_before(
                "family_meeting_held_after_offer",
                "held_on",
                "offered_on",
                "The meeting cannot be held before the day of the offer.",
            ),
            not_both(
                "family_meeting_held_or_declined",
                "declined_on",
                "held_on",
                "The meeting was held or declined, not both. A later offer is a new entry.",
            ),
            only_with(
                "family_meeting_has_come_to_something",
                "held_on",
                "came_of_it",
                "Enter the day of the meeting.",
            ),
            models.UniqueConstraint(
                fields=["child", "kind", "offered_on"],
                name="family_meeting_offered_once_a_day",
                violation_error_message="That offer is already recorded.",
            ),
        ]


@tracked
class FamilyMeetingNotOffered(Fact):
    """It was decided not to offer a meeting, because that would not be good for the child.

    Whoever goes to court without such an offer has to be able to say why.
    """

    decided_on = models.DateField("day of the decision")
    decided_by = models.CharField("who decided?", max_length=120)
    reason = models.CharField("why would it not be good for the child?", max_length=300)

    PRIVACY = classes(key="id child origin", sensitive="decided_on reason", staff="decided_by")

    class Meta:
        verbose_name = "family meeting not offered"
        verbose_name_plural = "family meetings not offered"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "decided_on"],
                name="family_meeting_not_offered_once_a_day",
                violation_error_message="A decision of that day is already recorded.",
            ),
            models.CheckConstraint(
                name="family_meeting_not_offered_for_a_reason",
                condition=Q(reason__regex=r"\S"),
                violation_error_message="Write why it would not be good for the child.",
            ),
        ]


class Kinship(models.TextChoices):
    PARENT = "parent", "parent the child did not live with"
    GRANDPARENT = "grandparent", "grandparent"
    SIBLING = "sibling", "grown-up brother or sister"
    AUNT_OR_UNCLE = "aunt-or-uncle", "aunt or uncle"
    RELATIVE = "relative", "other relative"
    FRIEND = "friend", "friend of the family"
    FORMER_CARER = "former-carer", "former carer"


class PutForwardBy(models.TextChoices):
    THEMSELVES = "themselves", "they came forward themselves"
    CHILD = "child", "the child"
    MOTHER = "mother", "the mother"
    FATHER = "father", "the father"
    FAMILY = "family", "another member of the family, or a family meeting"
    WORKER = "worker", "a worker"
    COURT = "court", "the court or the child’s guardian in court"


class AssessmentOutcome(models.TextChoices):
    POSITIVE = "positive", "positive"
    NEGATIVE = "negative", "negative"


@tracked
class Relative(Fact):
    """Somebody of the family or near it who was put forward to care for the child.

    Each has a row and days of their own, so that all may be looked at side by side. A viability
    assessment is a short first look whether somebody could care for the child; a full one follows
    where it was positive. Whoever is put forward once more later is a new row.
    """

    name = models.CharField(max_length=120)
    kinship = models.CharField("who is this to the child?", max_length=13, choices=Kinship)
    put_forward_on = models.DateField("day they were put forward")
    put_forward_by = models.CharField(
        "who put them forward?", max_length=10, choices=PutForwardBy, blank=True
    )
    contacted_on = models.DateField("day they were first spoken to", null=True, blank=True)
    viability_started_on = models.DateField(
        "day the viability assessment started",
        null=True,
        blank=True,
        help_text="The short first look whether they could care for the child",
    )
    viability_done_on = models.DateField(
        "day the viability assessment was completed", null=True, blank=True
    )
    viability = models.CharField(
        "what did the viability assessment say?",
        max_length=8,
        choices=AssessmentOutcome,
        blank=True,
    )
    assessment_started_on = models.DateField(
        "day the full assessment started", null=True, blank=True
    )
    assessment_done_on = models.DateField(
        "day the full assessment was completed", null=True, blank=True
    )
    assessment = models.CharField(
        "what did the full assessment say?", max_length=8, choices=AssessmentOutcome, blank=True
    )
    stood_back_on = models.DateField("day they stood back", null=True, blank=True)
    ruled_out_on = models.DateField("day they were ruled out", null=True, blank=True)
    ruled_out_because = models.CharField("why were they ruled out?", max_length=300, blank=True)

    PRIVACY = classes(
        key="id child origin",
        sensitive="name kinship put_forward_on put_forward_by contacted_on viability_started_on"
        " viability_done_on viability assessment_started_on assessment_done_on assessment"
        " stood_back_on ruled_out_on ruled_out_because",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="relative_has_a_name",
                condition=Q(name__regex=r"\S"),
                violation_error_message="Enter their name.",
            ),
            models.UniqueConstraint(
                fields=["child", "name", "put_forward_on"],
                name="relative_put_forward_once_a_day",
                violation_error_message="They are already recorded as put forward that day.",
            ),
            *(
                not_before(
                    f"relative_{day.removesuffix('_on')}_after_put_forward",
                    day,
                    "put_forward_on",
                    "That cannot be before the day they were put forward.",
                )
                for day in (
                    "contacted_on",
                    "viability_started_on",
                    "viability_done_on",
                    "assessment_started_on",
                    "stood_back_on",
                    "ruled_out_on",
                )
            ),
            not_before(
                "relative_viability_done_after_start",
                "viability_done_on",
                "viability_started_on",
                "The viability assessment cannot be completed before it started.",
            ),
            both_or_neither(
                "relative_viability_has_its_day",
                "viability_done_on",
                "viability",
                "Enter both the day the viability assessment was completed and what it said.",
            ),
            models.CheckConstraint(
                name="relative_assessment_is_started_first",
                condition=Q(assessment_done_on=None)
                | Q(
                    assessment_started_on__isnull=False,
                    assessment_done_on__gte=F("assessment_started_on"),
                ),
                violation_error_message="The full assessment cannot be completed before its start.",
            ),
            both_or_neither(
                "relative_assessment_has_its_day",
                "assessment_done_on",
                "assessment",
                "Enter both the day the full assessment was completed and what it said.",
            ),
            only_with(
                "relative_ruled_out_because",
                "ruled_out_on",
                "ruled_out_because",
                "Enter the day they were ruled out.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_kinship_display()})"
