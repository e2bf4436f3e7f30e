"""What all facts about a child share: whose they are, and where they came from."""

from django.db import models

from casetrack.periods import Period, PeriodQuerySet


class Origin(models.TextChoices):
    RETURN = "return", "from a return"
    PERSON = "person", "recorded by a person"


class Fact(models.Model):
    """Something that happened in a child's life, dated. An import never overwrites a person's."""

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="%(class)s_facts")
    origin = models.CharField(max_length=6, choices=Origin, default=Origin.PERSON)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class PeriodFact(Period, Fact):
    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
