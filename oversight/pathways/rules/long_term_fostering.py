"""Long-term fostering: from a carer in mind to the decision that the child stays until 18."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from casetrack import dates
from oversight.homes import HOME_GROUPS
from oversight.pathways.facts import (
    DAY,
    first,
    happened,
    has_plan,
    held,
    holding,
    standing,
    step_done,
)
from oversight.pathways.pathway import HOME, PLAN, Facts, Mark, Pathway, Stage
from permanence.models import PermanencePlan, Rank, Route
from placements.models import LongTermMatch, Placement

ROUTE = Route.LONG_TERM_FOSTERING
FOSTER, KIN = HOME_GROUPS["foster"][1], HOME_GROUPS["relatives"][1]
IN_HOUSE = "PR1"

_match = standing(happened(LongTermMatch, "decided_on"), "ended_on")
_plans = holding(PermanencePlan, route=ROUTE)


def _who(children: QuerySet[Any]) -> QuerySet[Any]:
    """With long-term fostering as the primary plan, or matched already."""
    return children.filter(has_plan(ROUTE, rank=Rank.PRIMARY) | Exists(_match))


def _on_match(day: str) -> Subquery:
    """A later day of the match, once it has come."""
    return first(_match.filter(**{f"{day}__lte": DAY}), day)


def _step(code: str, title: str, step: str) -> Stage:
    return Stage(
        code=code, title=title, on=step_done(step), step=step, button="Record that it is done"
    )


def _unmatched_for(facts: Facts, day: str, years: int) -> bool:
    """Not matched, so many years after a day."""
    since = facts[day]
    late = since is not None and dates.add_months(since, 12 * years) < facts["on_day"]
    return late and facts["on_decided"] is None


PATHWAY = Pathway(
    code="long-term-fostering",
    place=4,
    title="Long-term fostering match",
    purpose="From a carer in mind to the decision that the child stays with them until 18, and "
    "what follows from it: the conditions in the care plan, and the child told.",
    are="planned or matched for long-term fostering",
    who=_who,
    stages=(
        _step("in-mind", "Carer in mind", "carer-in-mind"),
        _step("assessed", "Match assessed", "match-assessed"),
        _step("report", "Report", "matching-report"),
        Stage(
            code="panel",
            title="Panel",
            on=first(_match, "panel_on"),
            kind="long-term-match",
            button="Record panel and decision",
        ),
        Stage(
            code="decided",
            title="Match decided",
            on=first(_match, "decided_on"),
            kind="long-term-match",
            button="Record the decision",
        ),
        Stage(
            code="conditions",
            title="Conditions in the plan",
            on=first(
                _match.filter(matters_recorded_on__lte=OuterRef("on_day")), "matters_recorded_on"
            ),
            kind="long-term-match",
            change="conditions",
            fact=first(_match.filter(matters_recorded_on=None), "pk"),
            button="Record the conditions",
        ),
        Stage(
            code="told",
            title="Child told",
            on=_on_match("child_told_on"),
            kind="long-term-match",
            change="told",
            fact=first(_match.filter(child_told_on=None), "pk"),
            button="Record that the child was told",
            shows=("in-mind", "assessed", "report", "panel", "decided"),
        ),
    ),
    ended="Matched, child told",
    top=Mark(
        code="year-old",
        title="Plan a year old, no match",
        means="with a plan more than a year old and no match",
        holds=lambda facts: _unmatched_for(facts, "planned_since", 1),
    ),
    marks=(
        Mark(
            code="two-years",
            title="Two years in this home, no match",
            means="The child has lived in the present home for more than two years without a "
            "match.",
            holds=lambda facts: _unmatched_for(facts, "home_since", 2),
        ),
        Mark(
            code="not-fostered",
            title="Not with carers",
            means="The child lives neither with foster carers nor with a relative or friend.",
            holds=lambda facts: facts["lives"] not in (*FOSTER, *KIN),
        ),
        Mark(
            code="in-house",
            title="In-house carers",
            means="A foster home that the council itself provides.",
            holds=lambda facts: facts["lives"] in FOSTER and facts["provided_by"] == IN_HOUSE,
        ),
        Mark(
            code="agency",
            title="Agency carers",
            means="A foster home that somebody else provides.",
            holds=lambda facts: facts["lives"] in FOSTER and facts["provided_by"] != IN_HOUSE,
        ),
    ),
    clocks=(
        "long-term-match",
        "long-term-unmatched",
        "care-order-to-permanence",
    ),
    routes=(ROUTE,),
    columns=(PLAN, HOME),
    listed={
        "planned_since": first(_plans, "starts_on"),
        "home_since": first(
            happened(Placement, "starts_on", home=OuterRef("lives_at")), "starts_on"
        ),
        "provided_by": held(Placement, "provider"),
    },
)
