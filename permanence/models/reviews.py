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

    One that lacked what it needed is adjourned on a day and finished on a later one; the day it was
    held stays as it is. What follows it has a day each: the decisions sent out, the manager's
    answer to them, the full record made and sent.
    """

    held_on = models.DateField("when was it held?")
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
    adjourned_on = models.DateField("when was it adjourned?", null=True, blank=True)
    adjourned_because = models.CharField(
        "why was it adjourned?", max_length=300, blank=True, default="", db_default=""
    )
    completed_on = models.DateField("when was it finished?", null=True, blank=True)
    decisions_sent_on = models.DateField("when were the decisions sent out?", null=True, blank=True)
    answered_on = models.DateField("when did the manager answer?", null=True, blank=True)
    record_made_on = models.DateField("when was the full record finished?", null=True, blank=True)
    record_sent_on = models.DateField("when was the record sent?", null=True, blank=True)

    PRIVACY = classes(
        key="id child origin",
        sensitive="held_on participation without_meeting decisions"
        " adjourned_on adjourned_because completed_on decisions_sent_on"
        " answered_on record_made_on record_sent_on",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "held_on"],
                name="review_once_a_day",
                violation_error_message="A review is already recorded for that day.",
            ),
            _not_before("review_adjourned_after_it_is_held", "adjourned_on", "held_on"),
            models.CheckConstraint(
                name="review_finished_after_it_is_adjourned",
                condition=Q(completed_on=None)
                | Q(adjourned_on__isnull=False, completed_on__gte=F("adjourned_on")),
                violation_error_message="A review is finished on a day of its own only after it "
                "was adjourned.",
            ),
            _not_before("review_decisions_sent_after_it_is_held", "decisions_sent_on", "held_on"),
            models.CheckConstraint(
                name="review_answered_after_decisions_are_sent",
                condition=Q(answered_on=None)
                | Q(decisions_sent_on__isnull=False, answered_on__gte=F("decisions_sent_on")),
                violation_error_message="The manager answers decisions after they were sent out.",
            ),
            _not_before("review_record_made_after_it_is_held", "record_made_on", "held_on"),
            models.CheckConstraint(
                name="review_record_sent_after_it_is_made",
                condition=Q(record_sent_on=None)
                | Q(record_made_on__isnull=False, record_sent_on__gte=F("record_made_on")),
                violation_error_message="A record is sent after it was finished.",
            ),
        ]
