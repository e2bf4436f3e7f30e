"""DoLo: orders that deprive a child of liberty; in the return since 2026/27. Word for word."""

from returns.ssda903.columns import CHILD, DOB, Column, Table, day

DOLO = Table(
    name="DoLo",
    columns=(
        CHILD,
        DOB,
        Column("DOLO_START", day, in_file=True, needed=True),
        Column("DOLO_END", day, in_file=True, fatal=True),
    ),
    key=("CHILD", "DOLO_START"),
    first=2027,
    ends=("DOLO_START", "DOLO_END"),
    may_be_empty=True,
)
