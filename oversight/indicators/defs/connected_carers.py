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

INDICATOR = Indicator(
    code="connected-carers",
    title="With relatives or friends",
    question="How many children in care live with a relative or a friend who fosters them?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.NEUTRAL,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children who live with a relative or friend as their foster carer (U1 to U3).",
        living_in(CONNECTED),
    ),
    source="Statutory return on children looked after (SSDA903): the kind of home on the day.",
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "A number like this drifts: see how many homes with relatives began and how many ended.",
        "Papers of one council give 213, 212 and 210 as its highest: they are of different days.",
    ),
    examples=(
        Example(
            "two with relatives, one who moved to a foster carer that day",
            (
                "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01",
                "care 2024-01-01; status C2 2024-01-01; home U2 2024-06-30",
                "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01 .. 2024-06-30 LAREQ;"
                " home U6 2024-06-30",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "a holiday of the carer with return is that home, one without is not",
            (
                "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01 .. 2024-06-25 OTHER a;"
                " home T3 2024-06-25 .. 2024-07-05; home U3 2024-07-05 a",
                "care 2024-01-01; status C2 2024-01-01; home U3 2024-01-01 .. 2024-06-25 OTHER;"
                " home T3 2024-06-25 .. 2024-07-05; home U6 2024-07-05",
            ),
            "2024-06-30",
            1,
            value=1.0,
        ),
    ),
)
