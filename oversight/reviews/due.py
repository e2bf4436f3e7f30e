"""By when something of a review is due, read from the clocks, which hold the rules of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from casetrack.dates import add_working_days, is_working_day
from casetrack.models import Child
from oversight.clocks.clock import Kind
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockRow
from permanence.models import PlannedReview, Review

SAYS = {
    Kind.STATUTORY: "required by law",
    Kind.GUIDANCE: "statutory guidance",
    Kind.NATIONAL_TARGET: "national target",
    Kind.LOCAL: "local practice",
    Kind.PROPOSED: "Casetrack’s own default",
}
BEFORE_DUE = timedelta(weeks=2)
"""So long before the last day the next review is proposed, which leaves room to move it; ours."""


@dataclass(frozen=True)
class Due:
    """The last day for something, and on whose word it is the last."""

    on: date
    says: str
    source: str


def of_review(review: Review) -> dict[str, Due]:
    """By code of the clock: what is, or was, waited for after a review."""
    return _of(review.child, f"review {review.pk}")


def of_planned(planned: PlannedReview) -> dict[str, Due]:
    """The same of what comes before one."""
    return _of(planned.child, f"planned review {planned.pk}")


def next_review(child: Child, today: date) -> Due | None:
    """By when the next review must be held; None where no wait for one runs."""
    row = ClockRow.objects.as_at(today).filter(child=child, clock="review-due").last()
    return _due(row) if row is not None else None


def _of(child: Child, subject: str) -> dict[str, Due]:
    rows = ClockRow.objects.filter(child=child, subject=subject).order_by("runs_from")
    return {row.clock: due for row in rows if (due := _due(row)) is not None}


def _due(row: ClockRow) -> Due | None:
    clock = CLOCKS.get(row.clock)
    if clock is None or row.due_on is None:
        return None
    return Due(row.due_on, SAYS[clock.kind], clock.source)


def proposed_mid_point(review: Review, holidays: Collection[date]) -> date | None:
    """A working day in the middle of the days for the look between two reviews; None where the
    clock of it does not run.
    """
    rows = ClockRow.objects.filter(child=review.child_id, clock="mid-point")
    row = rows.filter(started_on=review.held_on).last()
    if row is None or row.warn_on is None or row.due_on is None:
        return None
    return _working(row.warn_on + (row.due_on - row.warn_on) / 2, holidays, back=False)


def proposed_next(child: Child, today: date, holidays: Collection[date]) -> date | None:
    """A working day two weeks before the next review is due, or tomorrow's where that is past."""
    due = next_review(child, today)
    if due is None:
        return None
    ahead = _working(due.on - BEFORE_DUE, holidays, back=True)
    return ahead if ahead > today else add_working_days(today, 1, holidays)


def _working(day: date, holidays: Collection[date], *, back: bool) -> date:
    if is_working_day(day, holidays):
        return day
    return add_working_days(day, -1 if back else 1, holidays)
