"""A justified delay: asked for, agreed to or refused by somebody outside the line, ended, disputed.

Red turns to amber and nothing else changes: every count still has the wait past its limit. What the
law itself allows to take longer (a court's extension, regulation 25, an adjourned review) is no
delay to justify but a fact, recorded as one.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from casetrack import dates, words
from casetrack.access.permissions import Permission
from casetrack.access.visibility import carrying
from casetrack.actions import facts
from casetrack.actions.changes import RECORDED
from casetrack.actions.refusal import Refused
from casetrack.models import Allocation, Cover, RoleAssignment, User
from casetrack.recording import recording
from oversight.actions import causes
from oversight.clocks.clock import Clock
from oversight.clocks.registry import CLOCKS
from oversight.episodes import Episode
from oversight.models import Answer, AnswerKind, ClockRow, Dissent, JustifiedNotice
from oversight.models.answers import MOST_MONTHS, WEIGHED
from oversight.models.states import PAST
from oversight.waits import running, with_answers

MOST_TIMES = 2
RENEWED_IN = timedelta(days=14)
"""So long before its end a justified delay may be asked to be renewed."""


class JustificationRefused(Refused):
    """The delay cannot be justified, or what was justified cannot be changed so."""


def why_never(clock: Clock) -> str:
    """Why no delay of this clock is ever justified by anybody here; empty where it may be."""
    if clock.statutory:
        return "This limit is set by law or statutory guidance, so nobody here can put it off."
    return ""


def why_not_ask(row: Any, answers: Iterable[Answer], on: date) -> str:
    """Why it cannot be asked on that day whether a wait's delay is justified; empty where it can.

    `row` is the wait as at the day, None where it does not run; `answers` are those to that wait.
    """
    if row is None or row.clock not in CLOCKS:
        return "That wait has ended since the page was opened."
    if refusal := why_never(CLOCKS[row.clock]):
        return refusal
    if row.state not in PAST:
        return "That wait is not past its limit, so there is nothing to justify yet."
    if any(answer.kind == AnswerKind.ASKED for answer in answers):
        return "It was asked already, and nobody has decided yet."
    justified = [answer for answer in answers if answer.kind == AnswerKind.JUSTIFIED]
    if len(justified) >= MOST_TIMES:
        return "This delay was justified and renewed already. It cannot be justified once more."
    for answer in justified:
        if answer.stands_on(on) and answer.until is not None and answer.until - on > RENEWED_IN:
            until = words.short_day(answer.until)
            return f"The delay is justified until {until}. Ask to renew it in its last 14 days."
    return ""


def to_ask(child: int, on: date) -> list[tuple[Any, str]]:
    """The child's waits that are past their limits on that day, each with `why_not_ask`."""
    answers: dict[Episode, list[Answer]] = {}
    for answer in Answer.objects.filter(child=child, kind__in=WEIGHED):
        answers.setdefault(Episode.of(answer), []).append(answer)
    found: Any = with_answers(running(on))  # annotated, which the type checker does not see
    rows = found.filter(child=child, state__in=PAST)
    return [(row, why_not_ask(row, answers.get(Episode.of(row), []), on)) for row in rows]


def why_not_until(until: date, on: date) -> str:
    """Why a delay cannot be justified from `on` until that day; empty where it can."""
    latest = dates.add_months(on, MOST_MONTHS)
    if until <= on:
        return "Enter a day that is still to come."
    if until > latest:
        return f"Enter a day up to {words.long_day(latest)}: three months at most."
    return ""


def ask(*, wait: ClockRow, cause: str, reason: str, until: date, on: date, by: Any) -> Answer:
    """Ask whether this wait's delay is justified. It changes no state until another agrees."""
    episode = Episode.of(wait)
    with recording("delay.asked", by=by, children=[episode.child_id]):
        asked = Answer.objects.filter(**episode.key, kind__in=WEIGHED)
        if refusal := why_not_ask(_row(episode, on), asked, on) or why_not_until(until, on):
            raise JustificationRefused(refusal)
        answer = Answer(
            **episode.key,
            kind=AnswerKind.ASKED,
            cause=cause,
            reason=reason.strip(),
            answered_on=on,
            answered_by=by,
            asked_on=on,
            asked_by=by,
            until=until,
        )
        _save(answer)
        return answer


def agree(*, answer: Answer, on: date, by: Any) -> Answer:
    """The delay is justified from `on`; one that stands is renewed, and ends with that day.

    The child's reviewing officer is told in the next digest.
    """
    with recording("delay.justified", by=by, children=[answer.child_id]):
        answer = _asked(answer)
        episode = Episode.of(answer)
        justified = Answer.objects.filter(**episode.key, kind=AnswerKind.JUSTIFIED)
        refusal = why_not_decide(answer, on, by)
        if refusal := refusal or why_not_ask(_row(episode, on), justified, on):
            raise JustificationRefused(refusal)
        for standing in justified.standing(on):
            _end(standing, on, "It was renewed.", by)
        answer.kind, answer.answered_as = AnswerKind.JUSTIFIED, _role_of(by, answer)
        answer.answered_on, answer.answered_by = on, by
        _save(answer)
        assert answer.until is not None, "the database has no other"
        causes.put_down(
            answer=answer, cause=answer.cause, starts_on=on, ends_on=answer.until, by=by
        )
        _tell(answer, on)
        return answer


def refuse(*, answer: Answer, because: str, on: date, by: Any) -> Answer:
    """The delay is not justified: the wait stays as red as it was."""
    with recording("delay.refused", by=by, children=[answer.child_id]):
        answer = _asked(answer)
        if refusal := why_not_decide(answer, on, by):
            raise JustificationRefused(refusal)
        answer.kind, answer.because = AnswerKind.REFUSED, because.strip()
        answer.answered_on, answer.answered_by = on, by
        answer.answered_as = _role_of(by, answer)
        _save(answer)
        return answer


def end_early(*, answer: Answer, on: date, because: str, by: Any) -> Answer:
    """The delay is justified no longer from `on`, before the day that was agreed."""
    with recording("delay.ended-early", by=by, children=[answer.child_id]):
        answer = Answer.objects.get(pk=answer.pk)
        if answer.kind != AnswerKind.JUSTIFIED or answer.ended_on is not None:
            raise JustificationRefused(RECORDED)
        if answer.until is not None and on >= answer.until:
            raise JustificationRefused("It has ended by itself by that day.")
        _end(answer, on, because.strip(), by)
        return answer


def dissent(*, answer: Answer, reason: str, on: date, by: Any) -> Dissent:
    """The child's reviewing officer does not agree, which is shown beside it from then on."""
    with recording("delay.dissented", by=by, children=[answer.child_id]):
        answer = Answer.objects.get(pk=answer.pk)
        if answer.kind != AnswerKind.JUSTIFIED:
            raise JustificationRefused(RECORDED)
        if on < answer.answered_on:
            raise JustificationRefused("The delay was not justified yet on that day.")
        said = Dissent(
            child_id=answer.child_id,
            answer=answer,
            dissented_on=on,
            dissented_by=by,
            reason=reason.strip(),
        )
        _save(said)
        return said


def why_not_decide(answer: Answer, on: date, by: Any) -> str:
    """Why `by` is not the one to agree or refuse: too near to the delay; empty where they may."""
    if answer.asked_by_id == by.pk:
        return "You asked for this yourself, so somebody else decides."
    working = Allocation.objects.on(on).filter(child=answer.child_id)
    if working.filter(worker__user=by.pk).exists():
        return "You work with this child, so somebody else decides."
    team = working.filter(role="social-worker").values("worker__team")
    managing = RoleAssignment.objects.on(on).filter(
        user=by.pk, role="manager", authority=answer.child.authority_id
    )
    if managing.filter(Q(team=None) | Q(team__in=team)).exists():
        return "You manage this child’s social worker, so somebody else decides."
    if not _role_of(by, answer):
        return "Your role does not decide whether a delay is justified."
    return ""


def why_not_take_back(answer: Answer) -> str:
    """Why it cannot be said that this was never said; empty where it can."""
    if answer.kind in (AnswerKind.JUSTIFIED, AnswerKind.REFUSED):
        return "What was decided stands in the record. End a justified delay early instead."
    return ""


def _row(episode: Episode, on: date) -> Any:
    """The wait as at the day; None where it does not run."""
    return ClockRow.objects.filter(**episode.key).as_at(on).first()


def _asked(answer: Answer) -> Answer:
    """The request as it stands under the lock, still to be decided."""
    stands: Answer | None = Answer.objects.filter(pk=answer.pk, kind=AnswerKind.ASKED).first()
    if stands is None:
        raise JustificationRefused(RECORDED)
    return stands


def _save(fact: Any) -> None:
    facts.check(fact, facts.no_rule)
    with facts.fitting():
        fact.save()


def _end(answer: Answer, on: date, because: str, by: Any) -> None:
    answer.ended_on, answer.because = on, because
    _save(answer)
    causes.cut(answer=answer, on=on, by=by)


def _role_of(by: Any, answer: Answer) -> str:
    """The role in which `by` decides for the child's authority; empty where there is none."""
    authority = answer.child.authority_id
    held = carrying(by, Permission.JUSTIFY_DELAY)
    return next((str(each.role) for each in held if each.authority_id == authority), "")


def _tell(answer: Answer, on: date) -> None:
    """Have the child's reviewing officer told, and who stands in for them; or who leads the
    officers where there is none to tell.
    """
    working = Allocation.objects.on(on).filter(child=answer.child_id, role="iro")
    away = Cover.objects.on(on).filter(absent__allocations__in=working)
    officers = User.objects.filter(
        Q(worker__allocations__in=working) | Q(worker__covers_given__in=away)
    )
    if not officers.exists():
        leading = RoleAssignment.objects.on(on).filter(
            role="iro-manager", authority=answer.child.authority_id
        )
        officers = User.objects.filter(roles__in=leading)
    JustifiedNotice.objects.bulk_create(
        JustifiedNotice(user=officer, answer=answer) for officer in officers.distinct()
    )
