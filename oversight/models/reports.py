"""What the IRO manager writes for the annual report of the reviewing officers: words, no figure."""

from django.db import models

from casetrack.history import tracked
from casetrack.privacy import classes


class ReportSection(models.TextChoices):
    """The parts of the report, in their order; the last has words alone."""

    OFFICERS = "officers", "Our officers and their workload"
    TIMELINESS = "timeliness", "Reviews, and what follows them"
    PARTICIPATION = "participation", "How children take part"
    MID_POINTS = "mid-points", "Between reviews"
    CHALLENGES = "challenges", "What officers challenged, and what came of it"
    NEXT = "next", "What we will do next"


@tracked
class ReportWords(models.Model):
    """The words of one section of one year's report, from April of `year`; it names no child.

    The history keeps every earlier wording.
    """

    authority = models.ForeignKey("casetrack.Authority", models.CASCADE)
    year = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=13, choices=ReportSection)
    text = models.TextField(
        "what do you want to say?", blank=True, help_text="Never a child’s name."
    )
    written_by = models.ForeignKey("casetrack.User", models.PROTECT, related_name="+")

    PRIVACY = classes(key="id authority", open="year section text", staff="written_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "year", "section"], name="report_words_once"
            )
        ]

    def __str__(self) -> str:
        return f"words {self.pk}"
