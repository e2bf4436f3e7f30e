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
from oversight.indicators.shared.homes import ADOPTIVE

MEASURED = f"SELECT child_id, starts_on, ends_on FROM home_miles WHERE NOT {ADOPTIVE}"

INDICATOR = Indicator(
    code="over-20-miles-from-home",
    called=("CP12",),
    title="More than 20 miles from home",
    question="What share of children in care live more than 20 miles from their family’s home?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    numerator=Counted(
        "Children whose home is more than 20 miles in a straight line from their family’s. Those "
        "in adoptive homes (A3 to A6) are left out.",
        f"{MEASURED} AND miles > 20",
    ),
    denominator=Counted(
        "Children in care of whose home the distance is known, those in adoptive homes left out.",
        f"{MEASURED} AND miles IS NOT NULL",
    ),
    source="Measure CP12 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Where the distance is not known the child is left out on both sides: see of how many it "
        "is a share.",
        "Far is not always worse: a child may live with her grandparents, or be safe only there.",
        "It is the straight line: across an estuary the way is longer.",
    ),
    examples=(
        Example(
            "25 and 31 miles; 20 miles are not more than 20; not known; an adoptive home far away",
            (
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 distance_miles=25.0",
                "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 distance_miles=31.4",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01 distance_miles=20.0",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01",
                "care 2024-01-01; status E1 2024-01-01; home A6 2024-01-01 distance_miles=60.0",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
        Example(
            "a stay in hospital with return is as far as the home",
            (
                "care 2024-01-01; status C2 2024-01-01;"
                " home U4 2024-01-01 .. 2024-06-25 OTHER a distance_miles=25.0;"
                " home T1 2024-06-25 .. 2024-07-02 distance_miles=2.0;"
                " home U4 2024-07-02 a distance_miles=25.0",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
