from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.periods import Period, one_at_a_time, positive_length
from casetrack.privacy import classes
from oversight.models.states import STOPS_ON, ClockQuerySet


class ClockRow(models.Model):
    """One dated wait with a limit, computed from the facts alone.

    It counts from `started_on`, runs on day d when `runs_from <= d < stopped_on`, is amber from
    `warn_on` and red after `due_on` (none: it never turns red). `missing` names a fact that is
    needed and not recorded; `start_known` is False where the wait began on or before `started_on`.
    `stopped_by` says what stopped this stretch, `note` what a reader must know about it. No part of
    it depends on today, so nothing here is ever recomputed because time has passed. The engine
    writes it and nobody else: no history is kept, because it can always be computed again.
    """

    # The unique constraint's index begins with the child; one of its own would only cost.
    child = models.ForeignKey(
        "casetrack.Child", models.CASCADE, related_name="clocks", db_index=False
    )
    clock = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    started_on = models.DateField()
    start_known = models.BooleanField()
    runs_from = models.DateField()
    stopped_on = models.DateField(null=True)
    stopped_by = models.CharField(max_length=40)
    warn_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    missing = models.CharField(max_length=60)
    note = models.CharField(max_length=200)

    objects = ClockQuerySet.as_manager()

    PRIVACY = classes(
        key="id child clock subject",
        sensitive="started_on start_known runs_from stopped_on stopped_by warn_on due_on missing"
        " note",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "clock", "subject", "runs_from"], name="clock_row_once"
            ),
            models.CheckConstraint(
                name="clock_row_runs_after_it_starts",
                condition=Q(runs_from__gte=F("started_on")),
            ),
            models.CheckConstraint(
                name="clock_row_stops_after_it_runs",
                condition=Q(stopped_on=None) | Q(stopped_on__gte=F("runs_from")),
            ),
        ]
        indexes = [
            # In the words of `as_at`: of most children far more waits have stopped than run.
            models.Index("child", STOPS_ON, name="clock_row_running"),
        ]

    def __str__(self) -> str:
        return f"{self.clock} {self.pk}"


@tracked
class ClockSetting(Period):
    """An authority's own limit for a clock, in force for waits that start in the period.

    `limit` and `warning` are in the clock's own unit (days, months or working days); null keeps the
    national or product default. `options` switches what the clock declares as switchable.
    """

    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    clock = models.CharField(max_length=60)
    enabled = models.BooleanField(default=True)
    limit = models.PositiveSmallIntegerField(null=True, blank=True)
    warning = models.PositiveSmallIntegerField(null=True, blank=True)
    options = models.JSONField(default=dict, blank=True)

    PRIVACY = classes(
        key="id authority clock",
        open="starts_on ends_on start_known enabled limit warning options",
    )

    class Meta:
        constraints = [
            positive_length("clock_setting_is_not_empty"),
            one_at_a_time("clock_setting_one_at_a_time", "authority", "clock"),
        ]

    def __str__(self) -> str:
        return f"{self.clock} {self.pk}"
