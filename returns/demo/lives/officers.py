"""The reviewing officers between reviews: mid-points, and what they challenged and what came of it.

The officer who can sign in is named; of the others the history alone tells who it was.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from casetrack.access.roles import IRO
from casetrack.models import RoleAssignment, User
from permanence.models import AgreedAction, Challenge, ChallengeStage, MidPoint, Route, Stage
from permanence.models.challenges import Settled, Theme
from permanence.models.mid_points import QUESTIONS, InOrder, Judgement, LookedBy, SeenOrHeard
from returns.demo.lives.at_home import order_asked
from returns.demo.lives.council import Council, Story, at_work
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days, pick

HELD = 0.98
FIRST_REVIEW = 60
"""Days in care within which a review is the first, and the next one due in three months."""
CHALLENGED = 0.07
RAISED, ASKED_DONE, ALERTED = 0.6, 0.95, 0.4
ASKED_FOR = (
    "Write down who does each step of the plan, and by when.",
    "Send the date of the next panel to everybody who waits for it.",
    "Finish the report that the plan waits for.",
    "Visit the child alone before the review.",
    "Name a second way, should the first not be possible.",
)
NOT_YET = {
    "plan_right": (
        "The grandparents’ assessment may change it; that is not finished.",
        "The plan says home, and nobody has said when.",
    ),
    "actions_done": (
        "The letter about savings has not been written.",
        "The health assessment was booked and put off.",
        "Two of five decisions are done; the rest have new days.",
    ),
    "child_heard": (
        "The last two visits were with others in the room.",
        "The new worker has met the child once.",
    ),
    "moving": (
        "It waits for the panel in the new year.",
        "Nothing has happened since the last worker left.",
        "The application to the court has not been written.",
    ),
    "second_plan": (
        "There is one, and nobody works on it.",
        "The second plan needs a carer’s name.",
    ),
}
BECAUSE = {
    Judgement.IN_TIME: (
        "Each step has a day and an owner, and nothing waits.",
        "The review’s decisions are done, and school and home say the same.",
        "The plan goes on as agreed; the child talked about it without being asked.",
    ),
    Judgement.AT_RISK: (
        "It can still be done in time if the report is finished this month.",
        "The plan is right. The steps are slower than the child needs.",
    ),
    Judgement.OFF_TRACK: (
        "What was decided at two reviews is still not done.",
        "Nobody can say who does the next step, or by when.",
    ),
}
OFF_TRACK = {
    Route.ADOPTION: "Eight months without a family in view; the search has to change.",
    Route.HOME: "The order has been asked about since spring and nothing was written.",
    Route.LONG_TERM_FOSTERING: "The matching report has been promised three times.",
    Route.SPECIAL_GUARDIANSHIP: "The carers have waited for the support plan since the summer.",
}
CONCERNS = {
    Theme.DRIFT: (
        "The plan has not moved since the last review. A day for each step by the end of the month "
        "is asked for.",
        "The matching report is three months late. It should go to the next panel.",
    ),
    Theme.CARRYING_OUT: (
        "Three decisions of the review are not done. Who does them, and by when?",
        "Family time with the sister was agreed and has not begun.",
    ),
    Theme.NO_WORKER: ("Nobody has been the child’s own worker for four weeks.",),
    Theme.PARTICIPATION: ("The child’s wishes were not there for the last decision.",),
    Theme.CARE_PLAN: ("The plan is still to go home, though the assessment says otherwise.",),
}
ANSWERS = (
    "The report is written by the fourteenth, and the panel is booked.",
    "A worker is named from Monday, and visits this week.",
    "Agreed: the steps have new days and owners, and the manager looks at them each fortnight.",
    "The first meeting with the sister is on Saturday at the farm.",
)
EFFECTS = (
    "The child has a day for the panel and was told about it.",
    "The same worker has come each month since, and the child says so.",
    "Brother and sister have met twice.",
    "The plan was changed at the next review.",
)

Officers = Mapping[str, User]


def tell(council: Council) -> Iterator[Entry]:
    users = signing_in(council)
    for story, random in council.each("officers"):
        yield from _mid_points(council, story, users, random)
        if story.present and random.random() < CHALLENGED:
            yield from _challenge(council, story, users, random)


def signing_in(council: Council) -> Officers:
    """The officers who can sign in, by name."""
    held = RoleAssignment.objects.filter(authority=council.authority, role=IRO.code)
    return {each.user.get_full_name(): each.user for each in held.select_related("user")}


def officer_of(council: Council, story: Story, users: Officers, on: date) -> User | None:
    """The child's officer on that day, where it is one who signs in."""
    return users.get(council.officer(story, on))


def _mid_points(council: Council, story: Story, users: Officers, random: Random) -> Iterator[Entry]:
    """Half-way between two reviews, of most; the last one may still be to come."""
    held = [on for on, _ in story.life.reviews if on >= story.recent(600)]
    for n, review in enumerate(held):
        early = (review - story.care.starts_on).days < FIRST_REVIEW or story.home.type[0] == "A"
        following = held[n + 1] if n + 1 < len(held) else review + days(84 if early else 170)
        halfway = review + (following - review) / 2 + days(random.randint(-14, 1))
        on = at_work(halfway, review)
        if review < on < following and on <= story.last and random.random() < HELD:
            looked = _mid_point(story, on, officer_of(council, story, users, on), random)
            yield looked
            yield from _raised(council, story, looked.fact)
            yield from order_asked(story, on, random)


def _mid_point(story: Story, on: date, user: User | None, random: Random) -> Entry:
    judgement = pick(random, {Judgement.IN_TIME: 66, Judgement.AT_RISK: 25, Judgement.OFF_TRACK: 9})
    doubtful = {Judgement.IN_TIME: 0, Judgement.AT_RISK: 1, Judgement.OFF_TRACK: 2}[judgement]
    answers: dict[str, Any] = dict.fromkeys(QUESTIONS, InOrder.YES)
    for question in random.sample(QUESTIONS, doubtful):
        answers[question] = InOrder.NO if doubtful > 1 else InOrder.PARTLY
        answers[f"{question}_words"] = random.choice(NOT_YET[question])
    looked = pick(
        random,
        {LookedBy.VISIT: 30, LookedBy.CALL: 24, LookedBy.WORKER: 34, LookedBy.RECORDS: 12},
    )
    seen = {
        LookedBy.VISIT: SeenOrHeard.ALONE,
        LookedBy.CALL: SeenOrHeard.CALLED,
    }.get(LookedBy(looked), SeenOrHeard.NO)
    return story.entry(
        MidPoint,
        on,
        held_on=on,
        held_by=user,
        looked=looked,
        seen=SeenOrHeard.WITH_OTHERS if seen == "alone" and story.age(on) < 4 else seen,
        judgement=judgement,
        judgement_because=_because(story, on, judgement, random),
        **answers,
    )


def _raised(council: Council, story: Story, held: MidPoint) -> Iterator[Entry]:
    """What is at risk is often asked for at once; what is off track is often challenged."""
    random = council.random("raised", f"{story.life.reference} {held.held_on}")
    if held.judgement == Judgement.IN_TIME or random.random() > RAISED:
        return
    due = at_work(held.held_on + days(random.choice((14, 21, 28))), held.held_on)
    done = due - days(random.randint(-5, 10))
    yield story.entry(
        AgreedAction,
        held.held_on,
        text=random.choice(ASKED_FOR),
        owner=council.worker(story),
        agreed_on=held.held_on,
        due_on=due,
        evidence="",
        done_on=max(done, held.held_on) if random.random() < ASKED_DONE else None,
        mid_point=held,
    )
    if held.judgement == Judgement.OFF_TRACK and story.present and random.random() < ALERTED:
        yield from _alert(council, story, held, random)


def _alert(council: Council, story: Story, held: MidPoint, random: Random) -> Iterator[Entry]:
    """An informal alert, answered within the week, and closed by the review at the latest."""
    on = held.held_on
    answered = at_work(on + days(random.randint(2, 9)), on)
    ending: dict[str, Any] = {}
    if answered + days(50) < story.today:
        ending = {
            "closed_on": answered + days(random.randint(3, 20)),
            "outcome": random.choice((Settled.AS_ASKED, Settled.IN_PART)),
            "effect": random.choice(EFFECTS),
        }
    challenge = story.entry(
        Challenge,
        on,
        raised_on=on,
        raised_by=held.held_by,
        theme=Theme.DRIFT,
        concern=random.choice(CONCERNS[Theme.DRIFT]),
        mid_point=held,
        **ending,
    )
    yield challenge
    yield _stage(council, story, challenge.fact, Stage.INFORMAL, on, answered, random)


def _because(story: Story, on: date, judgement: str, random: Random) -> str:
    plan = story.plan(on)
    own = OFF_TRACK.get(Route(plan.route)) if plan else None
    if judgement == Judgement.OFF_TRACK and own and plan and plan.achieved_on is None:
        return own
    return random.choice(story.suiting(BECAUSE[Judgement(judgement)], on))


def _challenge(council: Council, story: Story, users: Officers, random: Random) -> Iterator[Entry]:
    """Raised informally first, mostly settled there; else taken to a manager, and once further."""
    since = story.recent(420)
    room = (story.yesterday - since).days
    if room < 60:
        return
    on = at_work(since + days(random.randint(40, room - 5)), since)
    theme = pick(
        random,
        {Theme.DRIFT: 40, Theme.CARRYING_OUT: 32, Theme.PARTICIPATION: 12}
        | {Theme.NO_WORKER: 8, Theme.CARE_PLAN: 8},
    )
    stages = [Stage.INFORMAL, Stage.ONE, Stage.TWO][: pick(random, {1: 60, 2: 30, 3: 10})]
    began = [at_work(on + days(n * random.randint(5, 9)), on) for n in range(len(stages))]
    began = [day for day in began if day <= story.yesterday]
    answered = at_work(began[-1] + days(random.randint(2, 6)), began[-1])
    closed = answered + days(
        random.randint(24, 60) if random.random() < 0.15 else random.randint(2, 7)
    )
    ending: dict[str, Any] = {}
    if len(began) == len(stages) and (random.random() < 0.92 or answered < story.today - days(60)):
        ending = {
            "closed_on": closed,
            "outcome": random.choice((Settled.AS_ASKED, Settled.AS_ASKED, Settled.IN_PART)),
            "effect": random.choice(EFFECTS),
        }
    challenge = story.entry(
        Challenge,
        on,
        raised_on=on,
        raised_by=officer_of(council, story, users, on),
        theme=theme,
        concern=random.choice(CONCERNS[theme]),
        cafcass_on=closed - days(5) if len(stages) == 3 and random.random() < 0.5 else None,
        **ending,
    )
    yield challenge
    for stage, day in zip(stages, began, strict=False):
        when = answered if stage == stages[-1] else None
        yield _stage(council, story, challenge.fact, stage, day, when, random)


def _stage(
    council: Council,
    story: Story,
    challenge: Challenge,
    stage: str,
    on: date,
    answered: date | None,
    random: Random,
) -> Entry:
    answer: dict[str, Any] = {}
    if answered is not None:
        answer = {
            "answered_on": answered,
            "answered_by": random.choice(council.managers),
            "answer": random.choice(ANSWERS),
        }
    return story.entry(ChallengeStage, on, challenge=challenge, stage=stage, began_on=on, **answer)
