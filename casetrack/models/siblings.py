from django.db import models

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes


class Together(models.TextChoices):
    TOGETHER = "together", "together"
    APART = "apart", "apart"
    SOME_TOGETHER = "some-together", "some of them together"


@tracked
class SiblingDecision(Fact):
    """Whether brothers and sisters are to live together, as decided for this child on a day.

    One decision is written on the record of each child it was made for. A later decision is a new
    fact, and the newest holds.
    """

    decision = models.CharField("they are to live", max_length=13, choices=Together)
    decided_on = models.DateField()
    decided_by = models.CharField(
        "who decided", max_length=120, help_text="The person or the meeting"
    )
    reason = models.TextField(help_text="The children may read this one day.")

    PRIVACY = classes(
        key="id child origin", sensitive="decision decided_on reason", staff="decided_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "decided_on"],
                name="sibling_decision_once_a_day",
                violation_error_message="A decision of that day is already recorded.",
            ),
            models.CheckConstraint(
                name="sibling_decision_says_why",
                condition=~models.Q(reason=""),
                violation_error_message="Write why it was decided so.",
            ),
        ]
