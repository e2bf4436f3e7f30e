"""Special guardianship and child arrangements: each person who was looked at, side by side."""

from collections.abc import Iterator
from datetime import date
from random import Random

from adoption.models import (
    Assessed,
    GuardianshipSupportReview,
    OrderSought,
    ProspectiveGuardian,
    Viability,
)
from casetrack.dates import birthday
from permanence.models import Route
from returns.demo import names
from returns.demo.lives.council import RECENT, Council, Story, at_work, together
from returns.demo.lives.entries import Entry
from returns.demo.lives.relatives import one_of
from returns.demo.timelines import days

GUARDIAN, ARRANGEMENTS = ("E45", "E46", "E47", "E48"), ("E41",)
ROUTES = (Route.SPECIAL_GUARDIANSHIP, Route.CHILD_ARRANGEMENTS)
RELATIVES = ("grandparents", "grandmother", "aunt", "aunt and uncle", "great-aunt", "godmother")
STEPS = (
    ("viability_started_on", 4),
    ("viability_concluded_on", 18),
    ("assessment_started_on", 26),
    ("assessment_completed_on", 110),
    ("intention_confirmed_on", 122),
    ("support_plan_drafted_on", 130),
    ("support_plan_agreed_on", 150),
    ("notice_given_on", 155),
    ("report_asked_on", 165),
    ("report_filed_on", 215),
    ("applied_on", 240),
)
"""Days after being named, where nothing holds things up."""


def tell(council: Council) -> Iterator[Entry]:
    for number, family in together(council.stories).items():
        for story in family:
            random = council.random("guardian", number)
            if (order := _sought(story)) is not None:
                yield from _guardian(story, order, random)
            yield from _support(story, random)


def _sought(story: Story) -> str | None:
    if story.care.reason in GUARDIAN:
        return OrderSought.SPECIAL_GUARDIANSHIP
    if story.care.reason in ARRANGEMENTS:
        return OrderSought.CHILD_ARRANGEMENTS
    plan = story.plan(story.yesterday)
    if not story.present or plan is None or plan.route not in ROUTES:
        return None
    if plan.route == Route.CHILD_ARRANGEMENTS:
        return OrderSought.CHILD_ARRANGEMENTS
    return OrderSought.SPECIAL_GUARDIANSHIP


def _guardian(story: Story, order: str, random: Random) -> Iterator[Entry]:
    """The carers with whom the child lives, and now and then somebody who was thought of too."""
    ended, home = story.care.ends_on, story.home
    slow = random.uniform(0.8, 1.7)
    relative = home.type in ("U1", "U2", "U3")
    if ended is not None:
        room = (ended - story.care.starts_on).days
        slow = min(slow, (room - 12) / 250)
        named = ended - days(250 * slow)
    else:
        named = max(home.starts_on, story.care.starts_on) + days(random.randint(0, 40))
    if named > story.yesterday or slow <= 0:
        return
    steps = {step: named + days(count * slow) for step, count in STEPS}
    who = random.choice(RELATIVES) if relative else "foster carers"
    yield _entry(story, order, home.home.name or names.carers(random), who, named, steps, ended)
    if random.random() < 0.3:
        other = {"viability_started_on": named + days(5)}
        other |= {"viability_concluded_on": named + days(24)}
        yield story.entry(
            ProspectiveGuardian,
            named,
            name=names.carers(random),
            relationship=random.choice(("family friend", "cousin", "uncle")),
            order_sought=order,
            named_on=named,
            **other,
            viability=Viability.NEGATIVE,
            withdrew_on=named + days(30),
        )


def _entry(
    story: Story,
    order: str,
    name: str,
    who: str,
    named: date,
    steps: dict[str, date],
    ended: date | None,
) -> Entry:
    if order == OrderSought.CHILD_ARRANGEMENTS:
        steps = {step: on for step, on in steps.items() if step != "notice_given_on"}
    if ended is not None:
        steps = {step: min(on, ended) for step, on in steps.items()}
    relative = story.carers if story.carers and story.carers.name == one_of(name) else None
    if relative is not None and relative.viability_done_on is not None:
        steps = {step: on for step, on in steps.items() if not step.startswith("viability")}
    return story.entry(
        ProspectiveGuardian,
        named,
        relative=relative,
        name=name,
        relationship=who,
        order_sought=order,
        named_on=named,
        viability=Viability.POSITIVE,
        assessed=Assessed.RECOMMENDED,
        **steps,
    )


def _support(story: Story, random: Random) -> Iterator[Entry]:
    """The support is looked at each year after the order, until the child is grown up."""
    ordered = story.care.ends_on
    if story.care.reason not in GUARDIAN or ordered is None:
        return
    on, last = ordered, min(story.yesterday, birthday(story.born_on, 18) - days(1))
    while (on := on + days(_about_a_year(random))) <= last:
        held = at_work(on, ordered)
        if held >= story.today - days(RECENT):
            yield story.entry(GuardianshipSupportReview, held, held_on=held)


def _about_a_year(random: Random) -> int:
    return random.randint(372, 430) if random.random() < 0.12 else random.randint(325, 362)
