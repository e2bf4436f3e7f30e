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
from oversight.indicators.shared.leaving import UNPLANNED_ENDS
from oversight.indicators.shared.stretches import IN_CARE

INDICATOR = Indicator(
    code="unplanned-home-ends-share",
    called=("CP19",),
    title="Children whose home ended unplanned",
    question=(
        "What share of the children who were in care in the last twelve months had a home that "
        "ended without a plan?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.PERCENTAGE,
    group=Group.STABILITY,
    over=Over.YEAR,
    numerator=Counted(
        "Children in care whose home with a carer ended because the carer, the child or the "
        "council asked for it, or because of an allegation, standards of care, or a carer or home "
        "that closed (CREQB, CREQO, CHILD, LAREQ, ALLEG, STAND, CLOSE), and who stayed in care.",
        UNPLANNED_ENDS,
        How.CHILDREN,
    ),
    denominator=Counted(
        "Children in care on some day of the months, days of short breaks left out.",
        IN_CARE,
        How.DURING,
    ),
    source="Measure CP19 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The scorecard calls it breakdown and does not say of what it is a share. The reasons here "
        "are those of the return that no plan asked for; “approval removed”, “custody” and “other "
        "reason” are not among them.",
        "The return asks why a home ended, not whether its end was planned: a move that the "
        "council asked for may have been prepared for weeks.",
        "A child with three such endings counts once.",
    ),
    examples=(
        Example(
            "two children, one of them twice; a planned move; one who left; one just before",
            (
                "care 2022-01-01; status C2 2022-01-01; home U6 2022-01-01 .. 2024-01-10 CREQB;"
                " home U6 2024-01-10 .. 2024-03-01 CHILD; home K2 2024-03-01",
                "care 2022-01-01; status C2 2022-01-01; home U6 2022-01-01 .. 2023-07-01 ALLEG;"
                " home U6 2023-07-01",
                "care 2022-01-01; status C2 2022-01-01; home U6 2022-01-01 .. 2024-02-01 CARPL;"
                " home U4 2024-02-01",
                "care 2022-01-01 .. 2023-12-01 E4A; status V2 2022-01-01 .. 2023-12-01",
                "care 2022-01-01; status C2 2022-01-01; home U6 2022-01-01 .. 2023-06-30 LAREQ;"
                " home U6 2023-06-30",
            ),
            "2024-06-30",
            2,
            of=5,
            value=40.0,
        ),
        Example(
            "a home that ended with the care; a stay away with return",
            (
                "care 2024-01-01 .. 2024-06-01 E4B; status V2 2024-01-01 .. 2024-06-01;"
                " home U6 2024-01-01 .. 2024-06-01 CREQB",
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-05-01 CREQO a;"
                " home T3 2024-05-01 .. 2024-05-10; home U6 2024-05-10 a",
            ),
            "2024-06-30",
            0,
            of=2,
            value=0.0,
        ),
    ),
)
