"""What stays on a child's record of a brother or sister who was adopted."""

from django.db import models

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes


class Sibling(models.TextChoices):
    BROTHER = "brother", "brother"
    SISTER = "sister", "sister"
    NOT_SAID = "not-said", "brother or sister"


@tracked
class AdoptedSibling(Fact):
    """A brother or sister was adopted, and this is how they stay in touch.

    It names nobody and leads nowhere: the record of the adopted child is another, under another
    name, and nobody finds it from here. A changed plan for staying in touch is a new fact.
    """

    relation = models.CharField("who was adopted?", max_length=8, choices=Sibling)
    adopted_on = models.DateField("when was the adoption order made?")
    staying_in_touch = models.TextField(
        "how do they stay in touch?",
        help_text="For example letters through the adoption agency twice a year. "
        "Never the new name, and never where the adopted child lives.",
    )

    PRIVACY = classes(key="id child origin", sensitive="relation adopted_on staying_in_touch")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="adopted_sibling_says_how_they_stay_in_touch",
                condition=models.Q(staying_in_touch__regex=r"\S"),
                violation_error_message="Write how they stay in touch, or that they do not.",
            ),
        ]
