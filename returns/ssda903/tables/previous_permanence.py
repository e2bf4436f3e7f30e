"""PrevPerm: an earlier adoption, special guardianship or residence order of a child who came."""

from casetrack.models.codes import PREVIOUS_PERMANENCE
from returns.ssda903.columns import CHILD, DOB, Column, Table, coded, mark, partial_day

PREV_PERM_TABLE = Table(
    name="PrevPerm",
    columns=(
        CHILD,
        DOB,
        coded("PREV_PERM", PREVIOUS_PERMANENCE, in_file=True, rule="631"),
        Column("LA_PERM", mark(3), in_file=True, rule="633"),
        Column("DATE_PERM", partial_day, in_file=True),
    ),
    key=("CHILD",),
    across=True,
    facts=("PreviousPermanence",),
)
PREV_PERM, LA_PERM, DATE_PERM = (
    PREV_PERM_TABLE.place(name) for name in ("PREV_PERM", "LA_PERM", "DATE_PERM")
)
