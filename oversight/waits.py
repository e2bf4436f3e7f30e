"""A running wait as people see it: its clock's definition, its state, its words, its seriousness.

The order of seriousness is written twice, once for the database (`oversight.tracker`) and once for
Python (`Wait.key`); a test compares the two.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, OuterRef, QuerySet, Subquery

from casetrack import dates, words
from casetrack.models import Allocation
from oversight.clocks.clock import Clock, Unit
from oversight.clocks.registry import CLOCKS
from oversight.models import Answer, AnswerKind, ClockRow, State

# A wait in time is never serious, whatever its clock.
IN_TIME = 9
NEVER_DUE = 100_000
# Nobody has explained a delay by asking whether it is justified.
EXPLAINING = (AnswerKind.REASON, AnswerKind.JUSTIFIED)
# So long before a justified delay ends by itself, its tag counts the days.
ENDS_SOON = 14
STATE_ORDER = {str(state): place for place, state in enumerate(State)}


@lru_cache(maxsize=16)
def _running(day: date) -> QuerySet[ClockRow]:
    """Never evaluated, only copied: putting the question together costs more than a page may."""
    return ClockRow.objects.as_at(day).filter(clock__in=list(CLOCKS))


def running(day: date) -> QuerySet[ClockRow]:
    """The waits that run on `day`, of the clocks that are defined."""
    return _running(day).all()


def with_answers(rows: QuerySet[ClockRow]) -> QuerySet[ClockRow]:
    """Each row with the newest reason noted, and the day until which a delay is justified."""
    answers = Answer.objects.filter(
        child_id=OuterRef("child_id"),
        clock=OuterRef("clock"),
        subject=OuterRef("subject"),
        started_on=OuterRef("started_on"),
        kind__in=EXPLAINING,
        answered_on__lte=OuterRef("on_day"),
    ).order_by("-answered_on", "-id")
    justified = answers.standing(OuterRef("on_day"))
    return rows.annotate(
        reason=Subquery(answers.values("reason")[:1], output_field=CharField()),
        justified_to=Subquery(justified.values("until")[:1], output_field=DateField()),
    )


def with_worker(rows: QuerySet[ClockRow], day: date) -> QuerySet[ClockRow]:
    """Each row with the name and the mark of the child's social worker on the day."""
    held = Allocation.objects.on(day).filter(child=OuterRef("child"), role="social-worker")
    return rows.annotate(
        worker_name=Subquery(held.values("worker__name")[:1]),
        worker_uuid=Subquery(held.values("worker__uuid")[:1]),
    )


@dataclass(frozen=True)
class Wait:
    """One row of `with_answers(running(day))`, ready for a page."""

    row: Any

    @cached_property
    def clock(self) -> Clock:
        return CLOCKS[self.row.clock]

    @property
    def title(self) -> str:
        return self.clock.title

    @property
    def state(self) -> str:
        return str(self.row.state)

    @property
    def on_day(self) -> date:
        return self.row.on_day

    @property
    def key(self) -> tuple[int, int, int, str, int]:
        """The most serious wait has the smallest; the child's reference follows in a list."""
        rank = self.clock.rank if self.serious else IN_TIME
        return (rank, STATE_ORDER[self.state], self.days_left, self.row.clock, self.row.pk)

    @property
    def days_left(self) -> int:
        """Days until the limit, less than none once it is past."""
        due_on = self.row.due_on
        return NEVER_DUE if due_on is None else (due_on - self.on_day).days

    @property
    def serious(self) -> bool:
        return self.state != State.GREEN

    @property
    def past(self) -> bool:
        """Past its limit, whether or not the delay is justified."""
        return self.row.due_on is not None and self.row.due_on < self.on_day

    @property
    def limited(self) -> bool:
        """Whether a limit lies ahead of the start; a wait may also be red from its first day."""
        return self.row.due_on is not None and self.row.due_on >= self.row.runs_from

    @property
    def in_months(self) -> bool:
        return self.clock.limit is not None and self.clock.limit.unit == Unit.MONTHS

    @property
    def tag(self) -> str:
        """The state in words: 143 days over, due in 6 days, cannot tell, justified to 12 Jan."""
        if self.state == State.JUSTIFIED:
            return self._justified_words()
        if self.state == State.CANNOT_TELL:
            return "cannot tell"
        if self.state == State.RED:
            return self._past_words()
        if self.row.due_on is not None:
            return words.due_in(self.row.due_on, self.on_day)
        return self._no_limit_words()

    def _justified_words(self) -> str:
        """justified to 12 Jan; from two weeks before, with the days that are left."""
        until = self.row.justified_to
        left = (until - self.on_day).days
        said = f"justified to {words.short_day(until, beside=self.on_day)}"
        return f"{said}, {words.count(left, 'day')} left" if left <= ENDS_SOON else said

    def _past_words(self) -> str:
        row = self.row
        if not self.limited:
            return f"since {words.short_day(row.runs_from)}"
        return words.over(
            row.due_on, self.on_day, start_known=row.start_known, in_months=self.in_months
        )

    def _no_limit_words(self) -> str:
        row, warning = self.row, self.clock.warning
        if self.state == State.GREEN:
            return "in time"
        if warning is not None and warning.count:
            return f"over {warning.words}"
        return f"since {words.short_day(row.runs_from)}"

    @property
    def sentence(self) -> str:
        """Placement order to match: 143 days over; Is adoption still right? 14 days over."""
        return f"{self.title}{'' if self.title.endswith('?') else ':'} {self.tag}"

    @property
    def counted(self) -> str:
        """264 days of 121; at least 17 months of 12; 41 days, due by 3 Feb 2026."""
        row = self.row
        known = "" if row.start_known else "at least "
        if self.clock.limit is not None and self.limited:
            if self.in_months:
                passed = dates.whole_months(row.started_on, self.on_day)
                limit = dates.whole_months(row.started_on, row.due_on)
                return f"{known}{words.count(passed, 'month')} of {limit}"
            passed = (self.on_day - row.started_on).days
            limit = (row.due_on - row.started_on).days
            return f"{known}{words.count(passed, 'day')} of {limit}"
        passed_words = f"{known}{words.stretch(row.started_on, self.on_day)}"
        if self.limited:
            return f"{passed_words}, due by {words.short_day(row.due_on)}"
        return f"{passed_words} since {words.since(row.started_on, row.start_known)}"

    @property
    def arithmetic(self) -> str:
        """The one line beneath the bar: what was counted, then what the reader must know."""
        parts = [self.counted, self.row.missing, self.row.note]
        if not self.row.start_known:
            parts.append("began on or before the first day held")
        if getattr(self.row, "reason", None):
            parts.append("reason noted")
        return " · ".join(part for part in parts if part)

    @property
    def start_words(self) -> str:
        day = words.long_day(self.row.started_on)
        return day if self.row.start_known else f"on or before {day}"

    @property
    def limit_words(self) -> str:
        """As the clock's definition says it; an authority's own limit shows in the due day."""
        if self.clock.limit_words:
            return self.clock.limit_words
        return self.clock.limit.words if self.clock.limit else "none"

    @property
    def warning_words(self) -> str:
        return words.short_day(self.row.warn_on) if self.row.warn_on else "none"

    @property
    def due_words(self) -> str:
        if self.row.due_on is None:
            return "never turns red"
        if not self.limited:
            return "past its limit from its first day"
        return words.long_day(self.row.due_on)


def by_child(rows: Iterable[Any]) -> dict[int, list[Wait]]:
    """The waits of each child, most serious first."""
    found: dict[int, list[Wait]] = {}
    for wait in sorted((Wait(row) for row in rows), key=lambda wait: wait.key):
        found.setdefault(wait.row.child_id, []).append(wait)
    return found


def by_worker(waits: Iterable[Wait]) -> list[tuple[str, UUID | None, int]]:
    """Of waits `with_worker`: the social workers, each with the number of waits, most first."""
    counted = Counter((wait.row.worker_name or "", wait.row.worker_uuid) for wait in waits)
    return [(name, uuid, number) for (name, uuid), number in counted.most_common()]
