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
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS, both

INDICATOR = Indicator(
    code="three-homes-in-a-year",
    title="Three or more homes in twelve months",
    question=(
        "What share of children in care have lived in three or more homes in the last twelve "
        "months?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.STABILITY,
    numerator=Counted(
        "Children in care who have had three or more homes in the twelve months to the day, "
        "whenever they came; a stay away with return does not make another home.",
        both(
            third_home("1 year"),
            IN_CARE,
        ),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source=(
        "Department for Education, stability measures for children looked after in England, 2024: "
        "three or more placements in the year, there on 31 March."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The Department counts placements of the return. Whether temporary stays are among them is "
        "not said where it is published; here they count only if the child did not go back.",
        "The third home may be the one that was looked for, such as an adoptive family.",
        "Children who came lately have had little time to move: many new children lower it.",
    ),
    examples=(
        Example(
            "three homes since last July; the first ended just inside, and just outside the year",
            (
                "care 2022-01-01; status C2 2022-01-01; home U6 2022-01-01 .. 2024-01-10 CREQB;"
                " home U6 2024-01-10 .. 2024-03-01 CREQB; home K2 2024-03-01",
                "care 2022-01-01; status C2 2022-01-01; home U6 2022-01-01 .. 2023-07-01 CREQB;"
                " home U6 2023-07-01 .. 2024-03-01 CREQB; home K2 2024-03-01",
                "care 2022-01-01; status C2 2022-01-01; home U6 2022-01-01 .. 2023-06-30 CREQB;"
                " home U6 2023-06-30 .. 2024-03-01 CREQB; home K2 2024-03-01",
                "care 2022-01-01; status C2 2022-01-01; home U4 2022-01-01",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "a stay in hospital with return makes no third home",
            (
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-02-01 CARPL;"
                " home U4 2024-02-01 .. 2024-04-01 OTHER b; home T1 2024-04-01 .. 2024-04-05;"
                " home U4 2024-04-05 b",
            ),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
        Example(
            "homes of an earlier period of care in the year count",
            (
                "care 2023-09-01 .. 2023-12-01 E4A; care 2024-03-01;"
                " status V2 2023-09-01 .. 2023-12-01; status C1 2024-03-01;"
                " home U6 2023-09-01 .. 2023-12-01; home U6 2024-03-01 .. 2024-05-01 CREQB;"
                " home U6 2024-05-01",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
