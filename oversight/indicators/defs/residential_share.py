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
from oversight.indicators.shared.homes import RESIDENTIAL, living_in
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS

INDICATOR = Indicator(
    code="residential-share",
    called=("CP15",),
    title="In children’s homes, share",
    question="What share of children in care live in a children’s home?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children who live in a children’s home (K2), a secure one (K1) or a residential care home "
        "(R1). Boarding schools, hospitals, family centres, young offender institutions and "
        "supported accommodation are none.",
        living_in(RESIDENTIAL),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source="Measure CP15 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The scorecard does not say which homes are residential. Others count residential schools "
        "and supported accommodation as well.",
        "It rises when children leave foster homes, with as many in children’s homes as before.",
    ),
    examples=(
        Example(
            "a children’s home, a secure home, supported accommodation, a school, a foster home",
            (
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 provider=PR1",
                "care 2024-01-01; status C2 2024-01-01; home K1 2024-01-01 provider=PR2",
                "care 2024-01-01; status C2 2024-01-01; home K3 2024-01-01 provider=PR4",
                "care 2024-01-01; status C2 2024-01-01; home S1 2024-01-01 provider=PR4",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 provider=PR1",
            ),
            "2024-06-30",
            2,
            of=5,
            value=40.0,
        ),
        Example(
            "moved to foster carers that day",
            (
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 .. 2024-06-30 CARPL;"
                " home U6 2024-06-30",
            ),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
    ),
)
