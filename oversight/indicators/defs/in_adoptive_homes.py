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
from oversight.indicators.shared.homes import ADOPTIVE, living_in
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS

INDICATOR = Indicator(
    code="in-adoptive-homes",
    called=("CP10a",),
    title="In adoptive homes",
    question="What share of children in care live with the family that is to adopt them?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.ADOPTION,
    numerator=Counted(
        "Children placed for adoption (A3 to A6) and not adopted yet.", living_in(ADOPTIVE)
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source="Measure CP10 of the corporate parenting scorecard, first of its two lines.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It falls when the children are adopted, because then they are no longer in care.",
        "Children with foster carers who may adopt them (U2, U5) are not in it until they are "
        "placed for adoption.",
    ),
    examples=(
        Example(
            "placed; placed with their foster carer; with carers who may adopt; adopted that day",
            (
                "care 2023-01-01; status E1 2024-01-01; home A6 2024-02-01",
                "care 2023-01-01; status E1 2024-01-01; home U5 2023-01-01 .. 2024-06-30 PLACE a;"
                " home A5 2024-06-30 a",
                "care 2023-01-01; status C1 2023-01-01; home U5 2023-01-01",
                "care 2023-01-01 .. 2024-06-30 E12; status E1 2024-01-01 .. 2024-06-30;"
                " home A6 2024-02-01 .. 2024-06-30",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "a stay in hospital with return is that home",
            (
                "care 2023-01-01; status E1 2024-01-01; home A6 2024-02-01 .. 2024-06-28 OTHER a;"
                " home T1 2024-06-28 .. 2024-07-03; home A6 2024-07-03 a",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
