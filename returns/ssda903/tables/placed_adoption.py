"""PlacedAdoption: decisions that a child should be placed for adoption, in force or reversed.

DATE_PLACED is the day of that decision, whatever its name says; the move is an episode.
"""

from casetrack.models.codes import REASON_DECISION_REVERSED
from returns.ssda903.columns import CHILD, DOB, Column, Table, coded, day

PLACED_ADOPTION = Table(
    name="PlacedAdoption",
    columns=(
        CHILD,
        DOB,
        Column("DATE_PLACED", day, in_file=True, needed=True, rule="115"),
        Column("DATE_PLACED_CEASED", day, in_file=True, fatal=True, rule="116"),
        coded("REASON_PLACED_CEASED", REASON_DECISION_REVERSED),
    ),
    key=("CHILD", "DATE_PLACED"),
    across=True,
    facts=("AdoptionDecision",),
    ends=("DATE_PLACED", "DATE_PLACED_CEASED"),
    may_be_empty=True,
)
DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED = (
    PLACED_ADOPTION.place(name)
    for name in ("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")
)
