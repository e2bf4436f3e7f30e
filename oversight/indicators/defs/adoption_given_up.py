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

INDICATOR = Indicator(
    code="adoption-given-up",
    called=("A5",),
    title="Plans changed away from adoption in twelve months",
    question=(
        "How many decisions that a child should be adopted were reversed in the last twelve months?"
    ),
    shape=Shape.COUNT,
    unit="decisions",
    polarity=Polarity.NEUTRAL,
    chart=Chart.FLOW,
    group=Group.ADOPTION,
    over=Over.YEAR,
    numerator=Counted(
        "Decisions for adoption that were reversed; of a child twice in the months counts twice.",
        """
        SELECT child_id, reversed_on AS on_day FROM decision WHERE reversed_on IS NOT NULL
        """,
        How.EVENTS,
        after_care=None,
    ),
    source="Adoption scorecard measure A5, Department for Education.",
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "To give up a plan that waits in vain can be right. Children who wait on without anybody "
        "asking do not appear here.",
    ),
    examples=(
        Example(
            "of one child twice, of another once; on the day before the months; one still stands",
            (
                "care 2022-01-01; status C2 2022-01-01; decision 2022-06-01 reversed 2023-07-01;"
                " decision 2023-09-01 reversed 2024-06-30",
                "care 2022-01-01; status C2 2022-01-01; decision 2022-06-01 reversed 2024-01-10",
                "care 2022-01-01; status C2 2022-01-01; decision 2022-06-01 reversed 2023-06-30",
                "care 2022-01-01; status E1 2022-01-01; decision 2022-06-01",
            ),
            "2024-06-30",
            3,
            value=3.0,
        ),
        Example(
            "reversed after the day",
            ("care 2022-01-01; status C2 2022-01-01; decision 2022-06-01 reversed 2024-07-01",),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
