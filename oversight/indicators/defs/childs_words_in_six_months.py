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
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS, both, lately

INDICATOR = Indicator(
    code="childs-words-in-six-months",
    title="Child’s words recorded within six months",
    question=(
        "For what share of children in care is something that the child said or showed recorded "
        "in the last six months?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    looks_back=6,
    recorded=True,
    numerator=Counted(
        "Children in care whose words, or what a baby shows, were recorded as heard in the six "
        "months that end with the day.",
        both(IN_CARE, lately("childs_words", "said_on", "6 months")),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source="Proposed by this product: at least as often as the plan is reviewed.",
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It says that somebody wrote it down, not that it changed anything.",
        "How well it was listened to, no number tells.",
    ),
    examples=(
        Example(
            "on the first and the last day of the six months; on the day before them; never",
            (
                "care 2023-01-01; status C2 2023-01-01; words 2024-01-01",
                "care 2023-01-01; status C2 2023-01-01; words 2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; words 2023-12-31",
                "care 2023-01-01; status C2 2023-01-01",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "what a baby shows, twice",
            (
                "care 2023-01-01; status C2 2023-01-01; words observed 2024-02-01 is_observed=1; "
                "words observed 2024-03-01"
                " is_observed=1",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
