"""The first text of a letter and of a record: what is recorded of a review, said to the child.

Written as one would write to this child: little to a young one, all of it to an older one, and to a
baby for later. The officer goes on from there; nothing is sent as it stands here.
"""

from datetime import date
from typing import Any

from casetrack import dates, words
from casetrack.models import Child
from oversight.reviews.page import ReviewPage
from permanence.models import AgreedAction, ChildsWords, PermanencePlan, Rank, Route, Took

FOR_LATER, YOUNG = 4, 8
"""Under the first age a letter is kept for later, under the second it is short; our own."""
PLANS = {
    Route.HOME: "you live at home with your family, for good",
    Route.ADOPTION: "you grow up in a new family who adopts you: they will be your family for good",
    Route.SPECIAL_GUARDIANSHIP: "you grow up with somebody who looks after you until you are grown "
    "up, and a court says so",
    Route.CHILD_ARRANGEMENTS: "a court says whom you live with, so that you can stay there",
    Route.CONNECTED: "you grow up with somebody of your family, or who knows your family well",
    Route.LONG_TERM_FOSTERING: "you grow up with the carers you know, until you are grown up",
    Route.RESIDENTIAL: "you live in a home with other young people, and stay there",
    Route.INDEPENDENCE: "you get ready to live on your own, with people who help you",
}
PART = {
    "PN1": "You were there, and you told us what you think.",
    "PN2": "You were there, and your advocate spoke up for you.",
    "PN3": "You were there, and you showed us what you think.",
    "PN4": "You were there. You did not want to say anything, and that is fine.",
    "PN5": "You were not there. Your advocate spoke up for you.",
    "PN6": "You were not there. You let us know what you think, and we talked about it.",
    "PN7": "You were not there. I would like to know what you think: you can tell me at any time.",
}
NO_NAME = "you"
DISAGREE = (
    "If you do not agree with something, tell me. You can also ask for an advocate: somebody who "
    "is on your side, and speaks up for what you want."
)


def letter(page: ReviewPage) -> str:
    """The child is spoken to as old as on the day of the review."""
    child, on = page.review.child, page.review.held_on
    age = dates.age_on(child.born_on, on) if child.born_on else 0
    if age < FOR_LATER:
        return _for_later(page, child)
    parts = [f"Dear {_name(child)},", _met(page), *_said(page.quoted)]
    parts += _young(page) if age < YOUNG else _older(page)
    return _joined([*parts, _from(page)])


def record(page: ReviewPage) -> str:
    """All that is recorded of the review, in the same words, under headings."""
    child, review = page.review.child, page.review
    parts = [
        f"# Your review of {words.long_day(review.held_on)}",
        f"{_name(child)}, this is what we talked about at your review and what was decided.",
        "# Who was there",
        _met(page),
        *_meetings(page),
        *_who_came(page),
        "# What you said",
        *(_said(page.quoted) or ["Nothing that you said is written here."]),
        "# What was decided",
        *(_decided(page) or ["Nothing new was decided."]),
        "# Your plan",
        *(_plan(page) or ["There is no plan written down yet."]),
        "# What comes next",
        *_next(page),
        DISAGREE,
    ]
    return _joined([*parts, _from(page)])


def _name(child: Child) -> str:
    return child.known_as or child.first_name or NO_NAME


def _for_later(page: ReviewPage, child: Child) -> str:
    age = words.age_in_sentence(child.born_on, page.review.held_on)
    years = f"{age} years old" if age.isdigit() else f"{age} old"
    return _joined(
        [
            f"Dear {_name(child)},",
            f"this letter is kept for you until you are older. When I write it you are {years}.",
            f"{_met(page, told=False)} We talked about how you are, and about where you grow up.",
            *_said(page.quoted),
            *_decided(page),
            *_plan(page),
            *_next(page),
            _from(page),
        ]
    )


def _young(page: ReviewPage) -> list[str]:
    return [*_decided(page), *_plan(page)[:1], *_next(page), "You can always tell me things."]


def _older(page: ReviewPage) -> list[str]:
    return [*_meetings(page), *_decided(page), *_plan(page), *_next(page), DISAGREE]


def _met(page: ReviewPage, *, told: bool = True) -> str:
    review, on = page.review, words.long_day(page.review.held_on)
    if review.without_meeting:
        met = f"On {on} I looked with others at how things are for you."
    else:
        met = f"On {on} we met to talk about you: how you are, and what should happen next."
    part = PART.get(review.participation, "") if told else ""
    more = f" It went on until {words.long_day(review.completed_on)}." if _went_on(page) else ""
    return f"{met}{more} {part}".strip()


def _went_on(page: ReviewPage) -> bool:
    done = page.review.completed_on
    return done is not None and done > page.review.held_on


def _meetings(page: ReviewPage) -> list[str]:
    lines = [
        f"- {words.long_day(each.held_on)}, with {each.with_whom}."
        + (f" We talked about: {words.sentence(each.about)}" if each.about else "")
        for each in page.meetings
    ]
    return [f"We met more than once:\n{chr(10).join(lines)}"] if len(lines) > 1 else []


def _who_came(page: ReviewPage) -> list[str]:
    came = [each.name for each in page.invited if each.took == Took.CAME]
    wrote = [each.name for each in page.invited if each.took == Took.VIEWS]
    found = [f"These people took part: {words.listed(came)}."] if came else []
    return found + ([f"These people wrote to us: {words.listed(wrote)}."] if wrote else [])


def _said(quoted: list[ChildsWords]) -> list[str]:
    return [
        f"What you showed us: {words.sentence(each.words)}"
        if each.is_observed
        else f"You said: “{each.words.strip()}”"
        for each in quoted
    ]


def _decided(page: ReviewPage) -> list[str]:
    lines = [_to_do(each) for each in page.decisions]
    told = [words.sentence(page.review.decisions)] if page.review.decisions else []
    return [*told, "This was decided:\n" + "\n".join(lines)] if lines else told


def _to_do(action: AgreedAction) -> str:
    what = words.sentence(action.text)
    return f"- {what} {action.owner.name} does this by {words.long_day(action.due_on)}."


def _plan(page: ReviewPage) -> list[str]:
    """The plan first; then the second, and why the officer has not said yes."""
    found = [_in_words(plan, agreed=page.agreed(plan)) for plan in page.plans]
    if page.review.not_ratified_because:
        why = words.sentence(page.review.not_ratified_because)
        found.append(f"I have not said yes to the whole plan yet: {words.uncapital(why)}")
    return found


def _in_words(plan: PermanencePlan, *, agreed: bool) -> str:
    said = PLANS[Route(plan.route)]
    if plan.rank == Rank.CONTINGENCY:
        return f"If that cannot be, there is a second plan: that {said}."
    if agreed:
        return f"Your plan is that {said}. I think this is right for you."
    return f"The plan that people are working on is that {said}."


def _next(page: ReviewPage) -> list[str]:
    planned, look = page.next_planned, page.review.mid_point_planned_on
    found = []
    if look is not None:
        found.append(f"I look again how things are about {words.long_day(look)}.")
    if planned is not None:
        where = f", {_where(planned.place)}" if planned.place else ""
        found.append(f"The next time we meet is {words.long_day(planned.planned_on)}{where}.")
    return [" ".join(found)] if found else []


def _where(place: str) -> str:
    return place if place.lower().startswith(("at ", "in ")) else f"at this place: {place}"


def _from(page: ReviewPage) -> str:
    officer: Any = page.review.held_by
    name = officer.get_full_name() if officer is not None else ""
    return f"{name or 'Your reviewing officer'}\nI make sure that your plan is right for you."


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def title(form: str, held_on: date) -> str:
    """What a file of it is called at its head; it holds no name."""
    what = "Letter about the review" if form == "letter" else "Record of the review"
    return f"{what} of {words.long_day(held_on)}"
