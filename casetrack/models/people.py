import uuid
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from casetrack.access.roles import ROLES
from casetrack.history import tracked
from casetrack.models.facts import PeriodFact
from casetrack.periods import Period, PeriodQuerySet, one_at_a_time, positive_length
from casetrack.privacy import classes


class User(AbstractUser):
    """Somebody who signs in. What they may do comes from their roles, never from flags here."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    PRIVACY = classes(
        key="id uuid is_staff is_active is_superuser last_login date_joined",
        staff="username first_name last_name email",
        secret="password",
    )

    def __str__(self) -> str:
        return self.get_full_name() or self.username


@tracked
class Team(models.Model):
    """A team of workers, such as Looked After North."""

    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    name = models.CharField(max_length=80)

    PRIVACY = classes(key="id authority", open="name")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="team_name_unique")
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class Worker(models.Model):
    """A person who works with children; `reference` is the registration number in the return.

    `user` links the person who signs in; workers known only from a return have none.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="workers")
    user = models.OneToOneField(User, models.SET_NULL, null=True, blank=True, related_name="worker")
    reference = models.CharField(max_length=20)
    name = models.CharField(max_length=120)

    PRIVACY = classes(key="id uuid authority team user", staff="reference name")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "reference"], name="worker_reference_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class AllocationRole(models.TextChoices):
    SOCIAL_WORKER = "social-worker", "social worker"
    IRO = "iro", "Independent Reviewing Officer"


@tracked
class Allocation(PeriodFact):
    """Who works with the child in which role, one person a role at a time."""

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="allocations")
    role = models.CharField(max_length=20, choices=AllocationRole)

    PRIVACY = classes(key="id child origin worker", staff="role starts_on ends_on start_known")

    class Meta:
        constraints = [
            positive_length("allocation_is_not_empty"),
            one_at_a_time("allocation_one_at_a_time", "child", "role"),
        ]


@tracked
class Cover(Period):
    """One reviewing officer is away until `ends_on`, the first day back, and another stands in.

    While it runs, who stands in reaches the children of who is away. It changes no allocation, so
    whose child it is and who decided what stay as they were; and it is not passed on: who stands in
    for somebody who stands in for a third does not reach the children of the third.
    """

    absent = models.ForeignKey(Worker, models.PROTECT, related_name="covers")
    stands_in = models.ForeignKey(Worker, models.PROTECT, related_name="covers_given")
    ends_on = models.DateField()

    objects = PeriodQuerySet.as_manager()

    PRIVACY = classes(key="id absent stands_in", staff="starts_on ends_on start_known")

    class Meta:
        constraints = [
            positive_length("cover_is_not_empty"),
            one_at_a_time("cover_one_at_a_time", "absent"),
            models.CheckConstraint(
                name="cover_by_somebody_else", condition=~Q(stands_in=F("absent"))
            ),
        ]

    def __str__(self) -> str:
        return f"cover {self.pk}"


@tracked
class RoleAssignment(Period):
    """A role that a user holds in an authority for a time; a manager's may be for one team."""

    user = models.ForeignKey(User, models.CASCADE, related_name="roles")
    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True)
    role = models.CharField(max_length=30, choices=[(r.code, r.title) for r in ROLES.values()])

    objects = PeriodQuerySet.as_manager()

    PRIVACY = classes(key="id user authority team", staff="role starts_on ends_on start_known")

    class Meta:
        constraints = [
            positive_length("role_assignment_is_not_empty"),
            one_at_a_time("role_assignment_one_at_a_time", "user", "authority", "role"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"

    @property
    def definition(self) -> Any:
        """The role class: its title, plain-English description and permissions."""
        return ROLES[self.role]
