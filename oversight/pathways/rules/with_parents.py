"""Placed with parents under a care order: is it still needed, and who asks the court to end it?"""

from collections.abc import Callable
from typing import Any

from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from casetrack import dates, words
from casetrack.models import DischargeApplication, DischargeOutcome, LegalGateway
from casetrack.models.proceedings import GatewayDecision
from oversight.pathways.facts import STAYS, first, happened, lives_in, newest, step_done
from oversight.pathways.pathway import ORDER, Cell, Column, Facts, Mark, Pathway, Stage
from permanence.models import Route
from placements.models import OrderQuestion, Placement, StillNeeded

HOME = "P1"
MOVED = OuterRef("moved_on")
COME_TO_NOTHING = (DischargeOutcome.WITHDRAWN, DischargeOutcome.REFUSED)

_elsewhere = happened(Placement, "ends_on").exclude(type__in=(HOME, *STAYS))
_at_home = happened(Placement, "starts_on", type=HOME, since=OuterRef("left_elsewhere"))
_asked = happened(OrderQuestion, "asked_on", since=MOVED)
_panels = happened(LegalGateway, "decided_on", since=MOVED, decision=GatewayDecision.DISCHARGE)
# An application that came to nothing is over from the day on which it did.
_applied = happened(DischargeApplication, "applied_on", since=MOVED).exclude(
    outcome__in=COME_TO_NOTHING, decided_on__lte=OuterRef("on_day")
)
_decided = _applied.filter(decided_on__lte=OuterRef("on_day"))


def _who(children: QuerySet[Any]) -> QuerySet[Any]:
    """At home with parents on the day; `moved_on` is when they last moved there."""
    return (
        children.filter(lives_in(HOME))
        .annotate(left_elsewhere=Coalesce(newest(_elsewhere, "ends_on"), F("since")))
        .annotate(moved_on=first(_at_home, "starts_on"))
    )


def _longer_than(months: int) -> Callable[[Facts], bool]:
    return lambda facts: dates.add_months(facts["on_moved"], months) < facts["on_day"]


def _at_home_for(facts: Facts) -> Cell:
    months = dates.whole_months(facts["on_moved"], facts["on_day"])
    return Cell(words.count(months, "month"), (f"since {words.short_day(facts['on_moved'])}",))


def _answer(facts: Facts) -> Cell:
    """The last answer to the question, with its day."""
    if facts["asked_on"] is None:
        return Cell("Never asked since moving home", late=True)
    said = StillNeeded(facts["answer"]).label
    return Cell(f"{said[:1].upper()}{said[1:]}", (words.short_day(facts["asked_on"]),))


def _nobody_asks(facts: Facts) -> bool:
    return facts["answer"] == StillNeeded.APPLY and facts["on_applied"] is None


PATHWAY = Pathway(
    code="with-parents",
    place=3,
    title="Placed with parents",
    purpose="Children who live at home while the council shares parental responsibility: how long, "
    "whether the order is still needed, and how far the way to its end has come.",
    are="placed with parents",
    who=_who,
    stages=(
        Stage(
            code="moved",
            title="Moved home",
            on=F("moved_on"),
            kind="home",
        ),
        Stage(
            code="recommended",
            title="Review: end the order",
            on=newest(_asked.filter(answer=StillNeeded.APPLY), "asked_on"),
            kind="order-question",
            button="Record whether it is still needed",
        ),
        Stage(
            code="panel",
            title="Legal panel",
            on=Coalesce(first(_panels, "decided_on"), step_done("discharge-panel")),
            kind="legal-gateway",
            button="Record the panel",
        ),
        Stage(
            code="applied",
            title="Court asked",
            on=newest(_applied, "applied_on"),
            kind="discharge-application",
            button="Record the application",
        ),
        Stage(
            code="decided",
            title="Court decided",
            on=newest(_decided, "decided_on"),
            kind="discharge-application",
            change="decided",
            fact=newest(_applied.filter(decided_on=None), "pk"),
            button="Record the decision",
        ),
    ),
    ended="Court has decided",
    top=Mark(
        code="nobody-asks",
        title="Not needed, court not asked",
        means="with an order that is no longer needed and no application to end it",
        holds=_nobody_asks,
    ),
    marks=(
        *(
            Mark(
                code=f"over-{months}",
                title=f"Over {months} months",
                means=f"The child moved home more than {months} months ago.",
                holds=_longer_than(months),
            )
            for months in (12, 24, 36)
        ),
        Mark(
            code="never-asked",
            title="Never asked",
            means="Since the child moved home nobody has recorded whether the order is still "
            "needed.",
            holds=lambda facts: facts["answer"] is None,
        ),
        Mark(
            code="interim",
            title="Interim care order",
            means="The legal status on the day is an interim care order.",
            holds=lambda facts: facts["legal"] == "C1",
        ),
    ),
    clocks=(
        "placed-with-parents",
        "placed-with-parents-interim",
        "order-still-needed",
        "discharge-legal-panel",
        "discharge-application",
        "parents-approval",
        "parents-assessment",
        "parents-at-once-decision",
        "parents-at-once-assessment",
        "parents-already-home",
    ),
    routes=(Route.HOME,),
    columns=(
        Column(title="At home", cell=_at_home_for),
        ORDER,
        Column(title="Is it still needed?", cell=_answer),
    ),
    listed={
        "answer": newest(_asked, "answer"),
        "asked_on": newest(_asked, "asked_on"),
    },
)
