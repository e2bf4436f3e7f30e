from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months
from oversight.clocks.shared.planned import until_order

CLOCK = Clock(
    code="guardianship-route",
    title="Special guardianship planned, no order",
    why=(
        "A child whose carers want to be special guardians waits for the council and the court. "
        "Assessments that stop and start cost months in which nothing changes for the child."
    ),
    source=(
        "Inspectors have criticised delays on this way and named no limit. Six and nine months are "
        "proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Permanence Monitoring Group",
    group=Group.GUARDIANSHIP,
    rules=("SGO-05",),
    subject="the child",
    counting=(
        "Calendar months from the day it became the primary plan; as the contingency plan it does "
        "not count. Amber after six."
    ),
    stops="The order made, or another plan",
    limit=months(9),
    warning=months(6),
    gives=frozenset({"start_known", "stopped_by"}),
    sql=until_order("special-guardianship"),
    examples=(
        Example(
            "planned on the last of May: nine months go to the end of February",
            "care 2023-01-09; status C2 2023-01-09; plan special-guardianship 2023-05-31",
            (Row("2023-05-31", warn="2023-11-30", due="2024-02-29"),),
        ),
        Example(
            "the order is made, and another later",
            "care 2024-01-08 .. 2024-09-16; status C2 2024-01-08 .. 2024-09-16;"
            " plan special-guardianship 2024-02-05 .. 2024-08-12;"
            " order special-guardianship 2024-08-12; order special-guardianship 2024-09-02",
            (Row("2024-02-05", stopped="2024-08-12", warn="2024-08-05", due="2024-11-05"),),
        ),
        Example(
            "the order is made on the day it was planned: a wait of no days",
            "care 2024-01-08; status C2 2024-01-08; plan special-guardianship 2024-02-05;"
            " order special-guardianship 2024-02-05; order special-guardianship 2024-06-03",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-08-05", due="2024-11-05"),),
        ),
        Example(
            "the plan changes, and changes back; then the order is made",
            "care 2024-01-08; status C2 2024-01-08;"
            " plan special-guardianship 2024-02-05 .. 2024-05-13;"
            " plan home 2024-05-13 .. 2024-07-01;"
            " plan special-guardianship 2024-07-01; order special-guardianship 2024-08-12",
            (
                Row("2024-02-05", stopped="2024-05-13", warn="2024-08-05", due="2024-11-05"),
                Row("2024-07-01", stopped="2024-08-12", warn="2025-01-01", due="2025-04-01"),
            ),
        ),
        Example(
            "planned anew without a break, from an unknown start: one wait",
            "care 2024-01-08; status C2 2024-01-08;"
            " plan special-guardianship ~2024-02-05 .. 2024-05-13;"
            " plan special-guardianship 2024-05-13",
            (Row("2024-02-05", warn="2024-08-05", due="2024-11-05", known=False),),
        ),
        Example(
            "an older order, and one of another kind, do not stop it",
            "care 2024-01-08; status C2 2024-01-08; order special-guardianship 2021-05-04;"
            " order care 2024-03-04; plan special-guardianship 2024-02-05",
            (Row("2024-02-05", warn="2024-08-05", due="2024-11-05"),),
        ),
        Example(
            "the contingency plan does not wait",
            "care 2024-01-08; status C2 2024-01-08; plan home 2024-02-05;"
            " contingency special-guardianship 2024-02-05",
        ),
    ),
)
