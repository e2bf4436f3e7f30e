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
    code="order-to-match",
    called=("A2",),
    title="Placement order to match, children adopted",
    question=(
        "Of the children adopted in the last three years, how many days passed on average from the "
        "court’s placement order to the match with their family?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.ADOPTION,
    curve="order-to-match",
    over=Over.THREE_YEARS,
    numerator=Counted(
        "Days from the first day of the last placement order to the decision of the last match "
        "before the adoption; a match before the order counts as 0. Children placed with their "
        "family before the order, or without one, are left out.",
        """
        SELECT child_id, on_day, greatest(matched_on - order_on, 0) AS value, known
        FROM (
            SELECT
                looked_after.child_id, looked_after.ends_on AS on_day,
                max(status.starts_on) AS order_on,
                (array_agg(status.start_known ORDER BY status.starts_on DESC))[1] AS known,
                max(decided_on) FILTER (WHERE decided_on <= looked_after.ends_on) AS matched_on
            FROM looked_after
            JOIN status ON status.child_id = looked_after.child_id AND code = 'E1'
                AND status.starts_on < looked_after.ends_on
            JOIN match ON match.child_id = looked_after.child_id AND withdrawn_on IS NULL
            WHERE end_reason IN ('E11', 'E12')
            GROUP BY 1, 2
        ) AS adopted
        WHERE matched_on IS NOT NULL AND NOT EXISTS (
            SELECT FROM home_kind
            WHERE home_kind.child_id = adopted.child_id AND kind = 'adoptive'
                AND home_kind.ends_on = on_day AND home_kind.starts_on < order_on
        )
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source="Adoption scorecard measure A2: the average is to be under 121 days.",
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It averages only children who have been adopted: those who still wait, and those for whom "
        "adoption was given up, are not in it.",
        "A child enters it a year or more after the wait. When a child who waited long is adopted "
        "at last, it gets worse.",
    ),
    examples=(
        Example(
            "one child matched after 100 days, one matched before the order",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2023-01-01 .. 2024-06-01;"
                " match 2023-04-11; home A6 2023-06-01 .. 2024-06-01",
                "care 2022-01-01 .. 2024-06-01 E12; status E1 2023-01-01 .. 2024-06-01;"
                " match 2022-12-20; home A6 2023-06-01 .. 2024-06-01",
            ),
            "2024-06-30",
            2,
            value=50.0,
        ),
        Example(
            "placed before the order, and one who still waits: neither counts",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2023-01-01 .. 2024-06-01;"
                " match 2022-12-20; home A6 2022-12-27 .. 2024-06-01",
                "care 2022-01-01; status E1 2023-01-01",
            ),
            "2024-06-30",
            0,
        ),
    ),
)
