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

SEEN = "SELECT child_id, visited_on AS starts_on, visited_on + 43 AS ends_on FROM visit"

INDICATOR = Indicator(
    code="seen-in-six-weeks",
    title="Seen within six weeks",
    question="What share of children in care did a social worker see in the last six weeks?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    looks_back=2,
    recorded=True,
    numerator=Counted(
        "Children in care whom a worker of the council saw in person on the day or on one of the "
        "42 days before it; neither a call nor the reviewing officer’s visit counts.",
        both(IN_CARE, SEEN),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source=(
        "Reports of one council to its scrutiny panel: seen within the last six weeks, 94% in "
        "December 2021."
    ),
    kind="measure of a council’s reports",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It is not the share of visits made in time: for many children the law asks for a visit "
        "each week or month, for some each three or six months.",
        "Children who came a few days ago count as not seen until the first visit, which is due "
        "within a week.",
        "It is as good as what is written down.",
    ),
    examples=(
        Example(
            "that day, and 42 days ago; 43 days ago; called by video; never",
            (
                "care 2023-01-01; status C2 2023-01-01; visit 2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; visit 2024-05-19",
                "care 2023-01-01; status C2 2023-01-01; visit 2024-05-18",
                "care 2023-01-01; status C2 2023-01-01; visit 2024-06-20 place=online",
                "care 2023-01-01; status C2 2023-01-01",
            ),
            "2024-06-30",
            2,
            of=5,
            value=40.0,
        ),
        Example(
            "visited and not seen; by the reviewing officer; seen twice",
            (
                "care 2023-01-01; status C2 2023-01-01; visit 2024-06-20 seen=not-seen "
                "not_seen_because=out",
                "care 2023-01-01; status C2 2023-01-01; visit 2024-06-20 visitor=iro",
                "care 2023-01-01; status C2 2023-01-01; visit 2024-06-10; visit 2024-06-20",
            ),
            "2024-06-30",
            1,
            of=3,
            value=33.3,
        ),
    ),
)
