"""Homes at risk, the meetings about a home, and homes that nobody may run as they do."""

from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.facts import Fact, PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes
from placements.models.homes import Home

READ_ONE_DAY = "The child may read this one day."


class WorryEnded(models.TextChoices):
    SETTLED = "settled", "things settled"
    MOVED = "moved", "the child moved"


@tracked
class HomeWorry(PeriodFact):
    """Somebody worries whether the home where the child lives will last."""

    worry = models.CharField("what is the worry?", max_length=300, help_text=READ_ONE_DAY)
    support_offered_on = models.DateField("when was support offered?", null=True, blank=True)
    support = models.CharField("what support was offered?", max_length=300, blank=True)
    outcome = models.CharField("how did it end?", max_length=7, choices=WorryEnded, blank=True)

    PRIVACY = classes(
        key="id child origin",
        sensitive="starts_on ends_on start_known worry support_offered_on support outcome",
    )

    class Meta:
        verbose_name_plural = "home worries"
        constraints = [
            models.CheckConstraint(
                name="home_worry_in_order",
                condition=(Q(ends_on=None) | Q(ends_on__gte=F("starts_on")))
                & (Q(support_offered_on=None) | Q(support_offered_on__gte=F("starts_on"))),
                violation_error_message="A worry is raised before support is offered and before "
                "it ends.",
            ),
            models.CheckConstraint(
                name="home_worry_support_is_whole",
                condition=Q(support_offered_on=None, support="")
                | (Q(support_offered_on__isnull=False) & Q(support__regex=r"\S")),
                violation_error_message="Enter both when support was offered and what it was.",
            ),
            models.CheckConstraint(
                name="home_worry_end_has_an_outcome",
                condition=Q(ends_on=None, outcome="") | (Q(ends_on__isnull=False) & ~Q(outcome="")),
                violation_error_message="Enter both when and how the worry ended.",
            ),
            models.UniqueConstraint(
                fields=["child", "starts_on"],
                name="home_worry_once_a_day",
                violation_error_message="A worry of that day is already recorded.",
            ),
        ]


class MeetingAbout(models.TextChoices):
    PLANNING = "planning", "planning the move into a home"
    STABILITY = "stability", "keeping a home stable"
    DISRUPTION = "disruption", "learning from a home that ended"


@tracked
class HomeMeeting(Fact):
    """A meeting about one home of the child: to plan it, to keep it, or to learn from its end."""

    home = models.ForeignKey(Home, models.PROTECT, related_name="meetings")
    kind = models.CharField("what was the meeting for?", max_length=10, choices=MeetingAbout)
    held_on = models.DateField("when was it held?")
    outcome = models.TextField("what was agreed, or learned?", help_text=READ_ONE_DAY)

    PRIVACY = classes(key="id child origin", where="home", sensitive="kind held_on outcome")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "home", "kind", "held_on"],
                name="home_meeting_once_a_day",
                violation_error_message="That meeting is already recorded.",
            ),
        ]


class NotRegistered(models.TextChoices):
    CHILDRENS_HOME = "childrens-home", "a children’s home that is not registered"
    SUPPORTED = "supported", "supported accommodation that is not registered"
    UNDER_16 = "under-16", "supported accommodation, for a child under 16"
    CARERS = "carers", "carers who are not approved"


class RegularAgain(models.TextChoices):
    REGISTERED = "registered", "the home was registered or the carers approved"
    MOVED = "moved", "the child moved"


@tracked
class UnregisteredSetting(PeriodFact):
    """A time when the child lived where the law does not allow it, and what was done about it."""

    kind = models.CharField("what is not as it must be?", max_length=14, choices=NotRegistered)
    reason = models.TextField("why does the child live there?")
    told = models.CharField("who was told of it?", max_length=300, blank=True)
    ofsted_notified_on = models.DateField("when was Ofsted told?", null=True, blank=True)
    end_reason = models.CharField(
        "how did it end?", max_length=10, choices=RegularAgain, blank=True
    )

    PRIVACY = classes(
        key="id child origin",
        sensitive="starts_on ends_on start_known kind reason told ofsted_notified_on end_reason",
    )

    class Meta:
        constraints = [
            positive_length(
                "unregistered_setting_is_not_empty", says="It must end after the day it began."
            ),
            one_at_a_time(
                "unregistered_setting_one_at_a_time",
                "child",
                says="That time is already marked as not registered or approved.",
            ),
            models.CheckConstraint(
                name="unregistered_setting_end_has_its_reason",
                condition=Q(ends_on=None, end_reason="")
                | (Q(ends_on__isnull=False) & ~Q(end_reason="")),
                violation_error_message="Enter both when and how it ended.",
            ),
        ]
