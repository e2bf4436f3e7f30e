"""Living with parents: assessed, and asked at each look whether the order is still needed."""

from collections.abc import Iterator
from datetime import date
from random import Random

from casetrack.models.proceedings import GatewayDecision
from placements.models import AssessmentOf, OrderQuestion, StillNeeded
from placements.models.assessments import Finding
from returns.demo.lives.council import Council, Story
from returns.demo.lives.court import gateway
from returns.demo.lives.entries import Entry
from returns.demo.lives.homes import WITH_PARENTS, assessed
from returns.demo.timelines import days

NOT_ASKED = AFTER_THE_MOVE = 0.06
ENDING = "The order has done its work. Ask the court to end it, with help for a year."
STILL = {
    StillNeeded.YES: (
        "Things are better, and too new to rely on. The order lets us visit and step in.",
        "School attendance is still a worry, and the parents agree that the order helps.",
        "The younger child still needs the speech therapy that the order makes sure of.",
    ),
    StillNeeded.NOT_YET: (
        "It has done its work; the assessment for the court is being written.",
        "No longer needed once the help for next year is agreed.",
    ),
    StillNeeded.APPLY: ("A good year at home. Everybody agrees, the children too.",),
}


def tell(council: Council) -> Iterator[Entry]:
    for story, random in council.each("at-home"):
        yield from _at_home(story, random)


def _at_home(story: Story, random: Random) -> Iterator[Entry]:
    """Living with parents: an assessment before, and at each review whether the order is needed."""
    home = next((home for home in story.homes if home.type == WITH_PARENTS), None)
    if home is None:
        return
    began = max(home.starts_on - days(random.randint(40, 80)), story.care.starts_on)
    done = max(home.starts_on - days(random.randint(2, 15)), began)
    if home.starts_on in story.at_once:
        began, done = home.starts_on, home.starts_on + days(random.randint(5, 12))
    elif random.random() < AFTER_THE_MOVE:
        done = home.starts_on + days(random.randint(4, 24))
    finding = Finding.SUITABLE if random.random() < 0.3 else Finding.WITH_SUPPORT
    if done <= story.yesterday:
        yield assessed(story, AssessmentOf.PARENTS, "Both parents", began, done, finding, random)
    held = [on for on, _ in story.life.reviews if home.starts_on < on <= story.yesterday]
    held = [on for on in held if home.ends_on is None or on < home.ends_on]
    for on in held:
        last = on == held[-1] and story.present
        for asked in order_asked(story, on, random, last=last):
            yield asked
            if asked.fact.answer == StillNeeded.APPLY:
                yield from _put_to_lawyers(story, on, random)


def order_asked(story: Story, on: date, random: Random, *, last: bool = False) -> Iterator[Entry]:
    """Whether the order is still needed, asked when a child at home under one is looked at."""
    home = next((home for home in reversed(story.homes) if home.starts_on <= on), None)
    ordered = story.care.since("C2")
    if home is None or home.type != WITH_PARENTS or ordered is None or on < ordered:
        return
    if home.starts_on >= on or random.random() < NOT_ASKED:
        return
    months = (on - max(home.starts_on, ordered)).days / 30
    answer = StillNeeded.YES
    if months > 10:
        answer = random.choice((StillNeeded.YES, StillNeeded.NOT_YET))
    if months > 14 and last:
        answer = random.choice((StillNeeded.NOT_YET, StillNeeded.APPLY))
    yield story.entry(
        OrderQuestion,
        on,
        asked_on=on,
        answer=answer,
        reason=random.choice(story.suiting(STILL[answer], on)),
    )


def _put_to_lawyers(story: Story, on: date, random: Random) -> Iterator[Entry]:
    """Answered that it is to end: the panel agrees, and then the court is asked."""
    asked = on + days(random.randint(1, 6))
    late = random.random() < 0.15
    decided = on + days(random.randint(31, 50) if late else random.randint(9, 18))
    if asked <= story.yesterday:
        yield gateway(story, asked, decided, GatewayDecision.DISCHARGE, ENDING)
        story.to_end_on = decided
