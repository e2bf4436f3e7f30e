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
    code="coming-into-care",
    title="Coming into care",
    question="How many children came into care in the month?",
    shape=Shape.COUNT,
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
    source="Statutory return on children looked after (SSDA903).",
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Fewer is not better by itself: it falls too when nobody takes in children who need it.",
        "Brothers and sisters come together: one family can make a month stand out.",
        "A child who comes twice counts twice. National figures are of a year and count a child "
        "who comes twice in it once.",
    ),
    examples=(
        Example(
            "on the first and the last day of June, one in May, one whose first day is not known",
            (
                "care 2024-06-01; status C1 2024-06-01",
                "care 2024-06-30; status C1 2024-06-30",
                "care 2024-05-31; status C1 2024-05-31",
                "care ~2024-06-15; status ~C2 2024-06-15",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "a short break that begins does not count; that it became care does",
            (
                "care 2024-06-01; status V4 2024-06-01",
                "care 2024-01-01; status V4 2024-01-01 .. 2024-06-10; status V2 2024-06-10",
            ),
            "2024-06-30",
            1,
            value=1.0,
        ),
    ),
)
