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
from oversight.indicators.shared.homes import FOSTER, OWN, living_in

INDICATOR = Indicator(
    code="in-house-foster",
    called=("P5",),
    title="With the council’s own foster carers",
    question="How many children in care live with foster carers of the council itself?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children who live with foster carers (U4 to U6) that the council provides itself (PR1); "
        "relatives and friends who foster are not among them.",
        living_in(FOSTER, OWN),
    ),
    source="Proxy indicator 5 of the seven that a scrutiny panel asked to see each quarter.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "One council printed 170 for a month of which its scorecard gives 21.7% of 545, which is "
        "118. Whether relatives and friends whom the council approved are among them changes it "
        "by half; here they are not.",
        "More is better only if the children would else live further away or with strangers to "
        "the area.",
    ),
    examples=(
        Example(
            "two with the council’s carers, one with an agency’s, one with an aunt",
            (
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home U5 2024-06-30 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 provider=PR5",
                "care 2024-01-01; status C2 2024-01-01; home U1 2024-01-01 provider=PR1",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "who provides the home is not known, and a home that ended that day",
            (
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01",
                "care 2024-01-01; status C2 2024-01-01;"
                " home U4 2024-01-01 .. 2024-06-30 provider=PR1; home P1 2024-06-30 provider=PR0",
            ),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
