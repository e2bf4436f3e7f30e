from django.db import models

from casetrack.history import tracked
from casetrack.models.codes import CATEGORY_OF_NEED, END_OF_CARE, PREVIOUS_PERMANENCE
from casetrack.models.facts import Fact, PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes


@tracked
class CarePeriod(PeriodFact):
    """An unbroken stretch of being looked after, whatever the orders and homes within it.

    Short breaks (V3, V4) are held as periods too, because the return holds them; counts and clocks
    leave them out. `end_reason` is blank while open, and where the reason is not known.
    """

    category_of_need = models.CharField(max_length=2, choices=CATEGORY_OF_NEED.choices, blank=True)
    end_reason = models.CharField(max_length=3, choices=END_OF_CARE.choices, blank=True)

    PRIVACY = classes(
        key="id child origin",
        sensitive="starts_on ends_on start_known category_of_need end_reason",
    )

    class Meta:
        constraints = [
            positive_length("care_period_is_not_empty"),
            one_at_a_time("care_period_one_at_a_time", "child"),
        ]


@tracked
class PreviousPermanence(Fact):
    """What an earlier adoption, special guardianship or residence order was, before this care.

    `ordered_on` is text as in the return, dd/mm/yyyy with `zz` for what nobody knows any more: the
    one date in the return that may be partial.
    """

    kind = models.CharField(
        "what was there before?", max_length=2, choices=PREVIOUS_PERMANENCE.choices
    )
    ordering_authority = models.CharField(
        "code of the council where it was ordered",
        max_length=3,
        blank=True,
        help_text="Three characters, as in the statutory return",
    )
    ordered_on = models.CharField(
        "day of that order",
        max_length=10,
        blank=True,
        help_text="For example 27/03/2018. Write zz for what nobody knows any more: zz/zz/2018",
    )

    PRIVACY = classes(key="id child origin", sensitive="kind ordering_authority ordered_on")

    class Meta:
        verbose_name_plural = "previous permanence"
        constraints = [
            models.CheckConstraint(
                name="previous_permanence_date_is_whole_or_zz",
                condition=models.Q(ordered_on="")
                | models.Q(ordered_on__regex=r"^(\d\d|zz)/(\d\d|zz)/(\d{4}|zz|zzzz)$"),
                violation_error_message="Write the day of the order like 27/03/2018, with zz for "
                "what is not known.",
            ),
        ]
