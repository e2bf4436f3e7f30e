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
from oversight.indicators.shared.homes import CONNECTED, living_in
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS

INDICATOR = Indicator(
    code="connected-carers-share",
    called=("CP14",),
    title="With relatives or friends, share",
    question="What share of children in care live with a relative or a friend who fosters them?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.NEUTRAL,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children who live with a relative or friend as their foster carer (U1 to U3).",
        living_in(CONNECTED),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source="Measure CP14 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The scorecard does not say which way is better, and its papers read less as better: they "
        "mean children who could have a special guardian and leave care. For a child who comes "
        "into care, living with family is better than with strangers.",
        "It falls when such carers become special guardians, and also when no relative is looked "
        "for.",
    ),
    examples=(
        Example(
            "an aunt, a grandmother for good, a foster carer, parents",
            (
                "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01",
                "care 2024-01-01; status C2 2024-01-01; home U1 2024-06-30",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01",
                "care 2024-01-01; status C2 2024-01-01; home P1 2024-01-01",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "it ended that day with a special guardianship order",
            (
                "care 2024-01-01 .. 2024-06-30 E45; status C2 2024-01-01 .. 2024-06-30;"
                " home U3 2024-01-01 .. 2024-06-30",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01",
            ),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
    ),
)
