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
from oversight.indicators.shared.stretches import IN_CARE, PLACED_FOR_ADOPTION, both, less

DECIDED = "SELECT child_id, decided_on AS starts_on, reversed_on AS ends_on FROM decision"

INDICATOR = Indicator(
    code="decided-not-placed",
    called=("A9",),
    title="Decision for adoption, not with adopters yet",
    question=(
        "For how many children is it decided that they should be adopted, who do not live with "
        "adopters yet?"
    ),
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.ADOPTION,
    curve="care-to-placed",
    numerator=Counted(
        "Children in care with a decision for adoption that stands on the day, and in no adoptive "
        "home (A3 to A6).",
        less(both(IN_CARE, DECIDED), PLACED_FOR_ADOPTION),
    ),
    source="Adoption scorecard measure A9, Department for Education.",
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It falls when adoption is given up as it does when a family is found.",
        "Many of them wait for the court, not for a family: measure A14 counts those under an "
        "order.",
    ),
    examples=(
        Example(
            "waiting for the court, waiting under an order; placed; given up; adopted",
            (
                "care 2023-01-01; status C1 2023-01-01; decision 2024-06-30",
                "care 2023-01-01; status E1 2023-01-01; decision 2023-05-01",
                "care 2023-01-01; status E1 2023-01-01; decision 2023-05-01; home A6 2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; decision 2023-05-01 reversed 2024-06-30",
                "care 2023-01-01 .. 2024-06-01 E11; status E1 2023-01-01 .. 2024-06-01;"
                " decision 2023-05-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "the adoptive home came to nothing: waiting again",
            (
                "care 2023-01-01; status E1 2023-01-01; decision 2023-05-01;"
                " home A6 2023-09-01 .. 2024-06-01; home U6 2024-06-01",
            ),
            "2024-06-30",
            1,
            value=1.0,
        ),
    ),
)
