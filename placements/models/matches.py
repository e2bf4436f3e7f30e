from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from placements.models.homes import Home


def _not_before(name: str) -> Q:
    return Q(**{name: None}) | Q(**{f"{name}__gte": F("decided_on")})


@tracked
class LongTermMatch(Fact):
    """It was decided that the child stays with these foster carers until 18.

    From the day on which the matters of regulation 22B stand in the care plan the home is
    long-term in law, and a child who is old enough may agree to fewer visits after a year.
    """

    home = models.ForeignKey(Home, models.PROTECT, related_name="long_term_matches")
    panel_on = models.DateField("when did the panel recommend it?", null=True, blank=True)
    decided_on = models.DateField("when was it decided?")
    decided_by = models.CharField("who decided?", max_length=120)
    matters_recorded_on = models.DateField(
        "when were the conditions written into the care plan?",
        null=True,
        blank=True,
        help_text="Those of regulation 22B: carers and council agree that the child stays "
        "until 18.",
    )
    child_told_on = models.DateField("when was the child told?", null=True, blank=True)
    fewer_visits_on = models.DateField(
        "when did the child agree to fewer visits?", null=True, blank=True
    )
    ended_on = models.DateField("when did the match end?", null=True, blank=True)
    end_reason = models.CharField("why did it end?", max_length=300, blank=True)

    PRIVACY = classes(
        key="id child origin",
        where="home",
        sensitive="panel_on decided_on matters_recorded_on child_told_on fewer_visits_on ended_on"
        " end_reason",
        staff="decided_by",
    )

    class Meta:
        verbose_name_plural = "long-term matches"
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(ended_on=None),
                name="long_term_match_one_at_a_time",
                violation_error_message="The child is matched already. Record first that the "
                "match ended.",
            ),
            models.UniqueConstraint(
                fields=["child", "decided_on"],
                name="long_term_match_once_a_day",
                violation_error_message="A match of that day is already recorded.",
            ),
            models.CheckConstraint(
                name="long_term_match_in_order",
                condition=(Q(panel_on=None) | Q(panel_on__lte=F("decided_on")))
                & _not_before("child_told_on")
                & _not_before("fewer_visits_on")
                & _not_before("ended_on"),
                violation_error_message="The panel comes before the decision, and everything "
                "else after it.",
            ),
            models.CheckConstraint(
                name="long_term_match_end_has_its_reason",
                condition=Q(ended_on=None, end_reason="")
                | (Q(ended_on__isnull=False) & Q(end_reason__regex=r"\S")),
                violation_error_message="Enter both when and why the match ended.",
            ),
        ]
