from django.db import models

from adoption.models.constraints import nothing_before
from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from casetrack.sequence import not_before

KINDLY = "In words that the child may read one day. Do not name carers or adopters."


@tracked
class AdoptionNotification(Fact):
    """The regional adoption agency heard early that adoption might become the child's plan."""

    notified_on = models.DateField("when was the regional adoption agency told?")

    PRIVACY = classes(key="id child origin", sensitive="notified_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "notified_on"],
                name="adoption_notification_once_a_day",
                violation_error_message="It is already recorded that the agency was told then.",
            )
        ]


class EarlyPermanenceOutcome(models.TextChoices):
    FOSTERING_FOR_ADOPTION = "fostering-for-adoption", "fostering for adoption is planned"
    CONCURRENT = "concurrent", "concurrent planning is planned"
    NOT_SUITABLE = "not-suitable", "it is not right for the child now"
    NO_CARERS = "no-carers", "it would be right, but no carers were found"


@tracked
class EarlyPermanence(Fact):
    """Whether the child could live early with carers who may later adopt was considered."""

    considered_on = models.DateField("when was it considered?")
    outcome = models.CharField(
        "what was decided?", max_length=24, choices=EarlyPermanenceOutcome.choices
    )
    reason = models.CharField("why?", max_length=300, help_text=KINDLY)

    PRIVACY = classes(key="id child origin", sensitive="considered_on outcome reason")

    class Meta:
        verbose_name = "early permanence"
        verbose_name_plural = "early permanence"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "considered_on"],
                name="early_permanence_considered_once_a_day",
                violation_error_message="Early permanence is already recorded as considered then.",
            )
        ]


@tracked
class ChildPermanenceReport(Fact):
    """The report on which the agency decision maker decides.

    `received_on` is the day on which the decision maker had it with all papers, where no panel
    stands between.
    """

    started_on = models.DateField("when did work on it begin?")
    completed_on = models.DateField("when was it signed off?", null=True, blank=True)
    received_on = models.DateField(
        "when did the agency decision maker have it, with all papers?", null=True, blank=True
    )

    PRIVACY = classes(key="id child origin", sensitive="started_on completed_on received_on")

    class Meta:
        constraints = [
            nothing_before(
                "child_permanence_report_started_first",
                "started_on",
                ("completed_on", "received_on"),
                "Work on the report began before it was signed off.",
            ),
            not_before(
                "child_permanence_report_received_after_completion",
                "received_on",
                "completed_on",
                "The report reaches the decision maker after it is signed off.",
            ),
            models.CheckConstraint(
                name="child_permanence_report_is_completed_when_received",
                condition=models.Q(received_on=None) | models.Q(completed_on__isnull=False),
                violation_error_message="Record first when the report was signed off.",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=models.Q(completed_on=None),
                name="child_permanence_report_one_in_hand",
                violation_error_message="Work on a report is already recorded as begun. Record "
                "that it was signed off instead.",
            ),
            models.UniqueConstraint(
                fields=["child", "started_on"],
                name="child_permanence_report_once_a_day",
                violation_error_message="A report begun on that day is already recorded.",
            ),
        ]


class ReexaminationOccasion(models.TextChoices):
    NOT_PLACED = "not-placed", "the child has a placement order and no adoptive home yet"
    TWELVE_MONTHS = "twelve-months", "twelve months have passed since the decision"
    OTHER = "other", "something important changed"


class ReexaminationOutcome(models.TextChoices):
    STILL_RIGHT = "still-right", "adoption is still the right plan"
    SEARCH_DIFFERENTLY = "search-differently", "adoption is still right, and the search changes"
    CHANGE = "change", "another plan would be better"


@tracked
class AdoptionReexamination(Fact):
    """Whether adoption is still right was looked at again, because waiting goes on."""

    held_on = models.DateField("when was the plan looked at again?")
    occasion = models.CharField("why then?", max_length=16, choices=ReexaminationOccasion.choices)
    outcome = models.CharField(
        "what was concluded?", max_length=20, choices=ReexaminationOutcome.choices
    )
    reason = models.CharField("why?", max_length=300, help_text=KINDLY)

    PRIVACY = classes(key="id child origin", sensitive="held_on occasion outcome reason")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "held_on"],
                name="adoption_reexamination_once_a_day",
                violation_error_message="The plan is already recorded as looked at again then.",
            )
        ]
