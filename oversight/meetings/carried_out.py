"""How much of what a group decided was done by its day: a meeting at a time, and by owner."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from oversight.meetings.last_decided import done_on
from permanence.models import TO_DO, Decision, Meeting

BETWEEN = "Between meetings"


@dataclass
class Share:
    """Of decisions to carry out: those whose day has passed by what became of them, and apart from
    them those whose day is still to come, of which some are `early` done.
    """

    of: Any
    in_time: int = 0
    late: int = 0
    undone: int = 0
    to_come: int = 0
    early: int = 0

    @property
    def due(self) -> int:
        return self.in_time + self.late + self.undone

    @property
    def is_meeting(self) -> bool:
        return isinstance(self.of, Meeting)

    def add(self, decision: Decision, day: date) -> None:
        done = done_on(decision)
        done = done if done is not None and done <= day else None
        assert decision.due_on is not None
        if decision.due_on >= day:
            self.to_come += 1
            self.early += done is not None
        elif done is None:
            self.undone += 1
        elif done <= decision.due_on:
            self.in_time += 1
        else:
            self.late += 1


def to_carry_out(decisions: Iterable[Decision]) -> list[Decision]:
    return [each for each in decisions if each.kind in TO_DO]


def in_all(decisions: Iterable[Decision], day: date) -> Share:
    share = Share("")
    for decision in decisions:
        share.add(decision, day)
    return share


def by_meeting(decisions: Iterable[Decision], day: date) -> list[Share]:
    """The newest first, and last what was decided between meetings."""

    def of(decision: Decision) -> Any:
        return decision.item.meeting if decision.item is not None else BETWEEN

    found = list(_shares(decisions, day, of).values())
    meetings = [share for share in found if share.is_meeting]
    meetings.sort(key=lambda share: share.of.held_on, reverse=True)
    return meetings + [share for share in found if not share.is_meeting]


def by_owner(decisions: Iterable[Decision], day: date) -> list[Share]:
    """Who has most that is not done stands first."""
    found = _shares(decisions, day, lambda decision: decision.owner).values()
    return sorted(found, key=lambda share: (-share.undone, -share.late, share.of.name))


def _shares(
    decisions: Iterable[Decision], day: date, of: Callable[[Decision], Any]
) -> dict[Any, Share]:
    found: dict[Any, Share] = {}
    for decision in decisions:
        key = of(decision)
        found.setdefault(key, Share(key)).add(decision, day)
    return found
