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
from oversight.indicators.shared.leaving import SPECIAL_GUARDIANSHIP, left_by

INDICATOR = Indicator(
    code="special-guardianship-orders",
    title="Special guardianship orders",
    question="How many children left care in the month with a special guardian?",
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.HIGHER,
    chart=Chart.FLOW,
    group=Group.PERMANENCE,
    over=Over.MONTH,
    numerator=Counted(
        "Periods of care that ended with a special guardianship order (E43 to E48).",
        left_by(SPECIAL_GUARDIANSHIP),
        How.EVENTS,
    ),
    source="Statutory return on children looked after (SSDA903): why a period of care ended.",
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Orders for children who were never in care, or whose care had ended before, are not in "
        "it; the courts count those too.",
        "Brothers and sisters leave together: one hearing can make three.",
    ),
    examples=(
        Example(
            "two in June, one in May, and one who was adopted in June",
            (
                "care 2022-01-01 .. 2024-06-01 E45; status C2 2022-01-01 .. 2024-06-01",
                "care 2022-01-01 .. 2024-06-30 E48; status C2 2022-01-01 .. 2024-06-30",
                "care 2022-01-01 .. 2024-05-31 E46; status C2 2022-01-01 .. 2024-05-31",
                "care 2022-01-01 .. 2024-06-10 E11; status E1 2022-01-01 .. 2024-06-10",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "a code of before 2018",
            ("care 2015-01-01 .. 2017-06-10 E43; status C2 2015-01-01 .. 2017-06-10",),
            "2017-06-30",
            1,
            value=1.0,
        ),
    ),
)
