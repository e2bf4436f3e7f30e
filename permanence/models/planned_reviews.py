"""The next review before it is held: its day, who is invited, and what the officer has by then."""

from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.privacy import classes
from casetrack.sequence import not_before
from permanence.models.reviews import Review


class PlannedReviewQuerySet(models.QuerySet["PlannedReview"]):
    def to_come(self) -> "PlannedReviewQuerySet":
        """Neither held nor called off; its day may have passed."""
        return self.filter(review=None, called_off_on=None)


@tracked
class PlannedReview(models.Model):
    """A review whose day is set; `review` is what it became once it was held.

    A child has one at most that is neither held nor called off. Moving it changes `planned_on`,
    and the history keeps the day before; it is due by the review's own clock whatever day is set.
    """

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="planned_reviews")
    planned_on = models.DateField("on which day?")
    planned_at = models.TimeField("at what time?", null=True, blank=True)
    place = models.CharField("where?", max_length=120, blank=True)
    set_on = models.DateField("when was the day set?")
    child_wants = models.CharField(
        "how does the child want it to be?",
        max_length=300,
        blank=True,
        help_text="Where, who comes and who does not, what is talked about",
    )
    contact_on = models.DateField(
        "when did you talk with the child’s social worker?", null=True, blank=True
    )
    reports_on = models.DateField("since when are all reports there?", null=True, blank=True)
    reports_missing = models.CharField(
        "which report is missing?",
        max_length=200,
        blank=True,
        help_text="The care plan, the health plan and the personal education plan are needed",
    )
    review = models.OneToOneField(
        Review, models.SET_NULL, null=True, blank=True, related_name="planned"
    )
    called_off_on = models.DateField("when was it called off?", null=True, blank=True)
    called_off_because = models.CharField("why was it called off?", max_length=300, blank=True)

    objects = PlannedReviewQuerySet.as_manager()

    PRIVACY = classes(
        key="id child review",
        sensitive="planned_on planned_at place set_on child_wants contact_on reports_on"
        " reports_missing called_off_on called_off_because",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(review=None, called_off_on=None),
                name="planned_review_one_at_a_time",
                violation_error_message="A day for the next review is set already.",
            ),
            models.UniqueConstraint(fields=["id", "child"], name="planned_review_of_a_child"),
            not_before(
                "planned_review_lies_ahead_of_setting_it",
                "planned_on",
                "set_on",
                "A review cannot be planned for a day before the day on which it is set.",
            ),
            models.CheckConstraint(
                name="planned_review_reports_are_there_or_missing",
                condition=Q(reports_on=None) | Q(reports_missing=""),
                violation_error_message="Either all reports are there, or one is missing.",
            ),
            models.CheckConstraint(
                name="planned_review_called_off_for_a_reason",
                condition=Q(called_off_on=None, called_off_because="")
                | Q(called_off_on__isnull=False, called_off_because__regex=r"\S", review=None),
                violation_error_message="Write why it is called off.",
            ),
        ]

    def __str__(self) -> str:
        return f"planned review {self.pk}"


class InvitedAs(models.TextChoices):
    """As whom somebody is invited, in the order in which they are listed: the child first."""

    CHILD = "child", "the child"
    PARENT = "parent", "parent"
    FAMILY = "family", "family"
    CARER = "carer", "carer"
    ADVOCATE = "advocate", "advocate or independent visitor"
    SOCIAL_WORKER = "social-worker", "social worker or manager"
    SCHOOL = "school", "school or Virtual School"
    HEALTH = "health", "health"
    OTHER = "other", "somebody else"


class Took(models.TextChoices):
    """What became of an invitation."""

    COMING = "coming", "is coming"
    VIEWS = "views", "does not come, and sends what they think"
    NOT_COMING = "not-coming", "does not come"
    CAME = "came", "took part"
    ABSENT = "absent", "did not come"


@tracked
class ReviewInvitation(models.Model):
    """Somebody is invited to a review, as the child and the officer agreed."""

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="review_invitations")
    planned = models.ForeignKey(PlannedReview, models.CASCADE, related_name="invitations")
    name = models.CharField("who is invited?", max_length=120)
    part = models.CharField("as whom?", max_length=13, choices=InvitedAs)
    invited_on = models.DateField("when were they invited?", null=True, blank=True)
    took = models.CharField("do they come?", max_length=10, choices=Took, blank=True)

    PRIVACY = classes(key="id child planned", sensitive="name part invited_on took")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["planned", "name"],
                name="review_invitation_once",
                violation_error_message="They are invited already.",
            ),
            models.CheckConstraint(
                name="review_invitation_says_who",
                condition=Q(name__regex=r"\S"),
                violation_error_message="Write who is invited.",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"
