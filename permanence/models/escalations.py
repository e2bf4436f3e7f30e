"""What went up a level: an action nobody did in time, a flag raised again, or a decision to."""

from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.privacy import classes
from permanence.models.actions import AgreedAction
from permanence.models.decisions import Decision
from permanence.models.meetings import AgendaItem


class Level(models.IntegerChoices):
    """Who looks at it, from the nearest to the child to the one who answers for all."""

    OWNER = 0, "who agreed to do it"
    TEAM = 1, "the team manager"
    SERVICE = 2, "the service manager"
    CHAIR = 3, "the chair of the group"
    DIRECTOR = 4, "the director of children’s services"


@tracked
class Escalation(models.Model):
    """An agreed action that is late, or a child's reason to stand on an agenda that stood on the
    one before as well, went up to a level on a day; or the group decided that it does.
    """

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="escalations")
    action = models.ForeignKey(
        AgreedAction, models.CASCADE, null=True, blank=True, related_name="escalations"
    )
    item = models.ForeignKey(
        AgendaItem, models.CASCADE, null=True, blank=True, related_name="escalations"
    )
    decision = models.ForeignKey(
        Decision, models.CASCADE, null=True, blank=True, related_name="escalations"
    )
    level = models.PositiveSmallIntegerField("to whom?", choices=Level)
    escalated_on = models.DateField()

    PRIVACY = classes(key="id child action item decision", sensitive="level escalated_on")

    class Meta:
        ordering = ["escalated_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="escalation_of_one_thing",
                condition=Q(action__isnull=False, item=None, decision=None)
                | Q(action=None, item__isnull=False, decision=None)
                | Q(action=None, item=None, decision__isnull=False),
            ),
            models.UniqueConstraint(fields=["action", "level"], name="escalation_once_a_level"),
            models.UniqueConstraint(fields=["item"], name="escalation_once_an_item"),
            models.UniqueConstraint(fields=["decision"], name="escalation_once_a_decision"),
        ]

    def __str__(self) -> str:
        return f"escalation {self.pk}"


class EscalationNotice(models.Model):
    """Somebody of the level is to be told in the next digest, once."""

    user = models.ForeignKey("casetrack.User", models.CASCADE, related_name="escalation_notices")
    escalation = models.ForeignKey(Escalation, models.CASCADE, related_name="notices")
    told_on = models.DateField(null=True)

    PRIVACY = classes(key="id user escalation", open="told_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "escalation"], name="told_of_escalation_once")
        ]

    def __str__(self) -> str:
        return f"notice of an escalation {self.pk}"
