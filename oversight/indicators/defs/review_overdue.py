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
from oversight.indicators.shared.reviews import OVERDUE

INDICATOR = Indicator(
    code="review-overdue",
    title="Reviews overdue",
    question="For how many children in care is a review past its limit and not held?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    numerator=Counted(
        "Children in care on the day whose next review was due before it and has not been held.",
        OVERDUE,
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33; for "
        "children placed for adoption, Adoption Agencies Regulations 2005, regulation 36."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "A council’s own longer limit or a delay that is justified changes nothing here.",
        "Where it is not known on which day care began, the longest limit is taken.",
    ),
    examples=(
        Example(
            "a day past the limit, and longer; on its last day; held since; left care",
            (
                "care 2024-05-20; status C1 2024-05-20",
                "care 2024-05-31; status C1 2024-05-31",
                "care 2024-06-03; status C1 2024-06-03",
                "care 2024-05-20; status C1 2024-05-20; review 2024-06-28",
                "care 2024-05-20 .. 2024-06-29; status C1 2024-05-20 .. 2024-06-29",
            ),
            "2024-07-01",
            2,
            value=2.0,
        ),
        Example(
            "six months after a review, to the day and a day more",
            (
                "care 2023-06-01; status C2 2023-06-01; review 2023-06-20; review 2023-09-15;"
                " review 2024-01-01",
                "care 2023-06-01; status C2 2023-06-01; review 2023-06-20; review 2023-09-15;"
                " review 2023-12-31",
            ),
            "2024-07-01",
            1,
            value=1.0,
        ),
    ),
)
