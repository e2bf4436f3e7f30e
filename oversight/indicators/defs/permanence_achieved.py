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
    code="permanence-achieved",
    title="Permanence achieved in the month",
    question="For how many children was the plan for permanence achieved in the month?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.HIGHER,
    chart=Chart.FLOW,
    group=Group.PERMANENCE,
    over=Over.MONTH,
    recorded=True,
    numerator=Counted(
        "Primary plans recorded as achieved in the month, whatever their route.",
        "SELECT child_id, achieved_on AS on_day FROM plan"
        " WHERE rank = 'primary' AND achieved_on IS NOT NULL",
        How.EVENTS,
        after_care=None,
    ),
    source=(
        "What councils mean by permanence: adoption, guardianship, a home with the family or "
        "with carers until grown up. When it is achieved, people record here."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It depends on somebody saying so: a child whose care ended without it is not counted.",
        "It says nothing of those who wait.",
    ),
    examples=(
        Example(
            "two in the month; last month; a contingency plan; not yet",
            (
                "care 2023-01-01; status C2 2023-01-01; plan home 2024-01-01 achieved=2024-06-01",
                "care 2023-01-01; status C2 2023-01-01; plan adoption 2024-01-01 "
                "achieved=2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; plan home 2024-01-01 achieved=2024-05-31",
                "care 2023-01-01; status C2 2023-01-01; plan home 2024-01-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "achieved after the day",
            ("care 2023-01-01; status C2 2023-01-01; plan home 2024-01-01 achieved=2024-07-01",),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
