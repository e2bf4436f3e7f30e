from django.db import models

from casetrack.history import tracked
from casetrack.privacy import classes
from returns.models.runs import ImportRun


@tracked
class Difference(models.Model):
    """A return says otherwise than a person recorded: what the person said stands, until decided.

    `fact` and `key` name the fact (a placement, of that day), `field` what differs. It goes of its
    own accord when the return and the record come to agree.
    """

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="differences")
    fact = models.CharField(max_length=40)
    key = models.CharField(max_length=60, blank=True)
    field = models.CharField(max_length=200)
    recorded = models.CharField(max_length=400)
    returned = models.CharField(max_length=400)
    found_by = models.ForeignKey(ImportRun, models.PROTECT, related_name="differences")
    decided_on = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=400, blank=True)

    PRIVACY = classes(
        key="id child fact field found_by decided_on",
        sensitive="key decision",
        identity="recorded returned",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "fact", "key", "field", "returned"],
                name="difference_listed_once",
            )
        ]

    def __str__(self) -> str:
        return f"difference {self.pk}"
