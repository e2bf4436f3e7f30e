"""Adoption is planned and not decided yet: the agency told, carers thought of, the report begun."""

from collections.abc import Iterator
from datetime import date
from random import Random

from adoption.models import AdoptionNotification, ChildPermanenceReport, EarlyPermanence
from adoption.models.planning import EarlyPermanenceOutcome
from permanence.models import PermanencePlan, Route
from returns.demo.lives.council import Council, Story, at_work
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days

LATE = 0.12
EARLY = {
    EarlyPermanenceOutcome.FOSTERING_FOR_ADOPTION: (
        "No relative can care, and a family was ready before the court decides.",
        "A baby who will need one family from the beginning; the carers know it may change.",
    ),
    EarlyPermanenceOutcome.NOT_SUITABLE: (
        "A grandmother is still being assessed, and going to her comes first.",
        "The brothers and sisters stay together where they are for now.",
        "The mother’s assessment goes well so far.",
    ),
    EarlyPermanenceOutcome.NO_CARERS: (
        "It would be right, and no carers near enough were free.",
        "It would be right for both children, and nobody was found for two.",
    ),
}


def tell(council: Council) -> Iterator[Entry]:
    for story, random in council.each("family-sought"):
        plan = story.plan(story.yesterday)
        if plan is not None and plan.route == Route.ADOPTION and not story.life.decisions:
            yield from _begun(story, plan, random)


def _begun(story: Story, plan: PermanencePlan, random: Random) -> Iterator[Entry]:
    since = plan.starts_on
    late = days(random.randint(9, 20) if random.random() < LATE else 0)
    told = at_work(since + days(random.randint(0, 4)), since) + late
    if told <= story.yesterday:
        yield story.entry(AdoptionNotification, told, notified_on=told)
        yield from considered(story, told, story.yesterday, random)
    began = since + days(random.randint(5, 14))
    finished = (plan.ratified_on or since) + days(random.randint(8, 18)) + 3 * late
    if began <= story.yesterday:
        yield story.entry(
            ChildPermanenceReport,
            began,
            started_on=began,
            completed_on=max(finished, began),
            received_on=max(finished, began) + days(random.randint(1, 5)),
        )


def considered(story: Story, told: date, last: date, random: Random) -> Iterator[Entry]:
    """Whether carers who may adopt the child could foster them first."""
    outcome = EarlyPermanenceOutcome.FOSTERING_FOR_ADOPTION
    homes = {home.type for home in story.homes}
    if not homes & {"U2", "U5"}:
        outcome = random.choice(
            (EarlyPermanenceOutcome.NOT_SUITABLE, EarlyPermanenceOutcome.NO_CARERS)
        )
    on = min(told + days(random.randint(0, 9)), last)
    yield story.entry(
        EarlyPermanence,
        on,
        considered_on=on,
        outcome=outcome,
        reason=random.choice(EARLY[outcome]),
    )
