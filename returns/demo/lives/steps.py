"""The steps of current plans: laid out early, done in their order, moved where they slipped.

They come last, because other facts show many of them to be done, and those nobody enters twice.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from casetrack.dates import birthday
from permanence import routes
from permanence.models import Milestone, PermanencePlan, Rank
from permanence.routes import done
from permanence.routes.step import ENTRY, PROPOSED, SIXTEEN
from returns.demo.lives.council import Council, Story
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days

LAID_OUT = 0.88
"""Plans whose steps somebody has laid out."""
WAIT_FOR_NO_OTHER = ("plan-endorsed", "second-review", "plan-ratified", "siblings-decided")
"""Steps that do not hold up those after them."""
MOVED = (
    "The assessment took longer than planned.",
    "The carers asked for more time to be sure.",
    "The worker changed, and the new one has to get to know the child first.",
    "The panel was full; the next one is a month later.",
    "Waiting for the medical report.",
    "The child asked to wait until after the holidays.",
)
MISSED = (
    "The report was late.",
    "The meeting had to be put off because somebody was ill.",
    "It waited for the court.",
    "Nobody was free to do it in time.",
)


def tell(council: Council) -> Iterator[Entry]:
    laid = [
        (story, plan)
        for story in council.stories
        if story.present
        for plan in story.plans
        if plan.ends_on is None and (council.today - plan.starts_on).days > 8
    ]
    plans = [plan for _, plan in laid]
    shown = done.found(plans, [code for code, _ in routes.titles()])
    by_plan: dict[int, dict[str, date]] = {}
    for (number, code), on in shown.items():
        by_plan.setdefault(number, {})[code] = on
    for story, plan in laid:
        random = council.random("steps", f"{story.life.reference} {plan.rank}")
        if random.random() < LAID_OUT:
            found = by_plan.get(plan.pk, {})
            yield from _laid_out(council, story, plan, found, random)


def _laid_out(
    council: Council,
    story: Story,
    plan: PermanencePlan,
    shown: Mapping[str, date],
    random: Random,
) -> Iterator[Entry]:
    on = min(plan.starts_on + days(random.randint(2, 25)), story.yesterday)
    beginnings = {PROPOSED: plan.starts_on, ENTRY: story.care.starts_on}
    beginnings[SIXTEEN] = birthday(story.born_on, 16)
    before = {code: day for code, day in shown.items() if day <= on}
    planned = routes.suggested(plan.route, beginnings | before, council.holidays, earliest=on)
    worker = council.worker(story)
    reached = True
    for step in routes.steps(plan.route, primary=plan.rank == Rank.PRIMARY):
        alone = step.code == "siblings-decided" and story.life.family not in council.several
        if step.code not in planned or alone:
            continue
        due = planned[step.code]
        became, reached = _became(step.code, due, on, shown, story, reached, random)
        moved_on = became.pop("moved_on", None)
        entry = Entry(
            Milestone(
                child_id=story.child,
                plan=plan,
                code=step.code,
                planned_on=due,
                owner=worker if step.owner == "Social worker" else None,
                **became,
            ),
            on,
            moved_on=moved_on,
        )
        yield entry


def _became(
    code: str,
    due: date,
    since: date,
    shown: Mapping[str, date],
    story: Story,
    reached: bool,
    random: Random,
) -> tuple[dict[str, Any], bool]:
    """What became of a step, and whether those after it could be taken."""
    if done.is_found(code):
        if code in shown:
            return {}, reached
        return _moved(due, story, random), reached and code in WAIT_FOR_NO_OTHER
    if code == "placement-order-applied" and story.applied_on is not None:
        on = max(story.applied_on, since)
        return {"actual_on": on, "missed_because": random.choice(MISSED) if on > due else ""}, True
    on = due + days(random.triangular(-12, 20, 0))
    if reached and due <= story.yesterday and on <= story.yesterday and random.random() < 0.85:
        on = max(on, since)
        return {"actual_on": on, "missed_because": random.choice(MISSED) if on > due else ""}, True
    return _moved(due, story, random), False


def _moved(due: date, story: Story, random: Random) -> dict[str, Any]:
    """What slipped is mostly planned for another day, which was said when the first one came."""
    if due > story.today or random.random() < 0.3:
        return {}
    moved_on = min(due + days(random.randint(0, 9)), story.yesterday)
    to = story.today + days(random.randint(6, 120))
    return {"revised_on": to, "revised_because": random.choice(MOVED), "moved_on": moved_on}
