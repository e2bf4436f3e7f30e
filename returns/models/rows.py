from typing import Any

from django.db import models
from django.db.models import Q

from casetrack.privacy import classes
from returns.models.returns import Return
from returns.models.runs import ImportRun

_UNCHECKED: dict[str, Any] = {"db_constraint": False, "db_index": False}


class Fate(models.TextChoices):
    """What became of a row of a return, counted with what all other returns say today."""

    STORED = "stored", "stored as it is"
    REPAIRED = "repaired", "stored, its end changed by a rule"
    SUPERSEDED = "superseded", "another row stands in its place"
    REFUSED = "refused", "cannot be held as dated facts"


class ReturnRow(models.Model):
    """A row of a return word for word, those that no facts are made of included.

    Facts are always derived from all rows that are current, so that the order in which returns are
    loaded makes no difference. A row that a corrected return no longer has stays, with the run
    that replaced it: this table is its own history, and has no other.

    One statement writes all rows of an import, with ids made in the same transaction: the database
    does not look each of them up again, which would take a tenth of the time of an import.
    """

    source = models.ForeignKey(Return, models.PROTECT, related_name="rows", **_UNCHECKED)
    table = models.CharField(max_length=16)
    file = models.CharField(max_length=300)
    line = models.PositiveIntegerField()
    reference = models.CharField(max_length=20, blank=True)
    hash = models.CharField(max_length=32)
    values = models.JSONField()
    fate = models.CharField(max_length=10, choices=Fate)
    rule = models.CharField(max_length=16, blank=True)
    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="rows", **_UNCHECKED)
    replaced_by = models.ForeignKey(
        ImportRun,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_rows",
        **_UNCHECKED,
    )

    PRIVACY = classes(
        key="id source table file line hash run replaced_by",
        identity="reference values",
        sensitive="fate rule",
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["source", "table"],
                name="return_rows_current",
                condition=Q(replaced_by=None),
            ),
            models.Index(
                fields=["reference"],
                name="return_rows_of_child",
                condition=Q(replaced_by=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table} row {self.pk}"
