"""What is doubtful in a child's whole story: stored all the same, and listed.

Numbers are those of the Department for Education's checks, where one says the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from casetrack.dates import birthday
from returns.ssda903.columns import Fault
from returns.ssda903.facts import in_care_on
from returns.ssda903.read import Row
from returns.ssda903.stitch import Stretch
from returns.ssda903.tables import MISSING, REVIEWS, SW_EPISODES
from returns.ssda903.tables import episodes as column
from returns.ssda903.tables.missing import MIS_END, MIS_START
from returns.ssda903.tables.reviews import REVIEW, REVIEW_CODE
from returns.ssda903.tables.social_workers import SW_DEC, SW_DECOM

Doubt = tuple[Row, Fault]
NEVER_AFTER = {"E2": "died", "E15": "assessed as an adult"}
UNDER_FOUR = "PN0"


def doubts(stretches: Sequence[Stretch], rows: Iterable[Row], born_on: date) -> Iterator[Doubt]:
    """Doubts about one child's stitched episodes and the other rows that stand."""
    yield from _chain(stretches)
    yield from _ages(stretches, born_on)
    for row in rows:
        if row.table is REVIEWS:
            yield from _review(row, stretches, born_on)
        elif row.table is MISSING and not in_care_on(stretches, row.cells[MIS_START]):
            yield (
                row,
                _fault("MIS_START", row.cells[MIS_START], "is not in a period of care", "575"),
            )
    yield from _overlaps(rows)


def _fault(name: str, day: date, reason: str, rule: str = "") -> Fault:
    return Fault(name, f"{day:%d/%m/%Y}", reason, rule)


def _chain(stretches: Sequence[Stretch]) -> Iterator[Doubt]:
    for before, stretch in zip(stretches, stretches[1:], strict=False):
        cells, earlier = stretch.episode.row.cells, before.episode.row.cells
        need, was = cells[column.CIN], earlier[column.CIN]
        if not stretch.begins_care and need and was and need != was:
            yield (
                stretch.episode.row,
                Fault("CIN", need, f"was {was} earlier in the same period of care", "504"),
            )
        if before.episode.rec in NEVER_AFTER:
            words = f"follows an ending that nothing can follow ({before.episode.rec})"
            yield stretch.episode.row, _fault("DECOM", stretch.starts_on, words, "437")


def _ages(stretches: Sequence[Stretch], born_on: date) -> Iterator[Doubt]:
    adult_on = birthday(born_on, 18)
    for stretch in stretches:
        if stretch.starts_on >= adult_on:
            reason = "starts on or after the 18th birthday"
            yield stretch.episode.row, _fault("DECOM", stretch.starts_on, reason, "301")


def _review(row: Row, stretches: Sequence[Stretch], born_on: date) -> Iterator[Doubt]:
    held_on, code = row.cells[REVIEW], row.cells[REVIEW_CODE]
    if not in_care_on(stretches, held_on):
        yield row, _fault("REVIEW", held_on, "is outside every period of care")
    under_four = held_on < birthday(born_on, 4)
    if code and under_four != (code == UNDER_FOUR):
        words = "a child under 4" if under_four else "a child of 4 or more"
        yield (
            row,
            Fault("REVIEW_CODE", code, f"does not go with {words}", "440" if under_four else "441"),
        )


def _overlaps(rows: Iterable[Row]) -> Iterator[Doubt]:
    """Of these tables one row holds at a time: the earlier is cut where the later begins."""
    standing = list(rows)
    for table, start, end, rule in (
        (MISSING, MIS_START, MIS_END, "574"),
        (SW_EPISODES, SW_DECOM, SW_DEC, ""),
    ):
        found = sorted(
            (row for row in standing if row.table is table), key=lambda row: row.cells[start]
        )
        for row, following in zip(found, found[1:], strict=False):
            ends_on = row.cells[end]
            if ends_on is not None and ends_on > following.cells[start]:
                yield row, _fault(table.names[end], ends_on, "runs into the next one", rule)
