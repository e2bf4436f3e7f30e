"""The waits of care orders, homes with parents, section 20 and growing up."""

from collections.abc import Iterator
from datetime import date

from casetrack.dates import add_months
from tests.reference.spells import Spell, shared, without
from tests.reference.story import ADOPTIVE, Story, since, starts
from tests.reference.waits import Wait, days, months, waiting

PARENTS = "P1"
LASTING = ("U1", "U4", *ADOPTIVE)


def with_parents(story: Story) -> Iterator[Wait]:
    """Counted on over a break of three months or less, in one period of care."""
    limited = months(9, 12)
    began, ended_on = None, None
    for spell in shared(story.living_at(PARENTS), story.under("C2")):
        if ended_on is None or _starts_anew(story, ended_on, spell.starts_on):
            began = spell
        ended_on = spell.ends_on
        wait = Wait(began.starts_on, spell.starts_on, spell.ends_on, began.start_known)
        yield limited(wait)


def _starts_anew(story: Story, ended_on: date, starts_on: date) -> bool:
    """After more than three months, or where the child came into care again in between."""
    came_back = any(ended_on < care.starts_on <= starts_on for care in story.care)
    return came_back or starts_on > add_months(ended_on, 3)


def with_parents_interim(story: Story) -> Iterator[Wait]:
    for spell in shared(story.living_at(PARENTS), story.under("C1")):
        yield days(26 * 7)(waiting(spell))


def care_order_to_permanence(story: Story) -> Iterator[Wait]:
    """From the order, unless the child is with parents then, and again when either home ends.

    Only the wait that the order itself begins may be of no days: already in a lasting home.
    """
    limited = months(6, 12)
    parents, lasting = story.living_at(PARENTS), story.living_at(*LASTING) + story.matched_homes
    for order in story.under("C2"):
        if not any(home.holds_on(order.starts_on) for home in parents):
            yield limited(waiting(order, _first_day(parents + lasting, order.starts_on)))
        for day in sorted({home.ends_on for home in parents + lasting}):
            stopped_on = min(order.ends_on, _first_day(lasting + parents, day))
            if order.starts_on < day < stopped_on:
                yield limited(waiting(Spell(day, order.ends_on), stopped_on))


def _first_day(spells: list[Spell], start: date) -> date:
    """The first day from `start` that lies in one of the spells."""
    if any(spell.holds_on(start) for spell in spells):
        return start
    return since(starts(spells), start)


def interim_care_order(story: Story) -> Iterator[Wait]:
    """While no care proceedings are recorded as running, whose own weeks count instead."""
    for order in story.under("C1"):
        for left in without([order], story.before_court):
            wait = Wait(order.starts_on, left.starts_on, left.ends_on, order.start_known)
            yield days(20 * 7)(wait)


def section_20_without_plan(story: Story) -> Iterator[Wait]:
    """Neither for unaccompanied young people nor from 16, nor with a plan made before."""
    limited = months(2, 3)
    for agreed in story.under("V2"):
        over = min(story.comes_to(16), _first_day(story.planned(), agreed.starts_on))
        if over > agreed.starts_on and not story.child.unaccompanied:
            yield limited(waiting(agreed, over))


def open_past_eighteen(story: Story) -> Iterator[Wait]:
    adult_on = story.comes_to(18)
    for care in story.care:
        start = max(adult_on, care.starts_on)
        if start < care.ends_on:
            yield Wait(start, start, care.ends_on, missing=True)
