"""Stretches of days and what can be done with them; an open end is `OPEN`, the last of days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

OPEN = date.max


@dataclass(frozen=True, order=True)
class Spell:
    """The days `[starts_on, ends_on)`; it began on or before them where not `start_known`."""

    starts_on: date
    ends_on: date = OPEN
    start_known: bool = True

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day < self.ends_on


def joined(spells: Iterable[Spell]) -> list[Spell]:
    """Spells that touch or overlap, made one; the first says whether the start is known."""
    found: list[Spell] = []
    for spell in sorted(spells):
        if found and spell.starts_on <= found[-1].ends_on:
            found[-1] = replace(found[-1], ends_on=max(found[-1].ends_on, spell.ends_on))
        else:
            found.append(spell)
    return found


def shared(one: Iterable[Spell], other: Iterable[Spell]) -> list[Spell]:
    """The stretches that lie in both, each from the later of the two starts."""
    others = list(other)
    return sorted(
        _overlap(first, second)
        for first in one
        for second in others
        if max(first.starts_on, second.starts_on) < min(first.ends_on, second.ends_on)
    )


def _overlap(first: Spell, second: Spell) -> Spell:
    """Its start is known when one of those that begin on that very day is known to."""
    starts_on = max(first.starts_on, second.starts_on)
    known = any(spell.start_known for spell in (first, second) if spell.starts_on == starts_on)
    return Spell(starts_on, min(first.ends_on, second.ends_on), known)


def without(spells: Iterable[Spell], holes: Iterable[Spell]) -> list[Spell]:
    """What is left of the spells when the days of the holes are taken out."""
    left = list(spells)
    for hole in holes:
        left = [piece for spell in left for piece in _around(spell, hole)]
    return left


def _around(spell: Spell, hole: Spell) -> Iterator[Spell]:
    if hole.ends_on <= spell.starts_on or spell.ends_on <= hole.starts_on:
        yield spell
        return
    if spell.starts_on < hole.starts_on:
        yield replace(spell, ends_on=hole.starts_on)
    if hole.ends_on < spell.ends_on:
        yield replace(spell, starts_on=hole.ends_on)
