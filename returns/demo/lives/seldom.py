"""What is rare: told of one child or two, so that it can be met with in every council.

What waits for an answer today was asked in the last days.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from casetrack.models import PreProceedings
from casetrack.models.proceedings import GatewayDecision
from permanence.models import Route
from placements.models import ApprovalOf, ApprovalRequest
from returns.demo.lives.council import Council, Story, at_work
from returns.demo.lives.court import gateway
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days

LETTER = "Write to the parents: agreement has lasted long enough without a plan."
ASKED = {
    ApprovalOf.OVERNIGHTS: "Family time at home has gone well; everybody wants the first night.",
    ApprovalOf.RESIDENTIAL: "Two foster homes ended within a year; the young person asks for it.",
    ApprovalOf.OUT_OF_AREA: "An aunt’s home near the new school, forty miles from here.",
}
Which = Callable[[Story], bool]


def tell(council: Council) -> Iterator[Entry]:
    random = council.random("seldom", len(council.stories))
    for story in _some(council.stories, _on_the_way_home, random):
        yield _asked(story, ApprovalOf.OVERNIGHTS, ago=6, needed_ago=2)
    for story in _some(council.stories, _in_a_family, random):
        yield _asked(story, ApprovalOf.RESIDENTIAL, ago=1, needed_ago=-10)
    for story in _some(council.stories, _in_a_family, random):
        yield _asked(story, ApprovalOf.OUT_OF_AREA, ago=random.randint(11, 16), needed_ago=-4)
    for story in _some(council.stories, _by_agreement, random):
        yield from _letter(story, random)


def _some(stories: Sequence[Story], which: Which, random: Random) -> list[Story]:
    able = [story for story in stories if story.present and which(story)]
    return random.sample(able, min(len(able), 1 + len(able) // 60))


def _on_the_way_home(story: Story) -> bool:
    plan = story.plan(story.yesterday)
    settled = (story.today - story.care.starts_on).days > 90
    return plan is not None and plan.route == Route.HOME and story.home.type != "P1" and settled


def _in_a_family(story: Story) -> bool:
    return story.home.type == "U6" and story.age(story.today) >= 12


def _by_agreement(story: Story) -> bool:
    long = (story.today - story.care.starts_on).days > 200
    return story.legal == "V2" and long and not story.life.unaccompanied


def _asked(story: Story, kind: str, *, ago: int, needed_ago: int) -> Entry:
    on = at_work(story.today - days(ago), story.care.starts_on)
    return story.entry(
        ApprovalRequest,
        on,
        kind=kind,
        asked_on=on,
        needed_on=story.today - days(needed_ago),
        reason=ASKED[ApprovalOf(kind)],
    )


def _letter(story: Story, random: Random) -> Iterator[Entry]:
    """Care by agreement that leads to court: the letter is out, and the first meeting to come."""
    wrote = at_work(story.today - days(random.randint(6, 60)), story.care.starts_on)
    yield gateway(story, wrote - days(18), wrote - days(8), GatewayDecision.PRE_PROCEEDINGS, LETTER)
    yield story.entry(PreProceedings, wrote, letter_sent_on=wrote)
