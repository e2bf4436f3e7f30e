"""What parents agreed to without an order: care under section 20, consent to adoption."""

from django.db import models
from django.db.models import Q

from casetrack.history import tracked
from casetrack.models.facts import Fact
from casetrack.privacy import classes
from casetrack.sequence import both_or_neither, not_before
from casetrack.words import long_day


class AgreedBy(models.TextChoices):
    MOTHER = "mother", "the mother"
    FATHER = "father", "the father"
    PARENTS = "parents", "both parents"
    OTHER = "other", "somebody else with parental responsibility"
    YOUNG_PERSON = "young-person", "the young person, aged 16 or 17"


class AgreementEnd(models.TextChoices):
    WITHDRAWN = "withdrawn", "the agreement was withdrawn"
    HOME = "home", "the child went back to the family"
    ORDER = "order", "a court order took its place"
    OTHER = "other", "it ended in another way"


@tracked
class Section20Agreement(Fact):
    """Who agreed, and when, that the council looks after the child (Children Act 1989, section 20).

    The legal status V2 says that the child is looked after so; this says on whose word it rests.
    """

    agreed_on = models.DateField("day of the agreement")
    agreed_by = models.CharField("who agreed?", max_length=12, choices=AgreedBy)
    way_out = models.CharField(
        "how is it meant to end?",
        max_length=300,
        blank=True,
        help_text="The plan for care by agreement: home by when, or what instead",
    )
    ended_on = models.DateField("day it ended", null=True, blank=True)
    outcome = models.CharField("how did it end?", max_length=9, choices=AgreementEnd, blank=True)

    PRIVACY = classes(
        key="id child origin", sensitive="agreed_on agreed_by way_out ended_on outcome"
    )

    class Meta:
        verbose_name = "section 20 agreement"
        constraints = [
            not_before(
                "section_20_ends_after_it_is_agreed",
                "ended_on",
                "agreed_on",
                "An agreement cannot end before the day of the agreement.",
            ),
            both_or_neither(
                "section_20_end_has_its_day",
                "ended_on",
                "outcome",
                "Enter both the day it ended and how, or neither.",
            ),
            models.UniqueConstraint(
                fields=["child", "agreed_by"],
                condition=Q(ended_on=None),
                name="section_20_one_at_a_time",
                violation_error_message="They have agreed already. Record the end of that "
                "agreement first.",
            ),
            models.UniqueConstraint(
                fields=["child", "agreed_by", "agreed_on"],
                name="section_20_once_a_day",
                violation_error_message="That agreement is already recorded.",
            ),
            models.UniqueConstraint(fields=["id", "child"], name="section_20_of_a_child"),
        ]

    def __str__(self) -> str:
        return f"agreement of {long_day(self.agreed_on)}, {self.get_agreed_by_display()}"


class AgreementReview(models.TextChoices):
    RIGHT = "right", "it is still right"
    END = "end", "it is to end"
    ADVICE = "advice", "lawyers are to be asked"


@tracked
class Section20Review(Fact):
    """Somebody looked whether care by agreement is still right for the child."""

    agreement = models.ForeignKey(
        Section20Agreement, models.PROTECT, related_name="reviews", verbose_name="agreement"
    )
    reviewed_on = models.DateField("day it was looked at")
    outcome = models.CharField("what came of it?", max_length=6, choices=AgreementReview)
    words = models.CharField("in a few words", max_length=300, blank=True)

    PRIVACY = classes(key="id child origin agreement", sensitive="reviewed_on outcome words")

    class Meta:
        verbose_name = "section 20 review"
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "reviewed_on"],
                name="section_20_review_once_a_day",
                violation_error_message="A look at the agreement on that day is already recorded.",
            ),
        ]


class ConsentBy(models.TextChoices):
    MOTHER = "mother", "the mother"
    FATHER = "father", "the father"
    GUARDIAN = "guardian", "a guardian"


@tracked
class AdoptionConsent(Fact):
    """A parent consented to the child being placed for adoption, before a witness from the court.

    Adoption and Children Act 2002, section 19. With `to_order` the parent consented in advance to
    the adoption order as well (section 20); a mother cannot within six weeks of the birth (section
    52). Either may be withdrawn until an adoption is applied for.
    """

    given_on = models.DateField("day consent was given")
    given_by = models.CharField("who gave it?", max_length=8, choices=ConsentBy)
    to_order = models.BooleanField("also to the adoption order, in advance", default=False)
    witnessed_by = models.CharField(
        "who witnessed it?",
        max_length=120,
        blank=True,
        help_text="The officer of the Children and Family Court Advisory and Support Service "
        "(Cafcass)",
    )
    withdrawn_on = models.DateField("day it was withdrawn", null=True, blank=True)

    PRIVACY = classes(
        key="id child origin",
        sensitive="given_on given_by to_order withdrawn_on",
        staff="witnessed_by",
    )

    class Meta:
        verbose_name = "consent to adoption"
        verbose_name_plural = "consents to adoption"
        constraints = [
            not_before(
                "adoption_consent_withdrawn_after_it_is_given",
                "withdrawn_on",
                "given_on",
                "Consent cannot be withdrawn before the day it was given.",
            ),
            models.UniqueConstraint(
                fields=["child", "given_by", "given_on"],
                name="adoption_consent_once_a_day",
                violation_error_message="That consent is already recorded.",
            ),
        ]
