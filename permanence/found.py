"""The steps that facts of this floor and of those below it show to be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from casetrack.models import (
    CarePeriod,
    CourtOrder,
    DischargeApplication,
    OrderKind,
    SiblingDecision,
)
from permanence.models import LifeStory, LifeStoryKind, PermanencePlan, Review
from permanence.routes import done
from permanence.routes.done import Finder
from placements.models import (
    ApprovalDecision,
    ApprovalOf,
    ApprovedAs,
    AssessmentOf,
    CarerApproval,
    HomeAssessment,
    LongTermMatch,
    OrderQuestion,
    Placement,
    StillNeeded,
)

ADOPTIVE = ("A3", "A4", "A5", "A6")
WITH_PARENTS = "P1"


@dataclass(frozen=True)
class First(done.Together):
    """Finds the first, or `nth`, of `facts`, dated by the field `day`, since the child came into
    care.

    It is the care in which the plan was proposed: what an earlier one brought is not counted.
    """

    facts: QuerySet[Any]
    day: str
    nth: int = 0

    @classmethod
    def ask(
        cls, plans: Sequence[Any], finders: Mapping[str, "First"]
    ) -> Mapping[tuple[int, str], date]:
        since = CarePeriod.objects.filter(
            child=OuterRef("child"), starts_on__lte=OuterRef("starts_on")
        )
        begun = Subquery(since.order_by("-starts_on").values("starts_on")[:1])
        found = (
            PermanencePlan.objects.filter(pk__in=[plan.pk for plan in plans])
            .annotate(since=Coalesce(begun, F("starts_on")))
            .values_list("pk", *(finder._found_on() for finder in finders.values()))
        )
        return {
            (pk, code): day
            for pk, *days in found
            for code, day in zip(finders, days, strict=True)
            if day is not None
        }

    def _found_on(self) -> Subquery:
        mine = self.facts.filter(
            **{"child": OuterRef("child"), f"{self.day}__gte": OuterRef("since")}
        ).order_by(self.day)
        return Subquery(mine.values(self.day)[self.nth : self.nth + 1])


def first(facts: QuerySet[Any], day: str, nth: int = 0) -> First:
    return First(facts, day, nth)


def of_plan(field: str) -> Finder:
    """Finds a day that the plan itself holds."""

    def finder(plans: Sequence[Any]) -> Mapping[int, date]:
        return {plan.pk: day for plan in plans if (day := getattr(plan, field)) is not None}

    return finder


def _homes(*types: str) -> QuerySet[Any]:
    return Placement.objects.filter(type__in=types)


def _carers(kind: str) -> QuerySet[Any]:
    return CarerApproval.objects.filter(kind=kind)


def _life_story(kind: str) -> QuerySet[Any]:
    return LifeStory.objects.filter(kind=kind)


def _review_after_placed(plans: Sequence[Any]) -> Mapping[int, date]:
    placed = _homes(*ADOPTIVE).filter(child=OuterRef("child"), starts_on__lte=OuterRef("held_on"))
    after = Review.objects.annotate(
        placed=Subquery(placed.order_by("-starts_on").values("pk")[:1])
    ).filter(placed__isnull=False)
    return first(after, "held_on")(plans)


_orders = CourtOrder.objects
_reviews = Review.objects.all()
_matches = LongTermMatch.objects.all()

FINDERS: dict[str, Finder] = {
    "first-review": first(_reviews, "held_on"),
    "second-review": first(_reviews, "held_on", nth=1),
    "review-after-placed": _review_after_placed,
    "plan-endorsed": of_plan("endorsed_on"),
    "plan-ratified": of_plan("ratified_on"),
    "permanence-achieved": of_plan("achieved_on"),
    "siblings-decided": first(SiblingDecision.objects.all(), "decided_on"),
    "placement-order": first(_orders.filter(kind=OrderKind.PLACEMENT), "made_on"),
    "adoption-order": first(_orders.filter(kind=OrderKind.ADOPTION), "made_on"),
    "special-guardianship-order": first(
        _orders.filter(kind=OrderKind.SPECIAL_GUARDIANSHIP), "made_on"
    ),
    "child-arrangements-order": first(_orders.filter(kind=OrderKind.CHILD_ARRANGEMENTS), "made_on"),
    "care-order-ended": first(_orders.filter(kind=OrderKind.CARE), "ended_on"),
    "placed-for-adoption": first(_homes(*ADOPTIVE), "starts_on"),
    "parents-assessed": first(
        HomeAssessment.objects.filter(kind=AssessmentOf.PARENTS), "completed_on"
    ),
    "home-approved": first(
        ApprovalDecision.objects.filter(
            decision="approved",
            request__kind__in=(ApprovalOf.WITH_PARENTS, ApprovalOf.WITH_PARENTS_AT_ONCE),
        ),
        "decided_on",
    ),
    "moved-home": first(_homes(WITH_PARENTS), "starts_on"),
    "order-questioned": first(OrderQuestion.objects.filter(answer=StillNeeded.APPLY), "asked_on"),
    "discharge-applied": first(DischargeApplication.objects.all(), "applied_on"),
    "temporary-approval": first(_carers(ApprovedAs.TEMPORARY), "starts_on"),
    "full-approval": first(_carers(ApprovedAs.FOSTER), "starts_on"),
    "fostering-panel": first(_matches, "panel_on"),
    "long-term-match": first(_matches, "decided_on"),
    "child-told": first(_matches, "child_told_on"),
    "life-story-book": first(_life_story(LifeStoryKind.BOOK), "done_on"),
    "later-life-letter": first(_life_story(LifeStoryKind.LETTER), "done_on"),
}


def register() -> None:
    for code, finder in FINDERS.items():
        done.register(code, finder)
