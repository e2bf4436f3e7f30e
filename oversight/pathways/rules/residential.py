"""Children's homes: why no family now, and the day on which the child is to move on."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from casetrack import dates, words
from oversight.homes import HOME_GROUPS
from oversight.pathways.facts import (
    first,
    happened,
    held,
    lives_in,
    newest,
    step_done,
    step_planned,
)
from oversight.pathways.pathway import HOME, Cell, Column, Facts, Mark, Pathway, Stage, in_short
from permanence.models import Route
from placements.models import ApprovalDecision, ApprovalOf, ApprovalRequest, Placement

HOMES = HOME_GROUPS["residential"][1]
ASKED = (ApprovalOf.RESIDENTIAL, ApprovalOf.SOLO)
IN_HOUSE = "PR1"

_approved = happened(ApprovalDecision, "decided_on", decision="approved", request__kind__in=ASKED)
_asked = happened(ApprovalRequest, "asked_on", kind__in=ASKED)


def _who(children: QuerySet[Any]) -> QuerySet[Any]:
    return children.filter(lives_in(*HOMES))


def _step(code: str, title: str, step: str) -> Stage:
    return Stage(
        code=code, title=title, on=step_done(step), step=step, button="Record that it is done"
    )


def _why(facts: Facts) -> Cell:
    if not facts["reason"]:
        return Cell("No reason recorded", late=True)
    return Cell(in_short(facts["reason"]), (words.short_day(facts["reason_on"]),))


def _move(facts: Facts) -> Cell:
    """The day on which the child is to move on, as the plan has it."""
    day = facts["moves_on"]
    if day is None:
        return Cell("No day to move on", late=True)
    if day < facts["on_day"]:
        return Cell(
            words.short_day(day), (f"{words.stretch(day, facts['on_day'])} ago",), late=True
        )
    return Cell(words.short_day(day), (words.due_in(day, facts["on_day"]),))


def _move_is_late(facts: Facts) -> bool:
    return facts["moves_on"] is not None and facts["moves_on"] < facts["on_day"]


PATHWAY = Pathway(
    code="residential",
    place=5,
    title="Residential step-down",
    purpose="Children who live in a children’s home, in-house or bought from others: why a family "
    "is not possible now, and when and how they move on to one, or home.",
    are="in a children’s or residential home",
    who=_who,
    stages=(
        Stage(
            code="why",
            title="Why no family",
            on=Coalesce(first(_asked, "asked_on"), step_done("why-no-family")),
            kind="approval-request",
            button="Record why",
        ),
        Stage(
            code="approved",
            title="Home approved",
            on=Coalesce(first(_approved, "decided_on"), step_done("residential-approved")),
            kind="approval-decision",
            button="Record the approval",
        ),
        _step("registration", "Registration checked", "registration-checked"),
        _step("purpose", "Purpose agreed", "purpose-agreed"),
        _step("look", "Three-month look", "three-month-look"),
        _step("search", "Family sought", "way-back-to-family"),
        _step("prepared", "Move prepared", "transition-started"),
    ),
    ended="Ready to move on",
    top=Mark(
        code="no-day",
        title="No day to move on",
        means="without a day to move on",
        holds=lambda facts: facts["moves_on"] is None,
    ),
    marks=(
        Mark(
            code="late",
            title="Day to move on has passed",
            means="The child was to move on by a day that has passed.",
            holds=_move_is_late,
        ),
        Mark(
            code="in-house",
            title="In-house",
            means="The council itself provides the home.",
            holds=lambda facts: facts["provided_by"] == IN_HOUSE,
        ),
        Mark(
            code="external",
            title="External",
            means="Somebody else provides the home, or nobody is recorded.",
            holds=lambda facts: facts["provided_by"] != IN_HOUSE,
        ),
        Mark(
            code="under-12",
            title="Under 12",
            means="The child has not had the twelfth birthday.",
            holds=lambda facts: bool(
                facts["born_on"] and dates.age_on(facts["born_on"], facts["on_day"]) < 12
            ),
        ),
    ),
    clocks=(
        "unregistered-home",
        "under-sixteen-unsuitable",
        "residential-look",
        "care-order-to-permanence",
        "three-homes-in-a-year",
    ),
    routes=(Route.RESIDENTIAL,),
    columns=(
        HOME,
        Column(
            title="Why not in a family",
            cell=_why,
            facts={"reason": newest(_asked, "reason"), "reason_on": newest(_asked, "asked_on")},
        ),
        Column(title="Moves on", cell=_move),
    ),
    listed={
        "moves_on": step_planned("moved-on", Route.RESIDENTIAL),
        "provided_by": held(Placement, "provider"),
    },
)
