from django.db import models

from casetrack.history import tracked
from casetrack.models.children import YesNoNotKnown
from casetrack.models.facts import PeriodFact
from casetrack.periods import one_at_a_time, positive_length
from casetrack.privacy import classes


class Relationship(models.TextChoices):
    MOTHER = "mother", "mother"
    FATHER = "father", "father"
    STEP_PARENT = "step-parent", "step-parent"
    SIBLING = "sibling", "brother or sister who is not in care"
    GRANDPARENT = "grandparent", "grandparent"
    AUNT_OR_UNCLE = "aunt-or-uncle", "aunt or uncle"
    RELATIVE = "relative", "other relative"
    FRIEND = "friend", "friend"
    FORMER_CARER = "former-carer", "former carer"
    ADVOCATE = "advocate", "advocate"
    INDEPENDENT_VISITOR = "independent-visitor", "independent visitor"
    OTHER = "other", "somebody else"


@tracked
class ImportantPerson(PeriodFact):
    """Somebody who matters in the child's life, for as long as they do.

    `not_to_know` marks a person who must not be told where the child lives. Brothers and sisters
    in care are joined in a sibling group instead, because they have records of their own.
    """

    name = models.CharField(max_length=120)
    relationship = models.CharField("who this is to the child", max_length=19, choices=Relationship)
    parental_responsibility = models.CharField(
        max_length=9,
        choices=YesNoNotKnown,
        db_default=YesNoNotKnown.NOT_KNOWN,
        help_text="Whether this person has the rights and duties of a parent in law",
    )
    not_to_know = models.BooleanField("must not be told where the child lives", default=False)
    telephone = models.CharField(max_length=40, blank=True)
    notes = models.TextField(blank=True)

    PRIVACY = classes(
        key="id child origin",
        sensitive="starts_on ends_on start_known name relationship parental_responsibility"
        " not_to_know telephone notes",
    )

    class Meta:
        verbose_name_plural = "important people"
        constraints = [
            positive_length("important_person_is_not_empty"),
            one_at_a_time("important_person_one_at_a_time", "child", "name", "relationship"),
            models.CheckConstraint(
                name="important_person_has_a_name",
                condition=models.Q(name__regex=r"\S"),
                violation_error_message="Enter the person's name.",
            ),
        ]
