"""What stands beside the moves that saved: what the work cost, and which homes were feared."""

import uuid

from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.codes import HOME_TYPE, PROVIDER
from casetrack.periods import Period, one_at_a_time, positive_length
from casetrack.privacy import classes

MOST_WEEKS = 104


@tracked
class SavingsWork(Period):
    """What was paid over a period for work that makes moves possible, such as a team or a panel.

    `pounds` are those of the whole period; each of its days has an equal share of them.
    """

    ends_on = models.DateField()
    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    name = models.CharField(
        "what is the work called?", max_length=80, help_text="Never a child’s name."
    )
    pounds = models.DecimalField("pounds for the whole period", max_digits=11, decimal_places=2)
    source = models.CharField("where is it from?", max_length=200)
    set_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, blank=True, related_name="+"
    )

    PRIVACY = classes(
        key="id authority", open="name pounds source starts_on ends_on start_known", staff="set_by"
    )

    class Meta:
        constraints = [
            positive_length(
                "savings_work_is_not_empty", says="It must end after the day it starts."
            ),
            one_at_a_time(
                "savings_work_one_at_a_time",
                "authority",
                "name",
                says="What this work cost is entered for some of that time already.",
            ),
            models.CheckConstraint(
                name="savings_work_is_not_less_than_nothing",
                condition=Q(pounds__gte=0),
                violation_error_message="Work cannot cost less than nothing.",
            ),
        ]

    def __str__(self) -> str:
        return f"work {self.pk}"


@tracked
class FearedHome(models.Model):
    """A home into which a child might have had to move from a day on, and has not.

    How likely it was (percent), and for how long at most it would have lasted, is a judgement:
    `judged_by` says in words whose, `entered_by` who wrote it down.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="feared_homes")
    from_on = models.DateField("from which day on?")
    type = models.CharField(
        "which kind of home was feared?", max_length=3, choices=HOME_TYPE.choices
    )
    provider = models.CharField(
        "who would have provided it?", max_length=3, choices=PROVIDER.choices, blank=True
    )
    low = models.PositiveSmallIntegerField("lowest chance, percent")
    central = models.PositiveSmallIntegerField("central chance, percent")
    high = models.PositiveSmallIntegerField("highest chance, percent")
    most_weeks = models.PositiveSmallIntegerField("for how many weeks at most?")
    why = models.CharField("why was it feared, and what was done?", max_length=500)
    judged_by = models.CharField("who judged it?", max_length=120)
    entered_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, blank=True, related_name="+"
    )

    PRIVACY = classes(
        key="id uuid child",
        sensitive="from_on type provider low central high most_weeks why",
        staff="judged_by entered_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "from_on"],
                name="feared_home_once_a_day",
                violation_error_message="A home that was feared from that day is written already.",
            ),
            models.CheckConstraint(
                name="feared_home_chances_rise",
                condition=Q(low__lte=F("central"), central__lte=F("high"), high__lte=100),
                violation_error_message="The lowest, central and highest chance rise, up to 100.",
            ),
            models.CheckConstraint(
                name="feared_home_has_an_end",
                condition=Q(most_weeks__range=(1, MOST_WEEKS)),
                violation_error_message=f"Enter weeks from 1 to {MOST_WEEKS}.",
            ),
            models.CheckConstraint(
                name="feared_home_is_somebodys_judgement",
                condition=~Q(why="") & ~Q(judged_by=""),
                violation_error_message="Say why, and who judged it.",
            ),
        ]

    def __str__(self) -> str:
        return f"feared home {self.pk}"
