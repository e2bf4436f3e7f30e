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
from oversight.indicators.shared.stretches import IN_CARE, aged, both

OF_AGE = both(IN_CARE, aged("sixteen_on", "eighteen_on"))
SUPPORTED = "SELECT child_id, starts_on, ends_on FROM lives_in WHERE type IN ('H5', 'K3')"

INDICATOR = Indicator(
    code="supported-accommodation",
    title="16 and 17 in supported accommodation",
    question="What share of children in care aged 16 and 17 live in supported accommodation?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.NEUTRAL,
    chart=Chart.STOCK,
    group=Group.LEAVING,
    numerator=Counted(
        "Those of them who live in supported accommodation (K3) or, in older returns, semi-"
        "independently (H5).",
        both(OF_AGE, SUPPORTED),
    ),
    denominator=Counted(
        "Children in care aged 16 and 17 on the day, days of short breaks left out.",
        OF_AGE,
    ),
    source=(
        "Statutory return on children looked after (SSDA903): code K3 since 2024 to 2025, H5 "
        "before; the share is ours."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The codes changed with registration: before, H5 took in homes that K3 does not.",
        "It is right for some young people and too early for others: a number cannot tell.",
    ),
    examples=(
        Example(
            "supported, under both codes; in a foster home; 15 years old",
            (
                "born 2007-01-01; care 2023-01-01; status C2 2023-01-01; home K3 2024-01-01",
                "born 2008-06-30; care 2023-01-01; status C2 2023-01-01; home H5 2024-01-01",
                "born 2007-01-01; care 2023-01-01; status C2 2023-01-01; home U4 2024-01-01",
                "born 2008-07-01; care 2023-01-01; status C2 2023-01-01; home K3 2024-01-01",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "moved back to carers that day",
            (
                "born 2007-01-01; care 2023-01-01; status C2 2023-01-01; home K3 2024-01-01 .. "
                "2024-06-30;"
                " home U4 2024-06-30",
            ),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
    ),
)
