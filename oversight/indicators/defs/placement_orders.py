from datetime import date

from oversight.indicators.indicator import (
    Chart,
    Counted,
    Example,
    Group,
    How,
    Indicator,
    Over,
    Polarity,
    Shape,
)

INDICATOR = Indicator(
    code="placement-orders",
    called=("A16",),
    title="Placement orders in twelve months",
    question="How many placement orders did courts make in the last twelve months?",
    shape=Shape.COUNT,
    unit="orders",
    polarity=Polarity.NEUTRAL,
    chart=Chart.FLOW,
    group=Group.ADOPTION,
    over=Over.YEAR,
    numerator=Counted(
        "Placement orders (E1) that began, one for each child; an order of which it is not known "
        "since when it holds is left out.",
        "SELECT child_id, starts_on AS on_day FROM status WHERE code = 'E1' AND start_known",
        How.EVENTS,
        after_care=None,
    ),
    source="Adoption scorecard measure A16, Department for Education.",
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=("Orders follow the decisions of half a year before, and how fast the court works.",),
    examples=(
        Example(
            "two in the months; one of the day before them; one that held when records began",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2023-07-01; status E1 2023-07-01",
                "care 2023-01-01; status C1 2023-01-01 .. 2024-06-30; status E1 2024-06-30",
                "care 2023-01-01; status C1 2023-01-01 .. 2023-06-30; status E1 2023-06-30",
                "care ~2024-04-01; status ~E1 2024-04-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "a care order",
            ("care 2024-01-01; status C1 2024-01-01 .. 2024-06-01; status C2 2024-06-01",),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
