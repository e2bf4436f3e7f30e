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
from oversight.indicators.shared.plans import RATIFIED_PLAN
from oversight.indicators.shared.stretches import both

SETTLED = """
SELECT child_id, greatest(starts_on, (began_on + interval '4 months')::date) AS starts_on, ends_on
FROM looked_after
"""

INDICATOR = Indicator(
    code="ratified-plan-after-four-months",
    title="Ratified permanence plan, four months in care",
    question=(
        "Of the children who have been in care for four months, what share have a plan for "
        "permanence that was ratified?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.PERMANENCE,
    recorded=True,
    numerator=Counted(
        "Children in care for four months or longer whose plan of first choice on the day has been "
        "ratified.",
        both(
            RATIFIED_PLAN,
            SETTLED,
        ),
    ),
    denominator=Counted(
        "Children whose period of care began four months ago or earlier, days of short breaks left "
        "out.",
        SETTLED,
    ),
    source=(
        "Measure CP7 of the corporate parenting scorecard, of the children who can be expected to "
        "have a plan: the review at four months is to agree one (statutory guidance of 2010 on "
        "care planning, amended 2021)."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "A child whose first day in care is known only as “on or before” counts from four months "
        "after the day that is known.",
        "That a plan was ratified does not say that it is being carried out.",
    ),
    examples=(
        Example(
            "four months to the day, with and without; one day short of them; a ratified plan",
            (
                "care 2024-02-29; status C2 2024-02-29; plan adoption 2024-03-20"
                " ratified=2024-06-01",
                "care 2024-02-28; status C2 2024-02-28",
                "care 2024-03-01; status C2 2024-03-01; plan adoption 2024-03-20"
                " ratified=2024-06-01",
                "care 2022-01-01; status C2 2022-01-01; plan adoption 2024-03-20"
                " ratified=2024-06-01",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "nobody has been in care for so long: there is no share",
            ("care 2024-06-01; status C2 2024-06-01",),
            "2024-06-30",
            0,
            of=0,
        ),
    ),
)
