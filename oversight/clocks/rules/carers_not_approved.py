from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs
from oversight.clocks.shared.unregistered import unregistered

CLOCK = Clock(
    code="carers-not-approved",
    title="Carers who are not approved",
    why=(
        "Whoever cares for a child in care at home has to be approved, for a time at least. "
        "Without it nobody has checked them, and nobody may pay or support them."
    ),
    source=(
        "Children Act 1989, section 22C, and Care Planning, Placement and Case Review (England) "
        "Regulations 2010, regulation 24: carers are approved, at least for a time, before the "
        "child lives with them."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Director of children’s services",
    group=Group.APPROVALS,
    rules=("CON-01",),
    subject="the child",
    counting=(
        "Red from the first day that was recorded. A temporary approval that ran out is counted "
        "by itself."
    ),
    limit_words="not allowed for a day",
    stops="The carers approved, or a move",
    unlawful=True,
    runs=Runs.REMAND_TOO,
    gives=frozenset({"stopped_by", "due_on"}),
    sql=unregistered("carers", "approved"),
    examples=(
        Example(
            "lives there still",
            "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01;"
            " unregistered carers 2024-02-01",
            (Row("2024-02-01", due="2024-01-31"),),
        ),
        Example(
            "moved after a fortnight",
            "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01 .. 2024-02-15;"
            " home U6 2024-02-15; unregistered carers 2024-02-01 .. 2024-02-15 end_reason=moved",
            (Row("2024-02-01", stopped="2024-02-15", due="2024-01-31"),),
        ),
        Example(
            "approved on the second day; on remand it is no better",
            "care 2024-01-01; status J1 2024-01-01; home U3 2024-01-01;"
            " unregistered carers 2024-02-01 .. 2024-02-02 end_reason=registered",
            (Row("2024-02-01", stopped="2024-02-02", due="2024-01-31"),),
        ),
        Example(
            "twice",
            "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01;"
            " unregistered carers 2024-02-01 .. 2024-03-01 end_reason=registered;"
            " unregistered carers 2024-05-06",
            (
                Row("2024-02-01", stopped="2024-03-01", due="2024-01-31"),
                Row("2024-05-06", due="2024-05-05"),
            ),
        ),
        Example(
            "what else is not as it must be has a clock of its own",
            "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01;"
            " unregistered supported 2024-02-01 .. 2024-02-15 end_reason=moved;"
            " unregistered childrens-home 2024-03-01",
        ),
        Example(
            "nothing was recorded", "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01"
        ),
    ),
)
