from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.models.facts import Fact, PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes


class CheckKind(models.TextChoices):
    """What is looked after in every child's health and education, and has a day."""

    INITIAL_HEALTH = "initial-health", "initial health assessment"
    REVIEW_HEALTH = "review-health", "review health assessment"
    DENTIST = "dentist", "dentist"
    OPTICIAN = "optician", "optician"
    IMMUNISATIONS = "immunisations", "immunisations found up to date"
    SDQ = "sdq", "strengths and difficulties questionnaire (SDQ)"
    PEP_STARTED = "pep-started", "personal education plan (PEP) started"
    PEP_MEETING = "pep-meeting", "personal education plan (PEP) meeting"


@tracked
class WellbeingCheck(Fact):
    """A check of the child's health or education, on the day it was done.

    `score` is the total of difficulties in the questionnaire, 0 to 40, a higher one being more of
    them.
    """

    kind = models.CharField("what was done?", max_length=14, choices=CheckKind)
    done_on = models.DateField("when?")
    score = models.PositiveSmallIntegerField(
        "score of the questionnaire",
        null=True,
        blank=True,
        help_text="Only for the strengths and difficulties questionnaire: 0 to 40",
    )

    PRIVACY = classes(key="id child origin", sensitive="kind done_on score")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "kind", "done_on"],
                name="wellbeing_check_once_a_day",
                violation_error_message="That is already recorded for that day.",
            ),
            models.CheckConstraint(
                name="wellbeing_check_score_is_of_the_sdq",
                condition=Q(score=None) | Q(kind=CheckKind.SDQ, score__lte=40),
                violation_error_message="Only the strengths and difficulties questionnaire has a "
                "score, from 0 to 40.",
            ),
        ]


@tracked
class SchoolPlace(PeriodFact):
    """Where the child learns, one place at a time, and how many hours a week are given there.

    No row holds while the child has no place. Fewer than 25 hours a week is not full time.
    """

    school = models.CharField("name of the school or nursery", max_length=120)
    hours = models.DecimalField(
        "hours a week",
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="As offered to the child now. Full time is 25 hours or more.",
    )

    PRIVACY = classes(key="id child origin", sensitive="starts_on ends_on start_known school hours")

    class Meta:
        constraints = [
            positive_length("school_place_is_not_empty"),
            one_at_a_time("school_place_one_at_a_time", "child"),
            models.CheckConstraint(
                name="school_place_hours_of_a_week",
                condition=Q(hours=None) | Q(hours__gte=0, hours__lte=60),
                violation_error_message="Enter the hours of a week, at most 60.",
            ),
        ]
