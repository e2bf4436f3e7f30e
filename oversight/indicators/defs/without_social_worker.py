from datetime import date

from oversight.indicators.indicator import (
    Chart,
    Counted,
    Example,
    Group,
    Indicator,
    Polarity,
    Shape,
)
from oversight.indicators.shared.stretches import IN_CARE, less

WORKER = "SELECT child_id, starts_on, ends_on FROM has_worker"

INDICATOR = Indicator(
    code="without-social-worker",
    title="Children without a social worker",
    question="How many children in care have no social worker named on the day?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.SERVICE,
    recorded=True,
    numerator=Counted(
        "Children in care to whom no social worker is allocated on the day.",
        less(IN_CARE, WORKER),
    ),
    source="The law asks each council for a worker for each child; the count is ours.",
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=("A worker who is named and ill or has left counts as named.",),
    examples=(
        Example(
            "never one; between two; from that day on; two, one after the other; one",
            (
                "care 2023-01-01; status C2 2023-01-01",
                "care 2023-01-01; status C2 2023-01-01; worker A 2023-01-01 .. 2024-06-20; "
                "worker B 2024-07-01",
                "care 2023-01-01; status C2 2023-01-01; worker A 2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; worker A 2023-01-01 .. 2024-05-01; "
                "worker B 2024-05-01",
                "care 2023-01-01; status C2 2023-01-01; worker A 2023-01-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "no longer in care",
            ("care 2023-01-01 .. 2024-06-30; status C2 2023-01-01 .. 2024-06-30",),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
