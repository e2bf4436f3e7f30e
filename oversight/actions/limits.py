"""An authority's own limits: what is refused, what a change would do, and the change itself.

A setting holds for the waits that start on or after a day. The law's limits may be made shorter and
never longer, and a clock that the law sets may be switched off only where what stops it is not
recorded here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q

from casetrack.actions.refusal import Refused
from casetrack.models import Authority
from casetrack.recording import hold, recording
from oversight.actions.would_change import Standing, children_of, would_change
from oversight.clocks.clock import Clock, Limit, Unit
from oversight.clocks.engine import refresh
from oversight.clocks.registry import CLOCKS, moved_with
from oversight.models import ClockSetting

MOST = {Unit.DAYS: 3650, Unit.WORKING_DAYS: 2500, Unit.MONTHS: 120, Unit.TERMS: 30}


class LimitRefused(Refused):
    """The limit cannot be set so."""


@dataclass(frozen=True)
class Wanted:
    """What an authority wants of a clock for waits that start on or after `starts_on`.

    `limit` and `warning` are in the clock's own units; None keeps the product's default. `options`
    are the switches of the clock that differ from their default.
    """

    clock: str
    starts_on: date
    enabled: bool
    limit: int | None = None
    warning: int | None = None
    options: Mapping[str, bool] = field(default_factory=dict)

    @property
    def usual(self) -> bool:
        """Whether this is what the product does without a setting."""
        own = self.limit is not None or self.warning is not None or bool(self.options)
        return self.enabled == CLOCKS[self.clock].usual and not own


class Change(NamedTuple):
    """A wait of a child (id) that would be in another state."""

    child: int
    before: Standing
    after: Standing


def warns(clock: Clock) -> Limit | None:
    """The clock's warning, whether it is counted from the start or back from the limit."""
    return clock.warning or clock.before


def why_not(wanted: Wanted) -> dict[str, str]:
    """By field, why this cannot be set; empty where it can."""
    clock = CLOCKS[wanted.clock]
    found = {}
    if not wanted.enabled and clock.statutory and not clock.recorded:
        found["enabled"] = "The law sets this clock, so it cannot be switched off."
    if reason := _why_not_limit(clock, wanted.limit):
        found["limit"] = reason
    if reason := _why_not_warn(clock, wanted):
        found["warning"] = reason
    return found


def _why_not_limit(clock: Clock, limit: int | None) -> str:
    if limit is None:
        return ""
    if clock.limit is None:
        return "This clock’s limit comes from the record itself and cannot be set."
    if clock.statutory and limit > clock.limit.count:
        return f"The law sets {clock.limit.words}. An authority may set less, never more."
    if not 1 <= limit <= MOST[clock.limit.unit]:
        return f"Enter a number from 1 to {MOST[clock.limit.unit]}."
    return ""


def _why_not_warn(clock: Clock, wanted: Wanted) -> str:
    warning = warns(clock)
    if wanted.warning is None:
        return ""
    if warning is None:
        return "This clock’s warning comes from the record itself and cannot be set."
    if not 0 <= wanted.warning <= MOST[warning.unit]:
        return f"Enter a number from 0 to {MOST[warning.unit]}."
    limit = clock.limit.count if clock.limit and wanted.limit is None else wanted.limit
    counted_alike = clock.limit is not None and warning.unit == clock.limit.unit
    if counted_alike and limit is not None and wanted.warning > limit:
        return "The warning comes before the limit."
    return ""


def set_limit(*, authority: Authority, wanted: Wanted, why: str, by: Any) -> None:
    """From `starts_on` this holds; what was set for later days is replaced by it."""
    if reasons := why_not(wanted):
        raise LimitRefused(" ".join(reasons.values()))
    if not why.strip():
        raise LimitRefused("Write why in a sentence.")
    with recording(
        "limit.set",
        by=by,
        why=why.strip(),
        into_sealed=True,
        authority=authority.code,
        clock=wanted.clock,
        starts_on=wanted.starts_on.isoformat(),
        enabled=wanted.enabled,
        limit=wanted.limit,
        warning=wanted.warning,
        options=dict(wanted.options),
    ):
        children = children_of(authority)
        hold(children)
        _write(authority, wanted)
        refresh(children, only=moved_with(wanted.clock))


def _write(authority: Authority, wanted: Wanted) -> None:
    settings = ClockSetting.objects.filter(authority=authority, clock=wanted.clock)
    settings.filter(starts_on__gte=wanted.starts_on).delete()
    settings.filter(Q(ends_on=None) | Q(ends_on__gt=wanted.starts_on)).update(
        ends_on=wanted.starts_on
    )
    if not wanted.usual:
        ClockSetting.objects.create(
            authority=authority,
            clock=wanted.clock,
            starts_on=wanted.starts_on,
            enabled=wanted.enabled,
            limit=wanted.limit,
            warning=wanted.warning,
            options=dict(wanted.options),
        )


def changes(*, authority: Authority, wanted: Wanted, day: date) -> list[Change]:
    """Each wait that would be in another state on `day`, in one question; nothing is kept."""
    found = would_change(
        authority,
        lambda: _write(authority, wanted),
        day=day,
        key=("child_id", "clock", "subject", "runs_from"),
        only=moved_with(wanted.clock),
    )
    return [
        Change(child, was, would_be)
        for (child, *_), was, would_be in found
        if was.state != would_be.state
    ]
