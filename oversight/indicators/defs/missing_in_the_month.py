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
    code="missing-in-the-month",
    title="Children who went missing in the month",
    question="How many children in care went missing, or were away without leave, in the month?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.FLOW,
    group=Group.QUALITY,
    over=Over.MONTH,
    numerator=Counted(
        "Children of whom such a time began in the month; several times count once.",
        "SELECT child_id, starts_on AS on_day FROM missing",
        How.CHILDREN,
        after_care=None,
    ),
    source=(
        "Statutory return on children looked after (SSDA903), times missing and away without "
        "authorisation."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Few children account for most of the times: ask how often the same ones went.",
        "The return tells the two kinds apart; here they are one.",
        "More can mean that it is written down better.",
    ),
    examples=(
        Example(
            "twice; once, still away; last month; came back this month",
            (
                "care 2023-01-01; status C2 2023-01-01; missing 2024-06-01 .. 2024-06-02; "
                "missing 2024-06-10 .. 2024-06-10",
                "care 2023-01-01; status C2 2023-01-01; missing 2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; missing 2024-05-10 .. 2024-05-12",
                "care 2023-01-01; status C2 2023-01-01; missing 2024-05-31 .. 2024-06-02",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "nobody",
            ("care 2023-01-01; status C2 2023-01-01",),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
