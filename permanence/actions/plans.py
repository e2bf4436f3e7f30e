"""Permanence plans: proposed, endorsed, ratified by a review, achieved, replaced or ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from casetrack.actions.refusal import Refused
from casetrack.models import Authority, CarePeriod, Child
from casetrack.recording import recording
from permanence import routes
from permanence.models import Milestone, PermanencePlan, Rank, Review, Route

BATCH = 5_000


class PlanRefused(Refused):
    """The plan cannot be proposed, ratified or ended so."""


@dataclass(frozen=True)
class NewPlan:
    """A route worked from one day to another (none: still), and what became of it when."""

    child: int
    route: str
    rank: str
    starts_on: date
    ends_on: date | None = None
    ratified_on: date | None = None
    endorsed_on: date | None = None
    achieved_on: date | None = None
    end_reason: str = ""


def why_not_start(child: Child, route: str, rank: str, on: date) -> str:
    """Why the route cannot become the child's plan on `on`; empty where it can."""
    if route not in Route.values or rank not in Rank.values:
        return "Choose a route, and whether it is the primary or the contingency plan."
    if not CarePeriod.objects.filter(child=child).on(on).exists():
        return "The child is not in care on that day."
    plans = PermanencePlan.objects.filter(child=child)
    if plans.filter(rank=rank, starts_on__gte=on).exists():
        return f"Another {rank} plan starts on or after that day. Choose a later day."
    if plans.on(on).filter(route=route).exists():
        return "That route is already being worked for the child."
    if plans.on(on).filter(rank=rank, achieved_on__gt=on).exists():
        return "The plan before it was achieved after that day. Choose a later day."
    return ""


def why_not_so(plan: PermanencePlan) -> str:
    """Why a plan cannot stand as it is written, beside what else is recorded; empty if it can."""
    others = PermanencePlan.objects.filter(child=plan.child_id).exclude(pk=plan.pk)
    if others.overlapping(plan.starts_on, plan.ends_on).filter(route=plan.route).exists():
        return "That route is the child’s other plan at that time."
    for day in (plan.endorsed_on, plan.ratified_on):
        if day is not None and not plan.holds_on(day):
            return "A plan is endorsed and ratified while it is current."
    steps = [step.code for step in routes.steps(plan.route, primary=plan.rank == Rank.PRIMARY)]
    if Milestone.objects.filter(plan=plan.pk).exclude(code__in=steps).exists():
        return "Steps that this route does not have are recorded for the plan. Take those back."
    return ""


def start(
    *, child: Child, route: str, on: date, by: Any, rank: str = Rank.PRIMARY
) -> PermanencePlan:
    """Propose a route; the plan of the same rank before it ends that day."""
    with recording("plan.started", by=by, children=[child.pk], route=route, rank=rank):
        if reason := why_not_start(child, route, rank, on):
            raise PlanRefused(reason)
        PermanencePlan.objects.filter(child=child, rank=rank).on(on).update(ends_on=on)
        return PermanencePlan.objects.create(child=child, route=route, rank=rank, starts_on=on)


def why_not_ratify(plan: PermanencePlan, on: date) -> str:
    """Why the plan cannot be ratified on `on`; empty where it can. Only a review ratifies."""
    if plan.ratified_on is not None:
        return "That plan is already ratified."
    if not plan.holds_on(on):
        return "The plan was not current on that day."
    held = Review.objects.filter(child=plan.child_id)
    if not held.filter(Q(held_on=on) | Q(completed_on=on)).exists():
        return "Only a review ratifies a plan, and no review was held on that day."
    return ""


def ratify(*, plan: PermanencePlan, on: date, by: Any) -> None:
    """The review held on `on`, or finished on it, ratified the plan."""
    with recording("plan.ratified", by=by, children=[plan.child_id], route=plan.route):
        plan.refresh_from_db()
        if reason := why_not_ratify(plan, on):
            raise PlanRefused(reason)
        plan.ratified_on = on
        plan.save(update_fields=["ratified_on"])


def withdraw_ratification(*, plan: PermanencePlan, why: str, by: Any) -> None:
    """The ratification was recorded by mistake; the history keeps that it was once believed."""
    with recording("plan.ratification-withdrawn", by=by, why=why, children=[plan.child_id]):
        plan.refresh_from_db()
        if plan.ratified_on is None:
            raise PlanRefused("That plan is not ratified.")
        plan.ratified_on = None
        plan.save(update_fields=["ratified_on"])


def why_not_endorse(plan: PermanencePlan, on: date) -> str:
    """Why the group cannot have endorsed the plan on `on`; empty where it can."""
    if plan.endorsed_on is not None:
        return "That plan is already endorsed."
    return "" if plan.holds_on(on) else "The plan was not current on that day."


def endorse(*, plan: PermanencePlan, on: date, by: Any) -> None:
    """The Permanence Monitoring Group endorsed the plan; only a review ratifies it."""
    with recording("plan.endorsed", by=by, children=[plan.child_id], route=plan.route):
        plan.refresh_from_db()
        if reason := why_not_endorse(plan, on):
            raise PlanRefused(reason)
        plan.endorsed_on = on
        plan.save(update_fields=["endorsed_on"])


def why_not_achieve(plan: PermanencePlan, on: date) -> str:
    """Why the plan cannot have been achieved on `on`; empty where it can."""
    if plan.achieved_on is not None:
        return "That plan is already achieved."
    if on < plan.starts_on or (plan.ends_on is not None and on > plan.ends_on):
        return "The plan was not current on that day."
    return ""


def achieve(*, plan: PermanencePlan, on: date, by: Any) -> None:
    """The child has the permanence that the plan was for."""
    with recording("plan.achieved", by=by, children=[plan.child_id], route=plan.route):
        plan.refresh_from_db()
        if reason := why_not_achieve(plan, on):
            raise PlanRefused(reason)
        plan.achieved_on = on
        plan.save(update_fields=["achieved_on"])


def why_not_end(plan: PermanencePlan, on: date) -> str:
    """Why the plan cannot end on `on`; empty where it can."""
    if plan.ends_on is not None:
        return "That plan has already ended."
    if on <= plan.starts_on:
        return "A plan must end after the day it was proposed."
    if plan.achieved_on is not None and on < plan.achieved_on:
        return "The plan was achieved after that day."
    return ""


def end(*, plan: PermanencePlan, on: date, by: Any, reason: str = "") -> None:
    """The route is no longer worked for the child; `reason` says what happened."""
    with recording("plan.ended", by=by, children=[plan.child_id], route=plan.route):
        plan.refresh_from_db()
        if refusal := why_not_end(plan, on):
            raise PlanRefused(refusal)
        plan.ends_on, plan.end_reason = on, reason.strip()
        plan.save(update_fields=["ends_on", "end_reason"])


def start_all(*, authority: Authority, plans: Iterable[NewPlan], by: Any) -> int:
    """Record many plans in one go; the database refuses two of a rank at once."""
    rows = [
        PermanencePlan(
            child_id=new.child,
            route=new.route,
            rank=new.rank,
            starts_on=new.starts_on,
            ends_on=new.ends_on,
            ratified_on=new.ratified_on,
            endorsed_on=new.endorsed_on,
            achieved_on=new.achieved_on,
            end_reason=new.end_reason,
        )
        for new in plans
    ]
    touched = {row.child_id for row in rows}
    with recording("plans.started", by=by, children=touched, authority=authority.code):
        PermanencePlan.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)
