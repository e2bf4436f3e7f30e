"""A few entries that were wrong at first, so that the history shows what was believed before."""

from collections.abc import Sequence
from copy import copy
from datetime import date
from random import Random

from casetrack.models import ImportantPerson, YesNoNotKnown
from casetrack.words import long_day
from permanence.models import CheckKind, Supervision, Visit, WellbeingCheck
from returns.demo.lives.council import Council
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days

DAYS = {Visit: "visited_on", Supervision: "held_on", WellbeingCheck: "done_on"}
ONE_IN = 120
NEVER_ONE_IN = 900
NEVER = (
    "This was the visit to another child whom the worker saw that day.",
    "Entered twice under two days.",
    "The visit was put off and nobody went.",
)
RESPONSIBLE = "The birth certificate, which came later, says otherwise."


def make(council: Council, entries: Sequence[Entry]) -> list[Entry]:
    """The entries, some with what was believed of them at first, and some that never were so."""
    random = council.random("mistakes", len(entries))
    starts = {story.child: story.care.starts_on for story in council.stories}
    for model, name in DAYS.items():
        for entry in _some(random, entries, model, ONE_IN):
            _wrong_day(entry, name, starts[entry.fact.child_id], random)
    for entry in _some(random, entries, WellbeingCheck, ONE_IN):
        if entry.fact.kind == CheckKind.SDQ and not entry.why:
            entry.mistaken = {"score": (entry.fact.score + 9) % 40}
            entry.why = "The score was read from the wrong line of the form."
    for entry in _some(random, entries, ImportantPerson, ONE_IN):
        if entry.fact.parental_responsibility == YesNoNotKnown.YES:
            entry.mistaken = {"parental_responsibility": YesNoNotKnown.NO}
            entry.why = RESPONSIBLE
    visits = _some(random, entries, Visit, NEVER_ONE_IN)
    return [*entries, *(_never(entry, random) for entry in visits if not entry.why)]


def _some(random: Random, entries: Sequence[Entry], model: type, one_in: int) -> list[Entry]:
    able = [entry for entry in entries if isinstance(entry.fact, model)]
    return random.sample(able, min(len(able), 1 + len(able) // one_in))


def _wrong_day(entry: Entry, name: str, earliest: date, random: Random) -> None:
    right = getattr(entry.fact, name)
    wrong = right - days(random.choice((1, 2, 7, 10)))
    if wrong >= earliest:
        entry.mistaken = {name: wrong}
        entry.why = f"It was on {long_day(right)}, not on {long_day(wrong)}."


def _never(like: Entry, random: Random) -> Entry:
    """A visit some days before or after one that was made, taken back once somebody noticed."""
    fact = copy(like.fact)
    fact.visited_on = like.on - days(3)
    return Entry(fact, like.on, why=random.choice(NEVER), never=True)
