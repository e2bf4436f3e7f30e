"""Whether people can care for the child, and whether an order at home is still needed."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.models import Relative
from casetrack.record.kind import Group, Kind, Told
from casetrack.record.step import step, within
from placements.kinds import after
from placements.models import AssessmentOf, HomeAssessment, OrderQuestion


def _who(fact: Any) -> str:
    return ", ".join(str(who) for who in (fact.relative, fact.people) if who)


def why_not_assess(fact: HomeAssessment) -> str:
    """Why they cannot be assessed so; empty where they can."""
    relative = fact.relative
    if relative is None:
        return ""
    if relative.child_id != fact.child_id:
        return "They were put forward for another child."
    is_new = fact.pk is None and fact.kind == AssessmentOf.VIABILITY
    if is_new and relative.viability_done_on is not None:
        return "The first look at them is recorded where they were put forward."
    return ""


def _assessment(fact: Any) -> Iterator[Told]:
    began = {
        AssessmentOf.PARENTS: "An assessment of living with parents began",
        AssessmentOf.VIABILITY: "A first look at a relative or friend as carers began",
        AssessmentOf.FULL: "A full assessment of a relative or friend as carers began",
    }[fact.kind]
    yield Told(fact.started_on, f"{began}: {_who(fact)}.")
    if fact.completed_on is not None:
        found = f"{_who(fact)}: {fact.get_finding_display()}.{after(fact.summary)}"
        yield Told(fact.completed_on, f"The assessment was completed. {found}")


def _question(fact: Any) -> Iterator[Told]:
    answer = f"{fact.get_answer_display()}.{after(fact.reason)}"
    yield Told(fact.asked_on, f"Asked whether the care order is still needed: {answer}")


KINDS = (
    Kind(
        code="home-assessment",
        title="Assessment of parents, relatives or friends as carers",
        group=Group.HOME,
        model=HomeAssessment,
        permission=Permission.RECORD_HOMES,
        asks=("kind", "relative", "people", "started_on"),
        choices={"relative": lambda child: Relative.objects.filter(child=child).order_by("name")},
        act=within("home-assessment", HomeAssessment, "relative", why_not_assess),
        rule=why_not_assess,
        tell=_assessment,
        related=("relative",),
        before_birth=True,
        mends=("kind", "relative", "people", "started_on", "completed_on", "finding", "summary"),
        changes=(
            step(
                "home-assessment",
                "completed",
                "The assessment was completed",
                HomeAssessment,
                ("completed_on", "finding"),
                also=("summary",),
                offered=lambda fact: fact.completed_on is None,
            ),
        ),
    ),
    Kind(
        code="order-question",
        title="Is the order still needed?",
        group=Group.PLAN,
        model=OrderQuestion,
        permission=Permission.RECORD_REVIEWS,
        hint="For a child who lives at home under a care order: asked at every review and halfway "
        "between reviews.",
        asks=("asked_on", "answer", "reason"),
        tell=_question,
    ),
)
