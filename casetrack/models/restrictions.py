"""Who is kept from a child's record, and who has opened one in an emergency.

Neither is a fact of the child's life, so no clock and no return knows of them.
"""

import uuid
from datetime import date, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now

from casetrack.history import tracked
from casetrack.models.people import RoleAssignment, User
from casetrack.periods import Period, PeriodQuerySet, one_at_a_time, positive_length
from casetrack.privacy import classes

# Roles of which a restricted child keeps at least one holder who sees her waits.
WATCH_OVER = {
    "manager": "a team manager",
    "iro": "a reviewing officer (IRO)",
    "chair": "the chair of the Permanence Monitoring Group",
}
LONGEST = timedelta(hours=4)


class RestrictionQuerySet(PeriodQuerySet):
    def restricted(self) -> Self:
        return self.filter(kind=Restriction.Kind.RESTRICTED)

    def excluded(self) -> Self:
        return self.filter(kind=Restriction.Kind.EXCLUDED)

    def with_watchers(self, day: date) -> Self:
        """`has_manager`, `has_iro`, `has_chair`: whether one of the named people is one on `day`.

        Whoever cannot sign in any more, or is excluded from the record as well, does not count.
        """
        barred = NamedPerson.objects.filter(
            restriction__in=Restriction.objects.on(day).excluded(),
            restriction__child_id=OuterRef("restriction__child_id"),
            user_id=OuterRef("user_id"),
        )
        named = NamedPerson.objects.filter(~Exists(barred), restriction_id=OuterRef("pk"))
        return self.annotate(
            **{
                f"has_{role}": Exists(
                    named.filter(
                        Exists(
                            RoleAssignment.objects.on(day).filter(
                                role=role,
                                user_id=OuterRef("user_id"),
                                authority_id=OuterRef("restriction__child__authority_id"),
                            )
                        ),
                        user__is_active=True,
                    )
                )
                for role in WATCH_OVER
            }
        )


@tracked
class Restriction(Period):
    """A record that only named people may see, or that is kept from named people.

    One of a kind at a time; who is named may change while it holds. Of a restricted child at least
    one named manager, IRO and chair watch the waits (`missing` says where none does any more).
    """

    class Kind(models.TextChoices):
        RESTRICTED = "restricted", "Only the people I name may see it"
        EXCLUDED = "excluded", "The people I name may not see it"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="restrictions")
    kind = models.CharField(max_length=10, choices=Kind)
    reason = models.CharField(max_length=500)
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = RestrictionQuerySet.as_manager()

    PRIVACY = classes(
        key="id uuid child",
        sensitive="kind reason starts_on ends_on start_known",
        staff="set_by",
    )

    class Meta:
        constraints = [
            positive_length("restriction_is_not_empty"),
            one_at_a_time("restriction_one_of_a_kind", "child", "kind"),
            models.CheckConstraint(
                name="restriction_has_a_kind", condition=Q(kind__in=["restricted", "excluded"])
            ),
            models.CheckConstraint(name="restriction_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"restriction {self.pk}"

    @property
    def missing(self) -> list[str]:
        """Of a restricted record read `with_watchers`: which of them no named person is."""
        if self.kind != self.Kind.RESTRICTED:
            return []
        return [title for role, title in WATCH_OVER.items() if not getattr(self, f"has_{role}")]


@tracked
class NamedPerson(models.Model):
    """Somebody whom a restriction names."""

    restriction = models.ForeignKey(Restriction, models.CASCADE, related_name="people")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")

    PRIVACY = classes(key="id restriction", staff="user")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["restriction", "user"], name="named_person_once")
        ]

    def __str__(self) -> str:
        return f"named person {self.pk}"


class BreakGlassQuerySet(models.QuerySet[Any]):
    def in_force(self) -> Self:
        """Those that open a record at this moment, by the clock of the database."""
        return self.filter(closed_at=None, until__gt=Now())

    def over(self) -> Self:
        return self.filter(Q(closed_at__isnull=False) | Q(until__lte=Now()))

    def to_review(self) -> Self:
        return self.over().filter(reviewed_at=None)


@tracked
class BreakGlass(models.Model):
    """A record that somebody opened in an emergency, for four hours at most, and the review of it.

    It ends by itself at `until`: whether it holds is asked of the database with every question.
    """

    class Reason(models.TextChoices):
        HARM = "harm", "Risk of harm to the child now"
        OUT_OF_HOURS = "out-of-hours", "Out-of-hours duty"
        COURT = "court", "Request of a court or the police"
        COVER = "cover", "Cover for a worker who is away"
        OTHER = "other", "Another reason"

    class Barrier(models.TextChoices):
        """What kept the person from the record until then."""

        NOT_THEIRS = "not-theirs", "not a child of theirs"
        RESTRICTED = "restricted", "restricted to other people"
        EXCLUDED = "excluded", "excluded from the record"

    class Outcome(models.TextChoices):
        JUSTIFIED = "justified", "Justified"
        NOT_JUSTIFIED = "not-justified", "Not justified"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="emergencies")
    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="emergencies")
    reason = models.CharField(max_length=12, choices=Reason)
    words = models.CharField(max_length=500)
    barrier = models.CharField(max_length=10, choices=Barrier)
    opened_at = models.DateTimeField(db_default=Now())
    until = models.DateTimeField(db_index=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="reviewed_emergencies"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=13, choices=Outcome, blank=True)
    review_words = models.CharField(max_length=500, blank=True)

    objects = BreakGlassQuerySet.as_manager()

    PRIVACY = classes(
        key="id uuid child",
        sensitive="words review_words",
        staff="user reason barrier opened_at until closed_at reviewed_by reviewed_at outcome",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="break_glass_lasts_four_hours_at_most",
                condition=Q(until__gt=F("opened_at"), until__lte=F("opened_at") + LONGEST),
            ),
            models.CheckConstraint(
                name="break_glass_closes_after_it_opens",
                condition=Q(closed_at=None) | Q(closed_at__gte=F("opened_at")),
            ),
            models.CheckConstraint(
                name="break_glass_says_why", condition=~Q(words="") & ~Q(reason="")
            ),
            models.CheckConstraint(
                name="break_glass_review_is_whole",
                condition=Q(reviewed_at=None, reviewed_by=None, outcome="", review_words="")
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False)
                & ~Q(outcome="")
                & ~Q(review_words=""),
            ),
            models.CheckConstraint(
                name="break_glass_reviewed_by_somebody_else",
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("user")),
            ),
        ]

    def __str__(self) -> str:
        return f"emergency access {self.pk}"

    @property
    def ended_at(self) -> Any:
        return self.closed_at or self.until
