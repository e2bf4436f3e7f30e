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
    code="net-change",
    title="More or fewer children in care",
    question="How many more children came into care in the month than left it?",
    shape=Shape.DIFFERENCE,
    unit="children",
    polarity=Polarity.NEUTRAL,
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
    source=(
        "Measure CP3 of the corporate parenting scorecard as a difference: a ratio of few children "
        "jumps, their difference does not."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Month after month of a small plus adds up: the number of children in care shows the sum.",
    ),
    examples=(
        Example(
            "two came and one left in June",
            (
                "care 2024-06-01; status C1 2024-06-01",
                "care 2024-06-30; status C1 2024-06-30",
                "care 2024-01-01 .. 2024-06-10; status C2 2024-01-01 .. 2024-06-10",
            ),
            "2024-06-30",
            2,
            of=1,
            value=1.0,
        ),
        Example(
            "nobody came and two left",
            (
                "care 2024-01-01 .. 2024-06-10; status C2 2024-01-01 .. 2024-06-10",
                "care 2024-01-01 .. 2024-06-11; status C2 2024-01-01 .. 2024-06-11",
            ),
            "2024-06-30",
            0,
            of=2,
            value=-2.0,
        ),
    ),
)
