from datetime import date

from oversight.indicators.indicator import (
    Chart,
    Counted,
    Example,
    Given,
    Group,
    Indicator,
    Polarity,
    Shape,
)
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS

INDICATOR = Indicator(
    code="rate-above-region",
    called=("CP2",),
    title="Gap to the region’s rate",
    question="How many more children of every 10,000 are in care here than in the region?",
    shape=Shape.RATE,
    unit="more per 10,000",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.CARE,
    by=(),
    numerator=Counted(IN_CARE_WORDS, IN_CARE),
    denominator=Given("population-under-18", "the population under 18"),
    less=Given("region-rate", "the region’s rate"),
    source="Measure CP2 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It has been printed as if it were the rate itself. It is the rate less the region’s, and "
        "is less than nothing where the region has more.",
        "The region’s rate comes once a year. For months after it the gap holds today’s children "
        "against last year’s region.",
        "The council is part of its region, so a large one narrows its own gap.",
    ),
    examples=(
        Example(
            "40 per 10,000 here, 30.5 in the region",
            (
                "care 2024-01-01; status C2 2024-01-01",
                "care 2024-06-01; status C1 2024-06-01",
            ),
            "2024-06-30",
            2,
            of=500,
            value=9.5,
            given=(("population-under-18", 500), ("region-rate", 30.5)),
        ),
        Example(
            "fewer than in the region",
            (
                "care 2024-01-01; status C2 2024-01-01",
                "care 2024-06-01; status C1 2024-06-01",
            ),
            "2024-06-30",
            2,
            of=1_000,
            value=-10.5,
            given=(("population-under-18", 1_000), ("region-rate", 30.5)),
        ),
        Example(
            "the region’s rate was not entered: there is no gap",
            ("care 2024-01-01; status C2 2024-01-01",),
            "2024-06-30",
            1,
            of=500,
            given=(("population-under-18", 500),),
        ),
    ),
)
