"""The steps of a plan: laid out, planned for a day, moved to another, done."""

from datetime import date
from typing import Any

from casetrack import dates
from casetrack.actions.refusal import Refused
from casetrack.models import CalendarDay, CarePeriod
from casetrack.recording import recording
from permanence import routes
from permanence.models import Milestone, PermanencePlan, Rank
from permanence.routes import done as steps_done
from permanence.routes.step import ENTRY, PROPOSED, SIXTEEN, Step


class MilestoneRefused(Refused):
    """The step cannot be planned, moved or done so."""


def steps_of(plan: PermanencePlan) -> tuple[Step, ...]:
    """A contingency plan has the steps of its route alone, the primary one the rest too."""
    return routes.steps(plan.route, primary=plan.rank == Rank.PRIMARY)


def why_not_plan(milestone: Milestone) -> str:
    """Why the step cannot be one of the plan; empty where it can."""
    plan = milestone.plan
    if plan.child_id != milestone.child_id:
        return "That is the plan of another child."
    if milestone.code not in {step.code for step in steps_of(plan)}:
        return "That plan has no such step."
    return ""


def lay_out(*, plan: PermanencePlan, on: date, by: Any) -> list[Milestone]:
    """Plan every step of the route that is neither planned nor done, for its suggested day.

    No step is planned for a day before `on`; those after it count on from there.
    """
    with recording("plan.laid-out", by=by, children=[plan.child_id], route=plan.route):
        plan.refresh_from_db()
        if not plan.holds_on(on):
            raise MilestoneRefused("The plan was not current on that day.")
        there = {each.code: each for each in Milestone.objects.filter(plan=plan)}
        shown = _done(plan)
        days = _beginnings(plan)
        days |= {code: each.actual_on or each.due_on for code, each in there.items()} | shown
        wanted = {step.code for step in steps_of(plan)}
        suggested = routes.suggested(plan.route, days, CalendarDay.objects.holidays(), earliest=on)
        new = [
            Milestone(child_id=plan.child_id, plan=plan, code=code, planned_on=day)
            for code, day in suggested.items()
            if code in wanted
        ]
        if not new:
            raise MilestoneRefused("Every step of this plan is already planned or done.")
        return Milestone.objects.bulk_create(new)


def why_not_move(milestone: Milestone, to: date, why: str) -> str:
    """Why the step cannot be planned for `to` instead; empty where it can."""
    if milestone.actual_on is not None:
        return "That step is already done."
    if to == milestone.due_on:
        return "It is planned for that day already."
    return "" if why.strip() else "Write why the day is moved."


def move(*, milestone: Milestone, to: date, why: str, by: Any) -> None:
    """Plan the step for another day; the day it was first planned for stays."""
    with recording("milestone.moved", by=by, children=[milestone.child_id], step=milestone.code):
        milestone.refresh_from_db()
        if reason := why_not_move(milestone, to, why):
            raise MilestoneRefused(reason)
        milestone.revised_on, milestone.revised_because = to, why.strip()
        milestone.save(update_fields=["revised_on", "revised_because"])


def why_not_done(milestone: Milestone, on: date, missed_because: str) -> str:
    """Why the step cannot be marked as done on `on`; empty where it can."""
    if milestone.actual_on is not None:
        return "That step is already done."
    if steps_done.is_found(milestone.code):
        return "Another entry shows that this step is done. Record that one."
    if on > milestone.due_on and not missed_because.strip():
        return "Write why it was later than planned."
    return ""


def done(*, milestone: Milestone, on: date, by: Any, missed_because: str = "") -> None:
    """The step was done on `on`; `missed_because` says why, where that was later than planned."""
    with recording("milestone.done", by=by, children=[milestone.child_id], step=milestone.code):
        milestone.refresh_from_db()
        if reason := why_not_done(milestone, on, missed_because):
            raise MilestoneRefused(reason)
        milestone.actual_on, milestone.missed_because = on, missed_because.strip()
        milestone.save(update_fields=["actual_on", "missed_because"])


def _beginnings(plan: PermanencePlan) -> dict[str, date]:
    """The days from which steps are counted, as far as they are known."""
    days = {PROPOSED: plan.starts_on}
    care = CarePeriod.objects.filter(child=plan.child_id, starts_on__lte=plan.starts_on)
    if (entry := care.order_by("-starts_on").first()) is not None:
        days[ENTRY] = entry.starts_on
    if plan.child.born_on is not None:
        days[SIXTEEN] = dates.birthday(plan.child.born_on, 16)
    return days


def _done(plan: PermanencePlan) -> dict[str, date]:
    codes = [step.code for step in routes.whole(plan.route)]
    return {code: day for (_, code), day in steps_done.found([plan], codes).items()}
