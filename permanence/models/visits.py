from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes


class Visitor(models.TextChoices):
    SOCIAL_WORKER = "social-worker", "the child’s social worker"
    IRO = "iro", "the Independent Reviewing Officer"
    OTHER = "other", "another worker"


class Seen(models.TextChoices):
    ALONE = "alone", "yes, alone"
    WITH_OTHERS = "with-others", "yes, with others there"
    NOT_SEEN = "not-seen", "no"


class VisitPlace(models.TextChoices):
    HOME = "home", "where the child lives"
    SCHOOL = "school", "school or nursery"
    FAMILY_TIME = "family-time", "family time"
    ELSEWHERE = "elsewhere", "somewhere else"
    ONLINE = "online", "by video or telephone"


@tracked
class Visit(Fact):
    """A visit to the child, whether the child was seen, and alone; or why not."""

    visited_on = models.DateField("when was the visit?")
    visitor = models.CharField("who visited?", max_length=13, choices=Visitor)
    visited_by = models.CharField("name of who visited", max_length=120, blank=True)
    place = models.CharField("where?", max_length=11, choices=VisitPlace)
    seen = models.CharField("was the child seen?", max_length=11, choices=Seen)
    not_seen_because = models.CharField(
        "if not, why not?",
        max_length=300,
        blank=True,
        help_text="Say what happened. The child may read this one day.",
    )

    PRIVACY = classes(
        key="id child origin",
        staff="visited_by",
        sensitive="visited_on visitor place seen not_seen_because",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "visited_on", "visitor", "visited_by", "place"],
                name="visit_once_a_day_and_person",
                violation_error_message="A visit is already recorded for that day, person and "
                "place.",
            ),
            models.CheckConstraint(
                name="visit_not_seen_with_a_reason",
                condition=(Q(seen=Seen.NOT_SEEN) & ~Q(not_seen_because=""))
                | (~Q(seen=Seen.NOT_SEEN) & Q(not_seen_because="")),
                violation_error_message="Write why the child was not seen, and only then.",
            ),
        ]


@tracked
class Supervision(Fact):
    """A talk of the child's worker with their manager about the child, and what was decided."""

    held_on = models.DateField("when was it held?")
    supervised_by = models.CharField("name of the manager", max_length=120, blank=True)
    decided = models.TextField(
        "what was decided?", help_text="Say what is to happen. The child may read this one day."
    )

    PRIVACY = classes(key="id child origin", staff="supervised_by", sensitive="held_on decided")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "held_on"],
                name="supervision_once_a_day",
                violation_error_message="Supervision is already recorded for that day.",
            ),
            models.CheckConstraint(
                name="supervision_says_what_was_decided",
                condition=Q(decided__regex=r"\S"),
                violation_error_message="Write what was decided.",
            ),
        ]
