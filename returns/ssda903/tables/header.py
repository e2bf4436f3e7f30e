"""Header: every child in the return, one row a child (INT01 to INT09: no row without one)."""

from casetrack.models.codes import ETHNICITY, SEX
from returns.ssda903.columns import CHILD, Column, Table, coded, day, mark, one_of

HEADER = Table(
    name="Header",
    columns=(
        CHILD,
        coded("SEX", SEX, in_file=True, rule="101"),
        Column("DOB", day, in_file=True, needed=True, rule="102"),
        coded("ETHNIC", ETHNICITY, in_file=True, rule="103"),
        Column("UPN", mark(13), in_file=True, rule="168"),
        Column("MOTHER", one_of("0", "1")),
        Column("MC_DOB", day),
    ),
    key=("CHILD",),
    across=True,
    facts=("Child",),
)
SEX_, DOB_, ETHNIC, UPN = (HEADER.place(name) for name in ("SEX", "DOB", "ETHNIC", "UPN"))
