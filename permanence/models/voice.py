from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from permanence.models.plans import PermanencePlan


class SharedWith(models.TextChoices):
    """Who may read the words, as the child agreed; each stands for itself."""

    READERS = "readers", "everybody who may read this record"
    WORKERS = "workers", "the people who work with the child"
    MEETINGS = "meetings", "the people at meetings about the child"
    FAMILY = "family", "family"


class Gathered(models.TextChoices):
    TALKING = "talking", "talking"
    DRAWING = "drawing", "drawing or writing"
    PLAY = "play", "play"
    ADVOCATE = "advocate", "through an advocate"
    APP = "app", "an app"
    OBSERVED = "observed", "watching and being with the child"


@tracked
class ChildsWords(Fact):
    """What the child said, in the child's own words, and with whom the child agreed to share it.

    `is_observed` is for babies and children who do not speak: what they show us, in a worker's
    words. Never a disclosure of harm, which belongs to the safeguarding record. The sentences of
    the history do not hold the words: pages read them from the row as it stands, so that a child
    who shares them no longer is heard at once.
    """

    said_on = models.DateField("when?")
    is_observed = models.BooleanField(
        "the child does not speak yet, or not in words: this is what the child shows us",
        default=False,
    )
    words = models.TextField(
        "what did the child say, or show us?",
        help_text="In the child’s own words where there are any. If the child tells of harm, "
        "record that in the safeguarding record, not here.",
    )
    gathered = models.CharField("how did you learn it?", max_length=8, choices=Gathered)
    gathered_by = models.CharField("name of who was with the child", max_length=120, blank=True)
    shared_with = models.CharField(
        "who may read it?",
        max_length=8,
        choices=SharedWith,
        help_text="As the child agreed; for a baby, as the child’s worker thinks right",
    )
    about = models.CharField(
        "which decision does it bear on?", max_length=200, blank=True, help_text="If any"
    )
    plan = models.ForeignKey(
        PermanencePlan,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="childs_words",
        verbose_name="which plan does it bear on?",
    )

    PRIVACY = classes(
        key="id child origin plan",
        staff="gathered_by",
        sensitive="said_on is_observed words gathered shared_with about",
    )

    class Meta:
        verbose_name = verbose_name_plural = "child’s words"
        constraints = [
            models.CheckConstraint(
                name="childs_words_are_there",
                condition=Q(words__regex=r"\S"),
                violation_error_message="Write what the child said, or showed us.",
            ),
            models.CheckConstraint(
                name="childs_words_observed_are_not_said",
                condition=Q(is_observed=False) | ~Q(gathered="talking"),
                violation_error_message="Words that were spoken are not an observation.",
            ),
        ]


class LifeStoryKind(models.TextChoices):
    STARTED = "started", "life story work started"
    PART = "part", "a part of the life story given"
    BOOK = "book", "life story book given"
    LETTER = "letter", "later life letter given"


@tracked
class LifeStory(Fact):
    """Life story work with the child, whatever the route; the later life letter is for adoption."""

    kind = models.CharField("what was done?", max_length=7, choices=LifeStoryKind)
    done_on = models.DateField("when?")
    done_by = models.CharField("name of who did it", max_length=120, blank=True)

    PRIVACY = classes(key="id child origin", staff="done_by", sensitive="kind done_on")

    class Meta:
        verbose_name_plural = "life story work"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "kind", "done_on"],
                name="life_story_once_a_day",
                violation_error_message="That is already recorded for that day.",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(kind=LifeStoryKind.STARTED),
                name="life_story_starts_once",
                violation_error_message="Life story work has already started.",
            ),
        ]
