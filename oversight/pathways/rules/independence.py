"""Independence and staying put: what is due to a young person of 16 and over before 18."""

from typing import Any

from django.db.models import (
    Case,
    DateField,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from casetrack import dates, words
from casetrack.models import CarePeriod
from oversight.homes import HOME_GROUPS
from oversight.pathways.facts import CHILD, days_after, days_from, step_done, years_before
from oversight.pathways.pathway import (
    HOME,
    PLAN,
    Cell,
    Column,
    Facts,
    Mark,
    Pathway,
    Stage,
    older_than,
)
from permanence.models import Route

# Children Act 1989, schedule 2, paragraph 19B, and regulation 40 of the Care Planning, Placement
# and Case Review Regulations 2010: looked after for 13 weeks in all since 14, some of it since 16.
NEEDED = 13 * 7
CARERS = (*HOME_GROUPS["foster"][1], *HOME_GROUPS["relatives"][1])

_fourteen, _sixteen = (years_before(-years, F("born_on")) for years in (14, 16))
_counted_from = Greatest(F("starts_on"), years_before(-14, OuterRef("born_on")))
_earlier = (
    CarePeriod.objects.filter(child=CHILD, ends_on__lte=OuterRef("care_since"))
    .order_by()
    .values("child")
    .annotate(counted=Sum(Greatest(days_from(_counted_from, F("ends_on")), Value(0))))
    .values("counted")
)
_counted = Coalesce(Subquery(_earlier, output_field=IntegerField()), Value(0))
_lacking = Greatest(Value(NEEDED) - _counted, Value(0))
_eligible = Greatest(
    _sixteen, days_after(Greatest(F("care_since"), _fourteen), _lacking), output_field=DateField()
)


def _who(children: QuerySet[Any]) -> QuerySet[Any]:
    """Of 16 and over on the day."""
    on = children.filter(born_on__lte=years_before(16, F("on_day")))
    return on.annotate(eligible_from=_eligible)


def _step(code: str, title: str, step: str) -> Stage:
    return Stage(
        code=code,
        title=title,
        on=step_done(step),
        step=step,
        button="Record that it is done",
        shows=(),
    )


def _turns(facts: Facts) -> Cell:
    day = dates.birthday(facts["born_on"], 18)
    if day <= facts["on_day"]:
        return Cell("Is 18 and over", (f"since {words.short_day(day)}",), late=True)
    return Cell(words.short_day(day), (f"in {words.briefly(facts['on_day'], day)}",))


PATHWAY = Pathway(
    code="independence",
    place=7,
    title="Independence and staying put",
    purpose="Young people in care of 16 and over: what the law owes them before they are 18, "
    "whether they may stay with their carers, and where they will live.",
    are="aged 16 and over",
    who=_who,
    stages=(
        Stage(
            code="eligible",
            title="Eligible",
            on=Case(When(eligible_from__lte=F("on_day"), then=F("eligible_from"))),
        ),
        _step("assessment", "Assessment", "needs-assessed"),
        _step("pathway-plan", "Pathway plan", "pathway-plan"),
        _step("adviser", "Personal adviser", "personal-adviser"),
        Stage(
            code="staying-put",
            title="Staying put asked",
            on=step_done("staying-put-asked"),
            step="staying-put-asked",
            button="Record that it is done",
            shows=(),
            needless=lambda facts: facts["lives"] not in CARERS,
        ),
        _step("housing", "Housing plan", "housing-plan"),
    ),
    ended="All in place",
    top=Mark(
        code="no-plan",
        title="17, no pathway plan",
        means="aged 17 and over without a pathway plan",
        holds=lambda facts: older_than(17)(facts) and facts["on_pathway_plan"] is None,
    ),
    marks=(
        Mark(
            code="seventeen",
            title="17 and over",
            means="The young person has had the 17th birthday.",
            holds=older_than(17),
        ),
        Mark(
            code="no-adviser",
            title="No personal adviser",
            means="No day is recorded on which a personal adviser was named.",
            holds=lambda facts: facts["on_adviser"] is None,
        ),
        Mark(
            code="with-carers",
            title="Could stay put",
            means="The young person lives with foster carers, relatives or friends, and may stay "
            "there after 18 where all agree.",
            holds=lambda facts: facts["lives"] in CARERS,
        ),
        Mark(
            code="not-eligible",
            title="Not eligible yet",
            means="In care for fewer than 13 weeks in all since 14.",
            holds=lambda facts: facts["on_eligible"] is None,
        ),
        Mark(
            code="unaccompanied",
            title="Came alone to this country",
            means="The record says that the young person came to this country without family.",
            holds=lambda facts: facts["unaccompanied"],
        ),
    ),
    clocks=(
        "pathway-assessment",
        "pathway-plan",
        "personal-adviser",
        "staying-put",
        "pathway-review",
        "open-past-eighteen",
    ),
    routes=(Route.INDEPENDENCE,),
    columns=(Column(title="Turns 18", cell=_turns), PLAN, HOME),
)
