"""What followed each review: decisions sent, answered by the manager, the record made and sent.

The reviews themselves come from returns; what followed them is entered beside what was loaded.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from casetrack.dates import add_working_days
from permanence.actions.reviews import Followed
from permanence.models import Review, Route
from returns.demo.lives.council import Council, Story, at_work
from returns.demo.lives.officers import FIRST_REVIEW, officer_of, signing_in
from returns.demo.timelines import days, pick

SINCE_DAYS = 730
GOING_ON = 21
"""Of reviews of the last so many days more are still going on."""
LACKED = (
    "The health assessment was not there, and the plan rests on it.",
    "The social worker was ill, and nobody else knew the child.",
    "An interpreter for the parents had not been booked.",
)
DECIDED = {
    Route.HOME: (
        "The parents’ assessments go on. Family time stays as it is.",
        "Going home is the plan if the assessment says so. The parents get it in writing.",
        "Family time is longer from now on, and the worker comes along once a month.",
    ),
    Route.ADOPTION: (
        "A family is looked for. Family time goes on every month.",
        "The plan of adoption is right. The life story book is begun.",
        "The search goes on, and the foster carers write down what the child likes.",
    ),
    Route.SPECIAL_GUARDIANSHIP: (
        "The carers want to become special guardians. The support plan is written by the spring.",
        "Family time with mum moves to Saturdays. The carers get legal advice.",
    ),
    Route.CHILD_ARRANGEMENTS: ("Lawyers are asked for a date. Family time stays as it is.",),
    Route.CONNECTED: (
        "The child stays with family. Special guardianship is asked about again in a year.",
        "The carers’ assessment goes to panel. A bigger bed is bought.",
    ),
    Route.LONG_TERM_FOSTERING: (
        "The child wants to stay, and the carers want it too. The match goes to panel.",
        "The matching report is written by the next review. The child is asked about it first.",
        "School and home go well. Whether these carers can be for good is looked at now.",
    ),
    Route.RESIDENTIAL: (
        "A family is still looked for. The home and school work on mornings together.",
        "The stay does what it was meant to. The next look is in three months.",
    ),
    Route.INDEPENDENCE: (
        "The pathway plan is agreed. The young person visits two flats.",
        "A personal adviser is named. Driving lessons are paid for.",
    ),
}
AT_HOME = (
    "Living at home goes well enough. Help at home stays weekly for three more months.",
    "The order is still needed for now; the next review looks at it again.",
    "School and home say the same: things are better. Visits go on as they are.",
)
WITH_ADOPTERS = (
    "The child has settled in with the new family. Support goes on for as long as it is wanted.",
    "The family can apply to the court when everybody is ready. Letters to the first family are "
    "planned.",
)
SETTLED = (
    "Home goes well. Savings are checked. Family time on the first Sunday.",
    "More time with family: a weekend away is planned.",
    "The child stays. The carers may sign for school trips and haircuts from now on.",
    "Everything is as it should be; the child asked for a bigger desk and gets one.",
    "The child stays, and nothing has to change before the next review.",
)
NO_PLAN = (
    "The plan for good has to be clear by the next review.",
    "The assessments are finished first. The child gets a letter about today.",
)
BY_HOME = {
    "P1": AT_HOME,
    "A5": WITH_ADOPTERS,
    "A6": WITH_ADOPTERS,
    "U1": SETTLED,
    "U4": SETTLED,
}


def follow(council: Council) -> Iterator[Followed]:
    users = signing_in(council)
    since = council.today - days(SINCE_DAYS)
    held: dict[int, list[tuple[int, date]]] = {}
    found = Review.objects.filter(child__authority=council.authority, held_on__gte=since)
    for number, child, on in found.order_by("held_on").values_list("pk", "child_id", "held_on"):
        held.setdefault(child, []).append((number, on))
    for story in council.stories:
        random = council.random("reviews", story.life.reference)
        apart = council.random("reviews apart", story.life.reference)
        for number, on in held.get(story.child, []):
            told = _followed(number, story, on, council.holidays, random)
            if (user := officer_of(council, story, users, on)) is not None:
                told = replace(told, held_by=user.pk)
            yield _apart(told, story, on, council, apart)


def _apart(told: Followed, story: Story, on: date, council: Council, random: Random) -> Followed:
    """A few are adjourned or held as several meetings, and all else is later by so many days; at
    the end of each it is said when the officer will look how things stand.
    """
    early = (on - story.care.starts_on).days < FIRST_REVIEW
    booked = at_work(on + days(random.randint(29, 38) if early else random.randint(62, 80)), on)
    told = replace(told, mid_point_planned_on=booked)
    often = 4 if (story.today - on).days < GOING_ON else 1
    how = pick(random, {"": 100, "parts": 5 * often, "adjourned": 3 * often})
    if not how:
        return told
    ended = add_working_days(on, random.randint(4, 18), council.holidays)
    wait, last = ended - on, story.yesterday

    def later(day: date | None) -> date | None:
        moved = at_work(day + wait, ended) if day else None
        return moved if moved and moved <= last else None

    told = replace(
        told,
        completed_on=ended if ended <= last else None,
        sent_on=later(told.sent_on),
        answered_on=later(told.answered_on),
        record_made_on=later(told.record_made_on),
        record_sent_on=later(told.record_sent_on),
    )
    if how == "parts":
        return replace(told, in_parts=True)
    return replace(told, adjourned_on=on, adjourned_because=random.choice(LACKED))


def _followed(
    number: int, story: Story, on: date, holidays: frozenset[date], random: Random
) -> Followed:
    """Decisions go out within five working days, the record is made within fifteen; a few late."""
    plan = story.plan(on)
    decided = DECIDED[Route(plan.route)] if plan is not None else NO_PLAN
    lives = next((home.type for home in reversed(story.homes) if home.starts_on <= on), "")
    decided = BY_HOME.get(lives, decided)
    late = random.random() < 0.1
    waits = (
        random.randint(1, 5) + (random.randint(2, 9) if late else 0),
        random.randint(1, 5),
        random.randint(8, 15) + (random.randint(3, 14) if late else 0),
        random.randint(1, 5),
    )
    sent = add_working_days(on, waits[0], holidays)
    answered = add_working_days(sent, waits[1], holidays)
    made = add_working_days(on, waits[2], holidays)
    out = add_working_days(made, waits[3], holidays)
    days_of = [day if day <= story.yesterday else None for day in (sent, answered, made, out)]
    return Followed(number, random.choice(story.suiting(decided, on)), *days_of)
