"""Visits: in every home one way of counting holds on a day, and a wait ends where it changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from casetrack.dates import add_months, add_working_days
from tests.reference.spells import OPEN, Spell
from tests.reference.story import ADOPTIVE, Stay, Story
from tests.reference.waits import Wait, days

AT_ONCE = timedelta(days=28)
OTHERS = ("R2", "R5")


class Way(NamedTuple):
    """A way of counting; `since` is the day from which a rule of its own holds, `OPEN` for none."""

    name: str
    since: date = OPEN


@dataclass(frozen=True)
class Home:
    """The stays with one carer, one after the other; adopters count as other people."""

    stays: tuple[Stay, ...]

    @property
    def whole(self) -> Spell:
        first, last = self.stays[0].spell, self.stays[-1].spell
        return replace(first, ends_on=last.ends_on)

    def goes_on_with(self, stay: Stay) -> bool:
        last = self.stays[-1]
        return (
            last.home == stay.home
            and last.spell.ends_on == stay.spell.starts_on
            and (last.type in ADOPTIVE) == (stay.type in ADOPTIVE)
        )

    def stay_on(self, day: date) -> Stay:
        return next(stay for stay in self.stays if stay.spell.holds_on(day))

    def meant_for(self, day: date) -> str:
        said = [stay.meant_for for stay in self.stays if stay.spell.starts_on <= day]
        return next(filter(None, reversed(said)), "")

    def has_been_a_year(self, day: date) -> bool:
        return not self.whole.start_known or day >= add_months(self.whole.starts_on, 12)


def homes(story: Story) -> list[Home]:
    found: list[Home] = []
    for stay in story.stays:
        if found and found[-1].goes_on_with(stay):
            found[-1] = Home((*found[-1].stays, stay))
        else:
            found.append(Home((stay,)))
    return found


def way_on(story: Story, home: Home, day: date, seen_on: date | None) -> Way:
    rule = next(_rules(story, home, day), None)
    if rule and rule.name == "parents-order" and (seen_on is None or seen_on < rule.since):
        return Way("parents-order-first", rule.since)
    return rule or Way(_ordinary(story, home, day, seen_on))


def _rules(story: Story, home: Home, day: date) -> Iterator[Way]:
    """The rules of their own that hold on the day, the one that goes before the others first."""
    if home.stays[0].type in ADOPTIVE:
        yield _reviewed(story, home, day, Way("adoptive", home.whole.starts_on))
    if home.stay_on(day).type == "P1":
        yield from _with_parents(story, home, day)
    for carer, approved in story.temporary:
        if carer == home.stays[0].home and approved.holds_on(day):
            since = max(approved.starts_on, home.whole.starts_on)
            yield _reviewed(story, home, day, Way("connected", since))


def _with_parents(story: Story, home: Home, day: date) -> Iterator[Way]:
    moved_on = home.whole.starts_on
    for order in story.under("C1"):
        if order.holds_on(day):
            since = max(order.starts_on, moved_on)
            yield _reviewed(story, home, day, Way("parents-interim", since))
    for approved_on in story.at_once:
        since = max(approved_on, moved_on)
        is_over = _has_review(story, home, day, since) or any(
            approved_on <= done <= day for done in story.parents_assessed
        )
        if moved_on - AT_ONCE <= approved_on <= day and not is_over:
            yield Way("parents-unassessed", since)
    for order in story.under("C2"):
        if order.holds_on(day):
            yield Way("parents-order", max(order.starts_on, moved_on))


def _reviewed(story: Story, home: Home, day: date, way: Way) -> Way:
    is_later = _has_review(story, home, day, way.since)
    return way._replace(name=f"{way.name}-later") if is_later else way


def _has_review(story: Story, home: Home, day: date, since: date) -> bool:
    """A home of which nobody knows the start had its first review, as far as anybody knows."""
    started_before = since == home.whole.starts_on and not home.whole.start_known
    return started_before or any(since < held_on <= day for held_on in story.reviews)


def _ordinary(story: Story, home: Home, day: date, seen_on: date | None) -> str:
    if seen_on is None and home.whole.start_known:
        return "first"
    if not home.has_been_a_year(day):
        return "first-year"
    if home.stay_on(day).type in OTHERS:
        return "others"
    matches = [
        match
        for match in story.long_term
        if match.home == home.stays[0].home and match.decided_on <= day < match.ended_on
    ]
    if any(match.fewer_on <= day for match in matches):
        return "long-term-agreed"
    return "to-eighteen" if matches or home.meant_for(day) == "until-18" else "after-year"


@lru_cache(maxsize=2)
def told(story: Story) -> tuple[tuple[str, Wait], ...]:
    """Every wait for a visit with the name of its way, in all homes of the child."""
    return tuple(found for home in homes(story) for found in _in_home(story, home))


def _in_home(story: Story, home: Home) -> Iterator[tuple[str, Wait]]:
    begun: list[tuple[str, Wait]] = []
    seen_on = None
    for day in _turning(story, home):
        way = way_on(story, home, day, seen_on)
        if not begun or begun[-1][0] != way.name:
            begun.append((way.name, _begin(home, way, day, seen_on)))
        if day in story.visits:
            seen_on = day
            way = way_on(story, home, day, seen_on)
            begun.append((way.name, _begin(home, way, day, seen_on)))
    last = ("", Wait(home.whole.ends_on, home.whole.ends_on))
    for (name, wait), (after, following) in pairwise([*begun, last]):
        if name != after or wait.runs_from < following.runs_from:
            yield name, replace(wait, stopped_on=following.runs_from)


def _turning(story: Story, home: Home) -> list[date]:
    """Every day in the home on which something was, or began, or ended."""
    spells = [
        *story.under("C1"),
        *story.under("C2"),
        *(approved for _, approved in story.temporary),
        *(stay.spell for stay in home.stays),
    ]
    found = {day for spell in spells for day in (spell.starts_on, spell.ends_on)}
    found.update(story.visits, story.reviews, story.at_once, story.parents_assessed)
    for match in story.long_term:
        found.update((match.decided_on, match.fewer_on, match.ended_on))
    found.add(add_months(home.whole.starts_on, 12))
    return sorted(day for day in found if home.whole.holds_on(day))


def _begin(home: Home, way: Way, day: date, seen_on: date | None) -> Wait:
    counts_from = {seen_on, home.whole.starts_on} - {None}
    known = home.whole.start_known or seen_on is not None
    if way.since < OPEN and (seen_on or not way.name.startswith("connected")):
        counts_from.add(way.since)
        known = known or way.since > home.whole.starts_on
    return Wait(max(counts_from), day, OPEN, known)


def waits(way: str) -> Callable[[Story], Iterator[Wait]]:
    return partial(_of_way, way)


def _of_way(way: str, story: Story) -> Iterator[Wait]:
    return (wait for name, wait in told(story) if name == way)


def weekly(story: Story, wait: Wait) -> Wait:
    return days(5, 7)(wait)


def four_weekly(story: Story, wait: Wait) -> Wait:
    return days(22, 28)(wait)


def six_weekly(story: Story, wait: Wait) -> Wait:
    return days(34, 42)(wait)


def every_three_months(story: Story, wait: Wait) -> Wait:
    due_on = add_months(wait.started_on, 3)
    return replace(wait, due_on=due_on, warn_on=add_working_days(due_on, -20, story.holidays))


def every_six_months(story: Story, wait: Wait) -> Wait:
    return replace(days(146)(wait), due_on=add_months(wait.started_on, 6))
