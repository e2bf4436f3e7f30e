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
from oversight.indicators.shared.stretches import both

LONG_IN_CARE = """
SELECT looked_after.child_id, least(ends_on, sixteen_on) AS ends_on,
    greatest(starts_on, (began_on + interval '30 months')::date) AS starts_on
FROM looked_after
JOIN child ON child.child_id = looked_after.child_id
"""

INDICATOR = Indicator(
    code="same-home-for-two-years",
    title="In the same home for two years",
    question=(
        "Of the children under 16 who have been in care for two and a half years, what share have "
        "lived with the same carer for two years?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.STABILITY,
    numerator=Counted(
        "Children under 16 in care for two and a half years or longer who have lived with their "
        "carer for two years or longer, stays away with return among them.",
        both(
            "SELECT child_id, (starts_on + interval '2 years')::date AS starts_on, ends_on"
            " FROM home",
            LONG_IN_CARE,
        ),
    ),
    denominator=Counted(
        "Children under 16 whose period of care began two and a half years ago or earlier, days of "
        "short breaks left out.",
        LONG_IN_CARE,
    ),
    source=(
        "Department for Education, stability measures for children looked after in England, 2024: "
        "living with the same carer for at least two years, there on 31 March."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "A child who moves to the family that adopts her leaves it: an older form of the measure "
        "(national indicator 63) counted the adoptive home and the one before it together.",
        "It is about children who stay long in care: when those who could leave have left, it can "
        "fall though nobody moved.",
        "A home whose first day is known only as “on or before” counts from two years after the "
        "day that is known.",
    ),
    examples=(
        Example(
            "two years to the day; long in one home; one day short; in care not long enough",
            (
                "born 2014-01-01; care 2020-01-01; status C2 2020-01-01;"
                " home U6 2020-01-01 .. 2022-06-30 CARPL; home U4 2022-06-30",
                "born 2014-01-01; care 2020-01-01; status C2 2020-01-01; home U1 2020-01-01",
                "born 2014-01-01; care 2020-01-01; status C2 2020-01-01;"
                " home U6 2020-01-01 .. 2022-07-01 CARPL; home U4 2022-07-01",
                "born 2014-01-01; care 2022-01-01; status C2 2022-01-01; home U4 2022-01-01",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "16 that day; a new kind of home with the same carer; a stay in hospital with return",
            (
                "born 2008-06-30; care 2020-01-01; status C2 2020-01-01; home U4 2020-01-01",
                "born 2014-01-01; care 2020-01-01; status C2 2020-01-01;"
                " home U6 2020-01-01 .. 2023-07-01 PLACE a; home U4 2023-07-01 a",
                "born 2014-01-01; care 2020-01-01; status C2 2020-01-01;"
                " home U4 2020-01-01 .. 2024-06-01 OTHER a; home T1 2024-06-01 .. 2024-06-05;"
                " home U4 2024-06-05 a",
            ),
            "2024-06-30",
            2,
            of=2,
            value=100.0,
        ),
    ),
)
