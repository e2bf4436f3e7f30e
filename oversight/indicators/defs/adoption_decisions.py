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
    code="adoption-decisions",
    called=("A15",),
    title="Decisions for adoption in twelve months",
    question=(
        "How often did the agency decide in the last twelve months that a child should be adopted?"
    ),
    shape=Shape.COUNT,
    unit="decisions",
    polarity=Polarity.NEUTRAL,
    chart=Chart.FLOW,
    group=Group.ADOPTION,
    over=Over.YEAR,
    numerator=Counted(
        "Decisions for adoption, be they reversed since; of a child twice in the months counts "
        "twice.",
        "SELECT child_id, decided_on AS on_day FROM decision",
        How.EVENTS,
        after_care=None,
    ),
    source="Adoption scorecard measure A15, Department for Education.",
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=("It is about plans: how many of them come to an adoption is told years later.",),
    examples=(
        Example(
            "two in the months, one of them reversed since; one of the day before them",
            (
                "care 2023-01-01; status C1 2023-01-01; decision 2024-06-30",
                "care 2023-01-01; status C1 2023-01-01; decision 2023-07-01 reversed 2024-01-01",
                "care 2023-01-01; status C1 2023-01-01; decision 2023-06-30",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "decided, given up and decided again for one child",
            (
                "care 2023-01-01; status C1 2023-01-01; decision 2023-08-01 reversed 2024-01-01;"
                " decision 2024-05-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
    ),
)
