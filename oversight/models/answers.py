from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Q
from django.db.models.functions import Least

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from casetrack.sequence import not_before
from oversight.models.causes import Cause

EPISODE = ("child", "clock", "subject", "started_on")
"""What makes a wait the same wait, however often it is computed again."""
MOST_MONTHS = 3
"""So long may one justification hold; it is renewed once at most."""


class AnswerKind(models.TextChoices):
    REASON = "reason", "reason noted"
    ASKED = "asked", "asked to be justified"
    JUSTIFIED = "justified", "delay justified"
    REFUSED = "refused", "not justified"


WEIGHED = [AnswerKind.ASKED, AnswerKind.JUSTIFIED, AnswerKind.REFUSED]
"""The kinds of an answer that somebody asked another to agree to."""


class AnswerQuerySet(models.QuerySet):
    def standing(self, day: object) -> "AnswerQuerySet":
        """Justified delays that hold on `day`: a date, or an expression of one."""
        return self.filter(
            Q(ended_on=None) | Q(ended_on__gt=day),
            kind=AnswerKind.JUSTIFIED,
            answered_on__lte=day,
            until__gt=day,
        )


@tracked
class Answer(Fact):
    """What somebody said about one wait of a child: (child, clock, subject, start of the wait).

    A noted reason explains and changes nothing. A justified delay turns red to amber from
    `answered_on` until `until`, or until `ended_on` where it ended early; it is shown all the
    while, and ends by itself. It begins as a request (`asked_on`, `asked_by`), which changes
    nothing; `answered_by` is then who agreed, in the role `answered_as`, or who refused. `because`
    says why it was refused, or ended early. `decision` is that of a group which agreed.
    """

    clock = models.CharField(max_length=60)
    subject = models.CharField(max_length=80, default="child")
    started_on = models.DateField()
    kind = models.CharField(max_length=10, choices=AnswerKind)
    cause = models.CharField("what holds it up?", max_length=16, choices=Cause, blank=True)
    reason = models.CharField("why does it take so long?", max_length=500)
    answered_on = models.DateField()
    answered_by = models.ForeignKey("casetrack.User", models.PROTECT)
    answered_as = models.CharField(max_length=30, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, blank=True, related_name="asked"
    )
    until = models.DateField("until when?", null=True, blank=True)
    ended_on = models.DateField("from which day is it justified no longer?", null=True, blank=True)
    because = models.CharField("why?", max_length=500, blank=True)
    decision = models.ForeignKey(
        "permanence.Decision", models.PROTECT, null=True, blank=True, related_name="answers"
    )

    objects = AnswerQuerySet.as_manager()

    PRIVACY = classes(
        key="id child origin clock subject answered_as decision",
        staff="answered_by asked_by",
        sensitive="started_on kind cause reason answered_on asked_on until ended_on because",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answer_weighed_is_whole",
                condition=~Q(kind__in=WEIGHED)
                | (
                    Q(asked_on__isnull=False, asked_by__isnull=False, until__isnull=False)
                    & Q(reason__regex=r"\S")
                    & ~Q(cause="")
                ),
                violation_error_message="Say what holds it up, why, and until when.",
            ),
            models.CheckConstraint(
                name="answer_justified_has_an_end",
                condition=~Q(kind="justified") | Q(until__gt=F("answered_on")),
                violation_error_message="The day on which it is looked at again has passed.",
            ),
            models.CheckConstraint(
                name="answer_justified_for_so_long_at_most",
                condition=Q(
                    until__lte=Func(
                        F("answered_on"),
                        template=f"(%(expressions)s + interval '{MOST_MONTHS} months')::date",
                        output_field=models.DateField(),
                    )
                ),
                violation_error_message="A delay is justified for three months at most.",
            ),
            models.CheckConstraint(
                name="answer_agreed_by_another",
                condition=~Q(kind__in=["justified", "refused"])
                | ~Q(asked_by=F("answered_by"), asked_by__isnull=False),
                violation_error_message="Whoever asks cannot be the one who agrees.",
            ),
            not_before(
                "answer_answered_after_it_is_asked",
                "answered_on",
                "asked_on",
                "It was not asked for yet on that day.",
            ),
            models.CheckConstraint(
                name="answer_ends_early_in_words",
                condition=Q(kind="refused", ended_on=None, because__regex=r"\S")
                | Q(ended_on=None, because="") & ~Q(kind="refused")
                | Q(kind="justified", ended_on__isnull=False, because__regex=r"\S"),
                violation_error_message="Write why.",
            ),
            models.CheckConstraint(
                name="answer_ends_early_within_its_days",
                condition=Q(ended_on=None)
                | Q(ended_on__gte=F("answered_on"), ended_on__lte=F("until")),
                violation_error_message="It was not justified on that day.",
            ),
            models.UniqueConstraint(
                name="answer_asked_once_at_a_time",
                fields=EPISODE,
                condition=Q(kind="asked"),
                violation_error_message="It is asked for already, and not decided yet.",
            ),
            ExclusionConstraint(
                name="answer_justified_once_at_a_time",
                expressions=[(key, RangeOperators.EQUAL) for key in EPISODE]
                + [
                    (
                        Func(
                            "answered_on",
                            Least("until", "ended_on"),
                            function="DATERANGE",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    )
                ],
                condition=Q(kind="justified"),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="The delay is justified already on that day.",
            ),
            # For the foreign keys of two columns by which what follows is of the same child.
            models.UniqueConstraint(fields=["id", "child"], name="answer_of_a_child"),
        ]

    @property
    def said_on(self) -> date:
        """The day from which there is anything to show of it."""
        return self.asked_on or self.answered_on

    def stands_on(self, day: date) -> bool:
        """Whether it is a justified delay that holds on `day`; `standing` of the database."""
        return (
            self.kind == AnswerKind.JUSTIFIED
            and self.answered_on <= day < (self.until or day)
            and (self.ended_on is None or day < self.ended_on)
        )


@tracked
class Dissent(Fact):
    """The reviewing officer does not agree that a delay is justified, which is shown beside it.

    It ends nothing: the officer may challenge the delay as well.
    """

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="dissent")
    dissented_on = models.DateField("when did you say so?")
    dissented_by = models.ForeignKey("casetrack.User", models.PROTECT)
    reason = models.CharField("why do you not agree?", max_length=500)

    PRIVACY = classes(
        key="id child origin answer", staff="dissented_by", sensitive="dissented_on reason"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dissent_has_a_reason",
                condition=Q(reason__regex=r"\S"),
                violation_error_message="Write why you do not agree.",
            ),
        ]


class JustifiedNotice(models.Model):
    """A delay was justified, and the child's reviewing officer is to be told in the next digest."""

    user = models.ForeignKey("casetrack.User", models.CASCADE, related_name="justified_notices")
    answer = models.ForeignKey(Answer, models.CASCADE, related_name="notices")
    told_on = models.DateField(null=True)

    PRIVACY = classes(key="id user answer", open="told_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "answer"], name="told_of_a_justified_delay_once"
            )
        ]

    def __str__(self) -> str:
        return f"notice of a justified delay {self.pk}"
