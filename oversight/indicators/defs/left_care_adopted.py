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
from oversight.indicators.shared.leaving import ADOPTED, LEFT_CARE, LEFT_CARE_WORDS, left_by

INDICATOR = Indicator(
    code="left-care-adopted",
    called=("CP10b", "A4"),
    title="Left care by adoption",
    question="Of the children who left care in the last twelve months, what share were adopted?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.PERCENTAGE,
    group=Group.ADOPTION,
    over=Over.YEAR,
    numerator=Counted(
        "Periods of care that ended with an adoption (E11, E12).",
        left_by(ADOPTED),
        How.EVENTS,
    ),
    denominator=Counted(
        LEFT_CARE_WORDS,
        LEFT_CARE,
        How.EVENTS,
    ),
    source=(
        "Adoption scorecard measure A4, Department for Education; measure CP10 of the corporate "
        "parenting scorecard, second of its two lines."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It falls when more children go home or turn 18, though as many are adopted: the number "
        "of adoptions stands beside it.",
        "A child who leaves care twice in the months counts twice below the line.",
    ),
    examples=(
        Example(
            "two adopted of four who left in the twelve months",
            (
                "care 2022-01-01 .. 2024-06-30 E11; status E1 2022-01-01 .. 2024-06-30",
                "care 2022-01-01 .. 2023-07-01 E12; status E1 2022-01-01 .. 2023-07-01",
                "care 2022-01-01 .. 2024-03-01 E46; status C2 2022-01-01 .. 2024-03-01",
                "care 2022-01-01 .. 2024-03-01 E4A; status V2 2022-01-01 .. 2024-03-01",
                "care 2022-01-01 .. 2023-06-30 E11; status E1 2022-01-01 .. 2023-06-30",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "a short break that ends is nobody leaving care",
            (
                "care 2024-01-01 .. 2024-02-01 E8; status V4 2024-01-01 .. 2024-02-01",
                "care 2022-01-01 .. 2024-03-01 E12; status E1 2022-01-01 .. 2024-03-01",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
