"""OC2: health and offending of children looked after for 12 months. Kept word for word."""

from returns.ssda903.columns import CHILD, DOB, Column, Table, one_of, whole_number

_YES_OR_NO = one_of("0", "1")

OC2 = Table(
    name="OC2",
    columns=(
        CHILD,
        DOB,
        Column("SDQ_SCORE", whole_number),
        Column("SDQ_REASON", one_of("SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5"), rule="196"),
        Column("CONVICTED", _YES_OR_NO, in_file=True),
        Column("HEALTH_CHECK", _YES_OR_NO, in_file=True),
        Column("IMMUNISATIONS", _YES_OR_NO, in_file=True),
        Column("TEETH_CHECK", _YES_OR_NO, in_file=True),
        Column("HEALTH_ASSESSMENT", _YES_OR_NO, in_file=True),
        Column("SUBSTANCE_MISUSE", _YES_OR_NO, in_file=True),
        Column("INTERVENTION_RECEIVED", _YES_OR_NO),
        Column("INTERVENTION_OFFERED", _YES_OR_NO),
    ),
    key=("CHILD",),
)
