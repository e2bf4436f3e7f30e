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
    code="guardian-named-to-order",
    title="Guardian named to special guardianship order",
    question=(
        "Of the children with a special guardianship order made in the last twelve months, how "
        "many days had passed on average since a guardian was first named?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.PERMANENCE,
    over=Over.YEAR,
    recorded=True,
    numerator=Counted(
        "Days from the day on which somebody was first named as special guardian, who had not "
        "withdrawn when the order was made, to the order.",
        """
        SELECT court_order.child_id, made_on AS on_day, made_on - min(named_on) AS value
        FROM court_order
        JOIN guardian ON guardian.child_id = court_order.child_id AND named_on <= made_on
            AND order_sought = 'special-guardianship' AND coalesce(withdrew_on > made_on, true)
        WHERE court_order.kind = 'special-guardianship' AND made_known
        GROUP BY court_order.child_id, made_on
        """,
        How.EVENTS,
        frozenset({"value"}),
        after_care=None,
    ),
    source="No source defines it; the assessment has times of its own, which clocks count.",
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Where several were named, it is not recorded who became the guardian: the days count "
        "from the first who had not withdrawn.",
        "Orders made without anybody named here before are left out.",
    ),
    examples=(
        Example(
            "100 days, and 50 from the one who did not withdraw",
            (
                "care 2023-01-01; status C2 2023-01-01; guardian aunt 2024-01-01 "
                "order_sought=special-guardianship name=A;"
                " order special-guardianship 2024-04-10",
                "care 2023-01-01; status C2 2023-01-01; guardian aunt 2023-06-01 "
                "order_sought=special-guardianship name=A"
                " withdrew=2024-01-01;"
                " guardian uncle 2024-01-01 order_sought=special-guardianship name=B;"
                " order special-guardianship 2024-02-20",
            ),
            "2024-06-30",
            2,
            value=75.0,
        ),
        Example(
            "two named, neither withdrew: from the first; named after the order",
            (
                "care 2023-01-01; status C2 2023-01-01; guardian aunt 2024-03-01 "
                "order_sought=special-guardianship name=A;"
                " guardian uncle 2024-01-01 order_sought=special-guardianship name=B;"
                " order special-guardianship 2024-04-10",
                "care 2023-01-01; status C2 2023-01-01; guardian aunt 2024-05-01 "
                "order_sought=special-guardianship name=A;"
                " order special-guardianship 2024-04-10",
            ),
            "2024-06-30",
            1,
            value=100.0,
        ),
        Example(
            "nobody named; another order; an order of two years ago",
            (
                "care 2023-01-01; status C2 2023-01-01; order special-guardianship 2024-04-10",
                "care 2023-01-01; status C2 2023-01-01; guardian aunt 2024-01-01 "
                "order_sought=child-arrangements name=A;"
                " order child-arrangements 2024-04-10",
                "care 2023-01-01; status C2 2023-01-01; guardian aunt 2022-01-01 "
                "order_sought=special-guardianship name=A;"
                " order special-guardianship 2022-06-10",
            ),
            "2024-06-30",
            0,
        ),
    ),
)
