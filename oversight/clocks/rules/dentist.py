from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months
from oversight.clocks.shared.checks import each_check

CLOCK = Clock(
    code="dentist",
    title="Dentist",
    why=(
        "Toothache keeps a child from eating, sleeping and learning. A dentist is what children in "
        "care go without most often."
    ),
    source=(
        "The national indicator counts children who saw a dentist in the year; no law sets twelve "
        "months for one child."
    ),
    kind=Kind.NATIONAL_TARGET,
    confidence=Confidence.HIGH,
    owner="Social worker and health",
    group=Group.WELLBEING,
    rules=("HEA-04",),
    subject="the child",
    counting=(
        "Twelve calendar months from the last check in this time in care, else from coming into "
        "care, at every age; amber from the ninth, which is this product’s."
    ),
    stops="A check by a dentist, or the end of care",
    limit=months(12),
    warning=months(9),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=each_check("dentist", done="seen by a dentist"),
    examples=(
        Example(
            "from coming into care, then from each check; the last day is in time",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03; check dentist 2023-02-28;"
            " check dentist 2024-02-28",
            (
                Row("2023-01-03", stopped="2023-02-28", warn="2023-10-03", due="2024-01-03"),
                Row("2023-02-28", stopped="2024-02-28", warn="2023-11-28", due="2024-02-28"),
                Row("2024-02-28", warn="2024-11-28", due="2025-02-28"),
            ),
        ),
        Example(
            "on 29 February, the day of the first return",
            "recorded 2020-01-01; care ~2024-02-29; status C2 2024-02-29; check dentist 2024-02-29",
            (Row("2024-02-29", warn="2024-11-29", due="2025-02-28"),),
        ),
        Example(
            "an optician is no dentist, nor is one of before coming into care",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; check dentist 2024-01-01;"
            " check optician 2024-03-01",
            (Row("2024-01-02", warn="2024-10-02", due="2025-01-02"),),
        ),
        Example(
            "left care on the day of a check, and came back",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-03-01; care 2024-04-02;"
            " status C2 2024-01-02; check dentist 2024-03-01",
            (
                Row("2024-01-02", stopped="2024-03-01", warn="2024-10-02", due="2025-01-02"),
                Row("2024-04-02", warn="2025-01-02", due="2025-04-02"),
            ),
        ),
        Example(
            "in care since before the first return",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02; check dentist 2024-05-01",
            (
                Row(
                    "2024-01-02",
                    stopped="2024-05-01",
                    warn="2024-10-02",
                    due="2025-01-02",
                    known=False,
                ),
                Row("2024-05-01", warn="2025-02-01", due="2025-05-01"),
            ),
        ),
        Example(
            "people began to record after the last check",
            "recorded 2024-02-01; care 2024-01-02; status C2 2024-01-02; check dentist 2024-01-10",
            (Row("2024-02-01", warn="2024-11-01", due="2025-02-01", known=False),),
        ),
    ),
)
