"""The screens of a meeting: what the pack holds of each child, with the minutes she is given."""

from collections.abc import Iterable
from dataclasses import dataclass

from oversight.meetings.pack import Pack, Sheet

NOT_IN_THE_ROOM = ("Reference", "Minutes")
"""On paper a child is found by her reference; on the screen her minutes stand beside her name."""


@dataclass(frozen=True)
class Screen:
    sheet: Sheet
    minutes: int

    @property
    def facts(self) -> list[tuple[str, str]]:
        return [fact for fact in self.sheet.facts if fact[0] not in NOT_IN_THE_ROOM]


def screens(pack: Pack, minutes: Iterable[int]) -> list[Screen]:
    """One a child, in the order of the agenda."""
    return [Screen(*each) for each in zip(pack.sheets, minutes, strict=True)]
