from django.conf import settings
from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.privacy import classes


class AgencyDecision(models.TextChoices):
    ACCEPTED = "accepted", "accepted from the agency’s list"
    REFUSED = "refused", "the record stands"


@tracked
class AgencyDifference(models.Model):
    """The regional adoption agency's list has another day for a child than the record.

    `field` is one of the days that are compared, `stated_on` what the list has. What is recorded is
    not kept beside it: it is read anew, so that a difference goes once both say the same. One that
    was refused stays, so that the same day is not asked about again.
    """

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="agency_differences")
    field = models.CharField(max_length=20)
    stated_on = models.DateField()
    found_on = models.DateField()
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decision = models.CharField(max_length=8, choices=AgencyDecision, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField("why does the record stand?", max_length=300, blank=True)

    PRIVACY = classes(
        key="id child field",
        staff="found_by decided_by",
        sensitive="stated_on found_on decision decided_on reason",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "field", "stated_on"], name="agency_difference_once"
            ),
            models.CheckConstraint(
                name="agency_difference_decided_by_somebody",
                condition=Q(decision="", decided_on=None, decided_by=None)
                | (~Q(decision="") & Q(decided_on__isnull=False, decided_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="agency_difference_refused_for_a_reason",
                condition=~Q(decision=AgencyDecision.REFUSED) | Q(reason__regex=r"\S"),
                violation_error_message="Write why the record stands.",
            ),
        ]

    def __str__(self) -> str:
        return f"agency difference {self.pk}"
