import uuid
from datetime import date
from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Upper

from casetrack import dates
from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.history import tracked
from casetrack.models.codes import ETHNICITY
from casetrack.privacy import classes

SEARCHED = (
    "first_name",
    "last_name",
    "known_as",
    "reference",
    "upn",
    "born_on",
    "expected_on",
)


@tracked
class SiblingGroup(models.Model):
    """Brothers and sisters, so that what is decided for one is seen for all."""

    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    PRIVACY = classes(key="id authority uuid")

    def __str__(self) -> str:
        return f"brothers and sisters {self.pk}"


class ChildQuerySet(models.QuerySet):
    def visible_to(self, user: Any, permission: Permission = Permission.SEE_CHILDREN) -> Self:
        """The children with whom `permission` lets `user` work; others do not exist for them.

        Only the roles that carry the permission count: by default those that read the record.
        """
        return self.filter(visibility.children(user, permission))

    def family_of(self, uuid: uuid.UUID) -> Self:
        """The child with this mark and her brothers and sisters, found by their indexes."""
        own = Child.objects.filter(uuid=uuid).values("pk")
        others = Child.objects.filter(siblings__children__uuid=uuid).values("pk")
        return self.filter(pk__in=own.union(others))


class Sex(models.TextChoices):
    MALE = "M", "male"
    FEMALE = "F", "female"
    OTHER = "U", "not recorded as male or female"


class YesNoNotKnown(models.TextChoices):
    """The answer to a question that nobody may have asked yet."""

    YES = "yes", "yes"
    NO = "no", "no"
    NOT_KNOWN = "not-known", "not known"


@tracked
class Child(models.Model):
    """A child who is or was looked after by an authority.

    `reference` is the authority's own number (the CHILD column of its returns), `uuid` the only
    mark that appears in an address. A child may be recorded before birth, with `expected_on`.
    Returns bring no names; until somebody enters one the reference stands in for it.

    `search_text` is what the child is found by: the words of all names, the reference, the UPN, the
    date of birth as 20150312, and in capitals how each name sounds (see `casetrack.search`).
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
    # Imports write children without these, so the database itself has their defaults.
    known_as = models.CharField(
        max_length=100,
        blank=True,
        db_default="",
        help_text="Where the child goes by another name than the one above",
    )
    disabled = models.CharField(
        "is the child disabled",
        max_length=9,
        choices=YesNoNotKnown,
        db_default=YesNoNotKnown.NOT_KNOWN,
    )
    disability = models.CharField(
        max_length=500, blank=True, db_default="", help_text="In words, where the child is disabled"
    )
    language = models.CharField("first language", max_length=60, blank=True, db_default="")
    religion = models.CharField(max_length=60, blank=True, db_default="")
    needs = models.TextField(
        "identity and diversity needs",
        blank=True,
        db_default="",
        help_text="What matters to the child about who they are: culture, faith, identity",
    )
    search_text = models.GeneratedField(
        expression=Func(
            *map(F, SEARCHED),
            function="casetrack_search_text",
            output_field=models.TextField(),
        ),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = ChildQuerySet.as_manager()

    PRIVACY = classes(
        key="id uuid authority siblings",
        identity="reference upn first_name last_name known_as born_on expected_on search_text",
        sensitive="sex ethnicity unaccompanied disabled disability language religion needs",
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
            models.CheckConstraint(
                name="child_disability_is_of_a_disabled_child",
                condition=Q(disability="") | Q(disabled=YesNoNotKnown.YES),
                violation_error_message="A disability is described only of a disabled child.",
            ),
        ]
        indexes = [GinIndex(OpClass("search_text", "gin_trgm_ops"), name="child_search_text")]

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
