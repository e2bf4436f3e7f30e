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
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS, both, lately

INDICATOR = Indicator(
    code="supervised-in-a-month",
    title="Talked about in supervision within a month",
    question=(
        "About what share of children in care did a worker and their manager talk in supervision "
        "in the last month?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    looks_back=1,
    recorded=True,
    numerator=Counted(
        "Children in care for whom supervision is recorded in the month that ends with the day.",
        both(IN_CARE, lately("supervision", "held_on", "1 month")),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source=(
        "Reports of one council to its scrutiny panel: supervision within the month of December "
        "2021, 94%."
    ),
    kind="measure of a council’s reports",
    reviewed_on=date(2026, 11, 27),
    traps=("It says that they talked, not that anything was decided or done.",),
    examples=(
        Example(
            "on the first and on the last day of the month; on the last of the one before; never",
            (
                "care 2023-01-01; status C2 2023-01-01; supervision 2024-06-01",
                "care 2023-01-01; status C2 2023-01-01; supervision 2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; supervision 2024-05-31",
                "care 2023-01-01; status C2 2023-01-01",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "twice in the month; as at a day within a month",
            (
                "care 2023-01-01; status C2 2023-01-01; supervision 2024-05-17; supervision "
                "2024-06-10",
                "care 2023-01-01; status C2 2023-01-01; supervision 2024-05-16",
            ),
            "2024-06-16",
            1,
            of=2,
            value=50.0,
        ),
    ),
)
