"""The next step of a child's plan: the nearest that is open, with its day and who sees to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casetrack import words
from oversight.pathways.pathway import Facts, Pathway
from permanence import routes
from permanence.models import Milestone, PermanencePlan, Rank
from permanence.routes import done


@dataclass(frozen=True)
class NextStep:
    """A step that is planned for a day and not done."""

    milestone: Milestone
    title: str
    usually: str
    day: date

    @property
    def due_on(self) -> date:
        return self.milestone.due_on

    @property
    def late(self) -> bool:
        return self.due_on < self.day

    @property
    def when(self) -> str:
        """3 Mar 2026, due in 6 days; 3 Mar 2026, 12 days late."""
        if self.late:
            return f"{words.short_day(self.due_on)}, {words.stretch(self.due_on, self.day)} late"
        return f"{words.short_day(self.due_on)}, {words.due_in(self.due_on, self.day)}"

    @property
    def owner(self) -> str:
        """Who sees to it; where nobody is named, who usually does."""
        named = self.milestone.owner
        return named.name if named else f"nobody named, usually: {words.uncapital(self.usually)}"


def open_steps(pathway: Pathway, found: Sequence[Facts]) -> dict[int, list[NextStep]]:
    """By child, the open steps of the plan that the pathway looks at, the nearest first.

    That is the plan of one of its routes where there is one, otherwise the primary plan.
    """
    days = {facts["id"]: facts["on_day"] for facts in found}
    return open_steps_of(_plans(pathway, days), days)


def open_steps_of(
    plans: Mapping[int, PermanencePlan], days: Mapping[int, date]
) -> dict[int, list[NextStep]]:
    """By child, the open steps of these plans (by id) on the child's day, the nearest first.

    The number of questions depends on the steps that there are, never on the children.
    """
    planned = Milestone.objects.filter(child_id__in=days, plan_id__in=plans)
    steps = [
        each
        for each in planned.select_related("owner")
        if each.actual_on is None or each.actual_on > days[each.child_id]
    ]
    shown = done.found(list(plans.values()), sorted({each.code for each in steps}))
    nearest: dict[int, list[NextStep]] = {}
    for each in sorted(steps, key=lambda each: (each.due_on, each.pk)):
        plan, day = plans[each.plan_id], days[each.child_id]
        shown_on = shown.get((plan.pk, each.code))
        step = routes.step(plan.route, each.code)
        if step is not None and (shown_on is None or shown_on > day):
            nearest.setdefault(each.child_id, []).append(
                NextStep(each, step.title, step.owner, day)
            )
    return nearest


def _plans(pathway: Pathway, days: dict[int, date]) -> dict[int, PermanencePlan]:
    """By id: of each child the plan whose steps are looked at."""
    chosen: dict[int, PermanencePlan] = {}
    found = PermanencePlan.objects.filter(child_id__in=days)
    for plan in sorted(
        found, key=lambda each: (each.route in pathway.routes, each.rank == Rank.PRIMARY)
    ):
        if plan.holds_on(days[plan.child_id]):
            chosen[plan.child_id] = plan
    return {plan.pk: plan for plan in chosen.values()}
