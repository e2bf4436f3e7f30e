"""How a pathway asks for a child's facts: expressions over the children it lists.

Each child of a list has `on_day`, the day that is shown of her, and `since`, the day on which an
earlier care ended: what had not happened by the one, or happened before the other, is not asked
for. So every list is as at its day, and who comes into care again begins the pathway anew.
"""

from datetime import date
from typing import Any

from django.db.models import (
    Case,
    DateField,
    Exists,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from casetrack.models import Allocation, CarePeriod, Child, LegalStatus
from casetrack.models.codes import SHORT_BREAKS
from oversight.models.states import known_day
from permanence.models import Milestone, PermanencePlan, Rank
from placements.models import Placement

CHILD, DAY, SINCE = OuterRef("pk"), OuterRef("on_day"), OuterRef("since")
LONG_AGO = date(1900, 1, 1)
STAYS = ("T0", "T1", "T2", "T3", "T4")


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


def years_before(years: int, day: Any) -> Func:
    """The corresponding date so many years before a day; after it, when negative."""
    template = f"(%(expressions)s - interval '{years} years')::date"
    return Func(day, template=template, output_field=DateField())


def days_from(start: Any, end: Any) -> Func:
    """Whole days from one day to another, less than none where the other is earlier."""
    whole = {"template": "(%(expressions)s)", "arg_joiner": " - "}
    return Func(end, start, **whole, output_field=IntegerField())


def days_after(start: Any, days: Any) -> Func:
    """The day that is so many days after another."""
    added = {"template": "(%(expressions)s::integer)", "arg_joiner": " + "}
    return Func(start, days, **added, output_field=DateField())


def step_done(code: str) -> Subquery:
    """The day on which the step was done that no other fact shows."""
    return first(happened(Milestone, "actual_on", code=code), "actual_on")


def step_planned(code: str, *routes: str) -> Subquery:
    """The day for which the step is planned on a plan that holds, while it is not done."""
    on_plan = Milestone.objects.filter(
        child=CHILD, code=code, plan__route__in=routes, plan__starts_on__lte=DAY
    )
    current = standing(standing(on_plan, "plan__ends_on"), "actual_on")
    dated = current.annotate(due=Coalesce("revised_on", "planned_on")).order_by("due")
    return Subquery(dated.values("due")[:1])


def has_plan(*routes: str, rank: str | None = None) -> Exists:
    """Whether one of the routes is planned on the day shown, as primary plan or as contingency."""
    where = {"route__in": routes} | ({"rank": rank} if rank else {})
    return Exists(holding(PermanencePlan, **where))


def lives_in(*types: str) -> Q:
    """Whether the home on the day shown is of one of the kinds."""
    return Q(lives__in=types)


def in_care(children: QuerySet[Child], day: date) -> QuerySet[Child]:
    """Those in care on their day, but for short breaks, with what every pathway asks of them.

    During a temporary stay the child lives where she did before it: `lives` is the kind of that
    home, `lives_at` the household.
    """
    ended = CarePeriod.objects.filter(child=CHILD, ends_on__lte=DAY).order_by("-ends_on")
    homes = happened(Placement, "starts_on").exclude(type__in=STAYS)
    somewhere = Exists(holding(Placement))
    return (
        children.annotate(on_day=known_day(day, "authority"))
        .annotate(
            since=Coalesce(Subquery(ended.values("ends_on")[:1]), Value(LONG_AGO)),
            care_since=held(CarePeriod, "starts_on"),
            legal=held(LegalStatus, "code"),
        )
        .annotate(
            lives=Case(When(somewhere, then=newest(homes, "type"))),
            lives_at=Case(When(somewhere, then=newest(homes, "home"))),
        )
        .filter(Q(legal=None) | ~Q(legal__in=SHORT_BREAKS), care_since__isnull=False)
    )


WORKER = holding(Allocation, role="social-worker")
PLAN = holding(PermanencePlan, rank=Rank.PRIMARY)
SECOND = holding(PermanencePlan, rank=Rank.CONTINGENCY)
