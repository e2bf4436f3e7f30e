"""The steps of current plans: laid out, done one after the other, moved where they slipped.

They come last, because other facts show many of them to be done, and those nobody enters twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from casetrack.dates import add_months, birthday
from permanence import routes
from permanence.models import Milestone, PermanencePlan, Rank, Route
from permanence.routes import done
from permanence.routes.step import ENTRY, PROPOSED, SIXTEEN, Step
from returns.demo.lives import growing_up
from returns.demo.lives.council import Council, Story, at_work
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days

LAID_OUT = {Rank.PRIMARY: 0.98, Rank.CONTINGENCY: 0.95}
"""Plans whose steps somebody has laid out; those for a life of one’s own always are."""
UNOWNED = 0.03
BEHIND = 0.025
"""Plans of which a step is past its day, and nobody has said what became of it."""
STOPPED = 0.08
"""Plans in which nothing has been done for two months or more."""
LATE = 0.06
MEETING, LATE_MEETING = (4, 13), (16, 40)
"""Days after coming into care until the first meeting about the plan."""
OF_THEIR_OWN = (
    *growing_up.STEPS,
    "staying-put-asked",
    "planning-meeting",
    "moved-on",
    "closing-check",
    "look-again",
)
"""Steps that do not wait for those before them."""
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


@dataclass
class Course:
    """A plan whose steps were laid out on a day, with what other facts show to be done."""

    council: Council
    story: Story
    plan: PermanencePlan
    shown: Mapping[str, date]
    random: Random
    on: date
    behind: bool
    planned: Mapping[str, date]
    open: int = 0
    """How many steps that somebody has to do are still to come."""


def tell(council: Council) -> Iterator[Entry]:
    laid = [
        (story, plan)
        for story in council.stories
        if story.present
        for plan in story.plans
        if plan.ends_on is None and plan.starts_on < story.yesterday
    ]
    plans = [plan for _, plan in laid]
    shown = done.found(plans, [code for code, _ in routes.titles()])
    by_plan: dict[int, dict[str, date]] = {}
    for (number, code), on in shown.items():
        by_plan.setdefault(number, {})[code] = on
    for story, plan in laid:
        random = council.random("steps", f"{story.life.reference} {plan.rank}")
        chance = random.random()
        if chance < LAID_OUT[Rank(plan.rank)] or plan.route == Route.INDEPENDENCE:
            found = by_plan.get(plan.pk, {})
            yield from _laid_out(_course(council, story, plan, found, random))


def _course(
    council: Council,
    story: Story,
    plan: PermanencePlan,
    shown: Mapping[str, date],
    random: Random,
) -> Course:
    """The steps of older plans were laid out anew in the last year."""
    on = plan.starts_on + days(random.randint(1, 9))
    if plan.achieved_on is None:
        on = max(on, story.today - days(random.randint(90, 330)))
    on = min(on, story.yesterday)
    beginnings = {PROPOSED: plan.starts_on, ENTRY: story.care.starts_on}
    beginnings[SIXTEEN] = birthday(story.born_on, 16)
    before = {code: day for code, day in shown.items() if day <= on}
    planned = routes.suggested(plan.route, beginnings | before, council.holidays, earliest=on)
    behind = random.random() < BEHIND
    return Course(council, story, plan, shown, random, on, behind, planned)


def _laid_out(course: Course) -> Iterator[Entry]:
    story, plan = course.story, course.plan
    owner = None if course.random.random() < UNOWNED else course.council.worker(story)
    alone = story.life.family not in course.council.several
    steps = [
        step
        for step in routes.steps(plan.route, primary=plan.rank == Rank.PRIMARY)
        if step.code in course.planned and not (step.code == "siblings-decided" and alone)
    ]
    taken = _paced(course, [step.code for step in steps if _by_hand(course, step)])
    taken |= _on_their_own(course)
    for step in steps:
        became = _became(course, step.code, taken.get(step.code))
        moved_on = became.pop("moved_on", None)
        fact = Milestone(child_id=story.child, plan=plan, code=step.code, owner=owner, **became)
        yield Entry(fact, min(course.on, fact.actual_on or course.on), moved_on=moved_on)


def _by_hand(course: Course, step: Step) -> bool:
    """Whether somebody has to do it who waits for nothing that is still to come."""
    if done.is_found(step.code) or step.code in OF_THEIR_OWN:
        return False
    return not done.is_found(step.within.after) or step.within.after in course.shown


def _paced(course: Course, codes: list[str]) -> dict[str, date]:
    """Those that are done, a month or so apart; the last of them mostly in the last weeks."""
    random = course.random
    between = random.randint(24, 45)
    ago = random.randint(61, 120) if random.random() < STOPPED else random.randint(1, 46)
    newest = course.plan.achieved_on or course.story.today - days(ago)
    count = min(len(codes), (newest - course.on).days // between + 1)
    found = {
        code: at_work(newest - days(between * (count - n - 1)), course.on)
        for n, code in enumerate(codes[: max(count, 0)])
    }
    if course.story.applied_on is not None:
        found["placement-order-applied"] = course.story.applied_on
    return {code: on for code, on in found.items() if on <= course.story.yesterday}


def _on_their_own(course: Course) -> dict[str, date]:
    """The first meeting, what is owed at 16, and looking again once permanence is there."""
    story, random = course.story, course.random
    late = random.random() < LATE
    wait = random.randint(*(LATE_MEETING if late else MEETING))
    found = {"planning-meeting": at_work(story.care.starts_on + days(wait), story.care.starts_on)}
    found |= growing_up.pathway(story, random)
    if (achieved := course.plan.achieved_on) is not None:
        found["closing-check"] = achieved + days(random.randint(9, 28))
        found["look-again"] = add_months(achieved, 12) - days(random.randint(0, 20))
    return {code: on for code, on in found.items() if on <= story.yesterday}


def _became(course: Course, code: str, taken: date | None) -> dict[str, Any]:
    """When it was planned for, and what became of it."""
    random, today = course.random, course.story.today
    due = course.planned[code]
    if code in course.shown:
        return {"planned_on": due}
    if taken is not None:
        due = taken + days(random.randint(-8, 6))
        because = random.choice(MISSED) if taken > due else ""
        return {"planned_on": due, "actual_on": taken, "missed_because": because}
    if code == "staying-put-asked":
        due = max(due, add_months(birthday(course.story.born_on, 16), 6))
    if course.behind and due < today + days(60):
        course.behind = False
        return {"planned_on": max(course.on, today - days(random.randint(1, 26)))}
    if due >= today:
        return {"planned_on": due}
    course.open += 1
    to = today + days(random.randint(3, 20) + 30 * course.open)
    if not done.is_found(code) and random.random() < 0.7:
        return {"planned_on": to}
    return {
        "planned_on": due,
        "revised_on": to,
        "revised_because": random.choice(MOVED),
        "moved_on": min(due + days(random.randint(0, 9)), course.story.yesterday),
    }
