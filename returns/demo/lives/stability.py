"""Homes at risk and homes that ended: worries, help, meetings; settings that are not registered;
and the talk after somebody was missing.
"""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from placements.models import (
    HomeMeeting,
    HomeWorry,
    MeetingAbout,
    ReturnInterview,
    UnregisteredSetting,
)
from placements.models.stability import NotRegistered, RegularAgain, WorryEnded
from returns.demo.history import Home
from returns.demo.lives.council import RECENT, Council, Story, at_work
from returns.demo.lives.entries import Entry
from returns.demo.lives.homes import Stretch, stretches
from returns.demo.timelines import days

NOT_PLANNED = ("CREQB", "CREQO", "CHILD", "ALLEG", "STAND")
FRAGILE = 0.1
WORRIES = (
    "The carers are very tired and have asked for a break.",
    "Mornings before school have become hard for everybody.",
    "The other young person in the home and this one do not get on.",
    "The child often says they want to live nearer to their family.",
    "The carer’s own mother is ill, and there is less time for the child.",
    "School rings most days, and the carers have to fetch the child early.",
    "Bedtimes are difficult since family time changed.",
)
IN_A_HOUSE = (
    "The young person asks to live with a family and finds the house too full.",
    "Two young people in the house do not get on, and evenings are loud.",
    "Three of the staff whom the young person knew best have left.",
    "The way to college takes two hours each day.",
)
HOUSE_SUPPORT = (
    "A worker of their own choosing, on two evenings a week.",
    "The bedroom was changed, and quiet times were agreed.",
    "A therapist comes to the house each fortnight, and staff meet her too.",
    "A taxi on college days until the bus starts.",
)
SUPPORT = (
    "A sleepover once a month with carers the child knows.",
    "A worker comes to the home on three evenings a week.",
    "Time with a therapist for the carers, every second week.",
    "A meeting with school, and a taxi so that mornings are calmer.",
    "The supervising worker rings every Friday, and a group for carers was offered.",
)
PLANNED = (
    "The child visits twice, stays a night, and moves on Saturday with everything they want.",
    "A book with photographs of the home was made. School stays the same.",
    "Whoever matters to the child comes along for the first tea.",
)
STABLE = (
    "Everybody wants it to last. Help was agreed, and another look in four weeks.",
    "It can last if the evenings get help. The child chose what to do on Tuesdays.",
    "What goes well was written down first: swimming, the garden, reading at night.",
)
LEARNT = (
    "The home was well chosen; help came too late. Next time it is there from the first day.",
    "The child was not told enough about the move. The next one is planned with them.",
    "Family time and the move came in one week. That is not to happen again.",
)
SAID_AT = {
    MeetingAbout.PLANNING: PLANNED,
    MeetingAbout.STABILITY: STABLE,
    MeetingAbout.DISRUPTION: LEARNT,
}
WHERE_NOW = (
    "No registered home was free at the weekend. Staff of the council stay day and night.",
    "The home’s registration is being looked at by Ofsted; the child is visited daily.",
    "The young person would not leave the flat they had chosen; help comes to them there.",
)
TOLD = "The director, the lead member’s office and the reviewing officer."
SAID = (
    "I was with my mates and my phone had died. I’m fine.",
    "I wanted to see my nan and didn’t know how to ask.",
    "I needed to get out for a bit after the row about bedtime.",
    "I missed the last bus and was scared I’d be in trouble.",
    "I went to watch the match and lost track of time.",
    "I’d like to be able to stay out till nine at weekends, like my friends.",
    "",
)


def tell(council: Council) -> Iterator[Entry]:
    for story, random in council.each("stability"):
        lived = stretches(story)
        for n, stretch in enumerate(lived):
            following = lived[n + 1] if n + 1 < len(lived) else None
            if stretch.ends_on is None:
                yield from _now(story, stretch, random)
            elif following is not None and stretch.ends_on > story.recent(900):
                yield from _ended(story, stretch, random)
            if n and stretch.starts_on > story.recent(700) and random.random() < 0.5:
                yield from _moving_in(story, stretch, random)
        yield from _talks(council, story, random)
        yield from _unregistered(story, random)


def _why(story: Story, ended: date) -> str:
    """Why the home that ended that day did so; it stands on the one that follows."""
    following: Home | None = next((home for home in story.care.homes if home.on == ended), None)
    return following.why if following else ""


def _worry(story: Story, stretch: Stretch, on: date, random: Random, **became: Any) -> Entry:
    """Some are offered help after a few days, most within two weeks."""
    family = stretch.types[-1][0] in "UP"
    offered = on + days(random.randint(2, 20))
    if became.get("ends_on") is None or offered < became["ends_on"]:
        support = random.choice(story.suiting(SUPPORT if family else HOUSE_SUPPORT, on))
        became |= {"support_offered_on": offered, "support": support}
    worry = random.choice(story.suiting(WORRIES if family else IN_A_HOUSE, on))
    return story.entry(HomeWorry, on, starts_on=on, worry=worry, **became)


def _now(story: Story, stretch: Stretch, random: Random) -> Iterator[Entry]:
    since = max(stretch.starts_on, story.today - days(300))
    room = (story.yesterday - since).days
    if room < 20 or stretch.types[-1].startswith("A") or random.random() > FRAGILE:
        return
    on = since + days(random.randint(8, room - 4))
    settled = on + days(random.randint(30, 110))
    became: dict[str, Any] = {}
    if random.random() < 0.6:
        became = {"ends_on": settled, "outcome": WorryEnded.SETTLED}
    yield _worry(story, stretch, on, random, **became)
    met = on + days(random.randint(9, 24) if random.random() < 0.12 else random.randint(2, 6))
    if met <= story.yesterday and random.random() < 0.96:
        yield _met(story, stretch, MeetingAbout.STABILITY, met, random)


def _ended(story: Story, stretch: Stretch, random: Random) -> Iterator[Entry]:
    ended = stretch.ends_on
    assert ended is not None
    if _why(story, ended) not in NOT_PLANNED:
        return
    room = (ended - stretch.starts_on).days
    if room > 25 and random.random() < 0.8:
        on = ended - days(random.randint(14, min(90, room - 5)))
        yield _worry(story, stretch, on, random, ends_on=ended, outcome=WorryEnded.MOVED)
        if (ended - on).days > 12 and random.random() < 0.9:
            met = on + days(random.randint(2, 6))
            yield _met(story, stretch, MeetingAbout.STABILITY, met, random)
    met = ended + days(random.randint(30, 55) if random.random() < 0.12 else random.randint(8, 25))
    if met <= story.last and random.random() < 0.98:
        yield _met(story, stretch, MeetingAbout.DISRUPTION, met, random)


def _moving_in(story: Story, stretch: Stretch, random: Random) -> Iterator[Entry]:
    met = stretch.starts_on - days(random.randint(2, 14))
    if met > story.care.starts_on and _why(story, stretch.starts_on) not in NOT_PLANNED:
        yield _met(story, stretch, MeetingAbout.PLANNING, met, random)


def _met(story: Story, stretch: Stretch, kind: str, on: date, random: Random) -> Entry:
    on = at_work(on, story.care.starts_on)
    outcome = random.choice(story.suiting(SAID_AT[MeetingAbout(kind)], on))
    return story.entry(
        HomeMeeting, on, home_id=stretch.home, kind=kind, held_on=on, outcome=outcome
    )


def _talks(council: Council, story: Story, random: Random) -> Iterator[Entry]:
    """Offered to everybody who came back, and held within three days for most."""
    told: set[date] = set()
    for _, _, back in story.life.missing:
        if back is None or back < story.today - days(RECENT) or back > story.yesterday:
            continue
        if back in told or random.random() < 0.02:
            continue
        told.add(back)
        offered = back + days(random.choice((0, 0, 0, 1)))
        became: dict[str, Any] = {}
        chance = random.random()
        if chance < 0.66:
            held = offered + days(random.choice((0, 1, 1, 2, 2, 3, 6)))
            became = {
                "held_on": held,
                "held_by": "Marcus Bell, children’s rights service",
                "said": random.choice(SAID),
            }
        elif chance < 0.92:
            became = {"declined_on": offered + days(random.choice((0, 1, 2)))}
        yield story.entry(ReturnInterview, offered, came_back_on=back, offered_on=offered, **became)


def _unregistered(story: Story, random: Random) -> Iterator[Entry]:
    """Settings that the return counts among the unregulated ones."""
    for home in story.homes:
        if not home.type.startswith("Z1") or home.starts_on > story.yesterday:
            continue
        age = story.age(home.starts_on)
        kind = NotRegistered.UNDER_16 if age < 16 else NotRegistered.SUPPORTED
        if age < 16 and random.random() < 0.6:
            kind = NotRegistered.CHILDRENS_HOME
        yield story.entry(
            UnregisteredSetting,
            home.starts_on,
            kind=kind,
            starts_on=home.starts_on,
            reason=random.choice(WHERE_NOW),
            told=TOLD,
            ofsted_notified_on=home.starts_on + days(random.randint(0, 4)),
            ends_on=home.ends_on,
            end_reason=RegularAgain.MOVED if home.ends_on else "",
        )
