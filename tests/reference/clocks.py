"""Every clock of one child, or of many, one after the other."""

from collections.abc import Callable, Iterable, Iterator
from csv import DictReader
from datetime import date
from functools import cache
from typing import NamedTuple

from django.conf import settings

from casetrack.models import Child
from tests.reference import adoption_waits, moves, permanence_waits, reviews
from tests.reference.spells import OPEN, Spell, shared
from tests.reference.story import Story
from tests.reference.waits import Wait

CLOCKS: dict[str, Callable[[Story], Iterator[Wait]]] = {
    "placement-order-to-match": adoption_waits.order_to_match,
    "placement-order-not-placed": adoption_waits.order_to_home,
    "entry-to-adoption-decision": adoption_waits.entry_to_decision,
    "entry-to-placed-for-adoption": adoption_waits.entry_to_home,
    "adoption-decision-missing": adoption_waits.decision_missing,
    "placed-with-parents": permanence_waits.with_parents,
    "placed-with-parents-interim": permanence_waits.with_parents_interim,
    "care-order-to-permanence": permanence_waits.care_order_to_permanence,
    "section-20-without-plan": permanence_waits.section_20_without_plan,
    "interim-care-order": permanence_waits.interim_care_order,
    "review-due": reviews.review_due,
    "three-homes-in-a-year": moves.three_homes,
    "three-social-workers-in-a-year": moves.three_workers,
    "open-past-eighteen": permanence_waits.open_past_eighteen,
}
REMAND_TOO = ("review-due",)
PAST_EIGHTEEN = ("open-past-eighteen",)


class Row(NamedTuple):
    """A row as the engine stores it; `missing` is whether a needed fact is named as missing."""

    clock: str
    subject: str
    started_on: date
    start_known: bool
    runs_from: date
    stopped_on: date | None
    warn_on: date | None
    due_on: date | None
    missing: bool


@cache
def bank_holidays() -> frozenset[date]:
    """Those that ship with the project, read once whatever the number of children."""
    with (settings.BASE_DIR / "casetrack" / "bank_holidays.csv").open(newline="") as file:
        return frozenset(date.fromisoformat(row["day"]) for row in DictReader(file))


def rows_of_child(child: Child) -> list[Row]:
    """All the clock rows of one child, in the order of clock and day."""
    story = Story(child, bank_holidays())
    rows: list[Row] = []
    for clock, waits_of in CLOCKS.items():
        allowed = story.days(remand=clock in REMAND_TOO, adult=clock in PAST_EIGHTEEN)
        for wait in waits_of(story):
            rows += _cut(clock, wait, allowed)
    return sorted(rows, key=lambda row: (row.clock, row.runs_from))


def _cut(clock: str, wait: Wait, allowed: Iterable[Spell]) -> Iterator[Row]:
    """The wait on the days on which it may run; one of no days needs its day or the eve of it."""
    if wait.runs_from == wait.stopped_on:
        if any(spell.starts_on <= wait.runs_from <= spell.ends_on for spell in allowed):
            yield _row(clock, wait, Spell(wait.runs_from, wait.stopped_on))
        return
    for piece in shared([Spell(wait.runs_from, wait.stopped_on)], allowed):
        yield _row(clock, wait, piece)


def _row(clock: str, wait: Wait, piece: Spell) -> Row:
    return Row(
        clock,
        "child",
        wait.started_on,
        wait.start_known,
        piece.starts_on,
        None if piece.ends_on == OPEN else piece.ends_on,
        wait.warn_on,
        wait.due_on,
        wait.missing,
    )
