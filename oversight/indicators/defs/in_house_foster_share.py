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
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS

INDICATOR = Indicator(
    code="in-house-foster-share",
    called=("CP13",),
    title="With the council’s own foster carers, share",
    question="What share of children in care live with foster carers of the council itself?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children who live with foster carers (U4 to U6) that the council provides itself (PR1); "
        "relatives and friends who foster are not among them.",
        living_in(FOSTER, OWN),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source="Measure CP13 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Relatives and friends who foster are often approved by the council, and some papers count "
        "them as its own carers. Here they are not.",
        "It rises also when children leave other homes, with as many in these as before.",
    ),
    examples=(
        Example(
            "two with the council’s carers, one with an agency’s, one with an aunt",
            (
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-06-30 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 provider=PR4",
                "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01 provider=PR1",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "carers who changed to an agency that day",
            (
                "care 2024-01-01; status C2 2024-01-01;"
                " home U4 2024-01-01 .. 2024-06-30 PLACE a provider=PR1;"
                " home U4 2024-06-30 a provider=PR4",
            ),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
    ),
)
