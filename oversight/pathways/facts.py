"""How a pathway asks for a child's facts: expressions over the children it lists.

Each child of a list has `on_day`, the day that is shown of her, and `since`, the day on which an
earlier care ended: what had not happened by the one, or happened before the other, is not asked
for. So every list is as at its day, and who comes into care again begins the pathway anew.
"""

from datetime import date
from typing import Any

from django.db.models import (
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from casetrack.models import Allocation, CarePeriod, Child, LegalStatus
from oversight.models.states import known_day
from permanence.models import Milestone, PermanencePlan, Rank
from placements.models import Placement

CHILD, DAY, SINCE = OuterRef("pk"), OuterRef("on_day"), OuterRef("since")
LONG_AGO = date(1900, 1, 1)
SHORT_BREAKS = ("V3", "V4")


def happened(model: Any, day: str, *, since: Any = SINCE, **where: Any) -> QuerySet[Any]:
    """The child's facts, dated by the field `day`, of this care up to the day shown."""
    dated = {f"{day}__lte": DAY, f"{day}__gte": since}
    return model.objects.filter(child=CHILD, **dated, **where).order_by(day, "pk")


def standing(facts: QuerySet[Any], end: str) -> QuerySet[Any]:
    """Those of the facts that nothing had ended, by the field `end`, on the day shown."""
    return facts.filter(Q(**{end: None}) | Q(**{f"{end}__gt": DAY}))


def holding(model: Any, **where: Any) -> QuerySet[Any]:
    """The child's periods that hold on the day shown, whenever they began."""
    found = model.objects.filter(child=CHILD, starts_on__lte=DAY, **where)
    return standing(found, "ends_on").order_by("-starts_on")


def first(facts: QuerySet[Any], what: str) -> Subquery:
    return Subquery(facts.values(what)[:1])


def newest(facts: QuerySet[Any], what: str) -> Subquery:
    return Subquery(facts.reverse().values(what)[:1])


def held(model: Any, what: str, **where: Any) -> Subquery:
    """`what` of the period that holds on the day shown."""
    return first(holding(model, **where), what)


def how_many(facts: QuerySet[Any]) -> Combinable:
    counted = facts.order_by().values("child").annotate(counted=Count("pk")).values("counted")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def step_done(code: str) -> Subquery:
    """The day on which the step was done that no other fact shows."""
    return first(happened(Milestone, "actual_on", code=code), "actual_on")


def step_planned(code: str) -> Subquery:
    """The day for which the step is planned on the plans that hold, while it is not done."""
    on_plan = Milestone.objects.filter(child=CHILD, plan__starts_on__lte=DAY, code=code)
    current = standing(standing(on_plan, "plan__ends_on"), "actual_on")
    dated = current.annotate(due=Coalesce("revised_on", "planned_on")).order_by("due")
    return Subquery(dated.values("due")[:1])


def has_plan(*routes: str, rank: str | None = None) -> Exists:
    """Whether one of the routes is planned on the day shown, as primary plan or as contingency."""
    where = {"route__in": routes} | ({"rank": rank} if rank else {})
    return Exists(holding(PermanencePlan, **where))


def lives_in(*types: str) -> Exists:
    """Whether the home on the day shown is of one of the kinds."""
    return Exists(holding(Placement, type__in=types))


def days_old(start: str) -> Combinable:
    """Whole days from an annotated day to the day shown."""
    return ExpressionWrapper(F("on_day") - F(start), output_field=IntegerField())


def in_care(children: QuerySet[Child], day: date) -> QuerySet[Child]:
    """Those in care on their day, but for short breaks, with what every pathway asks of them."""
    ended = CarePeriod.objects.filter(child=CHILD, ends_on__lte=DAY).order_by("-ends_on")
    return (
        children.annotate(on_day=known_day(day, "authority"))
        .annotate(
            since=Coalesce(Subquery(ended.values("ends_on")[:1]), Value(LONG_AGO)),
            care_since=held(CarePeriod, "starts_on"),
            legal=held(LegalStatus, "code"),
        )
        .filter(Q(legal=None) | ~Q(legal__in=SHORT_BREAKS), care_since__isnull=False)
    )


WORKER = holding(Allocation, role="social-worker")
PLAN = holding(PermanencePlan, rank=Rank.PRIMARY)
SECOND = holding(PermanencePlan, rank=Rank.CONTINGENCY)
