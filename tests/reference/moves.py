"""Three homes, or three social workers, within a year."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from casetrack.dates import add_months
from tests.reference.spells import Spell
from tests.reference.story import ADOPTIVE, SHORT_BREAKS, TEMPORARY, Story
from tests.reference.waits import Wait

LASTING = (*ADOPTIVE, "P1", "U1", "U4")
PLANNED = "CARPL"


@dataclass(frozen=True)
class Turn:
    """A time with one carer or worker; a home has a type and a reason why it ended."""

    days: Spell
    whose: int
    type: str = ""
    ended_for: str = ""


@dataclass
class Span:
    """Days on which the last three turns lie within a year, and the turns that began in it."""

    starts_on: date
    ends_on: date
    turns: list[Turn] = field(default_factory=list)


def three_homes(story: Story) -> Iterator[Wait]:
    """One wait, told apart at each move, because the last one decides whether it is red."""
    homes = _homes(story)
    before = dict(zip(homes[1:], homes, strict=False))
    for span in _spans(homes):
        stops = [*(home.days.starts_on for home in span.turns[1:]), span.ends_on]
        for home, stop in zip(span.turns, stops, strict=True):
            moved_on = home.days.starts_on
            planned = home.type in LASTING or before[home].ended_for == PLANNED
            due_on = None if planned else moved_on - timedelta(days=1)
            yield Wait(span.starts_on, moved_on, stop, warn_on=moved_on, due_on=due_on)


def three_workers(story: Story) -> Iterator[Wait]:
    """The same person after a gap in the record is no change."""
    turns: list[Turn] = []
    for worker, days in story.allocations:
        if turns and turns[-1].whose == worker:
            turns[-1] = replace(turns[-1], days=replace(turns[-1].days, ends_on=days.ends_on))
        else:
            turns.append(Turn(days, worker))
    for span in _spans(turns):
        yield Wait(span.starts_on, span.starts_on, span.ends_on, warn_on=span.starts_on)


def _homes(story: Story) -> list[Turn]:
    """Unbroken times with one carer; not temporary stays, nor those in short breaks alone."""
    homes: list[Turn] = []
    for stay in story.stays:
        home = Turn(stay.spell, stay.home, stay.type, stay.end_reason)
        if stay.type in TEMPORARY:
            continue
        if homes and homes[-1].whose == home.whose and _touching(homes[-1], home):
            days = replace(homes[-1].days, ends_on=stay.spell.ends_on)
            homes[-1] = replace(homes[-1], days=days, ended_for=stay.end_reason)
        else:
            homes.append(home)
    return [home for home in homes if not _in_short_break(story, home.days)]


def _touching(before: Turn, after: Turn) -> bool:
    return before.days.ends_on == after.days.starts_on


def _in_short_break(story: Story, days: Spell) -> bool:
    return any(
        spell.starts_on <= days.starts_on and days.ends_on <= spell.ends_on
        for code in SHORT_BREAKS
        for spell in story.under(code)
    )


def _spans(turns: list[Turn]) -> list[Span]:
    """From each third turn until a year after the first of the three; spans that meet are one."""
    spans: list[Span] = []
    for first, third in zip(turns, turns[2:], strict=False):
        starts_on, ends_on = third.days.starts_on, add_months(first.days.ends_on, 12)
        if starts_on >= ends_on:
            continue
        if spans and starts_on <= spans[-1].ends_on:
            spans[-1].ends_on = ends_on
        else:
            spans.append(Span(starts_on, ends_on))
        spans[-1].turns.append(third)
    return spans
