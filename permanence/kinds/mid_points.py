"""The reviewing officer's look at how things stand, half-way between two reviews."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import question
from casetrack.record.kind import Ask, Group, Kind, Told
from casetrack.words import listed, sentence
from permanence.actions import mid_points
from permanence.kinds import officers, the_officer
from permanence.models import QUESTIONS, InOrder, Judgement, LookedBy, MidPoint, SeenOrHeard
from placements.models import OrderQuestion

HOW = {
    LookedBy.VISIT: "on a visit to the child",
    LookedBy.CALL: "by a call with the child",
    LookedBy.WORKER: "in a talk with the child’s worker",
    LookedBy.RECORDS: "by reading the record",
}
SEEN = {
    SeenOrHeard.ALONE: "The child was seen alone.",
    SeenOrHeard.WITH_OTHERS: "The child was seen with others there.",
    SeenOrHeard.CALLED: "The child was spoken to by video or telephone.",
    SeenOrHeard.NO: "The child was not seen or spoken to.",
}
FOUND = {
    "plan_right": {
        InOrder.YES: "the plan is right",
        InOrder.PARTLY: "the plan is right in part",
        InOrder.NO: "the plan is not right",
    },
    "actions_done": {
        InOrder.YES: "what the review decided is being done",
        InOrder.PARTLY: "what the review decided is being done in part",
        InOrder.NO: "what the review decided is not being done",
    },
    "child_heard": {
        InOrder.YES: "workers see and hear the child",
        InOrder.PARTLY: "workers see and hear the child in part",
        InOrder.NO: "workers do not see and hear the child",
    },
    "moving": {
        InOrder.YES: "the planning moves on",
        InOrder.PARTLY: "the planning moves on in part",
        InOrder.NO: "the planning drifts",
    },
    "second_plan": {
        InOrder.YES: "the second plan is ready",
        InOrder.PARTLY: "the second plan is ready in part",
        InOrder.NO: "the second plan is not ready",
    },
}
JUDGED = {
    Judgement.IN_TIME: "in time",
    Judgement.AT_RISK: "at risk",
    Judgement.OFF_TRACK: "off track",
}


def _mid_point(fact: Any) -> Iterator[Told]:
    on, who = fact.held_on, the_officer(fact.held_by)
    looked = f"{who} looked between two reviews how things stand, {HOW[fact.looked]}."
    yield Told(on, f"{looked} {SEEN[fact.seen]}")
    answers = [(FOUND[name][getattr(fact, name)], getattr(fact, f"{name}_words")) for name in FOUND]
    if in_order := [found for found, said in answers if not said]:
        yield Told(on, sentence(f"Found in order: {listed(in_order)}"))
    for found, said in answers:
        if said:
            yield Told(on, f"{sentence(found)} {sentence(said)}")
    judged = f"The officer judged that this is {JUDGED[fact.judgement]}."
    yield Told(on, f"{judged} {sentence(fact.judgement_because)}")


def _of_the_order(name: str, label: str, of: str) -> Ask:
    """What is asked of the order of a child at home; another floor's fact holds the answer."""
    field = OrderQuestion._meta.get_field(of)
    hint = "Only for a child who lives with parents under a care order."
    return Ask(name, lambda child: question(field, label=label, help_text=hint, required=False))


def _record(child: Any, by: Any, values: Any) -> Any:
    given = dict(values)
    still_needed, reason = given.pop("still_needed"), given.pop("reason")
    return mid_points.record(
        mid_point=MidPoint(child=child, **given), by=by, still_needed=still_needed, reason=reason
    )


ANSWERS = tuple(name for question in QUESTIONS for name in (question, f"{question}_words"))
JUDGEMENT = ("judgement", "judgement_because")

KINDS = (
    Kind(
        code="mid-point",
        title="Mid-point between reviews",
        group=Group.PLAN,
        model=MidPoint,
        permission=Permission.RECORD_REVIEWS,
        hint="What is to be done is recorded as an agreed action, and a concern that managers must "
        "answer as a challenge.",
        asks=(
            "held_on",
            "held_by",
            "looked",
            "seen",
            *ANSWERS,
            _of_the_order("still_needed", "Is the order still needed?", "answer"),
            _of_the_order("reason", "Why is it, or is it not, still needed?", "reason"),
            *JUDGEMENT,
        ),
        choices={"held_by": officers},
        act=_record,
        rule=mid_points.why_not_so,
        tell=_mid_point,
        related=("held_by",),
        mends=("held_on", "held_by", "looked", "seen", *ANSWERS, *JUDGEMENT),
        for_family=False,
    ),
)
