"""The route that is worked for the child, and what becomes of it."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, text
from casetrack.record.kind import Ask, Change, Group, Kind, Told
from casetrack.words import uncapital
from permanence.actions import milestones, plans
from permanence.models import PermanencePlan, Rank


def _plan(fact: Any) -> Iterator[Told]:
    route = uncapital(fact.get_route_display())
    second = fact.rank == Rank.CONTINGENCY
    name = "second plan" if second else "plan"
    proposed = "Second plan, in case the first cannot be" if second else "Plan"
    yield Told(fact.starts_on, f"{proposed}: {route}.", fact.start_known)
    if fact.endorsed_on is not None:
        yield Told(fact.endorsed_on, f"A meeting of managers supported the {name}: {route}.")
    if fact.ratified_on is not None:
        yield Told(fact.ratified_on, f"A review agreed the {name}: {route}.")
    if fact.achieved_on is not None:
        yield Told(fact.achieved_on, f"What was planned came about: {route}.")
    if fact.ends_on is not None:
        why = f" {fact.end_reason}" if fact.end_reason else ""
        yield Told(fact.ends_on, f"The {name} ended: {route}.{why}")


def why_not_withdraw(plan: PermanencePlan) -> str:
    """Why it cannot be said that it was never the plan; empty where it can."""
    if plan.ratified_on is None:
        return ""
    return "A review ratified the plan. Only the reviewing officer can say that this was a mistake."


def why_not_so(plan: PermanencePlan) -> str:
    """Why the plan cannot stand as it is written; what a review ratified stays the route it was."""
    before = PermanencePlan.objects.filter(pk=plan.pk).exclude(route=plan.route).first()
    return (why_not_withdraw(before) if before else "") or plans.why_not_so(plan)


KINDS = (
    Kind(
        code="plan",
        title="Permanence plan",
        group=Group.PLAN,
        model=PermanencePlan,
        permission=Permission.RECORD_PLANS,
        hint="The plan of the same rank before it ends on the same day. Only a review ratifies a "
        "plan.",
        asks=("route", "rank", "starts_on"),
        labels={
            "starts_on": "When was it proposed?",
            "ends_on": "When did it end?",
        },
        act=lambda child, by, values: plans.start(
            child=child,
            route=values["route"],
            rank=values["rank"],
            on=values["starts_on"],
            by=by,
        ),
        rule=why_not_so,
        holds=why_not_withdraw,
        tell=_plan,
        # The day of ratification is the reviewing officer's, who has a change for a mistake in it.
        mends=(
            "route",
            "starts_on",
            "start_known",
            "endorsed_on",
            "achieved_on",
            "ends_on",
            "end_reason",
        ),
        chain=("rank",),
        changes=(
            Change(
                code="endorsed",
                title="The Permanence Monitoring Group endorsed it",
                asks=(Ask("on", lambda child: DateBoxes(label="When did it endorse the plan?")),),
                act=lambda fact, by, values: plans.endorse(plan=fact, on=values["on"], by=by),
                offered=lambda fact: fact.endorsed_on is None,
            ),
            Change(
                code="ratified",
                title="A review ratified it",
                asks=(Ask("on", lambda child: DateBoxes(label="When was that review held?")),),
                act=lambda fact, by, values: plans.ratify(plan=fact, on=values["on"], by=by),
                offered=lambda fact: fact.ratified_on is None,
                permission=Permission.RATIFY_PLANS,
            ),
            Change(
                code="not-ratified",
                title="It was not ratified: that was a mistake",
                asks=(Ask("because", lambda child: text(max_length=300, label="What was wrong?")),),
                act=lambda fact, by, values: plans.withdraw_ratification(
                    plan=fact, why=values["because"], by=by
                ),
                offered=lambda fact: fact.ratified_on is not None,
                permission=Permission.RATIFY_PLANS,
            ),
            Change(
                code="achieved",
                title="The plan was achieved",
                asks=(Ask("on", lambda child: DateBoxes(label="When was it achieved?")),),
                act=lambda fact, by, values: plans.achieve(plan=fact, on=values["on"], by=by),
                offered=lambda fact: fact.achieved_on is None,
            ),
            Change(
                code="laid-out",
                title="Lay out the steps of the route",
                asks=(
                    Ask(
                        "on",
                        lambda child: DateBoxes(
                            label="Plan them from which day on?",
                            hint="Usually today. Each step gets its suggested day, which you can "
                            "move; a step whose suggested day has passed is planned for this day.",
                        ),
                    ),
                ),
                act=lambda fact, by, values: milestones.lay_out(plan=fact, on=values["on"], by=by),
                offered=lambda fact: fact.ends_on is None,
            ),
            Change(
                code="ended",
                title="The plan ended",
                asks=(
                    Ask("on", lambda child: DateBoxes(label="When did the plan end?")),
                    "end_reason",
                ),
                act=lambda fact, by, values: plans.end(
                    plan=fact, on=values["on"], reason=values["end_reason"], by=by
                ),
                offered=lambda fact: fact.ends_on is None,
            ),
        ),
    ),
)
