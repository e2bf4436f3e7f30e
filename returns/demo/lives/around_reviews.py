"""What surrounds the reviews of late: the day that was set, who was invited, the meetings as which
one was held, what it decided, and where a manager could not agree.
"""

from collections.abc import Iterator
from datetime import date, time
from random import Random

from casetrack.access.roles import Manager
from casetrack.dates import add_months, add_working_days
from casetrack.models import User
from permanence.models import (
    AgreedAction,
    Disagreement,
    InvitedAs,
    PlannedReview,
    Review,
    ReviewInvitation,
    ReviewMeeting,
    Took,
)
from returns.demo import sign_ins
from returns.demo.lives.council import Council, Story, at_work
from returns.demo.lives.entries import Entry
from returns.demo.lives.officers import FIRST_REVIEW
from returns.demo.timelines import days, pick

DECIDED_SINCE, PLANNED_SINCE = 400, 190
"""Days: how far back what was decided, and what was planned, is made up."""
AHEAD = 75
"""Days before its limit from which a day is usually set for a review."""
DAY_SET = 0.85
DECISIONS = (
    "Book the health assessment, and tell the carers the day.",
    "Ask the school for a meeting about the personal education plan.",
    "Bring the life story work up to date, and look at it with the child.",
    "Arrange family time with brothers and sisters for the holidays.",
    "Open a savings account in the child’s name.",
    "Write down who may say yes to a sleepover or a school trip.",
    "Find an independent visitor whom the child likes.",
    "Apply for the child’s passport before the summer.",
    "Put in writing who helps when things are hard at home, and how to ask.",
    "Send the family a letter that says what the plan is, in plain words.",
    "Talk with the child about what happened at the last visit to mum.",
    "Register the child with a dentist near home.",
)
DONE, DONE_EARLY = 0.965, 0.3
DISAGREED = 0.05
CANNOT = (
    "The team has no worker for this until next month. Could the family centre do it?",
    "The panel sits in six weeks; a day before that cannot be kept.",
    "The parents have asked for a solicitor’s advice first.",
)
REPLIES = (
    "The decision stands; the day is moved by two weeks.",
    "Agreed: the family centre does it, and the child is told by Friday.",
)
PLACES = (
    "at home",
    "at school, in the small library",
    "at the family centre",
    "at the carers’ home",
)
WANTS = (
    "At home, after tea, and not for long.",
    "To sit next to the carer, and to begin with what goes well.",
    "Not at school. Grandma is to come.",
    "To talk with the officer first, without the others.",
)
TOGETHER = (
    ("The child and the carers", "How it goes at home, and what the child wants"),
    ("School, health and the social worker", "School, health and what is still to do"),
    ("Parents and the social worker", "Family time, and what the parents think of the plan"),
)


def tell(council: Council) -> Iterator[Entry]:
    manager = User.objects.filter(
        username=sign_ins.username_of(Manager.code, council.authority)
    ).first()
    since = council.today - days(DECIDED_SINCE)
    held: dict[int, list[Review]] = {}
    found = Review.objects.filter(child__authority=council.authority, held_on__gte=since)
    for review in found.order_by("held_on"):
        held.setdefault(review.child_id, []).append(review)
    for story, random in council.each("around reviews"):
        reviews = held.get(story.child, [])
        for review in reviews:
            yield from _meetings(story, review, random)
            yield from _decided(council, story, review, manager, random)
        yield from _planned(council, story, reviews, random)


def _meetings(story: Story, review: Review, random: Random) -> Iterator[Entry]:
    """The first on the day of the review, the last on the day it was finished."""
    if not review.in_parts:
        return
    last = review.completed_on or min(review.held_on + days(3), story.last)
    between = at_work(review.held_on + (last - review.held_on) / 2, review.held_on)
    days_of = [review.held_on, *([between] if last > between else []), last]
    for (who, about), on in zip(random.sample(TOGETHER, len(days_of)), days_of, strict=True):
        yield story.entry(ReviewMeeting, on, review=review, held_on=on, with_whom=who, about=about)


def _decided(
    council: Council, story: Story, review: Review, manager: User | None, random: Random
) -> Iterator[Entry]:
    """Decided on the day it was finished, each by the child's social worker; most are done."""
    split = review.in_parts or review.adjourned_on
    on = review.completed_on if split else review.held_on
    if on is None:
        return
    texts = story.suiting(DECISIONS, on)
    for text in random.sample(texts, random.randint(1, min(3, len(texts)))):
        due = at_work(on + days(random.choice((14, 28, 42, 60))), on)
        chance = DONE if due < story.today else DONE_EARLY
        done = at_work(due - days(random.randint(-6, 12)), on) if random.random() < chance else None
        action = story.entry(
            AgreedAction,
            on,
            text=text,
            owner=council.worker(story),
            agreed_on=on,
            due_on=due,
            evidence="",
            done_on=done,
            review=review,
        )
        yield action
        if review.answered_on and manager and random.random() < DISAGREED:
            yield _disagreement(story, action.fact, review.answered_on, manager, random)


def _disagreement(
    story: Story, action: AgreedAction, on: date, manager: User, random: Random
) -> Entry:
    replied = at_work(on + days(random.randint(1, 7)), on)
    reply = {}
    if replied <= story.yesterday:
        reply = {"replied_on": replied, "replied_by": manager, "reply": random.choice(REPLIES)}
    return story.entry(
        Disagreement,
        on,
        action=action,
        disagreed_on=on,
        disagreed_by=manager,
        because=random.choice(CANNOT),
        **reply,
    )


def _planned(
    council: Council, story: Story, reviews: list[Review], random: Random
) -> Iterator[Entry]:
    """Of each review the day that had been set for it; and the next, where a day is set."""
    since = council.today - days(PLANNED_SINCE)
    for before, review in zip([None, *reviews], reviews, strict=False):
        earliest = before.held_on if before else story.care.starts_on
        if review.held_on >= since and earliest < review.held_on:
            set_on = max(earliest, review.held_on - days(random.randint(30, AHEAD)))
            yield from _one(council, story, review.held_on, set_on, review, random)
    if not (story.present and reviews) or random.random() > DAY_SET:
        return
    last = reviews[-1].held_on
    early = (last - story.care.starts_on).days < FIRST_REVIEW or story.home.type[0] == "A"
    limit = add_months(last, 3 if early else 6)
    on = at_work(limit - days(random.randint(2, 18)), last)
    if on <= story.today:
        soon = story.today + days(random.randint(4, 15))
        on = at_work(min(soon, limit) if limit > story.today else soon, story.today)
    set_on = max(last, min(on - days(random.randint(45, AHEAD)), story.yesterday))
    if on > story.today and set_on <= story.yesterday and set_on < on:
        yield from _one(council, story, on, set_on, None, random)


def _one(
    council: Council,
    story: Story,
    on: date,
    set_on: date,
    review: Review | None,
    random: Random,
) -> Iterator[Entry]:
    """The talk comes three weeks before, the reports in the week before; a few never come."""
    talked = add_working_days(on, -random.randint(13, 20), council.holidays)
    reported = add_working_days(on, -random.randint(2, 6), council.holidays)
    missing = random.random() < 0.12
    planned = story.entry(
        PlannedReview,
        set_on,
        planned_on=on,
        planned_at=time(random.choice((10, 13, 15, 16)), random.choice((0, 30))),
        place=random.choice(story.suiting(PLACES, on)),
        set_on=set_on,
        child_wants=random.choice(WANTS) if story.age(on) >= 5 and random.random() < 0.6 else "",
        contact_on=max(talked, set_on) if random.random() < 0.9 else None,
        reports_on=None if missing else max(reported, set_on),
        reports_missing="the health plan" if missing and review else "",
        review=review,
    )
    yield planned
    for name, part in _asked(council, story, on, set_on):
        took = pick(random, {Took.COMING: 6, "": 3, Took.VIEWS: 1})
        if review is not None:
            took = pick(random, {Took.CAME: 8, Took.ABSENT: 1, Took.VIEWS: 1})
        yield story.entry(
            ReviewInvitation,
            set_on,
            planned=planned.fact,
            name=name,
            part=part,
            invited_on=at_work(set_on, set_on),
            took=took,
        )


def _asked(council: Council, story: Story, on: date, set_on: date) -> Iterator[tuple[str, str]]:
    if story.age(on) >= 4:
        yield story.name.split(" ", 1)[0], InvitedAs.CHILD
    if story.home.type[0] in "UA":
        yield "The carers", InvitedAs.CARER
    yield "Mum", InvitedAs.PARENT
    yield council.social_worker(story, set_on), InvitedAs.SOCIAL_WORKER
    if story.age(on) >= 4:
        yield "The class teacher", InvitedAs.SCHOOL
