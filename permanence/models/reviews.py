from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.codes import PARTICIPATION
from casetrack.models.facts import Fact
from casetrack.privacy import classes

NOT_BEFORE = "Nothing of a review can lie before the day it was held."


def _not_before(name: str, field: str, earlier: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(**{field: None}) | Q(**{f"{field}__gte": F(earlier)}),
        violation_error_message=NOT_BEFORE,
    )


@tracked
class Review(Fact):
    """A statutory review of the child's plan, on the day it was held.

    One that lacked what it needed is adjourned on a day and finished on a later one; one in parts
    is held as several meetings (`ReviewMeeting`), the first on `held_on`, and finished with the
    last. The day it was held stays as it is. What follows it has a day each: the decisions sent
    out, the manager's answer to them, the full record made and sent.

    It is the officer's own: managers answer its decisions and change nothing of it. Why a plan was
    not ratified stands here; that it was, at the plan.
    """

    held_on = models.DateField("when was it held?")
    held_by = models.ForeignKey(
        "casetrack.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name="which officer held it?",
        help_text="Leave it empty if it was you.",
    )
    in_parts = models.BooleanField(
        "it was held as several meetings", default=False, db_default=False
    )
    participation = models.CharField(
        "how did the child take part?", max_length=3, choices=PARTICIPATION.choices, blank=True
    )
    without_meeting = models.BooleanField(
        "it was held without a meeting",
        default=False,
        db_default=False,
        help_text="Only for a child settled with long-term foster carers for more than a year",
    )
    decisions = models.TextField(
        "what was decided?",
        blank=True,
        default="",
        db_default="",
        help_text="The child may read this one day.",
    )
    not_ratified_because = models.CharField(
        "if the plan was not ratified, why not?",
        max_length=300,
        blank=True,
        default="",
        db_default="",
        help_text="The child may read this one day.",
    )
    mid_point_planned_on = models.DateField(
        "when will you look how things stand?", null=True, blank=True
    )
    adjourned_on = models.DateField("when was it adjourned?", null=True, blank=True)
    adjourned_because = models.CharField(
        "why was it adjourned?", max_length=300, blank=True, default="", db_default=""
    )
    completed_on = models.DateField("when was it finished?", null=True, blank=True)
    decisions_sent_on = models.DateField("when were the decisions sent out?", null=True, blank=True)
    answered_on = models.DateField("when did the manager answer?", null=True, blank=True)
    answered_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    record_made_on = models.DateField("when was the full record finished?", null=True, blank=True)
    record_sent_on = models.DateField("when was the record sent?", null=True, blank=True)

    PRIVACY = classes(
        key="id child origin",
        staff="held_by answered_by",
        sensitive="held_on in_parts participation without_meeting decisions not_ratified_because"
        " mid_point_planned_on adjourned_on adjourned_because completed_on decisions_sent_on"
        " answered_on record_made_on record_sent_on",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "held_on"],
                name="review_once_a_day",
                violation_error_message="A review is already recorded for that day.",
            ),
            # For the foreign keys of two columns by which what belongs to it is of the same child.
            models.UniqueConstraint(fields=["id", "child"], name="review_of_a_child"),
            _not_before("review_adjourned_after_it_is_held", "adjourned_on", "held_on"),
            models.CheckConstraint(
                name="review_finished_after_it_is_adjourned",
                condition=Q(completed_on=None)
                | Q(adjourned_on__isnull=False, completed_on__gte=F("adjourned_on"))
                | Q(adjourned_on=None, in_parts=True, completed_on__gte=F("held_on")),
                violation_error_message="A review is finished on a day of its own only after it "
                "was adjourned, or where it is held as several meetings.",
            ),
            models.CheckConstraint(
                name="review_meeting_or_none",
                condition=Q(in_parts=False) | Q(without_meeting=False),
                violation_error_message="A review without a meeting is not held as several.",
            ),
            models.CheckConstraint(
                name="review_mid_point_lies_after_it",
                condition=Q(mid_point_planned_on=None) | Q(mid_point_planned_on__gt=F("held_on")),
                violation_error_message="The mid-point lies after the review.",
            ),
            _not_before("review_decisions_sent_after_it_is_held", "decisions_sent_on", "held_on"),
            models.CheckConstraint(
                name="review_answered_after_decisions_are_sent",
                condition=Q(answered_on=None)
                | Q(decisions_sent_on__isnull=False, answered_on__gte=F("decisions_sent_on")),
                violation_error_message="The manager answers decisions after they were sent out.",
            ),
            models.CheckConstraint(
                name="review_answered_by_somebody_on_a_day",
                condition=Q(answered_by=None) | Q(answered_on__isnull=False),
            ),
            _not_before("review_record_made_after_it_is_held", "record_made_on", "held_on"),
            models.CheckConstraint(
                name="review_record_sent_after_it_is_made",
                condition=Q(record_sent_on=None)
                | Q(record_made_on__isnull=False, record_sent_on__gte=F("record_made_on")),
                violation_error_message="A record is sent after it was finished.",
            ),
        ]


@tracked
class ReviewMeeting(Fact):
    """One of the meetings as which a review is held, such as one with the child and the carers."""

    review = models.ForeignKey(
        Review, models.CASCADE, related_name="meetings", verbose_name="which review?"
    )
    held_on = models.DateField("when was this meeting?")
    with_whom = models.CharField("who was there?", max_length=300)
    about = models.CharField(
        "what was it about?",
        max_length=300,
        blank=True,
        help_text="The child may read this one day.",
    )

    PRIVACY = classes(key="id child origin review", sensitive="held_on with_whom about")

    class Meta:
        verbose_name = "meeting of a review"
        constraints = [
            models.UniqueConstraint(
                fields=["review", "held_on", "with_whom"],
                name="review_meeting_once",
                violation_error_message="That meeting is already recorded.",
            ),
            models.CheckConstraint(
                name="review_meeting_says_who_was_there",
                condition=Q(with_whom__regex=r"\S"),
                violation_error_message="Write who was there.",
            ),
        ]


@tracked
class Disagreement(Fact):
    """A manager cannot agree to something that a review decided, and the officer replies.

    It is the manager's own, as the decision is the officer's: neither changes the other's. Who says
    nothing within five working days has agreed (IRO Handbook, chapter 3).
    """

    action = models.OneToOneField(
        "permanence.AgreedAction",
        models.CASCADE,
        related_name="disagreement",
        verbose_name="to which decision?",
    )
    disagreed_on = models.DateField("when did the manager say so?")
    disagreed_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")
    because = models.CharField(
        "why can you not agree?",
        max_length=500,
        help_text="Say what could be done instead. The child may read this one day.",
    )
    replied_on = models.DateField("when did the officer reply?", null=True, blank=True)
    replied_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    reply = models.CharField(
        "what is the officer’s reply?",
        max_length=500,
        blank=True,
        help_text="Whether the decision stands, and why. The child may read this one day.",
    )

    PRIVACY = classes(
        key="id child origin action",
        staff="disagreed_by replied_by",
        sensitive="disagreed_on because replied_on reply",
    )

    class Meta:
        verbose_name = "disagreement of a manager"
        constraints = [
            models.CheckConstraint(
                name="disagreement_has_a_reason",
                condition=Q(because__regex=r"\S"),
                violation_error_message="Write why you cannot agree.",
            ),
            models.CheckConstraint(
                name="disagreement_reply_is_whole",
                condition=Q(replied_on=None, replied_by=None, reply="")
                | Q(
                    replied_on__gte=F("disagreed_on"),
                    replied_by__isnull=False,
                    reply__regex=r"\S",
                ),
                violation_error_message="Enter when the officer replied, and the reply.",
            ),
        ]
