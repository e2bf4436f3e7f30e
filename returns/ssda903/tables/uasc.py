"""UASC: children who are or were unaccompanied and seeking asylum. Kept word for word."""

from casetrack.models.codes import SEX
from returns.ssda903.columns import CHILD, DOB, Column, Table, coded, day

UASC = Table(
    name="UASC",
    columns=(CHILD, coded("SEX", SEX, rule="101"), DOB, Column("DUC", day, in_file=True)),
    key=("CHILD",),
)
