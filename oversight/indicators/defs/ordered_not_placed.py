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
from oversight.indicators.shared.stretches import IN_CARE, PLACED_FOR_ADOPTION, both, less

ORDERED = "SELECT child_id, starts_on, ends_on FROM status WHERE code = 'E1'"

INDICATOR = Indicator(
    code="ordered-not-placed",
    called=("A14",),
    title="Placement order, not with adopters yet",
    question="How many children under a placement order do not live with adopters yet?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.ADOPTION,
    curve="order-to-match",
    numerator=Counted(
        "Children in care under a placement order (E1) on the day, and in no adoptive home (A3 to "
        "A6).",
        less(both(IN_CARE, ORDERED), PLACED_FOR_ADOPTION),
    ),
    source="Adoption scorecard measure A14, Department for Education.",
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Children who are matched and about to move in are among them.",
        "A child for whom adoption was given up stays in it until the court has ended the order.",
    ),
    examples=(
        Example(
            "not matched, matched; placed that day; under a care order",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2023-06-01; status E1 2023-06-01",
                "care 2023-01-01; status E1 2023-01-01; match 2024-06-10",
                "care 2023-01-01; status E1 2023-01-01; match 2024-06-10; home A6 2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; decision 2024-01-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "given up, and the order stands; the order was ended",
            (
                "care 2023-01-01; status E1 2023-01-01; decision 2022-12-01 reversed 2024-05-01",
                "care 2023-01-01; status E1 2023-01-01 .. 2024-06-30; status C2 2024-06-30",
            ),
            "2024-06-30",
            1,
            value=1.0,
        ),
    ),
)
