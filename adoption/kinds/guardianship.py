"""Special guardianship and child arrangements: each person looked at, side by side."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from adoption.kinds import or_none, step
from adoption.models import (
    Assessed,
    GuardianshipSupportReview,
    ProspectiveGuardian,
    Viability,
)
from casetrack.access.permissions import Permission
from casetrack.models import Relative
from casetrack.record.kind import Group, Kind, Told
from casetrack.record.step import within

CODE = "prospective-guardian"


@dataclass(frozen=True)
class Stage:
    """A step that one person goes: its page, the fields it fills, and what is told of it."""

    code: str
    title: str
    asks: tuple[str, ...]
    tell: Callable[[Any], str]
    unless: Callable[[Any], bool] = lambda fact: False
    """Whether it is known already of the relative whom the fact is about."""

    @property
    def day(self) -> str:
        return self.asks[0]


STAGES = (
    Stage(
        "viability-began",
        "The viability assessment began",
        ("viability_started_on",),
        lambda fact: "a first assessment (viability assessment) began.",
        unless=lambda fact: _known(fact, "viability_started_on", "viability_done_on"),
    ),
    Stage(
        "viability",
        "The viability assessment was finished",
        ("viability_concluded_on", "viability"),
        lambda fact: (
            "the first assessment (viability assessment) was finished: "
            f"{fact.get_viability_display()}."
        ),
        unless=lambda fact: _known(fact, "viability_done_on"),
    ),
    Stage(
        "assessment-began",
        "The full assessment began",
        ("assessment_started_on",),
        lambda fact: "the full assessment began.",
    ),
    Stage(
        "assessment",
        "The full assessment was finished",
        ("assessment_completed_on", "assessed"),
        lambda fact: f"the full assessment was finished: {fact.get_assessed_display()}.",
    ),
    Stage(
        "confirmed",
        "They confirmed that they want this",
        ("intention_confirmed_on",),
        lambda fact: f"they confirmed that they want {_order(fact)}.",
    ),
    Stage(
        "support-drafted",
        "The support plan was drafted",
        ("support_plan_drafted_on",),
        lambda fact: "a plan of support was drafted.",
    ),
    Stage(
        "support-agreed",
        "The support plan was agreed",
        ("support_plan_agreed_on",),
        lambda fact: "the plan of support was agreed.",
    ),
    Stage(
        "notice",
        "They gave notice of their intention",
        ("notice_given_on",),
        lambda fact: "they told the local authority that they intend to apply to the court.",
    ),
    Stage(
        "report-asked",
        "The court asked for a report",
        ("report_asked_on",),
        lambda fact: "the court asked for a report about them.",
    ),
    Stage(
        "report-filed",
        "The report was filed with the court",
        ("report_filed_on",),
        lambda fact: "the report about them was given to the court.",
    ),
    Stage(
        "applied",
        "They applied to the court",
        ("applied_on",),
        lambda fact: f"they applied to the court for {_order(fact)}.",
    ),
    Stage(
        "withdrew",
        "They withdrew",
        ("withdrew_on",),
        lambda fact: "they decided not to go on.",
    ),
)


def _known(fact: Any, *days: str) -> bool:
    """Whether one of the days is known of the relative whom the fact is about."""
    relative = fact.relative
    return relative is not None and any(getattr(relative, day) is not None for day in days)


def why_not_name(fact: ProspectiveGuardian) -> str:
    """Why they cannot be named so; empty where they can."""
    if fact.relative is not None and fact.relative.child_id != fact.child_id:
        return "They were put forward for another child."
    return ""


def _order(fact: Any) -> str:
    return f"a {fact.get_order_sought_display()}"


def _guardian(fact: Any) -> Iterator[Told]:
    who = fact.relationship[:1].upper() + fact.relationship[1:]
    put_forward = f" ({fact.relative.name})" if fact.relative else ""
    yield Told(
        fact.named_on,
        f"{who}{put_forward}: they were named as somebody who might care for the child under "
        f"{_order(fact)}.",
    )
    for stage in STAGES:
        if (day := getattr(fact, stage.day)) is not None:
            yield Told(day, f"{who}: {stage.tell(fact)}")


def _review(fact: Any) -> Iterator[Told]:
    yield Told(fact.held_on, "The support for the child and the special guardian was reviewed.")


KINDS = (
    Kind(
        code=CODE,
        title="Possible special guardian or carer",
        group=Group.GUARDIANSHIP,
        model=ProspectiveGuardian,
        permission=Permission.RECORD_PLANS,
        hint="Record everybody who is thought of, side by side. What follows is recorded from the "
        "history, each step with its day; the order itself is a court order.",
        asks=("relative", "name", "relationship", "order_sought", "named_on"),
        choices={
            "relative": lambda child: Relative.objects.filter(child=child).order_by("name"),
            "viability": or_none("not finished", Viability.choices),
            "assessed": or_none("not finished", Assessed.choices),
        },
        act=within(CODE, ProspectiveGuardian, "relative", why_not_name),
        rule=why_not_name,
        before_birth=True,
        tell=_guardian,
        related=("relative",),
        mends=(
            "relative",
            "name",
            "relationship",
            "order_sought",
            "named_on",
            *(name for stage in STAGES for name in stage.asks),
        ),
        changes=tuple(
            step(
                CODE,
                stage.code,
                stage.title,
                ProspectiveGuardian,
                *stage.asks,
                rest=("withdrew_on",),
                unless=stage.unless,
            )
            for stage in STAGES
        ),
    ),
    Kind(
        code="guardianship-support-review",
        title="Review of special guardianship support",
        group=Group.GUARDIANSHIP,
        model=GuardianshipSupportReview,
        permission=Permission.RECORD_PLANS,
        asks=("held_on",),
        tell=_review,
    ),
)
