from django.db import models
from django.db.models.functions import Upper

from adoption.models.constraints import nothing_before
from casetrack.history import tracked
from casetrack.privacy import classes
from casetrack.sequence import not_before


class Adopters(models.TextChoices):
    """Who adopts, in the codes of the return."""

    ONE_MAN = "M1", "one man"
    ONE_WOMAN = "F1", "one woman"
    TWO_MEN = "MM", "two men"
    TWO_WOMEN = "FF", "two women"
    MAN_AND_WOMAN = "MF", "a man and a woman"


class AdopterStatus(models.TextChoices):
    """The legal status of the adopters to each other, in the codes of the return."""

    SINGLE = "L0", "single"
    MARRIED = "L11", "married, a man and a woman"
    MARRIED_SAME = "L12", "married, of the same gender"
    CIVIL_PARTNERS = "L2", "civil partners"
    UNMARRIED = "L3", "not married, a man and a woman"
    UNMARRIED_SAME = "L4", "neither married nor civil partners, of the same gender"


@tracked
class AdopterFamily(models.Model):
    """A family who may adopt, as one authority's adoption work knows it.

    `reference` is the adoption agency's and stands wherever the family is spoken of; who they are
    is read only by those of `adoption.access`. Stage one of their assessment runs from
    `registered_on`, stage two from `stage_two_on`.
    """

    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    reference = models.CharField(max_length=20)
    names = models.CharField(
        "names of the adopters",
        max_length=160,
        blank=True,
        help_text="Only people who work on adoption for a child linked with them can read this.",
    )
    makeup = models.CharField(
        "who would adopt?", max_length=2, choices=Adopters.choices, blank=True
    )
    status = models.CharField(
        "what is their legal status?", max_length=3, choices=AdopterStatus.choices, blank=True
    )
    registered_on = models.DateField(
        "day of registration, when stage one of their assessment began", null=True, blank=True
    )
    stage_one_ended_on = models.DateField("day stage one ended", null=True, blank=True)
    stage_two_on = models.DateField("day stage two began", null=True, blank=True)
    approved_on = models.DateField("day they were approved to adopt", null=True, blank=True)
    left_on = models.DateField("day they left the process", null=True, blank=True)

    PRIVACY = classes(
        key="id authority",
        identity="reference names",
        sensitive="makeup status registered_on stage_one_ended_on stage_two_on approved_on left_on",
    )

    class Meta:
        verbose_name_plural = "adopter families"
        ordering = ["reference"]
        constraints = [
            models.UniqueConstraint(
                "authority",
                Upper("reference"),
                name="adopter_family_once",
                violation_error_message="A family with that reference is already recorded.",
            ),
            nothing_before(
                "adopter_family_registered_first",
                "registered_on",
                ("stage_one_ended_on", "stage_two_on", "approved_on", "left_on"),
                "The adopters registered before anything else could happen.",
            ),
            nothing_before(
                "adopter_family_stage_two_after_stage_one",
                "stage_one_ended_on",
                ("stage_two_on", "approved_on"),
                "Stage two and approval come after the end of stage one.",
            ),
            not_before(
                "adopter_family_approved_after_stage_two",
                "approved_on",
                "stage_two_on",
                "Approval comes after the beginning of stage two.",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
