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
from oversight.indicators.shared.stretches import IN_CARE, IN_CARE_WORDS, both

INDICATOR = Indicator(
    code="ratified-plan",
    called=("CP7",),
    title="Ratified permanence plan",
    question="What share of children in care have a plan for permanence that was ratified?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.PERMANENCE,
    recorded=True,
    numerator=Counted(
        "Children in care whose plan of first choice on the day has been ratified.",
        both(
            RATIFIED_PLAN,
            IN_CARE,
        ),
    ),
    denominator=Counted(IN_CARE_WORDS, IN_CARE),
    source="Measure CP7 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Children who came lately cannot have one yet: it falls when many come. The share of those "
        "who have been in care for four months stands beside it.",
        "When a plan is changed, the child has no ratified plan until the new one is ratified.",
        "That a plan was ratified does not say that it is being carried out.",
    ),
    examples=(
        Example(
            "ratified that day; ratified before; only proposed; a second choice; a changed plan",
            (
                "care 2024-01-01; status C2 2024-01-01; plan adoption 2024-03-01"
                " ratified=2024-06-30",
                "care 2024-01-01; status C2 2024-01-01; plan adoption 2024-02-01"
                " ratified=2024-04-10",
                "care 2024-01-01; status C2 2024-01-01; plan adoption 2024-03-01",
                "care 2024-01-01; status C2 2024-01-01; contingency adoption 2024-03-01"
                " ratified=2024-04-10",
                "care 2024-01-01; status C2 2024-01-01; plan adoption 2024-03-01 .. 2024-06-01"
                " ratified=2024-04-10; plan special-guardianship 2024-06-01",
            ),
            "2024-06-30",
            2,
            of=5,
            value=40.0,
        ),
        Example(
            "a plan goes on after the child has left care, and no longer counts",
            (
                "care 2024-01-01 .. 2024-06-01 E4A; status V2 2024-01-01 .. 2024-06-01;"
                " plan home 2024-02-01 ratified=2024-03-01",
                "care 2024-01-01; status V2 2024-01-01",
            ),
            "2024-06-30",
            0,
            of=1,
            value=0.0,
        ),
    ),
)
