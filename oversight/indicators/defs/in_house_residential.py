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
from oversight.indicators.shared.homes import OWN, RESIDENTIAL, living_in

INDICATOR = Indicator(
    code="in-house-residential",
    called=("P4",),
    title="In the council’s own children’s homes",
    question="How many children in care live in a children’s home of the council itself?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children who live in a children’s home (K1, K2) or a residential care home (R1) that the "
        "council provides itself (PR1).",
        living_in(RESIDENTIAL, OWN),
    ),
    source="Proxy indicator 4 of the seven that a scrutiny panel asked to see each quarter.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It cannot rise above the beds that the council has: compare it with those.",
        "More is better only where the child would else live in somebody else’s home. Where a "
        "family was possible, it is not.",
    ),
    examples=(
        Example(
            "two in own homes, one in a private one, one with an own foster carer",
            (
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home R1 2024-06-30 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 provider=PR4",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 provider=PR1",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "left that day",
            (
                "care 2024-01-01; status C2 2024-01-01;"
                " home K2 2024-01-01 .. 2024-06-30 CARPL provider=PR1; home P1 2024-06-30",
            ),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
