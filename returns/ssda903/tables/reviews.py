"""Reviews: each statutory review of the year, and how the child took part."""

from collections.abc import Iterable

from casetrack.models.codes import PARTICIPATION
from returns.ssda903 import years
from returns.ssda903.columns import CHILD, DOB, Cells, Column, Fault, Table, coded, day


def _doubts(cells: Cells, year: int) -> Iterable[Fault]:
    held_on = cells[REVIEW]
    if held_on > years.ends_on(year):
        yield Fault("REVIEW", f"{held_on:%d/%m/%Y}", "is after the year of the return")


REVIEWS = Table(
    name="Reviews",
    columns=(
        CHILD,
        DOB,
        Column("REVIEW", day, in_file=True, needed=True),
        coded("REVIEW_CODE", PARTICIPATION, in_file=True, rule="167"),
    ),
    key=("CHILD", "REVIEW"),
    across=True,
    facts=("Review",),
    doubts=_doubts,
)
REVIEW, REVIEW_CODE = REVIEWS.place("REVIEW"), REVIEWS.place("REVIEW_CODE")
