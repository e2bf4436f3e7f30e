from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.codes import MISSING
from casetrack.models.facts import Fact, PeriodFact
from casetrack.periods import one_at_a_time
from casetrack.privacy import classes


@tracked
class MissingEpisode(PeriodFact):
    """A time when the child was missing or away without authorisation.

    It may begin and end on one day, so it is the one period of a home that may be empty.
    """

    kind = models.CharField("what was it?", max_length=1, choices=MISSING.choices, blank=True)

    PRIVACY = classes(key="id child origin", sensitive="starts_on ends_on start_known kind")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="missing_episode_does_not_end_before_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="The child cannot come back before going missing.",
            ),
            one_at_a_time(
                "missing_episode_one_at_a_time",
                "child",
                says="The child is already recorded as missing during that time.",
            ),
        ]


@tracked
class ReturnInterview(Fact):
    """The talk that is offered to a child who came back, with somebody independent of the home.

    It belongs to the day of a return rather than to a row of an episode, so that it stays where a
    return of figures tells the episode differently. The 72 hours are counted from `came_back_on`.
    """

    came_back_on = models.DateField("when did the child come back?")
    offered_on = models.DateField("when was the talk offered?")
    declined_on = models.DateField("when did the child say no?", null=True, blank=True)
    held_on = models.DateField("when was it held?", null=True, blank=True)
    held_by = models.CharField(
        "who held it?", max_length=120, blank=True, help_text="Somebody independent of the home."
    )
    said = models.TextField(
        "what did the child say?",
        blank=True,
        help_text="In the child’s own words, and only what they agreed to share.",
    )

    PRIVACY = classes(
        key="id child origin",
        sensitive="came_back_on offered_on declined_on held_on said",
        staff="held_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "came_back_on"],
                name="return_interview_once_a_return",
                violation_error_message="A talk after that return is already recorded.",
            ),
            models.CheckConstraint(
                name="return_interview_in_order",
                condition=Q(offered_on__gte=F("came_back_on"))
                & (Q(declined_on=None) | Q(declined_on__gte=F("offered_on")))
                & (Q(held_on=None) | Q(held_on__gte=F("offered_on"))),
                violation_error_message="The talk is offered once the child is back, and held or "
                "declined after that.",
            ),
            models.CheckConstraint(
                name="return_interview_held_or_declined",
                condition=Q(held_on=None) | Q(declined_on=None),
                violation_error_message="A talk cannot be both held and declined.",
            ),
            models.CheckConstraint(
                name="return_interview_words_of_one_held",
                condition=Q(held_on__isnull=False) | Q(held_by="", said=""),
                violation_error_message="Enter the day on which the talk was held.",
            ),
        ]
