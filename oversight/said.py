"""What somebody said about a wait, in words, as it stood on a day."""

from dataclasses import dataclass
from datetime import date

from casetrack import words
from casetrack.access.roles import ROLES
from oversight.actions.justify import RENEWED_IN
from oversight.clocks.registry import CLOCKS
from oversight.models import Answer, AnswerKind, Dissent


@dataclass(frozen=True)
class Said:
    """An answer as at a day: what was decided or ended later is not known yet.

    `over` where its wait does not run on the day: then it is history and stands no more.
    """

    answer: Answer
    dissent: Dissent | None
    day: date
    over: bool = False

    @property
    def number(self) -> int:
        return self.answer.pk

    @property
    def reason(self) -> str:
        return self.answer.reason

    @property
    def about(self) -> str:
        clock = CLOCKS.get(self.answer.clock)
        return clock.title if clock else self.answer.clock

    @property
    def cause(self) -> str:
        return self.answer.get_cause_display() if self.answer.cause else ""

    @property
    def kind(self) -> str:
        if self.answer.answered_on > self.day:
            return AnswerKind.ASKED
        return self.answer.kind

    @property
    def ended(self) -> bool:
        """Whether a justified delay ended before its day, by this one."""
        return self.answer.ended_on is not None and self.answer.ended_on <= self.day

    @property
    def stands(self) -> bool:
        """Whether it is a justified delay that holds."""
        return self.answer.stands_on(self.day) and not self.over

    @property
    def ends_soon(self) -> bool:
        """Whether it is so near its day that it may be asked to be renewed."""
        return self.answer.until is not None and self.answer.until - self.day <= RENEWED_IN

    @property
    def waits(self) -> bool:
        """Whether it waits for somebody to decide, now as on the day."""
        return self.answer.kind == AnswerKind.ASKED and not self.over

    @property
    def may_end(self) -> bool:
        return self.stands and self.answer.ended_on is None

    @property
    def may_dispute(self) -> bool:
        return self.answer.kind == AnswerKind.JUSTIFIED and self.dissent is None

    @property
    def state(self) -> str:
        """Justified to 12 Jan 2027; asked to be justified to that day; justified from .. to .."""
        answer = self.answer
        if self.kind == AnswerKind.REASON or answer.until is None:
            return "Reason noted"
        until = words.short_day(answer.until)
        if self.kind == AnswerKind.ASKED:
            decided = "and never decided" if self.over else "not decided yet"
            return f"Asked to be justified to {until}, {decided}"
        if self.kind == AnswerKind.REFUSED:
            return "Not justified"
        if self.stands:
            return f"Justified to {until}"
        last = answer.ended_on if self.ended and answer.ended_on else answer.until
        return (
            f"Was justified from {words.short_day(answer.answered_on)} to {words.short_day(last)}"
        )

    @property
    def who(self) -> str:
        """Who asked, who decided in which role, and when; or who noted a reason."""
        answer = self.answer
        if self.kind == AnswerKind.REASON or answer.asked_on is None:
            return f"{answer.answered_by}, {words.short_day(answer.answered_on)}"
        asked = f"{answer.asked_by} asked on {words.short_day(answer.asked_on)}"
        if self.kind == AnswerKind.ASKED:
            return asked
        role = ROLES[answer.answered_as].title if answer.answered_as in ROLES else ""
        decided = "agreed" if self.kind == AnswerKind.JUSTIFIED else "did not agree"
        named = f"{answer.answered_by}, {role}," if role else str(answer.answered_by)
        return f"{asked}; {named} {decided} on {words.short_day(answer.answered_on)}"

    @property
    def because(self) -> str:
        """Why it was refused, or ended early."""
        if self.kind == AnswerKind.REFUSED:
            return self.answer.because
        return self.answer.because if self.ended else ""
