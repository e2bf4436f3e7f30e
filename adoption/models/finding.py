from django.db import models
from django.db.models import Q

from adoption.models.adopters import AdopterFamily
from adoption.models.constraints import nothing_before
from casetrack.history import tracked
from casetrack.models.facts import Fact, PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes
from casetrack.sequence import both_or_neither, not_before


class FindingEnded(models.TextChoices):
    FOUND = "found", "a family was found"
    CHANGED = "changed", "the plan changed"
    OTHER = "other", "other reason"


@tracked
class FamilyFinding(PeriodFact):
    """The search for an adoptive family, one at a time."""

    end_reason = models.CharField("why?", max_length=8, choices=FindingEnded.choices, blank=True)

    PRIVACY = classes(key="id child origin", sensitive="starts_on ends_on start_known end_reason")

    class Meta:
        verbose_name_plural = "family finding"
        constraints = [
            positive_length(
                "family_finding_is_not_empty",
                says="Family finding must end after the day it began.",
            ),
            one_at_a_time(
                "family_finding_one_at_a_time",
                "child",
                says="Family finding is already recorded for that time.",
            ),
            both_or_neither(
                "family_finding_ends_with_a_reason",
                "ends_on",
                "end_reason",
                "Enter both the day on which family finding ended and why.",
            ),
        ]


class Profile(models.TextChoices):
    OWN_AGENCY = "own-agency", "to families of the regional adoption agency"
    OTHER_AGENCIES = "other-agencies", "to other adoption agencies"
    NATIONAL = "national", "on the national register (Link Maker)"
    EXCHANGE_DAY = "exchange-day", "at an exchange day"
    ACTIVITY_DAY = "activity-day", "at an activity day"


@tracked
class Profiling(Fact):
    """The child's profile was shown to families who may adopt."""

    profiled_on = models.DateField("when was the profile shown?")
    shown = models.CharField(
        "where or to whom was it shown?", max_length=16, choices=Profile.choices
    )

    PRIVACY = classes(key="id child origin", sensitive="profiled_on shown")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "profiled_on", "shown"],
                name="profiling_once_a_day",
                violation_error_message="The profile is already recorded as shown there then.",
            )
        ]


class LinkEnded(models.TextChoices):
    FAMILY_WITHDREW = "family-withdrew", "the family decided against it"
    NOT_RIGHT = "not-right", "the family was not right for the child"
    OTHER_FAMILY = "other-family", "another family was chosen"
    PLAN_CHANGED = "plan-changed", "the plan changed"
    OTHER = "other", "other reason"


@tracked
class AdoptionLink(Fact):
    """A family that is looked at closely for the child; there may be several at once."""

    family = models.ForeignKey(
        AdopterFamily,
        models.PROTECT,
        related_name="links",
        verbose_name="which family?",
    )
    linked_on = models.DateField("when was the link made?")
    visited_on = models.DateField("when was the family visited?", null=True, blank=True)
    ended_on = models.DateField("when did the link end?", null=True, blank=True)
    end_reason = models.CharField("why?", max_length=16, choices=LinkEnded.choices, blank=True)

    PRIVACY = classes(
        key="id child origin",
        identity="family",
        sensitive="linked_on visited_on ended_on end_reason",
    )

    class Meta:
        constraints = [
            nothing_before(
                "adoption_link_made_first",
                "linked_on",
                ("visited_on", "ended_on"),
                "The link was made before the family was visited and before it ended.",
            ),
            both_or_neither(
                "adoption_link_ends_with_a_reason",
                "ended_on",
                "end_reason",
                "Enter both the day on which the link ended and why.",
            ),
            models.UniqueConstraint(
                fields=["child", "family"],
                condition=Q(ended_on=None),
                name="adoption_link_once_with_a_family",
                violation_error_message="The child is already linked with that family.",
            ),
        ]


class MeetingOutcome(models.TextChoices):
    GO_AHEAD = "go-ahead", "go ahead with a family"
    LOOK_FURTHER = "look-further", "look further"


@tracked
class MatchingMeeting(Fact):
    """A meeting that compared the families linked with the child."""

    held_on = models.DateField("when was the meeting held?")
    outcome = models.CharField("what was agreed?", max_length=16, choices=MeetingOutcome.choices)
    family = models.ForeignKey(
        AdopterFamily,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="with which family?",
        help_text="Only where it was agreed to go ahead.",
    )

    PRIVACY = classes(key="id child origin", identity="family", sensitive="held_on outcome")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="matching_meeting_goes_ahead_with_a_family",
                condition=Q(outcome=MeetingOutcome.GO_AHEAD, family__isnull=False)
                | Q(outcome=MeetingOutcome.LOOK_FURTHER, family=None),
                violation_error_message="Choose a family where it was agreed to go ahead with one, "
                "and none where it was agreed to look further.",
            ),
            models.UniqueConstraint(
                fields=["child", "held_on"],
                name="matching_meeting_once_a_day",
                violation_error_message="A matching meeting is already recorded for that day.",
            ),
        ]


class PanelQuestion(models.TextChoices):
    PLAN = "plan", "should the child be placed for adoption?"
    MATCH = "match", "should the child be matched with a family?"


class Recommendation(models.TextChoices):
    YES = "yes", "yes"
    NO = "no", "no"
    DEFERRED = "deferred", "not yet: more information is needed"


@tracked
class AdoptionPanel(Fact):
    """What the adoption panel recommended to the agency decision maker.

    `received_on` is the day on which the decision maker had the recommendation with its minutes.
    """

    held_on = models.DateField("when was the panel held?")
    question = models.CharField("what was it asked?", max_length=8, choices=PanelQuestion.choices)
    recommendation = models.CharField(
        "what did it recommend?", max_length=8, choices=Recommendation.choices
    )
    family = models.ForeignKey(
        AdopterFamily,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="about which family?",
        help_text="Only where the panel was asked about a match.",
    )
    received_on = models.DateField(
        "when did the agency decision maker have the recommendation and the minutes?",
        null=True,
        blank=True,
    )

    PRIVACY = classes(
        key="id child origin",
        identity="family",
        sensitive="held_on question recommendation received_on",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="adoption_panel_names_a_family_for_a_match",
                condition=Q(question=PanelQuestion.MATCH) | Q(family=None),
                violation_error_message="Choose a family only where the panel was asked about a "
                "match.",
            ),
            not_before(
                "adoption_panel_held_before_its_minutes",
                "received_on",
                "held_on",
                "The decision maker has the minutes after the panel was held.",
            ),
            models.UniqueConstraint(
                fields=["child", "held_on", "question"],
                name="adoption_panel_once_a_day",
                violation_error_message="A panel with that question is already recorded then.",
            ),
        ]
