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
from oversight.indicators.shared.homes import AGENCY, FOSTER, living_in

INDICATOR = Indicator(
    code="agency-foster",
    called=("P6",),
    title="With foster carers of agencies",
    question="How many children in care live with foster carers of independent agencies?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children who live with foster carers (U4 to U6) of a private (PR4) or a voluntary (PR5) "
        "provider.",
        living_in(FOSTER, AGENCY),
    ),
    source="Proxy indicator 6 of the seven that a scrutiny panel asked to see each quarter.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It is about what a home costs. For a child who is at home with carers of an agency, "
        "moving would be no gain.",
        "Carers of another council (PR2) are neither an agency’s nor the council’s own.",
    ),
    examples=(
        Example(
            "a private and a voluntary agency; another council’s carer; an own one; an aunt",
            (
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 provider=PR4",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 provider=PR5",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 provider=PR2",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01 provider=PR4",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "a children’s home of a private provider is no foster home",
            ("care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 provider=PR4",),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
