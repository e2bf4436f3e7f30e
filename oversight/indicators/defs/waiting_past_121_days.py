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

INDICATOR = Indicator(
    code="waiting-past-121-days",
    title="Waiting longer than 121 days for a match",
    question=(
        "How many children have a placement order, have waited for a match for longer than 121 "
        "days, and wait still?"
    ),
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.STAGES,
    curve="order-to-match",
    numerator=Counted(
        "Children in care under a placement order (E1), not matched, in no adoptive home and "
        "without a reversal of the decision, for more than 121 days. Where a match or an adoptive "
        "home came to nothing, the days count from then.",
        "SELECT child_id, starts_on + 122 AS starts_on, ends_on FROM match_wait",
    ),
    source=(
        "The days are those of adoption scorecard measure A2, whose target is for an average; to "
        "count the children past them is ours."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Of a child under an order since before records began, only the days since are counted.",
        "It falls when adoption is given up as it does when a family is found: the curve has both.",
    ),
    examples=(
        Example(
            "122 and 152 days; 121 days; matched; given up",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2024-02-29; status E1 2024-02-29",
                "care 2023-01-01; status C1 2023-01-01 .. 2024-01-30; status E1 2024-01-30",
                "care 2023-01-01; status C1 2023-01-01 .. 2024-03-01; status E1 2024-03-01",
                "care 2023-01-01; status E1 2023-01-01; match 2024-06-30",
                "care 2023-01-01; status E1 2023-01-01; decision 2022-12-01 reversed 2024-06-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "an adoptive home that ended 122 days ago, though its match was never withdrawn; a "
            "match withdrawn last month",
            (
                "care 2022-01-01; status E1 2022-01-01; match 2022-05-01;"
                " home A6 2022-06-01 .. 2024-02-29; home U6 2024-02-29",
                "care 2022-01-01; status E1 2022-01-01; match 2022-05-01 withdrawn 2024-05-30",
            ),
            "2024-06-30",
            1,
            value=1.0,
        ),
    ),
)
