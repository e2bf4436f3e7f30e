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
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS, both

THIRD = """
SELECT child_id, starts_on, ends_on
FROM (
    SELECT child_id, starts_on,
        (lag(ends_on, 2) OVER workers + interval '12 months')::date AS ends_on, nth
    FROM social_worker
    WINDOW workers AS (PARTITION BY child_id ORDER BY starts_on)
) AS turn
WHERE nth > 2
"""

INDICATOR = Indicator(
    code="three-social-workers-in-a-year",
    title="Three or more social workers in twelve months",
    question=(
        "What share of children in care had three or more social workers in the last twelve months?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.SERVICE,
    looks_back=12,
    recorded=True,
    numerator=Counted(
        "Children in care to whom the third social worker or a later one was allocated, with all "
        "three in the last twelve months; one who came back counts again.",
        both(IN_CARE, THIRD),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source="No law, guidance or target sets it; proposed by this product.",
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=("A change can be good for a child. Three in a year seldom are.",),
    examples=(
        Example(
            "three; two; three, the first of whom left twelve months ago; left a day later",
            (
                "care 2023-01-01; status C2 2023-01-01; worker A 2023-01-01 .. 2024-02-01; "
                "worker B 2024-02-01 .. 2024-05-01;"
                " worker C 2024-05-01",
                "care 2023-01-01; status C2 2023-01-01; worker A 2023-01-01 .. 2024-02-01; "
                "worker B 2024-02-01",
                "care 2023-01-01; status C2 2023-01-01; worker A 2023-01-01 .. 2023-06-30; "
                "worker B 2023-06-30 .. 2024-05-01;"
                " worker C 2024-05-01",
                "care 2023-01-01; status C2 2023-01-01; worker A 2023-01-01 .. 2023-07-01; "
                "worker B 2023-07-01 .. 2024-05-01;"
                " worker C 2024-05-01",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "one who came back",
            (
                "care 2023-01-01; status C2 2023-01-01; worker A 2023-01-01 .. 2024-02-01; "
                "worker B 2024-02-01 .. 2024-05-01;"
                " worker A 2024-05-01",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
