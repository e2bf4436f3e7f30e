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
    code="moves",
    title="Moves",
    question="How often did children in care move to another home in the month?",
    shape=Shape.COUNT,
    unit="moves",
    polarity=Polarity.NEUTRAL,
    chart=Chart.FLOW,
    group=Group.STABILITY,
    over=Over.MONTH,
    numerator=Counted(
        "Moves within a period of care from one carer’s home to another’s. Coming into care is no "
        "move, nor is a stay away with return or a new kind of home with the same carer.",
        "SELECT child_id, on_day FROM home_move",
        How.EVENTS,
    ),
    source=(
        "Statutory return on children looked after (SSDA903), moves counted as the stability index "
        "of the Children’s Commissioner does, but for temporary stays."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Some moves are what everybody hoped for: home, to a relative, to an adoptive family.",
        "A return leads to more moves than this where each trip to a temporary stay is one.",
    ),
    examples=(
        Example(
            "a child who moved twice in June, one who came and one who moved in May",
            (
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-06-01 CREQB;"
                " home U6 2024-06-01 .. 2024-06-30 CREQB; home K2 2024-06-30",
                "care 2024-06-10; status C1 2024-06-10; home U6 2024-06-10",
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-05-31 CARPL;"
                " home U4 2024-05-31",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "a stay with return; one on the way elsewhere; adopted by foster carers; back in care",
            (
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-06-05 OTHER a;"
                " home T1 2024-06-05 .. 2024-06-09; home U6 2024-06-09 a",
                "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-06-05 CREQB;"
                " home T4 2024-06-05 .. 2024-06-09; home U6 2024-06-09",
                "care 2024-01-01; status E1 2024-05-01; home U5 2024-01-01 .. 2024-06-05 PLACE a;"
                " home A5 2024-06-05 a",
                "care 2024-01-01 .. 2024-03-01 E4A; care 2024-06-05;"
                " status V2 2024-01-01 .. 2024-03-01; status C1 2024-06-05;"
                " home U6 2024-01-01 .. 2024-03-01; home U6 2024-06-05",
            ),
            "2024-06-30",
            1,
            value=1.0,
        ),
    ),
)
