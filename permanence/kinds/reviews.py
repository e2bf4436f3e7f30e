"""Reviews of the child's plan, and what follows each."""

from collections.abc import Callable, Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, text
from casetrack.models.codes import PARTICIPATION
from casetrack.record.kind import Ask, Change, Group, Kind, Told
from casetrack.record.step import answered
from casetrack.words import sentence
from permanence.actions import review_decisions, reviews
from permanence.kinds import officers
from permanence.models import Disagreement, Review, ReviewMeeting

WAS = ("PN0", "PN5", "PN6", "PN7")
"""Codes whose words need "was" before them: under 4, absent."""


FOLLOWED = {
    "decisions_sent_on": "The review’s decisions were sent out.",
    "answered_on": "The manager answered the review’s decisions.",
    "record_made_on": "The record of the review was written.",
    "record_sent_on": "The record of the review was sent out.",
}


def _review(fact: Any) -> Iterator[Told]:
    yield Told(fact.held_on, f"{_held(fact)}{_part(fact.participation)}")
    if fact.decisions:
        yield Told(fact.held_on, f"The review decided: {fact.decisions}")
    if fact.not_ratified_because:
        why = sentence(fact.not_ratified_because)
        yield Told(fact.held_on, f"The review did not ratify the plan: {why}")
    if fact.adjourned_on is not None:
        why = f": {fact.adjourned_because}" if fact.adjourned_because else "."
        yield Told(fact.adjourned_on, f"The review was paused until more was known{why}")
    if fact.completed_on is not None:
        paused = " that had been paused" if fact.adjourned_on else ""
        yield Told(fact.completed_on, f"The review{paused} was finished.")
    for name, told in FOLLOWED.items():
        if (on := getattr(fact, name)) is not None:
            yield Told(on, told)


def _held(fact: Any) -> str:
    if fact.without_meeting:
        return "A review was held without a meeting."
    if fact.in_parts:
        return "A review was held as several meetings, of which this was the first day."
    return "A review was held."


def _meeting(fact: Any) -> Iterator[Told]:
    about = f" {sentence(f'About: {fact.about}')}" if fact.about else ""
    yield Told(
        fact.held_on, f"{sentence(f'A meeting of the review, with {fact.with_whom}')}{about}"
    )


def _disagreement(fact: Any) -> Iterator[Told]:
    decided = f"“{fact.action.text}”"
    why = sentence(fact.because)
    yield Told(fact.disagreed_on, f"The manager could not agree to a decision, {decided}: {why}")
    if fact.replied_on is not None:
        reply = sentence(fact.reply)
        yield Told(fact.replied_on, f"The reviewing officer replied about {decided}: {reply}")


def _part(code: str) -> str:
    if not code:
        return ""
    return f" The child {'was ' if code in WAS else ''}{PARTICIPATION.label(code)}."


def _day(label: str) -> tuple[Ask, ...]:
    return (Ask("on", lambda child: DateBoxes(label=label)),)


def _followed(
    code: str, title: str, asked: str, field: str, after: Callable[[Any], bool] = lambda fact: True
) -> Change:
    """Something followed the review on a day, which is kept in `field`: once, and only `after`
    what comes before it.
    """
    return Change(
        code=code,
        title=title,
        asks=_day(asked),
        act=lambda fact, by, values: reviews.follow(
            review=fact, what=code, by=by, **{field: values["on"]}
        ),
        offered=lambda fact: after(fact) and getattr(fact, field) is None,
    )


REVIEW = Kind(
    code="review",
    title="Review",
    group=Group.PLAN,
    model=Review,
    permission=Permission.RECORD_REVIEWS,
    hint="If the review ratified a plan, record that beside the plan in the history.",
    page=("review-next", "Plan a review, or record one with what it decides, on its own page"),
    asks=("held_on", "held_by", "participation", "without_meeting", "decisions"),
    choices={"held_by": officers},
    act=lambda child, by, values: reviews.record(
        child=child,
        on=values["held_on"],
        held_by=values["held_by"],
        participation=values["participation"],
        without_meeting=values["without_meeting"],
        decisions=values["decisions"],
        by=by,
    ),
    rule=reviews.why_not_so,
    holds=reviews.why_not_withdraw,
    tell=_review,
    mends=(
        "held_on",
        "held_by",
        "participation",
        "in_parts",
        "without_meeting",
        "decisions",
        "not_ratified_because",
        "mid_point_planned_on",
        "adjourned_on",
        "adjourned_because",
        "completed_on",
        "decisions_sent_on",
        "answered_on",
        "record_made_on",
        "record_sent_on",
    ),
    changes=(
        Change(
            code="adjourned",
            title="The review was adjourned",
            asks=(
                *_day("When was it adjourned?"),
                Ask("because", lambda child: text(max_length=300, label="What was missing?")),
            ),
            act=lambda fact, by, values: reviews.follow(
                review=fact,
                what="adjourned",
                adjourned_on=values["on"],
                adjourned_because=values["because"],
                by=by,
            ),
            offered=lambda fact: fact.adjourned_on is None and fact.decisions_sent_on is None,
        ),
        _followed(
            "finished",
            "The review was finished",
            "When was it finished?",
            "completed_on",
            lambda fact: fact.adjourned_on is not None or fact.in_parts,
        ),
        _followed(
            "decisions-sent",
            "Its decisions were sent out",
            "When were the decisions sent out?",
            "decisions_sent_on",
        ),
        _followed(
            "answered",
            "The manager answered its decisions",
            "When did the manager answer?",
            "answered_on",
            lambda fact: fact.decisions_sent_on is not None,
        ),
        _followed(
            "record-made",
            "Its full record was finished",
            "When was the full record finished?",
            "record_made_on",
            lambda fact: fact.decisions_sent_on is not None,
        ),
        _followed(
            "record-sent",
            "Its record was sent out",
            "When was the record sent to the child, the family and the carers?",
            "record_sent_on",
            lambda fact: fact.record_made_on is not None,
        ),
    ),
)

MEETING = Kind(
    code="review-meeting",
    title="Meeting of a review",
    group=Group.PLAN,
    model=ReviewMeeting,
    permission=Permission.RECORD_REVIEWS,
    rule=reviews.why_not_meeting,
    tell=_meeting,
    related=("review",),
    mends=("held_on", "with_whom", "about"),
    for_family=False,
)

DISAGREEMENT = Kind(
    code="disagreement",
    title="A manager cannot agree to a decision",
    group=Group.PLAN,
    model=Disagreement,
    permission=Permission.ANSWER_CHALLENGES,
    tell=_disagreement,
    related=("action",),
    # The reply is the officer's own, as the rest is the manager's: neither mends the other's.
    mends=("disagreed_on", "because"),
    holds=review_decisions.why_not_withdraw_disagreement,
    for_family=False,
    changes=(
        Change(
            code="replied",
            title="Reply to the manager",
            asks=answered(Disagreement, "replied_on", "reply"),
            act=lambda fact, by, values: review_decisions.reply(
                disagreement=fact, on=values["replied_on"], reply=values["reply"], by=by
            ),
            offered=lambda fact: fact.replied_on is None,
            permission=Permission.RECORD_REVIEWS,
        ),
    ),
)

KINDS = (REVIEW, MEETING, DISAGREEMENT)
