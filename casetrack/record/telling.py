"""A child's history in sentences: what is believed, what was believed before, who said so and when.

Each version of a fact tells sentences. A sentence is recorded with the first version that has it,
and believed no longer from the version that has it no more, because somebody corrected the fact or
took it back. So the history needs no notes of its own: it is read out of the versions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from casetrack.models import CalendarDay, Origin
from casetrack.record import registry
from casetrack.record.kind import Kind, Told
from casetrack.record.reading import Version, versions

LATE_AFTER = 10
"""Working days after its date from which a fact counts as recorded late; our own default."""


@dataclass
class Line:
    """One sentence of the history, with who recorded it and what became of it."""

    kind: Kind
    fact: Any
    told: Told
    recorded: Version
    ended: Version | None = None
    late_by: int = 0
    leads: bool = True
    """Whether it is the fact's first sentence; the others follow from changes to it."""

    @property
    def believed(self) -> bool:
        return self.ended is None

    @property
    def taken_back(self) -> bool:
        return self.ended is not None and self.ended.fact is None

    @property
    def by_person(self) -> bool:
        """What says nothing of where it came from, such as what a group decided, is a person's."""
        origin = getattr(self.recorded.fact, "origin", Origin.PERSON)
        return bool(origin == Origin.PERSON)


def history(child: int, until: datetime | None = None) -> list[Line]:
    """The child's history, newest day first, as known before `until` (None: as known now)."""
    return told(versions(child, registry.every(), until))


def told(found: Iterable[Version]) -> list[Line]:
    """What these versions, in the order in which they were recorded, tell; newest day first."""
    by_fact: dict[tuple[str, int], list[Version]] = {}
    for version in found:
        by_fact.setdefault((version.kind.code, version.fact_id), []).append(version)
    lines = [line for of_fact in by_fact.values() for line in _lines(of_fact)]
    mark_late(lines)
    return in_order(lines)


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Newest day first, and of one day what was recorded last."""
    ordered = sorted(lines, key=lambda line: (line.told.on, line.recorded.at, line.recorded.number))
    return ordered[::-1]


def _lines(of_fact: Sequence[Version]) -> list[Line]:
    """The sentences of one fact over its versions."""
    held: dict[tuple[date, str, bool], Line] = {}
    done: list[Line] = []
    for version in of_fact:
        told = list(version.kind.tell(version.fact)) if version.fact is not None else []
        now = {(each.on, each.sentence, each.known): each for each in told}
        leading = next(iter(now), None)
        for key in [key for key in held if key not in now]:
            line = held.pop(key)
            line.ended = version
            done.append(line)
        for key, each in now.items():
            if key not in held:
                held[key] = Line(version.kind, version.fact, each, version)
            held[key].fact, held[key].leads = version.fact, key == leading
    return done + list(held.values())


def mark_late(lines: Sequence[Line]) -> None:
    """Working days between the day of a fact and the day a person recorded it, where over ten."""
    mine = [line for line in lines if line.by_person and not line.told.standing]
    days = {line.told.on for line in mine} | {day_of(line.recorded) for line in mine}
    numbers = dict(
        CalendarDay.objects.filter(day__in=days).values_list("day", "working_number")
        if days
        else ()
    )
    for line in mine:
        first, last = numbers.get(line.told.on), numbers.get(day_of(line.recorded))
        if first is not None and last is not None and last - first > LATE_AFTER:
            line.late_by = last - first


def day_of(version: Version) -> date:
    """The day on which it was recorded."""
    return version.at.astimezone(timezone.get_default_timezone()).date()
