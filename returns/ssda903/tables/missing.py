"""Missing: times when a child was missing or away without authorisation; one day is possible."""

from casetrack.models.codes import MISSING as KINDS
from returns.ssda903.columns import CHILD, DOB, Column, Table, coded, day

MISSING = Table(
    name="Missing",
    columns=(
        CHILD,
        DOB,
        coded("MISSING", KINDS, in_file=True, rule="1006"),
        Column("MIS_START", day, in_file=True, needed=True),
        Column("MIS_END", day, in_file=True, fatal=True),
    ),
    key=("CHILD", "MIS_START"),
    across=True,
    facts=("MissingEpisode",),
    ends=("MIS_START", "MIS_END"),
    may_be_empty=True,
)
KIND, MIS_START, MIS_END = (MISSING.place(name) for name in ("MISSING", "MIS_START", "MIS_END"))
