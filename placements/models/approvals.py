"""Who may care for the child, and what needs somebody's approval before it happens."""

from django.db import models
from django.db.models import F, Q

from casetrack import words
from casetrack.history import tracked
from casetrack.models.facts import Fact, PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes
from placements.models.homes import Home


class ApprovedAs(models.TextChoices):
    """In what way carers are approved; the regulations are those of 2010 on care planning."""

    TEMPORARY = "temporary", "relatives or friends, for a time (regulation 24)"
    MAY_ADOPT = "may-adopt", "carers who may adopt the child (regulation 25A)"
    FOSTER = "foster", "foster carers"
    LONG_TERM = "long-term", "long-term foster carers"


class ExtendedBecause(models.TextChoices):
    UNFINISHED = "unfinished", "the assessment is not finished"
    REVIEW = "review", "the carers asked for an independent review of a refusal"


class ApprovalEnded(models.TextChoices):
    APPROVED = "approved", "approved as foster carers"
    MOVED = "moved", "the child moved"
    ORDER = "order", "an order was made to the carers"
    REFUSED = "refused", "full approval was refused"
    WITHDRAWN = "withdrawn", "the carers withdrew"
    EXPIRED = "expired", "it ran out"


@tracked
class CarerApproval(PeriodFact):
    """The carers in a home are approved to look after this child, from `starts_on`.

    A temporary approval holds for one child until `expires_on`, and once longer, until
    `extended_until`. The other kinds last until they end; a foster carer's approval is kept on the
    record of each child who lives there. A temporary approval that ran out stays open until
    somebody says what became of it, because running out ends nothing by itself.
    """

    home = models.ForeignKey(Home, models.PROTECT, related_name="approvals")
    kind = models.CharField("approved as", max_length=9, choices=ApprovedAs)
    expires_on = models.DateField(
        "until when?",
        null=True,
        blank=True,
        help_text="For a temporary approval. Leave it empty for the full 16 weeks.",
    )
    approved_by = models.CharField(
        "who approved it?", max_length=120, help_text="The nominated officer or the panel."
    )
    extended_on = models.DateField("when was it extended?", null=True, blank=True)
    extended_until = models.DateField("extended until when?", null=True, blank=True)
    extended_because = models.CharField(
        "why was it extended?", max_length=10, choices=ExtendedBecause, blank=True
    )
    extension_notes = models.TextField(
        "what did the fostering panel say, and when was the reviewing officer told?", blank=True
    )
    end_reason = models.CharField(
        "why did it end?", max_length=9, choices=ApprovalEnded, blank=True
    )

    PRIVACY = classes(
        key="id child origin",
        where="home",
        sensitive="starts_on ends_on start_known kind expires_on extended_on extended_until"
        " extended_because extension_notes end_reason",
        staff="approved_by",
    )

    class Meta:
        constraints = [
            positive_length(
                "carer_approval_is_not_empty",
                says="An approval must end after the day it was given.",
            ),
            one_at_a_time(
                "carer_approval_one_at_a_time",
                "child",
                "home",
                "kind",
                says="The home is already approved in that way during that time.",
            ),
            models.CheckConstraint(
                name="carer_approval_expires_where_temporary",
                condition=Q(
                    kind=ApprovedAs.TEMPORARY,
                    expires_on__isnull=False,
                    expires_on__gt=F("starts_on"),
                )
                | (~Q(kind=ApprovedAs.TEMPORARY) & Q(expires_on=None)),
                violation_error_message="A temporary approval, and no other, has a day on which it "
                "runs out, after the day it was given.",
            ),
            models.CheckConstraint(
                name="carer_approval_extension_is_whole",
                condition=Q(
                    extended_on=None,
                    extended_until=None,
                    extended_because="",
                    extension_notes="",
                )
                | (
                    Q(extended_on__isnull=False, extended_until__isnull=False)
                    & Q(extended_on__gte=F("starts_on"), extended_until__gt=F("expires_on"))
                    & Q(kind=ApprovedAs.TEMPORARY)
                    & ~Q(extended_because="")
                ),
                violation_error_message="An extension has a day, a reason and a new end, which is "
                "later than the first.",
            ),
            models.CheckConstraint(
                name="carer_approval_end_has_its_reason",
                condition=Q(ends_on=None, end_reason="")
                | (Q(ends_on__isnull=False) & ~Q(end_reason="")),
                violation_error_message="Enter both when and why the approval ended.",
            ),
        ]


class ApprovalOf(models.TextChoices):
    """What may not happen before somebody senior has agreed to it."""

    WITH_PARENTS = "parents", "living with parents under a care order"
    WITH_PARENTS_AT_ONCE = "parents-at-once", "living with parents before the assessment is done"
    OVERNIGHTS = "overnights", "staying overnight with parents, on the way home"
    CONNECTED = "connected", "living with a relative or friend"
    OUT_OF_AREA = "out-of-area", "a home outside the area"
    DISTANT = "distant", "a home far from the area"
    OTHER_COUNCIL = "other-council", "a home that belongs to another council"
    RESIDENTIAL = "residential", "a children’s home"
    SOLO = "solo", "a home for one child alone"
    UNREGISTERED = "unregistered", "a home that is not registered"
    ENDING_CARE = "ending-care", "no longer being looked after"


@tracked
class ApprovalRequest(Fact):
    """Somebody senior was asked to agree to what is to begin on `needed_on`.

    Whether approval came late is derived: decided after `needed_on`, or not yet.
    """

    kind = models.CharField("approval of what?", max_length=15, choices=ApprovalOf)
    asked_on = models.DateField("when was approval asked for?")
    needed_on = models.DateField(
        "from when is it needed?", help_text="The day on which it begins, or began."
    )
    reason = models.TextField("why is it right for the child?")

    PRIVACY = classes(key="id child origin", sensitive="kind asked_on needed_on reason")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "kind", "asked_on"],
                name="approval_request_once_a_day",
                violation_error_message="That approval was already asked for on that day.",
            ),
            # For the foreign key of two columns by which a decision is of the same child.
            models.UniqueConstraint(fields=["id", "child"], name="approval_request_of_a_child"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, asked for on {words.long_day(self.asked_on)}"


class Decision(models.TextChoices):
    APPROVED = "approved", "approved"
    REFUSED = "refused", "not approved"


class DecidedAs(models.TextChoices):
    NOMINATED_OFFICER = "nominated-officer", "nominated officer"
    HEAD_OF_SERVICE = "head-of-service", "head of service"
    DIRECTOR = "director", "director of children’s services"
    PANEL = "panel", "panel"


@tracked
class ApprovalDecision(Fact):
    """What was decided on a request, by whom and in what office."""

    request = models.OneToOneField(
        ApprovalRequest,
        models.PROTECT,
        related_name="decision",
        verbose_name="what was asked for",
        error_messages={"unique": "That request has been decided already"},
    )
    decision = models.CharField("what was decided?", max_length=8, choices=Decision)
    decided_on = models.DateField("when was it decided?")
    decided_by = models.CharField("who decided?", max_length=120)
    decided_as = models.CharField("in what office?", max_length=17, choices=DecidedAs)
    conditions = models.TextField("on what conditions, or why not?", blank=True)

    PRIVACY = classes(
        key="id child origin request",
        sensitive="decision decided_on conditions",
        staff="decided_by decided_as",
    )
