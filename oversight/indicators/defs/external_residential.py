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
from oversight.indicators.shared.homes import RESIDENTIAL, SOMEBODY_ELSE, living_in

INDICATOR = Indicator(
    code="external-residential",
    called=("P3",),
    title="In children’s homes of others",
    question="How many children in care live in a children’s home that is not the council’s own?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children who live in a children’s home (K1, K2) or a residential care home (R1) that "
        "somebody else provides (PR2 to PR5), another council among them.",
        living_in(RESIDENTIAL, SOMEBODY_ELSE),
    ),
    source="Proxy indicator 3 of the seven that a scrutiny panel asked to see each quarter.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "With few children, one who turns 18 is seen in it: see who came, and who left where to.",
        "The panel’s papers do not say whether secure homes and residential schools are in it. "
        "Here secure homes are, schools are not.",
    ),
    examples=(
        Example(
            "a private and a voluntary home; an own one; a residential school",
            (
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 provider=PR4",
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-06-30 provider=PR5",
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home S1 2024-01-01 provider=PR4",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "a short break in such a home is left out",
            ("care 2024-01-01; status V4 2024-01-01; home K2 2024-01-01 provider=PR4",),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
