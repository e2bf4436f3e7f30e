"""Records sealed after an adoption, and who may have one opened again.

Neither is a fact of a child's life, so no clock and no return knows of them.
"""

import uuid
from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from casetrack.privacy import classes

OPEN_FOR = timedelta(days=7)
"""How long two people may read what they opened together: our own default, no rule says it."""


class SealedRecordQuerySet(models.QuerySet[Any]):
    def in_force(self) -> Self:
        return self.filter(put_back_at=None)


class SealedRecord(models.Model):
    """What a child's record was before the adoption, locked; what is left outside names nobody.

    `archive` holds every row and every version that said who the child was, and the one link to the
    record under the new name; it is locked with the keys of the environment, so the database alone
    tells nothing. `found_by` are keyed digests of names with the date of birth, old and new, and of
    the old reference: whoever knows them exactly finds the record, and nobody can read them back.
    `keep_until` is a hundred years from the order, as long as the law has adoption agencies keep
    what an adopted adult may ask for (Adoption and Children Act 2002, section 56, and the
    regulations of 2005 under it). One that was sealed by mistake is put back; the row stays, empty.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    authority = models.ForeignKey("casetrack.Authority", models.PROTECT, related_name="+")
    child = models.ForeignKey("casetrack.Child", models.PROTECT, related_name="sealed_records")
    sealed_at = models.DateTimeField(db_default=Now())
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    keep_until = models.DateField()
    archive = models.BinaryField()
    found_by = ArrayField(models.CharField(max_length=64), default=list)
    put_back_at = models.DateTimeField(null=True, blank=True)

    objects = SealedRecordQuerySet.as_manager()

    PRIVACY = classes(
        key="id uuid authority child sealed_at keep_until put_back_at",
        staff="sealed_by",
        secret="archive found_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(put_back_at=None), name="sealed_record_once"
            ),
            models.CheckConstraint(
                name="sealed_record_is_empty_once_put_back",
                condition=Q(put_back_at=None) | Q(archive=b"", found_by=[]),
            ),
        ]
        indexes = [GinIndex(fields=["found_by"], name="sealed_record_found_by")]

    def __str__(self) -> str:
        return f"sealed record {self.pk}"


class UnsealingQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        return self.filter(answered_at=None)

    def in_force(self) -> Self:
        """Those that open a record at this moment, by the clock of the database."""
        return self.filter(agreed=True, closed_at=None, until__gt=Now())


class Unsealing(models.Model):
    """Somebody of adoption records asked for a sealed record to be opened; a second one answers.

    Where both agree, these two may read it until `until`, and nobody else. Of a record that was
    sealed by mistake nothing is read: agreeing puts it back.
    """

    class Reason(models.TextChoices):
        ADULT = "adult", "The adopted adult asked for it"
        COURT = "court", "A court ordered it"
        HEALTH = "health", "A doctor needs it for the adopted person"
        MISTAKE = "mistake", "It was sealed by mistake: put it back"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sealed = models.ForeignKey(SealedRecord, models.PROTECT, related_name="unsealings")
    reason = models.CharField(max_length=7, choices=Reason)
    words = models.CharField(max_length=500)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    agreed = models.BooleanField(default=False)
    until = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = UnsealingQuerySet.as_manager()

    PRIVACY = classes(
        key="id uuid sealed",
        sensitive="words",
        staff="reason asked_by asked_at answered_by answered_at agreed until closed_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="unsealing_says_why", condition=Q(words__regex=r"\S") & ~Q(reason="")
            ),
            models.CheckConstraint(
                name="unsealing_takes_two",
                condition=Q(answered_by=None, answered_at=None, agreed=False)
                | Q(answered_by__isnull=False, answered_at__isnull=False)
                & ~Q(answered_by=F("asked_by")),
            ),
            models.CheckConstraint(
                name="unsealing_opens_where_agreed_for_a_week",
                condition=Q(until=None) | Q(agreed=True, until__lte=F("answered_at") + OPEN_FOR),
            ),
            models.UniqueConstraint(
                fields=["sealed"], condition=Q(answered_at=None), name="unsealing_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return f"unsealing {self.pk}"
