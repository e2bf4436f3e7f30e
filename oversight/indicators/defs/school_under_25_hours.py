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
from oversight.indicators.shared.stretches import OF_SCHOOL_AGE, both

SHORT = "SELECT child_id, starts_on, ends_on FROM school WHERE hours < 25"

INDICATOR = Indicator(
    code="school-under-25-hours",
    title="Less than 25 hours of school a week",
    question=(
        "What share of children in care of school age have a school place with less than 25 "
        "hours a week?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    recorded=True,
    numerator=Counted(
        "Those of them whose school place on the day gives fewer than 25 hours a week.",
        both(OF_SCHOOL_AGE, SHORT),
    ),
    denominator=Counted(
        "Children in care of school age on the day, days of short breaks left out.",
        OF_SCHOOL_AGE,
    ),
    source=(
        "Reports of one council to its scrutiny panel: 11 children, 3.1%, with less than 25 "
        "hours of education."
    ),
    kind="measure of a council’s reports",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "A child without any school place is not in it, nor one whose hours are not recorded: "
        "look who has neither before taking a low figure for good.",
    ),
    examples=(
        Example(
            "12 and 24.5 hours; 25 hours; hours not recorded; no place",
            (
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01; school 2024-01-01 "
                "hours=12",
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01; school 2024-01-01 "
                "hours=24.5",
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01; school 2024-01-01 "
                "hours=25",
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01; school 2024-01-01",
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01",
            ),
            "2024-06-30",
            2,
            of=5,
            value=40.0,
        ),
        Example(
            "full time again since that day; a nursery",
            (
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01; school 2024-01-01 .. "
                "2024-06-30 hours=12;"
                " school 2024-06-30 hours=30",
                "born 2020-05-10; care 2023-01-01; status C2 2023-01-01; school 2024-01-01 "
                "hours=15",
            ),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
    ),
)
