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
from oversight.indicators.shared.homes import living_in
from oversight.indicators.shared.stretches import both

INDICATOR = Indicator(
    code="placed-with-parents-number",
    title="Placed with parents, number",
    question="How many children in care live with their parents under a care order?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    curve="placed-with-parents",
    numerator=Counted(
        "Children who live with their parents (P1) under an interim or a full care order (C1, C2).",
        both(
            living_in("type = 'P1'"),
            "SELECT child_id, starts_on, ends_on FROM status WHERE code IN ('C1', 'C2')",
        ),
    ),
    source="Statutory return on children looked after (SSDA903): home and legal status on the day.",
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It falls when orders are discharged, and also when children are taken back into care "
        "elsewhere: the curve tells the two apart.",
        "Papers of one council give 93, 99 and more for one month: say which day is meant.",
        "A fall since an earlier month depends on the month: one paper’s +13% and -1% are +14.5% "
        "and -5.4% by the month ends of its own table.",
    ),
    examples=(
        Example(
            "under a full and an interim order, under section 20, and moved out that day",
            (
                "care 2024-01-01; status C2 2024-01-01; home P1 2024-02-01",
                "care 2024-01-01; status C1 2024-01-01; home P1 2024-06-30",
                "care 2024-01-01; status V2 2024-01-01; home P1 2024-02-01",
                "care 2024-01-01; status C1 2024-01-01; home P1 2024-01-01 .. 2024-06-30;"
                " home U4 2024-06-30",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "the interim order became a full one that day",
            (
                "care 2024-01-01; status C1 2024-01-01 .. 2024-06-30; status C2 2024-06-30;"
                " home P1 2024-02-01",
            ),
            "2024-06-30",
            1,
            value=1.0,
        ),
    ),
)
