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
    code="entering-to-leaving",
    called=("CP3",),
    title="Children who come for each who leaves",
    question="For each child who left care in the month, how many came into care?",
    shape=Shape.RATIO,
    unit="to 1",
    polarity=Polarity.LOWER,
    chart=Chart.FLOW,
    group=Group.CARE,
    over=Over.MONTH,
    numerator=Counted(
        "Periods of care that began in the month, short breaks left out.",
        "SELECT child_id, starts_on AS on_day FROM looked_after WHERE start_known",
        How.EVENTS,
        at_once=True,
    ),
    denominator=Counted(
        "Periods of care that ended in the month, short breaks left out.",
        "SELECT child_id, ends_on AS on_day FROM looked_after WHERE ends_on IS NOT NULL",
        How.EVENTS,
    ),
    source="Measure CP3 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "With few children the ratio jumps: two leaving instead of four doubles it. The two "
        "numbers stand beside it.",
        "A child who leaves and comes back within the month counts on both sides.",
    ),
    examples=(
        Example(
            "two came and one left in June",
            (
                "care 2024-06-01; status C1 2024-06-01",
                "care 2024-06-30; status C1 2024-06-30",
                "care 2024-01-01 .. 2024-06-10; status C2 2024-01-01 .. 2024-06-10",
                "care 2024-01-01 .. 2024-05-31; status C2 2024-01-01 .. 2024-05-31",
            ),
            "2024-06-30",
            2,
            of=1,
            value=2.0,
        ),
        Example(
            "nobody left: there is no ratio",
            (
                "care 2024-01-01; status C1 2024-01-01",
                "care 2024-06-02; status C1 2024-06-02",
            ),
            "2024-06-30",
            1,
            of=0,
        ),
    ),
)
