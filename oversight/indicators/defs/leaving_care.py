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
from oversight.indicators.shared.leaving import LEFT_CARE

INDICATOR = Indicator(
    code="leaving-care",
    title="Leaving care",
    question="How many children left care in the month?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.NEUTRAL,
    chart=Chart.FLOW,
    group=Group.LEAVING,
    over=Over.MONTH,
    numerator=Counted(
        "Periods of care that ended in the month, for whatever reason, short breaks left out.",
        LEFT_CARE,
        How.EVENTS,
    ),
    source="Statutory return on children looked after (SSDA903).",
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "More is not better by itself: children leave to a family for good, and also because they "
        "turned 18 or went where nobody planned.",
        "It rises some years after many came of one age, because they turn 18 together.",
        "National figures are of a year and count a child who leaves twice in it once.",
    ),
    examples=(
        Example(
            "on the first and the last day of June, and one in May",
            (
                "care 2024-01-01 .. 2024-06-01 E4A; status V2 2024-01-01 .. 2024-06-01",
                "care 2024-01-01 .. 2024-06-30 E12; status E1 2024-01-01 .. 2024-06-30",
                "care 2024-01-01 .. 2024-05-31 E4A; status V2 2024-01-01 .. 2024-05-31",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "a short break that ended, and one in care",
            (
                "care 2024-06-01 .. 2024-06-10 E8; status V4 2024-06-01 .. 2024-06-10",
                "care 2024-01-01; status C2 2024-01-01",
            ),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
