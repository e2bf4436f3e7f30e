"""The packs there are: each made for an authority as at a day."""

from collections.abc import Callable
from datetime import date

from casetrack.models import Authority
from oversight.models import PackKind
from oversight.packs.board import Made, board
from oversight.packs.highlights import highlights
from oversight.packs.scrutiny import scrutiny

MAKERS: dict[str, Callable[[Authority, date, date], Made]] = {
    PackKind.BOARD: board,
    PackKind.SCRUTINY: scrutiny,
    PackKind.HIGHLIGHTS: highlights,
}
"""By kind: of the authority, as at the first day, made on the second."""
