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
from oversight.indicators.shared.homes import third_home
from oversight.indicators.shared.stretches import both

TWO_YEARS = """
SELECT child_id, greatest(starts_on, (began_on + interval '2 years')::date) AS starts_on, ends_on
FROM looked_after
"""

INDICATOR = Indicator(
    code="three-homes-in-two-years",
    title="Three or more homes in two years",
    question=(
        "Of the children who have been in care for two years, what share have lived in three or "
        "more homes in them?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.STABILITY,
    numerator=Counted(
        "Children in care for two years or longer who have had three or more homes in the two "
        "years to the day; a stay away with return does not make another home.",
        both(
            third_home("2 years"),
            TWO_YEARS,
        ),
    ),
    denominator=Counted(
        "Children whose period of care began two years ago or earlier, days of short breaks left "
        "out.",
        TWO_YEARS,
    ),
    source=(
        "Department for Education, stability measures for children looked after in England, 2024: "
        "three or more placements in two years, there on 31 March."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The Department counts placements of the return. Whether temporary stays are among them is "
        "not said where it is published; here they count only if the child did not go back.",
        "The third home may be the one that was looked for, such as an adoptive family.",
        "A child whose first day in care is known only as “on or before” counts from two years "
        "after the day that is known.",
    ),
    examples=(
        Example(
            "three homes, the first ended just inside and just outside; one home; newly come",
            (
                "care 2020-01-01; status C2 2020-01-01; home U6 2020-01-01 .. 2022-07-01 CREQB;"
                " home U6 2022-07-01 .. 2024-03-01 CREQB; home K2 2024-03-01",
                "care 2020-01-01; status C2 2020-01-01; home U6 2020-01-01 .. 2023-05-01 CREQB;"
                " home U6 2023-05-01 .. 2023-07-01 CREQB; home K2 2023-07-01",
                "care 2020-01-01; status C2 2020-01-01; home U6 2020-01-01 .. 2022-06-30 CREQB;"
                " home U6 2022-06-30 .. 2024-03-01 CREQB; home K2 2024-03-01",
                "care 2020-01-01; status C2 2020-01-01; home U4 2020-01-01",
                "care 2023-01-01; status C2 2023-01-01; home U6 2023-01-01 .. 2023-05-01 CREQB;"
                " home U6 2023-05-01 .. 2023-07-01 CREQB; home K2 2023-07-01",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "two years to the day, and one day short of them",
            (
                "care 2022-06-30; status C2 2022-06-30; home U6 2022-06-30 .. 2023-05-01 CREQB;"
                " home U6 2023-05-01 .. 2023-07-01 CREQB; home K2 2023-07-01",
                "care 2022-07-01; status C2 2022-07-01; home U6 2022-07-01 .. 2023-05-01 CREQB;"
                " home U6 2023-05-01 .. 2023-07-01 CREQB; home K2 2023-07-01",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
