import uuid

from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes


@tracked
class AgreedAction(Fact):
    """Something that somebody agreed to do for a child by a day, and whether it was done."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.CharField("what is to be done?", max_length=500)
    owner = models.ForeignKey(
        "casetrack.Worker",
        models.PROTECT,
        related_name="agreed_actions",
        verbose_name="who is to do it?",
    )
    agreed_on = models.DateField("when was it agreed?")
    due_on = models.DateField("by which day?")
    done_on = models.DateField("when was it done?", null=True, blank=True)

    PRIVACY = classes(
        key="id uuid child origin",
        staff="owner",
        sensitive="text agreed_on due_on done_on",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="agreed_action_due_after_it_is_agreed",
                condition=Q(due_on__gte=F("agreed_on")),
                violation_error_message="It cannot be due before it was agreed.",
            ),
            models.CheckConstraint(
                name="agreed_action_done_after_it_is_agreed",
                condition=Q(done_on=None) | Q(done_on__gte=F("agreed_on")),
                violation_error_message="It cannot be done before it was agreed.",
            ),
        ]
