"""Reasons noted for a wait, delays justified and disputed, and what they are put down to.

They are given from the tracker and the child's page.
"""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import DateBoxes, question, text
from casetrack.record.kind import Apart, Ask, Change, Group, Kind, Told
from casetrack.words import sentence, short_day, uncapital
from oversight.actions import justify
from oversight.clocks.registry import CLOCKS
from oversight.models import Answer, AnswerKind, DelayCause, Dissent


def _clock(fact: Any) -> str:
    return CLOCKS[fact.clock].title if fact.clock in CLOCKS else fact.clock


def _answer(fact: Any) -> Iterator[Told]:
    clock = _clock(fact)
    if fact.kind == AnswerKind.REASON:
        yield Told(fact.answered_on, f"{clock}: a reason was noted.")
        return
    cause, until = fact.get_cause_display(), short_day(fact.until)
    asked = f"{clock}: it was asked whether the delay is justified until {until} ({cause})."
    yield Told(fact.asked_on, f"{asked} {sentence(fact.reason)}")
    if fact.kind == AnswerKind.JUSTIFIED:
        yield Told(fact.answered_on, f"{clock}: the delay is justified until {until}.")
    if fact.kind == AnswerKind.REFUSED:
        why = sentence(fact.because)
        yield Told(fact.answered_on, f"{clock}: the delay was found not to be justified. {why}")
    if fact.ended_on is not None:
        why = sentence(fact.because)
        yield Told(fact.ended_on, f"{clock}: the delay is justified no longer. {why}")


def _dissent(fact: Any) -> Iterator[Told]:
    about = uncapital(_clock(fact.answer))
    told = f"The reviewing officer does not agree that the delay is justified ({about})."
    yield Told(fact.dissented_on, f"{told} {sentence(fact.reason)}")


def _cause(fact: Any) -> Iterator[Told]:
    clock, cause = _clock(fact), fact.get_cause_display()
    yield Told(fact.starts_on, f"{clock}: the wait is put down to this: {cause}.")
    if fact.ends_on is not None:
        yield Told(fact.ends_on, f"{clock}: the wait is no longer put down to this: {cause}.")


def _day(label: str) -> Ask:
    return Ask("on", lambda child: DateBoxes(label=label))


def _why(label: str) -> Ask:
    return Ask("because", lambda child: text(max_length=500, label=label))


def _is_asked(fact: Any) -> bool:
    return fact.kind == AnswerKind.ASKED


def _stands(fact: Any) -> bool:
    return fact.kind == AnswerKind.JUSTIFIED and fact.ended_on is None


def _undisputed(fact: Any) -> bool:
    return fact.kind == AnswerKind.JUSTIFIED and not Dissent.objects.filter(answer=fact.pk).exists()


ANSWER = Kind(
    code="answer",
    title="Reason for a wait",
    group=Group.PLAN,
    model=Answer,
    permission=Permission.NOTE_REASONS,
    # What was asked and decided is for those to correct whose part it was.
    apart=Apart(
        "kind",
        {
            AnswerKind.ASKED: Permission.ASK_TO_JUSTIFY,
            AnswerKind.JUSTIFIED: Permission.JUSTIFY_DELAY,
            AnswerKind.REFUSED: Permission.JUSTIFY_DELAY,
        },
    ),
    holds=justify.why_not_take_back,
    tell=_answer,
    mends=("reason",),
    for_family=False,
    changes=(
        Change(
            code="agreed",
            title="The delay is justified",
            asks=(_day("When was it agreed?"),),
            act=lambda fact, by, values: justify.agree(answer=fact, on=values["on"], by=by),
            offered=_is_asked,
            permission=Permission.JUSTIFY_DELAY,
        ),
        Change(
            code="refused",
            title="The delay is not justified",
            asks=(_day("When was it decided?"), _why("Why is it not justified?")),
            act=lambda fact, by, values: justify.refuse(
                answer=fact, because=values["because"], on=values["on"], by=by
            ),
            offered=_is_asked,
            permission=Permission.JUSTIFY_DELAY,
        ),
        Change(
            code="ended",
            title="End the justified delay early",
            asks=(
                _day("From which day is it justified no longer?"),
                _why("Why is it justified no longer?"),
            ),
            act=lambda fact, by, values: justify.end_early(
                answer=fact, on=values["on"], because=values["because"], by=by
            ),
            offered=_stands,
            permission=Permission.JUSTIFY_DELAY,
        ),
        Change(
            code="dissent",
            title="I do not agree that the delay is justified",
            asks=(
                _day("When did you say so?"),
                Ask("reason", lambda child: question(Dissent._meta.get_field("reason"))),
            ),
            act=lambda fact, by, values: justify.dissent(
                answer=fact, reason=values["reason"], on=values["on"], by=by
            ),
            offered=_undisputed,
            permission=Permission.RECORD_REVIEWS,
        ),
    ),
)

DISSENT = Kind(
    code="dissent",
    title="Dissent of the reviewing officer",
    group=Group.PLAN,
    model=Dissent,
    permission=Permission.RECORD_REVIEWS,
    tell=_dissent,
    related=("answer",),
    mends=("reason",),
    for_family=False,
)

CAUSE = Kind(
    code="delay-cause",
    title="What holds a wait up",
    group=Group.PLAN,
    model=DelayCause,
    permission=Permission.NOTE_REASONS,
    tell=_cause,
    mends=("cause", "starts_on", "ends_on"),
    labels={
        "starts_on": "From which day?",
        "ends_on": "Until which day? Leave it empty if it still does",
    },
    for_family=False,
)

KINDS = (ANSWER, DISSENT, CAUSE)
