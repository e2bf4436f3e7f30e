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
from oversight.indicators.shared.leaving import ADOPTED, LEFT_CARE, left_by

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
        "Children adopted in the months (E11, E12).",
        left_by(ADOPTED),
        How.CHILDREN,
    ),
    denominator=Counted(
        "Children who left care in the months, short breaks left out.",
        LEFT_CARE,
        How.CHILDREN,
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
        "A child who leaves care twice in the months counts once, as in national figures.",
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
            "one who left twice; a short break that ends is nobody leaving care",
            (
                "care 2023-01-01 .. 2023-09-01 E4A; care 2023-10-01 .. 2024-05-01 E4B;"
                " status V2 2023-01-01 .. 2023-09-01; status C1 2023-10-01 .. 2024-05-01",
                "care 2024-01-01 .. 2024-02-01 E8; status V4 2024-01-01 .. 2024-02-01",
                "care 2022-01-01 .. 2024-03-01 E12; status E1 2022-01-01 .. 2024-03-01",
            ),
            "2024-06-30",
            1,
            of=2,
            value=50.0,
        ),
    ),
)
