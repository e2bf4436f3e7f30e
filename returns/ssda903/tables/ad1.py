"""AD1: children adopted in the year.

DATE_INT is the agency's decision that the child should be placed for adoption (the same day as
DATE_PLACED in PlacedAdoption, rule 523), DATE_MATCH its decision on these adopters.
"""

from collections.abc import Iterable

from returns.ssda903.columns import CHILD, DOB, Cells, Column, Fault, Table, day, one_of


def _doubts(cells: Cells, year: int) -> Iterable[Fault]:
    decided, matched = cells[DATE_INT], cells[DATE_MATCH]
    if decided is None or matched is None:
        yield Fault("DATE_MATCH", "", "the dates of decision and match are not both there", "151")
    elif matched < decided:
        yield Fault("DATE_MATCH", f"{matched:%d/%m/%Y}", "is before the decision", "333")


AD1 = Table(
    name="AD1",
    columns=(
        CHILD,
        DOB,
        Column("DATE_INT", day, in_file=True, fatal=True, rule="112"),
        Column("DATE_MATCH", day, in_file=True, fatal=True, rule="113"),
        Column("FOSTER_CARE", one_of("0", "1"), rule="114"),
        Column("NB_ADOPTR", one_of("1", "2"), rule="175"),
        Column("SEX_ADOPTR", one_of("M1", "F1", "MM", "FF", "MF"), rule="176"),
        Column("LS_ADOPTR", one_of("L0", "L11", "L12", "L2", "L3", "L4"), rule="177"),
    ),
    key=("CHILD",),
    across=True,
    facts=("AdoptionDecision", "Match"),
    doubts=_doubts,
)
DATE_INT, DATE_MATCH = AD1.place("DATE_INT"), AD1.place("DATE_MATCH")
