"""The waits of a child for whom adoption is planned, decided or ordered."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from tests.reference.spells import OPEN, Spell, joined, shared, without
from tests.reference.story import MAY_ADOPT, Standing, Story, since, starts
from tests.reference.waits import Wait, days, months, waiting

ONE_DAY = timedelta(days=1)


def order_to_match(story: Story) -> Iterator[Wait]:
    """An order waits for a match, a home, a reversal or its own end, whichever comes first."""
    limited = days(90, 121)
    for wait in _after_orders(story, lambda start, order: _matched_on(story, start, order)):
        yield from _eased(story, limited(wait))


def order_to_home(story: Story) -> Iterator[Wait]:
    """The same, but a match is no home yet."""
    limited = months(6, 9)
    for wait in _after_orders(story, lambda start, order: OPEN):
        yield from _eased(story, limited(wait))


def _after_orders(story: Story, found_on: Callable[[date, Spell], date]) -> Iterator[Wait]:
    """The waits in each order: the first from its start, others from when a search starts anew.

    A search that finds its family on its first day is no wait; only an order may wait for 0 days.
    """
    for order in story.under("E1"):
        over = order.starts_on
        for start in [order.starts_on, *_fresh_starts(story, order)]:
            if start < over:
                continue
            stops = (found_on(start, order), _placed_on(story, start), _reversed_on(story, start))
            over = min(*stops, order.ends_on)
            if start == order.starts_on:
                yield waiting(order, over)
            elif start < over:
                yield Wait(start, start, over)


def _fresh_starts(story: Story, order: Spell) -> list[date]:
    """The days in the order on which a home or a match was undone, or adoption decided again.

    Nobody looks for a family any more where the decision has been reversed by then.
    """
    undone = {home.ends_on for home in story.adoptive_homes}
    undone |= {match.undone_on for match in story.matches if _fell_through(story, match)}
    undone |= _decided_anew(story, order)
    return sorted(
        day for day in undone if order.starts_on < day < order.ends_on and not _given_up(story, day)
    )


def _decided_anew(story: Story, order: Spell) -> set[date]:
    """The days of decisions, not undone the same day, that follow a reversal under the order."""
    reversals = [d.undone_on for d in story.decisions if d.undone_on >= order.starts_on]
    return {
        made.decided_on
        for made in story.decisions
        if made.undone_on > made.decided_on and any(day <= made.decided_on for day in reversals)
    }


def _fell_through(story: Story, match: Standing) -> bool:
    """Withdrawn before the child moved in, and with no later match standing by then."""
    moved_in = any(
        home.starts_on <= match.undone_on and match.decided_on < home.ends_on
        for home in story.adoptive_homes
    )
    others = (other for other in story.matches if other.decided_on > match.decided_on)
    return not moved_in and not any(other.stands_on(match.undone_on) for other in others)


def _given_up(story: Story, day: date) -> bool:
    """Reversed by then, and no decision made since stands."""
    reversed_on = max((d.undone_on for d in story.decisions if d.undone_on <= day), default=None)
    return reversed_on is not None and not any(
        decision.stands_on(day) and decision.decided_on >= reversed_on
        for decision in story.decisions
    )


def _matched_on(story: Story, start: date, order: Spell) -> date:
    """When the wait that began on `start` found its match; an earlier one counts for the first."""
    matches = [match for match in story.matches if match.undone_on > start]
    if start == order.starts_on and any(_still_counts(story, m.decided_on, start) for m in matches):
        return start
    return since((match.decided_on for match in matches), start)


def _still_counts(story: Story, matched_on: date, day: date) -> bool:
    """Not where the home it led to has ended by then, nor from an earlier period of care."""
    ended = any(matched_on < home.ends_on <= day for home in story.adoptive_homes)
    came_again = any(c.start_known and matched_on < c.starts_on <= day for c in story.care)
    return matched_on <= day and not ended and not came_again


def _placed_on(story: Story, start: date) -> date:
    """The first day from `start` on which the child lives with an adoptive family."""
    if any(home.holds_on(start) for home in story.adoptive_homes):
        return start
    return since(starts(story.adoptive_homes), start)


def _reversed_on(story: Story, start: date) -> date:
    """The first reversal from `start`; one on that day is past where adoption was decided again."""
    anew = any(made.decided_on == start < made.undone_on for made in story.decisions)
    return since((made.undone_on for made in story.decisions), start + ONE_DAY if anew else start)


def _eased(story: Story, wait: Wait) -> Iterator[Wait]:
    """The wait in pieces: while the child lives with carers who may adopt it cannot turn red."""
    homes = story.living_at(*MAY_ADOPT)
    if wait.runs_from == wait.stopped_on:
        yield wait
        return
    whole = [Spell(wait.runs_from, wait.stopped_on)]
    for piece in without(whole, homes):
        yield replace(wait, runs_from=piece.starts_on, stopped_on=piece.ends_on)
    for piece in shared(whole, homes):
        yield replace(wait, runs_from=piece.starts_on, stopped_on=piece.ends_on, due_on=None)


def entry_to_decision(story: Story) -> Iterator[Wait]:
    """From coming into care to the decision, for as long as adoption is a plan."""
    limited = days(150, 183)
    for care in story.care:
        waits = list(_undecided(story, care))
        decided_on = _first_decision(story, care)
        planned = any(wait.runs_from <= decided_on <= wait.stopped_on for wait in waits)
        if decided_on < OPEN and not planned:
            waits.append(Wait(care.starts_on, decided_on, decided_on, care.start_known))
        yield from map(limited, waits)


def _undecided(story: Story, care: Spell) -> Iterator[Wait]:
    """The stretches with adoption as a plan that began with no decision in force."""
    for plan in shared([care], story.planned("adoption")):
        start = plan.starts_on
        if not any(decision.stands_on(start) for decision in story.decisions):
            decided_on = since((made.decided_on for made in story.decisions), start + ONE_DAY)
            stopped_on = min(decided_on, plan.ends_on)
            yield Wait(care.starts_on, start, stopped_on, care.start_known)


def _first_decision(story: Story, care: Spell) -> date:
    """The first in this period of care, or its first day where a decision stood then."""
    if any(decision.stands_on(care.starts_on) for decision in story.decisions):
        return care.starts_on
    decided_on = since((decision.decided_on for decision in story.decisions), care.starts_on)
    return decided_on if care.holds_on(decided_on) else OPEN


def _in_force(story: Story) -> list[Spell]:
    """When a decision for adoption stood, overlapping ones as one."""
    stood = (Spell(made.decided_on, made.undone_on) for made in story.decisions)
    return joined(spell for spell in stood if spell.starts_on < spell.ends_on)


def _first_in(care: Spell, spells: list[Spell]) -> date:
    """The first day in the period of care that lies in one of the spells; never, without one."""
    return min(starts(shared([care], spells)), default=OPEN)


def entry_to_home(story: Story) -> Iterator[Wait]:
    """From coming into care to the first adoptive home, while a decision stands.

    A home from before the first decision is a wait that was over when the child moved in.
    """
    limited = days(365, 426)
    for care in story.care:
        home_on = _first_in(care, story.adoptive_homes)
        for place, decided in enumerate(shared([care], _in_force(story))):
            start, stop = min(decided.starts_on, home_on), min(decided.ends_on, home_on)
            if place == 0 or start < home_on:
                yield limited(Wait(care.starts_on, start, stop, care.start_known))


def decision_missing(story: Story) -> Iterator[Wait]:
    """An order with no decision on or before it waits for the decision to be recorded."""
    decided = [decision.decided_on for decision in story.decisions]
    for order in story.under("E1"):
        if not any(day <= order.starts_on for day in decided):
            yield replace(waiting(order, since(decided, order.starts_on)), missing=True)
