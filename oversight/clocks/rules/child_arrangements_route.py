from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months
from oversight.clocks.shared.planned import until_order

CLOCK = Clock(
    code="child-arrangements-route",
    title="Child arrangements planned, no order",
    why=(
        "Where a parent or relative is to care for the child by order, the court decides. Until it "
        "does, the child stays in care for want of a form and a date."
    ),
    source=(
        "The court sets the pace and nobody publishes a limit. Six and nine months are proposed by "
        "this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Permanence Monitoring Group",
    group=Group.GUARDIANSHIP,
    rules=("CAO-01",),
    subject="the child",
    counting=(
        "Calendar months from the day it became the primary plan; as the contingency plan it does "
        "not count. Amber after six."
    ),
    stops="The order made, or another plan",
    limit=months(9),
    warning=months(6),
    gives=frozenset({"start_known", "stopped_by"}),
    sql=until_order("child-arrangements"),
    examples=(
        Example(
            "planned on the last of May: nine months go to the end of February",
            "care 2023-01-09; status C2 2023-01-09; plan child-arrangements 2023-05-31",
            (Row("2023-05-31", warn="2023-11-30", due="2024-02-29"),),
        ),
        Example(
            "the order is made, and another later",
            "care 2024-01-08 .. 2024-09-16; status C2 2024-01-08 .. 2024-09-16;"
            " plan child-arrangements 2024-02-05 .. 2024-08-12;"
            " order child-arrangements 2024-08-12; order child-arrangements 2024-09-02",
            (Row("2024-02-05", stopped="2024-08-12", warn="2024-08-05", due="2024-11-05"),),
        ),
        Example(
            "the order is made on the day it was planned: a wait of no days",
            "care 2024-01-08; status C2 2024-01-08; plan child-arrangements 2024-02-05;"
            " order child-arrangements 2024-02-05; order child-arrangements 2024-06-03",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-08-05", due="2024-11-05"),),
        ),
        Example(
            "the plan changes, and changes back; then the order is made",
            "care 2024-01-08; status C2 2024-01-08;"
            " plan child-arrangements 2024-02-05 .. 2024-05-13;"
            " plan home 2024-05-13 .. 2024-07-01;"
            " plan child-arrangements 2024-07-01; order child-arrangements 2024-08-12",
            (
                Row("2024-02-05", stopped="2024-05-13", warn="2024-08-05", due="2024-11-05"),
                Row("2024-07-01", stopped="2024-08-12", warn="2025-01-01", due="2025-04-01"),
            ),
        ),
        Example(
            "planned anew without a break, from an unknown start: one wait",
            "care 2024-01-08; status C2 2024-01-08;"
            " plan child-arrangements ~2024-02-05 .. 2024-05-13;"
            " plan child-arrangements 2024-05-13",
            (Row("2024-02-05", warn="2024-08-05", due="2024-11-05", known=False),),
        ),
        Example(
            "an older order, and one of another kind, do not stop it",
            "care 2024-01-08; status C2 2024-01-08; order child-arrangements 2021-05-04;"
            " order care 2024-03-04; plan child-arrangements 2024-02-05",
            (Row("2024-02-05", warn="2024-08-05", due="2024-11-05"),),
        ),
        Example(
            "the contingency plan does not wait",
            "care 2024-01-08; status C2 2024-01-08; plan home 2024-02-05;"
            " contingency child-arrangements 2024-02-05",
        ),
    ),
)
