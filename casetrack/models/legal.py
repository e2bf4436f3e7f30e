from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.codes import LEGAL_STATUS
from casetrack.models.facts import Fact, PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes


@tracked
class LegalStatus(PeriodFact):
    """The child's legal status in care, one at a time, in the codes of the return."""

    code = models.CharField(max_length=2, choices=LEGAL_STATUS.choices)

    PRIVACY = classes(key="id child origin", sensitive="starts_on ends_on start_known code")

    class Meta:
        verbose_name_plural = "legal statuses"
        constraints = [
            positive_length("legal_status_is_not_empty"),
            one_at_a_time("legal_status_one_at_a_time", "child"),
        ]


class OrderKind(models.TextChoices):
    INTERIM_CARE = "interim-care", "interim care order"
    CARE = "care", "care order"
    PLACEMENT = "placement", "placement order"
    SUPERVISION = "supervision", "supervision order"
    SPECIAL_GUARDIANSHIP = "special-guardianship", "special guardianship order"
    CHILD_ARRANGEMENTS = "child-arrangements", "child arrangements order"
    ADOPTION = "adoption", "adoption order"


@tracked
class CourtOrder(Fact):
    """An order of a court about the child, made and perhaps ended.

    A care order is only suspended by a placement order, so orders may run side by side; the legal
    status is what governs. `made_known` is False where it was made on or before `made_on`.
    """

    kind = models.CharField(max_length=20, choices=OrderKind)
    made_on = models.DateField()
    made_known = models.BooleanField(default=True)
    ended_on = models.DateField(null=True, blank=True)

    PRIVACY = classes(key="id child origin", sensitive="kind made_on made_known ended_on")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="court_order_ends_after_it_is_made",
                condition=Q(ended_on=None) | Q(ended_on__gt=F("made_on")),
            ),
            models.UniqueConstraint(
                fields=["child", "kind", "made_on"], name="court_order_once_a_day"
            ),
        ]
