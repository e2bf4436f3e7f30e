"""Reviews of the child's plan, and what follows each."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, text
from casetrack.models.codes import PARTICIPATION
from casetrack.record.kind import Ask, Change, Group, Kind, Told
from permanence.actions import reviews
from permanence.models import Review

WAS = ("PN0", "PN5", "PN6", "PN7")
"""Codes whose words need "was" before them: under 4, absent."""


def _review(fact: Any) -> Iterator[Told]:
    held = "A review was held without a meeting." if fact.without_meeting else "A review was held."
    yield Told(fact.held_on, f"{held}{_part(fact.participation)}")
    if fact.decisions:
        yield Told(fact.held_on, f"The review decided: {fact.decisions}")
    if fact.adjourned_on is not None:
        why = f": {fact.adjourned_because}" if fact.adjourned_because else "."
        yield Told(fact.adjourned_on, f"The review was paused until more was known{why}")
    if fact.completed_on is not None:
        yield Told(fact.completed_on, "The review that had been paused was finished.")
    if fact.decisions_sent_on is not None:
        yield Told(fact.decisions_sent_on, "The review’s decisions were sent out.")
    if fact.answered_on is not None:
        yield Told(fact.answered_on, "The manager answered the review’s decisions.")
    if fact.record_made_on is not None:
        yield Told(fact.record_made_on, "The record of the review was written.")
    if fact.record_sent_on is not None:
        yield Told(fact.record_sent_on, "The record of the review was sent out.")


def _part(code: str) -> str:
    if not code:
        return ""
    return f" The child {'was ' if code in WAS else ''}{PARTICIPATION.label(code)}."


def _day(label: str) -> tuple[Ask, ...]:
    return (Ask("on", lambda child: DateBoxes(label=label)),)


KINDS = (
    Kind(
        code="review",
        title="Review",
        group=Group.PLAN,
        model=Review,
        permission=Permission.RECORD_REVIEWS,
        hint="If the review ratified a plan, record that beside the plan in the history.",
        asks=("held_on", "participation", "without_meeting", "decisions"),
        act=lambda child, by, values: reviews.record(
            child=child,
            on=values["held_on"],
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
            "participation",
            "without_meeting",
            "decisions",
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
            Change(
                code="finished",
                title="The adjourned review was finished",
                asks=_day("When was it finished?"),
                act=lambda fact, by, values: reviews.follow(
                    review=fact, what="finished", completed_on=values["on"], by=by
                ),
                offered=lambda fact: fact.adjourned_on is not None and fact.completed_on is None,
            ),
            Change(
                code="decisions-sent",
                title="Its decisions were sent out",
                asks=_day("When were the decisions sent out?"),
                act=lambda fact, by, values: reviews.follow(
                    review=fact, what="decisions-sent", decisions_sent_on=values["on"], by=by
                ),
                offered=lambda fact: fact.decisions_sent_on is None,
            ),
            Change(
                code="answered",
                title="The manager answered its decisions",
                asks=_day("When did the manager answer?"),
                act=lambda fact, by, values: reviews.follow(
                    review=fact, what="answered", answered_on=values["on"], by=by
                ),
                offered=lambda fact: (
                    fact.decisions_sent_on is not None and fact.answered_on is None
                ),
            ),
            Change(
                code="record-made",
                title="Its full record was finished",
                asks=_day("When was the full record finished?"),
                act=lambda fact, by, values: reviews.follow(
                    review=fact, what="record-made", record_made_on=values["on"], by=by
                ),
                offered=lambda fact: (
                    fact.decisions_sent_on is not None and fact.record_made_on is None
                ),
            ),
            Change(
                code="record-sent",
                title="Its record was sent out",
                asks=_day("When was the record sent to the child, the family and the carers?"),
                act=lambda fact, by, values: reviews.follow(
                    review=fact, what="record-sent", record_sent_on=values["on"], by=by
                ),
                offered=lambda fact: (
                    fact.record_made_on is not None and fact.record_sent_on is None
                ),
            ),
        ),
    ),
)
