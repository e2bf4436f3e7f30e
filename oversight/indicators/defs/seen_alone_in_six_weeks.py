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
from oversight.indicators.shared.stretches import IN_CARE, aged, both

OF_AGE = both(IN_CARE, aged("four_on", "eighteen_on"))
ALONE = "SELECT child_id, visited_on AS starts_on, visited_on + 43 AS ends_on FROM seen_alone"

INDICATOR = Indicator(
    code="seen-alone-in-six-weeks",
    title="Seen alone within six weeks, aged four and over",
    question=(
        "What share of children in care aged four and over did a social worker see alone in the "
        "last six weeks?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    looks_back=2,
    recorded=True,
    numerator=Counted(
        "Those of them whom a worker of the council saw in person and alone on the day or on one "
        "of the 42 days before it.",
        both(OF_AGE, ALONE),
    ),
    denominator=Counted(
        "Children in care aged four and over on the day, days of short breaks left out.",
        OF_AGE,
    ),
    source=(
        "The care planning regulations (regulation 29) ask that the child is seen alone unless "
        "that is not right or the child says no; the six weeks and the age are ours."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "A child may not want to be alone with the worker: that is no fault, and counts as not "
        "seen alone.",
    ),
    examples=(
        Example(
            "alone; with others there; alone 43 days ago; alone, and three years old",
            (
                "born 2015-01-01; care 2023-01-01; status C2 2023-01-01; visit 2024-06-10 "
                "seen=alone",
                "born 2020-06-30; care 2023-01-01; status C2 2023-01-01; visit 2024-05-19 "
                "seen=alone",
                "born 2015-01-01; care 2023-01-01; status C2 2023-01-01; visit 2024-06-10 "
                "seen=with-others",
                "born 2015-01-01; care 2023-01-01; status C2 2023-01-01; visit 2024-05-18 "
                "seen=alone",
                "born 2020-07-01; care 2023-01-01; status C2 2023-01-01; visit 2024-06-10 "
                "seen=alone",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "alone last month and with others since",
            (
                "born 2015-01-01; care 2023-01-01; status C2 2023-01-01; visit 2024-06-01 "
                "seen=alone;"
                " visit 2024-06-20 seen=with-others",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
