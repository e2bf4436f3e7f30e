"""OC3: care leavers of 17 to 21 around their birthday. Kept word for word."""

from returns.ssda903.columns import CHILD, DOB, Column, Table, mark

OC3 = Table(
    name="OC3",
    columns=(
        CHILD,
        DOB,
        Column("IN_TOUCH", mark(4), in_file=True),
        Column("ACTIV", mark(2), in_file=True),
        Column("ACCOM", mark(2), in_file=True),
    ),
    key=("CHILD",),
)
