"""The steps of a plan, each planned for a day."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.models import Worker
from casetrack.record.kind import Change, Group, Kind, Told
from casetrack.words import long_day
from permanence.actions import milestones
from permanence.models import Milestone, PermanencePlan
from permanence.routes import done


def _milestone(fact: Any) -> Iterator[Told]:
    step = fact.get_code_display()
    yield Told(fact.planned_on, f"Planned for this day: {step}.")
    if fact.revised_on is not None:
        yield Told(
            fact.revised_on,
            f"Planned for this day: {step}. First planned for {long_day(fact.planned_on)}, moved: "
            f"{fact.revised_because}",
        )
    if fact.actual_on is not None:
        why = f" Later than planned: {fact.missed_because}" if fact.missed_because else ""
        yield Told(fact.actual_on, f"Done: {step}.{why}")


def _plans(child: Any) -> Any:
    return PermanencePlan.objects.filter(child=child, ends_on=None)


def _steps(child: Any) -> list[tuple[str, str]]:
    """The steps of the child's plans that run, in their order, each once."""
    found = {step.code: step.title for plan in _plans(child) for step in milestones.steps_of(plan)}
    return list(found.items())


KINDS = (
    Kind(
        code="milestone",
        title="Step of a plan",
        group=Group.PLAN,
        model=Milestone,
        permission=Permission.RECORD_PLANS,
        hint="To plan all steps of a route in one go, choose “Lay out the steps of the route” "
        "beside the plan in the history.",
        asks=("plan", "code", "planned_on", "owner"),
        ahead=("planned_on", "revised_on"),
        choices={
            "plan": _plans,
            "code": _steps,
            "owner": lambda child: Worker.objects.filter(authority=child.authority_id),
        },
        rule=milestones.why_not_plan,
        tell=_milestone,
        mends=(
            "planned_on",
            "revised_on",
            "revised_because",
            "actual_on",
            "missed_because",
            "owner",
        ),
        for_family=False,
        changes=(
            Change(
                code="moved",
                title="Plan it for another day",
                asks=("revised_on", "revised_because"),
                act=lambda fact, by, values: milestones.move(
                    milestone=fact,
                    to=values["revised_on"],
                    why=values["revised_because"],
                    by=by,
                ),
                offered=lambda fact: fact.actual_on is None,
            ),
            Change(
                code="done",
                title="It was done",
                asks=("actual_on", "missed_because"),
                act=lambda fact, by, values: milestones.done(
                    milestone=fact,
                    on=values["actual_on"],
                    missed_because=values["missed_because"],
                    by=by,
                ),
                offered=lambda fact: fact.actual_on is None and not done.is_found(fact.code),
            ),
        ),
    ),
)
