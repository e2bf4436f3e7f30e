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
from oversight.indicators.shared.stretches import IN_CARE, both

HELD = "SELECT child_id, starts_on, least(ends_on, expires_on + 1) AS ends_on FROM liberty"

INDICATOR = Indicator(
    code="deprived-of-liberty",
    title="Deprivation of liberty orders in force",
    question=(
        "How many children in care may be held under a court’s order that limits their liberty?"
    ),
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    recorded=True,
    numerator=Counted(
        "Children in care for whom such an order holds on the day; the last day that the court "
        "set is the last on which it does.",
        both(IN_CARE, HELD),
    ),
    source=(
        "The statutory return for 2026 to 2027 asks for these orders and their dates; the count "
        "is ours."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Children whose liberty is limited without an order, or past its last day, are not in "
        "it: the clocks of the orders show these.",
    ),
    examples=(
        Example(
            "to that day; without a last day; to the day before; ended that day",
            (
                "care 2023-01-01; status C2 2023-01-01; liberty 2024-05-01 expires=2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; liberty 2024-05-01",
                "care 2023-01-01; status C2 2023-01-01; liberty 2024-05-01 expires=2024-06-29",
                "care 2023-01-01; status C2 2023-01-01; liberty 2024-05-01 .. 2024-06-30 "
                "expires=2024-08-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "renewed after its last day",
            (
                "care 2023-01-01; status C2 2023-01-01; liberty 2024-03-01 .. 2024-05-02 "
                "expires=2024-05-01;"
                " liberty 2024-05-02 expires=2024-08-01",
            ),
            "2024-06-30",
            1,
            value=1.0,
        ),
    ),
)
