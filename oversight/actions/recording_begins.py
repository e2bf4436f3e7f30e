"""The day from which people record in an authority: what it would do, and the days set so far.

What no return carries is waited for from that day (ADR 12), so that a first day, or another, makes
waits begin, stop and turn. Before it is saved the clocks themselves say which.
"""

from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from casetrack.models import Authority, User
from oversight.actions.would_change import Standing, would_change


class Change(NamedTuple):
    """A wait of a child (id) that would stand otherwise."""

    child: int
    clock: str
    subject: str
    before: Standing
    after: Standing

    @property
    def what(self) -> str:
        """It begins, stops, turns into another state, or keeps its state and moves its limit."""
        if self.before.state is None:
            return "begins"
        if self.after.state is None:
            return "stops"
        return "moves" if self.before.state == self.after.state else "turns"


class DaySet(NamedTuple):
    """A day that was set, by whom, when and why."""

    on: date
    at: datetime
    by: str
    why: str


def changes(*, authority: Authority, on: date, live: bool, day: date) -> list[Change]:
    """Each wait that would stand otherwise on `day` if people recorded here from `on`, and with
    `live` as things happen; nothing is kept.

    A wait that is counted from another day is the same wait.
    """
    found = would_change(
        authority,
        lambda: _write(authority, on, live),
        day=day,
        key=("child_id", "clock", "subject"),
    )
    return [
        Change(child, clock, subject, was, would_be)
        for (child, clock, subject), was, would_be in found
    ]


def _write(authority: Authority, on: date, live: bool) -> None:
    Authority.objects.filter(pk=authority.pk).update(
        recorded_from=on, records_live=authority.records_live or live
    )


def days_set(authority: Authority) -> list[DaySet]:
    """The days that were set here, the newest first, with the names of those who set them."""
    events = list(
        Authority.pgh_event_model.objects.filter(pgh_obj_id=authority.pk)  # type: ignore[attr-defined]
        .order_by("pgh_id")
        .values_list("recorded_from", "pgh_created_at", "pgh_context")
    )
    found = [
        (on, at, context or {})
        for (before, *_), (on, at, context) in pairwise([(None, None, None), *events])
        if on is not None and on != before
    ]
    names = {"system": "Casetrack"} | {
        user.username: str(user)
        for user in User.objects.filter(username__in={said.get("by", "") for _, _, said in found})
    }
    return [
        DaySet(on, at, names.get(said.get("by", ""), ""), said.get("why", ""))
        for on, at, said in reversed(found)
    ]
