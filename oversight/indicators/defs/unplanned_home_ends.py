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
from oversight.indicators.shared.leaving import UNPLANNED_ENDS

INDICATOR = Indicator(
    code="unplanned-home-ends",
    title="Homes that ended unplanned",
    question="How many homes of children in care ended without a plan in the month?",
    shape=Shape.COUNT,
    unit="homes",
    polarity=Polarity.LOWER,
    chart=Chart.FLOW,
    group=Group.STABILITY,
    over=Over.MONTH,
    numerator=Counted(
        "Homes with a carer that ended because the carer, the child or the council asked for it, "
        "or because of an allegation, standards of care, or a carer or home that closed (CREQB, "
        "CREQO, CHILD, LAREQ, ALLEG, STAND, CLOSE), where the child stayed in care.",
        UNPLANNED_ENDS,
        How.EVENTS,
    ),
    source="Measure CP19 of the corporate parenting scorecard, counted month by month.",
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Why a home ended is often written down weeks later: the newest month is low until then.",
        "Homes are counted, not children: one child can have two in a month.",
    ),
    examples=(
        Example(
            "one child with two in June, one in May, and a planned move",
            (
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-06-01 CREQB;"
                " home U6 2024-06-01 .. 2024-06-30 STAND; home K2 2024-06-30",
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-05-31 CLOSE;"
                " home U6 2024-05-31",
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-06-10 CARPL;"
                " home U4 2024-06-10",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "it ended because the child left care",
            (
                "care 2024-01-01 .. 2024-06-10 E4B; status V2 2024-01-01 .. 2024-06-10;"
                " home U6 2024-01-01 .. 2024-06-10 CHILD",
            ),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
