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
    code="adoptions-in-a-year",
    title="Children adopted in twelve months",
    question="How many children were adopted from care in the last twelve months?",
    shape=Shape.COUNT,
    unit="adoptions",
    polarity=Polarity.NEUTRAL,
    chart=Chart.FLOW,
    group=Group.ADOPTION,
    over=Over.YEAR,
    numerator=Counted(
        "Periods of care that ended with an adoption (E11, E12).",
        """
        SELECT child_id, ends_on AS on_day FROM looked_after WHERE end_reason IN ('E11', 'E12')
        """,
        How.EVENTS,
    ),
    source=(
        "Adoption scorecard measure A4, Department for Education, which gives the number and the "
        "share of all who left care."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It tells of decisions that were made one or two years ago.",
        "More is not better by itself: adoption is right for few children, and the other ways to a "
        "home for good are as good for others.",
    ),
    examples=(
        Example(
            "two in the twelve months, one on the day before them, one who left another way",
            (
                "care 2022-01-01 .. 2024-06-30 E11; status E1 2022-01-01 .. 2024-06-30",
                "care 2022-01-01 .. 2023-07-01 E12; status E1 2022-01-01 .. 2023-07-01",
                "care 2022-01-01 .. 2023-06-30 E11; status E1 2022-01-01 .. 2023-06-30",
                "care 2022-01-01 .. 2024-03-01 E46; status C2 2022-01-01 .. 2024-03-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "placed and not adopted yet",
            ("care 2022-01-01; status E1 2022-01-01; home A6 2024-01-01",),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
