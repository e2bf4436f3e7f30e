"""Adoption step by step, from telling the agency to the letter for later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from adoption.models import (
    AdopterFamily,
    AdopterStatus,
    AdoptionApplication,
    AdoptionLink,
    AdoptionNotification,
    AdoptionPanel,
    AdoptionReexamination,
    AdoptionSupportPlan,
    ChildPermanenceReport,
    FamilyFinding,
    FindingEnded,
    Introductions,
    IntroductionsEnded,
    LinkEnded,
    Match,
    MatchingMeeting,
    MeetingOutcome,
    PanelQuestion,
    Profiling,
    Recommendation,
)
from adoption.models.finding import Profile
from adoption.models.planning import (
    ReexaminationOccasion,
    ReexaminationOutcome,
)
from casetrack.models import (
    AdoptionConsent,
    Hearing,
    Proceedings,
    ProceedingsKind,
)
from casetrack.models.agreements import ConsentBy
from casetrack.models.proceedings import HearingPurpose, ProceedingsOutcome
from permanence.models import LifeStory, LifeStoryKind, Route
from returns.demo import names
from returns.demo.lives.council import Council, Story, at_work, together
from returns.demo.lives.court import COURT, reference
from returns.demo.lives.entries import Entry
from returns.demo.lives.family_sought import considered
from returns.demo.timelines import days

MADE_UP = {
    ("MF", "L11"): 5,
    ("MF", "L3"): 2,
    ("FF", "L12"): 1,
    ("MM", "L12"): 1,
    ("F1", "L0"): 1,
}
AGAIN = {
    ReexaminationOutcome.STILL_RIGHT: (
        "There is interest from two families, and the child asks for a forever family.",
        "The child is young and well, and families are being found at this age.",
    ),
    ReexaminationOutcome.SEARCH_DIFFERENTLY: (
        "Nobody came forward near by. The profile goes to the whole country, with a film.",
        "Families who could take brothers and sisters are looked for with more help.",
    ),
    ReexaminationOutcome.CHANGE: (
        "The child is settled with carers who want to keep them, and asks to stay.",
        "After a year no family was found, and the foster family can be for good.",
    ),
}
FAR = 120
"""Days of waiting after which profiles are shown beyond the agency’s own families."""


@dataclass
class Course:
    """The days of one child’s way to adoption that other facts already fix."""

    story: Story
    decided: date
    reversed: date | None
    ordered: date | None
    matched: date | None
    placed: date | None
    adopted: date | None
    family: AdopterFamily | None = None


def tell(council: Council) -> Iterator[Entry]:
    numbers = _numbers(council)
    for number, family in together(council.stories).items():
        courses = [_course(story) for story in family if story.life.decisions]
        if courses:
            yield from _families(council, courses, numbers)
            for course in courses:
                random = council.random("adoption", f"{number} {course.decided}")
                if course.decided >= course.story.care.starts_on:
                    yield from _before(course, random)
                    yield from _finding(course, random, council, numbers)
                if course.matched and course.matched >= course.story.care.starts_on:
                    yield from _moving(course, random)
                yield from _after(council, course, random)
    yield from _consents(council)


def _numbers(council: Council) -> Iterator[int]:
    """The agency's numbers of families, in order."""
    return iter(range(1_040, 99_999))


def _course(story: Story) -> Course:
    decided, reversed_on, _ = story.life.decisions[-1]
    matched = story.life.matches[-1][0] if story.life.matches else None
    adopted = story.care.ends_on if story.care.reason in ("E11", "E12") else None
    return Course(
        story,
        decided,
        reversed_on,
        story.care.since("E1"),
        matched,
        story.care.placed_since(),
        adopted,
    )


def _families(council: Council, courses: list[Course], numbers: Iterator[int]) -> Iterator[Entry]:
    """The chosen family of each child, one where brothers and sisters moved in together."""
    known: dict[object, AdopterFamily] = {}
    for course in courses:
        if course.matched is None:
            continue
        stay = course.story.care.homes[-1].stay
        key: object = stay.carer if course.placed else course.matched
        if key not in known:
            random = council.random("adopters", course.story.life.reference)
            name = stay.name if course.placed else names.carers(random)
            entry = _adopters(council, course.matched, next(numbers), name, random)
            known[key] = entry.fact
            yield entry
        course.family = known[key]


def _adopters(council: Council, by: date, number: int, name: str, random: Random) -> Entry:
    """Approved before they were linked: registered half a year or more earlier."""
    approved = by - days(random.randint(70, 400))
    stage_two = approved - days(random.randint(100, 140))
    ended = stage_two - days(random.randint(1, 30))
    makeup, status = random.choices(list(MADE_UP), list(MADE_UP.values()))[0]
    if " and " not in name:
        makeup, status = "F1", AdopterStatus.SINGLE
    elif makeup == "F1":
        makeup, status = "MF", AdopterStatus.MARRIED
    family = AdopterFamily(
        authority=council.authority,
        reference=f"RAA-{number}",
        names=name,
        makeup=makeup,
        status=status,
        registered_on=ended - days(random.randint(45, 75)),
        stage_one_ended_on=ended,
        stage_two_on=stage_two,
        approved_on=approved,
    )
    return Entry(family, approved)


def _before(course: Course, random: Random) -> Iterator[Entry]:
    """The agency is told, early permanence is thought of, the report is written."""
    story, decided = course.story, course.decided
    began = story.care.starts_on
    planned = [plan.starts_on for plan in story.plans if plan.route == Route.ADOPTION]
    told = planned[0] + days(random.randint(0, 4)) if planned else decided - days(20)
    told = min(max(at_work(told, began), began), decided)
    if random.random() < 0.98:
        yield story.entry(AdoptionNotification, told, notified_on=told)
    yield from considered(story, told, decided, random)
    began = max(decided - days(random.randint(40, 75)), story.care.starts_on)
    finished = max(decided - days(random.randint(9, 20)), began)
    yield story.entry(
        ChildPermanenceReport,
        began,
        started_on=began,
        completed_on=finished,
        received_on=finished + days(random.randint(1, 5)),
    )


def _finding(
    course: Course, random: Random, council: Council, numbers: Iterator[int]
) -> Iterator[Entry]:
    """A family is looked for from about the decision, nearer ones first, several side by side."""
    story = course.story
    since = course.decided + days(random.randint(-12, 20))
    ended, why = course.matched, FindingEnded.FOUND
    if course.matched is None:
        ended, why = course.reversed, FindingEnded.CHANGED
    if since > story.yesterday or (ended is not None and ended <= since):
        return
    found: dict[str, Any] = {"ends_on": ended, "end_reason": why} if ended else {}
    yield story.entry(FamilyFinding, since, starts_on=since, **found)
    last = min(ended or story.today, story.today) - days(1)
    yield from _profiles(story, since, last, random)
    yield from _looked_at(course, since, last, random, council, numbers)
    yield from _reexamined(course, since, last, random)


def _profiles(story: Story, since: date, last: date, random: Random) -> Iterator[Entry]:
    waits = {
        Profile.OWN_AGENCY: random.randint(4, 16),
        Profile.OTHER_AGENCIES: random.randint(45, 80),
        Profile.NATIONAL: random.randint(70, FAR),
        Profile.ACTIVITY_DAY: random.randint(FAR, 260),
    }
    for shown, wait in waits.items():
        on = since + days(wait)
        if on <= last:
            yield story.entry(Profiling, on, profiled_on=on, shown=shown)


def _looked_at(
    course: Course,
    since: date,
    last: date,
    random: Random,
    council: Council,
    numbers: Iterator[int],
) -> Iterator[Entry]:
    """Links with one or two families that came to nothing, and with the one that was chosen."""
    story = course.story
    others = random.choice((0, 1, 1, 2))
    for _ in range(others):
        room = (last - since).days
        if room < 40:
            break
        on = since + days(random.randint(14, room - 10))
        chance = random.random()
        over = on + days(random.randint(12, 50))
        entry = _adopters(council, on, next(numbers), names.carers(random), random)
        yield entry
        ending: dict[str, Any] = {}
        if course.matched is not None or course.reversed is not None or chance < 0.6:
            why = LinkEnded.NOT_RIGHT if chance < 0.5 else LinkEnded.FAMILY_WITHDREW
            ending = {"ended_on": min(over, last), "end_reason": why}
        yield _link(story, entry.fact, on, random, **ending)
        if chance < 0.4 and ending and over <= min(last, story.yesterday):
            yield story.entry(
                MatchingMeeting,
                ending["ended_on"],
                held_on=ending["ended_on"],
                outcome=MeetingOutcome.LOOK_FURTHER,
                family=None,
            )
    if course.family is not None and course.matched is not None:
        yield from _chosen(course, course.family, course.matched, since, random)


def _link(story: Story, family: AdopterFamily, on: date, random: Random, **ending: Any) -> Entry:
    visited = on + days(random.randint(4, 11))
    return story.entry(AdoptionLink, on, family=family, linked_on=on, visited_on=visited, **ending)


def _chosen(
    course: Course, family: AdopterFamily, matched: date, since: date, random: Random
) -> Iterator[Entry]:
    """Link, meeting, panel, and then the decision."""
    story = course.story
    panel = at_work(matched - days(random.randint(3, 8)), since)
    met = at_work(panel - days(random.randint(14, 35)), since)
    linked = max(met - days(random.randint(10, 30)), since)
    met = max(met, linked)
    yield _link(story, family, linked, random)
    yield story.entry(
        MatchingMeeting, met, held_on=met, outcome=MeetingOutcome.GO_AHEAD, family=family
    )
    yield story.entry(
        AdoptionPanel,
        panel,
        held_on=panel,
        question=PanelQuestion.MATCH,
        recommendation=Recommendation.YES,
        family=family,
        received_on=at_work(panel + days(random.randint(1, 3)), panel),
    )
    if story.present:  # Of those who were adopted the return tells.
        yield story.entry(Match, matched, decided_on=matched, family=family)


def _reexamined(course: Course, since: date, last: date, random: Random) -> Iterator[Entry]:
    """Looked at again after half a year without a home, and before the plan changes."""
    story = course.story
    on = (course.ordered or since) + days(random.randint(170, 200))
    if on <= last:
        outcome = random.choice(
            (ReexaminationOutcome.STILL_RIGHT, ReexaminationOutcome.SEARCH_DIFFERENTLY)
        )
        occasion = ReexaminationOccasion.NOT_PLACED
        yield _again(story, on, occasion, outcome, random)
    if course.reversed is not None and course.reversed - days(20) > on:
        before = course.reversed - days(random.randint(8, 18))
        change = ReexaminationOutcome.CHANGE
        yield _again(story, before, ReexaminationOccasion.TWELVE_MONTHS, change, random)


def _again(story: Story, on: date, occasion: str, outcome: str, random: Random) -> Entry:
    on = at_work(on, on - days(2))
    return story.entry(
        AdoptionReexamination,
        on,
        held_on=on,
        occasion=occasion,
        outcome=outcome,
        reason=random.choice(AGAIN[ReexaminationOutcome(outcome)]),
    )


def _moving(course: Course, random: Random) -> Iterator[Entry]:
    """Support is agreed, they meet each other, and the child moves in."""
    story, matched, placed = course.story, course.matched, course.placed
    if matched is None:
        return
    supported = matched + days(random.randint(0, 10))
    if supported <= story.yesterday:
        yield story.entry(AdoptionSupportPlan, supported, agreed_on=supported)
    agreed = matched + days(random.randint(1, 6))
    if agreed > story.yesterday or (placed is not None and agreed > placed):
        return
    starts = agreed + days(random.randint(2, 9))
    meetings: dict[str, Any] = {"started_on": starts}
    if placed is not None:
        meetings = {
            "started_on": max(agreed, min(starts, placed - days(7))),
            "ended_on": placed,
            "end_reason": IntroductionsEnded.MOVED,
        }
    yield story.entry(Introductions, agreed, agreed_on=agreed, **meetings)


def _after(council: Council, course: Course, random: Random) -> Iterator[Entry]:
    """The application, the hearing, and the book and the letter, which some still wait for."""
    story, placed, adopted = course.story, course.placed, course.adopted
    if placed is None:
        return
    applied = placed + days(random.randint(72, 150))
    if adopted is not None:
        applied = min(applied, adopted - days(random.randint(20, 60)))
    if applied > story.yesterday or applied < placed:
        return
    yield story.entry(AdoptionApplication, applied, applied_on=applied)
    court = story.entry(
        Proceedings,
        applied,
        kind=ProceedingsKind.ADOPTION,
        issued_on=applied,
        reference=reference(random, applied),
        court=COURT,
        concluded_on=adopted,
        outcome=ProceedingsOutcome.ORDER,
    )
    yield court
    listed = adopted or story.today + days(random.randint(10, 60))
    held = {"held_on": adopted, "decided": "Adoption order made."} if adopted else {}
    yield story.entry(
        Hearing,
        applied,
        proceedings=court.fact,
        purpose=HearingPurpose.FINAL,
        listed_on=listed,
        **held,
    )
    if adopted is not None:
        yield from _kept(council, story, adopted, random)


def _kept(council: Council, story: Story, adopted: date, random: Random) -> Iterator[Entry]:
    """The life story book and the later life letter: of most, one of some, none of a few."""
    chance = random.random()
    book = adopted + days(random.randint(2, 13) + (30 if chance > 0.9 else 0))
    letter = adopted + days(random.randint(2, 13) + (40 if chance < 0.1 else 0))
    who = council.social_worker(story, adopted)
    for kind, on, given in (
        (LifeStoryKind.BOOK, book, chance < 0.99),
        (LifeStoryKind.LETTER, letter, chance < 0.985),
    ):
        if given and on <= story.yesterday:
            yield story.entry(LifeStory, on, kind=kind, done_on=on, done_by=who)


def _consents(council: Council) -> Iterator[Entry]:
    """Very few mothers agree; the panel is then asked about the plan itself."""
    random = council.random("consents", len(council.stories))
    able = [
        story
        for story in council.stories
        if story.life.decisions
        and story.life.decisions[-1][1] is None
        and story.life.decisions[-1][0] - days(60) > story.born_on
        and story.life.decisions[-1][0] - days(40) > story.care.starts_on
    ]
    for story in random.sample(able, min(len(able), 1 + len(able) // 30)):
        decided = story.life.decisions[-1][0]
        given = decided - days(random.randint(10, 16))
        yield story.entry(
            AdoptionConsent,
            given,
            given_on=given,
            given_by=ConsentBy.MOTHER,
            to_order=False,
            witnessed_by="Children’s court adviser",
        )
        panel = decided - days(6)
        yield story.entry(
            AdoptionPanel,
            panel,
            held_on=panel,
            question=PanelQuestion.PLAN,
            recommendation=Recommendation.YES,
            received_on=decided - days(3),
        )
