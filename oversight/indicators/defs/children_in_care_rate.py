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
    code="children-in-care-rate",
    title="Children in care per 10,000",
    question="Of every 10,000 people under 18 in the area, how many are in care on the day?",
    shape=Shape.RATE,
    unit="per 10,000",
    polarity=Polarity.NEUTRAL,
    chart=Chart.STOCK,
    group=Group.CARE,
    by=(),
    numerator=Counted(IN_CARE_WORDS, IN_CARE),
    denominator=Given("population-under-18", "the population under 18"),
    source="Department for Education, children looked after in England including adoptions.",
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It moves when a new estimate of the population comes into force, though no child came or "
        "left: the estimate stands beside it with its day.",
        "Papers of one council have divided by three populations in a year. Two rates can be "
        "compared only where both are divided by the same one.",
        "Children who came to the country alone count in it, and few of them are in the estimate.",
    ),
    examples=(
        Example(
            "two in care of a population of 500, and one who left that very day",
            (
                "care 2024-01-01; status C2 2024-01-01",
                "care 2024-06-30; status C1 2024-06-30",
                "care 2024-01-01 .. 2024-06-30; status C2 2024-01-01 .. 2024-06-30",
            ),
            "2024-06-30",
            2,
            of=500,
            value=40.0,
            given=(("population-under-18", 500),),
        ),
        Example(
            "no population was entered: there is no rate",
            ("care 2024-01-01; status C2 2024-01-01",),
            "2024-06-30",
            1,
        ),
    ),
)
