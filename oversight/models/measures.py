import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from casetrack.history import tracked
from casetrack.models.codes import HOME_TYPE, PROVIDER
from casetrack.periods import Period, one_at_a_time, positive_length
from casetrack.privacy import classes
from permanence.models import locks

PUBLISHED = "What is published stays as it was published."


@tracked
class EnteredFigure(models.Model):
    """A figure that nothing here can count, or that another source prints of what is counted here.

    `on_day` is the last day of what it counts, `as_at` the day on which its source had it. Figures
    of different sources stand side by side: none is written over another's.
    """

    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    code = models.CharField("which figure?", max_length=60)
    on_day = models.DateField("of which day, or up to which?")
    value = models.DecimalField("the figure", max_digits=14, decimal_places=4)
    number = models.DecimalField(
        "made of (numerator)", max_digits=14, decimal_places=2, null=True, blank=True
    )
    of = models.DecimalField(
        "divided by (denominator)", max_digits=14, decimal_places=2, null=True, blank=True
    )
    source = models.CharField(
        "where is it from?",
        max_length=200,
        help_text="Name the system or the paper, with page or line.",
    )
    as_at = models.DateField("as at which day did the source have it?")
    caveat = models.CharField("what must a reader know?", max_length=300, blank=True)
    entered_by = models.ForeignKey("casetrack.User", models.PROTECT, null=True, related_name="+")

    PRIVACY = classes(
        key="id authority",
        open="code on_day value number of source as_at caveat",
        staff="entered_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "code", "on_day", "source"],
                name="entered_figure_once_of_a_source",
                violation_error_message="That source’s figure for that day is entered already.",
            ),
            models.CheckConstraint(
                name="entered_figure_is_known_after_its_day",
                condition=Q(as_at__gte=F("on_day")),
                violation_error_message="A source cannot have a figure before the day it is of.",
            ),
            models.CheckConstraint(
                name="entered_figure_is_not_divided_by_nothing",
                condition=Q(of=None) | Q(of__gt=0),
                violation_error_message="A figure cannot be divided by nothing.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} of {self.on_day}"


class Whose(models.TextChoices):
    """What a figure is held against: the authority's own aim, or what others reached."""

    TARGET = "target", "our target"
    NATIONAL = "national", "the national target"
    ENGLAND = "england", "England"
    REGION = "region", "the region"
    NEIGHBOURS = "neighbours", "similar councils"
    AGENCY = "agency", "the regional adoption agency"


@tracked
class Benchmark(Period):
    """A target or somebody else's figure, in force over a period, with its source.

    Those of the whole country ship with the product (`oversight/indicators/national.py`).
    """

    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    indicator = models.CharField("for which measure?", max_length=60)
    whose = models.CharField("whose figure is it?", max_length=10, choices=Whose)
    value = models.DecimalField("the figure", max_digits=14, decimal_places=4)
    source = models.CharField("where is it from?", max_length=200)
    set_by = models.ForeignKey("casetrack.User", models.PROTECT, null=True, related_name="+")

    PRIVACY = classes(
        key="id authority",
        open="indicator whose value source starts_on ends_on start_known",
        staff="set_by",
    )

    class Meta:
        constraints = [
            positive_length("benchmark_is_not_empty", says="It must end after the day it starts."),
            one_at_a_time(
                "benchmark_one_at_a_time",
                "authority",
                "indicator",
                "whose",
                says="Another figure is in force for some of that time: end it first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.whose} of {self.indicator}"


@tracked
class WeeklyRate(Period):
    """What a week in a kind of home costs the authority, in pounds, over a period."""

    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    type = models.CharField("kind of home", max_length=3, choices=HOME_TYPE.choices)
    provider = models.CharField(
        "who provides it", max_length=3, choices=PROVIDER.choices, blank=True
    )
    pounds = models.DecimalField("pounds a week", max_digits=9, decimal_places=2)
    source = models.CharField("where is it from?", max_length=200)
    set_by = models.ForeignKey("casetrack.User", models.PROTECT, null=True, related_name="+")

    PRIVACY = classes(
        key="id authority",
        open="type provider pounds source starts_on ends_on start_known",
        staff="set_by",
    )

    class Meta:
        constraints = [
            positive_length(
                "weekly_rate_is_not_empty", says="It must end after the day it starts."
            ),
            one_at_a_time(
                "weekly_rate_one_at_a_time",
                "authority",
                "type",
                "provider",
                says="Another rate is in force for some of that time: end it first.",
            ),
            models.CheckConstraint(
                name="weekly_rate_is_not_less_than_nothing",
                condition=Q(pounds__gte=0),
                violation_error_message="A rate cannot be less than nothing.",
            ),
        ]

    def __str__(self) -> str:
        return f"rate of {self.type}"


@tracked
class Rebase(models.Model):
    """From `from_on` on a control chart counts anew what is usual, because of something named."""

    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    indicator = models.CharField("for which measure?", max_length=60)
    from_on = models.DateField("from which month on?")
    reason = models.CharField(
        "what changed then?",
        max_length=300,
        help_text="Name what was done or decided: a better figure alone is no reason.",
    )
    decided_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")

    PRIVACY = classes(key="id authority", open="indicator from_on reason", staff="decided_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "indicator", "from_on"],
                name="rebase_once",
                violation_error_message="The chart counts anew from that month already.",
            ),
            models.CheckConstraint(
                name="rebase_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Say what changed then.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} from {self.from_on}"


class PackKind(models.TextChoices):
    BOARD = "board", "board pack"
    SCRUTINY = "scrutiny", "quarterly scrutiny pack"
    HIGHLIGHTS = "highlights", "Permanence Action Plan highlight report"


class Publication(models.Model):
    """A pack that was published: for which day, by whom and when. It stays as it was published.

    `body` is all that its readers see, numbers hidden that must be, as `oversight.packs` writes it;
    every form of it is made of that.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    kind = models.CharField(max_length=10, choices=PackKind)
    as_at = models.DateField()
    body = models.JSONField()
    published_at = models.DateTimeField(db_default=Now())
    published_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")

    PRIVACY = classes(
        key="id uuid authority", open="kind as_at body published_at", staff="published_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "kind", "as_at"],
                name="publication_once",
                violation_error_message="A pack of that kind for that day is published already.",
            )
        ]
        triggers = locks.once("id IS NOT NULL", PUBLISHED)

    def __str__(self) -> str:
        return f"{self.kind} as at {self.as_at}"


class PublishedFigure(models.Model):
    """One figure of a published pack as its readers saw it, with the mark of its definition.

    `number`, `of` and `value` are null where they were hidden (`hidden`), or where there was none.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="figures")
    indicator = models.CharField(max_length=60)
    on_day = models.DateField()
    group = models.CharField(max_length=60, blank=True)
    number = models.IntegerField(null=True)
    of = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    hidden = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)

    PRIVACY = classes(
        key="id publication", open="indicator on_day group number of value hidden digest"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "indicator", "on_day", "group"],
                name="published_figure_once",
            ),
            models.CheckConstraint(
                name="published_figure_hidden_is_hidden",
                condition=Q(hidden=False) | Q(number=None, value=None),
            ),
        ]
        triggers = locks.once("id IS NOT NULL", PUBLISHED)

    def __str__(self) -> str:
        return f"{self.indicator} of {self.on_day}"


class StoredForecast(models.Model):
    """What was forecast, kept so that a year later it can be held against what happened.

    `origin_on` is the last day whose facts it knew. `body` is the forecast as
    `oversight.indicators.forecast` writes it: totals of the authority, no child.
    """

    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    origin_on = models.DateField()
    made_at = models.DateTimeField(db_default=Now())
    body = models.JSONField()

    PRIVACY = classes(key="id authority", open="origin_on made_at body")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "origin_on"], name="stored_forecast_once")
        ]

    def __str__(self) -> str:
        return f"forecast of {self.origin_on}"


@tracked
class PlanTheme(models.Model):
    """One theme of an authority's Permanence Action Plan, and who answers for it.

    `indicators` are the codes of the measures that show whether it works.
    """

    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    number = models.PositiveSmallIntegerField()
    title = models.CharField("what is the theme?", max_length=120)
    lead = models.CharField("who answers for it?", max_length=120)
    aim = models.CharField("what is to be better for children?", max_length=400, blank=True)
    indicators = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    PRIVACY = classes(key="id authority", open="number title aim indicators", staff="lead")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "number"],
                name="plan_theme_once",
                violation_error_message="A theme has that number already.",
            )
        ]

    def __str__(self) -> str:
        return f"theme {self.number}"


@tracked
class ThemeAction(models.Model):
    """What is to be done for a theme, by whom and by when, and what became of it."""

    theme = models.ForeignKey(PlanTheme, models.CASCADE, related_name="actions")
    words = models.CharField("what is to be done?", max_length=300)
    lead = models.CharField("who does it?", max_length=120)
    due_on = models.DateField("by when?")
    done_on = models.DateField("when was it done?", null=True, blank=True)

    PRIVACY = classes(key="id theme", open="words due_on done_on", staff="lead")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "words"],
                name="theme_action_once",
                violation_error_message="That action is in the plan already.",
            )
        ]

    def __str__(self) -> str:
        return f"action {self.pk}"


class Standing(models.TextChoices):
    """How its lead judges a theme; the figures beside it are not judged but counted."""

    ON_TRACK = "on-track", "on track"
    AT_RISK = "at-risk", "at risk"
    OFF_TRACK = "off-track", "off track"
    DONE = "done", "done"


@tracked
class ThemeProgress(models.Model):
    """How a theme stood on a day, in its lead's words. It names no child."""

    theme = models.ForeignKey(PlanTheme, models.CASCADE, related_name="progress")
    written_on = models.DateField("as at which day?")
    standing = models.CharField("how does it stand?", max_length=9, choices=Standing)
    words = models.TextField("what has happened?", help_text="Never a child’s name.")
    written_by = models.ForeignKey("casetrack.User", models.PROTECT, null=True, related_name="+")

    PRIVACY = classes(key="id theme", open="written_on standing words", staff="written_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "written_on"],
                name="theme_progress_once_a_day",
                violation_error_message="How it stood on that day is written already.",
            )
        ]

    def __str__(self) -> str:
        return f"progress {self.pk}"


class FactsChanged(models.Model):
    """A write to the facts of an authority: what was counted before it may be counted anew.

    Rows are only added, so that two writers never wait for each other. Each night those that are
    older than a day are taken away.
    """

    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    at = models.DateTimeField(db_default=Now())

    PRIVACY = classes(key="id authority", open="at")

    def __str__(self) -> str:
        return f"changed {self.pk}"
