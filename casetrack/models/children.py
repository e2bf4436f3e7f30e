import uuid
from datetime import date
from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from casetrack import dates
from casetrack.access import visibility
from casetrack.history import tracked
from casetrack.models.codes import ETHNICITY
from casetrack.privacy import classes


@tracked
class SiblingGroup(models.Model):
    """Brothers and sisters, so that what is decided for one is seen for all."""

    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    PRIVACY = classes(key="id authority uuid")

    def __str__(self) -> str:
        return f"brothers and sisters {self.pk}"


class ChildQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """The children whose record `user` may read now; others do not exist for them."""
        return self.filter(visibility.children(user))


class Sex(models.TextChoices):
    MALE = "M", "male"
    FEMALE = "F", "female"
    OTHER = "U", "not recorded as male or female"


@tracked
class Child(models.Model):
    """A child who is or was looked after by an authority.

    `reference` is the authority's own number (the CHILD column of its returns), `uuid` the only
    mark that appears in an address. A child may be recorded before birth, with `expected_on`.
    Returns bring no names; until somebody enters one the reference stands in for it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    reference = models.CharField(max_length=20)
    upn = models.CharField("unique pupil number", max_length=13, blank=True)
    first_name = models.CharField(max_length=100, blank=True)
    last_name = models.CharField(max_length=100, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    ethnicity = models.CharField(max_length=4, choices=ETHNICITY.choices, blank=True)
    born_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    unaccompanied = models.BooleanField(default=False)
    siblings = models.ForeignKey(
        SiblingGroup, models.SET_NULL, null=True, blank=True, related_name="children"
    )

    objects = ChildQuerySet.as_manager()

    PRIVACY = classes(
        key="id uuid authority siblings",
        identity="reference upn first_name last_name born_on expected_on",
        sensitive="sex ethnicity unaccompanied",
    )

    class Meta:
        verbose_name_plural = "children"
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "reference"],
                name="child_reference_unique_in_authority",
            ),
            models.CheckConstraint(
                name="child_reference_is_trimmed_upper_case",
                condition=Q(reference=Upper("reference")) & ~Q(reference__regex=r"^\s|\s$|^$"),
            ),
            models.CheckConstraint(
                name="child_is_born_or_expected",
                condition=Q(born_on__isnull=False) | Q(expected_on__isnull=False),
            ),
        ]
        indexes = [
            GinIndex(
                OpClass(Upper(models.F("first_name")), "gin_trgm_ops"),
                OpClass(Upper(models.F("last_name")), "gin_trgm_ops"),
                OpClass(models.F("reference"), "gin_trgm_ops"),
                name="child_search",
            )
        ]

    def __str__(self) -> str:
        return f"child {self.pk}"

    @property
    def name(self) -> str:
        """How the child is called on screen: the name, or the reference until one is entered."""
        return f"{self.first_name} {self.last_name}".strip() or f"Child {self.reference}"

    @property
    def initials(self) -> str:
        """For mail and projectors: initials, or the reference until a name is entered."""
        letters = [part[0] + "." for part in (self.first_name, self.last_name) if part]
        return " ".join(letters) or self.reference

    def age_on(self, day: date) -> int | None:
        """Whole years on `day`; None before birth."""
        if self.born_on is None or day < self.born_on:
            return None
        return dates.age_on(self.born_on, day)
