import uuid

from django.db import models
from django.db.models import F, Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from casetrack.sequence import only_with


@tracked
class AgreedAction(Fact):
    """Something that somebody agreed to do for a child by a day, and whether it was done.

    `decision` is that of a group to carry out; `review` decided it, or an officer asked for it at a
    `mid_point`, and then it is the officer's own. `told` was told by the mail of `told_on` that the
    group expects it, or that somebody chased it; both are emptied where the next mail should.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.CharField("what is to be done?", max_length=500)
    owner = models.ForeignKey(
        "casetrack.Worker",
        models.PROTECT,
        related_name="agreed_actions",
        verbose_name="who is to do it?",
    )
    agreed_on = models.DateField("when was it agreed?")
    due_on = models.DateField("by which day?")
    done_on = models.DateField("when was it done?", null=True, blank=True)
    evidence = models.CharField(
        "what shows that it was done?", max_length=300, blank=True, db_default=""
    )
    decision = models.OneToOneField(
        "permanence.Decision", models.PROTECT, null=True, blank=True, related_name="action"
    )
    review = models.ForeignKey(
        "permanence.Review",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="actions",
    )
    mid_point = models.ForeignKey(
        "permanence.MidPoint",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="actions",
    )
    chased_at = models.DateTimeField(null=True, editable=False)
    chased_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, editable=False, related_name="+"
    )
    told = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, editable=False, related_name="+"
    )
    told_on = models.DateField(null=True, editable=False)

    PRIVACY = classes(
        key="id uuid child origin decision review mid_point",
        open="chased_at told_on",
        staff="owner chased_by told",
        sensitive="text agreed_on due_on done_on evidence",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id", "child"], name="agreed_action_of_a_child"),
            models.CheckConstraint(
                name="agreed_action_due_after_it_is_agreed",
                condition=Q(due_on__gte=F("agreed_on")),
                violation_error_message="It cannot be due before it was agreed.",
            ),
            models.CheckConstraint(
                name="agreed_action_done_after_it_is_agreed",
                condition=Q(done_on=None) | Q(done_on__gte=F("agreed_on")),
                violation_error_message="It cannot be done before it was agreed.",
            ),
            models.CheckConstraint(
                name="agreed_action_comes_from_one",
                condition=Q(decision=None, review=None)
                | Q(decision=None, mid_point=None)
                | Q(review=None, mid_point=None),
            ),
            only_with(
                "agreed_action_evidence_once_it_is_done",
                "done_on",
                "evidence",
                "Enter the day on which it was done.",
            ),
        ]
