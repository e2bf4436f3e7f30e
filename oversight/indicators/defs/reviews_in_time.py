from datetime import date

from oversight.indicators.indicator import (
    Chart,
    Counted,
    Example,
    Group,
    How,
    Indicator,
    Over,
    Polarity,
    Shape,
)
from oversight.indicators.shared.reviews import HELD

INDICATOR = Indicator(
    code="reviews-in-time",
    title="Reviews held in time",
    question="Of the reviews held in the month, what share was held by the day it was due?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.PERCENTAGE,
    group=Group.QUALITY,
    over=Over.MONTH,
    numerator=Counted(
        "Those of them held on the last day allowed or before it: 20 working days after coming "
        "into care, 3 months after the first review, then 6 months; sooner after a placement order "
        "and when placed for adoption.",
        f"SELECT child_id, stopped_on AS on_day FROM ({HELD}) AS held WHERE stopped_on <= due_on",
        How.EVENTS,
    ),
    denominator=Counted(
        "Reviews held in the month. Where it is not known on which day care began, only those "
        "that were late by the longest limit.",
        f"SELECT child_id, stopped_on AS on_day FROM ({HELD}) AS held",
        How.EVENTS,
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33; for "
        "children placed for adoption, Adoption Agencies Regulations 2005, regulation 36."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "A review that was due and is still not held is not in it: see how many are overdue.",
        "Published figures count children whose reviews were all in time in a year, which is less.",
    ),
    examples=(
        Example(
            "on the last of 20 working days, before it, and a day after it",
            (
                "care 2024-05-28; status C1 2024-05-28; review 2024-06-14",
                "care 2024-05-28; status C1 2024-05-28; review 2024-06-25",
                "care 2024-05-28; status C1 2024-05-28; review 2024-06-26",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "three months after the first to the day; six after the second and one day more",
            (
                "care 2024-02-12; status C1 2024-02-12; review 2024-03-05; review 2024-06-05",
                "care 2023-08-01; status C1 2023-08-01; review 2023-08-25; review 2023-11-20;"
                " review 2024-05-21",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
        Example(
            "in care since nobody knows when: late even so, or nothing that can be told",
            (
                "care ~2023-11-01; status ~C2 2023-11-01; review 2024-06-03",
                "care ~2023-12-15; status ~C2 2023-12-15; review 2024-06-03",
            ),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
    ),
)
