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
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS, both

ONLY = """
SELECT child_id, ends_on, greatest(
    starts_on, (lag(ends_on) OVER homes + interval '1 year')::date
) AS starts_on
FROM home
WINDOW homes AS (PARTITION BY child_id ORDER BY starts_on)
"""

INDICATOR = Indicator(
    code="one-home-in-a-year",
    called=("CP17",),
    title="One home in twelve months",
    question=(
        "What share of children in care have lived in one home only in the last twelve months?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.STABILITY,
    numerator=Counted(
        "Children whose home on the day is the only one they had in care in the last twelve "
        "months. Children who came less than twelve months ago count; a stay away with return "
        "does not make a second home.",
        both(IN_CARE, ONLY),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source="Measure CP17 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It has been heard as children who live alone in a home: it is about how often they moved.",
        "It rises when many children come into care, because most of them have had one home yet.",
    ),
    examples=(
        Example(
            "one home; two homes; one home since just over twelve months; newly come",
            (
                "care 2022-01-01; status C2 2022-01-01; home U4 2022-01-01",
                "care 2022-01-01; status C2 2022-01-01; home U4 2022-01-01 .. 2024-02-01;"
                " home U4 2024-02-01",
                "care 2022-01-01; status C2 2022-01-01; home U4 2022-01-01 .. 2023-06-30;"
                " home U4 2023-06-30",
                "care 2024-06-01; status C1 2024-06-01; home U6 2024-06-01",
            ),
            "2024-06-30",
            3,
            of=4,
            value=75.0,
        ),
        Example(
            "a stay in hospital with return to the same home is no second home",
            (
                "care 2022-01-01; status C2 2022-01-01; home U4 2022-01-01 .. 2024-02-01 PLACE a;"
                " home T1 2024-02-01 .. 2024-02-05; home U4 2024-02-05 a",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
        Example(
            "in short breaks with the same carer since April: no longer among children in care",
            (
                "care 2022-01-01; status V2 2022-01-01 .. 2024-04-01; status V4 2024-04-01;"
                " home U4 2022-01-01",
                "care 2022-01-01; status C2 2022-01-01; home U4 2022-01-01",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
