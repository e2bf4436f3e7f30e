"""Where the parts of a clock's bar lie, in per cent of its track: a drawing to scale.

The track runs from the day the wait counts from to today, or to the limit where that is later.
Filled as far as today; a dotted mark where the warning begins, a solid tick at the limit; hatched
past the limit; in broken strokes where the start is known only as "on or before".
"""

from dataclasses import dataclass
from datetime import date

from oversight.models import State
from oversight.waits import Wait

# The tick at the limit needs room beside it.
WIDTH = 99.4


@dataclass(frozen=True)
class Bar:
    """Widths and places as texts for SVG attributes; None where there is no such part."""

    tone: str
    filled: str
    broken: bool
    past_from: str | None
    past_width: str | None
    warning: str | None
    limit: str | None


def bar(wait: Wait) -> Bar:
    row = wait.row
    start, today = row.started_on, wait.on_day
    limit = row.due_on if wait.limited else None
    end = max(today, limit) if limit else today
    span = max((end - start).days, 1)

    def place(day: date) -> float:
        return max(0.0, min(WIDTH, (day - start).days * WIDTH / span))

    past = limit is not None and limit < today
    filled = place(limit if past and limit else today)
    marked = row.warn_on is not None and start < row.warn_on < end and row.warn_on != limit
    return Bar(
        tone=tone(wait),
        filled=percent(filled),
        broken=not row.start_known,
        past_from=percent(place(limit)) if past and limit else None,
        past_width=percent(place(today) - place(limit)) if past and limit else None,
        warning=percent(place(row.warn_on)) if marked else None,
        limit=percent(place(limit)) if limit else None,
    )


def tone(wait: Wait) -> str:
    """Red waits with a limit are hatched past it; those without are red from their first day."""
    if wait.state == State.RED and not wait.limited:
        return "red"
    return {State.AMBER: "amber", State.CANNOT_TELL: "unknown"}.get(State(wait.state), "plain")


def percent(value: float) -> str:
    return f"{value:.2f}%"
