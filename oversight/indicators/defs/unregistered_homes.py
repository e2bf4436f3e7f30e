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
from oversight.indicators.shared.stretches import IN_CARE, both

NOT_REGISTERED = """
SELECT child_id, starts_on, ends_on FROM unregistered WHERE kind IN ('childrens-home', 'supported')
"""

INDICATOR = Indicator(
    code="unregistered-homes",
    title="Living in a home that is not registered",
    question=(
        "How many children in care live in a children’s home or supported accommodation that is "
        "not registered?"
    ),
    shape=Shape.COUNT,
    unit="children",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    recorded=True,
    numerator=Counted(
        "Children in care recorded as living in a children’s home, or in supported "
        "accommodation, that is not registered; carers who are not approved and children under "
        "16 in supported accommodation are left out.",
        both(IN_CARE, NOT_REGISTERED),
    ),
    source=(
        "Care Standards Act 2000, section 11; for supported accommodation since October 2023. "
        "The count is ours."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "None recorded is not the same as none: a home that should be registered and is not has "
        "to be marked as such by a person.",
    ),
    examples=(
        Example(
            "a home, and supported accommodation; registered that day; carers not approved",
            (
                "care 2023-01-01; status C2 2023-01-01; home K2 2023-01-01; unregistered "
                "childrens-home 2024-05-01",
                "care 2023-01-01; status C2 2023-01-01; home K3 2023-01-01; unregistered "
                "supported 2024-06-30",
                "care 2023-01-01; status C2 2023-01-01; home K2 2023-01-01;"
                " unregistered childrens-home 2024-05-01 .. 2024-06-30 end_reason=registered",
                "care 2023-01-01; status C2 2023-01-01; home U3 2023-01-01; unregistered carers "
                "2024-05-01",
            ),
            "2024-06-30",
            2,
            value=2.0,
        ),
        Example(
            "under 16 in supported accommodation, which is marked apart",
            (
                "care 2023-01-01; status C2 2023-01-01; home K3 2023-01-01;"
                " unregistered under-16 2024-05-01",
            ),
            "2024-06-30",
            0,
            value=0.0,
        ),
    ),
)
