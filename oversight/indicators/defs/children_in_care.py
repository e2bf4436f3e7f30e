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
    code="children-in-care",
    called=("CP1", "P2"),
    title="Children in care",
    question="How many children are looked after on the day?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.NEUTRAL,
    chart=Chart.STOCK,
    group=Group.CARE,
    numerator=Counted(
        "Children in a period of care on the day, days of short breaks left out.",
        "SELECT child_id, starts_on, ends_on FROM looked_after",
    ),
    source=(
        "Statutory return on children looked after (SSDA903); measure CP1 of the corporate "
        "parenting scorecard and proxy indicator 2."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Fewer is not better by itself: it falls when children go home or are adopted, and when "
        "nobody takes in children who need it.",
        "A number like this drifts: that it is above or below its average says nothing. Look at "
        "those who came and those who left.",
    ),
    examples=(
        Example(
            "in care on the day, one who left that very day, and one who came that day",
            (
                "care 2024-01-01; status C2 2024-01-01",
                "care 2024-01-01 .. 2024-06-30; status C2 2024-01-01 .. 2024-06-30",
                "care 2024-06-30; status C1 2024-06-30",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "short breaks are left out, also within a period of care",
            (
                "care 2024-01-01; status V4 2024-01-01",
                "care 2024-01-01; status V4 2024-01-01 .. 2024-04-01; status V2 2024-04-01",
            ),
            "2024-06-30",
            1,
            value=1.0,
        ),
    ),
)
