"""Every clock of one child, or of many, one after the other."""

from collections.abc import Callable, Iterable, Iterator
from csv import DictReader
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from django.conf import settings

from casetrack.models import Child
from tests.reference import (
    adoption_waits,
    mid_points,
    moves,
    permanence_waits,
    reviews,
    visits,
)
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
    "mid-point": mid_points.mid_point,
    "three-homes-in-a-year": moves.three_homes,
    "three-social-workers-in-a-year": moves.three_workers,
    "open-past-eighteen": permanence_waits.open_past_eighteen,
    "visit-first": visits.waits("first"),
    "visit-first-year": visits.waits("first-year"),
    "visit-to-eighteen": visits.waits("to-eighteen"),
    "visit-after-year": visits.waits("after-year"),
    "visit-long-term-agreed": visits.waits("long-term-agreed"),
    "visit-parents-unassessed": visits.waits("parents-unassessed"),
    "visit-parents-interim": visits.waits("parents-interim"),
    "visit-parents-interim-later": visits.waits("parents-interim-later"),
    "visit-connected": visits.waits("connected"),
    "visit-connected-later": visits.waits("connected-later"),
    "visit-parents-order-first": visits.waits("parents-order-first"),
    "visit-parents-order": visits.waits("parents-order"),
    "visit-other-arrangements": visits.waits("others"),
    "visit-placed-for-adoption": visits.waits("adoptive"),
    "visit-placed-later": visits.waits("adoptive-later"),
}
# What stops these is in no return: the limit is counted from when people began to record.
RECORDED: dict[str, Callable[[Story, Wait], Wait]] = {
    "mid-point": mid_points.as_counted,
    "visit-first": visits.weekly,
    "visit-first-year": visits.six_weekly,
    "visit-to-eighteen": visits.every_three_months,
    "visit-after-year": visits.six_weekly,
    "visit-long-term-agreed": visits.every_six_months,
    "visit-parents-unassessed": visits.weekly,
    "visit-parents-interim": visits.weekly,
    "visit-parents-interim-later": visits.four_weekly,
    "visit-connected": visits.weekly,
    "visit-connected-later": visits.four_weekly,
    "visit-parents-order-first": visits.weekly,
    "visit-parents-order": visits.six_weekly,
    "visit-other-arrangements": visits.every_three_months,
    "visit-placed-for-adoption": visits.weekly,
    "visit-placed-later": visits.six_weekly,
}
REMAND_TOO = (
    "review-due",
    "visit-first",
    "visit-first-year",
    "visit-to-eighteen",
    "visit-after-year",
    "visit-long-term-agreed",
    "visit-connected",
    "visit-connected-later",
    "visit-other-arrangements",
)
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
        if clock in RECORDED:
            allowed = shared(allowed, [Spell(story.recorded_from)])
        for wait in waits_of(story):
            if limited := RECORDED.get(clock):
                wait = limited(story, _since_recording(story, wait))
            rows += _cut(clock, wait, allowed)
    return sorted(rows, key=lambda row: (row.clock, row.runs_from))


def _since_recording(story: Story, wait: Wait) -> Wait:
    """A wait of before anybody recorded counts from then, and nobody knows when it began.

    One that ended before that day is cut away whole, and stays as it is.
    """
    if not wait.started_on < story.recorded_from < wait.stopped_on:
        return wait
    unseen = story.recorded_from - wait.started_on
    return replace(
        wait,
        started_on=story.recorded_from,
        runs_from=max(wait.runs_from, story.recorded_from),
        start_known=False,
        warn_on=wait.warn_on and wait.warn_on + unseen,
        due_on=wait.due_on and wait.due_on + unseen,
    )


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
