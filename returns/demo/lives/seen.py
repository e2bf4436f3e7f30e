"""Seeing the child: visits and supervision, checks of health and learning, and school."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from casetrack.dates import birthday
from permanence.models import (
    CheckKind,
    LifeStory,
    LifeStoryKind,
    SchoolPlace,
    Seen,
    Supervision,
    Visit,
    Visitor,
    VisitPlace,
    WellbeingCheck,
)
from returns.demo.lives.council import Council, Story, at_work
from returns.demo.lives.entries import Entry
from returns.demo.lives.relatives import CONNECTED
from returns.demo.timelines import days

EARLY_YEARS, PRIMARY, SECONDARY, COLLEGE = 3, 4, 11, 16
NOT_SEEN = (
    "Nobody was at home; the day had been mixed up.",
    "The child was ill in bed, and another day was agreed.",
    "The young person was out with friends and rang later.",
    "The child was at a sleepover.",
)
PLACES = (
    (VisitPlace.HOME,) * 15 + (VisitPlace.SCHOOL,) * 3 + (VisitPlace.ELSEWHERE, VisitPlace.ONLINE)
)
DECIDED = (
    "Visit again within the month and talk about family time.",
    "Ask school how mornings go now.",
    "Chase the health assessment that is due next month.",
    "Write the letter to the child about the last meeting.",
    "Book the next meeting with the carers and the supervising worker.",
    "Find out about swimming lessons near the new school.",
    "Agree with the reviewing officer what to bring to the next review.",
    "Go through the plan: it is still right, and the next step is dated.",
    "Read the carers’ notes of the last month and thank them.",
    "Ask the lawyers when the order can be looked at again.",
    "Bring the life story book up to date with photographs from the summer.",
    "Make sure the savings account is opened.",
    "Ask the grandparents about Christmas.",
    "See the child alone next time; the last visits were in a full house.",
)
SCHOOLS = {
    EARLY_YEARS: ("Little Larks Nursery", "Acorns Nursery", "Beckside Nursery"),
    PRIMARY: (
        "Larkmoor Primary School",
        "St Hilda’s Primary School",
        "Beckside Primary School",
        "Hollin Lane Primary School",
        "Moorview Primary School",
    ),
    SECONDARY: (
        "Larkmoor High School",
        "Beacon Hill Academy",
        "Riverside High School",
        "St Aidan’s School",
    ),
    COLLEGE: ("Larkmoor College", "Beacon Sixth Form", "Riverside Training Centre"),
}
FEWER_HOURS = 0.02
NOT_YET_APPROVED = 170
"""Days with relatives: seen weekly until the first review, then every four weeks."""


def tell(council: Council) -> Iterator[Entry]:
    managers = council.managers
    for story, random in council.each("seen"):
        yield from _schools(story, random)
        yield from _life_story(council, story, random)
        if story.last >= council.today - days(548):
            yield from _visits(council, story, random)
            yield from _supervision(story, random.choice(managers), random)
            yield from _health(story, random)
            yield from _learning(story, random)


# Visits


def _visits(council: Council, story: Story, random: Random) -> Iterator[Entry]:
    """In the first week of a home or a worker, then about every five weeks; some less often."""
    since = story.recent()
    starts = sorted(
        [home.starts_on for home in story.homes] + [each.starts_on for each in story.life.workers]
    )
    on = since + days(random.randint(1, 6))
    taken: set[date] = set()
    while on <= story.last:
        held = at_work(on, since)
        if held <= story.last and held not in taken:
            taken.add(held)
            yield _visit(council, story, held, Visitor.SOCIAL_WORKER, random)
        following = on + days(_interval(story, on, random))
        moved = next((start for start in starts if on < start < following), None)
        on = moved + days(random.randint(2, 6)) if moved else following
    for review, _ in story.life.reviews:
        before = at_work(review - days(random.randint(2, 9)), since)
        if before >= since and before <= story.last and random.random() < 0.45:
            yield _visit(council, story, before, Visitor.IRO, random)


def _interval(story: Story, on: date, random: Random) -> int:
    home = next((home for home in reversed(story.homes) if home.starts_on <= on), story.homes[0])
    new = (on - home.starts_on).days < 30
    if home.type.startswith("A"):
        return random.randint(6, 8) if (on - home.starts_on).days < 28 else random.randint(24, 42)
    if home.type == "P1" and new:
        return random.randint(6, 7)
    relatives = home.type in CONNECTED and (on - home.starts_on).days < NOT_YET_APPROVED
    if relatives and not any(home.starts_on < held <= on for held, _ in story.life.reviews):
        return random.randint(9, 14) if random.random() < 0.06 else random.randint(5, 6)
    if relatives or (home.type == "P1" and story.legal == "C1"):
        return random.randint(29, 40) if random.random() < 0.06 else random.randint(16, 26)
    if new:
        return random.randint(12, 26)
    late = random.random()
    if home.type in ("U4", "U1") and (on - home.starts_on).days > 400 and late < 0.08:
        return random.randint(60, 85)
    return random.randint(44, 62) if late < 0.03 else random.randint(25, 40)


def _visit(council: Council, story: Story, on: date, visitor: str, random: Random) -> Entry:
    who = council.officer if visitor == Visitor.IRO else council.social_worker
    place = random.choice(PLACES)
    if place == VisitPlace.SCHOOL and not PRIMARY <= story.age(on) < 17:
        place = VisitPlace.HOME
    seen, because = Seen.WITH_OTHERS, ""
    if random.random() < 0.035 and place == VisitPlace.HOME:
        seen, because = Seen.NOT_SEEN, random.choice(story.suiting(NOT_SEEN, on))
    elif random.random() < (0.74 if story.age(on) >= 4 else 0.12):
        seen = Seen.ALONE
    return story.entry(
        Visit,
        on,
        visited_on=on,
        visitor=visitor,
        visited_by=who(story, on),
        place=place,
        seen=seen,
        not_seen_because=because,
    )


def _supervision(story: Story, manager: str, random: Random) -> Iterator[Entry]:
    """About once a month, and now and then not for two."""
    since = story.recent()
    on = since + days(random.randint(8, 28))
    while on <= story.last:
        held = at_work(on, since)
        yield story.entry(
            Supervision,
            held,
            held_on=held,
            supervised_by=manager,
            decided=random.choice(story.suiting(DECIDED, held)),
        )
        on += days(random.randint(45, 70) if random.random() < 0.03 else random.randint(20, 30))


# Checks


def _health(story: Story, random: Random) -> Iterator[Entry]:
    since = story.recent()
    began = story.care.starts_on
    first = began + days(random.randint(10, 26) + (20 if random.random() < 0.1 else 0))
    if first >= since:
        yield from _check(story, CheckKind.INITIAL_HEALTH, first)
    on = first
    while (on := on + days(_half_or_year(story, on, random))) <= story.last:
        if on >= since:
            yield from _check(story, CheckKind.REVIEW_HEALTH, on)
    if story.age(story.last) >= 1:
        first = max(since, birthday(story.born_on, 1))
        yield from _every(story, CheckKind.DENTIST, first, (150, 240), random)
    if story.age(story.last) >= 2:
        yield from _every(story, CheckKind.OPTICIAN, since, (340, 460), random)
    yield from _every(story, CheckKind.IMMUNISATIONS, since, (330, 420), random)
    if 4 <= story.age(story.last) <= 16 and (story.last - began).days > 330:
        on = story.last - days(random.randint(10, 300))
        score = round(random.triangular(3, 32, 13))
        yield from _check(story, CheckKind.SDQ, on, score)


def _half_or_year(story: Story, on: date, random: Random) -> int:
    months = 178 if story.age(on) < 5 else 360
    return months + random.randint(-14, 9) + (40 if random.random() < 0.08 else 0)


def _every(
    story: Story, kind: str, since: date, between: tuple[int, int], random: Random
) -> Iterator[Entry]:
    on = since + days(random.randint(15, 170))
    while on <= story.last:
        yield from _check(story, kind, on)
        on += days(random.randint(*between))


def _learning(story: Story, random: Random) -> Iterator[Entry]:
    """A plan for learning within ten working days, and a meeting each term."""
    since = story.recent()
    began = max(story.care.starts_on, birthday(story.born_on, EARLY_YEARS))
    if story.age(story.last) < EARLY_YEARS or story.age(story.last) >= 18:
        return
    late = random.random() < 0.09
    on = began + days(random.randint(4, 12) + (15 if late else 0))
    if on >= since:
        yield from _check(story, CheckKind.PEP_STARTED, on)
        on = began + days(random.randint(30, 48) if late else random.randint(14, 26))
    else:
        on = since + days(random.randint(20, 80))
    while on <= story.last:
        yield from _check(story, CheckKind.PEP_MEETING, on)
        on += days(random.randint(105, 130) + (50 if random.random() < 0.06 else 0))


def _check(story: Story, kind: str, on: date, score: int | None = None) -> Iterator[Entry]:
    on = at_work(on, story.care.starts_on)
    if story.care.starts_on <= on <= story.last:
        yield story.entry(WellbeingCheck, on, kind=kind, done_on=on, score=score)


# School and life story


def _schools(story: Story, random: Random) -> Iterator[Entry]:
    """From the day of coming into care, or the September in which a stage begins."""
    marks = [
        (stage, _september(birthday(story.born_on, stage)))
        for stage in (EARLY_YEARS, PRIMARY, SECONDARY, COLLEGE)
    ]
    ends = [on for _, on in marks[1:]] + [birthday(story.born_on, 18)]
    began, last = story.care.starts_on, story.last
    for (stage, on), end in zip(marks, ends, strict=True):
        starts, until = max(on, began), min(end, last)
        if starts >= until or (stage == EARLY_YEARS and random.random() < 0.3):
            continue
        yield from _place(story, stage, starts, on >= began, until if end <= last else None, random)


def _september(reached: date) -> date:
    """The first of September on or after the birthday."""
    start = date(reached.year, 9, 1)
    return start if reached <= start else date(reached.year + 1, 9, 1)


def _place(
    story: Story, stage: int, on: date, known: bool, until: date | None, random: Random
) -> Iterator[Entry]:
    hours = Decimal(15) if stage == EARLY_YEARS else Decimal(25)
    if stage in (PRIMARY, SECONDARY) and random.random() < FEWER_HOURS:
        hours = Decimal(random.choice((8, 10, 12, 15)))
    values: dict[str, Any] = {"school": random.choice(SCHOOLS[stage]), "hours": hours}
    yield story.entry(SchoolPlace, on, starts_on=on, start_known=known, ends_on=until, **values)


def _life_story(council: Council, story: Story, random: Random) -> Iterator[Entry]:
    """Begun for most who stay; parts are given as they are ready."""
    room = (story.last - story.care.starts_on).days
    if room < 150 or random.random() > 0.6:
        return
    on = story.care.starts_on + days(random.randint(60, min(room, 420)))
    yield _told(council, story, LifeStoryKind.STARTED, on)
    for _ in range(random.choice((0, 1, 1, 2))):
        on += days(random.randint(70, 260))
        if on <= story.last:
            yield _told(council, story, LifeStoryKind.PART, on)


def _told(council: Council, story: Story, kind: str, on: date) -> Entry:
    who = council.social_worker(story, on)
    return story.entry(LifeStory, on, kind=kind, done_on=on, done_by=who)
