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
    code="long-term-matches",
    title="Long-term fostering matches in twelve months",
    question=(
        "How many children were matched with foster carers for good in the last twelve months?"
    ),
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.HIGHER,
    chart=Chart.FLOW,
    group=Group.PERMANENCE,
    over=Over.YEAR,
    recorded=True,
    numerator=Counted(
        "Long-term fostering matches decided in the months, be they ended since.",
        "SELECT child_id, decided_on AS on_day FROM long_term_match",
        How.EVENTS,
        after_care=None,
    ),
    source=(
        "Long-term foster placements as the care planning regulations (regulation 22B) have them "
        "since 2015; the count is ours."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The return has long-term foster homes (U1, U4), which many councils use without such a "
        "decision.",
    ),
    examples=(
        Example(
            "two in the months, one of them ended since; one on the day before them",
            (
                "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01; long-term-match "
                "2023-07-01",
                "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01; long-term-match "
                "2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01; long-term-match "
                "2023-06-30",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "a long-term foster home without a match",
            ("care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01",),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
