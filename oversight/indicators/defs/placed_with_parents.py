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

INDICATOR = Indicator(
    code="placed-with-parents",
    called=("CP9",),
    title="Placed with parents",
    question="What share of children in care live with their parents under a care order?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.HOMES,
    curve="placed-with-parents",
    numerator=Counted(
        "Children who live with their parents (P1) under an interim or a full care order (C1, C2).",
        """
        SELECT child_id, greatest(lives_in.starts_on, status.starts_on) AS starts_on,
            least(lives_in.ends_on, status.ends_on) AS ends_on
        FROM lives_in
        JOIN status USING (child_id)
        WHERE type = 'P1' AND code IN ('C1', 'C2')
            AND coalesce(lives_in.starts_on < status.ends_on, true)
            AND coalesce(status.starts_on < lives_in.ends_on, true)
        """,
    ),
    denominator=Counted(
        "Children in care on the day, days of short breaks left out.",
        "SELECT child_id, starts_on, ends_on FROM looked_after",
    ),
    source="Measure CP9 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It falls when orders are discharged, and also when children are taken back into care "
        "elsewhere: the curve tells the two apart.",
    ),
    examples=(
        Example(
            "with parents under a care order, with parents under section 20, and elsewhere",
            (
                "care 2024-01-01; status C2 2024-01-01; home P1 2024-02-01",
                "care 2024-01-01; status C1 2024-01-01; home P1 2024-06-30",
                "care 2024-01-01; status V2 2024-01-01; home P1 2024-02-01",
                "care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01",
                "care 2024-01-01; status C1 2024-01-01; home P1 2024-01-01 .. 2024-06-30;"
                " home U4 2024-06-30",
            ),
            "2024-06-30",
            2,
            of=5,
            value=40.0,
        ),
        Example(
            "an interim order that became a full one is one stretch",
            (
                "care 2024-01-01; status C1 2024-01-01 .. 2024-05-01; status C2 2024-05-01;"
                " home P1 2024-02-01",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
