"""The way to court and through it: legal advice, the letter before, hearings, the last day."""

from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from casetrack.sequence import both_or_neither, not_before, not_both, only_with
from casetrack.words import long_day

FURTHER_DAYS = 181
"""26 weeks with the day of issue as their first day: the last is 181 days after it."""


class GatewayDecision(models.TextChoices):
    ISSUE = "issue", "go to court now"
    PRE_PROCEEDINGS = "pre-proceedings", "send a letter before proceedings"
    SECTION_20 = "section-20", "care by agreement with the parents (section 20)"
    SUPPORT = "support", "work with the family without the court"
    DISCHARGE = "discharge", "ask the court to end an order"
    MORE = "more", "more has to be known first"
    OTHER = "other", "something else"


@tracked
class LegalGateway(Fact):
    """The panel of managers and lawyers was asked whether and how to go to court, and decided."""

    referred_on = models.DateField("day the panel was asked", null=True, blank=True)
    decided_on = models.DateField("day the panel decided", null=True, blank=True)
    decision = models.CharField(
        "what did the panel decide?", max_length=15, choices=GatewayDecision, blank=True
    )
    words = models.CharField("in its own words", max_length=300, blank=True)

    PRIVACY = classes(key="id child origin", sensitive="referred_on decided_on decision words")

    class Meta:
        verbose_name = "legal gateway"
        constraints = [
            models.CheckConstraint(
                name="legal_gateway_has_a_day",
                condition=Q(referred_on__isnull=False) | Q(decided_on__isnull=False),
                violation_error_message="Enter the day the panel was asked or the day it decided.",
            ),
            not_before(
                "legal_gateway_decides_after_it_is_asked",
                "decided_on",
                "referred_on",
                "The panel cannot decide before the day it was asked.",
            ),
            both_or_neither(
                "legal_gateway_decision_has_its_day",
                "decided_on",
                "decision",
                "Enter both the day of the decision and what was decided, or neither.",
            ),
            only_with(
                "legal_gateway_words_of_a_decision",
                "decided_on",
                "words",
                "Enter the day of the decision.",
            ),
            models.UniqueConstraint(
                fields=["child", "decided_on", "decision"],
                name="legal_gateway_decision_once_a_day",
                violation_error_message="That decision is already recorded.",
            ),
            models.UniqueConstraint(
                fields=["child", "referred_on"],
                name="legal_gateway_asked_once_a_day",
                violation_error_message="The panel is already recorded as asked on that day.",
            ),
        ]


class PreProceedingsOutcome(models.TextChoices):
    STEPPED_DOWN = "stepped-down", "things are better, and the court is not needed"
    ISSUED = "issued", "the council went to court"
    WITH_FAMILY = "with-family", "the child is safe with family"
    OTHER = "other", "something else"


@tracked
class PreProceedings(Fact):
    """From the letter before proceedings, which tells parents what must change, to its outcome."""

    letter_sent_on = models.DateField("day the letter before proceedings was sent")
    ended_on = models.DateField("day pre-proceedings ended", null=True, blank=True)
    outcome = models.CharField(
        "how did they end?", max_length=12, choices=PreProceedingsOutcome, blank=True
    )

    PRIVACY = classes(key="id child origin", sensitive="letter_sent_on ended_on outcome")

    class Meta:
        verbose_name = verbose_name_plural = "pre-proceedings"
        constraints = [
            not_before(
                "pre_proceedings_end_after_the_letter",
                "ended_on",
                "letter_sent_on",
                "Pre-proceedings cannot end before the letter was sent.",
            ),
            both_or_neither(
                "pre_proceedings_outcome_has_its_day",
                "ended_on",
                "outcome",
                "Enter both the day pre-proceedings ended and how, or neither.",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(ended_on=None),
                name="pre_proceedings_one_at_a_time",
                violation_error_message="Pre-proceedings are going on already. Record their end "
                "first.",
            ),
            models.UniqueConstraint(
                fields=["child", "letter_sent_on"],
                name="pre_proceedings_one_letter_a_day",
                violation_error_message="A letter of that day is already recorded.",
            ),
            models.UniqueConstraint(fields=["id", "child"], name="pre_proceedings_of_a_child"),
        ]

    def __str__(self) -> str:
        return f"letter of {long_day(self.letter_sent_on)}"


class MeetingPurpose(models.TextChoices):
    FIRST = "first", "first meeting"
    REVIEW = "review", "review meeting"
    FINAL = "final", "last meeting"


@tracked
class PreProceedingsMeeting(Fact):
    """Parents and their lawyers met the council to agree what has to change."""

    pre_proceedings = models.ForeignKey(
        PreProceedings, models.PROTECT, related_name="meetings", verbose_name="pre-proceedings"
    )
    purpose = models.CharField("which meeting was it?", max_length=6, choices=MeetingPurpose)
    held_on = models.DateField("day of the meeting")
    agreed = models.CharField("what was agreed?", max_length=300, blank=True)

    PRIVACY = classes(key="id child origin pre_proceedings", sensitive="purpose held_on agreed")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pre_proceedings", "held_on"],
                name="pre_proceedings_meeting_once_a_day",
                violation_error_message="A meeting of that day is already recorded.",
            ),
        ]


class ProceedingsKind(models.TextChoices):
    CARE = "care", "care or supervision order"
    PLACEMENT = "placement", "placement order"
    DISCHARGE = "discharge", "discharge of an order"
    DEPRIVATION_OF_LIBERTY = "deprivation-of-liberty", "deprivation of liberty"
    SPECIAL_GUARDIANSHIP = "special-guardianship", "special guardianship"
    ADOPTION = "adoption", "adoption order"
    PRIVATE = "private", "private law: between members of the family"
    OTHER = "other", "something else"


class ProceedingsOutcome(models.TextChoices):
    ORDER = "order", "the court made an order"
    NO_ORDER = "no-order", "the court made no order"
    REFUSED = "refused", "the court refused the application"
    WITHDRAWN = "withdrawn", "the application was withdrawn"
    OTHER = "other", "something else"


@tracked
class Proceedings(Fact):
    """An application that a court issued, until it is concluded.

    Care proceedings are to be concluded within 26 weeks of the day of issue, which is their first
    day (Children Act 1989, section 32). The orders made in them are facts of their own.
    """

    kind = models.CharField("what was the court asked for?", max_length=22, choices=ProceedingsKind)
    issued_on = models.DateField("day the court issued the application")
    reference = models.CharField("court’s case number", max_length=40, blank=True)
    court = models.CharField("which court?", max_length=120, blank=True)
    concluded_on = models.DateField("day the proceedings were concluded", null=True, blank=True)
    outcome = models.CharField(
        "how were they concluded?", max_length=9, choices=ProceedingsOutcome, blank=True
    )

    PRIVACY = classes(
        key="id child origin", sensitive="kind issued_on reference court concluded_on outcome"
    )

    class Meta:
        verbose_name = verbose_name_plural = "proceedings"
        constraints = [
            not_before(
                "proceedings_concluded_after_issue",
                "concluded_on",
                "issued_on",
                "Proceedings cannot be concluded before the day they were issued.",
            ),
            both_or_neither(
                "proceedings_outcome_has_its_day",
                "concluded_on",
                "outcome",
                "Enter both the day the proceedings were concluded and how, or neither.",
            ),
            models.UniqueConstraint(
                fields=["child", "kind", "issued_on"],
                name="proceedings_once_a_day",
                violation_error_message="Proceedings of that kind and day are already recorded.",
            ),
            models.UniqueConstraint(fields=["id", "child"], name="proceedings_of_a_child"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, issued on {long_day(self.issued_on)}"


class HearingPurpose(models.TextChoices):
    FIRST = "first", "first hearing"
    CASE_MANAGEMENT = "case-management", "case management hearing"
    ISSUES_RESOLUTION = "issues-resolution", "issues resolution hearing"
    FINAL = "final", "final hearing"
    OTHER = "other", "other hearing"


@tracked
class Hearing(Fact):
    """A hearing listed for a day, and whether it was held or vacated.

    A hearing that is moved is vacated, and listed anew. `held_on` is its last day, where it took
    several.
    """

    proceedings = models.ForeignKey(
        Proceedings, models.PROTECT, related_name="hearings", verbose_name="proceedings"
    )
    purpose = models.CharField("which hearing is it?", max_length=17, choices=HearingPurpose)
    listed_on = models.DateField("day the hearing is listed for")
    held_on = models.DateField(
        "day it was held",
        null=True,
        blank=True,
        help_text="Its last day, where it took several. Leave it empty for a hearing to come.",
    )
    vacated_on = models.DateField(
        "day it was called off",
        null=True,
        blank=True,
        help_text="A hearing that is moved is called off, and the new one recorded",
    )
    decided = models.CharField("what did the court decide?", max_length=300, blank=True)
    vacated_because = models.CharField("why was it called off?", max_length=300, blank=True)

    PRIVACY = classes(
        key="id child origin proceedings",
        sensitive="purpose listed_on held_on vacated_on decided vacated_because",
    )

    class Meta:
        constraints = [
            not_before(
                "hearing_held_when_listed",
                "held_on",
                "listed_on",
                "A hearing is held on the day it is listed for, or ends later. If it was moved, "
                "call it off and record the new one.",
            ),
            not_both(
                "hearing_held_or_vacated",
                "held_on",
                "vacated_on",
                "A hearing is held or called off, not both.",
            ),
            models.CheckConstraint(
                name="hearing_vacated_by_its_day",
                condition=Q(vacated_on__lte=F("listed_on")),
                violation_error_message="A hearing is called off by the day it is listed for.",
            ),
            only_with(
                "hearing_decides_when_held",
                "held_on",
                "decided",
                "Enter the day the hearing was held.",
            ),
            only_with(
                "hearing_vacated_because",
                "vacated_on",
                "vacated_because",
                "Enter the day the hearing was called off.",
            ),
            models.UniqueConstraint(
                fields=["proceedings", "purpose", "listed_on"],
                condition=Q(vacated_on=None),
                name="hearing_listed_once_a_day",
                violation_error_message="That hearing is already recorded.",
            ),
        ]


@tracked
class ProceedingsExtension(Fact):
    """The court gave care proceedings more time than the 26 weeks, or than an earlier extension.

    Children Act 1989, section 32(5): only where it is needed to decide justly, with its reason.
    """

    proceedings = models.ForeignKey(
        Proceedings, models.PROTECT, related_name="extensions", verbose_name="proceedings"
    )
    ordered_on = models.DateField("day the court gave more time")
    until_on = models.DateField("new last day of the proceedings")
    reason = models.CharField("why?", max_length=300)

    PRIVACY = classes(key="id child origin proceedings", sensitive="ordered_on until_on reason")

    class Meta:
        constraints = [
            not_before(
                "proceedings_extension_reaches_ahead",
                "until_on",
                "ordered_on",
                "The new last day is not before the day the court gave more time.",
            ),
            models.UniqueConstraint(
                fields=["proceedings", "ordered_on"],
                name="proceedings_extension_once_a_day",
                violation_error_message="An extension of that day is already recorded.",
            ),
            models.CheckConstraint(
                name="proceedings_extension_has_a_reason",
                condition=Q(reason__regex=r"\S"),
                violation_error_message="Write why the court gave more time.",
            ),
        ]
