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
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS

INDICATOR = Indicator(
    code="external-residential-share",
    called=("CP16",),
    title="In children’s homes of others, share",
    question=(
        "What share of children in care live in a children’s home that is not the council’s own?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children who live in a children’s home (K1, K2) or a residential care home (R1) that "
        "somebody else provides (PR2 to PR5), another council among them.",
        living_in(RESIDENTIAL, SOMEBODY_ELSE),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source="Measure CP16 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Papers take it for a share of the children in children’s homes. It is of all in care.",
        "Somebody else’s home may be round the corner, and an own one far away: distance is "
        "another measure.",
    ),
    examples=(
        Example(
            "a private and another council’s home; an own one; a private foster home",
            (
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 provider=PR4",
                "care 2024-01-01; status C2 2024-01-01; home R1 2024-01-01 provider=PR2",
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 provider=PR4",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "who provides the home is not known",
            ("care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01",),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
    ),
)
